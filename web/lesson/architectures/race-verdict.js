/**
 * @typedef {import('./race.js').Race} Race
 * @typedef {import('./baselines.js').Baselines} Baselines
 */

/**
 * Who is better than a straight line, in a sentence.
 *
 * @param {Race} race
 * @param {Baselines} baselines
 * @returns {string}
 */
export function verdict({ lanes, epoch }, { line }) {
  const names = (/** @type {(difference: number) => boolean} */ isMeant) =>
    lanes
      .filter(({ metrics }) => isMeant(metrics.testAccuracy - line.testAccuracy))
      .map(({ contender }) => contender.name);
  // Accuracies of the same 60 points: equal to the last bit, or a sample apart.
  const better = names((difference) => difference > 1e-9);
  const equal = names((difference) => Math.abs(difference) <= 1e-9);
  const level =
    equal.length > 0 ? ` ${list(equal)} draw${equal.length === 1 ? 's' : ''} level.` : '';
  const when = `After ${epoch} epochs`;
  if (better.length === 0) return `${when}, no network beats the straight line.${level}`;
  const beat = better.length === 1 ? 'beats' : 'beat';
  return `${when}, ${list(better)} ${beat} the straight line on these test points.${level}`;
}

/** @param {string[]} words one or more */
function list(words) {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
