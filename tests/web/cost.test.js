import assert from 'node:assert/strict';
import { test } from 'node:test';
import { multiplyAdds } from '../../web/state/cost.js';

const points = (/** @type {number} */ count) => ({
  x1: new Float64Array(count),
  x2: new Float64Array(count),
  y: new Float64Array(count),
});
const description = { layerSizes: [2, 8, 8, 1], train: points(240), test: points(60) };

test('an epoch of the default is 88 multiply-adds a point forward, and 160 back', () => {
  // 2·8 + 8·8 + 8·1 weights; back to the second hidden layer 8·1, to the first 8·8.
  assert.deepEqual(multiplyAdds(description, { rule: 'backprop', batchSize: 0 }), [
    { name: 'forward', points: 240, each: 88 },
    { name: 'backward', points: 240, each: 88 + 72 },
    { name: 'test', points: 60, each: 88 },
  ]);
});

test('mini batches have the training points pass once more, for the curves', () => {
  const names = (/** @type {number} */ batchSize) =>
    multiplyAdds(description, { rule: 'backprop', batchSize }).map(({ name }) => name);
  assert.deepEqual(names(239), ['forward', 'backward', 'again', 'test']);
  assert.deepEqual(names(240), ['forward', 'backward', 'test']);
});

test('the simplified rule needs one neuron’s gradient a layer', () => {
  const [, backward] = multiplyAdds(description, { rule: 'simplified', batchSize: 0 });
  assert.equal(backward.each, 2 + 8 + 8);
});

test('a network without hidden layers gives nothing back', () => {
  const [forward, backward] = multiplyAdds(
    { ...description, layerSizes: [2, 3] },
    { rule: 'backprop', batchSize: 0 },
  );
  assert.deepEqual([forward.each, backward.each], [6, 6]);
});
