import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createExample } from '../../web/lesson/network/example.js';
import { sceneOf, stepsOf } from '../../web/lesson/network/scene.js';
import { layOutFlow } from '../../web/lesson/parts/flow-layout.js';
import { exact, short } from '../../web/lesson/parts/numbers.js';
import { loadShippedEngine } from '../wasm/support.js';

test('all boxes of a drawn network lie within it and apart, at any width', () => {
  for (const layerSizes of [
    [2, 4, 3, 1],
    [2, 2, 1],
  ]) {
    for (const width of [300, 340, 500, 900]) {
      const { boxes, box, height } = layOutFlow({ layerSizes, width, isCaptioned: true });
      boxes.forEach((column, layer) => {
        column.forEach(({ x, y }, i) => {
          assert.ok(x - box.width / 2 >= -1e-9 && x + box.width / 2 <= width + 1e-9);
          assert.ok(y - box.height / 2 >= 0 && y + box.height / 2 <= height);
          if (i > 0) assert.ok(y - column[i - 1].y > box.height);
        });
        if (layer > 0) assert.ok(column[0].x - boxes[layer - 1][0].x > box.width);
      });
    }
  }
});

test('connections are in the order of the weights, from one box’s side to the other’s', () => {
  const { boxes, box, lines } = layOutFlow({ layerSizes: [2, 3], width: 400 });
  assert.equal(lines[0].length, 6);
  const { from, to } = lines[0][2 * 2 + 1];
  assert.deepEqual(from, { x: boxes[0][1].x + box.width / 2, y: boxes[0][1].y });
  assert.deepEqual(to, { x: boxes[1][2].x - box.width / 2, y: boxes[1][2].y });
});

test('numbers fit a narrow place', () => {
  assert.deepEqual([0.7, -0.00828, 1.13e-4, -0, 12.345].map(short), [
    '0.700',
    '−0.0083',
    '1.1·10⁻⁴',
    '0',
    '12.3',
  ]);
  assert.deepEqual([-2, 0.5, -0].map(exact), ['−2', '0.5', '0']);
});

test('a forward pass shows of each layer what its step has computed, and nothing that is to come', async () => {
  const engine = await loadShippedEngine();
  const { network, X } = createExample(engine);
  const pass = {
    X,
    layers: network.trace(X),
    parameters: network.layers(),
    sample: 3,
    picked: null,
  };
  const steps = stepsOf(3);
  assert.equal(steps.length, 7);
  const sums = sceneOf({ ...pass, step: steps[3] });
  assert.deepEqual(sums.flow, { layer: 2, direction: 'forward' });
  assert.deepEqual(
    sums.boxes.map(([{ state }]) => state),
    ['known', 'known', 'current', 'waiting'],
  );
  assert.deepEqual(
    sums.boxes[2].map(({ lines }) => lines.map(({ text }) => text)),
    pass.layers[1].z.map((row) => [short(row[3]), '']),
  );
  const outputs = sceneOf({ ...pass, step: steps[4] });
  assert.equal(outputs.flow, null);
  assert.deepEqual(
    outputs.boxes[2].map(({ isSilent }) => isSilent),
    [false, true, false],
  );
  network.dispose();
});
