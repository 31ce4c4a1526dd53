import { h, setAttribute, setText } from '../../views/dom.js';
import { DIRECTIONS } from '../../views/input.js';
import { fixed } from '../parts/math.js';
import { quantityButton } from '../parts/widget.js';
import { numpyShape } from '../parts/numpy-text.js';

/** @typedef {import('./example.js').LayerNumbers} LayerNumbers */
/** @typedef {{ neuron: number, sample: number }} Selection a cell of the output */

/** Input cells take numbers of this size at most. */
const LARGEST = 100;

/** Digits after the point in the matrices. */
export const DIGITS = 5;

/**
 * The layer as matrices: W · X + b = Z, and the output that the activation makes of it. A cell of the
 * output can be pointed at or focused; what it is made of is marked.
 */
export class LayerMatrices {
  #place;
  #handlers;
  element = h('div', { class: 'layer-matrices' });
  /** @type {Record<'weights' | 'X' | 'biases' | 'z' | 'output', HTMLTableCellElement[][]>} */
  #cells = { weights: [], X: [], biases: [], z: [], output: [] };

  /**
   * @param {import('../place.js').Place} place
   * @param {object} handlers
   * @param {(input: number, sample: number, value: number) => void} handlers.onInput
   * @param {(neuron: number, value: number) => void} handlers.onBias
   * @param {(message: string) => void} handlers.onError
   * @param {(selection: Selection, by: 'pointer' | 'keyboard') => void} handlers.onSelect
   */
  constructor(place, handlers) {
    this.#place = place;
    this.#handlers = handlers;
  }

  /**
   * Makes the tables anew, with cells to type in that hold these numbers.
   *
   * @param {Pick<LayerNumbers, 'weights' | 'X' | 'biases'>} numbers
   */
  build({ weights, X, biases }) {
    const [nNeurons, nInputs, nSamples] = [weights.length, X.length, X[0].length];
    const { onInput, onBias, onError } = this.#handlers;
    const plain = () => h('td');
    this.#cells = {
      weights: cellGrid(nNeurons, nInputs, plain),
      X: cellGrid(nInputs, nSamples, (i, s) =>
        inputCell({
          label: `Input ${i + 1} of sample ${s + 1}`,
          value: X[i][s],
          onChange: (value) => onInput(i, s, value),
          onError,
        }),
      ),
      biases: cellGrid(nNeurons, 1, (i) =>
        inputCell({
          label: `Bias of neuron ${i + 1}`,
          value: biases[i],
          onChange: (value) => onBias(i, value),
          onError,
        }),
      ),
      z: cellGrid(nNeurons, nSamples, plain),
      output: cellGrid(nNeurons, nSamples, () => h('td', { role: 'gridcell', tabindex: -1 })),
    };
    this.element.replaceChildren(...this.#tables(nNeurons, nInputs, nSamples));
    this.#watchPointer('z');
    this.#watchPointer('output');
    this.#watchKeys();
  }

  /** @param {LayerNumbers} numbers */
  update({ weights, z, output }) {
    for (const [name, values] of Object.entries({ weights, z, output })) {
      const cells = this.#cells[/** @type {'z'} */ (name)];
      values.forEach((row, i) =>
        row.forEach((value, j) => setText(cells[i][j], fixed(value, DIGITS))),
      );
    }
    output.forEach((row, i) =>
      row.forEach((value, j) => {
        const cell = this.#cells.output[i][j];
        const name = `Neuron ${i + 1}, sample ${j + 1}: ${fixed(value, DIGITS)}`;
        setAttribute(cell, 'aria-label', name);
      }),
    );
  }

