import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameterCount, splitLayers } from '../../web/state/parameters.js';
import { NetworkDiagram } from '../../web/views/network/diagram.js';
import { layOutNetwork } from '../../web/views/network/layout.js';
import { themeColors } from '../../web/views/palette.js';
import { canvasDouble, installCanvasGlobals } from './views-canvas-double.js';

installCanvasGlobals();

/**
 * @param {number[]} layerSizes
 * @param {(index: number) => number} [parameter]
 */
function draw(layerSizes, parameter = (index) => Math.sin(index)) {
  const double = canvasDouble();
  const diagram = new NetworkDiagram(double.canvas);
  diagram.resize(640, 360, 1);
  const length = parameterCount(layerSizes);
  const parameters = Float64Array.from({ length }, (_, index) => parameter(index));
  const picture = {
    layerSizes,
    activations: layerSizes.slice(1).map(() => 'tanh'),
    layers: splitLayers(parameters, layerSizes),
    theme: themeColors('light'),
  };
  diagram.draw(picture);
  return { ...double, diagram, picture };
}

test('nothing is hit before the first picture', () => {
  assert.equal(new NetworkDiagram(canvasDouble().canvas).hitTest(10, 10), null);
});

test('a neuron is preferred to the lines that end in it', () => {
  const { diagram, picture } = draw([2, 8, 8, 1]);
  const { x, y } = layOutNetwork(picture.layerSizes, 640, 360).columns[1];
  const hit = diagram.hitTest(x, y[3]);
  assert.equal(hit?.kind, 'neuron');
  assert.deepEqual([hit.layer, hit.neuron], [1, 3]);
  // Eight times two weights come first, then the biases.
  assert.equal(hit.bias, Math.sin(16 + 3));
});

test('between neurons, the line under the pointer is hit', () => {
  const { diagram, picture } = draw([2, 1]);
  const [inputs, output] = layOutNetwork(picture.layerSizes, 640, 360).columns;
  const hit = diagram.hitTest((inputs.x + output.x) / 2, (inputs.y[1] + output.y[0]) / 2);
  assert.deepEqual(hit, { kind: 'edge', layer: 1, from: 1, neuron: 0, weight: Math.sin(1) });
});

test('the largest weight is that of the picture', () => {
  assert.equal(draw([2, 1], (index) => -2 * index).diagram.largestWeight, 2);
});

test('the smallest, the largest and a diverged network are drawn, with and without a pointer', () => {
  const largest = [2, 64, 64, 64, 64, 64, 64, 1];
  const cases = [draw([2, 1]), draw(largest), draw([2, 8, 1], () => NaN)];
  for (const { diagram, picture, canvas, calls } of cases) {
    const before = calls(canvas).length;
    diagram.draw({ ...picture, hover: { x: 320, y: 180 } });
    assert.ok(calls(canvas).length > before);
  }
});
