/**
 * The notebook's neuron: is the weather good?
 *
 * @module
 */
import { using } from '../../engine/handle.js';
import { h } from '../../views/dom.js';
import { bracketed, equations, fixed, row, sigmoid, sub } from '../parts/math.js';
import { ENGLISH_WORDS } from '../../views/text/whole-words.js';
import { button, buttons, quantities, stack } from '../parts/widget.js';
import { onePoint, Plane } from '../parts/plane.js';
import { slider } from '../parts/fields.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {{ x1: number, x2: number, w1: number, w2: number, bias: number }} Neuron */

/** @type {Readonly<Neuron>} x1 in degrees Fahrenheit, x2 in hours of sunshine */
export const EXAMPLE = { x1: 80, x2: 8, w1: 0.02, w2: 0.1, bias: -1.5 };

/**
 * A neuron in the engine: two inputs, and the sum before or after the sigmoid.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {'linear' | 'sigmoid'} activation
 */
export function createNeuron(engine, activation) {
  const network = engine.createNetwork([2, 1], [activation]);
  return {
    /** @param {Neuron} neuron */
    compute({ x1, x2, w1, w2, bias }) {
      network.setParameters(Float64Array.of(w1, w2, bias));
      return network.forward([[x1], [x2]])[0][0];
    },
    network,
  };
}

/** The days in the picture: temperature from, to; sunshine from, to. @type {[number, number, number, number]} */
const BOUNDS = [-20, 120, 0, 16];
/** @type {[string, string]} */
const AXES = ['Temperature x₁ (°F)', 'Sunshine x₂ (hours)'];
const RESOLUTION = 60;
/** Here class 1 is good weather, and the one point, the sliders' day, has the neuron's own answer. */
const WORDS = {
  ...ENGLISH_WORDS,
  probability: () => 'Probability of good weather',
  probe: {
    ...ENGLISH_WORDS.probe,
    point: { ...ENGLISH_WORDS.probe.point, train: () => 'The day of the sliders' },
    correct: 'Coloured by the neuron’s answer',
  },
};

/** @type {{ id: keyof Neuron, label: string, min: number, max: number, step: number }[]} */
const SLIDERS = [
  { id: 'x1', label: 'Temperature x₁', min: -20, max: 120, step: 1 },
  { id: 'x2', label: 'Sunshine x₂', min: 0, max: 16, step: 0.5 },
  { id: 'w1', label: 'Weight w₁', min: -0.1, max: 0.1, step: 0.005 },
  { id: 'w2', label: 'Weight w₂', min: -0.5, max: 0.5, step: 0.01 },
  { id: 'bias', label: 'Bias b', min: -5, max: 5, step: 0.1 },
];

/**
 * One neuron with two inputs: sliders for everything, the calculation with its numbers, and the line
 * where the prediction flips.
 *
 * @param {Place} place
 */
export function mountNeuron(place) {
  const sum = createNeuron(place.engine, 'linear');
  const output = createNeuron(place.engine, 'sigmoid');
  /** @type {Neuron} */
  let neuron = { ...EXAMPLE };

  const controls = SLIDERS.map((options) =>
    slider({
      ...options,
      value: neuron[options.id],
      onChange: (value) => show({ ...neuron, [options.id]: value }),
    }),
  );
  const calculation = h('div', { class: 'calculation' });
  const verdict = h('p', { class: 'verdict', 'aria-live': 'polite' });
  const plane = new Plane(place, {
    id: 'days',
    title: 'Good and bad days',
    words: WORDS,
    describe: () => describe(neuron),
  });

  const show = (/** @type {Neuron} */ next) => {
    neuron = next;
    const z = sum.compute(neuron);
    const p = output.compute(neuron);
    calculation.replaceChildren(substitute(neuron, z, p));
    verdict.textContent = `${p > 0.5 ? 'Good weather' : 'Bad weather'}: ${fixed(100 * p, 1)}% for good`;
    plane.show({
      grid: output.network.decisionGrid(BOUNDS, RESOLUTION),
      resolution: RESOLUTION,
      bounds: BOUNDS,
      ...onePoint(neuron.x1, neuron.x2, p > 0.5),
      mark: { x1: neuron.x1, x2: neuron.x2 },
      axes: AXES,
    });
    plane.describe();
    place.publish('weighted-sum', { shape: '()', values: `z = ${z}`, where: 'the neuron' });
    place.publish('sigmoid', { shape: '()', values: `output = ${p}`, where: 'the neuron' });
  };

  const reset = () => {
    SLIDERS.forEach(({ id }, i) => (controls[i].value = EXAMPLE[id]));
    show({ ...EXAMPLE });
  };

  place.root.append(
    h(
      'div',
      { class: 'columns columns-figure' },
      h(
        'div',
        { class: 'stack neuron-controls' },
        ...controls.map(({ element }) => element),
        buttons(button('Back to the example', reset)),
      ),
      plane.element,
      stack(
        quantities(place, { 'weighted-sum': 'weighted sum', sigmoid: 'sigmoid' }),
        calculation,
        verdict,
      ),
    ),
  );
  show(neuron);
}

/**
 * The calculation with the numbers in their places.
 *
 * @param {Neuron} neuron
 * @param {number} z
 * @param {number} p
 */
function substitute({ x1, x2, w1, w2, bias }, z, p) {
  const signed = (/** @type {number} */ value) => bracketed(String(value));
  const terms = [sub('w', 1), '⋅', sub('x', 1), '+', sub('w', 2), '⋅', sub('x', 2), '+', 'b'];
  const products = [signed(w1), '⋅', signed(x1), '+', signed(w2), '⋅', signed(x2)];
  return equations([
    { left: 'z', right: row(...terms) },
    { left: '', right: row(...products, '+', signed(bias)) },
    { left: '', right: fixed(z, 4) },
    { left: row('σ', '(', 'z', ')'), right: sigmoid('z') },
    { left: '', right: sigmoid(bracketed(fixed(z, 4))) },
    { left: '', right: fixed(p, 4) },
  ]);
}

/** @param {Neuron} neuron */
function describe({ w1, w2, bias }) {
  if (w1 === 0 && w2 === 0) {
    return `Both weights are 0, so every day gets the same answer, whatever the weather; only the bias ${bias} decides.`;
  }
  return `A straight line where ${w1} times the temperature plus ${w2} times the sunshine plus ${bias} is 0. On its one side the neuron says good weather, on the other bad.`;
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {Neuron} neuron
 */
function predict(engine, neuron) {
  const { compute, network } = createNeuron(engine, 'sigmoid');
  return using([network], () => compute(neuron));
}

/** @type {Record<string, import('../place.js').Run>} */
export const predictions = {
  'neuron-double': ({ engine }) => {
    const { w1, w2, bias } = EXAMPLE;
    const result = predict(engine, { ...EXAMPLE, w1: 2 * w1, w2: 2 * w2, bias: 2 * bias });
    return { result, text: `The engine computes ${fixed(result, 4)}.` };
  },
  'neuron-bias': ({ engine }) => {
    const p = predict(engine, { ...EXAMPLE, bias: -2.4 });
    // To the rounding of a sum of three products: 0.9 − 0.9 leaves the last bit.
    const isEven = Math.abs(p - 0.5) < 1e-15;
    const result = isEven ? 'even' : p > 0.5 ? 'good' : 'bad';
    const text = `The engine computes ${fixed(p, 4)}`;
    return { result, text: isEven ? `${text}, one half but for rounding.` : `${text}.` };
  },
};

/** @type {import('../place.js').Section['widgets']} */
export const widgets = { neuron: mountNeuron };
