/**
 * The colours of every picture, light and dark.
 *
 * Class colours begin with the blue and the vermilion of Okabe & Ito, "Color Universal Design" (2008), a
 * set that stays apart under every common colour-vision deficiency; the dark theme takes their lighter
 * relatives. The four that follow were searched for, near green, purple, brown and grey, so that all six
 * stay apart under those deficiencies and stand out from the surface, as a test does again. Colour never
 * stands alone: classes also differ in shape, sets in filling, signs and series in dash.
 */

/** Bands of a palette: of the probability scale, each is 0.05 wide. */
export const BAND_COUNT = 20;

/** Bands of each class where several compete: from no likelier than the others to certain. */
export const SHADE_COUNT = 10;
/** Which of them stands for all where only the winner is shown. */
const WINNER_SHADE = 6;

const DARK_QUERY = '(prefers-color-scheme: dark)';

/** @typedef {'light' | 'dark'} ThemeName */
/**
 * What a map of the plane is painted in: `diverging` goes from the first class through a middle that
 * is neither to the second, `winner` jumps from the one to the other, `sequential` goes from a valley to
 * its heights. Of several classes, `shades` has those of one after those of the other, each from the
 * middle to the class' own colour; `winners` has one colour for each.
 *
 * @typedef {'diverging' | 'winner' | 'sequential' | 'shades' | 'winners'} PaletteName
 *
 * @typedef {object} Palette
 * @property {string[]} bands BAND_COUNT of them: the i-th for shares of the range in (0.05 i, 0.05 (i + 1)];
 *   of several classes SHADE_COUNT for each
 * @property {Uint32Array} lookup the same as pixels, see {@link lookupIndex} and {@link shadeIndex}
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
 * As they are written, the bands as numbers: 0xrrggbb; `regions` are the classes' own colours on the
 * plane, and `middle` is none of them.
 *
 * @typedef {Omit<Theme, 'palettes'> & Record<'diverging' | 'sequential' | 'regions', number[]>
 *   & { middle: number }} BaseTheme
 */

/**
 * The bands are equal steps to the eye: mixed in OKLab (Björn Ottosson, "A perceptual color space for image
 * processing", 2020) between the ends and the middle, or between valley and heights, as a test does.
 *
 * @type {Record<ThemeName, BaseTheme>}
 */
