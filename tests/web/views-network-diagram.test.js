import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameterCount, splitLayers } from '../../web/state/parameters.js';
import { NetworkDiagram } from '../../web/views/network/diagram.js';
import { layOutNetwork } from '../../web/views/network/layout.js';
import { nameWidth } from '../../web/views/network/names.js';
import { describeHit, describeNetwork, hitNeuron } from '../../web/views/network/probe.js';
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

/**
 * @param {readonly (string | number)[]} outputs
 * @param {{ width: number, height: number }} size
 */
function drawOutputs(outputs, { width, height }) {
  const double = canvasDouble();
  const diagram = new NetworkDiagram(double.canvas);
  diagram.resize(width, height, 1);
  const layerSizes = [2, 8, outputs.length];
  const parameters = Float64Array.from({ length: parameterCount(layerSizes) }, () => 0.5);
  diagram.draw({
    layerSizes,
    activations: ['tanh', 'softmax'],
    outputs,
    layers: splitLayers(parameters, layerSizes),
    theme: themeColors('light'),
  });
  /** @param {number} x from the left edge */
  const outputAt = (x) => {
    const found = new Set();
    for (let y = 0; y < height; y += 0.5) {
      const hit = diagram.hitTest(x, y);
      if (hit?.kind === 'neuron' && hit.layer === 2) found.add(hit.neuron);
    }
    return found.size;
  };
  return { ...double, diagram, outputAt };
}

const SPECIES = ['setosa', 'versicolor', 'virginica'];

test('outputs of several classes have their names beside them, within the picture', () => {
  const { canvas, texts, outputAt } = drawOutputs(SPECIES, { width: 360, height: 220 });
  for (const name of SPECIES) assert.ok(texts(canvas).includes(name), name);
  // As wide as the longest name, a neuron and the gap between.
  const room = nameWidth(/** @type {any} */ (canvas.getContext('2d')), SPECIES, {
    width: 360,
    height: 220,
  });
  assert.ok(room > 60 && room < 120, String(room));
  assert.equal(outputAt(360 - room), 3);
});

test('six outputs are told apart where there is hardly any height, and named by the pointer alone', () => {
  const six = [0, 1, 2, 3, 4, 5];
  const { canvas, texts, outputAt } = drawOutputs(six, { width: 328, height: 100 });
  assert.ok(!texts(canvas).includes('5'));
  assert.equal(outputAt(328 - 22), 6);
  const { columns } = layOutNetwork([2, 8, 6], 328, 100);
  const { y, radius } = columns[2];
  assert.ok(y[1] - y[0] > 2 * radius);
});

test('an output is called by its class where there are several', () => {
  const layerSizes = [2, 8, 3];
  const layers = splitLayers(new Float64Array(parameterCount(layerSizes)), layerSizes);
  const hit = /** @type {const} */ ({ kind: 'edge', layer: 2, from: 4, neuron: 1, weight: 0.5 });
  assert.deepEqual(describeHit(hit, { layerSizes, outputs: SPECIES }), [
    'Weight 0.500',
    'from hidden layer 1, neuron 5',
    'to output, versicolor',
  ]);
  const neuron = hitNeuron(layOutNetwork(layerSizes, 600, 300), layers, 600 - 44, 155);
  assert.ok(neuron);
  assert.equal(describeHit(neuron, { layerSizes, outputs: SPECIES })[0], 'Output, versicolor');
  assert.equal(describeHit(neuron, { layerSizes })[0], 'Output neuron');
  const network = { layerSizes, activations: ['tanh', 'softmax'], largestWeight: 1 };
  assert.match(
    describeNetwork({ ...network, outputs: SPECIES }),
    /then 3 softmax neurons, one for each class \(setosa, versicolor, virginica\)\. Its/,
  );
  assert.match(describeNetwork(network), /then 3 softmax neurons\. Its/);
});
