import { h, setText } from '../../views/dom.js';
import { equations, matrix, row, sub } from '../parts/math.js';
import { formatCount, formatScientific } from '../parts/numbers.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { columns, quantities, stack } from '../parts/widget.js';
import { onePoint, Plane } from '../parts/plane.js';
import { seedField, slider } from '../parts/fields.js';
import {
  COMPARED_RESOLUTION,
  computeOne,
  computeSquare,
  computeTwo,
  drawLayers,
  largestDifference,
  mergeLayers,
  SQUARE,
} from './networks.js';

/** @typedef {import('../../state/model.js').LayerValues} LayerValues */
/** @typedef {import('../parts/math.js').Term} Term */
/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('./networks.js').Between} Between */
/** @typedef {{ seed: number, between: Between, x: [number, number] }} State */

/** A seed whose border shows what ReLU does to it. @type {State} */
const START = { seed: 20, between: 'linear', x: [1.5, -0.5] };
const RESOLUTION = 120;
/** What the order of the sums can do to numbers of this size, and no more. */
const ROUNDING = 1e-12;

/** All of a number drawn to one decimal, and of two such numbers' product times a third. */
const DIGITS = 4;

/** @type {{ value: Between, label: string }[]} */
const CHOICES = [
  { value: 'linear', label: 'Nothing' },
  { value: 'relu', label: 'ReLU' },
  { value: 'tanh', label: 'tanh' },
];

/**
 * Two layers beside their product: the same function, until something bends what is between them.
 *
 * @param {Place} place
 */
export function mountCollapse(place) {
  let state = START;
  const two = layersView(place, 'two', 'Two layers');
  const one = layersView(place, 'one', 'One layer');
  const details = h('p', { class: 'muted' });
  const verdict = h('p', { class: 'verdict', 'aria-live': 'polite' });

  const show = (/** @type {Partial<State>} */ change) => {
    state = { ...state, ...change };
    const { between, x } = state;
    const layers = drawLayers(place.engine, state.seed);
    const merged = mergeLayers(place.engine, layers);
    const trace = computeTwo(place.engine, layers, between, x);
    const y = [trace[1].output[0][0], computeOne(place.engine, merged, x)];
    two.show(layers, state, twoLayersFormula(layers, between, x, trace), y[0]);
    one.show([merged], state, oneLayerFormula(layers, merged, x, y[1]), y[1]);
    const difference = compareSquare(place, layers, merged, between);
    setText(verdict, isRounding(difference) ? 'They are one function.' : 'They are two functions.');
    setText(details, describeDifference(difference, y));
    place.publish('merged-layers', {
      shape: '(1, 2)',
      values: `W = [[${Array.from(merged.weights[0]).join(', ')}]]\nb = ${merged.biases[0]}`,
      where: 'the one layer',
    });
  };

  const xs = ['x₁', 'x₂'].map((label, i) =>
    slider({
      id: `x${i + 1}`,
      label: `Input ${label}`,
      min: SQUARE[0],
      max: SQUARE[1],
      step: 0.1,
      value: START.x[i],
      onChange: (value) => show({ x: i === 0 ? [value, state.x[1]] : [state.x[0], value] }),
    }),
  );
  const seed = seedField({
    id: 'seed',
    value: START.seed,
    onChange: (value) => show({ seed: value }),
  });
  const between = radioSwitch({
    name: 'between',
    label: 'Between them',
    choices: CHOICES,
    onCommit: (value) => show({ between: /** @type {Between} */ (value) }),
  });
  between.update(START.between);

  place.root.append(
    stack(
      columns(stack(between.element, seed.element), stack(...xs.map(({ element }) => element))),
      h('div', { class: 'columns layers-compared' }, two.formula, one.formula),
      verdict,
      details,
      columns(two.plane, one.plane),
      quantities(place, { 'merged-layers': 'two layers as one' }),
    ),
  );
  show({});
}

/**
 * @param {Place} place
 * @param {string} id
 * @param {string} title
 */
function layersView(place, id, title) {
  const calculation = h('div', { class: 'calculation' });
  const plane = new Plane(place, { id, title: `Output of ${title.toLowerCase()}` });
  return {
    formula: h('section', {}, h('h3', { class: 'picture-title' }, title), calculation),
    plane: plane.element,

    /**
     * @param {LayerValues[]} layers
     * @param {State} state
     * @param {Element} formula
     * @param {number} y
     */
    show(layers, { between, x: [x1, x2] }, formula, y) {
      calculation.replaceChildren(formula);
      plane.show({
        grid: computeSquare(place.engine, layers, between, 'sigmoid', RESOLUTION),
        resolution: RESOLUTION,
        bounds: SQUARE,
        ...onePoint(x1, x2, y > 0),
        axes: ['Input x₁', 'Input x₂'],
      });
      plane.describe();
    },
  };
}

