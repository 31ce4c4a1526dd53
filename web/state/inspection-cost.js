/**
 * How long a look inside takes, to ask for no more than people wait for.
 *
 * @module
 */

/** @typedef {'worker' | 'main'} Mode where it is computed: on the page's own thread it holds it up */

/**
 * What one multiplication of a weight and a sample takes, forward and back, on an ordinary machine:
 * measured with the notebook's network.
 */
const MS_PER_STEP = 3e-6;
/** Both orders of the sum. */
const RUNS = 2;
/** As many epochs as the notebook trains. */
const MOST_EPOCHS = 1000;
const FEWEST_EPOCHS = 10;

/** @type {Record<Mode, number>} */
const BUTTERFLY_MS = { worker: 2000, main: 200 };
/** @type {Record<Mode, number>} */
const AUTOMATIC_MS = { worker: 250, main: 50 };

/**
 * @param {{ parameterCount: number, trainSize: number }} network
 * @param {Mode} mode
 * @returns {number} how many epochs of a butterfly are computed within the time one waits
 */
export function butterflyEpochs({ parameterCount, trainSize }, mode) {
  const epochMs = RUNS * parameterCount * trainSize * MS_PER_STEP;
  const affordable = Math.floor(BUTTERFLY_MS[mode] / epochMs);
  return Math.min(MOST_EPOCHS, Math.max(FEWEST_EPOCHS, affordable));
}

/**
 * @param {{ parameterCount: number, trainSize: number }} network
 * @returns {number} milliseconds: two forward passes for each parameter
 */
export function checkDuration({ parameterCount, trainSize }) {
  return 2 * parameterCount * (parameterCount * trainSize) * (MS_PER_STEP / 2);
}

/**
 * @param {number} duration milliseconds
 * @param {Mode} mode
 * @returns {boolean} whether it may be done without being asked for
 */
export function isAutomatic(duration, mode) {
  return duration <= AUTOMATIC_MS[mode];
}
