import { h } from '../../views/dom.js';
import { fixed, math, row, sub } from '../../views/math.js';
import { DIGITS } from './matrices.js';

/** @typedef {import('./numbers.js').LayerNumbers} LayerNumbers */
/** @typedef {import('./matrices.js').Selection} Selection */

/** Each a step coarser than what it is computed from, so that the last digit agrees when added up. */
const WEIGHT_DIGITS = 8;
const PRODUCT_DIGITS = 6;

/**
 * How one number of the output comes about, as a bill: every weight times its input, the bias, the
 * sum, and what ReLU makes of it.
 */
export class SumBill {
  #formula = h('p', { class: 'calculation' });
  #title = h('h3', { class: 'picture-title' });
  #body = h('tbody');
  #element = h(
    'section',
    { class: 'stack' },
    this.#title,
    this.#formula,
    h(
      'table',
      { class: 'numbers bill' },
      h('caption', { class: 'visually-hidden' }, 'The sum with its numbers'),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, 'Term')),
          ...['Weight', 'Input', 'Product'].map((text) => h('th', { scope: 'col' }, text)),
        ),
      ),
      this.#body,
    ),
  );

  get element() {
    return this.#element;
  }

  /** @param {'pointer' | 'keyboard'} by a keyboard's moves are read aloud */
  announce(by) {
    this.#element.setAttribute('aria-live', by === 'keyboard' ? 'polite' : 'off');
  }

  /**
   * @param {LayerNumbers} numbers
   * @param {Selection} selection
   */
  show({ weights, biases, X, z, output }, { neuron, sample }) {
    const own = Array.from(weights[neuron]);
    const sum = z[neuron][sample];
    this.#title.textContent =
      X[0].length > 1 ? `Neuron ${neuron + 1}, sample ${sample + 1}` : `Neuron ${neuron + 1}`;
    this.#formula.replaceChildren(formula(neuron + 1, own.length));
    this.#body.replaceChildren(
      ...own.map((weight, i) => {
        const input = X[i][sample];
        return line(`x${SUBSCRIPTS[i]}`, [
          fixed(weight, WEIGHT_DIGITS),
          `· ${short(input)}`,
          fixed(weight * input, PRODUCT_DIGITS),
        ]);
      }),
      line('Bias', ['', '', fixed(biases[neuron], PRODUCT_DIGITS)]),
      line('Sum z', ['', '', fixed(sum, DIGITS)], 'bill-sum'),
      line(`max(0, z)`, ['', '', fixed(output[neuron][sample], DIGITS)], 'bill-output'),
    );
  }
}

const SUBSCRIPTS = '₁₂₃';

/**
 * @param {string} name
 * @param {string[]} cells
 * @param {string | null} [kind] for the style sheet
 */
function line(name, cells, kind = null) {
  return h(
    'tr',
    { class: kind },
    h('th', { scope: 'row' }, name),
    ...cells.map((text) => h('td', {}, text)),
  );
}

/**
 * @param {number} neuron from 1
 * @param {number} nInputs
 */
function formula(neuron, nInputs) {
  const terms = Array.from({ length: nInputs }, (_, i) => [
    sub('w', `${neuron}${i + 1}`),
    sub('x', i + 1),
    '+',
  ]);
  return math(sub('z', neuron), '=', row(...terms.flat(), sub('b', neuron)));
}

/** @param {number} value */
function short(value) {
  return String(value).replace('-', '−');
}
