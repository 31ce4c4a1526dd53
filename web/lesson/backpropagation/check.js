import { createEpsilonSlider } from '../../views/controls/epsilon-slider.js';
import { createData } from '../../engine/data.js';
import { overallError } from '../../state/inspection.js';
import { defaultConfig } from '../../state/presets.js';
import { h, setText } from '../../views/dom.js';
import { formatScientific, short } from '../parts/numbers.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { selectField } from '../../views/controls/select-field.js';
import { quantities, stack } from '../parts/widget.js';
import { seriesFigure } from '../parts/chart.js';
import {
  createExampleNetwork,
  EXAMPLE,
  flat,
  PARAMETERS,
  parameterText,
  sampleOf,
} from './example.js';
import { slopeTable } from './slope-table.js';

/**
 * The three answers to "how steep?", and the curve that they are about.
 *
 * @typedef {object} CheckLook
 * @property {number} value of the parameter
 * @property {number} loss
 * @property {number[]} exact the gradient by backpropagation, in the parameters' order
 * @property {number[]} measured by central differences
 * @property {number[]} simplified what the notebook's rule takes for it
 * @property {{ x: number, y: number }[]} curve the loss over the parameter, all others as they are
 */

/** The weight into the second hidden neuron that the simplified rule pushes the wrong way. */
const FIRST_PARAMETER = 2;
/** How far the curve goes to either side of the parameter's value, and in how many steps. */
const REACH = 3;
const CURVE_STEPS = 60;
/** How far the straight lines go to either side, of the curve's own reach. */
const TANGENT_SHARE = 0.45;
const HEADINGS = ['along', 'backprop', 'measured', 'apart', 'simplified'];
const DIGITS = 5;

/**
 * The gradient check: backpropagation against central differences, along every parameter, and the
 * loss's curve along one of them with both slopes.
 *
 * @param {import('../place.js').Place} place
 */
export function mountCheck(place) {
  const checker = new Checker(place.engine);
  /** @type {{ data: 'sample' | 'train', parameter: number }} */
  let question = { data: 'sample', parameter: FIRST_PARAMETER };
  const change = (/** @type {Partial<typeof question>} */ changes) => {
    question = { ...question, ...changes };
    show();
  };

  const data = radioSwitch({
    name: 'data',
    label: 'Loss of',
    choices: [
      { value: 'sample', label: 'the sample' },
      { value: 'train', label: 'the training set' },
    ],
    onCommit: (value) => change({ data: /** @type {'sample' | 'train'} */ (value) }),
  });
  const parameter = selectField({
    id: 'parameter',
    label: 'Parameter',
    choices: PARAMETERS.map((_, i) => ({ value: String(i), label: parameterText(i) })),
    onCommit: (value) => change({ parameter: Number(value) }),
  });
  const epsilon = createEpsilonSlider({ label: 'Nudge ε', onChange: () => show() });
  const chart = createSlopeChart(place);
  const table = checkTable();
  const summary = h('p', { role: 'status' });

  const show = () => {
    const look = checker.look({ ...question, epsilon: epsilon.epsilon });
    const error = overallError({
      analytic: Float64Array.from(look.exact),
      numerical: Float64Array.from(look.measured),
    });
    chart.show(look, parameterText(question.parameter), question.parameter);
    table.show(look, question.parameter);
    setText(
      summary,
      `All nine together, backpropagation and measurement differ by ${formatScientific(error, 2)} of their size.`,
    );
    place.publish('central-difference', {
      shape: '()',
      values: `${look.measured[question.parameter]}`,
      where: `along ${parameterText(question.parameter)}, with ε = ${epsilon.epsilon}`,
    });
  };

  data.update(question.data);
  parameter.update(String(question.parameter));
  place.root.append(
    h('div', { class: 'switches' }, data.element, parameter.element, epsilon.element),
    h(
      'div',
      { class: 'flow-columns check-columns' },
      chart.element,
      stack(
        quantities(place, { 'central-difference': 'central difference' }),
        table.element,
        summary,
      ),
    ),
  );
  show();
}

/** The example network and the data that its loss is of: the one sample, or the training set. */
class Checker {
  #network;
  #sets;

  /** @param {import('../../engine/engine.js').Engine} engine */
  constructor(engine) {
    this.#network = createExampleNetwork(engine, EXAMPLE);
    this.#sets = { sample: sampleOf(EXAMPLE), train: createData(engine, defaultConfig()).train };
  }

