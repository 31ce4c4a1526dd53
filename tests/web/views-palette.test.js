import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BAND_COUNT,
  bandIndex,
  lookupIndex,
  themeColors,
  withAlpha,
} from '../../web/views/palette.js';
import { contrastRatio, mixColors, parseHex } from './color.js';

const THEMES = /** @type {const} */ (['light', 'dark']);
/** What the palettes go between: ends and middle; valley and heights. */
const SCALES = {
  light: { diverging: ['#74b3df', '#faf9f7', '#f4ab72'], sequential: ['#ffffff', '#aeb9c6'] },
  dark: { diverging: ['#1c6194', '#1e1f21', '#984d18'], sequential: ['#12161c', '#48535f'] },
};

test('contrast is that of the WCAG, from 1 to 21', () => {
  assert.equal(contrastRatio('#777777', '#777777'), 1);
  assert.equal(contrastRatio('#000000', '#ffffff'), 21);
  assert.equal(contrastRatio('#ffffff', '#767676').toFixed(2), '4.54');
});

test('mixed colours start and end at the given ones', () => {
  assert.equal(mixColors('#1c6194', '#f4ab72', 0), '#1c6194');
  assert.equal(mixColors('#1c6194', '#f4ab72', 1), '#f4ab72');
  // OKLab 0.5: the grey that looks half as light as white.
  assert.equal(mixColors('#000000', '#ffffff', 0.5), '#636363');
});

for (const name of THEMES) {
  const theme = themeColors(name);
  const { bands, lookup } = theme.palettes.diverging;

  test(`${name}: text can be read, and marks and curves can be seen`, () => {
    assert.ok(contrastRatio(theme.text, theme.surface) >= 7);
    assert.ok(contrastRatio(theme.textMuted, theme.surface) >= 4.5);
    assert.ok(contrastRatio(theme.tooltip.text, theme.tooltip.background) >= 7);
    const marks = [
      ...theme.classes,
      ...Object.values(theme.weights),
      ...Object.values(theme.series),
    ];
    for (const color of marks) assert.ok(contrastRatio(color, theme.surface) >= 3, color);
  });

  test(`${name}: bands are equal steps to the eye`, () => {
    const [low, middle, high] = SCALES[name].diverging;
    const [valley, heights] = SCALES[name].sequential;
    const places = Array.from({ length: BAND_COUNT }, (_, band) => band);
    assert.deepEqual(
      bands,
      places.map((band) => {
        const distance = ((band + 0.5) / BAND_COUNT) * 2 - 1;
        return mixColors(middle, distance < 0 ? low : high, Math.abs(distance));
      }),
    );
    assert.deepEqual(
      theme.palettes.sequential.bands,
      places.map((band) => mixColors(valley, heights, band / (BAND_COUNT - 1))),
    );
  });

  test(`${name}: the line of one half stands out from every region`, () => {
    for (const band of bands) assert.ok(contrastRatio(theme.boundary, band) >= 4.5, band);
  });

  test(`${name}: the lower half of the scale is blue, the upper orange, fading to the middle`, () => {
    const blueness = bands.map((band) => parseHex(band)[2] - parseHex(band)[0]);
    assert.equal(blueness.length, BAND_COUNT);
    assert.ok(blueness.slice(0, 10).every((value) => value > 0));
    assert.ok(blueness.slice(10).every((value) => value < 0));
    assert.deepEqual(
      blueness,
      [...blueness].sort((a, b) => b - a),
    );
  });

  test(`${name}: pixels have the bands' colours, whatever the byte order of the machine`, () => {
    const bytes = new Uint8Array(lookup.buffer);
    for (const probability of [0, 0.2, 0.4999, 0.51, 0.99, 1]) {
      const start = 4 * lookupIndex(probability);
      const expected = [...parseHex(bands[bandIndex(probability)]), 255];
      assert.deepEqual([...bytes.subarray(start, start + 4)], expected);
    }
    const undefinedPixel = [...bytes.subarray(4 * lookupIndex(NaN), 4 * lookupIndex(NaN) + 4)];
    assert.deepEqual(undefinedPixel, [...parseHex(theme.undefinedRegion), 255]);
  });
}

test('a colour can let through what is below', () => {
  assert.equal(withAlpha('#1b2430', 0.09), 'rgba(27, 36, 48, 0.09)');
});

test('a theme is always the same object', () => {
  assert.equal(themeColors('light'), themeColors('light'));
  assert.notEqual(themeColors('light'), themeColors('dark'));
});

test('bands are 0.05 wide and closed above, so that 0.5 is class 0 as for the classifier', () => {
  assert.equal(bandIndex(0), 0);
  assert.equal(bandIndex(0.04), 0);
  assert.equal(bandIndex(0.06), 1);
  assert.equal(bandIndex(0.25), 4);
  assert.equal(bandIndex(0.5), 9);
  assert.equal(bandIndex(0.5 + 1e-9), 10);
  assert.equal(bandIndex(0.949), 18);
  assert.equal(bandIndex(1), 19);
});
