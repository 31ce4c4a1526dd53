import { PLAIN_FEATURES, datasetOf, hasOwnPoints } from '../state/choices.js';

/**
 * @typedef {import('../state/types.js').Config} Config
 * @typedef {import('../state/matrix.js').Matrix} Matrix
 * @typedef {Pick<Config, 'dataset' | 'samples' | 'noise' | 'seed'>
 *   & Partial<Pick<Config, 'data'>> & { classes?: number }} PointsConfig
 * @typedef {PointsConfig & Pick<Config, 'testSize'>
 *   & Partial<Pick<Config, 'features' | 'scale'>>} DataConfig
 *
 * @typedef {object} Dataset
 * @property {Float64Array[]} X features, (2, n_samples)
 * @property {Float64Array} y class numbers or values, n_samples
 *
 * @typedef {object} DatasetOptions
 * @property {number} nSamples
 * @property {number | null} [noise] standard deviation of the noise, null draws none; of blobs, that of
 *   every cluster; of classification, the share of labels drawn anew
 * @property {number} [nClasses] of blobs and spirals 2 to 6, of classification 2 to 4; 2 if missing
 * @property {number} [factor] of circles the inner radius, 0 ≤ factor < 1; 0.8 if missing
 * @property {number} [turns] of each arm of spirals, 0 to 1000; 1.5 if missing
 * @property {number} [classSep] of classification half the side of the square at whose corners its
 *   clusters are; 1 if missing
 * @property {number} [nClustersPerClass] of classification; if missing, 2 for two classes, 1 for more
 * @property {Matrix} [centers] of blobs, (n_centers, 2); if missing, evenly on a circle
 * @property {number} randomState seed
 * @property {boolean} [shuffle] true if missing; xor, plane and hills are drawn in no order
 *
 * What of the engine makes data.
 * @typedef {object} DataMaker
 * @property {(name: string, options: DatasetOptions) => Dataset} makeDataset
 * @property {(nSamples: number, testSize: number, randomState: number) => { train: Int32Array,
 *   test: Int32Array }} trainTestSplit
 * @property {(X: Matrix, margin?: number) => Float64Array} dataBounds
 * @property {(X: Matrix) => { mean: Float64Array, std: Float64Array }} standardScaler
 * @property {(X: Matrix, map: import('./generated/moonlab.js').FeatureMap) => Float64Array[]} inputsOf
 *
 * @typedef {object} LabelledSet
 * @property {Float64Array[]} X a network's inputs, (n_inputs, n_samples)
 * @property {Float64Array[]} y what the outputs should be, (n_outputs, n_samples)
 *
 * @typedef {LabelledSet & { plane: Float64Array[], labels: Float64Array }} PlacedSet where its points are,
 *   too: x1, x2; and their classes or values
 *
 * @typedef {object} Data
 * @property {PlacedSet} train
 * @property {PlacedSet} test
 * @property {[number, number, number, number]} bounds of the picture: x1 from, to, x2 from, to
 * @property {import('../state/types.js').Scaler | null} scaler what points are scaled by before features
 *   are taken
 */

/** Free plane around the points in the picture, as the notebook leaves it. */
const BOUNDS_MARGIN = 0.5;
/** For two moons, the same on average. */
const OWN_MARGIN_SHARE = 0.18;

/**
 * The data that a configuration names, split.
 *
 * @param {DataMaker} engine
 * @param {DataConfig} config
 * @param {number} [nOutputs] of a network that is to learn it
 * @param {number} [without] the training point, from 0 in their order, that is left out once all else is
 *   settled: split, scaling and bounds are those with it, as the first weights are, and the others keep their
 *   order; but mini batches are drawn of one fewer
 * @returns {Data}
 * @throws {Error} that names what the engine does not accept
 */
