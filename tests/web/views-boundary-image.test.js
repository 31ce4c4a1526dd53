import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interpolateGrid, paintProbabilities } from '../../web/views/boundary-image.js';
import { lookupIndex } from '../../web/views/palette.js';
import { sampleField, sigmoid } from './views-fields.js';

/** A lookup that shows where it was asked: pixels are lookup indices. */
const INDICES = Uint32Array.from({ length: 22 }, (_, index) => index);

/**
 * @param {Float64Array} grid
 * @param {number} resolution
 * @param {number} width
 * @param {number} [height]
 */
function paint(grid, resolution, width, height = width) {
  const pixels = new Uint32Array(width * height);
  paintProbabilities(grid, resolution, INDICES, pixels, width);
  return pixels;
}

test('the grid is interpolated between its points', () => {
  const grid = sampleField(3, (u, v) => 0.1 * u + 0.3 * v);
  assert.ok(Math.abs(interpolateGrid(grid, 3, 0.5, 1.25) - 0.425) < 1e-15);
  assert.equal(interpolateGrid(grid, 3, 2, 0), 0.2);
  assert.equal(interpolateGrid(grid, 3, 0, 2), 0.6);
});

test('beyond the grid, its edge goes on', () => {
  const grid = sampleField(3, (u, v) => 0.1 * u + 0.3 * v);
  assert.equal(interpolateGrid(grid, 3, -5, 0), 0);
  assert.equal(interpolateGrid(grid, 3, 9, 9), interpolateGrid(grid, 3, 2, 2));
});

test('every pixel has the band of the interpolated probability in its middle, in images of any shape', () => {
  const resolution = 20;
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
      const probability = interpolateGrid(grid, resolution, u, v);
      const allowed = [lookupIndex(probability - 1e-12), lookupIndex(probability + 1e-12)];
      assert.ok(allowed.includes(pixel), `pixel ${index} of ${width} × ${height}`);
    });
  }
});

test('an image is square where its width is not given', () => {
  const pixels = new Uint32Array(36);
  paintProbabilities(new Float64Array(9).fill(0.2), 3, INDICES, pixels);
  assert.deepEqual(new Set(pixels), new Set([lookupIndex(0.2)]));
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
