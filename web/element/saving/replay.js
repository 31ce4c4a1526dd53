import { History } from '../../state/history.js';
import { columnsOf, toRows } from '../../state/metrics.js';
import { modelOf } from '../../state/model.js';
import { RecordComparison } from '../../state/record-comparison.js';
import { trainTo } from '../../worker/training.js';

/** @typedef {import('../../state/record-check.js').CheckedRecord} CheckedRecord */
/** @typedef {import('../../state/types.js').Frame} Frame */
/** @typedef {import('../../worker/client.js').Client} Client */

/**
 * @typedef {object} Trained an experiment that was trained apart from any lab
 * @property {Client} client holds it; of whoever takes it over
 * @property {import('../../worker/protocol.js').Beginning} beginning
 * @property {import('../../state/model.js').StartingModel | null} start the model that it began from; null:
 *   from drawn weights
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
  const beginning = await client.create(config, start ? { model: start } : {});
  const comparison = new RecordComparison(record);
  const history = new History();
  history.clear(columnsOf(config.problem));
  let { frame } = beginning;
  const take = (/** @type {Frame} */ { history: rows }) => {
    history.append(rows);
    comparison.take(rows);
  };
  take(frame);
  if (frame.metrics.epoch < metrics.epoch) {
    frame = await trainTo(client, metrics.epoch, (next) => {
      take(next);
      if (next.metrics.epoch < metrics.epoch) onProgress(next.metrics.epoch);
    });
  }
  const model = modelOf(beginning.description, frame.parameters, frame.metrics);
  comparison.finish(model);
  if (frame !== beginning.frame)
    frame = { ...(await client.frame()), history: toRows(history.curves(), 1) };
  return { client, beginning, start, frame, history };
}
