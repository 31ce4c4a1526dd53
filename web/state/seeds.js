/**
 * Drawing seeds anew: of the data alone, or of the first weights alone.
 *
 * @module
 */

/** @typedef {Pick<import('./types.js').Config, 'seed' | 'weightSeed'>} Seeds */

/** Short enough to be told and typed. */
const LARGEST = 9999;

/**
 * @param {Seeds} seeds
 * @param {() => number} [random] 0 … 1, without 1
 * @returns {Seeds} with other data. The weights stay as they are, where theirs was the seed of the data,
 *   too: who changes two things at once cannot tell which of them has made the difference.
 */
export function newData({ seed, weightSeed }, random = Math.random) {
  return { seed: anotherSeed(seed, random), weightSeed: weightSeed ?? seed };
}

/**
 * @param {Seeds} seeds
 * @param {() => number} [random] 0 … 1, without 1
 * @returns {Pick<Seeds, 'weightSeed'>} with other weights
 */
export function newWeights({ seed, weightSeed }, random = Math.random) {
  return { weightSeed: anotherSeed(weightSeed ?? seed, random) };
}

/**
 * @param {number} seed
 * @param {() => number} random
 * @returns {number} 1 … LARGEST, each as likely as any other, but never the same again
 */
function anotherSeed(seed, random) {
  const drawn = 1 + Math.floor(random() * (LARGEST - 1));
  return drawn < seed ? drawn : drawn + 1;
}
