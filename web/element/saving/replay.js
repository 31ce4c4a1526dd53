import { modelOf } from '../../state/model.js';
import { RecordComparison } from '../../state/record-comparison.js';
import { trainAgain } from '../again.js';

/** @typedef {import('../../state/record-check.js').CheckedRecord} CheckedRecord */

/**
 * Repeats a recorded training in a run of its own, and compares it with the record as it goes.
 *
 * @param {CheckedRecord} record
 * @param {object} options
 * @param {() => import('../../worker/client.js').Client} options.createClient
 * @param {AbortSignal} options.signal
 * @param {(epoch: number) => void} options.onProgress called now and then, unless it is short
 * @returns {Promise<import('../again.js').Trained>}
 * @throws {Error} that names the first number that differs; an AbortError once it is aborted
 */
export function replay(record, { createClient, signal, onProgress }) {
  const { config, start: model } = record;
  const { epoch: last } = record.metrics;
  const comparison = new RecordComparison(record);
  return trainAgain(
    { config, epoch: last, model },
    {
      createClient,
      signal,
      onFrame({ history, metrics: { epoch } }) {
        comparison.take(history);
        if (epoch > 0 && epoch < last) onProgress(epoch);
      },
      check: ({ beginning, frame }) =>
        comparison.finish(modelOf(beginning.description, frame.parameters, frame.metrics)),
    },
  );
}
