import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyPatch, defaultConfig, parseQuery } from '../../web/state/config.js';
import { findReached, parseGoal } from '../../web/state/goal.js';
import { BY_HAND, challengeOf } from './by-hand.js';
import { loadShippedEngine } from './support.js';

const PAGE = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');

/** @param {object} [changes] to what the guide's link opens */
async function play(changes = {}) {
  const { patch, errors } = parseQuery(challengeOf(PAGE));
  const { config, errors: refused } = applyPatch(defaultConfig(), { ...patch, ...changes });
  assert.deepEqual([...errors, ...refused], []);
  const engine = await loadShippedEngine();
  const experiment = engine.createExperiment(config);
  const { parameterCount, layerSizes } = experiment.description;
  const isReached = () =>
    findReached(parseGoal(config.goal), experiment.metricsRow(), undefined, parameterCount) !==
    null;
  return { experiment, layerSizes, isReached };
}

test('the guide’s challenge has three neurons, and is open at first', async () => {
  const { experiment, layerSizes, isReached } = await play();
  assert.deepEqual(layerSizes, [2, 3, 1]);
  assert.ok(experiment.metrics().testAccuracy < 0.6);
  assert.ok(!isReached());
});

test('thirteen numbers by hand part the circles, on the training points as well', async () => {
  const { experiment, isReached } = await play({ schedule: BY_HAND });
  const { epoch, trainAccuracy, testAccuracy } = experiment.metrics();
  assert.equal(epoch, 0);
  assert.ok(testAccuracy >= 0.95 && trainAccuracy >= 0.95, `${trainAccuracy}, ${testAccuracy}`);
  assert.ok(isReached());
});

test('two of the neurons do not', async () => {
  const without = BY_HAND.split(' ').map((change) => change.replace(/(w2\.1\.3)=.*/, '$1=0'));
  assert.ok(!(await play({ schedule: without.join(' ') })).isReached());
});

test('training gets stuck, as the guide says', async () => {
  const { experiment } = await play();
  experiment.step(2000);
  assert.ok(experiment.metrics().testAccuracy < 0.75);
});

test('from other weights training gets there, but does not count', async () => {
  const { experiment, isReached } = await play({ weightSeed: 3 });
  experiment.step(1000);
  assert.ok(experiment.metrics().testAccuracy >= 0.95);
  assert.ok(!isReached());
});
