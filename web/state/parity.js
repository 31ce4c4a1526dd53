/**
 * How far the lab computes what the notebook computes: data, split, first weights, first forward
 * pass, and training as long as its digits are determined.
 *
 * @module
 */

import { NOTEBOOK_NUMBERS } from './notebook.js';
import { parameterAt } from './parameters.js';

/** @import { Place } from './parameters.js' */
/** @import { Description, Metrics, Points } from './types.js' */

/**
 * @typedef {object} Stage
 * @property {'data' | 'split' | 'weights' | 'forward' | 'training'} name
 * @property {number} known one of the numbers compared, as the notebook gives it
 * @property {number | null} ours the same number here; null until it is there
 * @property {number | null} difference the largest of all the numbers compared
 * @property {boolean | null} agrees
 * @property {number | null} epoch the last one compared, of training
 */

/** @typedef {[x1: number, x2: number, y: number]} LabelledPoint */

/**
 * The first samples, in the order of the data set. From tests/golden/datasets.json, case `moons
 * n=300 noise=0.2 seed=42`, made by scikit-learn 1.2.1.
 *
 * @type {readonly LabelledPoint[]}
 */
const FIRST_SAMPLES = [
  [0.8039264206973471, -0.29140734340147334, 1],
  [2.3144326452425985, -0.1222381308049362, 1],
  [-0.28039207168281294, 0.45093753644694107, 1],
  [0.7894462889082849, 0.38405982745810396, 0],
];

/**
 * The same data at the first indices of both sets: 232, 59, 6 and 203, 266, 152. From
 * tests/golden/split.json, case `n=300 test_size=0.2 seed=42`, made by scikit-learn 1.2.1.
 *
 * @type {Record<'train' | 'test', { size: number, first: readonly LabelledPoint[] }>}
 */
const SPLIT = {
  train: {
    size: 240,
    first: [
      [2.1466957030318734, 0.30067982040856894, 1],
      [0.9366657997368772, 0.6193030208710667, 0],
      [0.3441153622911073, -0.16941224615495357, 1],
    ],
  },
  test: {
    size: 60,
    first: [
      [0.48362192524815195, -0.32726869008369, 1],
      [2.4254960930414478, 0.5292240524460836, 1],
      [0.8137335064258765, -0.5696577643774474, 1],
    ],
  },
};

/**
 * Parameters at epoch 0: the first weights, the first bias of the first layer, and the
 * first weights of the second. From tests/golden/forward.json, case `[2, 4, 3, 1] relu seed 42`,
 * made by NumPy 1.24.2: the first numbers of the stream, whatever the layers' sizes.
 *
 * @type {readonly (Place & { value: number })[]}
 */
const FIRST_WEIGHTS = [
  { layer: 0, neuron: 0, input: 0, value: 0.004967141530112327 },
  { layer: 0, neuron: 0, input: 1, value: -0.0013826430117118466 },
  { layer: 0, neuron: 1, input: 0, value: 0.006476885381006925 },
  { layer: 0, neuron: 7, input: 1, value: -0.005622875292409727 },
  { layer: 0, neuron: 0, input: null, value: 0 },
  { layer: 1, neuron: 0, input: 0, value: -0.010128311203344238 },
  { layer: 1, neuron: 0, input: 1, value: 0.003142473325952739 },
];

/** The share right at epoch 0, of the same network as NOTEBOOK_NUMBERS. */
const FIRST_TRAIN_ACCURACY = 0.44166666666666665;

/** The golden files' tolerance for data: logarithm, sine and cosine may differ in the last bit. */
const DATA_TOLERANCE = 1e-14;
/** The golden files' tolerance for a forward pass: sums may be added up in another order. */
const FORWARD_TOLERANCE = 1e-12;

/**
 * @param {object} run the notebook's, as it has gone here
 * @param {Description} run.description
 * @param {Float64Array | null} run.initialParameters null if they are not at hand any more
 * @param {{ at: (epoch: number) => Metrics | undefined }} run.history
 * @returns {Stage[]} in the order of the notebook
 */
export function compareStages({ description, initialParameters, history }) {
  return [
    compareData(description),
    compareSplit(description),
    compareWeights(description, initialParameters),
    compareForward(history.at(0)),
    compareTraining(history),
  ];
}

