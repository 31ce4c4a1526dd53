import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameterCount, splitLayers } from '../../web/state/parameters.js';
import { NetworkDiagram } from '../../web/views/network/diagram.js';
import { endsOf } from '../../web/views/network/lines.js';
import { mapRanges } from '../../web/views/network/map-scale.js';
import { nameWidth } from '../../web/views/network/names.js';
import { describeEdge, describeNetwork, neuronName } from '../../web/views/network/probe.js';
import { themeColors } from '../../web/views/palette.js';
import { canvasDouble, installCanvasGlobals } from './views-canvas-double.js';

installCanvasGlobals();

const MAP_RESOLUTION = 5;

/**
 * @param {number[]} layerSizes
 * @param {(index: number) => number} [parameter]
 * @param {object} [others]
 */
function pictureOf(layerSizes, parameter = (index) => Math.sin(index), others = {}) {
  const length = parameterCount(layerSizes);
  const parameters = Float64Array.from({ length }, (_, index) => parameter(index));
  const count = layerSizes.reduce((sum, size) => sum + size, 0);
  const maps = Float32Array.from({ length: count * MAP_RESOLUTION ** 2 }, (_, i) => Math.cos(i));
  const activations = layerSizes.slice(1).map(() => 'tanh');
  const shape = { layerSizes, activations, maps, mapResolution: MAP_RESOLUTION };
  return {
    ...shape,
    ranges: mapRanges(shape),
    inputs: ['x₁', 'x₂'],
    layers: splitLayers(parameters, layerSizes),
    theme: themeColors('light'),
    ...others,
  };
}

/**
 * @param {ReturnType<typeof pictureOf>} picture
 * @param {{ width: number, height: number }} [size]
 */
function draw(picture, { width, height } = { width: 640, height: 360 }) {
  const double = canvasDouble();
  const diagram = new NetworkDiagram(double.canvas);
  diagram.resize(width, height, 1);
  diagram.draw(picture);
  return { ...double, diagram, picture };
}

test('nothing is hit before the first picture', () => {
  assert.equal(new NetworkDiagram(canvasDouble().canvas).hitEdge(10, 10), null);
});

test('between neurons, the line under the pointer is hit', () => {
  const { diagram } = draw(pictureOf([2, 1]));
  const [x0, y0, x1, y1] = endsOf(diagram.layout, 1, 1, 0);
  const hit = diagram.hitEdge((x0 + x1) / 2, (y0 + y1) / 2);
  assert.deepEqual(hit, { kind: 'edge', layer: 1, from: 1, neuron: 0 });
});

test('the largest weight is that of the picture', () => {
  assert.equal(draw(pictureOf([2, 1], (index) => -2 * index)).diagram.largestWeight, 2);
});

test('every input and neuron has its map painted, and none before there are maps', () => {
  const painted = (/** @type {ReturnType<typeof draw>} */ { canvas, calls }) =>
    calls(canvas).filter((name) => name === 'drawImage').length;
  // The lines besides.
  assert.equal(painted(draw(pictureOf([2, 8, 3, 1]))), 14 + 1);
  const none = { maps: new Float32Array(0), mapResolution: 0 };
  assert.equal(painted(draw(pictureOf([2, 8, 3, 1], undefined, none))), 1);
});

test('maps that have been given away stay painted as they were', () => {
  const { diagram, picture, canvas, calls } = draw(pictureOf([2, 3, 1]));
  structuredClone(picture.maps, { transfer: [picture.maps.buffer] });
  assert.equal(picture.maps.length, 0);
  const before = calls(canvas).filter((name) => name === 'drawImage').length;
  diagram.draw({ ...picture, maps: new Float32Array(0) });
  diagram.draw(picture);
  const after = calls(canvas).filter((name) => name === 'drawImage').length;
  assert.equal(after, 3 * before);
});

test('the smallest, the largest and a diverged network are drawn, pointed at and not', () => {
  const largest = [2, 64, 64, 64, 64, 64, 64, 1];
  const cases = [
    draw(pictureOf([2, 1])),
    draw(pictureOf(largest)),
    draw(pictureOf([2, 8, 1], () => NaN)),
  ];
  for (const { diagram, picture, canvas, calls } of cases) {
    for (const pointed of [
      { kind: 'neuron', layer: 1, neuron: 0 },
      { kind: 'neuron', layer: 0, neuron: 1 },
      { kind: 'edge', layer: 1, from: 1, neuron: 0 },
    ]) {
      const before = calls(canvas).length;
      diagram.draw(/** @type {any} */ ({ ...picture, pointed, hover: { x: 320, y: 180 } }));
      assert.ok(calls(canvas).length > before);
    }
  }
});

test('of the maps, ranges are fixed where the activation is bounded, and common to a layer otherwise', () => {
  const layerSizes = [2, 2, 1, 1, 1];
  const activations = ['relu', 'tanh', 'sigmoid', 'linear'];
  const maps = Float32Array.of(...[-1.5, 2.4], ...[0, 6.2], 0.5, 0.3, -0.07);
  const shape = { layerSizes, activations, maps, mapResolution: 1 };
  assert.deepEqual(mapRanges(shape), [
    [-2.5, 2.5],
    [-8, 8],
    [-1, 1],
    [0, 1],
    [-0.08, 0.08],
  ]);
  assert.deepEqual(mapRanges(shape, [-3, 3])[4], [-3, 3]);
});

const SPECIES = ['setosa', 'versicolor', 'virginica'];

test('outputs of several classes have their names beside them, within the picture', () => {
  const size = { width: 360, height: 220 };
  const { canvas, texts, diagram } = draw(
    pictureOf([2, 8, 3], undefined, { outputs: SPECIES }),
    size,
  );
  for (const name of SPECIES) assert.ok(texts(canvas).includes(name), name);
  const room = nameWidth(/** @type {any} */ (canvas.getContext('2d')), SPECIES, size);
  assert.ok(room > 60 && room < 120, String(room));
  assert.ok(diagram.layout.columns[2].right <= 360 - room);
});

test('six outputs are told apart where there is hardly any height, and named by the pointer alone', () => {
  const six = [0, 1, 2, 3, 4, 5];
  const size = { width: 328, height: 50 };
  const { canvas, texts, diagram } = draw(pictureOf([2, 8, 6], undefined, { outputs: six }), size);
  assert.ok(!texts(canvas).includes('5'));
  assert.equal(diagram.layout.columns[2].cells.length, 6);
});

test('an output is called by its class where there are several', () => {
  const layerSizes = [2, 8, 3];
  const parameters = new Float64Array(parameterCount(layerSizes)).fill(0.5);
  const layers = splitLayers(parameters, layerSizes);
  const edge = /** @type {const} */ ({ kind: 'edge', layer: 2, from: 4, neuron: 1 });
  assert.deepEqual(describeEdge(edge, { layerSizes, layers, outputs: SPECIES }), [
    'Weight 0.500',
    'from hidden layer 1, neuron 5',
    'to output, versicolor',
  ]);
  const output = { layer: 2, neuron: 1 };
  assert.equal(neuronName(output, { layerSizes, outputs: SPECIES }), 'output, versicolor');
  assert.equal(neuronName(output, { layerSizes }), 'output neuron');
  const network = { layerSizes, activations: ['tanh', 'softmax'], largestWeight: 1 };
  assert.match(
    describeNetwork({ ...network, outputs: SPECIES }),
    /then 3 softmax neurons, one for each class \(setosa, versicolor, virginica\)\. Its/,
  );
  assert.match(describeNetwork(network), /then 3 softmax neurons\. Its/);
});
