import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';

import { createSession, openRecord, recordOf } from './session-support.js';
import { loadShippedEngine } from './support.js';

const FOLDER = new URL('kept-records/', import.meta.url);

/**
 * Made by the module that still took its logarithm from Emscripten's C library. The notebook's run with
 * seed 167 is one that a normal with another last bit leads elsewhere.
 */
describe('records that were saved by an earlier module', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  const names = readdirSync(FOLDER);
  assert.ok(names.length > 0);
  for (const name of names) {
    it(`open to the last bit: ${name}`, async () => {
      const record = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
      const session = createSession(engine);
      await openRecord(engine, session, record);
      const { history, metrics, model } = recordOf(session);
      assert.equal(metrics.epoch, record.metrics.epoch);
      assert.deepEqual(
        { history, metrics, model },
        {
          history: record.history,
          metrics: record.metrics,
          model: record.model,
        },
      );
    });
  }
});
