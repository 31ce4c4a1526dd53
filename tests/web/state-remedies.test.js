import assert from 'node:assert/strict';
import { test } from 'node:test';

import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { describeDivergence } from '../../web/state/divergence.js';
import { inEnglish } from '../../web/state/messages.js';
import { remediesFor } from '../../web/state/remedies.js';
import { SCHEMA } from '../../web/state/schema.js';

const configOf = (/** @type {object} */ patch) => applyPatch(defaultConfig(), patch).config;

test('what is tried suits the setting', () => {
  const notebook = configOf({ preset: 'notebook', learningRate: 10 });
  assert.deepEqual(remediesFor(notebook), [
    { learningRate: 1 },
    { rule: 'backprop' },
    { activation: 'tanh' },
  ]);
  const descent = configOf({ preset: 'regression', optimizer: 'sgd', learningRate: 3 });
  assert.deepEqual(remediesFor(descent), [
    { learningRate: 0.3 },
    { optimizer: 'adam', learningRate: 0.01 },
    { scale: 'standard' },
  ]);
});

test('where the most is in force already, other things are tried', () => {
  const config = configOf({
    preset: 'regression',
    optimizer: 'adam',
    scale: 'standard',
    init: 'he',
  });
  assert.deepEqual(remediesFor(config).slice(1), [{ init: 'small' }, { regularization: 'l2' }]);
});

test('there are always two at least, each allowed and none in force', () => {
  const smallest = SCHEMA.find(({ key }) => key === 'learningRate');
  assert.ok(smallest && 'min' in smallest);
  for (const optimizer of ['sgd', 'momentum', 'rmsprop', 'adam']) {
    for (const learningRate of [10, 1, 0.03, 0.0001]) {
      for (const init of ['small', 'xavier', 'he']) {
        const config = configOf({ optimizer, learningRate, init });
        const remedies = remediesFor(config);
        assert.ok(remedies.length >= 2 && remedies.length <= 3, JSON.stringify(remedies));
        for (const patch of remedies) {
          const { config: patched, errors } = applyPatch(config, patch);
          assert.deepEqual(errors, []);
          assert.notDeepEqual(patched, config, JSON.stringify(patch));
        }
      }
    }
  }
});

test('a rate below the allowed is not offered', () => {
  const rates = remediesFor(configOf({ optimizer: 'adam', learningRate: 1e-5 }));
  const allowed = rates.every((patch) => applyPatch(configOf({}), patch).errors.length === 0);
  assert.ok(allowed, JSON.stringify(rates));
});

test('the message names the same', () => {
  const text = inEnglish(describeDivergence(configOf({ preset: 'notebook', learningRate: 10 }), 3));
  assert.match(text, /such as 1, or .* Adam, or the learning rule .*, or the activation Tanh/);
});
