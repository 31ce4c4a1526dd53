/**
 * Where two runs part that differ in nothing but the order of their sums.
 *
 * @module
 */

/**
 * @typedef {object} ButterflyReport
 * @property {number} epochs compared
 * @property {Float64Array} differences of the losses, absolute, at epoch 0, 1, …
 * @property {number | null} growsFrom the first epoch with more than rounding between them
 * @property {number | null} partsAt the first epoch where anybody sees the difference
 * @property {number} largest
 */

/** Sums in another order differ by less. */
export const ROUNDING = 1e-12;
/** A difference of losses that shows in a picture. */
export const VISIBLE = 1e-3;

/**
 * @param {{ inOrder: Float64Array, reversed: Float64Array }} butterfly one may have ended early
 * @returns {ButterflyReport}
 */
export function reportButterfly({ inOrder, reversed }) {
  const length = Math.min(inOrder.length, reversed.length);
  const differences = inOrder.slice(0, length).map((loss, i) => Math.abs(loss - reversed[i]));
  const firstAbove = (/** @type {number} */ limit) => {
    const epoch = differences.findIndex((difference) => !(difference <= limit));
    return epoch < 0 ? null : epoch;
  };
  return {
    epochs: length - 1,
    differences,
    growsFrom: firstAbove(ROUNDING),
    partsAt: firstAbove(VISIBLE),
    largest: differences.reduce((most, difference) => Math.max(most, difference), 0),
  };
}
