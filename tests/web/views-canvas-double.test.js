import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canvasDouble, installCanvasGlobals } from './views-canvas-double.js';

installCanvasGlobals();

/** @returns {any} */
const contextOf = (canvas = canvasDouble().canvas) => canvas.getContext('2d');

test('the double of a canvas takes what a browser takes, and counts the calls', () => {
  const { canvas, calls } = canvasDouble();
  const context = contextOf(canvas);
  context.lineWidth = 2;
  context.setLineDash([]);
  context.fillText('W', 0, 0, undefined);
  assert.equal(context.lineWidth, 2);
  assert.equal(context.canvas, canvas);
  assert.deepEqual(calls(canvas), ['setLineDash', 'fillText']);
  new Path2D().lineTo(1, 2);
});

test('the double of a canvas refuses what no browser knows, and calls that are too short', () => {
  const context = contextOf();
  assert.throws(() => context.drawLine(0, 0, 1, 1), /CanvasRenderingContext2D has no drawLine/);
  assert.throws(() => (context.strokeColor = 'red'), /CanvasRenderingContext2D has no strokeColor/);
  assert.throws(() => context.strokeColor, /CanvasRenderingContext2D has no strokeColor/);
  assert.throws(() => (context.stroke = 'red'), /CanvasRenderingContext2D has no stroke to set/);
  assert.throws(() => context.moveTo(1), /moveTo: 1 arguments; at least 2 are needed/);
  assert.throws(() => /** @type {any} */ (new Path2D()).moveBy(1, 1), /Path2D has no moveBy/);
  assert.equal(canvasDouble().canvas.getContext('webgl'), null);
});
