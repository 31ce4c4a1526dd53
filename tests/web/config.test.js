import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  applyPatch,
  defaultConfig,
  needsNewExperiment,
  parseText,
  printText,
} from '../../web/state/config.js';
import { HIDEABLE_PARTS, SCHEMA } from '../../web/state/schema.js';
import { companionsOf, invalidValues, validValues } from './config-values.js';

/** @import { Config } from '../../web/state/types.js' */

/**
 * @param {unknown} patch
 * @param {Config} [config]
 */
function messagesOf(patch, config = defaultConfig()) {
  return applyPatch(config, patch).errors.map((error) => error.message);
}

/**
 * @param {unknown} value
 * @returns {string} short enough for a test's name
 */
const show = (value) =>
  String(typeof value === 'number' ? value : JSON.stringify(value)).slice(0, 60);

test('the schema names every key of the configuration once', () => {
  const keys = SCHEMA.map((entry) => entry.key);
  assert.deepEqual(Object.keys(defaultConfig()).sort(), [...keys].sort());
  assert.equal(new Set(keys).size, keys.length);
  for (const entry of SCHEMA) {
    const kebab = entry.key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    assert.equal(entry.attribute, kebab);
  }
});

test('every default is valid', () => {
  const { config, errors } = applyPatch(defaultConfig('notebook'), defaultConfig());
  assert.deepEqual(errors, []);
  assert.deepEqual(config, defaultConfig());
});

for (const entry of SCHEMA) {
  for (const value of validValues(entry)) {
    test(`${entry.key} accepts ${show(value)}, and reads it back from its text`, () => {
      const patch = { ...companionsOf(entry, value), [entry.key]: value };
      const { config, errors } = applyPatch(defaultConfig(), patch);
      assert.deepEqual(errors, []);
      assert.deepEqual(config[entry.key], value);
      assert.deepEqual(parseText(entry.key, printText(config[entry.key])), { value });
    });
  }

  for (const [index, value] of invalidValues(entry).entries()) {
    test(`${entry.key} refuses ${show(value)} (${index}) by name and keeps its value`, () => {
      const before = defaultConfig();
      const { config, errors } = applyPatch(before, { [entry.key]: value });
      assert.deepEqual(config, before);
      assert.deepEqual(
        errors.map((error) => error.key),
        [entry.key],
      );
      const start = `${entry.attribute}: `;
      assert.equal(errors[0].message.slice(0, start.length), start);
      assert.match(errors[0].message, /: .+ .+; allowed are .+/);
    });
  }
}

test('a message says what came and what is allowed', () => {
  const sizes = 'allowed are 0 to 6 layers of 1 to 64 neurons, such as 8,8';
  const rate = 'allowed are numbers above 0, up to 10';
  /** @type {[unknown, string][]} */
  const cases = [
    [{ samples: 0 }, 'samples: 0 is too small; allowed are 4 to 10000'],
    [{ samples: 3 }, 'samples: 3 is too small; allowed are 4 to 10000'],
    [{ samples: -1 }, 'samples: -1 is too small; allowed are 4 to 10000'],
    [{ samples: '1e9' }, 'samples: 1000000000 is too large; allowed are 4 to 10000'],
    [{ samples: 'abc' }, 'samples: "abc" is not a whole number; allowed are 4 to 10000'],
    [{ noise: -1 }, 'noise: -1 is too small; allowed are 0 to 1'],
    [{ noise: NaN }, 'noise: NaN is not a number; allowed are 0 to 1'],
    [{ noise: 'NaN' }, 'noise: "NaN" is not a number; allowed are 0 to 1'],
    [{ layers: '0' }, `layers: 0 (layer 1) is too small; ${sizes}`],
    [{ layers: '8,,8' }, `layers: "" (layer 2) is not a whole number; ${sizes}`],
    [{ layers: '1,2,3,4,5,6,7' }, `layers: "1,2,3,4,5,6,7" has 7 layers; ${sizes}`],
    [{ learningRate: 0 }, `learning-rate: 0 is too small; ${rate}`],
    [{ learningRate: -1 }, `learning-rate: -1 is too small; ${rate}`],
    [{ learningRate: 1e300 }, `learning-rate: 1e+300 is too large; ${rate}`],
    [
      { preset: 'best' },
      'preset: "best" is not known; allowed are default, notebook, playground, straight-line, xor, spiral, overfitting, three-classes, regression',
    ],
    [{ autoplay: 'no' }, 'autoplay: "no" is neither; allowed are true and false'],
    [{ theme: {} }, 'theme: an object is not known; allowed are auto, light, dark'],
    ['abc', 'config: "abc" is not an object; allowed are objects such as { samples: 300 }'],
  ];
  for (const [patch, message] of cases) assert.deepEqual(messagesOf(patch), [message]);
});

