/**
 * Names that nearly are a setting's: what was meant is told, while every other name is somebody
 * else's and none of our business.
 *
 * @module
 */

/** Words of addresses and of HTML that are a letter from a setting's name, and no slip of it. */
const WORDS = ['date', 'feed', 'line', 'role', 'side', 'unit'];

/**
 * @param {string} name of no setting
 * @param {string[]} known names
 * @returns {string[]} those that it may be a misspelling of
 */
export function nearMisses(name, known) {
  const letters = lettersOf(name);
  if (WORDS.includes(letters)) return [];
  const same = known.filter((one) => lettersOf(one) === letters);
  if (same.length > 0) return same;
  return known.filter((one) => {
    const meant = lettersOf(one);
    return isWithin(letters, meant, allowedSlips(Math.max(letters.length, meant.length)));
  });
}

/**
 * `learningRate`, `Learning_Rate` and `learning-rate` are the same.
 *
 * @param {string} name
 */
const lettersOf = (name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** @param {number} length of the longer name */
function allowedSlips(length) {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Whether so many slips make one text of the other: a letter that is dropped, added or changed, or
 * two that are swapped, which the libraries at hand count twice.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} slips
 * @returns {boolean}
 */
function isWithin(a, b, slips) {
  if (a === b) return true;
  if (a[0] === b[0]) return isWithin(a.slice(1), b.slice(1), slips);
  if (slips === 0) return false;
  const isSwapped = a[0] === b[1] && a[1] === b[0];
  return (
    isWithin(a.slice(1), b, slips - 1) ||
    isWithin(a, b.slice(1), slips - 1) ||
    isWithin(a.slice(1), b.slice(1), slips - 1) ||
    (isSwapped && isWithin(a.slice(2), b.slice(2), slips - 1))
  );
}
