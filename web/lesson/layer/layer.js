import { h, setText } from '../../views/dom.js';
import { setAvailable } from '../../views/controls/icons.js';
import { fixed, math, row, sub } from '../parts/math.js';
import { subscript } from '../../views/network/probe.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { tableHead } from '../../views/text/table.js';
import { button, buttons, columns, stack } from '../parts/widget.js';
import { exact } from '../parts/numbers.js';
import { numpyShape, numpyText } from '../parts/numpy-text.js';
import { seedField } from '../parts/fields.js';
import { computeLayer, EXAMPLE, SAMPLES } from './example.js';
import { DIGITS, LayerMatrices } from './matrices.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('./example.js').LayerNumbers} LayerNumbers */
/** @typedef {import('./matrices.js').Selection} Selection */
/** @typedef {{ seed: number, samples: number[][], biases: number[], selection: Selection }} State */

/** Each a step coarser than what it is computed from, so that the last digit agrees when added up. */
const WEIGHT_DIGITS = 8;
const PRODUCT_DIGITS = 6;

/** @returns {State} */
const start = () => ({
  seed: EXAMPLE.seed,
  samples: [[...SAMPLES[0]]],
  biases: Array.from({ length: EXAMPLE.nNeurons }, () => 0),
  selection: { neuron: 0, sample: 0 },
});

/**
 * The notebook's layer as matrices, and how each number of its output comes about.
 *
 * @param {Place} place
 */
export function mountLayer(place) {
  let state = start();
  const bill = new SumBill();
  const printed = h('samp');
  const error = h('p', { class: 'field-error', 'aria-live': 'polite' });

  const compute = () => computeLayer(place.engine, state);
  const show = () => {
    const numbers = compute();
    matrices.update(numbers);
    matrices.highlight(state.selection);
    bill.show(numbers, state.selection);
    setText(printed, printedText(numbers));
    publish(place, numbers);
  };
  const rebuild = () => {
    matrices.build(compute());
    setText(error, '');
    setAvailable(more, state.samples.length < SAMPLES.length);
    setAvailable(fewer, state.samples.length > 1);
    show();
  };
  const matrices = new LayerMatrices(place, {
    onInput(input, sample, value) {
      state.samples[sample][input] = value;
      show();
    },
    onBias(neuron, value) {
      state.biases[neuron] = value;
      show();
    },
    onError: (message) => setText(error, message),
    onSelect(selection, by) {
      state.selection = selection;
      bill.announce(by);
      show();
    },
  });

  const seed = seedField({
    id: 'seed',
    value: state.seed,
    onChange(value) {
      state.seed = value;
      show();
    },
  });
  const resize = (/** @type {number} */ count) => {
    if (count < 1 || count > SAMPLES.length) return;
    const { samples, selection } = state;
    state.samples = SAMPLES.slice(0, count).map((sample, i) => samples[i] ?? [...sample]);
    state.selection = { ...selection, sample: Math.min(selection.sample, count - 1) };
    rebuild();
  };
  const more = button('Add a sample', () => resize(state.samples.length + 1));
  const fewer = button('Remove a sample', () => resize(state.samples.length - 1));
  const reset = button('Back to the notebook’s layer', () => {
    state = start();
    seed.value = state.seed;
    rebuild();
  });

  place.root.append(
    stack(
      h('div', { class: 'layer-controls' }, seed.element, buttons(more, fewer, reset)),
      matrices.element,
      error,
      h(
        'p',
        { class: 'readout' },
        'Point at a number of the output, or focus one and use the arrow keys.',
      ),
      columns(
        bill.element,
        h(
          'section',
          { class: 'stack' },
          h('h3', { class: 'picture-title' }, 'What the notebook prints'),
          scrollRegion('What the notebook prints', h('pre', { class: 'printed' }, printed)),
        ),
      ),
    ),
  );
  rebuild();
}

/**
 * @param {Place} place
 * @param {LayerNumbers} numbers
 */
function publish(place, { weights, biases, X, z, output }) {
  const where = 'the layer';
  const [nNeurons, nInputs, nSamples] = [weights.length, X.length, X[0].length];
  const perSample = numpyShape(nNeurons, nSamples);
  const column = Array.from(biases, (bias) => [bias]);
  place.publish('layer-weights', {
    shape: numpyShape(nNeurons, nInputs),
    values: numpyText(weights),
    where,
  });
  place.publish('layer-biases', {
    shape: numpyShape(nNeurons, 1),
    values: numpyText(column),
    where,
  });
  place.publish('layer-sums', { shape: perSample, values: numpyText(z), where });
  place.publish('layer-output', { shape: perSample, values: numpyText(output), where });
}

/**
 * How one number of the output comes about, as a bill: every weight times its input, the bias, the
 * sum, and what ReLU makes of it.
 */
class SumBill {
  #formula = h('p', { class: 'calculation' });
  #title = h('h3', { class: 'picture-title' });
  #body = h('tbody');
  element = h(
    'section',
    { class: 'stack' },
    this.#title,
    this.#formula,
    h(
      'table',
      { class: 'numbers bill' },
      h('caption', { class: 'visually-hidden' }, 'The sum with its numbers'),
      tableHead(h('span', { class: 'visually-hidden' }, 'Term'), 'Weight', 'Input', 'Product'),
      this.#body,
    ),
  );

  /** @param {'pointer' | 'keyboard'} by a keyboard's moves are read aloud */
  announce(by) {
    this.element.setAttribute('aria-live', by === 'keyboard' ? 'polite' : 'off');
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
        return line(`x${subscript(i + 1)}`, [
          fixed(weight, WEIGHT_DIGITS),
          `· ${exact(input)}`,
          fixed(weight * input, PRODUCT_DIGITS),
        ]);
      }),
      line('Bias', ['', '', fixed(biases[neuron], PRODUCT_DIGITS)]),
      line('Sum z', ['', '', fixed(sum, DIGITS)], 'bill-sum'),
      line(`max(0, z)`, ['', '', fixed(output[neuron][sample], DIGITS)], 'bill-output'),
    );
  }
}

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

/**
 * What the notebook's cell prints about the layer and its output.
 *
 * @param {import('./example.js').LayerNumbers} numbers
 * @returns {string}
 */
function printedText({ weights, X, output }) {
  const [nNeurons, nInputs, nSamples] = [weights.length, weights[0].length, X[0].length];
  return [
    'Layer configuration:',
    `  Inputs: ${nInputs}`,
    `  Neurons: ${nNeurons}`,
    '  Activation: relu',
    '',
    `Weights shape: ${numpyShape(nNeurons, nInputs)}`,
    `Biases shape: ${numpyShape(nNeurons, 1)}`,
    '',
    `Input shape: ${numpyShape(nInputs, nSamples)}`,
    `Output shape: ${numpyShape(nNeurons, nSamples)}`,
    '',
    'Output values:',
    numpyText(output),
  ].join('\n');
}
