import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinLayers, splitRows } from '../../web/state/model.js';
import {
  parameterAt,
  parameterCount,
  parameterPlaces,
  splitLayers,
} from '../../web/state/parameters.js';

// Two inputs, three neurons, one output: weights 1…6, biases 7…9, weights 10…12, bias 13.
const SIZES = [2, 3, 1];
const PARAMETERS = Float64Array.from({ length: 13 }, (_, index) => index + 1);

test('parameters are split into layers without copying', () => {
  const [hidden, output] = splitLayers(PARAMETERS, SIZES);
  assert.deepEqual([...hidden.weights], [1, 2, 3, 4, 5, 6]);
  assert.deepEqual([...hidden.biases], [7, 8, 9]);
  assert.deepEqual([...output.weights], [10, 11, 12]);
  assert.deepEqual([...output.biases], [13]);
  assert.deepEqual([output.inputs, output.outputs], [3, 1]);
  assert.equal(output.weights.buffer, PARAMETERS.buffer);
});

test('each neuron has its weights in a row', () => {
  const [hidden, output] = splitRows(PARAMETERS, SIZES);
  assert.deepEqual(hidden.weights, [
    Float64Array.of(1, 2),
    Float64Array.of(3, 4),
    Float64Array.of(5, 6),
  ]);
  assert.deepEqual(output.weights, [Float64Array.of(10, 11, 12)]);
});

test('what is split is joined again, whatever the shape', () => {
  for (const sizes of [
    [2, 1],
    [2, 3, 1],
    [2, 64, 1, 5, 1],
    [1, 1, 1],
  ]) {
    const length = parameterCount(sizes);
    const parameters = Float64Array.from({ length }, (_, i) => Math.sin(i));
    const layers = splitRows(parameters, sizes);
    assert.deepEqual(joinLayers(layers, sizes), parameters);
    assert.deepEqual(joinLayers(JSON.parse(JSON.stringify(layers, plain)), sizes), parameters);
  }
});

/**
 * @param {string} _
 * @param {unknown} value
 */
const plain = (_, value) => (value instanceof Float64Array ? [...value] : value);

test('what is joined is a copy, NaN and all', () => {
  const layers = [{ weights: [[NaN, -0]], biases: Float64Array.of(Infinity) }];
  const flat = joinLayers(layers, [2, 1]);
  assert.deepEqual(flat, Float64Array.of(NaN, -0, Infinity));
  assert.notEqual(flat.buffer, layers[0].biases.buffer);
});

test('layers of other sizes are not joined, and what is wrong is named', () => {
  const layers = () => /** @type {any[]} */ (splitRows(PARAMETERS, SIZES));
  const refused = (/** @type {unknown[]} */ wrong, sizes = SIZES) => {
    try {
      joinLayers(/** @type {any} */ (wrong), sizes);
    } catch (error) {
      assert.ok(error instanceof TypeError);
      return error.message;
    }
    return assert.fail('they were joined');
  };
  const [hidden, output] = layers();
  assert.equal(refused([hidden]), 'layers: 1; allowed: 2, one a layer');
  assert.equal(
    refused([hidden, { ...output, weights: [[1, 2]] }]),
    'layer 2 weights: 2 numbers; allowed: 3',
  );
  assert.equal(
    refused([{ ...hidden, biases: [1, 2, 3, 4] }, output]),
    'layer 1 biases: 4 numbers; allowed: 3',
  );
  assert.equal(
    refused([{ ...hidden, weights: [[1, 2], [3]] }, output]),
    'layer 1 weights: row 1 has 1 numbers; allowed: 2, as row 0 has',
  );
  assert.equal(
    refused([{ ...hidden, biases: [1, '2', 3] }, output]),
    'layer 1 biases: "2" at 1; allowed: numbers',
  );
  assert.equal(refused([null, output]), 'layer 1 weights: undefined; allowed: a list of numbers');
  assert.equal(
    refused([hidden, output], [2, 2 ** 40, 1]),
    'layer 1 weights: 6 numbers; allowed: 2199023255552',
  );
});

test('parameters are weights and biases', () => {
  assert.equal(parameterCount([2, 1]), 3);
  assert.equal(parameterCount([2, 8, 8, 1]), 105);
});

test('every parameter has a place in the network', () => {
  const places = parameterPlaces(SIZES);
  assert.equal(places.length, 13);
  assert.deepEqual(places[0], { layer: 0, neuron: 0, input: 0 });
  assert.deepEqual(places[5], { layer: 0, neuron: 2, input: 1 });
  assert.deepEqual(places[6], { layer: 0, neuron: 0, input: null });
  assert.deepEqual(places[11], { layer: 1, neuron: 0, input: 2 });
  assert.deepEqual(places[12], { layer: 1, neuron: 0, input: null });
});

test('a place is where the layers have it', () => {
  const layers = splitRows(PARAMETERS, SIZES);
  const found = parameterPlaces(SIZES).map(({ layer, neuron, input }) => {
    const { weights, biases } = layers[layer];
    return input === null ? biases[neuron] : weights[neuron][input];
  });
  assert.deepEqual(found, [...PARAMETERS]);
  assert.equal(parameterAt(PARAMETERS, SIZES, { layer: 2, neuron: 0, input: 0 }), NaN);
  assert.equal(parameterAt(PARAMETERS, SIZES, { layer: 1, neuron: 1, input: null }), NaN);
});

test('a place leads to its parameter', () => {
  const found = parameterPlaces(SIZES).map((place) => parameterAt(PARAMETERS, SIZES, place));
  assert.deepEqual(found, [...PARAMETERS]);
  assert.equal(parameterAt(PARAMETERS, SIZES, { layer: 2, neuron: 0, input: 0 }), NaN);
  assert.equal(parameterAt(PARAMETERS, SIZES, { layer: 1, neuron: 1, input: null }), NaN);
});
