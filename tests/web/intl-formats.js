/**
 * What web/views/text/formats.js does, with the browser's own formats of a language.
 *
 * @param {{ locale: string, notANumber: string }} language
 */
export function intlFormats({ locale, notANumber }) {
  const counts = new Intl.NumberFormat(locale);
  const given = new Intl.NumberFormat(locale, { maximumSignificantDigits: 12 });
  const givenShares = new Intl.NumberFormat(locale, {
    maximumSignificantDigits: 12,
    style: 'percent',
  });
  const plain = byDecimals(locale, { useGrouping: false });
  const shares = byDecimals(locale, { style: 'percent' });

  const fixed = (/** @type {number} */ value, /** @type {number} */ decimals) =>
    typeset(plain[decimals].format(Number(value.toFixed(decimals)) + 0));

  const power = (/** @type {number} */ value, /** @type {number} */ digits) => {
    const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
    return { mantissa: fixed(Number(mantissa), digits - 1), exponent: Number(exponent) };
  };

  const number = (/** @type {number} */ value, /** @type {number} */ digits) => {
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-4 || size >= 1e6)) {
      const { mantissa, exponent } = power(value, digits);
      return typeset(`${mantissa}e${exponent}`);
    }
    const decimals = size === 0 ? 0 : digits - 1 - Math.floor(Math.log10(size));
    return fixed(value, Math.min(20, Math.max(0, decimals)));
  };

  return {
    count: (/** @type {number} */ value) => typeset(counts.format(value)),
    loss: (/** @type {number} */ value) =>
      Math.abs(value) < 1e6 ? fixed(value, 4) : number(value, 3),
    percent: (/** @type {number} */ share) => shares[1].format(share),
    exact: (/** @type {number} */ value) => typeset(given.format(value)),
    exactPercent: (/** @type {number} */ share) => givenShares.format(share),
    fixed,
    number,

    /**
     * @param {number} share
     * @param {number} decimals
     */
    share(share, decimals) {
      const percent = Number((100 * share).toFixed(decimals));
      return shares[Number.isInteger(percent) ? 0 : decimals].format(percent / 100);
    },

    /** @param {number} value */
    verbatim(value) {
      const point = counts.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
      return typeset(String(value)).replace('.', point);
    },

    /**
     * @param {number} value
     * @param {number} step a power of ten
     */
    tick: (value, step) => fixed(value, -Math.round(Math.log10(step))),

    /**
     * @param {number} value
     * @param {number} digits
     */
    scientific(value, digits) {
      const size = Math.abs(value);
      if (size === 0 || (size >= 1e-3 && size < 1e6)) return number(value, digits);
      const { mantissa, exponent } = power(value, digits);
      const raised = [...String(exponent)]
        .map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '⁻')
        .join('');
      return `${mantissa}·10${raised}`;
    },

    /** @param {number} probability */
    probability(probability) {
      if (Number.isNaN(probability)) return notANumber;
      if (probability > 0 && probability < 0.001) return `< ${fixed(0.001, 3)}`;
      if (probability < 1 && probability > 0.999) return `> ${fixed(0.999, 3)}`;
      return fixed(probability, 3);
    },
  };
}

/**
 * @param {string} locale
 * @param {Intl.NumberFormatOptions} options
 */
function byDecimals(locale, options) {
  return Array.from(
    { length: 21 },
    (_, decimals) =>
      new Intl.NumberFormat(locale, {
        ...options,
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
  );
}

/** @param {string} text */
function typeset(text) {
  return text.replaceAll('-', '−');
}
