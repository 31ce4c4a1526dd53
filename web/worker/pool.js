import { sharedModule } from '../engine/compile.js';
import { MOST_WORKERS, mostWorkers } from './cores.js';
import { loadPart } from './load-part.js';
import { startWorker } from './start-worker.js';
import { Thread } from './thread.js';

/** @import { Means } from './thread.js' */

/**
 * @typedef {{ thread: Thread, run: number }} Seat of one run
 * @typedef {Map<Thread, number>} Team runs that compute at the same time: how much of their work each
 *   thread has
 */

/**
 * The workers of a page: as many as it has cores for, shared by all of its labs and widgets. One is
 * started when a run first needs it, and ended with the last of its runs.
 */
export class Pool {
  #means;
  #most;
  /** @type {Thread[]} */
  #threads = [];
  #lastRun = 0;

  /** @param {Partial<Means> & { most?: number }} [options] most: workers at a time */
  constructor({ most = mostWorkers(), ...means } = {}) {
    this.#most = Math.min(most, MOST_WORKERS);
    this.#means = {
      startWorker,
      compileEngine: sharedModule,
      loadDispatcher: loadMainThreadDispatcher,
      ...means,
    };
  }

  /** How many runs are worth starting at once. */
  get size() {
    return this.#threads.some(({ mode }) => mode === 'main') ? 1 : this.#most;
  }

  /**
   * @param {Team} [team] of the run, which is kept up to date; those with most work should join first
   * @param {number} [work] how much it computes, compared with the others of its team
   * @returns {Seat} where the team has least to do, and then where there are the fewest runs
   */
  join(team = new Map(), work = 1) {
    const thread = this.#choose((one) => team.get(one) ?? 0);
    const run = ++this.#lastRun;
    thread.runs.add(run);
    team.set(thread, (team.get(thread) ?? 0) + work);
    return { thread, run };
  }

  /**
   * @param {Seat} seat
   * @param {unknown} reason why what the run waits for will not come
   */
  leave({ thread, run }, reason) {
    thread.end(run, reason);
    if (thread.runs.size > 0) return;
    this.#threads = this.#threads.filter((one) => one !== thread);
    thread.close();
  }

  /** @param {(thread: Thread) => number} workOf */
  #choose(workOf) {
    if (this.#threads.length < this.size) this.#threads.push(new Thread(this.#means));
    // Where no worker can start, the page's one thread is everybody's.
    const main = this.#threads.find(({ mode }) => mode === 'main');
    const [idlest] = [...this.#threads].sort(
      (a, b) => workOf(a) - workOf(b) || a.runs.size - b.runs.size,
    );
    return main ?? idlest;
  }
}

/** The page's. */
export const pagePool = new Pool();

async function loadMainThreadDispatcher() {
  const { createMainThreadDispatcher } = await loadPart(() => import('./main-thread.js'));
  return createMainThreadDispatcher();
}
