import assert from 'node:assert/strict';
import { test } from 'node:test';
import { themeColors } from '../../web/views/palette.js';
import { PlaneCanvas } from '../../web/views/plane/canvas.js';
import { mapBar } from '../../web/views/plane/color-bar.js';
import { ENGLISH } from '../../web/languages/en.js';
import GERMAN from '../../web/languages/de.js';
import { answerMap, answerScale, classesScale, valuesScale } from '../../web/views/plane/map.js';
import { pictureWords } from '../../web/views/text/picture-words.js';
import { markerRadius } from '../../web/views/plane/marks.js';
import { describeProbe } from '../../web/views/plane/probe.js';
import { layOutPlot } from '../../web/views/plane/frame.js';
import { canvasDouble, installCanvasGlobals } from './views-canvas-double.js';
import { sampleField } from './views-fields.js';

installCanvasGlobals();

const WIDTH = 640;
const HEIGHT = 480;
const RESOLUTION = 11;

/** The probability of class 1 rises from 0 at the left edge to 1 at the right edge. */
const ramp = () => {
  const grid = sampleField(RESOLUTION, (u) => u / (RESOLUTION - 1));
  return answerMap({ grid, resolution: RESOLUTION }, [0, 1]);
};

/** @returns {import('../../web/views/plane/canvas.js').PlanePicture} */
function picture() {
  return {
    map: ramp(),
    bounds: [0, 10, -1, 1],
    train: { x1: Float64Array.of(2.5), x2: Float64Array.of(0.5), y: Float64Array.of(1) },
    test: { x1: Float64Array.of(7.5), x2: Float64Array.of(-0.5), y: Float64Array.of(1) },
    points: 'both',
    theme: themeColors('light'),
  };
}

function drawn() {
  const double = canvasDouble();
  const boundary = new PlaneCanvas(double.canvas);
  boundary.resize(WIDTH, HEIGHT, 2);
  const first = picture();
  boundary.draw(first);
  return { ...double, boundary, first };
}

/**
 * @param {number} x1
 * @param {number} x2
 * @returns {[number, number]} where that is on the canvas
 */
function pixel(x1, x2) {
  const { plot } = layOutPlot(WIDTH, HEIGHT, 2);
  return [
    plot.left + (x1 / 10) * (plot.right - plot.left),
    plot.bottom - ((x2 + 1) / 2) * (plot.bottom - plot.top),
  ];
}

test('the backing store has device pixels', () => {
  const { canvas } = drawn();
  assert.deepEqual([canvas.width, canvas.height], [2 * WIDTH, 2 * HEIGHT]);
});

test('a slim picture gives its place to the plot', () => {
  const [slim, full] = [true, false].map((isSlim) => layOutPlot(200, 200, 1, 0, isSlim).plot);
  assert.ok(slim.right - slim.left > full.right - full.left);
  assert.ok(slim.bottom - slim.top > 160 && slim.bottom - slim.top > full.bottom - full.top);
});

test('nothing can be picked before the first picture, nor beside the plot', () => {
  const { canvas } = canvasDouble();
  assert.equal(new PlaneCanvas(canvas).pick(100, 100), null);
  assert.equal(drawn().boundary.pick(3, 3), null);
});

test('a position between the points has its coordinates and its interpolated probability', () => {
  const probe = drawn().boundary.pick(...pixel(5.25, 0));
  assert.ok(probe);
  assert.equal(probe.nearest, null);
  assert.equal(probe.x1.toFixed(9), '5.250000000');
  assert.equal(probe.x2.toFixed(9), '0.000000000');
  assert.equal(probe.values?.[0].toFixed(9), '0.525000000');
});

test('near a point, the point is meant, and the probability is the one where it lies', () => {
  const { boundary } = drawn();
  const [x, y] = pixel(2.5, 0.5);
  const probe = boundary.pick(x + 5, y - 5);
  assert.deepEqual(probe?.nearest, { set: 'train', index: 0, y: 1, x1: 2.5, x2: 0.5 });
  assert.deepEqual(probe.values, [0.25]);
});

test('points that are not shown cannot be picked', () => {
  const { boundary, first } = drawn();
  boundary.draw({ ...first, points: 'test' });
  assert.equal(boundary.pick(...pixel(2.5, 0.5))?.nearest, null);
  assert.equal(boundary.pick(...pixel(7.5, -0.5))?.nearest?.set, 'test');
});

