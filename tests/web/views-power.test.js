import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatScientific, powerOfTen } from '../../web/lesson/parts/numbers.js';
import { seriesChartOptions, seriesDataset } from '../../web/views/charts/series-chart.js';
import { themeColors } from '../../web/views/palette.js';

/** @import { Axes, Series } from '../../web/views/charts/series-chart.js' */

const theme = themeColors('light');

/** @type {Axes} */
const AXES = {
  x: { title: 'ε', type: 'logarithmic', min: 1e-12, max: 0.1 },
  y: { title: 'Error', type: 'logarithmic', min: 1e-16 },
};

test('powers of ten are written with raised digits', () => {
  assert.deepEqual([-12, -1, 0, 3].map(powerOfTen), ['10⁻¹²', '10⁻¹', '10⁰', '10³']);
});

test('very small and very large numbers are written with a power of ten, others without', () => {
  const written = [1.234e-7, -5e-4, 0.0123, 0, 12, 2.5e8].map((value) => formatScientific(value));
  assert.deepEqual(written, ['1.23·10⁻⁷', '−5.00·10⁻⁴', '0.0123', '0', '12.0', '2.50·10⁸']);
});

test('what is no number is said, not written as one', () => {
  assert.deepEqual(
    [NaN, Infinity].map((value) => formatScientific(value)),
    ['undefined', '∞'],
  );
});

test('a logarithmic axis names powers of ten only, and not more than there is room for', () => {
  const { scales } = seriesChartOptions(AXES, theme);
  const axis = /** @type {any} */ ({ min: 1e-12, max: 0.1, ticks: [] });
  const x = /** @type {any} */ (scales?.x);
  x.afterBuildTicks(axis);
  const powers = axis.ticks.map((/** @type {{ value: number }} */ { value }) => Math.log10(value));
  assert.deepEqual(powers.map(Math.round), [-12, -10, -8, -6, -4, -2]);
  assert.equal(x.ticks.callback(1e-8), '10⁻⁸');
});

test('a value below a logarithmic axis is drawn at its end, and one that is none leaves a gap', () => {
  /** @type {Series} */
  const series = {
    label: 'Error',
    color: 'train',
    points: [0, 1e-3, NaN, Infinity].map((y, x) => ({ x, y })),
  };
  assert.deepEqual(
    seriesDataset(series, AXES, theme).data.map(({ y }) => y),
    [1e-16, 1e-3, NaN, NaN],
  );
});
