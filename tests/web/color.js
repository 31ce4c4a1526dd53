/**
 * Colour arithmetic: hexadecimal sRGB, the perceptual space OKLab, and contrast.
 *
 * OKLab: Björn Ottosson, "A perceptual color space for image processing" (2020). Equal steps in it
 * look equally large, which a probability scale needs and sRGB does not give.
 * Contrast: WCAG 2.2, "relative luminance" and "contrast ratio".
 */

/** @typedef {[number, number, number]} Triple three channels: sRGB 0…255, or OKLab L 0…1, a, b */

/**
 * @param {string} hex `#rrggbb`
 * @returns {Triple} red, green, blue, 0…255
 */
export function parseHex(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/**
 * @param {Triple} rgb red, green, blue; rounded and clamped to 0…255
 * @returns {string} `#rrggbb`
 */
export function formatHex(rgb) {
  const digits = rgb.map((channel) => {
    const byte = Math.round(Math.min(255, Math.max(0, channel)));
    return byte.toString(16).padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

/**
 * @param {string} from `#rrggbb`
 * @param {string} to `#rrggbb`
 * @param {number} t 0 gives `from`, 1 gives `to`
 * @returns {string} the colour that looks that far between the two, `#rrggbb`
 */
export function mixColors(from, to, t) {
  const a = toOklab(parseHex(from));
  const b = toOklab(parseHex(to));
  return formatHex(
    fromOklab([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]),
  );
}

/**
 * @param {string} first `#rrggbb`
 * @param {string} second `#rrggbb`
 * @returns {number} WCAG contrast ratio, 1 (the same) … 21 (black on white)
 */
export function contrastRatio(first, second) {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Colours as people with a colour-vision deficiency see them: Machado, Oliveira & Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1, on linear light.
 */
const DEFICIENCIES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/**
 * @param {string} first `#rrggbb`
 * @param {string} second `#rrggbb`
 * @returns {Record<'normal' | keyof typeof DEFICIENCIES, number>} how far apart the two look to whom, in
 *   OKLab: 1 is black and white, 0.02 can just be seen side by side
 */
export function colorDistances(first, second) {
  const normal = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const entries = Object.entries({ normal, ...DEFICIENCIES }).map(([who, rows]) => {
    const [a, b] = [first, second].map((hex) => {
      const light = parseHex(hex).map(linearize);
      const seen = rows.map((row) => row.reduce((sum, part, i) => sum + part * light[i], 0));
      const clamped = seen.map((part) => delinearize(Math.min(1, Math.max(0, part))));
      return toOklab(/** @type {Triple} */ (clamped));
    });
    return [who, Math.hypot(...a.map((part, i) => part - b[i]))];
  });
  return Object.fromEntries(entries);
}

/** @param {string} hex */
function luminance(hex) {
  const [red, green, blue] = parseHex(hex).map(linearize);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {number} channel sRGB, 0…255 */
function linearize(channel) {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** @param {number} light linear light, 0…1 */
function delinearize(light) {
  return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
}

/**
 * @param {Triple} rgb
 * @returns {Triple}
 */
function toOklab(rgb) {
  const [r, g, b] = rgb.map(linearize);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/**
 * @param {Triple} lab
 * @returns {Triple}
 */
function fromOklab([lightness, a, b]) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    delinearize(Math.max(0, 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
    delinearize(Math.max(0, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
    delinearize(Math.max(0, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)),
  ];
}
