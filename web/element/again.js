import { History } from '../state/history.js';
import { columnsOf, toRows } from '../state/metrics.js';
import { trainTo } from '../worker/training.js';

/** @import { Run } from '../state/deed.js' */
/** @import { Frame } from '../state/types.js' */
/** @import { Client } from '../worker/client.js' */

/**
 * @typedef {object} Trained an experiment that was trained apart from any lab
 * @property {Client} client holds it; of whoever takes it over
 * @property {import('../worker/protocol.js').Beginning} beginning
 * @property {Run['model']} model
 * @property {Frame} frame of now; its history is what came after the beginning
 * @property {History} history
 * @property {number | null} divergence epoch at which it has diverged
 */

/**
 * Trains a run once more, in a worker's run of its own.
 *
 * @param {Run} run
 * @param {object} options
 * @param {() => Client} options.createClient
 * @param {AbortSignal} options.signal
 * @param {(frame: Frame) => void} [options.onFrame] called with all frames, the first and the last too; what
 *   it throws ends the training
 * @param {(trained: Pick<Trained, 'beginning' | 'frame'>) => void} [options.check] the same, in the end
 * @returns {Promise<Trained>}
 * @throws {Error} an AbortError once it is aborted
 */
export async function trainAgain(run, { createClient, signal, onFrame = () => {}, check }) {
  signal.throwIfAborted();
  const client = createClient();
  const stop = () => client.dispose();
  signal.addEventListener('abort', stop);
  try {
    const trained = await repeat(run, client, onFrame);
    signal.throwIfAborted();
    check?.(trained);
    return trained;
  } catch (error) {
    client.dispose();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * @param {Run} run
 * @param {Client} client
 * @param {(frame: Frame) => void} onFrame
 * @returns {Promise<Trained>}
 */
async function repeat({ config, epoch, furthest = epoch, model }, client, onFrame) {
  const beginning = await client.create(config, model ? { model } : {});
  const history = new History();
  history.clear(columnsOf(config.problem));
  const take = (/** @type {Frame} */ frame) => {
    history.append(frame.history);
    onFrame(frame);
  };
  let { frame } = beginning;
  take(frame);
  const last = Math.max(epoch, furthest);
  let divergence = null;
  if (last > 0) {
    const end = await trainTo(client, last, take);
    if (end.diverged) divergence = end.metrics.epoch;
    const { frame: there } = await client.goto(epoch);
    frame = { .../** @type {Frame} */ (there), history: toRows(history.curves(), 1) };
  }
  return { client, beginning, model, frame, history, divergence };
}