test('a new grid repaints the image but not axes and points', () => {
  const { boundary, first, created, calls } = drawn();
  const [image, overlay] = created;
  const [imageCalls, overlayCalls] = [calls(image).length, calls(overlay).length];
  boundary.draw({ ...first, map: ramp() });
  assert.ok(calls(image).length > imageCalls);
  assert.equal(calls(overlay).length, overlayCalls);
});

test('a moved pointer repaints neither image nor axes and points', () => {
  const { boundary, first, created, calls } = drawn();
  const before = created.map((canvas) => calls(canvas).length);
  boundary.draw({ ...first, hover: { x: 200, y: 200 } });
  assert.deepEqual(
    created.map((canvas) => calls(canvas).length),
    before,
  );
});

test('other points, another theme or another size repaint axes and points', () => {
  const { boundary, first, created, calls } = drawn();
  const overlay = created[1];
  /** @param {() => void} change */
  const repaints = (change) => {
    const before = calls(overlay).length;
    change();
    return calls(overlay).length > before;
  };
  assert.ok(repaints(() => boundary.draw({ ...first, points: 'train' })));
  assert.ok(repaints(() => boundary.draw({ ...first, theme: themeColors('dark') })));
  assert.ok(repaints(() => boundary.resize(320, 300, 1)));
});

test('a canvas without a size does no harm', () => {
  const { boundary, first } = drawn();
  boundary.resize(0, 0, 1);
  boundary.draw({ ...first, hover: { x: 0, y: 0 } });
});

