/**
 * What stands beside the drawing: the calculation of one neuron, and the layer's numbers for all samples.
 *
 * @module
 */
import { h } from '../../views/dom.js';
import { bracketed, equations, mathElement, row, sigmoid, sub } from '../parts/math.js';
import { subscript } from '../../views/network/probe.js';
import { formatScientific, short } from '../parts/numbers.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { ACTIVATIONS, SAMPLES } from './example.js';
import { layerName } from './scene.js';

/** @typedef {import('./scene.js').Pass} Pass */

/**
 * @typedef {object} Neuron all that one neuron computes from one sample
 * @property {number} layer from 1
 * @property {number} index from 0
 * @property {ArrayLike<number>} inputs what it gets
 * @property {ArrayLike<number>} weights
 * @property {number} bias
 * @property {string} activation
 * @property {number} z
 * @property {number} output
 * @property {boolean} hasOutput whether it is computed already
 * @property {boolean} isLast
 *
 * @typedef {object} ShownLayer
 * @property {string} caption
 * @property {string[]} rows their names
 * @property {string[][]} values by row and sample
 * @property {number} sample the column that is looked at
 * @property {number | null} picked the row that is looked at
 */

/** How many products stand in a line before the sum goes on in the next. */
const PRODUCTS_A_LINE = 2;
const DIGITS = 3;
const LAYER_COUNT = ACTIVATIONS.length;

/** @param {number} value */
const number = (value) => formatScientific(value + 0, DIGITS);

/**
 * What the neuron that is picked computes from the sample.
 *
 * @param {Pass} pass
 */
export function explain({ X, layers, parameters, sample, step, picked }) {
  if (!picked) {
    return [h('p', { class: 'muted' }, 'Take a step, or pick a neuron, to see what it computes.')];
  }
  const { layer, index } = picked;
  const before = layer === 1 ? X : layers[layer - 2].output;
  const { weights, biases } = parameters[layer - 1];
  return [
    h('p', { class: 'chart-title' }, `${layerName(layer, LAYER_COUNT)}, neuron ${index + 1}`),
    calculationOf({
      layer,
      index,
      inputs: before.map((values) => values[sample]),
      weights: weights[index],
      bias: biases[index],
      activation: ACTIVATIONS[layer - 1],
      z: layers[layer - 1].z[index][sample],
      output: layers[layer - 1].output[index][sample],
      hasOutput: step.part === 'outputs',
      isLast: layer === LAYER_COUNT,
    }),
  ];
}

/**
 * One neuron's calculation: the formula, the numbers in their places, the result.
 *
 * @param {Neuron} neuron
 * @returns {Element}
 */
function calculationOf(neuron) {
  const { layer, index, inputs, z, output, hasOutput, isLast } = neuron;
  const sum = (/** @type {Element | string} */ base) => indexed(base, index + 1, layer);
  const source = (/** @type {number} */ i) =>
    layer === 1 ? sub('x', i + 1) : indexed('a', i + 1, layer - 1);
  const symbols = Array.from(inputs, (_, i) =>
    row(indexed('w', row(index + 1, ',', i + 1), layer), source(i)),
  );
  const lines = [
    ...sumLines(sum('z'), symbols, sum('b')),
    ...sumLines('', substituted(neuron), bracketed(number(neuron.bias))),
    { left: '', right: number(z) },
  ];
  if (hasOutput) lines.push(...outputLines(isLast ? 'ŷ' : sum('a'), sum('z'), neuron, output));
  return equations(lines);
}

/**
 * @param {Element | string} left
 * @param {(Element | string)[]} products
 * @param {Element | string} bias the last term, in the last product's line
 */
function sumLines(left, products, bias) {
  const lines = [];
  for (let i = 0; i < products.length; i += PRODUCTS_A_LINE) {
    const terms = products.slice(i, i + PRODUCTS_A_LINE);
    if (i + PRODUCTS_A_LINE >= products.length) terms.push(bias);
    const right = row(...terms.flatMap((term, k) => (k === 0 ? [term] : ['+', term])));
    lines.push(i === 0 ? { left, right } : { left: '', sign: '+', right });
  }
  return lines;
}

/** @param {Neuron} neuron */
function substituted({ inputs, weights }) {
  return Array.from(inputs, (value, i) =>
    row(bracketed(number(weights[i])), '⋅', bracketed(number(value))),
  );
}

/**
 * @param {Element | string} left
 * @param {Element} z
 * @param {Neuron} neuron
 * @param {number} output
 */
function outputLines(left, z, { activation, z: value }, output) {
  if (activation === 'relu') {
    const max = (/** @type {Element | string} */ of) => row('max', '(', 0, ',', of, ')');
    return [
      { left, right: row(max(z), '=', max(number(value))) },
      { left: '', right: number(output) },
    ];
  }
  return [
    { left, right: row(sigmoid(z), '=', sigmoid(bracketed(number(value)))) },
    { left: '', right: output.toFixed(7) },
  ];
}

/**
 * @param {Element | string} base
 * @param {Element | number} index below
 * @param {number} layer above, in brackets as it is no power
 */
function indexed(base, index, layer) {
  return mathElement('msubsup', {}, base, index, row('(', layer, ')'));
}

/**
 * A layer's numbers for all samples: a row a neuron, a column a sample, as the matrices lie.
 *
 * @returns {{ element: HTMLElement, show: (pass: Pass) => void }}
 */
export function samplesTable() {
  const table = h('table', { class: 'numbers samples' });
  return {
    element: scrollRegion('The layer’s numbers for all samples', table),
    show: (pass) => table.replaceChildren(...contentOf(tableOf(pass))),
  };
}

/**
 * @param {Pass} pass
 * @returns {ShownLayer}
 */
function tableOf({ X, layers, sample, step, picked }) {
  const { layer, part } = step;
  const isLast = layer === LAYER_COUNT;
  const values = layer === 0 ? X : layers[layer - 1][part === 'sums' ? 'z' : 'output'];
  const what = {
    inputs: 'X',
    sums: 'weighted sums z',
    outputs: isLast ? 'answers ŷ' : 'outputs a',
  };
  const letter = { inputs: 'x', sums: 'z', outputs: isLast ? 'ŷ' : 'a' }[part];
  const digits = (/** @type {number} */ value) =>
    isLast && part === 'outputs' ? value.toFixed(7) : short(value);
  return {
    caption: `${layerName(layer, LAYER_COUNT)}: ${what[part]}, shape (${values.length}, ${SAMPLES})`,
    rows: values.map((_, i) => (isLast ? letter : `${letter}${subscript(i + 1)}`)),
    values: values.map((neuron) => Array.from(neuron, digits)),
    sample,
    picked: picked && layer > 0 ? picked.index : null,
  };
}

/** @param {ShownLayer} layer */
function contentOf({ caption, rows, values, sample, picked }) {
  const columns = values[0].map((_, i) =>
    h('th', { scope: 'col', 'data-picked': i === sample }, `${i + 1}`),
  );
  const lines = rows.map((rowName, i) =>
    h(
      'tr',
      { 'data-picked': i === picked },
      h('th', { scope: 'row' }, rowName),
      ...values[i].map((text, k) => h('td', { 'data-picked': k === sample }, text)),
    ),
  );
  return [
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'sample'), ...columns)),
    h('tbody', {}, ...lines),
  ];
}
