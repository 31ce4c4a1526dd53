import { flatten, toRows, vector } from '../state/matrix.js';
import { findCrossings } from './crossings.js';
import { Experiment } from './experiment.js';
import { RandomState } from './handle.js';
import { Network } from './network.js';
import { Trainer } from './trainer.js';

/**
 * @typedef {import('./data.js').Dataset} Dataset
 * @typedef {import('./data.js').DatasetOptions} DatasetOptions
 * @typedef {import('./crossings.js').Best} Best
 * @typedef {import('./trainer.js').TrainerOptions} TrainerOptions
 * @typedef {import('./generated/moonlab.js').FeatureMap} FeatureMap
 * @typedef {import('./generated/moonlab.js').MoonlabModule} MoonlabModule
 * @typedef {import('../state/matrix.js').Matrix} Matrix
 *
 * Of one output a number a sample; of several a row an output.
 * @typedef {ArrayLike<number> | Matrix} Labels
 */

/**
 * The engine as JavaScript sees it. Numbers are NumPy's, scikit-learn's and PyTorch's for the same seed, as
 * far as these agree with themselves: the README says where they do not.
 * Every method throws an Error that names what came and what is allowed; the engine goes on working.
 */
export class Engine {
  #module;

  /**
   * @param {MoonlabModule} module
   */
  constructor(module) {
    this.#module = module;
  }

  /**
   * What the module's memory takes, in bytes. It grows when needed and never shrinks.
   */
  get memoryBytes() {
    return this.#module.HEAPU8.byteLength;
  }

