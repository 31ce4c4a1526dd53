import { RULES } from '../state/choices.js';
import { Course } from './course.js';
import { Pictures, noViews } from './pictures.js';

/** @import { StartingModel } from '../state/model.js' */
/** @import { Frame } from '../state/types.js' */
/** @import { ExperimentHandle } from './course.js' */
/** @import { Advance, Beginning, Bounds, ButterflyRequest, Calls, Gone, GotoOptions } from './protocol.js' */
/** @import { Look, Start } from './protocol.js' */

/** Pictures may take no more of the time that is given for training. */
const MOST_TAKEN = 0.75;

/**
 * One experiment being trained, and what of its history has not been sent yet. Its methods answer the
 * calls of the protocol.
 *
 * @implements {Pick<Calls, Exclude<keyof Calls, 'create' | 'points'>>}
 */
export class Run {
  #experiment;
  #course;
  #bounds;
  #pictures;

  /**
   * @param {ExperimentHandle} experiment owned from now on
   * @param {() => number} now milliseconds
   * @param {Start} [start]
   */
  constructor(experiment, now, { bounds, look = {} } = {}) {
    checkLook(look);
    this.#experiment = experiment;
    const { description } = experiment;
    this.#bounds = bounds ?? description.bounds;
    this.#course = new Course(experiment, now);
    this.#pictures = new Pictures(experiment, { ...description, bounds: this.#bounds }, now);
    this.#pictures.look(look);
  }

  /**
   * @param {Pick<Start, 'model' | 'outcome'>} [start]
   * @returns {Beginning}
   */
  begin({ model, outcome } = {}) {
    if (model) this.#experiment.importModel(model);
    this.#course.begin();
    const description = { ...this.#experiment.description, bounds: this.#bounds };
    if (!outcome) return { description, frame: this.frame() };
    const frame = this.#frame(noViews());
    return { description, frame, arrived: this.#comeTo(outcome) };
  }

  /** @param {NonNullable<Start['outcome']>} outcome */
  #comeTo({ epoch, isPassing = false, ...how }) {
    const comeNearer = () => this.#course.goto(epoch, how);
    // Where half of the way is done, the rest takes no longer than to show some of it first.
    const isThere = comeNearer() || (2 * this.#course.epoch >= epoch && comeNearer());
    if (isThere && !isPassing) return this.frame();
    // Of some of the way, too, a picture that takes no longer than need be.
    return this.#frame(this.#pictures.next({ isHasty: true }));
  }

  /**
   * @param {Advance} [how]
   * @returns {Frame}
   * @throws {RangeError} that says which number is not allowed, and what is
   */
  advance(how = {}) {
    checkAdvance(how);
    const { budgetMs = Infinity, limit = 0, unseen = false, spare } = how;
    this.#pictures.reuse(spare);
    const takenMs = unseen ? 0 : Math.min(this.#pictures.excessMs, MOST_TAKEN * budgetMs);
    const isReached = this.#course.advance({ ...how, budgetMs: budgetMs - takenMs });
    if (unseen) return this.#frame(noViews());
    const isLast = isReached || budgetMs === Infinity || this.#course.epoch === limit;
    return this.#frame(this.#picturesOf(isLast));
  }

  /**
   * Comes to an epoch, before or after the present one, from the nearest moment that is remembered.
   *
   * @param {number} epoch
   * @param {GotoOptions} [how]
   * @returns {Gone}
   * @throws {RangeError} that says which number is not allowed, and what is
   */
  goto(epoch, { isPassing = false, ...how } = {}) {
    checkWhole('goto', 'epoch', epoch, 0);
    const isThere = this.#course.goto(epoch, how);
    const frame = isThere ? this.#frame(this.#picturesOf(!isPassing)) : null;
    return { epoch: this.#course.epoch, frame };
  }

  /** @param {boolean} isLast whether no other frame will follow soon */
  #picturesOf(isLast) {
    const isFinest = isLast || this.#experiment.diverged;
    return isFinest ? this.#pictures.finest() : this.#pictures.next();
  }

  /** What it takes to have former epochs again. */
  get memory() {
    return this.#experiment.memory;
  }

  /** @returns {Frame} with the history since the last one */
  frame() {
    return this.#frame(this.#pictures.finest());
  }

  /**
   * @param {Look} look
   * @returns {Frame} without history: whoever asks for other pictures of an epoch has that
   */
  look(look) {
    checkLook(look);
    this.#pictures.look(look);
    return this.#pictured(this.#pictures.finest());
  }

  /**
   * @param {import('./pictures.js').Views} views
   * @returns {Frame}
   */
  #frame(views) {
    return { ...this.#pictured(views), history: this.#course.takeHistory() };
  }

  /**
   * @param {import('./pictures.js').Views} views
   * @returns {Frame} without any history
   */
  #pictured(views) {
    return {
      ...views,
      metrics: this.#experiment.metrics(),
      parameters: this.#experiment.parameters(),
      diverged: this.#experiment.diverged,
      history: new Float64Array(0),
    };
  }

  /**
   * @param {readonly import('../state/schedule.js').LiveChange[]} changes
   * @returns {import('./protocol.js').Changed}
   */
  change(changes) {
    const schedule = this.#experiment.change(changes);
    this.#course.begin();
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
    return this.begin({ model });
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
