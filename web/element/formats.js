/** Where a number has no value yet, or none that is finite. */
const NO_NUMBER = '–';
/** More than anybody types, fewer than rounding shows in. */
const GIVEN_DIGITS = 12;

/**
 * @typedef {object} Formats
 * @property {(value: number) => string} count 12,345
 * @property {(value: number) => string} loss 0.0873
 * @property {(share: number) => string} percent 97.5%
 * @property {(value: number) => string} exact 0.0001: as it was given
 * @property {(share: number) => string} exactPercent 95%: as it was given
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
  const digits = { maximumSignificantDigits: GIVEN_DIGITS };
  const exact = new Intl.NumberFormat(locale, digits);
  const exactPercent = new Intl.NumberFormat(locale, { style: 'percent', ...digits });
  return {
    count: finite((value) => count.format(value)),
    loss: finite((value) => loss.format(value)),
    percent: finite((value) => percent.format(value)),
    exact: finite((value) => exact.format(value)),
    exactPercent: finite((value) => exactPercent.format(value)),
  };
}

/**
 * @param {(value: number) => string} format
 * @returns {(value: number) => string}
 */
function finite(format) {
  return (value) => (Number.isFinite(value) ? format(value) : NO_NUMBER);
}
