import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  describeLoss,
  lossBar,
  lossHeights,
  LossSurface,
  roundLosses,
} from '../../web/lesson/optimisers/loss-surface.js';
import { contrastRatio } from './color.js';
import { BAND_COUNT, themeColors } from '../../web/views/palette.js';
import { layOutPlot, squarePlot } from '../../web/views/plane/frame.js';
import { canvasDouble, installCanvasGlobals } from './views-canvas-double.js';
import { sampleField } from './views-fields.js';

installCanvasGlobals();

const RESOLUTION = 11;
const SCALE = { floor: 0.5, low: -2, high: 2, label: 'Loss above the minimum' };

/** @returns {import('../../web/lesson/optimisers/loss-surface.js').LossPicture} the loss is u + 0.5 */
function picture() {
  return {
    losses: sampleField(RESOLUTION, (u) => 0.5 + u),
    resolution: RESOLUTION,
    bounds: [0, 10, -5, 5],
    scale: SCALE,
    axes: ['Weight w', 'Bias b'],
    paths: [{ kind: 1, points: [1, 1, 2, 2, 9, 4], count: 2 }],
    marks: [{ u: 9.9, v: 0, label: 'minimum' }],
    theme: themeColors('light'),
  };
}

function drawn() {
  const double = canvasDouble();
  const surface = new LossSurface(double.canvas);
  surface.resize(600, 400, 1);
  surface.draw(picture());
  return { ...double, surface };
}

test('heights are logarithms above the floor, kept within the scale; what is unknown stays so', () => {
  const losses = Float64Array.of(0.5, 0.51, 1.5, 100.5, 1e9, NaN);
  const heights = [...lossHeights(losses, SCALE)].map((height) => height.toFixed(6));
  assert.deepEqual(heights, ['0.000000', '0.000000', '0.500000', '1.000000', '1.000000', 'NaN']);
});

test('the colour bar names powers of ten, and more where these are few', () => {
  const texts = (
    /** @type {import('../../web/lesson/optimisers/loss-surface.js').LossScale} */ scale,
  ) => lossBar(scale, themeColors('light')).ticks.map(({ text }) => text);
  assert.deepEqual(texts(SCALE), ['0.01', '0.1', '1', '10', '100']);
  assert.deepEqual(texts({ ...SCALE, low: -1.5, high: 0.5 }), [
    '0.05',
    '0.1',
    '0.2',
    '0.5',
    '1',
    '2',
  ]);
  assert.deepEqual(texts({ ...SCALE, low: -4, high: 0 })[0], '10⁻⁴');
  assert.equal(roundLosses({ ...SCALE, low: -1, high: 1 }).at(-1)?.at, 1);
});

test('a square plot is as high as wide, and the colour bar goes with it', () => {
  for (const [width, height] of [
    [700, 500],
    [500, 700],
    [340, 500],
    [340, 300],
  ]) {
    const before = layOutPlot(width, height, 1);
    const { plot, bar } = squarePlot(before);
    assert.equal(plot.right - plot.left, plot.bottom - plot.top);
    assert.ok(plot.right <= before.plot.right && plot.bottom <= before.plot.bottom);
    if (before.isBarVertical)
      assert.equal(bar.left - plot.right, before.bar.left - before.plot.right);
    else assert.ok(Math.abs(bar.top - plot.bottom - before.bar.top + before.plot.bottom) < 1e-9);
  }
});

test('a place has its parameters and its loss; outside, the nearest place of the plot has', () => {
  const { surface } = drawn();
  const at = surface.place(2.5, 0);
  assert.ok(at);
  const probe = surface.pick(at.x, at.y);
  assert.equal(probe?.u.toFixed(6), '2.500000');
  assert.equal(probe?.loss.toFixed(6), '3.000000');
  assert.equal(surface.pick(1, 1), null);
  assert.deepEqual(surface.locate(-1000, -1000), { u: 0, v: 5, loss: 0.5 });
});

test('nothing is anywhere before the first picture', () => {
  const surface = new LossSurface(canvasDouble().canvas);
  assert.equal(surface.place(0, 0), null);
  assert.equal(surface.pick(100, 100), null);
});

test('only new losses are painted anew; paths and pointers cost no image', () => {
  const { canvas, created, calls, surface } = drawn();
  const first = picture();
  surface.draw(first);
  const painted = created.map((one) => calls(one).length);
  surface.draw({ ...first, paths: [], hover: { x: 200, y: 200 } });
  assert.deepEqual(
    created.map((one) => calls(one).length),
    painted,
  );
  assert.ok(calls(canvas).includes('fillText'), 'the pointer’s loss is written');
});

test('a loss is told with its distance from the lowest, and what is not known is not', () => {
  const { axes, scale } = picture();
  assert.deepEqual(describeLoss({ u: -1, v: 2, loss: 0.75 }, { axes, scale }), [
    'Loss 0.7500',
    '0.2500 above the minimum',
    'Weight w −1.00, Bias b 2.00',
  ]);
  assert.deepEqual(describeLoss({ u: 0, v: -0.001, loss: NaN }, { axes, scale }), [
    'Not computed yet',
    'Weight w 0.00, Bias b 0.00',
  ]);
});

for (const name of /** @type {const} */ (['light', 'dark'])) {
  test(`${name}: the relief has a band for each step, and text and paths can be seen on it`, () => {
    const { palettes, kinds, text } = themeColors(name);
    const heights = palettes.sequential.bands;
    assert.equal(heights.length, BAND_COUNT);
    for (const band of heights) {
      assert.ok(contrastRatio(text, band) >= 4.5);
      // Beside a path lies its outline, with more.
      for (const kind of kinds) assert.ok(contrastRatio(kind, band) >= 2, `${kind} on ${band}`);
    }
  });
}