const BASE = {
  light: {
    name: 'light',
    surface: '#ffffff',
    text: '#1b2430',
    textMuted: '#56616f',
    grid: '#e6eaef',
    axis: '#8a94a1',
    classes: ['#0072b2', '#d55e00', '#2aa583', '#a83a80', '#65491a', '#30353d'],
    regions: [0x74b3df, 0xf4ab72, 0xa6eabf, 0xeebcf0, 0xc9963f, 0x979ea8],
    middle: 0xfaf9f7,
    outline: '#ffffff',
    boundary: '#1b2430',
    boundaryHalo: '#ffffff',
    undefinedRegion: '#c9ced6',
    diverging: [
      0x7bb7e0, 0x89bee3, 0x97c5e6, 0xa4cce8, 0xb1d3eb, 0xbfdaed, 0xcce1ef, 0xd9e8f2, 0xe6eff4,
      0xf3f6f6, 0xfaf5f0, 0xfaeee3, 0xfae6d6, 0xfadec9, 0xf9d6bc, 0xf9cfaf, 0xf8c7a2, 0xf7bf95,
      0xf6b787, 0xf5af79,
    ],
    sequential: [
      0xffffff, 0xfbfbfc, 0xf6f7f9, 0xf2f4f6, 0xeef0f3, 0xe9ecf0, 0xe5e8ed, 0xe1e5ea, 0xdce1e7,
      0xd8dde4, 0xd4dae1, 0xcfd6de, 0xcbd2db, 0xc7cfd8, 0xc3cbd5, 0xbfc7d2, 0xbac4cf, 0xb6c0cc,
      0xb2bdc9, 0xaeb9c6,
    ],
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
    classes: ['#56b4e9', '#ff9447', '#93d8a4', '#b92b9a', '#8c6832', '#f4f5f7'],
    regions: [0x1c6194, 0x984d18, 0x1f5a40, 0x5f1a58, 0x4c3c16, 0x6c7077],
    middle: 0x1e1f21,
    outline: '#151a21',
    boundary: '#f4f6f8',
    boundaryHalo: '#10141a',
    undefinedRegion: '#4a525d',
    diverging: [
      0x1e5e8e, 0x205781, 0x215075, 0x224969, 0x23425d, 0x233c52, 0x223547, 0x222f3c, 0x202831,
      0x1f2226, 0x242122, 0x2f2623, 0x3b2b23, 0x473024, 0x533424, 0x5f3923, 0x6b3e22, 0x784220,
      0x84461e, 0x914b1a,
    ],
    sequential: [
      0x12161c, 0x15191f, 0x171c22, 0x1a1f26, 0x1c2229, 0x1f252c, 0x222830, 0x252b33, 0x272e37,
      0x2a313a, 0x2d353e, 0x303841, 0x333b45, 0x363f49, 0x39424c, 0x3c4550, 0x3f4954, 0x424c57,
      0x45505b, 0x48535f,
    ],
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
    const { diverging, sequential, regions, middle, ...colors } = BASE[name];
    const shades = regions.flatMap((region) => shadesOf(middle, region));
    const winners = shades.map((_, i) => shades[i - (i % SHADE_COUNT) + WINNER_SHADE]);
    theme = {
      ...colors,
      palettes: {
        diverging: packPalette(diverging, colors.undefinedRegion),
        winner: packPalette(sidesOf(diverging), colors.undefinedRegion),
        sequential: packPalette(sequential, colors.surface),
        shades: packShades(shades, colors.undefinedRegion),
        winners: packShades(winners, colors.undefinedRegion),
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
 * Where a pixel stands in {@link Palette.lookup} where several classes compete; 0 is the undefined colour.
 *
 * @param {number} winner index of the class
 * @param {number} share of the way from as likely as any other to certain, 0…1
 * @returns {number} 1…
 */
export function shadeIndex(winner, share) {
  return 1 + SHADE_COUNT * winner + Math.min(SHADE_COUNT - 1, (SHADE_COUNT * share) | 0);
}

/**
 * @param {string} hex `#rrggbb`
 * @param {number} alpha 0 (transparent) … 1 (opaque)
 * @returns {string} a CSS colour
 */
export function withAlpha(hex, alpha) {
  return `rgba(${channels(parseHex(hex)).join(', ')}, ${alpha})`;
}

/**
 * @param {number[]} bands
 * @param {string} undefinedRegion
 * @returns {Palette} with RGBA bytes in memory order, hence right on machines of either byte order
 */
function packPalette(bands, undefinedRegion) {
  const colors = [parseHex(undefinedRegion), ...[...bands].reverse(), bands[0]];
  return { bands: bands.map(printHex), lookup: pixelsOf(colors) };
}

/**
 * @param {number[]} shades
 * @param {string} undefinedRegion
 * @returns {Palette}
 */
function packShades(shades, undefinedRegion) {
  return { bands: shades.map(printHex), lookup: pixelsOf([parseHex(undefinedRegion), ...shades]) };
}

/** @param {number[]} colors */
function pixelsOf(colors) {
  const bytes = new Uint8Array(colors.flatMap((color) => [...channels(color), 255]));
  return new Uint32Array(bytes.buffer);
}

/**
 * @param {number} middle
 * @param {number} region the colour that they go to
 * @returns {number[]} as far apart as bands of two classes are
 */
function shadesOf(middle, region) {
  const [from, to] = [channels(middle), channels(region)];
  return Array.from({ length: SHADE_COUNT }, (_, shade) => {
    const t = (shade + 0.5) / SHADE_COUNT;
    const [r, g, b] = from.map((part, i) => Math.round(part + (to[i] - part) * t));
    return (r << 16) | (g << 8) | b;
  });
}

/**
 * @param {number[]} bands
 * @returns {number[]} each as strong as the middle of its side
 */
function sidesOf(bands) {
  const quarter = Math.floor(BAND_COUNT / 4);
  return bands.map((_, i) => bands[i < BAND_COUNT / 2 ? quarter : BAND_COUNT - 1 - quarter]);
}

/** @param {number} color */
function printHex(color) {
  return `#${color.toString(16).padStart(6, '0')}`;
}

/** @param {string} hex */
function parseHex(hex) {
  return Number.parseInt(hex.slice(1), 16);
}

/** @param {number} color 0xrrggbb */
function channels(color) {
  return [color >> 16, (color >> 8) & 255, color & 255];
}