test('a message shortens what is long', () => {
  const [message] = messagesOf({ samples: 'x'.repeat(1e6) });
  assert.match(message, /^samples: "x{40}…" is not/);
  assert.ok(messagesOf({ ['y'.repeat(1e6)]: 1 })[0].length < 400);
});

test('an unknown key is reported with the keys that there are', () => {
  const patch = JSON.parse('{ "learning_rate": 1, "__proto__": 2, "constructor": 3 }');
  const { config, errors } = applyPatch(defaultConfig(), patch);
  assert.deepEqual(config, defaultConfig());
  assert.deepEqual(
    errors.map((error) => error.key),
    ['learning_rate', '__proto__', 'constructor'],
  );
  assert.match(errors[0].message, /^learning_rate: is not a setting; allowed are .*learningRate/);
});

test('what is valid is applied although something else is not', () => {
  const patch = { samples: 100, noise: 7, colour: 'red', seed: '7' };
  const { config, errors } = applyPatch(defaultConfig(), patch);
  assert.deepEqual(config, { ...defaultConfig(), samples: 100, seed: 7 });
  assert.equal(errors.length, 2);
});

test('a configuration is never changed in place', () => {
  const before = defaultConfig();
  const copy = structuredClone(before);
  const { config } = applyPatch(before, { layers: [4], preset: 'notebook', hide: ['loss'] });
  config.layers.push(1);
  defaultConfig().layers.push(9);
  assert.deepEqual(before, copy);
  assert.deepEqual(defaultConfig(), copy);
});

test('null sets a key back to its preset’s value, undefined leaves it', () => {
  const changed = applyPatch(defaultConfig('notebook'), { learningRate: 2, theme: 'dark' }).config;
  assert.equal(applyPatch(changed, { learningRate: null }).config.learningRate, 0.5);
  assert.equal(applyPatch(changed, { theme: null }).config.theme, 'auto');
  assert.equal(applyPatch(changed, { learningRate: undefined }).config.learningRate, 2);
  assert.equal(applyPatch(changed, { preset: null }).config.preset, 'default');
});

test('the notebook preset is the notebook’s run', () => {
  assert.deepEqual(applyPatch(defaultConfig(), { preset: 'notebook' }).config, {
    ...defaultConfig(),
    preset: 'notebook',
    dataset: 'moons',
    samples: 300,
    noise: 0.2,
    seed: 42,
    testSize: 0.2,
    layers: [8, 8],
    activation: 'relu',
    init: 'small',
    rule: 'simplified',
    optimizer: 'sgd',
    learningRate: 0.5,
    batchSize: 0,
    epochs: 1000,
  });
});

test('a preset is laid down before the other keys and leaves how things are shown', () => {
  const shown = applyPatch(defaultConfig(), { theme: 'dark', speed: '100', noise: 0.9 }).config;
  const { config } = applyPatch(shown, { learningRate: 0.1, preset: 'notebook' });
  const { noise, learningRate, theme, speed } = config;
  assert.deepEqual([noise, learningRate, theme, speed], [0.2, 0.1, 'dark', '100']);
});

test('an activation for each hidden layer must match the layers', () => {
  const [message] = messagesOf({ activation: 'relu,tanh,relu' });
  assert.match(message, /^activation: "relu,tanh,relu" is 3 names for 2 hidden layers; allowed/);
  assert.match(messagesOf({ activation: 'relu,tanh', layers: [3] })[0], /for 1 hidden layer;/);
  const three = applyPatch(defaultConfig(), { activation: 'relu,tanh,relu', layers: '4,4,4' });
  assert.deepEqual(three.config.activation, ['relu', 'tanh', 'relu']);
});

test('a list of activations follows when layers are added and removed', () => {
  let { config } = applyPatch(defaultConfig(), { activation: ['relu', 'tanh'] });
  config = applyPatch(config, { layers: [8, 8, 8] }).config;
  assert.deepEqual(config.activation, ['relu', 'tanh', 'tanh']);
  config = applyPatch(config, { layers: [8] }).config;
  assert.equal(config.activation, 'relu');
  assert.equal(applyPatch(config, { layers: [] }).config.activation, 'relu');
});

