import { History } from '../../state/history.js';
import { toRows } from '../../state/metrics.js';
import { modelOf } from '../../state/model.js';
import { RecordComparison } from '../../state/record-check.js';

/** @typedef {import('../../state/record-check.js').CheckedRecord} CheckedRecord */
/** @typedef {import('../../state/types.js').Frame} Frame */
/** @typedef {import('../../worker/client.js').Client} Client */

/** Between two reports of how far it is. */
const WORKER_BUDGET_MS = 250;
/** Where the page itself trains, it has to draw and to listen besides. */
const MAIN_BUDGET_MS = 12;

/**
 * @typedef {object} Trained an experiment that was trained apart from any lab
 * @property {Client} client holds it; of whoever takes it over
 * @property {import('../../worker/protocol.js').Beginning} beginning
 * @property {boolean} isImported whether it began from a model, not from drawn weights
 * @property {Frame} frame of now; its history is what came after the beginning
 * @property {History} history
 */

/**
 * Repeats a recorded training in a run of its own, and compares it with the record as it goes.
 *
 * @param {CheckedRecord} record
 * @param {object} options
 * @param {() => Client} options.createClient
 * @param {AbortSignal} options.signal
 * @param {(epoch: number) => void} options.onProgress called now and then, unless it is short
 * @returns {Promise<Trained>}
 * @throws {Error} that names the first number that differs; an AbortError once it is aborted
 */
export async function replay(record, { createClient, signal, onProgress }) {
  signal.throwIfAborted();
  const client = createClient();
  const stop = () => client.dispose();
  signal.addEventListener('abort', stop);
  try {
    const trained = await repeat(record, client, onProgress);
    signal.throwIfAborted();
    return trained;
  } catch (error) {
    client.dispose();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * @param {CheckedRecord} record
 * @param {Client} client
 * @param {(epoch: number) => void} onProgress
 * @returns {Promise<Trained>}
 */
async function repeat(record, client, onProgress) {
  const { config, start, metrics } = record;
  const created = await client.create(config);
  const beginning = start ? await client.importModel(start) : created;
  const comparison = new RecordComparison(record);
  const history = new History();
  let { frame } = beginning;
  for (;;) {
    history.append(frame.history);
    comparison.take(frame.history);
    if (frame.diverged || frame.metrics.epoch >= metrics.epoch) break;
    if (frame !== beginning.frame) onProgress(frame.metrics.epoch);
    frame = await advance(client, metrics.epoch);
  }
  const model = modelOf(beginning.description, frame.parameters, frame.metrics);
  comparison.finish(model);
  if (frame !== beginning.frame)
    frame = { ...(await client.frame()), history: toRows(history.curves(), 1) };
  return { client, beginning, isImported: start !== null, frame, history };
}

/**
 * @param {Client} client
 * @param {number} limit
 * @returns {Promise<Frame>}
 */
async function advance(client, limit) {
  const isMain = client.mode === 'main';
  // Its promises alone would leave the page no moment to draw or to listen.
  if (isMain) await new Promise((resolve) => setTimeout(resolve));
  const budgetMs = isMain ? MAIN_BUDGET_MS : WORKER_BUDGET_MS;
  return client.advance({ budgetMs, limit, unseen: true });
}
