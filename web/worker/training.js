/**
 * Trainings that nobody watches frame by frame: how far they are is told now and then.
 *
 * @module
 */
import { createClient } from './client.js';
import { pagePool } from './pool.js';

/** @import { Answer, Config, Description, Frame, Metrics } from '../state/types.js' */
/** @import { Client } from './client.js' */
/** @import { Pool, Team } from './pool.js' */
/** @import { Start } from './protocol.js' */

/** Between two reports of how far it is. */
const WORKER_BUDGET_MS = 250;
/** Where the page itself trains, it has to draw and to listen besides. */
const MAIN_BUDGET_MS = 8;
/** So often a task is begun again whose worker has stopped: then it is the task that stops them. */
const MOST_REPEATS = 2;
/** Of many, so many at a time for each worker, which each holds for so long: a lab that trains comes in between. */
const EACH = 3;
const SLICE_MS = 6;

/**
 * @param {Client} client with an experiment
 * @param {number} limit the epoch to train to
 * @param {(frame: Frame) => void} [onFrame] called with each frame, the last one too; they have no grid
 * @param {number} [workerMs] between two of them, where a worker trains: whoever else it works for waits so
 *   long
 * @returns {Promise<Frame>} the last, unless it has diverged before
 */
export async function trainTo(client, limit, onFrame = () => {}, workerMs = WORKER_BUDGET_MS) {
  for (;;) {
    const isMain = client.mode === 'main';
    // Its promises alone would leave the page no moment to draw or to listen.
    if (isMain) await new Promise((resolve) => setTimeout(resolve));
    const budgetMs = isMain ? MAIN_BUDGET_MS : workerMs;
    const frame = await client.advance({ budgetMs, limit, unseen: true });
    onFrame(frame);
    if (frame.diverged || frame.metrics.epoch >= limit) return frame;
  }
}

/**
 * Runs independent trainings, as many at a time as the page has workers for. One whose worker stops is begun
 * again, on another.
 *
 * @template Task
 * @param {Iterable<Task>} tasks taken one by one, in their order
 * @param {(client: Client, task: Task) => Promise<void>} train
 * @param {object} [options]
 * @param {AbortSignal} [options.signal] ends all
 * @param {Pool} [options.pool]
 * @param {number} [options.each] how many each worker has at a time: with several it need not wait for the
 *   page between two
 * @returns {Promise<void>} rejected with the first failure, which ends the others; with an AbortError
 *   once it is aborted
 */
export async function trainAll(tasks, train, { signal, pool = pagePool, each = 1 } = {}) {
  const left = tasks[Symbol.iterator]();
  const ending = new AbortController();
  /** @type {Team} */
  const team = new Map();
  const end = () => ending.abort();
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  const work = async () => {
    const client = createClient({ signal: ending.signal, pool, team });
    try {
      for (let next = left.next(); !next.done; next = left.next()) {
        const { value: task } = next;
        await repeatStopped(() => train(client, task));
      }
    } finally {
      client.dispose();
    }
  };
  try {
    await Promise.all(Array.from({ length: pool.size * each }, work));
  } finally {
    end();
    signal?.removeEventListener('abort', end);
  }
}

/**
 * @typedef {object} Outcome
 * @property {Metrics} metrics of the last epoch; of one that has diverged, the epoch at which it has
 * @property {boolean} diverged
 * @property {Description} description of the experiment
 * @property {Answer | null} answer of the network in the end, over what the lab would show; null where it was
 *   not asked for, or has diverged
 *
 * @typedef {object} RunToTrain
 * @property {Config} config
 * @property {Pick<Start, 'bounds' | 'without'>} [start]
 * @property {number} [resolution] of the answer, points a side; 0, as if missing, leaves it out
 */

/**
 * Trains each to an epoch, unless it diverges. Its digits are those that it has alone. Labs under way go on
 * meanwhile, and where there are no workers, the page does between two short slices.
 *
 * @template {RunToTrain} Run
 * @param {readonly Run[]} runs begun in their order
 * @param {object} options
 * @param {number} options.epochs 1 or more
 * @param {(outcome: Outcome, run: Run) => void} options.onOutcome called as each is done, in whatever order
 * @param {AbortSignal} [options.signal]
 * @param {Pool} [options.pool]
 * @returns {Promise<void>} rejected with the first failure; with an AbortError once it is aborted
 */
export function trainOutcomes(runs, { epochs, onOutcome, ...options }) {
  return trainAll(
    runs,
    async (client, run) => {
      const { config, start, resolution = 0 } = run;
      const look = { resolution: 0 };
      const { description } = await client.create(config, { ...start, look });
      const { metrics, diverged } = await trainTo(client, epochs, undefined, SLICE_MS);
      const answer = resolution > 0 && !diverged ? await client.answer(resolution) : null;
      onOutcome({ metrics, diverged, description, answer }, run);
    },
    { ...options, each: EACH },
  );
}

/** @param {() => Promise<void>} train from its beginning */
async function repeatStopped(train) {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await train();
    } catch (error) {
      if (repeats === MOST_REPEATS || !isOfWorker(error)) throw error;
    }
  }
}

/** @param {unknown} error */
function isOfWorker(error) {
  const { cause } = /** @type {{ cause?: { failure?: string } }} */ (error);
  return cause?.failure === 'workerStopped';
}
