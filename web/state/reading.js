/**
 * What the readers of values share.
 *
 * @module
 */

/** Stricter than Number(), which takes '', '0x10' and 'Infinity'. */
export const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** What a value is refused with, until it has become a message. */
export class Refusal extends Error {
  /**
   * @param {unknown} value the part that is wrong
   * @param {import('./types.js').Message} problem
   */
  constructor(value, problem) {
    super('refused');
    this.value = value;
    this.problem = problem;
  }
}
