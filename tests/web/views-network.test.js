import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  largestMagnitude,
  layOutNetwork,
  shareLines,
  strongestWeights,
} from '../../web/views/network/layout.js';
import { hitEdge, hitNeuron } from '../../web/views/network/probe.js';
import { splitLayers } from '../../web/state/parameters.js';

// Two inputs, three neurons, one output: weights 1…6, biases 7…9, weights 10…12, bias 13.
const SIZES = [2, 3, 1];
const PARAMETERS = Float64Array.from({ length: 13 }, (_, index) => index + 1);

test('the largest magnitude is that of the finite values', () => {
  assert.equal(largestMagnitude(Float64Array.of(1, -3, NaN, Infinity)), 3);
  assert.equal(largestMagnitude(new Float64Array(0)), 0);
});

test('the strongest weights are those that sorting would give', () => {
  const weights = Float64Array.from({ length: 400 }, (_, index) => Math.sin(index * 12.9898) * 3);
  const chosen = strongestWeights(weights, 50);
  const magnitudes = Float64Array.from(weights, Math.abs).sort();
  assert.equal(chosen.length, 50);
  // Within a level of the histogram the choice is free.
  const threshold = magnitudes[350] - 3 / 500;
  for (const index of chosen) assert.ok(Math.abs(weights[index]) >= threshold);
  assert.deepEqual(
    [...chosen],
    [...chosen].sort((a, b) => a - b),
  );
});

test('ties are broken by position, and all are taken where all fit', () => {
  assert.deepEqual([...strongestWeights(new Float64Array(9), 3)], [0, 1, 2]);
  assert.deepEqual([...strongestWeights(new Float64Array(9).fill(-2), 2)], [0, 1]);
  assert.deepEqual([...strongestWeights(Float64Array.of(1, 0, 5), 3)], [0, 1, 2]);
  assert.deepEqual([...strongestWeights(Float64Array.of(0, 0, 5, 1), 2)], [2, 3]);
  assert.deepEqual([...strongestWeights(Float64Array.of(NaN, NaN, Infinity, 1), 2)], [2, 3]);
});

test('small layers get all their lines, large ones share the rest', () => {
  assert.deepEqual(shareLines([16, 64, 8], 640), [16, 64, 8]);
  assert.deepEqual(shareLines([128, 4096, 4096, 64], 640), [128, 224, 224, 64]);
});

test('the layers stand in columns from left to right, centred, within the canvas', () => {
  const layout = layOutNetwork([2, 8, 64, 1], 640, 360);
  assert.equal(layout.columns.length, 4);
  layout.columns.forEach(({ x, y, radius }, layer) => {
    assert.ok(x - radius > 0 && x + radius < 640);
    assert.ok(layer === 0 || x - layout.columns[layer - 1].x > 2 * radius);
    assert.ok(y[0] - radius > 30 && y[y.length - 1] + radius < layout.legendY);
    const middle = (y[0] + y[y.length - 1]) / 2;
    assert.ok(Math.abs(middle - (layout.columns[0].y[0] + layout.columns[0].y[1]) / 2) < 1e-9);
  });
});

test('neurons of a layer never touch, down to the smallest canvas', () => {
  for (const size of [1, 2, 8, 64]) {
    for (const [width, height] of [
      [320, 220],
      [900, 500],
    ]) {
      const { columns } = layOutNetwork([2, size, 1], width, height);
      const { y, radius } = columns[1];
      assert.ok(y.length < 2 || y[1] - y[0] > 2 * radius);
    }
  }
});

test('a neuron is hit near its disc, with its bias and the weights that lead to it', () => {
  const layout = layOutNetwork(SIZES, 600, 300);
  const layers = splitLayers(PARAMETERS, SIZES);
  const { x, y, radius } = layout.columns[1];
  assert.deepEqual(hitNeuron(layout, layers, x + radius + 3, y[1]), {
    kind: 'neuron',
    layer: 1,
    neuron: 1,
    bias: 8,
    weightsIn: Float64Array.of(3, 4),
  });
  assert.equal(hitNeuron(layout, layers, x + radius + 6, y[1]), null);
  const input = hitNeuron(layout, layers, layout.columns[0].x, layout.columns[0].y[0]);
  assert.equal(input?.bias, null);
  assert.equal(input?.weightsIn.length, 0);
});

test('a weight is hit near its line, if the line is drawn', () => {
  const layout = layOutNetwork(SIZES, 600, 300);
  const layers = splitLayers(PARAMETERS, SIZES);
  const all = layers.map(({ weights }) => strongestWeights(weights, 100));
  const [before, after] = layout.columns;
  // A third of the way from the second input to the third neuron.
  const x = before.x + layout.gap / 3;
  const y = before.y[1] + (after.y[2] - before.y[1]) / 3;
  const expected = { kind: 'edge', layer: 1, from: 1, neuron: 2, weight: 6 };
  assert.deepEqual(hitEdge(layout, layers, all, x, y + 2), expected);
  assert.equal(hitEdge(layout, layers, [new Uint32Array(0), new Uint32Array(0)], x, y), null);
  assert.equal(hitEdge(layout, layers, all, x, 5), null);
  assert.equal(hitEdge(layout, layers, all, before.x - 9, before.y[0]), null);
  assert.equal(hitEdge(layout, layers, all, 599, before.y[0]), null);
});
