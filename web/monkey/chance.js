/**
 * Chance that is the same each time: all that a step draws follows from the seed and its number.
 *
 * @module
 */

/** @typedef {ReturnType<typeof createChance>} Chance */

/**
 * @param {string} text
 * @returns {number} 0 … 2³² − 1: FNV-1a, with its bits mixed as in MurmurHash3
 */
export function hash(text) {
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * @param {string} seed
 * @param {number} number of the step
 */
export function createChance(seed, number) {
  let drawn = 0;
  const unit = () => hash(`${seed}/${number}/${(drawn += 1)}`) / 2 ** 32;
  const below = (/** @type {number} */ count) => Math.floor(unit() * count);

  return {
    /** @returns {number} 0 ≤ … < 1 */
    unit,

    /** @param {number} count @returns {number} a whole number, 0 … count − 1 */
    below,

    /**
     * @template T
     * @param {readonly T[]} list
     * @returns {T}
     */
    pick: (list) => list[below(list.length)],

    /**
     * One of what is there by name. Whether there is another besides seldom changes which it is.
     *
     * @template {{ name: string }} T
     * @param {readonly T[]} list
     * @returns {T | undefined}
     */
    pickNamed(list) {
      const ranks = list.map(({ name }) => hash(`${seed}/${number}/${name}`));
      return list[ranks.indexOf(Math.max(...ranks))];
    },

    /**
     * @template {string} T
     * @param {Record<T, number>} weights
     * @returns {T}
     */
    weighted(weights) {
      const entries = /** @type {[T, number][]} */ (Object.entries(weights));
      let left = unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      return entries[0][0];
    },
  };
}
