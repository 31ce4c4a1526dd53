import { RULES } from '../state/choices.js';
import { joinRows, ROW_LENGTH } from '../state/metrics.js';
import { Pictures, noViews } from './pictures.js';

/** @import { StartingModel } from '../state/model.js' */
/** @import { Frame } from '../state/types.js' */
/** @import { Advance, Beginning, Bounds, ButterflyRequest, Calls, Look, Start } from './protocol.js' */

/**
 * What a run needs of the engine's experiment.
 *
 * @typedef {Pick<import('../engine/experiment.js').Experiment, 'description' | 'step' | 'metrics'
 *   | 'metricsRow' | 'diverged' | 'parameters' | 'answer' | 'neuronMap' | 'allNeuronMaps' | 'best' | 'predict' | 'evaluate'
 *   | 'reset' | 'exportModel' | 'importModel' | 'change' | 'gradientCheck' | 'activities' | 'neuronActivity' | 'featureMaps'
 *   | 'shares' | 'outcomes' | 'butterfly' | 'dispose'>} ExperimentHandle
 */

/**
 * One step should take about so long. V8 compiles WebAssembly quickly first and well later, but
 * never replaces a call that is already running: one long step would stay slow to its end.
 */
const STEP_MS = 1;

/** Pictures may take no more of the time that is given for training. */
const MOST_TAKEN = 0.75;

/** No step is longer, however coarse the clock: some browsers round it to 100 ms. */
const MAX_EPOCHS_PER_STEP = 512;

/**
 * Trains in many short steps, and learns how many epochs make a short step.
 */
class Pace {
  #now;
  #epochsPerStep = 1;

  /** @param {() => number} now milliseconds */
  constructor(now) {
    this.#now = now;
  }

  /**
   * Trains until so many epochs are done, the time is up, or the experiment diverges; one step at
   * least. The chunks make no difference to the digits.
   *
   * @param {Pick<ExperimentHandle, 'step' | 'diverged'>} experiment
   * @param {number} epochs may be infinite, if the budget is not
   * @param {number} budgetMs may be infinite, if the epochs are not
   * @returns {Float64Array[]} the rows of history that each step gave
   */
  advance(experiment, epochs, budgetMs) {
    const deadline = this.#now() + budgetMs;
    const rows = [];
    let left = epochs;
    let time = this.#now();
    while (left > 0 && !experiment.diverged) {
      const done = experiment.step(Math.min(this.#epochsPerStep, left));
      rows.push(done);
      left -= done.length / ROW_LENGTH;
      const started = time;
      time = this.#now();
      this.#adapt(time - started);
      // The next one would end nearer to it than this one, or else too late.
      if (time + (time - started) / 2 >= deadline) break;
    }
    return rows;
  }

  /** @param {number} elapsedMs the last step's time */
  #adapt(elapsedMs) {
    if (elapsedMs > 2 * STEP_MS) this.#epochsPerStep = Math.max(1, this.#epochsPerStep >> 1);
    if (elapsedMs < STEP_MS / 2) {
      this.#epochsPerStep = Math.min(MAX_EPOCHS_PER_STEP, this.#epochsPerStep * 2);
    }
  }
}

/**
 * One experiment being trained, and what of its history has not been sent yet. Its methods answer the
 * calls of the protocol.
 *
 * @implements {Pick<Calls, Exclude<keyof Calls, 'create' | 'points'>>}
 */
export class Run {
  #experiment;
  #pace;
  #bounds;
  #pictures;
  /** @type {Float64Array[]} */
  #unsent = [];

  /**
   * @param {ExperimentHandle} experiment owned from now on
   * @param {() => number} now milliseconds
   * @param {Start} [start]
   */
  constructor(experiment, now, { bounds, look = {} } = {}) {
    checkLook(look);
    this.#experiment = experiment;
    this.#bounds = bounds ?? experiment.description.bounds;
    this.#pace = new Pace(now);
    this.#pictures = new Pictures(experiment, this.#bounds, now);
    this.#pictures.look(look);
  }

