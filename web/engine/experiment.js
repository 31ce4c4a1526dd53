import { joinLayers, modelOf, networkOf } from '../state/model.js';
import { endsOf, engineLossOf, problemOf } from '../state/problem.js';
import { parseSchedule } from '../state/schedule.js';
import { answerOf } from './answer.js';
import { createData, generatorOf, toPoints } from './data.js';
import { checkGradient, runButterfly } from './diagnostics.js';
import { using } from './handle.js';
import { outcomesOf } from './outcomes.js';
import { ScheduledTrainer } from './scheduled.js';

/**
 * @typedef {import('../state/types.js').RuleName} RuleName
 * @typedef {import('../state/types.js').Config} Config
 * @typedef {import('../state/types.js').Description} Description
 * @typedef {import('../state/types.js').Metrics} Metrics
 * @typedef {import('./network.js').Network} Network
 * @typedef {import('./handle.js').RandomState} RandomState
 *
 * What of the engine makes experiments.
 * @typedef {import('./data.js').DataMaker & import('./diagnostics.js').TrainerMaker & {
 *   createNetwork: (layerSizes: number[], activations: string[]) => Network,
 *   createRandomState: (seed: number) => RandomState,
 *   bestClassifier: (name: string, options: import('./data.js').DatasetOptions,
 *     bounds: ArrayLike<number>, resolution: number) => import('./crossings.js').Best }} ExperimentMaker
 *
 * Where values are learned it has R², and no accuracy.
 * @typedef {{ loss: number, accuracy?: number, r2?: number }} Evaluation
 *
 * @typedef {object} Start the network at epoch 0
 * @property {number[]} layerSizes
 * @property {string[]} activations
 * @property {Float64Array} [parameters] an imported model's; otherwise they are drawn
 */

/**
 * One configuration brought to life: data, split, network and trainer, all from one seed.
 */
export class Experiment {
  #engine;
  #config;
  #problem;
  #train;
  #test;
  #bounds;
  /**
   * What a network is given of a point.
   *
   * @type {{ features: Config['features'], scaler: import('../state/types.js').Scaler | null }}
   */
  #map;
  /** @type {Start} */
  #start;
  /** @type {ScheduledTrainer} */
  #trainer;

