import assert from 'node:assert/strict';
import { test } from 'node:test';
import { themeColors } from '../../web/views/palette.js';
import { columnName, percentChartOptions } from '../../web/lesson/architectures/bar-chart.js';

test('a column shows its detail where there is room', () => {
  const column = { label: 'Deep', detail: '2-16-16-16-1' };
  assert.deepEqual(columnName(column, 120), ['Deep', '2-16-16-16-1']);
  assert.equal(columnName(column, 40), 'Deep');
  assert.equal(columnName({ label: 'Deep' }, 120), 'Deep');
  assert.equal(columnName(undefined, 120), '');
});

test('the axis is in percent, up to all', () => {
  const theme = themeColors('light');
  const { y } = percentChartOptions({ title: 'Accuracy', min: 0.4, theme }).scales;
  assert.deepEqual([y.min, y.max], [0.4, 1]);
  assert.equal(y.ticks.callback(0.7), '70%');
});
