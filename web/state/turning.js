/**
 * Where a run that has diverged turned, and what grew first: of quantities watched at some of its epochs.
 *
 * @module
 */

/**
 * @typedef {object} Sample
 * @property {number} epoch
 * @property {readonly number[]} sizes of the quantities, in an order of the caller's, ≥ 0; Infinity where one
 *   is no longer finite, NaN where it is not known
 *
 * @typedef {{ epoch: number, value: number }} Moment
 *
 * @typedef {object} Growth of a quantity until the end of a run
 * @property {number} quantity its place among the sizes
 * @property {Moment} turn from which on it grew
 * @property {Moment} grown from which on it was more than ten times as large as at the turn, for good
 */

/** What is more than so many times its usual size has grown. */
const FACTOR = 10;
/** What is not more than so many times what it was has hardly changed. */
const LEEWAY = 1.5;
/** So many epochs are all watched. Of longer runs so many are, and then those about the moments found. */
const MOST_EPOCHS = 400;
/** So many more between two that are watched. */
const BETWEEN = 15;

/**
 * The quantity that was the first to be ten times as large as before, for good; of several at the same epoch
 * the one that had grown the most by then.
 *
 * Its turn: the usual size of a quantity at an epoch is the median of its sizes until then. From the last epoch
 * at which it was not more than ten times that, one goes back as long as it had been growing, and forth again as
 * long as it was not half as large again as there.
 *
 * @param {readonly Sample[]} samples in the order of their epochs
 * @returns {Growth | null} null where nothing has grown: it was not finite from the start
 */
export function firstToGrow(samples) {
  const count = samples[0]?.sizes.length ?? 0;
  const growths = Array.from({ length: count }, (_, quantity) => growthOf(samples, quantity));
  /** @type {Growth | null} */
  let first = null;
  for (const growth of growths) if (growth && (!first || isBefore(growth, first))) first = growth;
  return first;
}

/**
 * @param {readonly Sample[]} samples
 * @param {number} quantity
 * @returns {Growth | null}
 */
function growthOf(samples, quantity) {
  const known = samples
    .map(({ epoch, sizes }) => ({ epoch, value: sizes[quantity] }))
    .filter(({ value }) => !Number.isNaN(value));
  const values = known.map(({ value }) => value);
  let turn = values.length - 1;
  while (turn > 0 && values[turn] / FACTOR > medianOf(values.slice(0, turn + 1))) turn -= 1;
  while (turn > 0 && values[turn - 1] < values[turn]) turn -= 1;
  const most = LEEWAY * values[turn];
  while (values[turn + 1] <= most) turn += 1;
  let grown = values.length;
  while (grown > 0 && values[grown - 1] / FACTOR > values[turn]) grown -= 1;
  if (grown === values.length) return null;
  return { quantity, turn: known[turn], grown: known[grown] };
}

/**
 * @param {Growth} growth
 * @param {Growth} other
 */
function isBefore({ turn, grown }, other) {
  if (grown.epoch !== other.grown.epoch) return grown.epoch < other.grown.epoch;
  return grown.value / turn.value > other.grown.value / other.turn.value;
}

/** @param {number[]} values at least one; the lower of the two in the middle */
function medianOf(values) {
  return values.sort((a, b) => a - b)[(values.length - 1) >> 1];
}

/**
 * @param {number} last epoch of a run
 * @returns {number[]} epochs to watch first, with both ends
 */
export function firstEpochs(last) {
  const stride = Math.ceil(Math.max(1, last) / MOST_EPOCHS);
  const epochs = Array.from({ length: Math.floor(last / stride) + 1 }, (_, i) => i * stride);
  return last % stride === 0 ? epochs : [...epochs, last];
}

/**
 * @param {readonly Sample[]} samples
 * @param {Growth | null} growth that has been found in them
 * @returns {number[]} epochs to watch besides, in their order, to know its moments to the epoch; none where
 *   they are known
 */
export function epochsBetween(samples, growth) {
  if (!growth) return [];
  const { turn, grown } = growth;
  const gaps = samples.slice(1).map(({ epoch }, i) => ({ from: samples[i].epoch, to: epoch }));
  return gaps
    .filter(({ from, to }) => to === grown.epoch || from === turn.epoch || to === turn.epoch)
    .flatMap(({ from, to }) => {
      const stride = Math.ceil((to - from) / (BETWEEN + 1));
      const inside = Math.ceil((to - from) / stride) - 1;
      return Array.from({ length: inside }, (_, i) => from + (i + 1) * stride);
    });
}
