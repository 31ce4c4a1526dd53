import { ENGLISH } from '../../languages/en.js';
import { formatCount, formatPercent } from './numbers.js';
import { describeDivergence } from '../../state/divergence.js';
import { inEnglish } from '../../state/messages.js';
import { h, setText } from '../../views/dom.js';
import { transport } from '../../views/controls/transport.js';

/** @typedef {import('../../engine/experiment.js').Experiment} Experiment */
/** @typedef {import('../../state/types.js').Config} Config */

/**
 * @typedef {object} RunFrame what has happened since the last one
 * @property {Float64Array[]} rows for each experiment its new epochs, as step() gives them; at a
 *   start, epoch 0
 * @property {boolean} isStart the experiments are new, or back at epoch 0
 */

/** How often pictures change where somebody has asked for less motion. */
const REDUCED_MOTION_INTERVAL_MS = 500;

/**
 * Trains one network, or several side by side and epoch by epoch: Train, Pause, Step, Reset, and
 * how far it is.
 */
export class TrainingRun {
  /** Epochs a frame. */
  speed = 5;
  #place;
  #limit = 0;
  #onFrame;
  #onRest;
  #bar;
  #status = h('p', { class: 'status', role: 'status' });
  /** @type {Config[]} */
  #configs = [];
  /** @type {Experiment[]} */
  #experiments = [];
  #epoch = 0;
  /** Rows not shown yet, by experiment. @type {Float64Array[][]} */
  #pending = [];
  #shownAt = -Infinity;
  #calm = matchMedia('(prefers-reduced-motion: reduce)');

  /**
   * @param {import('../place.js').Place} place runs nothing else
   * @param {object} options
   * @param {(frame: RunFrame) => void} options.onFrame shows what is new
   * @param {() => void} [options.onRest] called when it has come to a rest, also after a start: for
   *   what is too slow for every frame
   */
  constructor(place, { onFrame, onRest = () => {} }) {
    this.#place = place;
    this.#onFrame = onFrame;
    this.#onRest = onRest;
    this.#bar = transport({
      texts: ENGLISH.transport,
      onToggle: () => this.toggle(),
      onStep: () => this.step(),
      onReset: () => this.reset(),
    });
    this.element = h('div', { class: 'training-run' }, this.#bar.element, this.#status);
  }

  get experiments() {
    return this.#experiments;
  }

  get epoch() {
    return this.#epoch;
  }

  get isTraining() {
    return this.#place.isRunning;
  }

  /**
   * Begins anew with these, at epoch 0.
   *
   * @param {Config[]} configs `epochs` is as many for all, and more than 0
   */
  start(configs) {
    this.#place.stop();
    const former = this.#experiments;
    this.#experiments = configs.map((config) => this.#place.engine.createExperiment(config));
    this.#configs = configs;
    this.#limit = configs[0].epochs;
    for (const experiment of former) experiment.dispose();
    this.#begin();
  }

  toggle() {
    if (this.isTraining) this.#place.stop();
    else if (this.#canTrain) {
      this.#place.run(
        () => this.#tick(),
        () => this.#rest(),
      );
      this.#update();
    }
  }

  step() {
    this.#place.stop();
    this.#advance(1);
    this.#rest();
  }

  /** Back to the same start. */
  reset() {
    this.#place.stop();
    for (const experiment of this.#experiments) experiment.reset();
    this.#begin();
  }

  get #canTrain() {
    return this.#epoch < this.#limit && this.#experiments.some(({ diverged }) => !diverged);
  }

  #begin() {
    this.#epoch = 0;
    this.#pending = this.#experiments.map(() => []);
    this.#onFrame({ rows: this.#experiments.map((one) => one.metricsRow()), isStart: true });
    this.#rest();
  }

  #tick() {
    this.#advance(Math.min(this.speed, this.#limit - this.#epoch));
    const isDue = performance.now() - this.#shownAt >= REDUCED_MOTION_INTERVAL_MS;
    if (!this.#calm.matches || isDue) this.#show();
    return this.#canTrain;
  }

  /** @param {number} epochs */
  #advance(epochs) {
    this.#experiments.forEach((experiment, i) => this.#pending[i].push(experiment.step(epochs)));
    this.#epoch += epochs;
  }

  #show() {
    const rows = this.#pending.map(joined);
    this.#pending = this.#experiments.map(() => []);
    this.#shownAt = performance.now();
    if (rows.some(({ length }) => length > 0)) this.#onFrame({ rows, isStart: false });
    this.#update();
  }

  #rest() {
    this.#show();
    this.#onRest();
    this.#update();
  }

  #update() {
    const accuracies = this.#experiments.map((one) => formatPercent(one.metrics().testAccuracy));
    const accuracy = accuracies.join(' · ');
    const epoch = formatCount(this.#epoch);
    this.#bar.update({ isTraining: this.isTraining, canTrain: this.#canTrain });
    this.#bar.count({ epoch, testAccuracy: accuracy });
    setText(this.#status, this.#describe(epoch, accuracy));
  }

  /**
   * @param {string} epoch
   * @param {string} accuracy
   */
  #describe(epoch, accuracy) {
    const { training, paused, ready } = ENGLISH.status;
    const diverged = this.#experiments.findIndex((one) => one.diverged);
    if (diverged >= 0) {
      const last = this.#experiments[diverged].metrics().epoch;
      return inEnglish(describeDivergence(this.#configs[diverged], last));
    }
    if (this.isTraining) return training;
    if (this.#epoch === 0) return ready;
    if (this.#epoch < this.#limit) return paused(epoch, accuracy);
    return `Finished: ${epoch} epochs, test accuracy ${accuracy}.`;
  }
}

/**
 * Trains the network of a question: a little in each frame, as many epochs as are asked for.
 *
 * @param {Pick<import('../place.js').Question, 'frames' | 'place'>} question
 * @param {Experiment} experiment
 * @param {{ epochs: number, pace: number, show?: () => void }} how pace: epochs a frame; show: called
 *   after each
 * @returns {Promise<void>}
 */
export function trainInFrames({ frames, place }, experiment, { epochs, pace, show = () => {} }) {
  let done = 0;
  return new Promise((resolve) => {
    frames.run(
      place,
      () => {
        const step = Math.min(pace, epochs - done);
        experiment.step(step);
        done += step;
        show();
        return done < epochs;
      },
      resolve,
    );
  });
}

/**
 * @param {Float64Array[]} parts
 * @returns {Float64Array}
 */
function joined(parts) {
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}
