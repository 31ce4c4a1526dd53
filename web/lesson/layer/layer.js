import { h, setText } from '../../views/dom.js';
import { scrollRegion } from '../../views/scroll-region.js';
import { setAvailable } from '../../views/icon-button.js';
import { button } from '../parts/button.js';
import { numpyShape, numpyText } from '../parts/numpy-text.js';
import { seedField } from '../parts/seed-field.js';
import { EXAMPLE, SAMPLES } from './example.js';
import { LayerMatrices } from './matrices.js';
import { computeLayer } from './numbers.js';
import { printedText } from './printed.js';
import { SumBill } from './sum.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('./numbers.js').LayerNumbers} LayerNumbers */
/** @typedef {import('./matrices.js').Selection} Selection */
/** @typedef {{ seed: number, samples: number[][], biases: number[], selection: Selection }} State */

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
    h(
      'div',
      { class: 'stack' },
      h(
        'div',
        { class: 'layer-controls' },
        seed.element,
        h('div', { class: 'buttons' }, more, fewer, reset),
      ),
      matrices.element,
      error,
      h(
        'p',
        { class: 'readout' },
        'Point at a number of the output, or focus one and use the arrow keys.',
      ),
      h(
        'div',
        { class: 'columns' },
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
