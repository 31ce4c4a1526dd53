import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOutNetwork, neighbourOf } from '../../web/views/network/layout.js';
import {
  distanceTo,
  endsOf,
  hitEdge,
  largestMagnitude,
  shareLines,
  strongestWeights,
} from '../../web/views/network/lines.js';
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

/** @param {number[]} layerSizes @param {{ width: number, height: number }} room */
const lay = (layerSizes, room) => layOutNetwork({ layerSizes }, room);

test('the layers stand in columns from left to right, centred, within the canvas', () => {
  const { columns } = lay([2, 8, 64, 1], { width: 640, height: 360 });
  assert.equal(columns.length, 4);
  columns.forEach(({ left, right, size, cells }, layer) => {
    assert.ok(left > 0 && right < 640);
    assert.ok(layer === 0 || left > columns[layer - 1].right, `layer ${layer}`);
    const [first, last] = [cells[0].y, cells[cells.length - 1].y];
    assert.ok(first - size / 2 >= 0 && last + size / 2 <= 360);
    assert.ok(Math.abs((first + last) / 2 - 180) < 1e-9);
  });
});

test('tiles of a layer never touch, however many and however small the canvas', () => {
  for (const size of [1, 2, 8, 63, 64]) {
    for (const room of [
      { width: 320, height: 220 },
      { width: 900, height: 500 },
    ]) {
      const [, column] = lay([2, size, 1], room).columns;
      assert.equal(column.cells.length, size);
      column.cells.forEach((one, i) =>
        column.cells.slice(0, i).forEach((other) => {
          const apart = Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y));
          assert.ok(apart > column.size, `${size} neurons in ${room.width} px`);
        }),
      );
    }
  }
});

test('eight neurons have maps of 28 px in a canvas 270 px high, and large layers stand in several columns', () => {
  const { columns } = lay([2, 8, 8, 1], { width: 480, height: 270 });
  for (const { size, across } of columns) {
    assert.ok(size >= 28, String(size));
    assert.equal(across, 1);
  }
  const large = lay([2, 64, 64, 64, 64, 64, 64, 1], { width: 560, height: 330 });
  const [, hidden] = large.columns;
  assert.ok(hidden.across > 1 && hidden.size >= 10, `${hidden.across} × ${hidden.size}`);
});

test('inputs that are not given have their place among the others', () => {
  const offered = [true, false, true, false, false, false, false];
  const { columns, idle } = layOutNetwork(
    { layerSizes: [2, 3, 1], offered },
    { width: 600, height: 400 },
  );
  assert.equal(columns[0].cells.length, 2);
  assert.equal(idle.length, 5);
  const [x1, square] = columns[0].cells.map(({ y }) => y);
  assert.ok(x1 < idle[0].y && idle[0].y < square && square < idle[1].y);
});

test('arrow keys go to the neighbour within a layer, and to the nearest of the next', () => {
  const layout = lay([2, 3, 1], { width: 600, height: 300 });
  const from = { layer: 1, neuron: 1 };
  assert.deepEqual(neighbourOf(layout, from, [0, -1]), { layer: 1, neuron: 0 });
  assert.deepEqual(neighbourOf(layout, from, [0, 1]), { layer: 1, neuron: 2 });
  assert.equal(neighbourOf(layout, { layer: 1, neuron: 2 }, [0, 1]), null);
  assert.deepEqual(neighbourOf(layout, from, [1, 0]), { layer: 2, neuron: 0 });
  assert.deepEqual(neighbourOf(layout, { layer: 1, neuron: 2 }, [-1, 0]), { layer: 0, neuron: 1 });
  assert.equal(neighbourOf(layout, { layer: 0, neuron: 0 }, [-1, 0]), null);
  assert.equal(neighbourOf(layout, { layer: 2, neuron: 0 }, [1, 0]), null);
});

test('arrow keys come to every neuron of a layer in several columns', () => {
  const layout = lay([2, 64, 64, 1], { width: 560, height: 330 });
  const seen = new Set(['1.0']);
  /** @type {{ layer: number, neuron: number }[]} */
  const left = [{ layer: 1, neuron: 0 }];
  for (let here = left.pop(); here; here = left.pop()) {
    for (const step of /** @type {[number, number][]} */ ([
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ])) {
      const next = neighbourOf(layout, here, step);
      const name = next && `${next.layer}.${next.neuron}`;
      if (!next || !name || seen.has(name)) continue;
      seen.add(name);
      left.push(next);
    }
  }
  assert.equal(seen.size, 2 + 64 + 64 + 1);
});

test('a line leaves and arrives level, and is as far away as a fine search along it says', () => {
  /** @type {[number, number, number, number]} */
  const ends = [10, 20, 110, 180];
  const at = (/** @type {number} */ t) => ({
    x: 10 + 100 * (1.5 * t * (1 - t) + t ** 3),
    y: 20 + 160 * (3 - 2 * t) * t * t,
  });
  for (const t of [0.05, 0.3, 0.5, 0.8]) {
    const { x, y } = at(t);
    assert.ok(distanceTo(ends, x, y) < 1e-3, `on it at ${t}`);
    let nearest = Infinity;
    for (let s = 0; s <= 1; s += 1e-4) {
      const point = at(s);
      nearest = Math.min(nearest, Math.hypot(point.x - x, point.y - y - 3));
    }
    assert.ok(Math.abs(distanceTo(ends, x, y + 3) - nearest) < 0.15, `beside it at ${t}`);
  }
  assert.equal(distanceTo(ends, 5, 20), Infinity);
  assert.equal(distanceTo(ends, 115, 180), Infinity);
});

test('a weight is hit near its line, if the line is drawn', () => {
  const layout = lay(SIZES, { width: 600, height: 300 });
  const layers = splitLayers(PARAMETERS, SIZES);
  const all = layers.map(({ weights }) => strongestWeights(weights, 100));
  const [x0, y0, x1, y1] = endsOf(layout, 1, 1, 2);
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const expected = { kind: 'edge', layer: 1, from: 1, neuron: 2 };
  assert.deepEqual(hitEdge(layout, layers, all, x, y + 2), expected);
  assert.equal(hitEdge(layout, layers, [new Uint32Array(0), new Uint32Array(0)], x, y), null);
  assert.equal(hitEdge(layout, layers, all, x, 5), null);
  assert.equal(hitEdge(layout, layers, all, 2, y0), null);
  assert.equal(hitEdge(layout, layers, all, 599, y0), null);
});