  /**
   * @param {ExperimentMaker} engine
   * @param {Config} config
   * @throws {Error} that names what the engine does not accept
   */
  constructor(engine, config) {
    this.#engine = engine;
    this.#config = config;
    this.#problem = problemOf(config);
    const { outputs } = endsOf(this.#problem);
    const { train, test, bounds, scaler } = createData(engine, config, outputs);
    this.#train = train;
    this.#test = test;
    this.#bounds = bounds;
    this.#map = { features: config.features, scaler };
    this.#start = networkOf(config);
    this.#trainer = this.#createTrainer(this.#start);
  }

  /** What is learned. */
  get problem() {
    return this.#problem;
  }

  /**
   * What does not change while training.
   *
   * @returns {Description}
   */
  get description() {
    return this.#withNetwork((network) => ({
      .../** @type {Description} */ (this.#architecture),
      parameterCount: network.parameters().length,
      architecture: network.describe(),
      bounds: this.#bounds,
      train: toPoints(this.#train),
      test: toPoints(this.#test),
    }));
  }

  /**
   * Trains for so many epochs, or until it diverges. Chunking does not change a digit.
   *
   * @param {number} epochs
   * @returns {Float64Array} a row of the history for each epoch done, see state/metrics.js
   */
  step(epochs = 1) {
    return this.#trainer.step(epochs);
  }

  /** @returns {Metrics} */
  metrics() {
    return this.#trainer.metrics();
  }

  /** @returns {Float64Array} the current weights' metrics, as step() gives them */
  metricsRow() {
    return this.#trainer.metricsRow();
  }

  /** Whether a loss or a weight is NaN or infinite; step() does nothing then. */
  get diverged() {
    return this.#trainer.diverged;
  }

  /**
   * @returns {Float64Array} in the order of state/parameters.js
   */
  parameters() {
    return this.#withNetwork((network) => network.parameters());
  }

  /**
   * @param {number} resolution points a side
   * @param {ArrayLike<number>} [bounds] x1 from, to, x2 from, to; otherwise those of the description
   * @returns {import('../state/types.js').Answer}
   */
  answer(resolution, bounds = this.#bounds) {
    const plane = { bounds, resolution, map: this.#map, problem: this.#problem.kind };
    return this.#withNetwork((network) => answerOf(this.#engine, network, plane));
  }

  /**
   * @param {number} resolution points a side
   * @param {ArrayLike<number>} bounds x1 from, to, x2 from, to
   */
  best(resolution, bounds) {
    return this.#engine.bestClassifier(...generatorOf(this.#config), bounds, resolution);
  }

  /**
   * @param {[number, number][]} points x1, x2
   * @returns {number[] | number[][]} probabilities of class 1; of three classes or more a list each, of all
   *   of them; where values are learned, these
   */
  predict(points) {
    if (points.length === 0) return [];
    const plane = [0, 1].map((axis) => points.map((point) => point[axis]));
    const X = this.#engine.inputsOf(plane, this.#map);
    const outputs = this.#withNetwork((network) => network.forward(X));
    if (outputs.length === 1) return [...outputs[0]];
    return points.map((_, i) => outputs.map((output) => output[i]));
  }

  /**
   * @param {import('./data.js').LabelledSet} set of points that it has not been made with
   * @returns {Evaluation} of the current weights
   */
  evaluate({ X, y }) {
    const found = this.#withNetwork((network) =>
      network.evaluate(X, y, { loss: this.#options.loss }),
    );
    const { accuracy, ...others } = found;
    return this.#problem.kind === 'regression' ? others : { loss: found.loss, accuracy };
  }

  /** Back to epoch 0: the same data, the same initial weights, the same order of mini batches. */
  reset() {
    const trainer = this.#createTrainer(this.#start);
    this.#trainer.dispose();
    this.#trainer = trainer;
  }

  /**
   * @returns {import('../state/model.js').Model} plain JSON
   */
  exportModel() {
    return this.#withNetwork((network) =>
      modelOf(this.#architecture, network.parameters(), this.#trainer.metrics()),
    );
  }

  /**
   * Continues from a model's weights: they become the initial ones, at epoch 0.
   *
   * @param {import('../state/model.js').StartingModel} model for this problem, see state/model-check.js
   * @throws {Error} that names what does not fit; the experiment stays as it was
   */
  importModel({ layerSizes, activations, layers }) {
    const start = { layerSizes, activations, parameters: joinLayers(layers, layerSizes) };
    const trainer = this.#createTrainer(start);
    this.#trainer.dispose();
    this.#trainer = trainer;
    this.#start = start;
  }

  /** Gives the engine's memory back. */
  dispose() {
    this.#trainer.dispose();
  }

  /**
   * @param {number} epsilon of the central difference, > 0
   * @returns {import('./diagnostics.js').GradientCheck} for the current weights and training points
   */
  gradientCheck(epsilon) {
    return this.#withNetwork((network) =>
      checkGradient(network, this.#train, this.#options.loss, epsilon),
    );
  }

  /** What the neurons of each layer do on the training points. */
  activities() {
    return this.#withNetwork((network) => network.activities(this.#train.X));
  }

  /** Which classes the current weights take the points for. */
  outcomes() {
    return this.#withNetwork((network) => outcomesOf(network, this.#train, this.#test));
  }

  /**
   * Runs this experiment from its start under a rule twice, the samples added up in two orders.
   *
   * @param {RuleName} rule
   * @param {number} epochs
   * @returns {import('./diagnostics.js').Butterfly}
   */
  butterfly(rule, epochs) {
    const run = { options: { ...this.#options, rule }, schedule: this.#schedule, epochs };
    return runButterfly(this.#engine, () => this.#begin(this.#start), this.#train, run);
  }

  get #schedule() {
    return parseSchedule(this.#config.schedule);
  }

  get #options() {
    const { rule, optimizer, learningRate, batchSize } = this.#config;
    const { regularization: penalty, regularizationRate: penaltyRate } = this.#config;
    const loss = engineLossOf(this.#problem, this.#config);
    /** @type {'r2' | 'accuracy'} */
    const score = this.#problem.kind === 'regression' ? 'r2' : 'accuracy';
    return { rule, loss, score, optimizer, learningRate, batchSize, penalty, penaltyRate };
  }

  /** @returns {import('../state/model.js').Architecture} */
  get #architecture() {
    const { layerSizes, activations } = this.#start;
    const { kind: problem } = this.#problem;
    const { classNames } = this.#config;
    return { problem, ...this.#map, classNames, layerSizes, activations };
  }

  /** @param {Start} start */
  #createTrainer(start) {
    const { network, randomState } = this.#begin(start);
    return using([network, randomState], () => {
      const [engine, train, test] = [this.#engine, this.#train, this.#test];
      const trainer = engine.createTrainer(network, train, test, this.#options, randomState);
      return new ScheduledTrainer(trainer, this.#schedule);
    });
  }

  /**
   * The network at epoch 0, and the stream that its weights were drawn from.
   *
   * @param {Start} start
   */
  #begin({ layerSizes, activations, parameters }) {
    const network = this.#engine.createNetwork(layerSizes, activations);
    const { seed, weightSeed } = this.#config;
    const randomState = this.#engine.createRandomState(weightSeed ?? seed);
    try {
      network.initialize(this.#config.init, randomState);
      // After the draw all the same, so that the stream goes on as for a network of its own.
      if (parameters) network.setParameters(parameters);
    } catch (error) {
      network.dispose();
      randomState.dispose();
      throw error;
    }
    return { network, randomState };
  }

  /**
   * @template T
   * @param {(network: Network) => T} use
   * @returns {T}
   */
  #withNetwork(use) {
    return using([this.#trainer.network()], use);
  }
}
