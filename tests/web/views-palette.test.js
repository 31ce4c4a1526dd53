import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BAND_COUNT,
  SHADE_COUNT,
  bandIndex,
  lookupIndex,
  shadeIndex,
  themeColors,
  withAlpha,
} from '../../web/views/palette.js';
import { colorDistances, contrastRatio, mixColors, parseHex } from './color.js';

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

test('colours are as far apart as they look, to whom they look so', () => {
  const { normal, deuteranopia, tritanopia } = colorDistances('#d50000', '#6b7000');
  assert.ok(normal > 0.2 && deuteranopia < 0.06 && tritanopia > 0.2);
  assert.ok(Math.abs(colorDistances('#000000', '#ffffff').protanopia - 1) < 1e-3);
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
    const { shades, winners } = theme.palettes;
    for (const band of [...bands, ...shades.bands, ...winners.bands])
      assert.ok(contrastRatio(theme.boundary, band) >= 4.5, band);
  });

  test(`${name}: the six classes stay apart for whoever sees colours otherwise`, () => {
    assert.equal(theme.classes.length, 6);
    const regions = theme.palettes.shades.bands.filter(
      (_, i) => i % SHADE_COUNT === SHADE_COUNT - 1,
    );
    for (const [colors, least] of /** @type {const} */ ([
      [theme.classes, 0.09],
      [regions, 0.05],
    ])) {
      colors.forEach((color, i) => {
        for (const other of colors.slice(0, i)) {
          for (const [who, distance] of Object.entries(colorDistances(color, other)))
            assert.ok(distance >= least, `${color} and ${other}: ${distance} to ${who}`);
        }
      });
    }
  });

  test(`${name}: shades of a class go from the middle to its own colour in steps that look alike`, () => {
    const [low, middle, high] = SCALES[name].diverging;
    const { bands: shades, lookup: shadeLookup } = theme.palettes.shades;
    assert.equal(shades.length, 6 * SHADE_COUNT);
    for (let start = 0; start < shades.length; start += SHADE_COUNT) {
      const all = shades.slice(start, start + SHADE_COUNT);
      const steps = all.slice(1).map((shade, i) => colorDistances(all[i], shade).normal);
      const mean = steps.reduce((a, b) => a + b) / steps.length;
      assert.ok(mean > 0.006);
      for (const step of steps) assert.ok(Math.abs(step / mean - 1) < 0.6, `${step} of ${mean}`);
    }
    // The first two are as they are where there are no others.
    [low, high].forEach((end, label) => {
      const last = shades[(label + 1) * SHADE_COUNT - 1];
      assert.ok(colorDistances(last, mixColors(middle, end, 0.95)).normal < 0.01, last);
    });
    const bytes = new Uint8Array(shadeLookup.buffer);
    for (const [winner, share] of [
      [0, 0],
      [2, 0.55],
      [5, 1],
    ]) {
      const at = shadeIndex(winner, share);
      const band = shades[winner * SHADE_COUNT + Math.min(SHADE_COUNT - 1, Math.floor(share * 10))];
      assert.deepEqual([...bytes.subarray(4 * at, 4 * at + 4)], [...parseHex(band), 255]);
    }
    assert.deepEqual([...bytes.subarray(0, 3)], [...parseHex(theme.undefinedRegion)]);
  });

  test(`${name}: winners have one colour each`, () => {
    const { winners } = theme.palettes;
    assert.equal(new Set(winners.bands).size, 6);
    winners.bands.forEach((band, i) => assert.equal(band, winners.bands[i - (i % SHADE_COUNT)]));
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
