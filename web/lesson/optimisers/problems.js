/**
 * What the optimisers are let loose on: the loss of one neuron, a valley, and that of the moons' network.
 *
 * @module
 */
import { using } from '../../engine/handle.js';
import { createData } from '../../engine/data.js';
import { networkOf } from '../../state/model.js';
import { defaultConfig } from '../../state/presets.js';

/** @typedef {import('../../engine/engine.js').Engine} Engine */
/** @typedef {import('../../engine/network.js').Network} Network */
/** @typedef {[number, number]} Pair weight and bias */

/**
 * @typedef {object} Shape of the valley: what is done to the standardised feature
 * @property {string} id
 * @property {string} label
 * @property {number} factor
 * @property {number} shift
 * @property {[number, number, number, number]} bounds of the picture: weight from, to, bias from, to
 * @property {Pair} start
 * @property {import('./methods.js').Rates} rates
 *
 * @typedef {object} Problem what all optimisers are given
 * @property {number[]} layerSizes
 * @property {string[]} activations
 * @property {{ X: Float64Array[], y: Float64Array[] }} train
 * @property {{ X: Float64Array[], y: Float64Array[] } | null} test
 * @property {Float64Array} start parameters
 */

/**
 * RMSProp and Adam keep their learning rates everywhere; those of SGD and momentum must suit the
 * curvature, and momentum's is a tenth of SGD's, as its velocity grows to ten gradients.
 *
 * @type {readonly Shape[]}
 */
export const SHAPES = [
  {
    id: 'shifted',
    label: 'Shifted by 2',
    factor: 1,
    shift: 2,
    bounds: [-4.6, 2.4, -1.1, 5.9],
    start: [0.5, -0.5],
    rates: { sgd: 2, momentum: 0.2, rmsprop: 0.05, adam: 0.2 },
  },
  {
    id: 'scaled',
    label: 'Times 8',
    factor: 8,
    shift: 0,
    bounds: [-2.6, 1.2, -0.5, 3.3],
    start: [0.2, 3],
    rates: { sgd: 0.5, momentum: 0.05, rmsprop: 0.05, adam: 0.2 },
  },
  {
    id: 'standardised',
    label: 'Standardised',
    factor: 1,
    shift: 0,
    bounds: [-5.4, 2.2, -3.4, 4.2],
    start: [1.5, 2.5],
    rates: { sgd: 2, momentum: 0.2, rmsprop: 0.05, adam: 0.2 },
  },
];

/** How far each optimiser goes. */
export const VALLEY_EPOCHS = 200;
/** What counts as having arrived: to be so near to the lowest loss, and to stay there. */
export const ARRIVED = 0.001;

/** Step of the difference between two gradients. */
const CURVATURE_STEP = 1e-5;
const NEWTON_STEPS = 50;
const FLAT = 1e-12;

/**
 * One neuron with one input: a loss with two parameters and no more, so that the picture of it is
 * the whole truth. Its input is the moons' second feature, standardised and then changed.
 */
export class Valley {
  #network;

  /**
   * @param {Engine} engine
   * @param {Shape} shape
   */
  constructor(engine, shape) {
    this.shape = shape;
    const { train } = createData(engine, defaultConfig());
    this.train = { X: [featureOf(train.X[1], shape)], y: train.y };
    this.#network = engine.createNetwork([1, 1], ['sigmoid']);
    /** The lowest place. @type {Pair} */
    this.minimum = this.#findMinimum();
    this.lowest = this.loss(this.minimum);
  }

  /**
   * @param {Pair} start
   * @returns {Problem}
   */
  problem(start) {
    return {
      layerSizes: [1, 1],
      activations: ['sigmoid'],
      train: this.train,
      test: null,
      start: Float64Array.from(start),
    };
  }

  /** @param {Pair} at */
  loss(at) {
    const { X, y } = this.train;
    return this.#at(at).evaluate(X, y).loss;
  }

