import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../../web/state/config.js';
import { Run } from '../../web/worker/run.js';
import { FakeEngine } from './fake-engine.js';

/** @param {import('../../web/state/types.js').Frame} frame */
const epochsIn = ({ history }) => [...history].filter((_, index) => index % 5 === 0);

function startRun() {
  const engine = new FakeEngine();
  const run = new Run(/** @type {any} */ (engine.createExperiment(defaultConfig())), engine.now);
  run.begin();
  return { engine, run };
}

test('advance within a budget trains in steps of about a millisecond until it is spent, but for half a step', () => {
  const { engine, run } = startRun();
  engine.msPerEpoch = 0.02;
  const began = engine.time;
  const frame = run.advance({ budgetMs: 20 });
  assert.ok(Math.abs(engine.time - began - 20) <= 1, `${engine.time - began}`);
  assert.equal(epochsIn(frame).length, frame.metrics.epoch);
  const { steps } = engine.experiments[0];
  assert.deepEqual(steps.slice(0, 7), [1, 2, 4, 8, 16, 32, 32]);
});

test('a step that would end farther behind the budget than it begins before it is left', () => {
  const { engine, run } = startRun();
  for (const [msPerEpoch, epochs] of [
    [7, 3],
    [9, 2],
    [15, 1],
    [50, 1],
  ]) {
    engine.msPerEpoch = msPerEpoch;
    const frame = run.advance({ budgetMs: 20 });
    assert.equal(epochsIn(frame).length, epochs, `${msPerEpoch} ms an epoch`);
  }
});

test('steps become shorter when epochs become slower', () => {
  const { engine, run } = startRun();
  run.advance({ budgetMs: 20 });
  engine.msPerEpoch = 5;
  const { steps } = engine.experiments[0];
  steps.length = 0;
  run.advance({ budgetMs: 200 });
  assert.equal(steps.at(-1), 1);
});

test('a clock that stands still makes no endless step', () => {
  const { engine, run } = startRun();
  engine.msPerEpoch = 0;
  run.advance({ epochs: 10_000 });
  assert.ok(Math.max(...engine.experiments[0].steps) <= 1000);
});

test('a budget too small for one epoch still trains one', () => {
  const { engine, run } = startRun();
  engine.msPerEpoch = 50;
  assert.equal(run.advance({ budgetMs: 1 }).metrics.epoch, 1);
});

test('with epochs and a budget, whichever is reached first ends it', () => {
  const { engine, run } = startRun();
  engine.msPerEpoch = 1;
  assert.equal(run.advance({ epochs: 4, budgetMs: 100 }).metrics.epoch, 4);
  const frame = run.advance({ epochs: 1000, budgetMs: 10 });
  assert.ok(frame.metrics.epoch >= 14 && frame.metrics.epoch < 20);
});
