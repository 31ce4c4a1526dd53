import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCrossings } from '../../web/engine/crossings.js';
import { BAND_COUNT, lookupIndex, SHADE_COUNT } from '../../web/views/palette.js';
import { traceBoundary } from '../../web/views/plane/boundary.js';
import { answerAt } from '../../web/views/plane/crossed-cells.js';
import { describeBoundary } from '../../web/views/plane/description.js';
import { answerMap } from '../../web/views/plane/map.js';
import { paintMap } from '../../web/views/plane/map-pixels.js';
import { paintWinners, shadesOfPoints } from '../../web/views/plane/winners.js';
import { sampleField, sigmoid } from './views-fields.js';

/** @typedef {(u: number, v: number) => number} Field of the position in grid steps */

const RESOLUTION = 30;
const WIDTH = 8 * RESOLUTION;
/** A lookup that shows where it was asked: pixels are lookup indices; exactly 0 has a band's colour, too. */
const INDICES = Uint32Array.from({ length: 62 }, (_, index) => index);
const SINGLE = INDICES.map((index) => Math.min(index, BAND_COUNT));

/**
 * What a network answers that has these outputs everywhere.
 *
 * @param {Field[]} outputs
 * @param {boolean} [isKnown] whether it tells where classes meet
 */
function mapOf(outputs, isKnown = true) {
  const grid = Float64Array.from(outputs.flatMap((field) => [...sampleField(RESOLUTION, field)]));
  const bounds = [0, RESOLUTION - 1, 0, RESOLUTION - 1];
  const crossings = findCrossings({ grid, resolution: RESOLUTION, bounds }, ([u, v]) =>
    outputs.map((field) => u.map((one, i) => field(one, v[i]))),
  );
  const labels = outputs.length > 1 ? outputs.map((_, label) => label) : [0, 1];
  return answerMap({ grid, resolution: RESOLUTION, ...(isKnown && { crossings }) }, labels);
}

/** @param {Field[]} sums @returns {Field[]} */
const softmax = (sums) =>
  sums.map(
    (sum) => (u, v) => 1 / sums.reduce((all, one) => all + Math.exp(one(u, v) - sum(u, v)), 0),
  );

/** @param {import('../../web/views/plane/map.js').PlaneMap} map */
function paint(map) {
  const pixels = new Uint32Array(WIDTH * WIDTH);
  const { classes } = map;
  if (classes) {
    const shown = { ...map, classes };
    paintWinners(shown, shadesOfPoints(shown), INDICES, pixels, WIDTH);
  } else {
    paintMap(map, SINGLE, pixels, WIDTH);
  }
  return Array.from(pixels, (pixel, index) => ({
    pixel,
    u: (((index % WIDTH) + 0.5) / WIDTH) * (RESOLUTION - 1),
    v: (1 - (Math.floor(index / WIDTH) + 0.5) / WIDTH) * (RESOLUTION - 1),
  }));
}

/** @param {import('../../web/views/plane/map.js').PlaneMap} map */
const verticesOf = (map) =>
  traceBoundary(map).flatMap(({ coordinates }) =>
    Array.from({ length: coordinates.length / 2 }, (_, i) => [
      coordinates[2 * i],
      coordinates[2 * i + 1],
    ]),
  );

/** How far a line is from where it should be, at most, in grid steps. */
const NEAR = 1 / 128 + 1e-9;
/** How far from it colours are no longer on their way from one side to the other. */
const BESIDE = 0.1;

test('of a saturated network the line is straight, and the colours meet at it', () => {
  /** @type {Field} */
  const off = (u, v) => (u + 2 * v - 41.3) / Math.sqrt(5);
  const map = mapOf([(u, v) => sigmoid(1e5 * off(u, v))]);
  const vertices = verticesOf(map);
  assert.ok(vertices.length > RESOLUTION);
  for (const [u, v] of vertices) assert.ok(Math.abs(off(u, v)) < NEAR, `${u}, ${v}`);
  for (const { pixel, u, v } of paint(map)) {
    if (Math.abs(off(u, v)) < BESIDE) continue;
    assert.equal(pixel, off(u, v) > 0 ? 1 : BAND_COUNT, `${u}, ${v}`);
  }
  // Without what the network told, the line is a staircase.
  const stairs = verticesOf(mapOf([(u, v) => sigmoid(1e5 * off(u, v))], false));
  assert.ok(stairs.some(([u, v]) => Math.abs(off(u, v)) > 0.2));
});

test('each side keeps its own colour where it is flat beside the jump', () => {
  /** @type {Field} */
  const off = (u, v) => 0.8 * u - 0.6 * v - 4.2;
  const flat = -1.78;
  const map = mapOf([(u, v) => sigmoid(flat + 1e6 * Math.max(0, off(u, v)))]);
  for (const [u, v] of verticesOf(map)) assert.ok(Math.abs(off(u, v)) < NEAR);
  for (const { pixel, u, v } of paint(map)) {
    if (Math.abs(off(u, v)) < BESIDE) continue;
    assert.equal(pixel, lookupIndex(off(u, v) > 0 ? 1 : sigmoid(flat)), `${u}, ${v}`);
  }
});

