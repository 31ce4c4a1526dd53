import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedSettings } from '../../web/element/shared-settings.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';

test('data and speed are shared, network and training are not', () => {
  const start = defaultConfig();
  const { config } = applyPatch(start, { seed: 1, noise: 0.3, speed: 'max', layers: [2] });
  assert.deepEqual(sharedSettings(config, start), { seed: 1, noise: 0.3, speed: 'max' });
  assert.deepEqual(Object.keys(sharedSettings(config)).sort(), [
    'classNames',
    'classes',
    'data',
    'dataset',
    'noise',
    'problem',
    'samples',
    'seed',
    'speed',
    'testSize',
  ]);
});

test('shared points come with the names of their classes, though these are the same as before', () => {
  const words = (/** @type {number} */ x) => `${x},2,a;3,4,b;5,6,a;7,8,b`;
  const first = applyPatch(defaultConfig(), { data: words(0) }).config;
  const second = applyPatch(first, { data: words(1) }).config;
  const shared = sharedSettings(second, first);
  assert.deepEqual(shared, { data: second.data, classNames: ['a', 'b'] });
  assert.deepEqual(applyPatch(first, shared).config, second);
});
