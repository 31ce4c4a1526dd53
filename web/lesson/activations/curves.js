import { h } from '../../views/dom.js';
import {
  bracketed,
  equations,
  fixed,
  fraction,
  mathElement,
  power,
  row,
  sigmoid,
} from '../parts/math.js';
import { formatScientific } from '../parts/numbers.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { columns, quantities, stack } from '../parts/widget.js';
import { slider } from '../parts/fields.js';
import { DOMAIN, evaluateAt, FUNCTIONS, Graph } from './graph.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('./graph.js').ActivationFunction} ActivationFunction */

const START = { x: 1.5, hasSlopes: false, nLayers: 10 };

/** Two more digits than the results that are computed from it, so that these can be checked by hand. */
const VALUE_DIGITS = 6;
const SLOPE_DIGITS = 4;

/**
 * ReLU, sigmoid and tanh side by side, with one x for all three, and their slopes on demand.
 *
 * @param {Place} place
 */
export function mountCurves(place) {
  let state = START;
  const views = FUNCTIONS.map((activation) => functionView(place, activation, (x) => setX(x)));

  const show = (/** @type {Partial<typeof START>} */ change) => {
    state = { ...state, ...change };
    const slopes = views.map((view) => view.show(state));
    place.publish('activation-slope', { shape: '()', values: slopes.join('\n') });
    layers.element.hidden = !state.hasSlopes;
  };
  const setX = (/** @type {number} */ value) => {
    x.value = value;
    show({ x: value });
  };
  const x = slider({
    id: 'x',
    label: 'x',
    ...DOMAIN,
    value: START.x,
    onChange: (value) => show({ x: value }),
  });
  const lines = radioSwitch({
    name: 'lines',
    label: 'Show',
    choices: [
      { value: 'values', label: 'Values' },
      { value: 'slopes', label: 'Values and slopes' },
    ],
    onCommit: (choice) => show({ hasSlopes: choice === 'slopes' }),
  });
  lines.update('values');
  const layers = slider({
    id: 'layers',
    label: 'Layers',
    hint: 'Through how many layers with this slope a gradient passes.',
    min: 1,
    max: 20,
    step: 1,
    value: START.nLayers,
    onChange: (value) => show({ nLayers: Math.round(value) }),
  });

  place.root.append(
    stack(
      columns(x.element, lines.element, layers.element),
      h('div', { class: 'functions' }, ...views.map(({ element }) => element)),
      quantities(place, {
        relu: 'ReLU',
        sigmoid: 'sigmoid',
        tanh: 'tanh',
        'activation-slope': 'slope',
      }),
    ),
  );
  show({});
}

/**
 * @param {Place} place
 * @param {import('./graph.js').ActivationFunction} activation
 * @param {(x: number) => void} onDrag
 */
function functionView(place, activation, onDrag) {
  const graph = new Graph(place, activation, onDrag);
  const calculation = h('div', { class: 'calculation' });
  return {
    element: h('div', { class: 'function' }, graph.element, calculation),

    /**
     * @param {typeof START} state
     * @returns the slope in words
     */
    show({ x, hasSlopes, nLayers }) {
      const at = evaluateAt(place.engine, activation, x);
      graph.show(x, at, hasSlopes, describe(activation, x, at, hasSlopes));
      calculation.replaceChildren(substituteValue(activation, x, at.value));
      if (hasSlopes) {
        calculation.append(substituteSlope(activation, x, at), layersLeft(activation, at, nLayers));
      }
      const { name, symbol } = activation;
      const values = `${symbol}(${x}) = ${at.value}`;
      place.publish(name, { shape: '()', values, where: 'the three functions' });
      return `${symbol}′(${x}) = ${at.slope}`;
    },
  };
}

/**
 * @param {import('./graph.js').ActivationFunction} activation
 * @param {{ slope: number }} at
 * @param {number} nLayers
 */
function layersLeft(activation, { slope }, nLayers) {
  const words = nLayers === 1 ? 'One layer leaves' : `${nLayers} layers in a row leave`;
  return h('div', { class: 'layers-left' }, words, substituteLayers(activation, slope, nLayers));
}

