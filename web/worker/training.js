/**
 * Trainings that nobody watches frame by frame: how far they are is told now and then.
 *
 * @module
 */
import { createClient } from './client.js';
import { pagePool } from './pool.js';

/** @import { Frame } from '../state/types.js' */
/** @import { Client } from './client.js' */
/** @import { Pool, Team } from './pool.js' */

/** Between two reports of how far it is. */
const WORKER_BUDGET_MS = 250;
/** Where the page itself trains, it has to draw and to listen besides. */
const MAIN_BUDGET_MS = 12;

/**
 * @param {Client} client with an experiment
 * @param {number} limit the epoch to train to
 * @param {(frame: Frame) => void} [onFrame] called with each frame, the last one too; they have no grid
 * @returns {Promise<Frame>} the last, unless it has diverged before
 */
export async function trainTo(client, limit, onFrame = () => {}) {
  for (;;) {
    const isMain = client.mode === 'main';
    // Its promises alone would leave the page no moment to draw or to listen.
    if (isMain) await new Promise((resolve) => setTimeout(resolve));
    const budgetMs = isMain ? MAIN_BUDGET_MS : WORKER_BUDGET_MS;
    const frame = await client.advance({ budgetMs, limit, unseen: true });
    onFrame(frame);
    if (frame.diverged || frame.metrics.epoch >= limit) return frame;
  }
}

/**
 * Runs independent trainings, as many at a time as the page has workers for.
 *
 * @template Task
 * @param {Iterable<Task>} tasks taken one by one, in their order
 * @param {(client: Client, task: Task) => Promise<void>} train
 * @param {object} [options]
 * @param {AbortSignal} [options.signal] ends all
 * @param {Pool} [options.pool]
 * @returns {Promise<void>} rejected with the first failure, which ends the others; with an AbortError
 *   once it is aborted
 */
export async function trainAll(tasks, train, { signal, pool = pagePool } = {}) {
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
      for (let next = left.next(); !next.done; next = left.next()) await train(client, next.value);
    } finally {
      client.dispose();
    }
  };
  try {
    await Promise.all(Array.from({ length: pool.size }, work));
  } finally {
    end();
    signal?.removeEventListener('abort', end);
  }
}
