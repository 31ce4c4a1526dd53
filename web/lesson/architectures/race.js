/**
 * Networks that are trained side by side, epoch by epoch: what is known of each, and how they begin.
 *
 * @module
 */
import { metricsOf, ROW_LENGTH } from '../../state/metrics.js';
import { parameterCount } from '../../state/parameters.js';
import { createClient } from '../../worker/client.js';
import {
  configOf,
  CONTENDERS,
  createContenders,
  createSeeded,
  multiplyAdds,
  NOTEBOOK,
  trainingFrom,
} from './contenders.js';
import { CurvePoints } from './curve-points.js';

/** @import { Engine, Init, Rule } from './contenders.js' */
/** @typedef {import('../parts/side-by-side.js').Training} Training */
/** @typedef {import('../../state/types.js').Metrics} Metrics */

/**
 * @typedef {object} StartFacts what a network is before the first step
 * @property {number} lowest probability that it gives a training point
 * @property {number} highest
 * @property {number[]} gradientSizes by layer, the root mean square of the weights' exact gradient
 * @property {number[]} weightSizes by layer, the root mean square of the weights
 */

/** @type {readonly Init[]} */
export const INITS = ['small', 'xavier', 'he'];

/** How long it is measured what an epoch takes: browsers' clocks are coarse. */
const TIMING_MS = 8;
/** How often it is measured: the shortest counts, as anything else on the device only adds to it. */
const TIMING_ROUNDS = 3;

/** What is known of one network on its way. */
export class Lane {
  #epochs;
  /** @type {Metrics} */
  metrics = { epoch: 0, trainLoss: NaN, testLoss: NaN, trainAccuracy: NaN, testAccuracy: NaN };
  points;

  /** @param {number} epochs where it ends */
  constructor(epochs) {
    this.#epochs = epochs;
    this.points = new CurvePoints(epochs);
  }

  /** @param {Float64Array} rows new epochs, as in a frame; epoch 0 begins anew */
  append(rows) {
    if (rows.length === 0) return;
    if (rows[0] === 0) this.points = new CurvePoints(this.#epochs);
    this.points.append(rows);
    this.metrics = metricsOf(rows, rows.length - ROW_LENGTH);
  }
}

/** One of the four. */
class Racer extends Lane {
  /** Seconds that one epoch takes on this device. */
  seconds = Infinity;

  /**
   * @param {import('./contenders.js').Contender} contender
   * @param {{ operations: number, epochs: number }} options operations: multiply-adds of one epoch
   */
  constructor(contender, { operations, epochs }) {
    super(epochs);
    this.contender = contender;
    this.operations = operations;
    this.parameterCount = parameterCount(contender.layerSizes);
  }

  get isTimed() {
    return this.seconds < Infinity;
  }
}

/**
 * Networks that are trained side by side, epoch by epoch.
 *
 * @template {Lane} L
 */
class Lanes {
  /**
   * @param {number} epochs
   * @param {L[]} lanes
   */
  constructor(epochs, lanes) {
    /** Where all end. */
    this.epochs = epochs;
    this.lanes = lanes;
  }

  get epoch() {
    return Math.max(...this.lanes.map(({ metrics }) => metrics.epoch));
  }

  get isFinished() {
    return this.epoch === this.epochs;
  }

  /** @param {Float64Array[]} rows new epochs of each */
  append(rows) {
    this.lanes.forEach((lane, i) => lane.append(rows[i]));
  }
}

/**
 * The four networks.
 *
 * @extends {Lanes<Racer>}
 */
export class Race extends Lanes {
  /**
   * @param {Engine} engine
   * @param {number} nSamples to train with
   * @param {{ rule: Rule, init: Init, epochs: number }} options epochs: where it ends
   */
  constructor(engine, nSamples, { rule, init, epochs }) {
    const racers = CONTENDERS.map((contender) => {
      const { layerSizes } = contender;
      const operations = multiplyAdds({ layerSizes, nSamples, rule });
      return new Racer(contender, { operations, epochs });
    });
    super(epochs, racers);
    this.trainings = createContenders(engine, init).map((network, i) =>
      trainingFrom(configOf(CONTENDERS[i].layerSizes, { rule, init, epochs }), network),
    );
  }

  /**
   * Measures what an epoch of each network takes, unless that has been done: with a training of its
   * own, one after the other.
   *
   * @param {import('../../worker/pool.js').Pool} [pool]
   */
  async time(pool) {
    const client = createClient({ pool });
    for (const [i, lane] of this.lanes.entries()) {
      if (lane.isTimed) continue;
      const { config, start } = this.trainings[i];
      await client.create({ ...config, epochs: 0 }, { ...start, look: { resolution: 0 } });
      for (let round = 0; round < TIMING_ROUNDS; round += 1) {
        const began = performance.now();
        const { history } = await client.advance({ budgetMs: TIMING_MS });
        const seconds = (performance.now() - began) / 1000 / (history.length / ROW_LENGTH);
        lane.seconds = Math.min(lane.seconds, seconds);
      }
    }
    client.dispose();
  }
}

/**
 * One architecture from the same random numbers, scaled in three ways, by exact backpropagation.
 *
 * @extends {Lanes<Lane & { init: Init, facts: StartFacts }>}
 */
export class StartRuns extends Lanes {
  /**
   * @param {Engine} engine
   * @param {import('./contenders.js').Data} data
   * @param {{ layerSizes: readonly number[], epochs: number }} options
   */
  constructor(engine, data, { layerSizes, epochs }) {
    const runs = INITS.map((init) => {
      const network = createSeeded(engine, layerSizes, init, NOTEBOOK.seed);
      const facts = startFacts(network, data.train);
      network.dispose();
      return Object.assign(new Lane(epochs), { init, facts });
    });
    super(epochs, runs);
    /** @type {Training[]} */
    this.trainings = INITS.map((init) => ({
      config: configOf(layerSizes, { rule: 'backprop', init, epochs }),
      start: { look: { resolution: 0 } },
    }));
  }
}

/**
 * @param {import('./contenders.js').Network} network
 * @param {import('../../engine/data.js').LabelledSet} train
 * @returns {StartFacts}
 */
export function startFacts(network, { X, y }) {
  const [output] = network.forward(X);
  return {
    lowest: Math.min(...output),
    highest: Math.max(...output),
    gradientSizes: network.gradient(X, y).map(({ weights }) => rootMeanSquare(weights)),
    weightSizes: network.layers().map(({ weights }) => rootMeanSquare(weights)),
  };
}

/** @param {ArrayLike<number>[]} rows */
function rootMeanSquare(rows) {
  const values = rows.flatMap((row) => Array.from(row));
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
