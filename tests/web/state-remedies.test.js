import assert from 'node:assert/strict';
import { test } from 'node:test';

import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { describeDivergence } from '../../web/state/divergence.js';
import { inEnglish } from '../../web/state/messages.js';
import { epochsToTry, remediesFor } from '../../web/state/remedies.js';

const configOf = (/** @type {object} */ patch) => applyPatch(defaultConfig(), patch).config;

test('what is tried suits the setting, the likeliest help first', () => {
  const notebook = configOf({ preset: 'notebook', learningRate: 10 });
  assert.deepEqual(remediesFor(notebook).slice(0, 4), [
    [{ learningRate: 1 }, { learningRate: 0.1 }, { learningRate: 0.01 }],
    [{ optimizer: 'adam', learningRate: 0.01 }],
    [{ rule: 'backprop' }],
    [{ activation: 'tanh' }],
  ]);
  const decay = configOf({ optimizer: 'sgd', learningRate: 10, regularization: 'l2' });
  assert.deepEqual(remediesFor(decay)[2], [{ regularization: 'none' }]);
});

test('with an adaptive optimiser no other is tried; with a schedule, none', () => {
  const config = configOf({ optimizer: 'adam', schedule: '40:w1.1.1=1e200' });
  const tried = remediesFor(config).flat();
  assert.ok(tried.every((patch) => !('optimizer' in patch)));
  assert.deepEqual(tried[tried.length - 1], { schedule: '' });
});

test('there are always several, each allowed and none in force', () => {
  for (const optimizer of ['sgd', 'momentum', 'rmsprop', 'adam']) {
    for (const learningRate of [10, 1, 0.03, 0.0001, 1e-5]) {
      for (const init of ['small', 'xavier', 'he']) {
        const config = configOf({ optimizer, learningRate, init, scale: 'standard' });
        const tried = remediesFor(config).flat();
        assert.ok(tried.length >= 2, JSON.stringify(tried));
        for (const patch of tried) {
          const { config: patched, errors } = applyPatch(config, patch);
          assert.deepEqual(errors, []);
          assert.notDeepEqual(patched, config, JSON.stringify(patch));
        }
      }
    }
  }
});

test('a rate that is too small to be a number is not tried', () => {
  const tried = remediesFor(configOf({ optimizer: 'adam', learningRate: Number.MIN_VALUE })).flat();
  assert.ok(tried.every((patch) => !('learningRate' in patch)));
});

test('it is tried for longer than the run took to diverge, but not beyond the epoch limit', () => {
  assert.equal(epochsToTry(configOf({}), 90), 2000);
  assert.equal(epochsToTry(configOf({}), 5000), 10_000);
  assert.equal(epochsToTry(configOf({ epochs: 100 }), 90), 100);
});

test('the message names the same', () => {
  const text = inEnglish(describeDivergence(configOf({ preset: 'notebook', learningRate: 10 }), 3));
  assert.match(text, /such as 1, or .* Adam, or the learning rule .*, or the activation Tanh/);
});
