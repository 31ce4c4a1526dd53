import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evenGuess } from '../../web/state/guess.js';
import { MOST_KEPT } from '../../web/state/kept.js';
import { seriesColumns } from '../../web/state/metrics.js';
import { CurveChart } from '../../web/views/charts/curve-chart.js';
import { layOutCurve } from '../../web/views/charts/curve-frame.js';
import { KeptCurves, keptStyle } from '../../web/views/charts/kept-curves.js';
import { themeColors } from '../../web/views/palette.js';
import { contrastRatio } from './color.js';
import { canvasDouble, installCanvasGlobals } from './views-canvas-double.js';

installCanvasGlobals();

const SIZE = { width: 300, height: 165 };
const THEME = themeColors('light');
const LETTERS = [...'ABCDEFGH'];

/**
 * @param {string} letter
 * @param {number} last epoch
 * @param {number} [loss]
 */
function curveOf(letter, last, loss = 0.5) {
  const epoch = Array.from({ length: last + 1 }, (_, at) => at);
  return { letter, epoch, value: epoch.map(() => loss) };
}

/** A chart of ten epochs. */
function charted() {
  const double = canvasDouble();
  const chart = new CurveChart(double.canvas, {
    name: 'loss',
    columns: seriesColumns('loss'),
    guess: evenGuess(2),
    theme: THEME,
  });
  chart.resize(SIZE.width, SIZE.height);
  const rows = Array.from({ length: 11 }, (_, epoch) => [epoch, 0.5, 0.6, 0.9, 0.8]);
  chart.append(Float64Array.from(rows.flat()));
  chart.draw();
  return { ...double, chart };
}

test('no two of the kept curves have the same dash, and none has a colour of the curves of now', () => {
  assert.equal(LETTERS.length, MOST_KEPT);
  const dashes = LETTERS.map((letter) => String(keptStyle(letter, THEME).dash));
  assert.equal(new Set(dashes).size, MOST_KEPT);
  for (const theme of /** @type {const} */ (['light', 'dark']).map(themeColors)) {
    for (const { color } of LETTERS.map((letter) => keptStyle(letter, theme))) {
      assert.ok(!Object.values(theme.series).includes(color));
      assert.ok(contrastRatio(color, theme.surface) >= 3, `${color} on ${theme.surface}`);
    }
  }
});

test('axes hold the kept curves, however short that of now is', () => {
  const points = { epoch: [0, 5], train: [0.5, 0.4], test: [0.5, 0.4] };
  const kind = { range: /** @type {[number, number]} */ ([0, 0.8]) };
  const { span } = new KeptCurves([curveOf('A', 400), curveOf('B', 90, 3)]);
  const { x, y } = layOutCurve(points, kind, SIZE, span);
  assert.ok(x.end >= 400 && y.end >= 3);
  const alone = layOutCurve(points, kind, SIZE, new KeptCurves([]).span);
  assert.deepEqual(alone, layOutCurve(points, kind, SIZE));
});

test('what they are is told where one points, as far as each has come, some in a line', () => {
  const kept = new KeptCurves([
    ...LETTERS.slice(0, 5).map((letter, i) => curveOf(letter, 50, i)),
    curveOf('F', 20, 9),
  ]);
  const format = (/** @type {number} */ value) => value.toFixed(1);
  assert.deepEqual(kept.valuesAt(20, format), ['A 0.0 · B 1.0 · C 2.0 · D 3.0', 'E 4.0 · F 9.0']);
  assert.deepEqual(kept.valuesAt(21, format), ['A 0.0 · B 1.0 · C 2.0 · D 3.0', 'E 4.0']);
  assert.deepEqual(kept.valuesAt(51, format), []);
});

test('they cost nothing while the curve of now grows within its axes', () => {
  const { chart, canvas, created, calls, texts } = charted();
  const backdrop = () => calls(created[0]).length;
  const before = backdrop();
  chart.setKept(
    new KeptCurves([curveOf('A', 100), curveOf('B', 60)]),
    (format) => `Kept: ${format(0.25)}.`,
  );
  chart.draw();
  assert.ok(backdrop() > before, 'they are drawn at once');
  assert.deepEqual(
    texts(created[0]).filter((text) => /^[A-H]$/.test(text)),
    ['A', 'B'],
  );
  assert.ok(chart.description.endsWith(' Kept: 0.2500.'));
  assert.deepEqual(chart.read(10).slice(-1), ['A 0.5000 · B 0.5000']);
  chart.draw();
  const drawn = backdrop();
  const picture = calls(canvas).length;
  chart.append(Float64Array.of(11, 0.4, 0.4, 0.9, 0.9));
  chart.draw();
  assert.equal(backdrop(), drawn);
  assert.ok(calls(canvas).length > picture);
});

test('a curve that has no value where it ends has no letter there', () => {
  const { chart, created, texts } = charted();
  const curve = curveOf('A', 10);
  chart.setKept(new KeptCurves([{ ...curve, value: curve.value.map(() => NaN) }]), () => '');
  chart.draw();
  assert.ok(!texts(created[0]).includes('A'));
});
