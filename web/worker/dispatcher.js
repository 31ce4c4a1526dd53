/**
 * Answers the page's requests. It knows neither a Worker nor a page, and runs in either.
 *
 * @module
 */

import { createPoints, toPoints } from '../engine/data.js';
import { keepWithin } from './memory.js';
import { CALLS, flattenError, transferList } from './protocol.js';
import { Run } from './run.js';

/** @import { DataMaker } from '../engine/data.js' */
/** @import { Config } from '../state/types.js' */
/** @import { Beginning, Calls, Reply, Request, Start } from './protocol.js' */
/** @import { ExperimentHandle } from './course.js' */

/**
 * @typedef {Pick<DataMaker, 'makeDataset'>
 *   & { createExperiment(config: Config, start?: Start): ExperimentHandle }} EngineHandle
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

/** The engine, once it is needed, and the runs on it. */
class Laboratory {
  #loadEngine;
  #now;
  /** @type {Promise<EngineHandle> | null} */
  #engine = null;
  /** By number, the one last used last. @type {Map<number, Run>} */
  #runs = new Map();

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
   * @throws {TypeError} that names a call that there is not
   */
  perform({ run, call, args }) {
    switch (call) {
      case 'create':
        return this.#create(run, ...args);
      case 'dispose':
        return this.#replace(run, null);
      case 'butterfly':
        return this.#butterfly(run, ...args);
      case 'points':
        return this.#points(...args);
      default:
        if (!CALLS.includes(call))
          throw new TypeError(`call: ${name(call)} is none of the worker's`);
        return this.#ask(run, call, args);
    }
  }

  /**
   * @param {number} number
   * @param {Parameters<Calls['create']>} args
   * @returns {Promise<Beginning>}
   */
  async #create(number, ...[config, start]) {
    const engine = await this.#loadOnce();
    const run = new Run(engine.createExperiment(config, start), this.#now, start);
    try {
      const beginning = run.begin(start);
      this.#replace(number, run);
      return beginning;
    } catch (error) {
      run.dispose();
      throw error;
    }
  }

  /**
   * @param {number} number
   * @param {Parameters<Calls['butterfly']>[0]} request
   */
  async #butterfly(number, request) {
    if (!request.config) return this.#run(number).butterfly(request);
    const engine = await this.#loadOnce();
    const run = new Run(engine.createExperiment(request.config), this.#now);
    try {
      return run.butterfly(request);
    } finally {
      run.dispose();
    }
  }

  /** @param {Parameters<Calls['points']>} args */
  async #points(...[config]) {
    const { X, y } = createPoints(await this.#loadOnce(), config);
    return toPoints({ plane: X, labels: y });
  }

  #loadOnce() {
    this.#engine ??= this.#loadEngine().catch((error) => {
      this.#engine = null;
      throw error;
    });
    return this.#engine;
  }

  /**
   * @param {number} number
   * @throws {Error} where there is none: none has been made, or by a worker that has stopped
   */
  #run(number) {
    const run = this.#runs.get(number);
    if (run) return run;
    const cause = { failure: 'workerStopped', why: '' };
    throw new Error('There is no experiment; create one first', { cause });
  }

  /**
   * @param {number} number
   * @param {Exclude<Request['call'], 'create' | 'dispose' | 'butterfly' | 'points'>} call
   * @param {unknown[]} args
   */
  #ask(number, call, args) {
    const run = this.#run(number);
    this.#runs.delete(number);
    this.#runs.set(number, run);
    const value = Reflect.apply(run[call], run, args);
    keepWithin([...this.#runs.values()].map(({ memory }) => memory));
    return value;
  }

  /**
   * @param {number} number
   * @param {Run | null} run
   */
  #replace(number, run) {
    this.#runs.get(number)?.dispose();
    if (run) this.#runs.set(number, run);
    else this.#runs.delete(number);
  }
}

/** @param {unknown} call */
function name(call) {
  return typeof call === 'string' ? `"${call}"` : typeof call;
}
