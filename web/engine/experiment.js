import { joinLayers, modelOf, networkOf } from '../state/model.js';
import { endsOf, problemOf } from '../state/problem.js';
import { parseSchedule, printSchedule } from '../state/schedule.js';
import { answerOf, featureMapsOf } from './answer.js';
import { createData, generatorOf, toPoints } from './data.js';
import { checkGradient, runButterfly } from './diagnostics.js';
import { using } from './handle.js';
import { evaluationOf, outcomesOf, predictionsOf } from './outcomes.js';
import { beginNetwork, beginTraining, trainerOptions } from './start.js';

/** @import { Config, Description, Neuron } from '../state/types.js' */
/** @import { Network } from './network.js' */
/** @import { ExperimentMaker, Start } from './start.js' */
/** @import { Timeline } from './timeline.js' */

/** One configuration brought to life: data, split, network and trainer, all from one seed. */
export class Experiment {
  #engine;
  #config;
  #problem;
  #train;
  #test;
  #bounds;
  /**
   * What a network is given of a point.
   * @type {{ features: Config['features'], scaler: import('../state/types.js').Scaler | null }}
   */
  #map;
  /** @type {Start} */
  #start;
  /** @type {Timeline} */
  #trainer;

  /**
   * @param {ExperimentMaker} engine
   * @param {Config} config
   * @param {{ without?: number }} [start] without: a training point that is left out, see createData()
   * @throws {Error} that names what the engine does not accept
   */
  constructor(engine, config, { without } = {}) {
    this.#engine = engine;
    this.#config = config;
    this.#problem = problemOf(config);
    const { outputs } = endsOf(this.#problem);
    const { train, test, bounds, scaler } = createData(engine, config, outputs, without);
    this.#train = train;
    this.#test = test;
    this.#bounds = bounds;
    this.#map = { features: config.features, scaler };
    this.#start = networkOf(config);
    this.#trainer = this.#trainerFrom(this.#start);
  }

  get problem() {
    return this.#problem;
  }

  /** @returns {Description} what does not change while training */
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

  /** @param {number} epoch to come as near to as can be without training; see Timeline */
  seek(epoch) {
    this.#trainer.seek(epoch);
  }

  get memory() {
    return this.#trainer;
  }

  /** @returns {import('../state/types.js').Metrics} */
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

  /** @returns {Float64Array} in the order of state/parameters.js */
  parameters() {
    return this.#withNetwork((network) => network.parameters());
  }

  /**
   * @param {number} resolution points a side
   * @param {ArrayLike<number>} [bounds] x1 from, to, x2 from, to; otherwise those of the description
   * @param {Neuron | null} [neuron] whose map comes besides
   * @returns {import('../state/types.js').Answer}
   */
  answer(resolution, bounds = this.#bounds, neuron = null) {
    const plane = { bounds, resolution, map: this.#map, problem: this.#problem.kind, neuron };
    return this.#withNetwork((network) => answerOf(this.#engine, network, plane));
  }

  /**
   * @param {Neuron} neuron
   * @param {number} resolution points a side
   * @param {ArrayLike<number>} [bounds] as of answer()
   * @returns {Float64Array} what it gives, row by row from the lowest x2
   */
  neuronMap(neuron, resolution, bounds = this.#bounds) {
    return this.#withNetwork((network) =>
      network.neuronMaps([neuron], bounds, resolution, this.#map),
    );
  }

  /**
   * @param {number} resolution points a side
   * @param {ArrayLike<number>} [bounds] as of answer()
   * @param {Float32Array} [spare] see Network
   * @returns {Float32Array} what every input and every neuron gives; see Frame
   */
  allNeuronMaps(resolution, bounds = this.#bounds, spare = undefined) {
    return this.#withNetwork((one) => one.allNeuronMaps(bounds, resolution, spare, this.#map));
  }

  /**
   * @param {number} resolution points a side
   * @param {ArrayLike<number>} [bounds] as of answer()
   */
  featureMaps(resolution, bounds = this.#bounds) {
    return featureMapsOf(this.#engine, resolution, bounds, this.#map.scaler);
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
    return this.#withNetwork((network) => predictionsOf(network, X));
  }

  /**
   * @param {import('./data.js').LabelledSet} set of points that it has not been made with
   * @returns {import('./outcomes.js').Evaluation} of the current weights
   */
  evaluate(set) {
    const of = { problem: this.#problem.kind, loss: this.#options.loss };
    return this.#withNetwork((network) => evaluationOf(network, set, of));
  }

  /**
   * Changes settings and parameters at the epoch that it has come to, as ScheduledTrainer does. All digits
   * are those of an experiment with this schedule from the start.
   *
   * @param {readonly import('../state/schedule.js').LiveChange[]} changes
   * @returns {string} the schedule
   * @throws {RangeError} that says what is not allowed; everything stays as it was
   */
  change(changes) {
    const schedule = printSchedule(this.#trainer.change(changes));
    this.#config = { ...this.#config, schedule };
    return schedule;
  }

  /** Back to epoch 0: the same data, the same initial weights, the same order of mini batches. */
  reset() {
    this.#begin(this.#start);
  }

  /** @returns {import('../state/model.js').Model} plain JSON */
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
    this.#begin({ layerSizes, activations, parameters: joinLayers(layers, layerSizes) });
  }

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

  /** The same without their effective ranks, which take long. */
  neuronActivity() {
    return this.#withNetwork((network) => network.neuronActivity(this.#train.X));
  }

  /** @param {import('../state/parameters.js').Place} place see Trainer; in the description's order */
  shares(place) {
    return this.#trainer.shares(place);
  }

  /** Which classes the current weights take the points for. */
  outcomes() {
    return this.#withNetwork((network) => outcomesOf(network, this.#train, this.#test));
  }

  /**
   * Runs this experiment from its start under a rule twice, the samples added up in two orders.
   *
   * @param {import('../state/types.js').RuleName} rule
   * @param {number} epochs
   * @returns {import('./diagnostics.js').Butterfly}
   */
  butterfly(rule, epochs) {
    const run = { options: { ...this.#options, rule }, schedule: this.#schedule, epochs };
    const begin = () => beginNetwork(this.#engine, this.#config, this.#start);
    return runButterfly(this.#engine, begin, this.#train, run);
  }

  get #schedule() {
    return parseSchedule(this.#config.schedule);
  }

  get #options() {
    return trainerOptions(this.#problem, this.#config);
  }

  /** @returns {import('../state/model.js').Architecture} */
  get #architecture() {
    const { layerSizes, activations } = this.#start;
    const { kind: problem } = this.#problem;
    const { classNames } = this.#config;
    return { problem, ...this.#map, classNames, layerSizes, activations };
  }

  /** @param {Start} start */
  #trainerFrom(start) {
    return beginTraining(this.#engine, this.#config, start, this.#train, this.#test);
  }

  /** @param {Start} start */
  #begin(start) {
    const trainer = this.#trainerFrom(start);
    this.#trainer.dispose();
    this.#trainer = trainer;
    this.#start = start;
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
