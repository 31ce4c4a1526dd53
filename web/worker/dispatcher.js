/**
 * Answers the page's requests. It knows neither a Worker nor a page, and runs in either.
 *
 * @module
 */

import { flattenError, transferList } from './protocol.js';
import { answerQuestion } from './questions.js';
import { Run } from './run.js';

/** @import { Config } from '../state/types.js' */
/** @import { Beginning, Bounds, Question, Reply, Request } from './protocol.js' */
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