  /**
   * @param {object} question
   * @param {'sample' | 'train'} question.data
   * @param {number} question.parameter its index
   * @param {number} question.epsilon
   * @returns {CheckLook}
   */
  look({ data, parameter, epsilon }) {
    const { X, y } = this.#sets[data];
    return {
      value: EXAMPLE.parameters[parameter],
      loss: this.#network.evaluate(X, y).loss,
      exact: flat(this.#network.gradient(X, y)),
      measured: flat(this.#network.numericalGradient(X, y, { epsilon })),
      simplified: flat(this.#network.gradient(X, y, { rule: 'simplified' })),
      curve: this.#curve(this.#sets[data], parameter),
    };
  }

  /**
   * Every point is one forward pass.
   *
   * @param {{ X: import('../../state/matrix.js').Matrix, y: import('../../state/matrix.js').Matrix }} data
   * @param {number} parameter
   */
  #curve({ X, y }, parameter) {
    const values = Float64Array.from(EXAMPLE.parameters);
    const middle = values[parameter];
    const points = Array.from({ length: CURVE_STEPS + 1 }, (_, i) => {
      const x = middle + REACH * ((2 * i) / CURVE_STEPS - 1);
      values[parameter] = x;
      this.#network.setParameters(values);
      return { x, y: this.#network.evaluate(X, y).loss };
    });
    this.#network.setParameters(Float64Array.from(EXAMPLE.parameters));
    return points;
  }
}

/**
 * Along each parameter, the slope by backpropagation, the measured one, and what the simplified rule
 * takes for it.
 *
 * @returns {{ element: HTMLElement, show: (look: CheckLook,
 *   picked: number) => void }}
 */
function checkTable() {
  const { element, rows } = slopeTable({
    name: 'Three answers to “how steep?”',
    headings: HEADINGS,
  });
  return {
    element,
    show({ exact, measured, simplified }, picked) {
      rows.forEach(({ row, cells }, i) => {
        const texts = [
          formatScientific(exact[i], DIGITS),
          formatScientific(measured[i], DIGITS),
          formatScientific(Math.abs(exact[i] - measured[i]), 1),
          formatScientific(simplified[i], DIGITS),
        ];
        texts.forEach((text, k) => (cells[k].textContent = text));
        row.toggleAttribute('data-picked', i === picked);
      });
    },
  };
}

/** @param {string} parameter its name */
const axesFor = (parameter) => ({
  x: { title: parameter, type: /** @type {const} */ ('linear') },
  y: { title: 'Loss', type: /** @type {const} */ ('linear'), min: 0 },
});

/**
 * The loss over one parameter, with the slope that each rule says it has where it stands.
 *
 * @param {import('../place.js').Place} place
 * @returns {{ element: HTMLElement, show: (look: CheckLook, parameter: string, index: number) => void }}
 */
function createSlopeChart(place) {
  const { element, chart, describe } = seriesFigure(place, {
    id: 'slopes',
    title: 'The loss along one parameter',
    axes: axesFor(''),
  });
  return {
    element,
    show(look, parameter, index) {
      const { value, loss, exact, simplified, curve } = look;
      chart.setAxes(axesFor(parameter));
      chart.show([
        { label: 'loss', color: 'reference', points: curve },
        { label: 'backpropagation', color: 0, points: tangent(look, exact[index]) },
        {
          label: 'simplified rule',
          color: 1,
          dashed: [6, 4],
          points: tangent(look, simplified[index]),
        },
        { label: 'where it stands', color: 'train', dots: true, points: [{ x: value, y: loss }] },
      ]);
      describe(
        `The loss over ${parameter}, a curve. Where it stands, at ${short(value)}, the loss is ${short(loss)}; ` +
          `backpropagation’s line touches the curve there with slope ${short(exact[index])}, ` +
          `the simplified rule’s has slope ${short(simplified[index])}.`,
      );
    },
  };
}

/**
 * @param {CheckLook} look
 * @param {number} slope
 */
function tangent({ value, loss, curve }, slope) {
  const reach = TANGENT_SHARE * (curve[curve.length - 1].x - value);
  return [-reach, 0, reach].map((dx) => ({ x: value + dx, y: loss + slope * dx }));
}