  /** @param {Selection} selection */
  highlight({ neuron, sample }) {
    /** @type {Record<string, (row: number, column: number) => boolean>} */
    const isMarked = {
      weights: (row) => row === neuron,
      X: (_, column) => column === sample,
      biases: (row) => row === neuron,
      z: (row, column) => row === neuron && column === sample,
      output: (row, column) => row === neuron && column === sample,
    };
    for (const [name, cells] of Object.entries(this.#cells)) {
      cells.forEach((row, i) =>
        row.forEach((cell, j) => cell.toggleAttribute('data-marked', isMarked[name](i, j))),
      );
    }
    this.#cells.output.flat().forEach((cell) => (cell.tabIndex = -1));
    const selected = this.#cells.output[neuron][sample];
    selected.tabIndex = 0;
  }

  /**
   * @param {number} nNeurons
   * @param {number} nInputs
   * @param {number} nSamples
   */
  #tables(nNeurons, nInputs, nSamples) {
    const { weights, X, biases, z, output } = this.#cells;
    const name = (/** @type {string} */ id, /** @type {string} */ text) =>
      quantityButton(this.#place, id, text);
    const perSample = numpyShape(nNeurons, nSamples);
    return [
      matrixTable({
        heading: name('layer-weights', 'Weights W'),
        name: 'Weights',
        shape: numpyShape(nNeurons, nInputs),
        cells: weights,
      }),
      matrixTable({
        heading: h('span', {}, nSamples > 1 ? 'Inputs X' : 'Input x'),
        name: 'Inputs',
        shape: numpyShape(nInputs, nSamples),
        cells: X,
        operator: '·',
      }),
      matrixTable({
        heading: name('layer-biases', 'Biases b'),
        name: 'Biases',
        shape: numpyShape(nNeurons, 1),
        cells: biases,
        operator: '+',
      }),
      matrixTable({
        heading: name('layer-sums', nSamples > 1 ? 'Sums Z' : 'Sums z'),
        name: 'Sums',
        shape: perSample,
        cells: z,
        operator: '=',
      }),
      matrixTable({
        heading: name('layer-output', 'Output'),
        name: 'Output',
        shape: perSample,
        cells: output,
        operator: 'ReLU →',
        isGrid: true,
      }),
    ];
  }

  /** @param {'z' | 'output'} name */
  #watchPointer(name) {
    this.#cells[name].forEach((row, neuron) =>
      row.forEach((cell, sample) => {
        const select = () => this.#handlers.onSelect({ neuron, sample }, 'pointer');
        cell.addEventListener('pointerenter', select);
        cell.addEventListener('pointerdown', select);
      }),
    );
  }

  #watchKeys() {
    const { output } = this.#cells;
    output.forEach((row, neuron) =>
      row.forEach((cell, sample) => {
        cell.addEventListener('focus', () =>
          this.#handlers.onSelect({ neuron, sample }, 'keyboard'),
        );
        cell.addEventListener('keydown', (event) => {
          const direction = DIRECTIONS[event.key];
          if (!direction) return;
          event.preventDefault();
          output[neuron + direction[1]]?.[sample + direction[0]]?.focus();
        });
      }),
    );
  }
}

/**
 * A matrix in brackets, with its name above and its shape below.
 *
 * @param {object} options
 * @param {Node} options.heading
 * @param {string} options.name read aloud
 * @param {string} options.shape
 * @param {HTMLTableCellElement[][]} options.cells
 * @param {string} [options.operator] what stands before it
 * @param {boolean} [options.isGrid] whether its cells take the focus
 */
function matrixTable({ heading, name, shape, cells, operator = '', isGrid = false }) {
  const rows = cells.map((row) => h('tr', { role: isGrid ? 'row' : null }, ...row));
  const table = h(
    'table',
    { class: 'matrix', role: isGrid ? 'grid' : null, 'aria-label': `${name}, shape ${shape}` },
    h('tbody', { role: isGrid ? 'rowgroup' : null }, ...rows),
  );
  return h(
    'div',
    { class: 'factor' },
    operator ? h('span', { class: 'operator', 'aria-hidden': 'true' }, operator) : null,
    h(
      'div',
      { class: 'matrix-figure' },
      h('div', { class: 'matrix-name' }, heading),
      h('div', { class: 'brackets' }, table),
      h('p', { class: 'matrix-shape' }, shape),
    ),
  );
}

/**
 * @param {number} nRows
 * @param {number} nColumns
 * @param {(row: number, column: number) => HTMLTableCellElement} create
 * @returns {HTMLTableCellElement[][]}
 */
function cellGrid(nRows, nColumns, create) {
  return Array.from({ length: nRows }, (_, row) =>
    Array.from({ length: nColumns }, (__, column) => create(row, column)),
  );
}

/**
 * A cell whose number can be typed.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {number} options.value
 * @param {(value: number) => void} options.onChange
 * @param {(message: string) => void} options.onError '' clears
 * @returns {HTMLTableCellElement}
 */
function inputCell({ label, value, onChange, onError }) {
  const input = h('input', {
    type: 'number',
    class: 'number matrix-input',
    step: 'any',
    min: -LARGEST,
    max: LARGEST,
    value,
    'aria-label': label,
    autocomplete: 'off',
    onchange: () => {
      const typed = input.valueAsNumber;
      const isAllowed = Math.abs(typed) <= LARGEST;
      input.setAttribute('aria-invalid', String(!isAllowed));
      onError(isAllowed ? '' : `${label}: “${input.value}”; allowed: −${LARGEST} to ${LARGEST}`);
      if (isAllowed) onChange(typed);
    },
  });
  return h('td', {}, input);
}