export function createData(engine, config, nOutputs = 1, without = undefined) {
  const data = createPoints(engine, config);
  const split = engine.trainTestSplit(data.y.length, config.testSize, config.seed);
  const isOwn = hasOwnPoints(config);
  const [x1Min, x1Max, x2Min, x2Max] = engine.dataBounds(data.X, isOwn ? 0 : BOUNDS_MARGIN);
  const take = (/** @type {Int32Array} */ indices) => {
    const pick = (/** @type {Float64Array} */ row) => Float64Array.from(indices, (i) => row[i]);
    const labels = pick(data.y);
    return { plane: data.X.map(pick), labels, y: targetsOf(labels, nOutputs) };
  };
  const [train, test] = [take(split.train), take(split.test)];
  const { features = PLAIN_FEATURES, scale = 'none' } = config;
  const scaler = scale === 'none' ? null : fitScaler(engine, train.plane);
  const withInputs = (/** @type {typeof train} */ set) => ({
    ...set,
    X: engine.inputsOf(set.plane, { features, scaler }),
  });
  return {
    train: withInputs(without === undefined ? train : take(leaveOut(split.train, without))),
    test: withInputs(test),
    scaler,
    bounds: isOwn ? [...widen(x1Min, x1Max), ...widen(x2Min, x2Max)] : [x1Min, x1Max, x2Min, x2Max],
  };
}

/**
 * @param {Int32Array} indices of the training points
 * @param {number} without
 * @throws {RangeError} where there is no such point, or no other
 */
function leaveOut(indices, without) {
  const { length } = indices;
  if (length > 1 && Number.isInteger(without) && without >= 0 && without < length) {
    return indices.filter((_, i) => i !== without);
  }
  const allowed = length > 1 ? `whole numbers from 0 to ${length - 1}` : 'two training points';
  throw new RangeError(`without: ${without} of ${length}; allowed are ${allowed}`);
}

/**
 * @param {Float64Array} labels
 * @param {number} nOutputs
 * @returns {Float64Array[]} of several outputs 1 for that of the class, and 0 for the others
 */
function targetsOf(labels, nOutputs) {
  if (nOutputs === 1) return [labels];
  return Array.from({ length: nOutputs }, (_, output) =>
    labels.map((label) => Number(label === output)),
  );
}

/**
 * @param {DataMaker} engine
 * @param {Matrix} X of the training points, (2, n_samples)
 * @returns {import('../state/types.js').Scaler} in plain lists, for files
 */
function fitScaler(engine, X) {
  const { mean, std } = engine.standardScaler(X);
  return { mean: [...mean], std: [...std] };
}

/**
 * @param {Pick<DataMaker, 'makeDataset'>} engine
 * @param {PointsConfig} config
 * @returns {Dataset} in the plane
 */
export function createPoints(engine, config) {
  if (hasOwnPoints(config)) {
    const { data = [] } = config;
    const column = (/** @type {0 | 1 | 2} */ index) =>
      Float64Array.from(data, (point) => point[index]);
    return { X: [column(0), column(1)], y: column(2) };
  }
  return engine.makeDataset(...generatorOf(config));
}

/**
 * @param {PointsConfig} config whose points are made
 * @returns {[string, DatasetOptions]} what by, and how
 */
export function generatorOf({ dataset, classes: nClasses, samples: nSamples, noise, seed }) {
  const { name, options } = datasetOf(dataset);
  return [name, { ...options, nClasses, nSamples, noise, randomState: seed }];
}

/**
 * Own points may be as far apart as they like: the free plane around them is a share of that.
 *
 * @param {number} low
 * @param {number} high
 * @returns {[number, number]}
 */
function widen(low, high) {
  const margin = high > low ? (high - low) * OWN_MARGIN_SHARE : BOUNDS_MARGIN;
  return [low - margin, high + margin];
}

/**
 * @param {Pick<PlacedSet, 'plane' | 'labels'>} set
 * @returns {import('../state/types.js').Points}
 */
export function toPoints({ plane: [x1, x2], labels }) {
  // Copies: their buffers are transferred to the page.
  return { x1: x1.slice(), x2: x2.slice(), y: labels.slice() };
}
