import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paintMap } from '../../web/views/plane/map-pixels.js';
import { lookupIndex } from '../../web/views/palette.js';
import { valueAt } from '../../web/views/plane/map.js';
import { sampleField, sigmoid } from './views-fields.js';

/** A lookup that shows where it was asked: pixels are lookup indices. */
const INDICES = Uint32Array.from({ length: 22 }, (_, index) => index);

/**
 * @param {Float64Array | Float32Array} values
 * @param {number} resolution
 * @param {number} width
 * @param {number} [height]
 * @param {[number, number]} [range]
 */
function paint(values, resolution, width, height = width, range = [0, 1]) {
  const pixels = new Uint32Array(width * height);
  paintMap({ values, resolution, range }, INDICES, pixels, width);
  return pixels;
}

test('every pixel has the band of the interpolated probability in its middle, in images of any shape', () => {
  const resolution = 20;
  /** @type {[number, number, number, number]} */
  const bounds = [0, resolution - 1, 0, resolution - 1];
  const grid = sampleField(resolution, (u, v) => sigmoid(Math.sin(u / 3) * 4 + (v - 9) / 4));
  // As fine as the grid and finer, and so coarse that some cells have no pixel.
  for (const [width, height] of [
    [60, 60],
    [83, 47],
    [19, 60],
    [7, 13],
  ]) {
    paint(grid, resolution, width, height).forEach((pixel, index) => {
      const u = (((index % width) + 0.5) / width) * (resolution - 1);
      const v = ((height - Math.floor(index / width) - 0.5) / height) * (resolution - 1);
      // The two sum in another order, so at an edge between bands either may be right.
      const probability = valueAt({ values: grid, resolution }, bounds, u, v);
      const allowed = [lookupIndex(probability - 1e-12), lookupIndex(probability + 1e-12)];
      assert.ok(allowed.includes(pixel), `pixel ${index} of ${width} × ${height}`);
    });
  }
});

test('the bands share the range of the values, whatever it is, and single precision will do', () => {
  const shares = sampleField(9, (u, v) => (u + 2 * v) / 32);
  const outputs = Float32Array.from(shares, (share) => 2 * share - 1);
  assert.deepEqual(paint(outputs, 9, 31, 31, [-1, 1]), paint(shares, 9, 31));
  assert.deepEqual(new Set(paint(new Float64Array(4).fill(5), 2, 3, 3, [0, 5])), new Set([1]));
});

test('the lowest row of the grid is at the bottom of the image', () => {
  const pixels = paint(
    sampleField(2, (_, v) => v),
    2,
    40,
  );
  assert.equal(pixels[0], lookupIndex(0.99));
  assert.equal(pixels[40 * 40 - 1], lookupIndex(0.01));
});

test('exactly one half everywhere is the region of class 0', () => {
  const pixels = paint(new Float64Array(9).fill(0.5), 3, 6);
  assert.deepEqual(new Set(pixels), new Set([lookupIndex(0.5)]));
  assert.notEqual(lookupIndex(0.5), lookupIndex(0.5001));
});

test('zero and one are in the outermost bands', () => {
  assert.deepEqual(new Set(paint(new Float64Array(4), 2, 4)), new Set([21]));
  assert.deepEqual(new Set(paint(new Float64Array(4).fill(1), 2, 4)), new Set([1]));
});

test('what is not a number is painted so, and leaves the rest alone', () => {
  const grid = new Float64Array(16).fill(0.9);
  grid[0] = NaN;
  const pixels = paint(grid, 4, 12);
  assert.equal(pixels[11 * 12], 0);
  assert.equal(pixels[11], lookupIndex(0.9));
  assert.deepEqual(new Set(pixels), new Set([0, lookupIndex(0.9)]));
});
