/**
 * An engine of known numbers: the loss of epoch e is 1 / (e + 1), and a step takes as long on the
 * fake clock as it is told to.
 *
 * @module
 */

/** @import { Config } from '../../web/state/types.js' */
/** @import { ExperimentHandle } from '../../web/worker/course.js' */

import { changedAt, parseSchedule, printSchedule } from '../../web/state/schedule.js';
import { createClient } from '../../web/worker/client.js';
import { createDispatcher } from '../../web/worker/dispatcher.js';
import { Pool } from '../../web/worker/pool.js';
import { descriptionOf } from './frames.js';

export class FakeEngine {
  /** Milliseconds on the fake clock. */
  time = 0;
  msPerEpoch = 0.1;
  /** Each for a point of the plane. */
  msPerPoint = 0;
  msPerMapPoint = 0;
  /** At this epoch the loss is NaN. */
  divergesAt = Infinity;
  /** @type {FakeExperiment[]} */
  experiments = [];

  now = () => this.time;

  /** @param {Config} config */
  createExperiment(config) {
    if (config.samples === 5) throw new RangeError('samples: 5 is what this engine refuses');
    const experiment = new FakeExperiment(this, config);
    this.experiments.push(experiment);
    return experiment;
  }

  /**
   * @param {string} name
   * @param {{ nSamples: number }} options
   */
  makeDataset(name, { nSamples }) {
    const points = Float64Array.from({ length: nSamples }, (_, i) => i);
    return { X: [points, points.map((x1) => -x1)], y: points.map((x1) => x1 % 2) };
  }

  /** How many experiments still hold memory. */
  get alive() {
    return this.experiments.filter((experiment) => !experiment.disposed).length;
  }
}

/** @implements {ExperimentHandle} */
export class FakeExperiment {
  #engine;
  #config;
  #epoch = 0;
  disposed = false;
  /** Epochs asked for, step by step. @type {number[]} */
  steps = [];
  /** The last asked for. @type {ArrayLike<number> | undefined} */
  bounds;

  /**
   * @param {FakeEngine} engine
   * @param {Config} config
   */
  constructor(engine, config) {
    this.#engine = engine;
    this.#config = config;
  }

