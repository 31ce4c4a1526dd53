/**
 * What the notebook's run is known to give, to stand beside what ours gives.
 *
 * @module
 */

/** @import { Metrics } from './types.js' */

/**
 * @typedef {object} KnownNumber
 * @property {number} epoch
 * @property {'trainLoss' | 'testAccuracy'} metric
 * @property {number} value
 * @property {number} tolerance a difference up to this is agreement
 */

/**
 * @typedef {KnownNumber & { ours: number | null, agrees: boolean | null }} Comparison
 *   null until our training has reached the epoch
 */

/** The relative tolerance with which the golden losses hold. */
const LOSS_TOLERANCE = 1e-8;

/** So many losses of the notebook's run, from epoch 0 on, are the same for every order of its sums. */
export const DETERMINED_EPOCHS = 170;

/** Of 300 samples, a fifth. */
const TEST_SAMPLES = 60;

/**
 * @param {number} epoch
 * @param {number} value
 * @returns {KnownNumber}
 */
function knownLoss(epoch, value) {
  return { epoch, metric: 'trainLoss', value, tolerance: LOSS_TOLERANCE * value };
}

/**
 * From tests/golden/notebook.json, network `Notebook (2-8-8-1)`, made by NumPy 1.24.2 and
 * scikit-learn 1.2.1 running the notebook's own loop: `losses` at these indices, and
 * `test_accuracy_range`.
 *
 * The run is chaotic: from epoch 170 the order of a sum decides the losses, so only earlier ones
 * are known, and the test accuracy at the end is known to one sample.
 *
 * @type {readonly KnownNumber[]}
 */
export const NOTEBOOK_NUMBERS = [
  knownLoss(0, 0.693147307059597),
  knownLoss(50, 0.41978421866049165),
  knownLoss(100, 0.4004023619400619),
  knownLoss(150, 0.39013383645401895),
  knownLoss(DETERMINED_EPOCHS - 1, 0.3881549080560319),
  // 52 of the 60. A little more than one sample, so that rounding cannot decide.
  {
    epoch: 1000,
    metric: 'testAccuracy',
    value: 52 / TEST_SAMPLES,
    tolerance: 1.001 / TEST_SAMPLES,
  },
];

/**
 * @param {{ at: (epoch: number) => Metrics | undefined }} history
 * @returns {Comparison[]}
 */
export function compareWithNotebook(history) {
  return NOTEBOOK_NUMBERS.map((known) => {
    const ours = history.at(known.epoch)?.[known.metric] ?? null;
    const agrees = ours === null ? null : Math.abs(ours - known.value) <= known.tolerance;
    return { ...known, ours, agrees };
  });
}
