/** Where a number has no value yet, or none that is finite. */
const NO_NUMBER = '–';

/**
 * @typedef {object} Formats
 * @property {(value: number) => string} count 12,345
 * @property {(value: number) => string} loss 0.0873
 * @property {(share: number) => string} percent 97.5%
 */

/**
 * How numbers are written for people.
 *
 * @param {string} locale
 * @returns {Formats}
 */
export function createFormats(locale) {
  const count = new Intl.NumberFormat(locale);
  const loss = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 4,
    maximumFractionDigits: 4,
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1 });
  return {
    count: finite((value) => count.format(value)),
    loss: finite((value) => loss.format(value)),
    percent: finite((value) => percent.format(value)),
  };
}

/**
 * @param {(value: number) => string} format
 * @returns {(value: number) => string}
 */
function finite(format) {
  return (value) => (Number.isFinite(value) ? format(value) : NO_NUMBER);
}
