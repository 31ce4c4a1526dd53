import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHADE_COUNT, shadeIndex } from '../../web/views/palette.js';
import { valuesAt } from '../../web/views/plane/map.js';
import { paintWinners, shadesOfPoints } from '../../web/views/plane/winners.js';
import { sampleSoftmax } from './views-fields.js';

/** A lookup that shows where it was asked: pixels are lookup indices. */
const INDICES = Uint32Array.from({ length: 61 }, (_, index) => index);

/**
 * @param {import('../../web/views/plane/winners.js').ClassesMap} map
 * @param {number} width
 * @param {number} [height]
 */
function paint(map, width, height = width) {
  const pixels = new Uint32Array(width * height);
  paintWinners(map, shadesOfPoints(map), INDICES, pixels, width);
  return pixels;
}

/** Six waves, so that regions are islands and bands are many. @param {number} sharpness */
const waves = (sharpness) =>
  sampleSoftmax(
    20,
    [0, 1, 2, 3, 4, 5].map(
      (k) => (u, v) => sharpness * Math.sin(u / 3 + k) * Math.cos(v / 4 + 2 * k),
    ),
  );

test('every pixel has the shade of the likeliest class in its middle, in images of any shape', () => {
  for (const map of [waves(0.5), waves(8)]) {
    const { resolution, classes } = map;
    /** @type {[number, number, number, number]} */
    const bounds = [0, resolution - 1, 0, resolution - 1];
    // As fine as the grid and finer, and so coarse that some cells have no pixel.
    for (const [width, height] of [
      [60, 60],
      [83, 47],
      [19, 60],
      [7, 13],
    ]) {
      paint(map, width, height).forEach((pixel, index) => {
        const u = (((index % width) + 0.5) / width) * (resolution - 1);
        const v = ((height - Math.floor(index / width) - 0.5) / height) * (resolution - 1);
        const values = valuesAt(map, bounds, u, v);
        const most = Math.max(...values);
        // The sums are made in another order, so at an edge between shades either may be right.
        const allowed = [-1e-12, 1e-12].flatMap((error) =>
          values.flatMap((value, winner) =>
            value < most - 1e-12
              ? []
              : shadeIndex(winner, (most + error - 1 / classes.length) / (1 - 1 / classes.length)),
          ),
        );
        assert.ok(allowed.includes(pixel), `pixel ${index} of ${width} × ${height}`);
      });
    }
  }
});

test('shades go from as likely as any other to certain, and the first of equals wins', () => {
  const map = (/** @type {number[]} */ ...shares) => ({
    values: Float64Array.from(shares.flatMap((share) => [share, share, share, share])),
    resolution: 2,
    classes: shares.map((_, label) => label),
  });
  const shadeOf = (/** @type {number[]} */ ...shares) => shadesOfPoints(map(...shares))[0];
  assert.equal(shadeOf(1 / 3, 1 / 3, 1 / 3), 1);
  assert.equal(shadeOf(0, 1, 0), 2 * SHADE_COUNT);
  assert.equal(shadeOf(0, 0, 0, 0, 0, 1), 6 * SHADE_COUNT);
  assert.equal(shadeOf(0.1, 0.45, 0.45), shadeIndex(1, (0.45 - 1 / 3) / (2 / 3)));
  assert.deepEqual(new Set(paint(map(0.2, 0.2, 0.6), 5)), new Set([shadeOf(0.2, 0.2, 0.6)]));
});

test('the lowest row of the grid is at the bottom of the image', () => {
  const map = {
    values: Float64Array.of(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1),
    resolution: 2,
    classes: [0, 1, 2],
  };
  const pixels = paint(map, 40);
  assert.equal(pixels[0], 3 * SHADE_COUNT);
  assert.equal(pixels[40 * 40 - 1], SHADE_COUNT);
});

test('what is not a number is painted so, and leaves the rest alone', () => {
  const map = { values: new Float64Array(3 * 16), resolution: 4, classes: [0, 1, 2] };
  map.values.fill(1, 16, 32);
  for (const layer of [0, 1, 2]) map.values[16 * layer] = NaN;
  const pixels = paint(map, 12);
  assert.equal(pixels[11 * 12], 0);
  assert.equal(pixels[11], 2 * SHADE_COUNT);
  assert.deepEqual(new Set(pixels), new Set([0, 2 * SHADE_COUNT]));
});
