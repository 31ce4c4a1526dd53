/**
 * The colours of every picture, light and dark.
 *
 * Class colours are the blue and the vermilion of Okabe & Ito, "Color Universal Design" (2008), a set
 * that stays apart under every common colour-vision deficiency; the dark theme takes their lighter
 * relatives. Colour never stands alone: classes also differ in shape, sets in filling, signs and
 * series in dash.
 */

import { mixColors, parseHex } from './color.js';

/** Bands of a palette: of the probability scale, each is 0.05 wide. */
export const BAND_COUNT = 20;

const DARK_QUERY = '(prefers-color-scheme: dark)';

/** @typedef {'light' | 'dark'} ThemeName */
/**
 * What a map of the plane is painted in: `diverging` goes from the first class through a middle that
 * is neither to the second, `sequential` from a valley to its heights.
 *
 * @typedef {'diverging' | 'sequential'} PaletteName
 *
 * @typedef {object} Palette
 * @property {string[]} bands BAND_COUNT of them: the i-th for shares of the range in (0.05 i, 0.05 (i + 1)]
 * @property {Uint32Array} lookup the same as pixels, see {@link lookupIndex}
 */

/**
 * @typedef {object} Theme
 * @property {ThemeName} name
 * @property {string} surface what the pictures lie on
 * @property {string} text contrast with the surface ≥ 7
 * @property {string} textMuted ticks, captions; contrast with the surface ≥ 4.5
 * @property {string} grid
 * @property {string} axis
 * @property {string[]} classes marks of each class
 * @property {string} outline round a filled mark, so that it stands out from a region of its colour
 * @property {string} boundary the line between classes
 * @property {string} boundaryHalo beside that line
 * @property {string} undefinedRegion where a probability is not a number
 * @property {Record<PaletteName, Palette>} palettes contrast of the boundary with each diverging band
 *   and of text with each sequential one ≥ 4.5
 * @property {{ positive: string, negative: string }} weights
 * @property {{ train: string, test: string }} series curves
 * @property {[string, string, string, string]} kinds four things compared, such as networks; contrast
 *   with the surface ≥ 3, and never without a label or a dash of their own
 * @property {{ background: string, border: string, text: string }} tooltip
 */

/**
 * @typedef {object} Scales
 * @property {[string, string, string]} scale ends and middle of the diverging palette
 * @property {[string, string]} relief valley and heights
 */

/** @type {Record<ThemeName, Omit<Theme, 'palettes'> & Scales>} */
const BASE = {
  light: {
    name: 'light',
    surface: '#ffffff',
    text: '#1b2430',
    textMuted: '#56616f',
    grid: '#e6eaef',
    axis: '#8a94a1',
    classes: ['#0072b2', '#d55e00'],
    outline: '#ffffff',
    boundary: '#1b2430',
    boundaryHalo: '#ffffff',
    undefinedRegion: '#c9ced6',
    scale: ['#74b3df', '#faf9f7', '#f4ab72'],
    relief: ['#ffffff', '#aeb9c6'],
    weights: { positive: '#d55e00', negative: '#0072b2' },
    series: { train: '#00785a', test: '#a2408a' },
    kinds: ['#0072b2', '#c04a00', '#00785a', '#a2408a'],
    tooltip: { background: '#ffffff', border: '#c3cad3', text: '#1b2430' },
  },
  dark: {
    name: 'dark',
    surface: '#151a21',
    text: '#e8ecf1',
    textMuted: '#a3aebb',
    grid: '#29313b',
    axis: '#6c7784',
    classes: ['#56b4e9', '#ff9447'],
    outline: '#151a21',
    boundary: '#f4f6f8',
    boundaryHalo: '#10141a',
    undefinedRegion: '#4a525d',
    scale: ['#1c6194', '#1e1f21', '#984d18'],
    relief: ['#12161c', '#48535f'],
    weights: { positive: '#ff9447', negative: '#56b4e9' },
    series: { train: '#3cc49a', test: '#e08fc6' },
    kinds: ['#56b4e9', '#ff9447', '#3cc49a', '#e08fc6'],
    tooltip: { background: '#232a34', border: '#465161', text: '#e8ecf1' },
  },
};

/** @type {Map<ThemeName, Theme>} */
const themes = new Map();

/**
 * @param {ThemeName} name
 * @returns {Theme} always the same object for a name, so that identity tells a change of theme
 */
export function themeColors(name) {
  let theme = themes.get(name);
  if (!theme) {
    const { scale, relief, ...colors } = BASE[name];
    theme = {
      ...colors,
      palettes: {
        diverging: packPalette(bandColors(scale), colors.undefinedRegion),
        sequential: packPalette(heightColors(relief), colors.surface),
      },
    };
    themes.set(name, theme);
  }
  return theme;
}

/** @returns {ThemeName} what the reader's system asks for */
export function systemTheme() {
  return matchMedia(DARK_QUERY).matches ? 'dark' : 'light';
}

/**
 * @param {() => void} onChange called when the reader's system changes
 * @param {AbortSignal} signal ends the watch
 */
export function watchSystemTheme(onChange, signal) {
  matchMedia(DARK_QUERY).addEventListener('change', onChange, { signal });
}

/**
 * Where a value's pixel stands in {@link Palette.lookup}: 0 holds the undefined colour, which NaN
 * reaches by itself because `NaN | 0` is 0; then come the bands from the highest to the lowest. From
 * high to low, because truncation then closes each band at its upper end: a probability of 0.5 belongs
 * to the first class as it does for the classifier, which takes the second for more than 0.5 only.
 *
 * @param {number} share of the range below the value, 0…1, or NaN
 * @returns {number} 0…BAND_COUNT + 1
 */
export function lookupIndex(share) {
  return (BAND_COUNT + 1 - BAND_COUNT * share) | 0;
}

/**
 * @param {number} share of the range below the value, 0…1
 * @returns {number} 0…BAND_COUNT − 1
 */
export function bandIndex(share) {
  return Math.max(0, BAND_COUNT - lookupIndex(share));
}

/**
 * @param {[string, string, string]} scale the colours of the ends and, between them, of the middle
 * @returns {string[]} each band in the colour of its middle
 */
function bandColors([low, middle, high]) {
  return Array.from({ length: BAND_COUNT }, (_, band) => {
    const distance = ((band + 0.5) / BAND_COUNT) * 2 - 1;
    return mixColors(middle, distance < 0 ? low : high, Math.abs(distance));
  });
}

/**
 * @param {[string, string]} relief the colours of the valley and the heights
 * @returns {string[]}
 */
function heightColors([valley, heights]) {
  return Array.from({ length: BAND_COUNT }, (_, band) =>
    mixColors(valley, heights, band / (BAND_COUNT - 1)),
  );
}

/**
 * @param {string[]} bands
 * @param {string} undefinedRegion
 * @returns {Palette} with RGBA bytes in memory order, hence right on machines of either byte order
 */
function packPalette(bands, undefinedRegion) {
  const colors = [undefinedRegion, ...[...bands].reverse(), bands[0]];
  const bytes = new Uint8Array(colors.flatMap((hex) => [...parseHex(hex), 255]));
  return { bands, lookup: new Uint32Array(bytes.buffer) };
}
