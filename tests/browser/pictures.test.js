import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { FOLDER, paintPictures } from './pictures.js';
import { startSite } from './support.js';

/**
 * What may be otherwise, and what may not.
 *
 * Shapes are compared as a short-sighted eye sees them, each pixel with its neighbours: how an edge is
 * smoothed then makes no difference, and what is missing or elsewhere does. Firefox, whose circles and
 * slanting edges have other pixels than Chromium's, is 0 pixels away. A curve that is 1 pixel lower is
 * 1300 away, one 3 pixels lower 2300; where one of 21 connections is missing it is 390, one of 48 points
 * 170, the dot at a curve's end 87, and 200 with a crosshair twice as wide.
 *
 * Small changes of colour are no shape. But what is flat has the same colour in every browser: so what
 * there is of one colour in one picture must be in the other. Firefox lacks none; a palette whose end is
 * lighter by 4 of 255 has 31 that are missing or new, points or curves in a slightly other colour 2 each.
 */
const SHAPE = /** @type {const} */ ({ threshold: 0.1, includeAA: true, mostPixels: 40 });
/** How many pixels make an area, how many of them must be found, and how near, of 255. */
const COLOR = /** @type {const} */ ({ pixels: 40, found: 10, distance: 2 });

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * @param {PNG} one
 * @param {PNG} other of the same size
 * @returns {number} pixels that belong to another shape
 */
function differenceOfShapes(one, other) {
  const { width, height } = one;
  return pixelmatch(blur(one), blur(other), null, width, height, SHAPE);
}

/**
 * @param {PNG} picture
 * @returns {Uint8Array} the mean of each pixel and its neighbours, but at the edges
 */
function blur({ data, width, height }) {
  const mean = Uint8Array.from(data);
  const around = [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => 4 * (y * width + x)));
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = 4 * (y * width + 1); at < 4 * (y * width + width - 1); at += 1) {
      let sum = 0;
      for (const offset of around) sum += data[at + offset];
      mean[at] = sum / around.length;
    }
  }
  return mean;
}

/**
 * @param {PNG} picture
 * @returns {[color: number[], pixels: number][]}
 */
function colorsOf({ data }) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const color = data.readUIntBE(at, 3);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts].map(([color, pixels]) => [
    [color >> 16, (color >> 8) & 255, color & 255],
    pixels,
  ]);
}

/**
 * @param {PNG} one
 * @param {PNG} other
 * @returns {string[]} colours of areas in one that the other lacks
 */
function missingColors(one, other) {
  const there = colorsOf(other);
  /** @param {number[]} color */
  const found = (color) =>
    there
      .filter(([near]) => near.every((part, i) => Math.abs(part - color[i]) <= COLOR.distance))
      .reduce((sum, [, pixels]) => sum + pixels, 0);
  return colorsOf(one)
    .filter(([color, pixels]) => pixels >= COLOR.pixels && found(color) < COLOR.found)
    .map(([color, pixels]) => `rgb(${color}) of ${pixels} pixels`);
}

test('boundary, classes, values, network, curves and timeline look as they did, in light and in dark', async (t) => {
  const painted = await paintPictures(site);
  assert.deepEqual([...painted.keys()].sort(), (await readdir(FOLDER)).sort());
  for (const [name, picture] of painted) {
    const golden = PNG.sync.read(await readFile(new URL(name, FOLDER)));
    assert.deepEqual([picture.width, picture.height], [golden.width, golden.height], name);
    const pixels = differenceOfShapes(golden, picture);
    t.diagnostic(`${name}: ${pixels} pixels of another shape`);
    assert.ok(pixels <= SHAPE.mostPixels, `${name}: ${pixels} pixels of another shape`);
    assert.deepEqual(missingColors(golden, picture), [], `${name}: colours that are no more`);
    assert.deepEqual(missingColors(picture, golden), [], `${name}: colours that are new`);
  }
});
