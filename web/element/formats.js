/** Where a number has no value yet, or none that is finite. */
const NO_NUMBER = '–';

/**
 * @typedef {object} Formats
 * @property {(value: number) => string} count 12,345
 * @property {(value: number) => string} loss 0.0873
 * @property {(share: number) => string} percent 97.5 %
 * @property {(value: number) => string} coordinate −0.25
 */

/**
 * How numbers are written for people.
 *
 * @param {string} locale
 * @returns {Formats}
 */
export function createFormats(locale) {
  const count = new Intl.NumberFormat(locale);
  const loss = digits(locale, 4);
  const coordinate = digits(locale, 2);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1 });
  return {
    count: finite((value) => count.format(value)),
    loss: finite((value) => loss.format(value)),
    percent: finite((value) => percent.format(value)),
    coordinate: finite((value) => coordinate.format(value)),
  };
}

/**
 * @param {string} locale
 * @param {number} fractionDigits
 * @returns {Intl.NumberFormat}
 */
function digits(locale, fractionDigits) {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  });
}

/**
 * @param {(value: number) => string} format
 * @returns {(value: number) => string}
 */
function finite(format) {
  return (value) => (Number.isFinite(value) ? format(value) : NO_NUMBER);
}