test('a list of equal activations becomes one name', () => {
  const { config } = applyPatch(defaultConfig('notebook'), { activation: ['tanh', 'tanh'] });
  assert.equal(config.activation, 'tanh');
});

test('a sample must be left to train on', () => {
  assert.deepEqual(messagesOf({ samples: 4, testSize: 0.9 }), [
    'test-size: 0.9 of 4 samples leaves none to train on; allowed are 0.05 to 0.75',
  ]);
  const wide = applyPatch(defaultConfig(), { testSize: 0.9 }).config;
  const { config, errors } = applyPatch(wide, { samples: 4 });
  assert.equal(config.samples, 300);
  assert.deepEqual(
    errors.map((error) => error.message),
    ['samples: 4 with a test-size of 0.9 leaves none to train on; allowed are 10 to 10000'],
  );
  assert.deepEqual(messagesOf({ samples: 10, testSize: 0.9 }), []);
});

test('the parts that hide names are kept in one order, each once', () => {
  const { config } = applyPatch(defaultConfig(), { hide: 'metrics, data,metrics' });
  assert.deepEqual(config.hide, ['data', 'metrics']);
  assert.deepEqual(
    applyPatch(defaultConfig(), { hide: HIDEABLE_PARTS }).config.hide,
    HIDEABLE_PARTS,
  );
});

test('only what decides the numbers needs a new experiment', () => {
  const before = defaultConfig();
  const after = (/** @type {object} */ patch) => applyPatch(before, patch).config;
  const view = { theme: 'dark', speed: 'max', epochs: 10, points: 'test', hide: ['loss'] };
  assert.equal(needsNewExperiment(before, after(view)), false);
  assert.equal(needsNewExperiment(before, after({ layers: [8, 7] })), true);
  assert.equal(needsNewExperiment(before, after({ learningRate: 0.1 })), true);
});

test('the seed of the weights is nothing, and then that of the data', () => {
  const { config } = applyPatch(defaultConfig(), { weightSeed: '7' });
  assert.equal(config.weightSeed, 7);
  for (const nothing of ['', ' ', null]) {
    assert.equal(applyPatch(config, { weightSeed: nothing }).config.weightSeed, null);
  }
  assert.deepEqual(messagesOf({ weightSeed: -1 }), [
    'weight-seed: -1 is too small; allowed are 0 to 4294967295, or nothing',
  ]);
});

test('features are kept in the table’s order, each once, and one there must be', () => {
  const { config } = applyPatch(defaultConfig(), { features: 'sin(x2), x1^2,x1,x1^2' });
  assert.deepEqual(config.features, ['x1', 'x1^2', 'sin(x2)']);
  const [message] = messagesOf({ features: '' });
  assert.match(message, /^features: "" is none; allowed are one or more of x1, x2, x1\^2, x2\^2,/);
});

test('names of classes are what stands between commas', () => {
  const { config } = applyPatch(defaultConfig(), { classNames: ' no way , −1 ' });
  assert.deepEqual(config.classNames, ['no way', '−1']);
  assert.deepEqual(applyPatch(config, { classNames: [0, 1] }).config.classNames, ['0', '1']);
  assert.deepEqual(applyPatch(config, { preset: 'xor' }).config.classNames, config.classNames);
  const [message] = messagesOf({ classNames: 'a,b,c,d,e,f,g' });
  assert.match(
    message,
    /^class-names: "a,b,c,d,e,f,g" is 7 names; allowed are up to 6 names of up to 40/,
  );
});

test('a data set set by script leaves the noise be', () => {
  for (const dataset of ['xor', 'spirals', 'classification', 'blobs']) {
    assert.equal(applyPatch(defaultConfig(), { dataset }).config.noise, 0.2);
  }
});

test('a preset lays down every setting that decides the digits', () => {
  const changed = applyPatch(defaultConfig(), {
    weightSeed: 1,
    scale: 'standard',
    features: 'x2',
    loss: 'squared_error',
    regularization: 'l1',
    regularizationRate: 1,
    schedule: '1:learning-rate=1',
  }).config;
  for (const preset of /** @type {const} */ (['default', 'notebook', 'spiral'])) {
    assert.deepEqual(applyPatch(changed, { preset }).config, defaultConfig(preset));
  }
});