/**
 * @param {Description} description
 * @returns {Stage}
 */
function compareData({ train, test }) {
  const points = [...labelled(train), ...labelled(test)];
  const nearest = FIRST_SAMPLES.map((sample) =>
    points.reduce((best, point) =>
      distance(point, sample) < distance(best, sample) ? point : best,
    ),
  );
  const difference = Math.max(...FIRST_SAMPLES.map((sample, i) => distance(nearest[i], sample)));
  const stage = { known: FIRST_SAMPLES[0][0], ours: nearest[0][0], difference, epoch: null };
  return { name: 'data', ...stage, agrees: difference <= DATA_TOLERANCE };
}

/**
 * @param {Description} description
 * @returns {Stage}
 */
function compareSplit(description) {
  const sets = /** @type {const} */ (['train', 'test']);
  const difference = Math.max(
    ...sets.flatMap((set) => {
      const points = labelled(description[set]);
      return SPLIT[set].first.map((point, i) => distance(points[i], point));
    }),
  );
  const hasSizes = sets.every((set) => description[set].y.length === SPLIT[set].size);
  const [known, ours] = [SPLIT.train.first[0][0], description.train.x1[0]];
  const agrees = hasSizes && difference <= DATA_TOLERANCE;
  return { name: 'split', known, ours, difference, agrees, epoch: null };
}

/**
 * @param {Description} description
 * @param {Float64Array | null} parameters
 * @returns {Stage}
 */
function compareWeights({ layerSizes }, parameters) {
  const known = FIRST_WEIGHTS[0].value;
  const pending = { name: /** @type {const} */ ('weights'), known, epoch: null };
  if (!parameters) return { ...pending, ours: null, difference: null, agrees: null };
  const ours = FIRST_WEIGHTS.map((place) => parameterAt(parameters, layerSizes, place));
  const difference = Math.max(...FIRST_WEIGHTS.map(({ value }, i) => Math.abs(ours[i] - value)));
  return { ...pending, ours: ours[0], difference, agrees: difference <= DATA_TOLERANCE };
}

/**
 * @param {Metrics | undefined} metrics at epoch 0
 * @returns {Stage}
 */
function compareForward(metrics) {
  const { value: known } = NOTEBOOK_NUMBERS[0];
  const pending = { name: /** @type {const} */ ('forward'), known, epoch: null };
  if (!metrics) return { ...pending, ours: null, difference: null, agrees: null };
  const { trainLoss: ours, trainAccuracy } = metrics;
  const difference = Math.max(
    Math.abs(ours - known),
    Math.abs(trainAccuracy - FIRST_TRAIN_ACCURACY),
  );
  return { ...pending, ours, difference, agrees: difference <= FORWARD_TOLERANCE };
}

/**
 * As far as it has come.
 *
 * @param {{ at: (epoch: number) => Metrics | undefined }} history
 * @returns {Stage}
 */
function compareTraining(history) {
  const losses = NOTEBOOK_NUMBERS.filter(
    ({ metric, epoch }) => metric === 'trainLoss' && epoch > 0,
  );
  const reached = losses.flatMap(({ epoch, value, tolerance }) => {
    const ours = history.at(epoch)?.trainLoss;
    return ours === undefined ? [] : [{ epoch, value, tolerance, ours }];
  });
  const last = reached.at(-1);
  const name = /** @type {const} */ ('training');
  if (!last) {
    return {
      name,
      known: losses[0].value,
      ours: null,
      difference: null,
      agrees: null,
      epoch: null,
    };
  }
  const difference = Math.max(...reached.map(({ ours, value }) => Math.abs(ours - value)));
  const agrees = reached.every(({ ours, value, tolerance }) => Math.abs(ours - value) <= tolerance);
  return { name, known: last.value, ours: last.ours, difference, agrees, epoch: last.epoch };
}

/**
 * @param {Points} points
 * @returns {LabelledPoint[]}
 */
function labelled({ x1, x2, y }) {
  return Array.from(x1, (value, i) => [value, x2[i], y[i]]);
}

/**
 * @param {LabelledPoint | undefined} a
 * @param {LabelledPoint} b
 * @returns {number} the largest difference of a coordinate or of the class
 */
function distance(a, b) {
  if (!a) return Infinity;
  return Math.max(...b.map((value, i) => Math.abs(a[i] - value)));
}