test('a ring is round', () => {
  /** @type {Field} */
  const off = (u, v) => Math.hypot(u - 14.3, v - 15.1) - 9.7;
  const map = mapOf([(u, v) => sigmoid(1e5 * off(u, v))]);
  assert.equal(traceBoundary(map).length, 1);
  for (const [u, v] of verticesOf(map)) assert.ok(Math.abs(off(u, v)) < 1.5 * NEAR);
  for (const { pixel, u, v } of paint(map)) {
    if (Math.abs(off(u, v)) < BESIDE) continue;
    assert.equal(pixel, off(u, v) > 0 ? 1 : BAND_COUNT, `${u}, ${v}`);
  }
});

test('several saturated classes meet in straight lines, each in its strongest colour', () => {
  /** @type {Field[]} */
  const sums = [0.3, 2.4, 4.5].map(
    (angle) => (u, v) => 1e5 * ((u - 14.3) * Math.cos(angle) + (v - 13.2) * Math.sin(angle)),
  );
  const map = mapOf(softmax(sums));
  const inOrder = (/** @type {number} */ u, /** @type {number} */ v) =>
    sums.map((sum, winner) => ({ winner, lead: sum(u, v) / 1e5 })).sort((a, b) => b.lead - a.lead);
  const isMiddle = (/** @type {number} */ u, /** @type {number} */ v) =>
    Math.hypot(u - 14.3, v - 13.2) < Math.SQRT2;
  for (const [u, v] of verticesOf(map)) {
    const [first, second] = inOrder(u, v);
    assert.ok(isMiddle(u, v) || first.lead - second.lead < 2 * NEAR, `${u}, ${v}`);
  }
  for (const { pixel, u, v } of paint(map)) {
    const [first, second] = inOrder(u, v);
    if (isMiddle(u, v) || first.lead - second.lead < BESIDE) continue;
    assert.equal(pixel, SHADE_COUNT * (first.winner + 1), `${u}, ${v}`);
  }
});

test('a network that is nowhere so sure is painted as before, and so are meeting lines', () => {
  /** @type {Field} */
  const gentle = (u, v) => sigmoid(Math.sin(u / 3) + (v - 9) / 8);
  assert.deepEqual(paint(mapOf([gentle])), paint(mapOf([gentle], false)));
  // A cell with all four corners on other sides than their neighbours.
  /** @type {Field} */
  const saddle = (u, v) => sigmoid(1e5 * (u - 14.5) * (v - 14.5));
  const middle = (/** @type {ReturnType<typeof paint>} */ pixels) =>
    pixels.filter(({ u, v }) => Math.abs(u - 14.5) < 0.4 && Math.abs(v - 14.5) < 0.4);
  assert.deepEqual(middle(paint(mapOf([saddle]))), middle(paint(mapOf([saddle], false))));
});

test('what is not a number stays a hole beside a line', () => {
  /** @type {Field} */
  const holed = (u, v) => (u === 14 && v === 14 ? NaN : sigmoid(1e5 * (u - 14.3)));
  for (const { pixel, u, v } of paint(mapOf([holed]))) {
    const isHole = Math.abs(u - 14) < 1 && Math.abs(v - 14) < 1;
    if (isHole) assert.equal(pixel, 0, `${u}, ${v}`);
    else if (Math.abs(u - 14.3) > BESIDE) assert.equal(pixel, u > 14.3 ? 1 : BAND_COUNT);
  }
});

test('who points beside a line is told what is on that side', () => {
  /** @type {[number, number, number, number]} */
  const bounds = [0, 1, 0, 1];
  const steps = RESOLUTION - 1;
  const single = mapOf([(u) => sigmoid(-1.78 + 1e6 * Math.max(0, u - 14.3))]);
  const at = (/** @type {number} */ u) => answerAt(single, bounds, u / steps, 7.6 / steps)[0];
  for (const u of [13.9, 14.1, 14.2]) assert.ok(Math.abs(at(u) - sigmoid(-1.78)) < 1e-6, `${u}`);
  for (const u of [14.5, 14.9, 15.1]) assert.ok(at(u) > 0.99, `${u}`);
  assert.ok(at(14.28) < 0.5 && at(14.32) > 0.5);

  const several = mapOf(softmax([(u) => 1e5 * (u - 14.3), (u) => 1e5 * (14.3 - u), () => -1e7]));
  for (const [u, winner] of [
    [14.1, 1],
    [14.6, 0],
  ]) {
    const values = answerAt(several, bounds, u / steps, 1);
    assert.ok(values[winner] > 0.99);
    assert.ok(Math.abs(values.reduce((a, b) => a + b) - 1) < 1e-9);
  }
});

test('a saturated straight line is told as one', () => {
  const steep = mapOf([(u, v) => sigmoid(1e5 * (u + 0.37 * v - 17.1))]);
  assert.match(describeBoundary(steep), /one straight line/i);
});