  /**
   * @param {StartingModel} [model]
   * @returns {Beginning}
   */
  begin(model) {
    if (model) this.#experiment.importModel(model);
    this.#unsent = [this.#experiment.metricsRow()];
    const description = { ...this.#experiment.description, bounds: this.#bounds };
    return { description, frame: this.frame() };
  }

  /**
   * @param {Advance} [how]
   * @returns {Frame}
   * @throws {RangeError} that says which number is not allowed, and what is
   */
  advance(how = {}) {
    checkAdvance(how);
    const { budgetMs = Infinity, limit = 0, unseen = false } = how;
    const takenMs = unseen ? 0 : Math.min(this.#pictures.excessMs, MOST_TAKEN * budgetMs);
    this.#train({ ...how, budgetMs: budgetMs - takenMs });
    if (unseen) return this.#frame(noViews());
    const isLast = this.#experiment.diverged || this.#experiment.metrics().epoch === limit;
    return isLast || budgetMs === Infinity ? this.frame() : this.#frame(this.#pictures.next());
  }

  /** @param {Advance} how */
  #train({ epochs = Infinity, budgetMs = Infinity, limit = 0 }) {
    const left = limit > 0 ? limit - this.#experiment.metrics().epoch : Infinity;
    this.#unsent.push(...this.#pace.advance(this.#experiment, Math.min(left, epochs), budgetMs));
  }

  /** @returns {Frame} with the history since the last one */
  frame() {
    return this.#frame(this.#pictures.finest());
  }

  /**
   * @param {Look} look
   * @returns {Frame} the same
   */
  look(look) {
    checkLook(look);
    this.#pictures.look(look);
    return this.frame();
  }

  /**
   * @param {import('./pictures.js').Views} views
   * @returns {Frame}
   */
  #frame(views) {
    const frame = {
      ...views,
      metrics: this.#experiment.metrics(),
      parameters: this.#experiment.parameters(),
      diverged: this.#experiment.diverged,
    };
    const history = joinRows(this.#unsent);
    this.#unsent = [];
    return { ...frame, history };
  }

  /**
   * @param {readonly import('../state/schedule.js').LiveChange[]} changes
   * @returns {import('./protocol.js').Changed}
   */
  change(changes) {
    const schedule = this.#experiment.change(changes);
    this.#unsent = [this.#experiment.metricsRow()];
    return { schedule, frame: this.frame() };
  }

  /**
   * @returns {Frame}
   */
  reset() {
    this.#experiment.reset();
    return this.begin().frame;
  }

  /**
   * @param {number} resolution
   * @param {Bounds} [bounds] otherwise those that are shown
   */
  answer(resolution, bounds = this.#bounds) {
    return this.#experiment.answer(resolution, bounds);
  }

  /** @param {number} resolution */
  best(resolution) {
    return this.#experiment.best(resolution, this.#bounds);
  }

  /** @param {[number, number][]} points */
  predict(points) {
    return this.#experiment.predict(points);
  }

  /** @param {import('../engine/data.js').LabelledSet} set */
  evaluate(set) {
    return this.#experiment.evaluate(set);
  }

  exportModel() {
    return this.#experiment.exportModel();
  }

  /**
   * @param {StartingModel} model
   * @returns {Beginning}
   */
  importModel(model) {
    return this.begin(model);
  }

  /** @param {number} epsilon */
  gradientCheck(epsilon) {
    return this.#experiment.gradientCheck(epsilon);
  }

  activities() {
    return this.#experiment.activities();
  }

  neuronActivity() {
    return this.#experiment.neuronActivity();
  }

  /**
   * @param {number} layer
   * @param {number} neuron
   * @param {number} resolution
   */
  neuronMap(layer, neuron, resolution) {
    return this.#experiment.neuronMap({ layer, neuron }, resolution, this.#bounds);
  }

  /** @param {number} resolution */
  featureMaps(resolution) {
    return this.#experiment.featureMaps(resolution, this.#bounds);
  }

  /** @param {import('../engine/trainer.js').Place} place */
  shares(place) {
    return this.#experiment.shares(place);
  }

  outcomes() {
    return this.#experiment.outcomes();
  }

  /** @param {ButterflyRequest} request */
  butterfly({ rule, epochs }) {
    if (!RULES.includes(rule)) {
      throw new RangeError(`butterfly: rule is ${rule}; allowed are ${RULES.join(', ')}`);
    }
    checkWhole('butterfly', 'epochs', epochs, 1);
    return this.#experiment.butterfly(rule, epochs);
  }

  dispose() {
    this.#experiment.dispose();
  }
}

/** @param {Advance} how */
function checkAdvance({ epochs, budgetMs, limit }) {
  if (epochs === undefined && budgetMs === undefined) {
    throw new RangeError('advance: neither epochs nor budgetMs is given; one is needed');
  }
  if (epochs !== undefined) checkWhole('advance', 'epochs', epochs, 1);
  if (limit !== undefined) checkWhole('advance', 'limit', limit, 0);
  if (budgetMs !== undefined && !(budgetMs > 0 && budgetMs < Infinity)) {
    throw new RangeError(`advance: budgetMs is ${budgetMs}; allowed are numbers above 0`);
  }
}

/** @param {Look} look */
function checkLook({ resolution, maps }) {
  if (resolution !== undefined) checkWhole('look', 'resolution', resolution, 0);
  if (maps !== undefined) checkWhole('look', 'maps', maps, 0);
}

/**
 * @param {string} request its name
 * @param {string} name
 * @param {number} value
 * @param {number} min
 * @throws {RangeError} that says which number is not allowed, and what is
 */
function checkWhole(request, name, value, min) {
  if (Number.isSafeInteger(value) && value >= min) return;
  throw new RangeError(`${request}: ${name} is ${value}; allowed are whole numbers from ${min}`);
}
