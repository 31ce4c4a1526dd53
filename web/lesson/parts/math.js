/** Formulas with numbers that change: MathML, built as elements. */

/** @typedef {string | number | Element} Term */
/** @typedef {{ left: Term, right: Term, sign?: string }} Line of a chain of equations */
/**
 * MathML as plain data: an element's name, its attributes, and what it holds.
 *
 * @typedef {[tag: string, attributes: Record<string, string>, ...children: (MathTree | string)[]]} MathTree
 */

const NAMESPACE = 'http://www.w3.org/1998/Math/MathML';

/**
 * Builds a MathML element. Numbers become `mn`, single operators `mo`, other words `mi`.
 *
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...Term} terms
 * @returns {Element}
 */
export function mathElement(tag, attributes, ...terms) {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...terms.map(toElement));
  return element;
}

/**
 * @param {MathTree} tree
 * @returns {Element}
 */
export function mathFrom([tag, attributes, ...children]) {
  const element = mathElement(tag, attributes);
  for (const child of children) {
    element.append(typeof child === 'string' ? child : mathFrom(child));
  }
  return element;
}

/** @param {...Term} terms */
export function math(...terms) {
  return mathElement('math', {}, row(...terms));
}

/** @param {...Term} terms */
export function row(...terms) {
  return mathElement('mrow', {}, ...terms);
}

/**
 * @param {Term} above
 * @param {Term} below
 */
export function fraction(above, below) {
  return mathElement('mfrac', {}, above, below);
}

/**
 * @param {Term} base
 * @param {Term} index
 */
export function sub(base, index) {
  return mathElement('msub', {}, base, index);
}

/**
 * @param {Term} base
 * @param {Term} exponent
 */
export function power(base, exponent) {
  return mathElement('msup', {}, base, exponent);
}

/**
 * The sigmoid, written out.
 *
 * @param {Term} of
 */
export function sigmoid(of) {
  return fraction(1, row(1, '+', power('e', row('−', of))));
}

/**
 * A matrix in brackets.
 *
 * @param {Term[][]} rows
 */
export function matrix(rows) {
  const cells = rows.map((cell) =>
    mathElement('mtr', {}, ...cell.map((term) => mathElement('mtd', {}, term))),
  );
  return row('[', mathElement('mtable', {}, ...cells), ']');
}

/**
 * A chain of equations, one a line, aligned at their first sign of equality.
 *
 * @param {Line[]} lines sign: what stands between, where it is
 *   another than =, as where a long sum goes on
 */
export function equations(lines) {
  const rows = lines.map(({ left, right, sign = '=' }) =>
    mathElement(
      'mtr',
      {},
      mathElement('mtd', { class: 'tml-right' }, left),
      mathElement('mtd', { class: 'tml-left' }, row(sign, right)),
    ),
  );
  return mathElement(
    'math',
    { display: 'block' },
    mathElement('mtable', { displaystyle: 'true', class: 'tml-jot' }, ...rows),
  );
}

/**
 * A number as a factor or a term: in brackets if it is negative.
 *
 * @param {string} text of the number
 */
export function bracketed(text) {
  return /^[-−]/.test(text) ? row('(', text, ')') : text;
}

/**
 * @param {number} value
 * @param {number} digits after the point
 * @returns {string} with a true minus sign
 */
export function fixed(value, digits) {
  return value.toFixed(digits).replace(/^-/, '−');
}

/** @param {Term} term */
function toElement(term) {
  if (term instanceof Element) return term;
  const text = String(term).replace(/^-(?=\d)/, '−');
  const element = document.createElementNS(NAMESPACE, kindOf(text));
  element.textContent = text;
  return element;
}

/** @param {string} text */
function kindOf(text) {
  if (/^−?[\d.,]+(e[−+]?\d+|·10⁻?[⁰¹²³⁴-⁹]+)?$/.test(text)) return 'mn';
  return /^[^\p{L}\p{N}]{1,2}$/u.test(text) ? 'mo' : 'mi';
}
