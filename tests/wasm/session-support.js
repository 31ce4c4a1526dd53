/**
 * The lab's sessions in Node: the page's side and the worker's on one thread, with the shipped module.
 *
 * @module
 */

import { Session } from '../../web/element/session.js';
import { replay } from '../../web/element/saving/replay.js';
import { Store } from '../../web/element/store.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { makeRecord, printRecord } from '../../web/state/record.js';
import { parseRecord } from '../../web/state/record-check.js';
import { createClient } from '../../web/worker/client.js';
import { createDispatcher } from '../../web/worker/dispatcher.js';
import { Pool } from '../../web/worker/pool.js';

/** @typedef {import('../../web/engine/engine.js').Engine} Engine */

/**
 * @param {Engine} engine
 */
export function poolOf(engine) {
  return new Pool({
    startWorker() {
      throw new Error('Node has no workers of this kind');
    },
    loadDispatcher: async () => createDispatcher(async () => engine),
  });
}

/**
 * @param {Engine} engine
 */
export function clientFactory(engine) {
  const pool = poolOf(engine);
  return () => createClient({ pool });
}

/**
 * @param {Engine} engine
 * @param {object} [patch] to the default configuration
 */
export function createSession(engine, patch = {}) {
  const { config, errors } = applyPatch(defaultConfig(), patch);
  if (errors.length > 0) throw new Error(errors[0].message);
  return new Session({ createClient: clientFactory(engine), store: new Store(config) });
}

/**
 * @param {Session} session
 * @returns {import('../../web/state/record.js').LabRecord}
 */
export function recordOf({ state }) {
  const { config, description, frame, history, isImported, initialParameters } = state;
  if (!description || !frame) throw new Error('There is no experiment yet');
  const imported = isImported ? initialParameters : null;
  return makeRecord({ config, description, frame, imported, curves: history.until(frame.metrics) });
}

/**
 * Opens a record in a session as the lab does, through the text of its file.
 *
 * @param {Engine} engine
 * @param {Session} session
 * @param {object} record
 * @param {object} [options]
 * @param {AbortSignal} [options.signal]
 * @param {() => void} [options.onProgress]
 */
export async function openRecord(engine, session, record, { signal, onProgress } = {}) {
  const checked = parseRecord(
    printRecord(/** @type {import('../../web/state/record.js').LabRecord} */ (record)),
  );
  /** @type {number[]} */
  const progress = [];
  const trained = await replay(checked, {
    createClient: clientFactory(engine),
    signal: signal ?? new AbortController().signal,
    onProgress(epoch) {
      progress.push(epoch);
      onProgress?.();
    },
  });
  session.adopt({ ...trained, config: checked.config });
  return progress;
}

/**
 * Everything that can be seen of a session, with every bit of its numbers.
 *
 * @param {Session} session
 */
export function snapshot({ state }) {
  const { status, config, metrics, description, frame, history } = state;
  if (!frame) throw new Error('There is no experiment yet');
  const bits = (/** @type {Float64Array} */ values) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('hex');
  const curves = Object.entries(history.curves()).map(([name, values]) => [name, bits(values)]);
  return {
    status,
    config,
    metrics,
    description,
    parameters: bits(frame.parameters),
    grid: bits(frame.grid),
    curves,
    stride: history.stride,
  };
}

/**
 * @param {Session} session
 * @param {number} epochs to train
 */
export async function step(session, epochs) {
  await session.start();
  session.pause();
  const take = await session.fetch({ epochs });
  take();
}