/** @type {Record<string, string>} */
const SHAPES = {
  relu: '0 for every negative x, and x itself from 0 on, with a corner at 0',
  sigmoid: 'an S from near 0 to near 1 that passes one half at 0',
  tanh: 'an S from near −1 to near 1 that passes 0 at 0',
};

/**
 * @param {import('./graph.js').ActivationFunction} activation
 * @param {number} x
 * @param {{ value: number, slope: number }} at
 * @param {boolean} hasSlope
 */
function describe({ name, title }, x, { value, slope }, hasSlope) {
  const shape = `${title} from ${DOMAIN.min} to ${DOMAIN.max}: ${SHAPES[name]}.`;
  const here = `At x = ${x} the value is ${value.toFixed(4)}`;
  return `${shape} ${here}${hasSlope ? `, the slope ${slope.toFixed(4)}` : ''}.`;
}

/**
 * The function at x, with the numbers in their places.
 *
 * @param {ActivationFunction} activation
 * @param {number} x
 * @param {number} value
 */
function substituteValue({ name, symbol }, x, value) {
  return equations([
    { left: applied(symbol), right: VALUE_TERMS[name]('x') },
    { left: '', right: VALUE_TERMS[name](short(x)) },
    { left: '', right: name === 'relu' ? short(value) : fixed(value, VALUE_DIGITS) },
  ]);
}

/**
 * Its derivative at x.
 *
 * @param {ActivationFunction} activation
 * @param {number} x
 * @param {{ value: number, slope: number }} at
 */
function substituteSlope({ name, symbol }, x, { value, slope }) {
  const left = applied(`${symbol}′`);
  if (name === 'relu') return equations([{ left, right: reluSlope(x, slope) }]);
  const text = fixed(value, VALUE_DIGITS);
  const [terms, numbers] = SLOPE_TERMS[name](text);
  return equations([
    { left, right: terms },
    { left: '', right: numbers },
    { left: '', right: fixed(slope, SLOPE_DIGITS) },
  ]);
}

/**
 * What is left of a gradient after several layers with this slope.
 *
 * @param {ActivationFunction} activation
 * @param {number} slope
 * @param {number} nLayers
 */
function substituteLayers({ symbol }, slope, nLayers) {
  const left = row(`${symbol}′`, power(row('(', 'x', ')'), nLayers));
  return equations([{ left, right: formatScientific(slope ** nLayers, 3) }]);
}

/** @type {Record<ActivationFunction['name'], (x: string) => Element>} */
const VALUE_TERMS = {
  relu: (x) => row('max', '(', 0, ',', x, ')'),
  sigmoid: (x) => sigmoid(bracketed(x)),
  tanh: (x) => {
    const terms = (/** @type {string} */ operator) =>
      row(power('e', x), operator, power('e', negative(x)));
    return fraction(terms('−'), terms('+'));
  },
};

/** The formula, and the same with the value's number. @type {Record<'sigmoid' | 'tanh', (value: string) => [Element, Element]>} */
const SLOPE_TERMS = {
  sigmoid: (value) => [
    row(applied('σ'), '⋅', row('(', 1, '−', applied('σ'), ')')),
    row(value, '⋅', '(', 1, '−', value, ')'),
  ],
  tanh: (value) => [
    row(1, '−', power('tanh', 2), row('(', 'x', ')')),
    row(1, '−', power(bracketed(value), 2)),
  ],
};

/**
 * @param {number} x
 * @param {number} slope
 */
function reluSlope(x, slope) {
  const relation = x > 0 ? '>' : x < 0 ? '<' : '=';
  return row(slope, mathText(x === 0 ? ', by convention, at ' : ', because '), 'x', relation, 0);
}

/** @param {string} symbol */
function applied(symbol) {
  return row(symbol, '(', 'x', ')');
}

/** @param {string} x */
function negative(x) {
  return row('−', bracketed(x));
}

/** @param {string} text */
function mathText(text) {
  const element = mathElement('mtext', {});
  element.textContent = text.replaceAll(' ', '\u00a0');
  return element;
}

/** @param {number} value as short as it can be */
function short(value) {
  return String(Number(value.toPrecision(VALUE_DIGITS))).replace('-', '−');
}
