/**
 * Answers the page's requests. It knows neither a Worker nor a page, and runs in either.
 *
 * @module
 */

import { RULES } from '../state/choices.js';
import { checkWhole } from './checks.js';
import { flattenError, transferList } from './protocol.js';
import { Run } from './run.js';

/** @import { Config } from '../state/types.js' */
/** @import { Beginning, Bounds, ButterflyRequest, Question, Reply, Request } from './protocol.js' */
/** @import { ExperimentHandle } from './run.js' */

/**
 * @typedef {{ createExperiment(config: Config): ExperimentHandle }} EngineHandle
 * @typedef {{ reply: Reply, transfer: ArrayBuffer[] }} Answer
 * @typedef {{ handle(request: Request): Promise<Answer> }} Dispatcher
 */

/**
 * @param {() => Promise<EngineHandle>} loadEngine called when the first experiment is created, and
 *   again if that failed
 * @param {object} [options]
 * @param {() => number} [options.now] milliseconds
 * @returns {Dispatcher} whose promises never reject
 */
export function createDispatcher(loadEngine, { now = () => performance.now() } = {}) {
  const laboratory = new Laboratory(loadEngine, now);
  // Loading takes a while: the requests after it wait for their turn.
  let turn = Promise.resolve();

  /**
   * @param {Request} request
   * @returns {Promise<Answer>}
   */
  async function answer(request) {
    const { id } = request;
    try {
      const value = await laboratory.perform(request);
      return { reply: { id, ok: true, value }, transfer: transferList(value) };
    } catch (error) {
      return { reply: { id, ok: false, error: flattenError(error) }, transfer: [] };
    }
  }

  return {
    handle(request) {
      const answered = turn.then(() => answer(request));
      turn = answered.then(() => {});
      return answered;
    },
  };
}

/** The engine, once it is needed, and at most one run on it. */
class Laboratory {
  #loadEngine;
  #now;
  /** @type {Promise<EngineHandle> | null} */
  #engine = null;
  /** @type {Run | null} */
  #run = null;

  /**
   * @param {() => Promise<EngineHandle>} loadEngine
   * @param {() => number} now
   */
  constructor(loadEngine, now) {
    this.#loadEngine = loadEngine;
    this.#now = now;
  }

  /**
   * @param {Request} request
   * @returns {unknown} the reply's value, or a promise of it
   */
  perform(request) {
    switch (request.type) {
      case 'create':
        return this.#create(request.config, request.bounds);
      case 'advance':
        return this.#current().advance(request);
      case 'frame':
        return this.#current().frame();
      case 'reset':
        return this.#current().reset();
      case 'predict':
        return this.#current().predict(request.points);
      case 'exportModel':
        return this.#current().exportModel();
      case 'importModel':
        return this.#current().importModel(request.model);
      case 'dispose':
        return this.#replaceRun(null);
      default:
        return this.#answer(request);
    }
  }

  /**
   * @param {Config} config
   * @param {Bounds} [bounds]
   * @returns {Promise<Beginning>}
   */
  async #create(config, bounds) {
    const engine = await this.#loadOnce();
    const run = new Run(engine.createExperiment(config), this.#now, bounds);
    try {
      const beginning = run.begin();
      this.#replaceRun(run);
      return beginning;
    } catch (error) {
      run.dispose();
      throw error;
    }
  }

  /**
   * @param {Question} question
   * @returns {Promise<unknown>}
   */
  async #answer(question) {
    if (!('config' in question && question.config)) {
      return answerQuestion(question, () => this.#current().experiment);
    }
    const engine = await this.#loadOnce();
    const experiment = engine.createExperiment(question.config);
    try {
      return answerQuestion(question, () => experiment);
    } finally {
      experiment.dispose();
    }
  }

  #loadOnce() {
    this.#engine ??= this.#loadEngine().catch((error) => {
      this.#engine = null;
      throw error;
    });
    return this.#engine;
  }

  #current() {
    if (!this.#run) throw new Error('There is no experiment; create one first');
    return this.#run;
  }

  /** @param {Run | null} run */
  #replaceRun(run) {
    this.#run?.dispose();
    this.#run = run;
  }
}

/**
 * Questions about a network change nothing.
 *
 * @param {Question} question
 * @param {() => ExperimentHandle} experiment called once the question is known to be one
 * @returns {unknown} see the table of the protocol
 * @throws {Error} that says what is not allowed, and what is
 */
function answerQuestion(question, experiment) {
  switch (question.type) {
    case 'gradientCheck':
      return experiment().gradientCheck(question.epsilon);
    case 'activities':
      return experiment().activities();
    case 'butterfly':
      checkButterfly(question);
      return experiment().butterfly(question.rule, question.epochs);
    default:
      throw new TypeError(`request: ${unknownType(question)} is none that the worker knows`);
  }
}

/** @param {ButterflyRequest} request */
function checkButterfly({ rule, epochs }) {
  if (!RULES.includes(rule)) {
    throw new RangeError(`butterfly: rule is ${rule}; allowed are ${RULES.join(', ')}`);
  }
  checkWhole('butterfly', 'epochs', epochs, 1);
}

/** @param {{ type?: unknown }} request */
function unknownType({ type }) {
  return typeof type === 'string' ? `"${type}"` : typeof type;
}