/**
 * @param {Place} place
 * @param {LayerValues[]} layers
 * @param {LayerValues} merged
 * @param {Between} between
 */
function compareSquare({ engine }, layers, merged, between) {
  const resolution = COMPARED_RESOLUTION;
  return largestDifference(
    computeSquare(engine, layers, between, 'linear', resolution),
    computeSquare(engine, [merged], between, 'linear', resolution),
  );
}

/**
 * @param {number} difference over the square
 * @param {number[]} y
 */
function describeDifference(difference, [two, one]) {
  const count = formatCount(COMPARED_RESOLUTION ** 2);
  const size = formatScientific(difference, 2);
  const verdict = isRounding(difference) ? `${size}, which is rounding` : size;
  const here = formatScientific(Math.abs(two - one), 2);
  return `Compared at ${count} inputs of the square, the outputs differ by at most ${verdict}; at your input by ${here}.`;
}

/** @param {number} difference */
function isRounding(difference) {
  return difference < ROUNDING;
}

const [W1, B1, W2, B2] = [sub('W', 1), sub('b', 1), sub('W', 2), sub('b', 2)];

/**
 * @param {LayerValues[]} layers
 * @param {Between} between
 * @param {[number, number]} x
 * @param {import('../../engine/network.js').LayerTrace[]} trace
 */
function twoLayersFormula([first, second], between, x, trace) {
  const [hidden, output] = trace;
  const bent = between === 'linear' ? 'h' : 'a';
  return equations([
    { left: 'h', right: affine(W1, 'x', B1) },
    { left: '', right: row(toMatrix(first.weights), toColumn(x), '+', toColumn(first.biases)) },
    { left: '', right: toMatrix(hidden.z) },
    ...(between === 'linear' ? [] : bend(between, hidden.output)),
    { left: 'y', right: affine(W2, bent, B2) },
    {
      left: '',
      right: row(toMatrix(second.weights), toMatrix(hidden.output), '+', signed(second.biases[0])),
    },
    { left: '', right: number(output.z[0][0]) },
  ]);
}

/**
 * @param {LayerValues[]} layers
 * @param {LayerValues} merged
 * @param {[number, number]} x
 * @param {number} y
 */
function oneLayerFormula([first, second], merged, x, y) {
  const bias = signed(second.biases[0]);
  return equations([
    { left: 'W', right: row(copy(W2), copy(W1)) },
    { left: '', right: row(toMatrix(second.weights), toMatrix(first.weights)) },
    { left: '', right: toMatrix(merged.weights) },
    { left: 'b', right: affine(W2, B1, B2) },
    { left: '', right: row(toMatrix(second.weights), toColumn(first.biases), '+', bias) },
    { left: '', right: number(merged.biases[0]) },
    { left: 'y', right: row('W', 'x', '+', 'b') },
    { left: '', right: row(toMatrix(merged.weights), toColumn(x), '+', signed(merged.biases[0])) },
    { left: '', right: number(y) },
  ]);
}

/**
 * @param {Between} between
 * @param {Float64Array[]} output
 */
function bend(between, output) {
  const name = between === 'relu' ? 'ReLU' : 'tanh';
  return [{ left: 'a', right: row(row(name, '(', 'h', ')'), '=', toMatrix(output)) }];
}

/**
 * @param {Element} weights
 * @param {string | Element} inputs
 * @param {Element} biases
 */
function affine(weights, inputs, biases) {
  return row(copy(weights), typeof inputs === 'string' ? inputs : copy(inputs), '+', copy(biases));
}

/** @param {Element} element an element has one place only */
function copy(element) {
  return /** @type {Element} */ (element.cloneNode(true));
}

/** @param {import('../../state/matrix.js').Matrix} rows */
function toMatrix(rows) {
  return matrix(Array.from(rows, (cells) => Array.from(cells, number)));
}

/** @param {ArrayLike<number>} values */
function toColumn(values) {
  return matrix(Array.from(values, (value) => [number(value)]));
}

/** @param {number} value */
function signed(value) {
  return value < 0 ? row('(', number(value), ')') : number(value);
}

/** @param {number} value */
function number(value) {
  return String(Number(value.toFixed(DIGITS)) || 0);
}
