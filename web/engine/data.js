import { datasetOf, hasOwnPoints } from '../state/choices.js';

/**
 * @typedef {import('../state/types.js').Config} Config
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./engine.js').Dataset} Dataset
 * @typedef {Pick<Config, 'dataset' | 'samples' | 'noise' | 'seed' | 'testSize'>
 *   & Partial<Pick<Config, 'data'>>} DataConfig
 *
 * @typedef {object} LabelledSet
 * @property {Float64Array[]} X features, (n_features, n_samples)
 * @property {Float64Array[]} y labels, (1, n_samples)
 *
 * @typedef {object} Data
 * @property {LabelledSet} train
 * @property {LabelledSet} test
 * @property {[number, number, number, number]} bounds of the picture: x1 from, to, x2 from, to
 */

/** Free plane around the points in the picture, as the notebook leaves it. */
const BOUNDS_MARGIN = 0.5;
/** For two moons, the same on average. */
const OWN_MARGIN_SHARE = 0.18;

/**
 * The data that a configuration names, split.
 *
 * @param {Engine} engine
 * @param {DataConfig} config
 * @returns {Data}
 * @throws {Error} that names what the engine does not accept
 */
export function createData(engine, config) {
  const data = datasetOf(config.dataset).make(engine, config);
  const split = engine.trainTestSplit(data.y.length, config.testSize, config.seed);
  const isOwn = hasOwnPoints(config);
  const [x1Min, x1Max, x2Min, x2Max] = engine.dataBounds(data.X, isOwn ? 0 : BOUNDS_MARGIN);
  return {
    train: take(data, split.train),
    test: take(data, split.test),
    bounds: isOwn ? [...widen(x1Min, x1Max), ...widen(x2Min, x2Max)] : [x1Min, x1Max, x2Min, x2Max],
  };
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
 * @param {Dataset} data
 * @param {Int32Array} indices
 * @returns {LabelledSet}
 */
function take({ X, y }, indices) {
  const pick = (/** @type {Float64Array} */ row) => Float64Array.from(indices, (i) => row[i]);
  return { X: X.map(pick), y: [pick(y)] };
}

/**
 * @param {LabelledSet} set
 * @returns {import('../state/types.js').Points}
 */
export function toPoints({ X: [x1, x2], y: [labels] }) {
  // Copies: their buffers are transferred to the page.
  return { x1: x1.slice(), x2: x2.slice(), y: Uint8Array.from(labels) };
}
