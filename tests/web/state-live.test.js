import assert from 'node:assert/strict';
import { test } from 'node:test';

import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { liveChanges, settingsInForce, startingPatch } from '../../web/state/live.js';

/** @param {object} patch */
const configWith = (patch) => {
  const { config, errors } = applyPatch(defaultConfig(), patch);
  assert.deepEqual(errors, []);
  return config;
};

const SCHEDULE = '0:rule=simplified 200:learning-rate=0.01 400:learning-rate=0.2 400:w1.1.1=3';

test('a setting is in force from the epoch that it is scheduled for', () => {
  const config = configWith({ schedule: SCHEDULE });
  const rates = [0, 199, 200, 399, 400, 1e6].map((epoch) => settingsInForce(config, epoch));
  assert.deepEqual(
    rates.map(({ learningRate }) => learningRate),
    [0.03, 0.03, 0.01, 0.01, 0.2, 0.2],
  );
  assert.equal(rates[0].rule, 'simplified');
  assert.equal(rates[0].schedule, SCHEDULE);
  assert.equal(settingsInForce(defaultConfig(), 5).learningRate, 0.03);
  const plain = configWith({ schedule: '5:b1.1=1 7:learning-rate=1' });
  assert.equal(settingsInForce(plain, 6), plain, 'itself while nothing of it is changed');
});

test('settings that can be scheduled go on, in the spelling of a schedule', () => {
  const live = liveChanges(defaultConfig(), {
    learningRate: '0.5',
    optimizer: 'sgd',
    batchSize: 0,
  });
  assert.deepEqual(live, {
    changes: [
      { name: 'learning-rate', value: 0.5 },
      { name: 'optimizer', value: 'sgd' },
    ],
    errors: [],
  });
});

test('what is in force already is no change', () => {
  const inForce = settingsInForce(configWith({ schedule: SCHEDULE }), 300);
  assert.deepEqual(liveChanges(inForce, { learningRate: 0.01 })?.changes, []);
  assert.deepEqual(liveChanges(inForce, { learningRate: 0.03 })?.changes, [
    { name: 'learning-rate', value: 0.03 },
  ]);
});

test('a patch with anything else takes a new experiment', () => {
  for (const patch of [
    { layers: [4] },
    { learningRate: 1, seed: 3 },
    { preset: 'xor' },
    { speed: 1 },
  ]) {
    assert.equal(liveChanges(defaultConfig(), patch), null);
  }
});

test('what is refused is no change', () => {
  const live = liveChanges(defaultConfig(), { learningRate: 99, batchSize: 5 });
  assert.deepEqual(live?.changes, [{ name: 'batch-size', value: 5 }]);
  assert.deepEqual(
    live?.errors.map(({ key }) => key),
    ['learningRate'],
  );
});

test('who starts again with a setting has it from the start, in place of what was in force', () => {
  const config = configWith({ schedule: SCHEDULE });
  const start = (/** @type {number} */ epoch, /** @type {object} */ patch) =>
    startingPatch(config, epoch, patch);
  assert.deepEqual(start(300, { learningRate: 0.5 }), {
    learningRate: 0.5,
    schedule: '0:rule=simplified 400:learning-rate=0.2 400:w1.1.1=3',
  });
  assert.deepEqual(start(500, { learningRate: '0.03', rule: 'backprop' }), {
    learningRate: '0.03',
    rule: 'backprop',
    schedule: '400:w1.1.1=3',
  });
  assert.deepEqual(start(100, { learningRate: 0.5 }), { learningRate: 0.5 });
});

test('who sets what a control shows changes nothing', () => {
  const config = configWith({ schedule: SCHEDULE });
  assert.deepEqual(startingPatch(config, 300, { learningRate: 0.01 }), {});
  assert.deepEqual(startingPatch(config, 300, { learningRate: 0.01, seed: 1 }), { seed: 1 });
  assert.deepEqual(startingPatch(config, 300, { layers: [3] }), { layers: [3] });
  const refused = { learningRate: 'much' };
  assert.deepEqual(startingPatch(config, 300, refused), refused, 'but is told of what is refused');
});

test('what names the schedule is of the start already, wherever in the run one is', () => {
  const config = configWith({ schedule: SCHEDULE });
  const patch = { learningRate: 0.5, schedule: '' };
  for (const epoch of [0, 300, 500]) assert.deepEqual(startingPatch(config, epoch, patch), patch);
});
