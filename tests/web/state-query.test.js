import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPatch, defaultConfig, parseQuery, printQuery } from '../../web/state/config.js';
import { SCHEMA } from '../../web/state/schema.js';
import { companionsOf, validValues } from './config-values.js';

/** @param {string} search */
function readQuery(search) {
  const { patch, errors } = parseQuery(search);
  const applied = applyPatch(defaultConfig(), patch);
  return { config: applied.config, errors: [...errors, ...applied.errors] };
}

test('the default needs no query, a preset only its name', () => {
  assert.equal(printQuery(defaultConfig()), '');
  assert.equal(printQuery(defaultConfig('notebook')), '?preset=notebook');
});

test('a query says what differs from the preset, in plain characters', () => {
  const patch = { preset: 'notebook', layers: [16, 8], learningRate: 1e-7, autoplay: true };
  const { config } = applyPatch(defaultConfig(), patch);
  const query = '?preset=notebook&layers=16,8&learning-rate=1e-7&autoplay=true';
  assert.equal(printQuery(config), query);
  assert.equal(new URL(query, 'https://example.org').search, query);
});

for (const entry of SCHEMA) {
  for (const value of validValues(entry)) {
    const shown = JSON.stringify(value).slice(0, 60);
    test(`${entry.attribute} = ${shown} survives the address`, () => {
      for (const preset of /** @type {const} */ (['default', 'notebook'])) {
        const patch = { ...companionsOf(entry, value), [entry.key]: value };
        const { config } = applyPatch(defaultConfig(preset), patch);
        assert.deepEqual(readQuery(printQuery(config)), { config, errors: [] });
      }
    });
  }
}

test('an empty query changes nothing', () => {
  for (const search of ['', '?', '&', '?&&']) {
    assert.deepEqual(parseQuery(search), { patch: {}, errors: [] });
  }
});

test('no layers at all can be written down', () => {
  assert.deepEqual(readQuery('?layers=').config.layers, []);
});

test('a query of rubbish is reported name by name and changes nothing', () => {
  const rubbish = '?%E0%A4%A=1&samples=%zz&=5&🌙=🌚&__proto__=1&layers=8%2C%2C8&noise&;;&a=b=c#d';
  const { config, errors } = readQuery(rubbish);
  assert.deepEqual(config, defaultConfig());
  const keys = errors.map((error) => error.key);
  for (const key of ['samples', '', '🌙', '__proto__', 'layers', 'noise', ';;', 'a']) {
    assert.ok(keys.includes(key), `${key} is not among ${keys.join(' ')}`);
  }
  assert.match(errors.find((error) => error.key === '')?.message ?? '', /^"": is not a setting/);
});

test('any bytes at all are read without throwing', () => {
  for (let code = 0; code < 256; code += 1) {
    const character = String.fromCharCode(code);
    readQuery(`?samples=${character}&${character}=1&%${character}`);
  }
});

test('an address may also spell the data set as HTML does', () => {
  for (const query of ['?data-set=circles', '?dataset=circles']) {
    assert.deepEqual(readQuery(query), {
      config: applyPatch(defaultConfig(), { dataset: 'circles' }).config,
      errors: [],
    });
    assert.equal(printQuery(readQuery(query).config), '?dataset=circles');
  }
  const [{ message }, ...others] = readQuery('?dataset=circles&data-set=blobs').errors;
  assert.match(message, /^dataset: "circles,blobs" is 2 values at once; allowed are moons/);
  assert.deepEqual(others, []);
});

test('a setting that comes twice is reported and keeps its value', () => {
  const { config, errors } = readQuery('?samples=100&noise=0&samples=200');
  assert.deepEqual(config, { ...defaultConfig(), noise: 0 });
  assert.equal(errors.length, 1);
  const [{ key, message }] = errors;
  assert.equal(key, 'samples');
  assert.equal(message, 'samples: "100,200" is 2 values at once; allowed are 4 to 10000');
});

test('an unknown parameter is reported with the names that there are', () => {
  const [{ key, message }] = readQuery('?learningRate=1').errors;
  assert.equal(key, 'learningRate');
  assert.match(message, /^learningRate: is not a setting; allowed are .*learning-rate/);
});
