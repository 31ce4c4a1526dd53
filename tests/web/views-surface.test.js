import assert from 'node:assert/strict';
import { test } from 'node:test';
import { themeColors } from '../../web/views/palette.js';
import { paintTooltip } from '../../web/views/surface.js';
import { canvasDouble, installCanvasGlobals } from './views-canvas-double.js';

installCanvasGlobals();

const AREA = { left: 50, right: 300, top: 0, bottom: 200 };
const EDGE = 320;

/**
 * @param {string[]} lines
 * @returns {{ left: number, width: number }[]} where they are written, and the most room they take
 */
function written(lines) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvasDouble().canvas.getContext('2d'));
  /** @type {{ left: number, width: number }[]} */
  const places = [];
  const fillText = (
    /** @type {string} */ _,
    /** @type {number} */ left,
    /** @type {number} */ y,
    width = y,
  ) => places.push({ left, width });
  const listening = new Proxy(context, {
    get: (target, name) => (name === 'fillText' ? fillText : Reflect.get(target, name)),
  });
  paintTooltip(listening, { x: 100, y: 100 }, lines, AREA, themeColors('light'), EDGE);
  return places;
}

test('what is told beside a point is squeezed where it would not fit on the canvas', () => {
  const [long, short] = written(['a'.repeat(60), 'b']);
  assert.ok(long.left >= AREA.left && long.left + long.width < EDGE);
  assert.ok(long.width > 200, 'no more than is needed');
  assert.equal(short.left, long.left);
});

test('what fits has the room that it takes', () => {
  assert.equal(written(['a'.repeat(20)])[0].width, 120);
});
