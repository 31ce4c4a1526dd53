/**
 * How English counts, in every part of its catalogue.
 *
 * @module
 */

/** @typedef {string | number} ClassName its number, where it has no name of its own */

export const numerals = { decimal: '.', group: ',', percent: '%', mark: '' };

/** @param {number} count */
export const whole = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, numerals.group);

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 * @returns {string} "1 epoch", "1,000 epochs"
 */
export const some = (count, one, many = `${one}s`) => `${whole(count)} ${count === 1 ? one : many}`;

/** @param {number} count up to nine in words */
export const inWords = (count) =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count] ??
  whole(count);