  get description() {
    return descriptionOf([2, ...this.#config.layers, 1]);
  }

  get diverged() {
    return this.#epoch >= this.#engine.divergesAt;
  }

  /** @param {number} epochs */
  step(epochs) {
    this.steps.push(epochs);
    const rows = [];
    for (let done = 0; done < epochs && !this.diverged; done += 1) {
      this.#epoch += 1;
      this.#engine.time += this.#engine.msPerEpoch;
      rows.push(...this.metricsRow());
    }
    return Float64Array.from(rows);
  }

  /** @param {number} epoch from the start, or from where it is */
  seek(epoch) {
    if (epoch < this.#epoch) this.#epoch = 0;
  }

  get memory() {
    return { size: 0, thin() {} };
  }

  metrics() {
    const [epoch, trainLoss, testLoss, trainAccuracy, testAccuracy] = this.metricsRow();
    return { epoch, trainLoss, testLoss, trainAccuracy, testAccuracy };
  }

  metricsRow() {
    const loss = this.diverged ? NaN : 1 / (this.#epoch + 1);
    return Float64Array.of(this.#epoch, loss, loss, 0.5, 0.5);
  }

  parameters() {
    return Float64Array.of(this.#epoch);
  }

  /**
   * @param {number} resolution
   * @param {ArrayLike<number>} [bounds]
   * @param {import('../../web/state/types.js').Neuron | null} [neuron]
   */
  answer(resolution, bounds, neuron = null) {
    this.bounds = bounds;
    if (this.#config.seed === 13) throw new Error('no grid for seed 13');
    this.#engine.time += this.#engine.msPerPoint * resolution ** 2;
    return {
      grid: new Float64Array(resolution ** 2),
      crossings: new Float64Array(0),
      resolution,
      neuronMap: neuron && { ...neuron, values: this.neuronMap(neuron, resolution) },
    };
  }

  /**
   * @param {import('../../web/state/types.js').Neuron} neuron 10 times the layer and the neuron, at every
   *   point
   * @param {number} resolution
   * @param {ArrayLike<number>} [bounds]
   */
  neuronMap({ layer, neuron }, resolution, bounds = this.bounds) {
    this.bounds = bounds;
    return new Float64Array(resolution ** 2).fill(10 * layer + neuron);
  }

  /**
   * @param {number} resolution
   * @param {ArrayLike<number>} [bounds]
   * @param {Float32Array} [spare]
   */
  allNeuronMaps(resolution, bounds, spare) {
    this.bounds = bounds;
    this.#engine.time += this.#engine.msPerMapPoint * resolution ** 2;
    const neurons = this.description.layerSizes.reduce((sum, size) => sum + size, 0);
    const count = neurons * resolution ** 2;
    return (spare?.length === count ? spare : new Float32Array(count)).fill(this.#epoch);
  }

  /** @param {import('../../web/engine/data.js').LabelledSet} set */
  evaluate({ y: [labels] }) {
    return { loss: this.#epoch, accuracy: 1 / labels.length };
  }

  /** @param {[number, number][]} points */
  predict(points) {
    return points.map(() => 0.5);
  }

  reset() {
    this.#epoch = 0;
  }

  /** @param {readonly import('../../web/state/schedule.js').LiveChange[]} changes */
  change(changes) {
    const schedule = changedAt(parseSchedule(this.#config.schedule), this.#epoch, changes);
    this.#config = { ...this.#config, schedule: printSchedule(schedule) };
    return this.#config.schedule;
  }

  exportModel() {
    return /** @type {any} */ ({ epoch: this.#epoch });
  }

  /** @param {unknown} model */
  importModel(model) {
    if (typeof model !== 'object') throw new TypeError('model: is not an object');
    this.#epoch = 0;
  }

  /** @param {number} epsilon */
  gradientCheck(epsilon) {
    const slopes = () => Float64Array.of(this.#epoch);
    const [analytic, numerical, simplified] = [slopes(), slopes(), slopes()];
    return { epsilon, analytic, numerical, simplified, cosines: [1] };
  }

  outcomes() {
    return { train: Uint8Array.of(0, 1), test: Uint8Array.of(1) };
  }

  /** @param {number} resolution */
  best(resolution) {
    const grid = new Float64Array(2 * resolution * resolution).fill(0.5);
    return { grid, crossings: new Float64Array(0), accuracy: 0.5 };
  }

  activities() {
    return this.#config.layers.map((neurons) => ({
      effectiveRank: 1,
      dead: Array(neurons).fill(false),
      twinOf: Array(neurons).fill(0),
    }));
  }

  /** @param {number} resolution */
  featureMaps(resolution) {
    return new Float64Array(7 * resolution ** 2);
  }

  neuronActivity() {
    return this.activities().map(({ dead, twinOf }) => ({ dead, twinOf }));
  }

  /** @param {import('../../web/state/parameters.js').Place} place */
  shares({ layer, neuron, input }) {
    const shares = Float64Array.of(layer, neuron, input ?? -1);
    return { shares, penalty: 0.25, updates: this.#epoch };
  }

  /**
   * @param {'backprop' | 'simplified'} rule
   * @param {number} epochs
   */
  butterfly(rule, epochs) {
    const losses = (/** @type {number} */ last) =>
      Float64Array.from({ length: epochs + 1 }, (_, epoch) => (epoch === epochs ? last : 0.5));
    return { inOrder: losses(0.5), reversed: losses(rule === 'simplified' ? 0.25 : 0.5) };
  }

  dispose() {
    if (this.disposed) throw new Error('disposed of twice');
    this.disposed = true;
  }
}

/**
 * @param {FakeEngine} engine
 * @returns {ReturnType<typeof createClient>} of it, without a worker and on its own clock
 */
export function clientOf(engine) {
  const pool = new Pool({
    startWorker() {
      throw new Error('no workers here');
    },
    loadDispatcher: async () => createDispatcher(async () => engine, { now: engine.now }),
  });
  return createClient({ pool });
}