test('without a grid there are points and axes, more room, and no probability', () => {
  const { boundary, first, created, calls } = drawn();
  const [image] = created;
  const painted = calls(image).length;
  boundary.draw({ ...first, map: null });
  assert.equal(calls(image).length, painted);
  const { plot } = layOutPlot(WIDTH, HEIGHT, 2, 0);
  assert.ok(plot.right > layOutPlot(WIDTH, HEIGHT, 2).plot.right);
  const probe = boundary.pick((plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2);
  assert.equal(probe?.values, null);
  assert.equal(probe?.x1.toFixed(9), '5.000000000');
  boundary.draw(first);
  assert.equal(boundary.pick(...pixel(5, 0))?.values?.[0].toFixed(9), '0.500000000');
});

test('a colour bar can be kept where there is no grid yet, so that nothing moves', () => {
  const { boundary, first } = drawn();
  boundary.draw({ ...first, map: null, bar: answerScale(1) });
  assert.equal(boundary.pick(...pixel(5, 0))?.x1.toFixed(9), '5.000000000');
});

test('what is picked is put in words, with what the network makes of the point', () => {
  const point = { set: /** @type {const} */ ('test'), index: 0, y: 1, x1: 7.5, x2: -0.5 };
  const place = { x1: 7.51, x2: -0.49, map: ramp() };
  assert.deepEqual(describeProbe({ ...place, values: [0.75], nearest: point }), [
    'Test point of class 1',
    'Probability of class 1: 0.750',
    'x₁ 7.50, x₂ −0.500',
    'Classified correctly',
  ]);
  const wrong = describeProbe({ ...place, values: [0.5], nearest: point });
  assert.equal(wrong[wrong.length - 1], 'Taken for class 0');
  assert.deepEqual(describeProbe({ ...place, values: [0.5], nearest: null }), [
    'Probability of class 1: 0.500',
    'x₁ 7.51, x₂ −0.490',
  ]);
  assert.deepEqual(describeProbe({ ...place, map: null, values: null, nearest: point }), [
    'Test point of class 1',
    'x₁ 7.50, x₂ −0.500',
  ]);
});

test('markers grow with the plot and shrink as points crowd', () => {
  assert.ok(markerRadius(800, 300) > markerRadius(300, 300));
  assert.ok(markerRadius(600, 10_000) < markerRadius(600, 300) / 2);
  assert.ok(markerRadius(200, 10_000) >= 1.5);
});

test('of several classes the likeliest and the next are told, and whether the point is right', () => {
  const labels = [0, 1, 2];
  const values = Float64Array.of(...new Array(12).fill(1 / 3));
  const words = pictureWords(ENGLISH, undefined, ['apple', 'pear', 'fig']);
  const map = answerMap({ grid: values, resolution: 2 }, labels, words);
  const point = { set: /** @type {const} */ ('train'), index: 0, y: 1, x1: 7.5, x2: -0.5 };
  const place = { x1: 7.51, x2: -0.49, map };
  assert.deepEqual(describeProbe({ ...place, values: [0.2, 0.1, 0.7], nearest: point }, words), [
    'Training point of class pear',
    'Probability of class fig: 0.700',
    'Probability of class apple: 0.200',
    'x₁ 7.50, x₂ −0.500',
    'Taken for class fig',
  ]);
  const right = describeProbe({ ...place, values: [0.2, 0.7, 0.1], nearest: point }, words);
  assert.equal(right[right.length - 1], 'Classified correctly');
  assert.deepEqual(describeProbe({ ...place, values: [NaN, NaN, NaN], nearest: null }, words), [
    'Probability of class apple: undefined',
    'x₁ 7.51, x₂ −0.490',
  ]);
});

test('of values the prediction is told, and how far it is from the point', () => {
  const map = answerMap({ grid: new Float64Array(4), resolution: 2 }, []);
  const point = { set: /** @type {const} */ ('test'), index: 0, y: 0.5, x1: 7.5, x2: -0.5 };
  const place = { x1: 7.51, x2: -0.49, map, hasValue: true };
  assert.deepEqual(describeProbe({ ...place, values: [0.42], nearest: point }), [
    'Test point of value 0.500',
    'Prediction: 0.420',
    'Error: −0.0800',
    'x₁ 7.50, x₂ −0.500',
  ]);
  assert.deepEqual(describeProbe({ ...place, values: [0.42], nearest: null }), [
    'Prediction: 0.420',
    'x₁ 7.51, x₂ −0.490',
  ]);
});

test('a colour bar of several classes is wider, and one of values has a tick for every line', () => {
  const theme = themeColors('light');
  const [wide, narrow] = [640, 300].map((width) => layOutPlot(width, 480, 1));
  const classes = mapBar(classesScale([0, 1, 2, 3, 4, 5]), wide, theme, pictureWords(ENGLISH));
  assert.deepEqual(
    classes.columns.map((column) => column.length),
    [10, 10, 10, 10, 10, 10],
  );
  assert.deepEqual(
    classes.ticks.map(({ text }) => text),
    ['0.2', '0.4', '0.6', '0.8', '1.0'],
  );
  const six = layOutPlot(640, 480, 1, 6);
  assert.ok(six.barThickness > wide.barThickness);
  assert.ok(six.bar.right - six.bar.left === six.barThickness && six.plot.right < wide.plot.right);
  const scale = valuesScale([-60_000, 60_000], pictureWords(GERMAN));
  const values = mapBar(scale, wide, theme, pictureWords(GERMAN));
  assert.equal(values.label, 'Wert / 10⁴');
  assert.deepEqual(
    values.ticks.map(({ text }) => text),
    ['−6', '−4,8', '−3,6', '−2,4', '−1,2', '0', '1,2', '2,4', '3,6', '4,8', '6'],
  );
  const few = mapBar(scale, narrow, theme, pictureWords(GERMAN));
  assert.deepEqual(few.ticks.map(({ text }) => text).filter(Boolean), ['−6', '0', '6']);
  assert.equal(few.ticks.length, values.ticks.length);
});

test('points with values are drawn in their colours, and one of six classes by its shape', () => {
  const { boundary, first, created, calls } = drawn();
  const before = created.length;
  const three = { x1: Float64Array.of(1, 2, 3), x2: Float64Array.of(0, 0, 0) };
  const kinds = (/** @type {number[]} */ y, /** @type {[number, number]} */ valueRange) => {
    const count = created.length;
    boundary.draw({
      ...first,
      train: { ...three, y: Float64Array.from(y) },
      valueRange,
      points: 'train',
    });
    return created.length - count;
  };
  assert.ok(before > 0 && calls(created[1]).length > 0);
  assert.equal(kinds([-1, -0.99, 1], [-1, 1]), 2, 'a bitmap for each band there is');
  assert.equal(kinds([-1, -0.99, 1], [-0.5, 0.5]), 2, 'beyond the range as at its ends');
  boundary.draw({ ...first, train: { ...three, y: Float64Array.of(3, 4, 5) }, points: 'train' });
});