  /**
   * @param {number} seed 0 … 4294967295
   */
  createRandomState(seed) {
    return new RandomState(new this.#module.RandomState(seed));
  }

  /**
   * @param {number[]} layerSizes inputs, hidden neurons…, outputs
   * @param {string[]} activations one a layer: linear, relu, sigmoid, tanh, leaky_relu, elu; and
   *   softmax for the last, of two neurons or more
   */
  createNetwork(layerSizes, activations) {
    return new Network(new this.#module.Network(layerSizes, activations), [...layerSizes]);
  }

  /**
   * @param {Network} network trained from its current parameters; it is copied
   * @param {{ X: Matrix, y: Matrix }} train
   * @param {{ X: Matrix, y: Matrix } | null} test
   * @param {TrainerOptions} options
   * @param {RandomState} randomState orders the samples of mini batches; it is copied
   */
  createTrainer(network, train, test, options, randomState) {
    const flat = (/** @type {{ X: Matrix, y: Matrix } | null} */ set) => ({
      X: flatten(set?.X ?? [], 'X'),
      y: flatten(set?.y ?? [], 'y'),
    });
    const trainer = new this.#module.Trainer(
      network.object,
      flat(train),
      flat(test),
      options,
      randomState.object,
    );
    return new Trainer(trainer, network.layerSizes, options.score);
  }

  /**
   * @param {import('../state/types.js').Config} config
   * @param {ConstructorParameters<typeof Experiment>[2]} [start]
   */
  createExperiment(config, start) {
    return new Experiment(this, config, start);
  }

  /**
   * A data set by its name; what does not concern it is ignored.
   *
   * @param {string} name moons, circles, blobs, classification, xor, spirals, plane or hills
   * @param {DatasetOptions} options
   * @returns {Dataset}
   */
  makeDataset(name, options) {
    const { X, y } = this.#module.makeDataset(name, flatOptions(options), options.randomState);
    return { X: toRows(X, X.length / y.length), y };
  }

  /**
   * The classifier that nobody can beat on fresh points of a generated data set, since it knows what
   * they are drawn from. See bayes_classifier.hpp.
   *
   * @param {string} name moons, circles, blobs, classification, xor or spirals
   * @param {DatasetOptions} options
   * @param {ArrayLike<number>} bounds of its grid: x1 min, x1 max, x2 min, x2 max
   * @param {number} resolution points a side, 2 to 2000
   * @returns {Best}
   */
  bestClassifier(name, options, bounds, resolution) {
    const { randomState } = options;
    const flat = flatOptions(options);
    const best = this.#module.bayes(name, flat, randomState, bounds, resolution);
    const nClasses = best.grid.length / resolution ** 2;
    const ask = (/** @type {Matrix} */ X) =>
      toRows(this.#module.bayesProbabilities(name, flat, randomState, flatten(X, 'X')), nClasses);
    const crossings = findCrossings({ grid: best.grid, resolution, bounds }, ask);
    return { ...best, crossings };
  }

  /**
   * @param {{ nSamples: number, noise?: number | null, randomState: number, shuffle?: boolean }} options
   *   noise null draws none
   * @returns {Dataset}
   */
  makeMoons(options) {
    return this.makeDataset('moons', options);
  }

  /**
   * @param {{ nSamples: number, noise?: number | null, factor?: number, randomState: number,
   *   shuffle?: boolean }} options factor is the inner radius, 0 ≤ factor < 1
   * @returns {Dataset}
   */
  makeCircles(options) {
    return this.makeDataset('circles', options);
  }

  /**
   * @param {{ nSamples: number, centers: Matrix, clusterStd?: number, randomState: number,
   *   shuffle?: boolean }} options centers are (n_centers, 2)
   * @returns {Dataset}
   */
  makeBlobs({ clusterStd = 1, ...options }) {
    return this.makeDataset('blobs', { ...options, noise: clusterStd });
  }

  /**
   * @param {number} nSamples
   * @param {number} testSize share, 0 < testSize < 1
   * @param {number} randomState seed
   * @returns {{ train: Int32Array, test: Int32Array }} indices, in order
   */
  trainTestSplit(nSamples, testSize, randomState) {
    return this.#module.trainTestSplit(nSamples, testSize, randomState);
  }

  /**
   * scikit-learn's StandardScaler, fitted on points: scaled by (x - mean) / std, they have mean 0 and
   * standard deviation 1. What does not vary has std 1.
   *
   * @param {Matrix} X (2, n_samples)
   * @returns {{ mean: Float64Array, std: Float64Array }} of x1 and x2
   */
  standardScaler(X) {
    return this.#module.standardScaler(flatten(X, 'X'));
  }

  /**
   * What a network is given of points: features of their scaled coordinates.
   *
   * @param {Matrix} X (2, n_samples)
   * @param {FeatureMap} map features are x1, x2, x1^2, x2^2, x1*x2, sin(x1), sin(x2); without a scaler the
   *   coordinates stay as they are
   * @returns {Float64Array[]} (n_features, n_samples)
   */
  inputsOf(X, map) {
    return toRows(this.#module.inputsOf(flatten(X, 'X'), map), map.features.length);
  }

  /**
   * @param {string} activation linear, relu, sigmoid, tanh, leaky_relu or elu
   * @param {ArrayLike<number>} x
   * @returns {Float64Array}
   */
  activate(activation, x) {
    return this.#module.activate(activation, vector(x, 'x'));
  }

  /**
   * @param {string} activation
   * @param {ArrayLike<number>} x
   * @returns {Float64Array} the derivative at x
   */
  activationDerivative(activation, x) {
    return this.#module.activationDerivative(activation, vector(x, 'x'));
  }

  /**
   * @param {Labels} yTrue labels
   * @param {Labels} yPred probabilities, clipped to [1e-7, 1 - 1e-7]
   */
  binaryCrossEntropy(yTrue, yPred) {
    return this.#module.binaryCrossEntropy(...compared(yTrue, yPred));
  }

  /**
   * @param {Matrix} yTrue one-hot, (n_classes, n_samples)
   * @param {Matrix} yPred probabilities, clipped to [1e-7, 1 - 1e-7]
   */
  categoricalCrossEntropy(yTrue, yPred) {
    return this.#module.categoricalCrossEntropy(...compared(yTrue, yPred));
  }

  /**
   * @param {Labels} yTrue
   * @param {Labels} yPred
   */
  meanSquaredError(yTrue, yPred) {
    return this.#module.meanSquaredError(...compared(yTrue, yPred));
  }

  /**
   * @param {Labels} yTrue
   * @param {Labels} yPred of one output above 0.5 is class 1; of several, the largest's class
   */
  accuracy(yTrue, yPred) {
    return this.#module.accuracy(...compared(yTrue, yPred));
  }

  /**
   * @param {Labels} yTrue
   * @param {Labels} yPred
   * @returns {number} as scikit-learn's r2_score; NaN for a single sample
   */
  r2Score(yTrue, yPred) {
    return this.#module.r2Score(...compared(yTrue, yPred));
  }

  /**
   * @param {Matrix} X (2, n_samples)
   * @param {number} margin added on every side
   * @returns {Float64Array} x1 min, x1 max, x2 min, x2 max
   */
  dataBounds(X, margin = 0.5) {
    return this.#module.dataBounds(flatten(X, 'X'), margin);
  }
}

/** @param {DatasetOptions} options as people write them */
function flatOptions({ noise = null, centers, shuffle = true, ...others }) {
  return { ...others, noise, centers: centers && flatten(centers, 'centers'), shuffle };
}

/**
 * @param {Labels} yTrue
 * @param {Labels} yPred
 * @returns {[Float64Array, Float64Array, number]} row by row, and the number of rows
 */
function compared(yTrue, yPred) {
  const flat = (/** @type {Labels} */ values, /** @type {string} */ name) =>
    typeof values?.[0] === 'object'
      ? flatten(/** @type {Matrix} */ (values), name)
      : vector(/** @type {ArrayLike<number>} */ (values), name);
  const nOutputs = typeof yTrue?.[0] === 'object' ? yTrue.length : 1;
  return [flat(yTrue, 'yTrue'), flat(yPred, 'yPred'), nOutputs];
}
