/** Numbers in print, in the way of a language. */

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Where a number has no value yet, or none that is finite. */
const NO_NUMBER = '–';
/** Sizes that are written without an exponent, and those that are read with ease without one. */
const PLAIN = { from: 1e-4, to: 1e6 };
const EASY = { from: 1e-3, to: 1e6 };
/** More digits than anybody types, fewer than rounding shows in. */
const GIVEN = { significant: 12, isShort: true };
/** Counts are whole, but ticks of an axis may stand between them. */
const COUNT = { decimals: 3, isShort: true };
/** A double has no more. */
const MOST_DECIMALS = 20;

/** Between the digits of a whole number, from its end in threes. */
const BETWEEN_THOUSANDS = /\B(?=(\d{3})+$)/g;

/** @typedef {ReturnType<typeof createFormats>} Formats */

/**
 * @typedef {import('../../languages/en.js').Texts['numerals']} Numerals
 *
 * @typedef {object} Layout
 * @property {number} [decimals] how many there are
 * @property {number} [significant] digits instead of decimals
 * @property {boolean} [isShort] without the zeros at the end of its decimals
 * @property {boolean} [isGrouped]
 * @property {boolean} [isPercent]
 */

/**
 * @param {object} language
 * @param {string} language.locale
 * @param {string} language.notANumber what NaN is called
 * @param {Numerals} language.numerals
 */
export function createFormats({ locale, notANumber, numerals }) {
  const write = (/** @type {number} */ value, /** @type {Layout} */ layout) =>
    writeDecimal(value, numerals, layout);
  const typeset = (/** @type {string} */ text) => numerals.mark + text.replaceAll('-', '−');
  // Rounded as the double that it is, and not as the shortest decimal that it is written with.
  const fixed = (/** @type {number} */ value, /** @type {number} */ decimals) =>
    typeset(write(Number(value.toFixed(decimals)) + 0, { decimals, isGrouped: false }));

  return {
    locale,

    /**
     * @param {number} value
     * @returns {string} "12,345"
     */
    count: (value) => (Number.isFinite(value) ? typeset(write(value, COUNT)) : NO_NUMBER),

    /**
     * @param {number} value
     * @returns {string} "0.0001": as it was given
     */
    exact: (value) => (Number.isFinite(value) ? typeset(write(value, GIVEN)) : NO_NUMBER),

    /**
     * @param {number} value
     * @returns {string} all the digits that it has
     */
    verbatim: (value) => typeset(String(value)).replace('.', numerals.decimal),

    ...shareFormats(write, notANumber),
    ...roundedFormats(typeset, fixed, notANumber),
  };
}

/**
 * Shares, 0…1, in percent.
 *
 * @param {(value: number, layout: Layout) => string} write
 * @param {string} notANumber
 */
function shareFormats(write, notANumber) {
  return {
    /**
     * @param {number} share
     * @returns {string} "97.5%", always with a decimal: it does not jump as it changes
     */
    percent: (share) =>
      Number.isFinite(share) ? write(share, { decimals: 1, isPercent: true }) : NO_NUMBER,

    /**
     * @param {number} share
     * @param {number} [decimals]
     * @returns {string} "93.3%"; whole numbers without decimals
     */
    share(share, decimals = 1) {
      const percent = Number((100 * share).toFixed(decimals));
      if (Number.isNaN(percent)) return notANumber;
      return write(percent / 100, {
        decimals: Number.isInteger(percent) ? 0 : decimals,
        isPercent: true,
      });
    },

    /**
     * @param {number} share
     * @returns {string} "95%": as it was given
     */
    exactPercent: (share) =>
      Number.isFinite(share) ? write(share, { ...GIVEN, isPercent: true }) : NO_NUMBER,
  };
}

/**
 * Numbers with as many digits as say something.
 *
 * @param {(text: string) => string} typeset
 * @param {(value: number, decimals: number) => string} fixed
 * @param {string} notANumber
 */
