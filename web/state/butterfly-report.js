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
const ROUNDING = 1e-12;
/** A difference of losses that shows in a picture. */
const VISIBLE = 1e-3;

/**
 * @param {{ inOrder: Float64Array, reversed: Float64Array }} butterfly one may have ended early
 * @returns {ButterflyReport}
 */
export function reportButterfly({ inOrder, reversed }) {
  const length = Math.min(inOrder.length, reversed.length);
  const differences = inOrder.slice(0, length).map((loss, i) => distance(loss, reversed[i]));
  const firstAbove = (/** @type {number} */ limit) => {
    const epoch = differences.findIndex((difference) => difference > limit);
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

/**
 * @param {number} a a loss; not finite where its run has diverged
 * @param {number} b
 * @returns {number} infinite if only one has
 */
function distance(a, b) {
  if (Number.isFinite(a) && Number.isFinite(b)) return Math.abs(a - b);
  return Number.isFinite(a) || Number.isFinite(b) ? Infinity : 0;
}