  /**
   * @param {Pair} at
   * @returns {Pair} the slope along the weight and along the bias
   */
  gradient(at) {
    const { X, y } = this.train;
    const [{ weights, biases }] = this.#at(at).gradient(X, y);
    return [weights[0][0], biases[0]];
  }

  /**
   * The Hessian, from differences of the engine's gradients.
   *
   * @param {Pair} [at]
   * @returns {{ ww: number, wb: number, bb: number }}
   */
  curvature(at = this.minimum) {
    const [w, b] = at;
    const along = (/** @type {Pair} */ low, /** @type {Pair} */ high) => {
      const [before, after] = [this.gradient(low), this.gradient(high)];
      return after.map((slope, i) => (slope - before[i]) / (2 * CURVATURE_STEP));
    };
    const [ww, wb] = along([w - CURVATURE_STEP, b], [w + CURVATURE_STEP, b]);
    const [bw, bb] = along([w, b - CURVATURE_STEP], [w, b + CURVATURE_STEP]);
    return { ww, wb: (wb + bw) / 2, bb };
  }

  /**
   * The curvature across the valley and along it.
   *
   * @param {Pair} [at]
   * @returns {{ steepest: number, flattest: number, condition: number }} condition: their ratio
   */
  steepness(at = this.minimum) {
    const { ww, wb, bb } = this.curvature(at);
    const middle = (ww + bb) / 2;
    const spread = Math.hypot((ww - bb) / 2, wb);
    const [steepest, flattest] = [middle + spread, middle - spread];
    return { steepest, flattest, condition: steepest / flattest };
  }

  dispose() {
    this.#network.dispose();
  }

  /** Newton's method: the loss of one sigmoid neuron is convex. */
  #findMinimum() {
    /** @type {Pair} */
    let at = [0, 0];
    for (let i = 0; i < NEWTON_STEPS; i += 1) {
      const [gw, gb] = this.gradient(at);
      if (Math.hypot(gw, gb) < FLAT) break;
      const { ww, wb, bb } = this.curvature(at);
      const area = ww * bb - wb * wb;
      at = [at[0] - (bb * gw - wb * gb) / area, at[1] - (ww * gb - wb * gw) / area];
    }
    return at;
  }

  /** @param {Pair} at */
  #at(at) {
    this.#network.setParameters(Float64Array.from(at));
    return this.#network;
  }
}

/**
 * @param {readonly number[]} losses above the lowest, from epoch 0
 * @returns {number | null} the epoch from which on all are below {@link ARRIVED}; null: not yet
 */
export function arrivalOf(losses) {
  let epoch = losses.length;
  while (epoch > 0 && losses[epoch - 1] < ARRIVED) epoch -= 1;
  return epoch < losses.length ? epoch : null;
}

/**
 * @param {Float64Array} values
 * @param {Shape} shape
 */
function featureOf(values, { factor, shift }) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (factor * (value - mean)) / Math.sqrt(variance) + shift);
}

/** @type {import('./methods.js').Rates} */
export const NETWORK_RATES = { sgd: 0.5, momentum: 0.1, rmsprop: 0.01, adam: 0.03 };
export const NETWORK_EPOCHS = 300;

/**
 * The lab's own network on the moons, at epoch 0.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @returns {Problem}
 */
export function moonsProblem(engine) {
  const config = defaultConfig();
  const { train, test } = createData(engine, config);
  const start = using([engine.createExperiment(config)], (experiment) => experiment.parameters());
  return { ...networkOf(config), train, test, start };
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {Problem} problem
 * @returns {(parameters: Float64Array) => number} the training loss there
 */
export function lossOf(engine, { layerSizes, activations, train }) {
  const network = engine.createNetwork(layerSizes, activations);
  return (parameters) => {
    network.setParameters(parameters);
    return network.evaluate(train.X, train.y).loss;
  };
}