function roundedFormats(typeset, fixed, notANumber) {
  const exponential = (/** @type {number} */ value, /** @type {number} */ digits) => {
    const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
    return { mantissa: fixed(Number(mantissa), digits - 1), exponent: Number(exponent) };
  };

  const number = (/** @type {number} */ value, digits = 3) => {
    if (Number.isNaN(value)) return notANumber;
    if (!Number.isFinite(value)) return typeset(value > 0 ? '∞' : '-∞');
    const size = Math.abs(value);
    if (size !== 0 && !isWithin(size, PLAIN)) {
      const { mantissa, exponent } = exponential(value, digits);
      return `${mantissa}e${typeset(String(exponent))}`;
    }
    const decimals = size === 0 ? 0 : digits - 1 - Math.floor(Math.log10(size));
    return fixed(value, Math.min(MOST_DECIMALS, Math.max(0, decimals)));
  };

  return {
    /**
     * @param {number} value
     * @param {number} decimals
     * @returns {string} always with so many decimals
     */
    fixed,

    /**
     * @param {number} value
     * @returns {string} "0.0873", and "9.33e303" of what is about to diverge
     */
    loss(value) {
      if (!Number.isFinite(value)) return NO_NUMBER;
      return Math.abs(value) < PLAIN.to ? fixed(value, 4) : number(value);
    },

    /**
     * @param {number} value a tick
     * @param {number} step the distance of the ticks, which decides the decimals
     * @returns {string}
     */
    tick: (value, step) => fixed(value, stepDecimals(step)),

    /**
     * @param {number} value
     * @param {number} [digits] significant digits
     * @returns {string} with a true minus sign; exponents only where the digits would run away
     */
    number,

    /**
     * @param {number} value
     * @param {number} [digits] significant digits
     * @returns {string} "0.0123" or "1.23·10⁻⁷"
     */
    scientific(value, digits = 3) {
      const size = Math.abs(value);
      if (!Number.isFinite(value) || size === 0 || isWithin(size, EASY)) {
        return number(value, digits);
      }
      const { mantissa, exponent } = exponential(value, digits);
      return `${mantissa}·${powerOfTen(exponent)}`;
    },

    /**
     * @param {number} probability 0…1
     * @returns {string} three decimals; never 0 or 1 for what is only near them
     */
    probability(probability) {
      if (Number.isNaN(probability)) return notANumber;
      if (probability > 0 && probability < 0.001) return `< ${fixed(0.001, 3)}`;
      if (probability < 1 && probability > 0.999) return `> ${fixed(0.999, 3)}`;
      return fixed(probability, 3);
    },
  };
}

/**
 * @param {number} exponent a whole number
 * @returns {string} "10⁻⁵"
 */
export function powerOfTen(exponent) {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]);
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

/**
 * @param {number} step the distance of ticks
 * @returns {number} decimals that tell them apart
 */
export function stepDecimals(step) {
  return Math.min(MOST_DECIMALS, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

/**
 * @param {number} size
 * @param {{ from: number, to: number }} range
 */
function isWithin(size, { from, to }) {
  return size >= from && size < to;
}

/**
 * A number in decimal digits as `Intl.NumberFormat` writes it, whose first format costs a page tens of
 * milliseconds before it shows anything.
 *
 * @param {number} value
 * @param {Numerals} numerals
 * @param {Layout} layout
 * @returns {string} "-1,234.5", with the sign of JavaScript
 */
function writeDecimal(value, numerals, layout) {
  const size = Math.abs(value);
  const digits = Number.isFinite(value)
    ? writeSize(size, numerals, layout)
    : String(size).replace('Infinity', '∞');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return `${sign}${digits}${layout.isPercent ? numerals.percent : ''}`;
}

/**
 * @param {number} size
 * @param {Numerals} numerals
 * @param {Layout} layout
 */
function writeSize(size, { decimal, group }, layout) {
  const { isShort = false, isGrouped = true } = layout;
  const { digits, decimals } = roundShortest(size, layout);
  const end = digits.length - decimals;
  const whole = digits.slice(0, end);
  const fraction = isShort ? digits.slice(end).replace(/0+$/, '') : digits.slice(end);
  const grouped = isGrouped ? whole.replace(BETWEEN_THOUSANDS, group) : whole;
  return fraction ? `${grouped}${decimal}${fraction}` : grouped;
}

/**
 * Rounds, halves up, the shortest decimal that no other double is nearer to.
 *
 * @param {number} size
 * @param {Layout} layout
 * @returns {{ digits: string, decimals: number }} at least one digit before the decimals
 */
function roundShortest(size, { decimals = 0, significant, isPercent }) {
  const [mantissa, exponent] = size.toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const wholes = Number(exponent) + (isPercent ? 3 : 1);
  const kept = significant ?? wholes + decimals;
  const places = kept - wholes;
  const before = digits.slice(0, Math.max(0, kept)).padEnd(kept, '0');
  const rounded = String(BigInt(before) + BigInt(digits[kept] >= '5'));
  return {
    digits: rounded.padEnd(rounded.length - places, '0').padStart(places + 1, '0'),
    decimals: Math.max(0, places),
  };
}
