import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameterCount, splitLayers } from '../../web/state/parameters.js';
import { Ground } from '../../web/views/network/ground.js';
import { layOutNetwork } from '../../web/views/network/layout.js';
import { themeColors } from '../../web/views/palette.js';
import { canvasDouble } from './views-canvas-double.js';

const SIZES = [2, 8, 3, 1];
const WEIGHTS = 2 * 8 + 8 * 3 + 3;
const layout = layOutNetwork({ layerSizes: SIZES }, { width: 640, height: 360 });
const theme = themeColors('light');

/** @param {number} scale of the weights */
function layersOf(scale) {
  const length = parameterCount(SIZES);
  return splitLayers(
    Float64Array.from({ length }, (_, i) => scale * Math.sin(i)),
    SIZES,
  );
}

function createGround() {
  const { canvas, calls } = canvasDouble();
  const ground = new Ground(canvas.ownerDocument);
  ground.resize(640, 360, 1);
  const strokes = (/** @type {HTMLCanvasElement} */ one) =>
    calls(one).filter((name) => name === 'stroke').length;
  return { ground, strokes };
}

test('lines are painted at once', () => {
  const { ground, strokes } = createGround();
  ground.paint({ layers: layersOf(1), theme }, layout);
  assert.equal(ground.isUnderWay, false);
  assert.equal(strokes(ground.canvas), WEIGHTS);
  assert.deepEqual(
    ground.drawn.map(({ length }) => length),
    [16, 24, 3],
  );
});

test('or in two halves, behind those that are shown until both are there', () => {
  const { ground, strokes } = createGround();
  ground.paint({ layers: layersOf(1), theme }, layout);
  const shown = ground.canvas;
  ground.paintHalf({ layers: layersOf(2), theme }, layout);
  assert.equal(ground.isUnderWay, true);
  assert.equal(ground.canvas, shown);
  assert.equal(strokes(shown), WEIGHTS);
  assert.ok(ground.largestWeight <= 1, 'it is that of what is shown');
  ground.paintHalf({ layers: layersOf(3), theme }, layout);
  assert.equal(ground.isUnderWay, false);
  assert.notEqual(ground.canvas, shown);
  assert.equal(strokes(ground.canvas), WEIGHTS);
  assert.ok(ground.largestWeight > 1 && ground.largestWeight <= 2, 'of what they began with');
  assert.equal(ground.isBehind, true);
  ground.paint({ layers: layersOf(3), theme }, layout);
  assert.ok(ground.largestWeight > 2);
  assert.equal(ground.isBehind, false);
});

test('whatever is wanted at once comes instead of half of others', () => {
  const { ground } = createGround();
  ground.paintHalf({ layers: layersOf(1), theme }, layout);
  ground.paint(
    { layers: layersOf(3), pointed: { kind: 'neuron', layer: 1, neuron: 0 }, theme },
    layout,
  );
  assert.equal(ground.isUnderWay, false);
  assert.ok(ground.largestWeight > 2);
  ground.paintHalf({ layers: layersOf(1), theme }, layout);
  ground.resize(320, 180, 1);
  assert.equal(ground.isUnderWay, false);
});
