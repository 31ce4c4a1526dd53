import { h } from '../../views/dom.js';
import { radioSwitch } from '../../views/radio-switch.js';
import { quantityButton } from '../parts/button.js';
import { slider } from '../parts/slider.js';
import { DOMAIN, evaluateAt, FUNCTIONS } from './functions.js';
import { Graph } from './graph.js';
import { substituteLayers, substituteSlope, substituteValue } from './substitution.js';

/** @typedef {import('../place.js').Place} Place */

const START = { x: 1.5, hasSlopes: false, nLayers: 10 };

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
    h(
      'div',
      { class: 'stack' },
      h('div', { class: 'columns' }, x.element, lines.element, layers.element),
      h('div', { class: 'functions' }, ...views.map(({ element }) => element)),
      h(
        'p',
        { class: 'quantities' },
        quantityButton(place, 'relu', 'ReLU'),
        quantityButton(place, 'sigmoid', 'sigmoid'),
        quantityButton(place, 'tanh', 'tanh'),
        quantityButton(place, 'activation-slope', 'slope'),
      ),
    ),
  );
  show({});
}

/**
 * @param {Place} place
 * @param {import('./functions.js').ActivationFunction} activation
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
 * @param {import('./functions.js').ActivationFunction} activation
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
 * @param {import('./functions.js').ActivationFunction} activation
 * @param {number} x
 * @param {{ value: number, slope: number }} at
 * @param {boolean} hasSlope
 */
function describe({ name, title }, x, { value, slope }, hasSlope) {
  const shape = `${title} from ${DOMAIN.min} to ${DOMAIN.max}: ${SHAPES[name]}.`;
  const here = `At x = ${x} the value is ${value.toFixed(4)}`;
  return `${shape} ${here}${hasSlope ? `, the slope ${slope.toFixed(4)}` : ''}.`;
}
