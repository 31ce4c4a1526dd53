import { using } from '../../engine/handle.js';
import { h, setText } from '../../views/dom.js';
import { equations } from '../parts/math.js';
import { themeColors } from '../../views/palette.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { button, buttons, quantities, stack } from '../parts/widget.js';
import { FlowDiagram } from '../parts/flow-diagram.js';
import { exact, short } from '../parts/numbers.js';
import { slider } from '../parts/fields.js';
import { createStepper } from '../parts/stepper.js';
import { EXAMPLE, HIDDEN_COUNT, LAYER_SIZES, look, PARAMETERS, parameterText } from './example.js';
import { FORMULAS } from './formulas.js';
import { isKnown, sceneOf, STEPS } from './scene.js';
import { slopeTable } from './slope-table.js';

/** @import { Example, Look } from './example.js' */

const RANGE = { min: -3, max: 3, step: 0.1 };
/** New weights are drawn this wide, and rounded so that a hand can follow. */
const SPREAD = 1;
const DECIMALS = 1;
const HEADINGS = ['parameter', 'value', 'backprop', 'simplified rule'];
const WHERE = 'the sample of the section’s first figure';

/**
 * One sample through a small network and back: the chain rule, step by step, with its numbers.
 *
 * @param {import('../place.js').Place} place
 */
export function mountPass(place) {
  let seen = look(place.engine, EXAMPLE);
  let now = 0;
  const diagram = new FlowDiagram({
    name: 'The network, with what is known so far',
    layerSizes: LAYER_SIZES,
    headings: headings(seen.example.activation),
    lineCount: 3,
    isCaptioned: true,
  });
  place.onTheme(() => diagram.setTheme(themeColors(place.themeName)));
  const status = h('p', { class: 'step-text', role: 'status' });
  const formulas = h('div', { class: 'calculation pass-calculation' });
  const table = gradientTable();
  const stepper = createStepper({
    place,
    count: STEPS.length,
    onStep: (step) => {
      now = step;
      show();
    },
  });

  const show = () => {
    diagram.setHeadings(headings(seen.example.activation));
    diagram.show(sceneOf(seen, now));
    setText(status, `Step ${now + 1} of ${STEPS.length}. ${STEPS[now].text}`);
    formulas.replaceChildren(equations(FORMULAS[STEPS[now].name](seen)));
    table.show(seen, now);
    publishLook(place, seen);
  };
  const controls = createControls(place.engine, (example) => {
    seen = look(place.engine, example);
    show();
  });

  place.root.append(
    h('div', { class: 'pass-controls' }, ...controls),
    h(
      'div',
      { class: 'flow-columns' },
      stack(stepper.element, status, diagram.element, legend()),
      stack(
        quantities(place, {
          'output-delta': 'error δ',
          'hidden-delta': 'hidden δ',
          'weight-gradient': 'gradients',
          'simplified-rule': 'simplified rule',
        }),
        formulas,
        table.element,
      ),
    ),
  );
  show();
}

function legend() {
  return h(
    'p',
    { class: 'flow-legend' },
    'On a line stands its weight, below it ∂, the loss’s slope along this weight. δ in a box is the slope along its sum z.',
  );
}

/**
 * @param {string} activation
 * @returns {[string, string][]}
 */
function headings(activation) {
  return [
    ['Inputs', ''],
    ['Hidden', activation],
    ['Output', 'sigmoid'],
  ];
}

/**
 * What can be set: the sample, the hidden activation, and other parameters.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {(example: Example) => void} onChange
 * @returns {HTMLElement[]}
 */
function createControls(engine, onChange) {
  let example = { ...EXAMPLE };
  let seed = 0;
  const set = (/** @type {Partial<Example>} */ changes) => {
    example = { ...example, ...changes };
    onChange(example);
  };
  const inputSlider = (/** @type {'x1' | 'x2'} */ id, /** @type {string} */ label) =>
    slider({ id, label, ...RANGE, value: example[id], onChange: (value) => set({ [id]: value }) });
  const x1 = inputSlider('x1', 'Input x₁');
  const x2 = inputSlider('x2', 'Input x₂');
  const label = radioSwitch({
    name: 'label',
    label: 'Label y',
    choices: ['0', '1'].map((value) => ({ value, label: value })),
    onCommit: (value) => set({ y: value === '1' ? 1 : 0 }),
  });
  const activation = radioSwitch({
    name: 'activation',
    label: 'Hidden',
    choices: [
      { value: 'tanh', label: 'tanh' },
      { value: 'sigmoid', label: 'sigmoid' },
      { value: 'relu', label: 'ReLU' },
    ],
    onCommit: (value) => set({ activation: /** @type {Example['activation']} */ (value) }),
  });
  const reset = () => {
    seed = 0;
    [x1.value, x2.value] = [EXAMPLE.x1, EXAMPLE.x2];
    label.update(String(EXAMPLE.y));
    activation.update(EXAMPLE.activation);
    set(EXAMPLE);
  };
  const draw = () => {
    seed += 1;
    set({ parameters: drawParameters(engine, seed) });
  };
  label.update(String(example.y));
  activation.update(example.activation);
  return [
    h('div', { class: 'sample-sliders' }, x1.element, x2.element),
    h('div', { class: 'switches' }, label.element, activation.element),
    buttons(button('Other weights', draw), button('Back to the example', reset)),
  ];
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {number} seed
 */
function drawParameters(engine, seed) {
  return using([engine.createRandomState(seed)], (stream) => {
    const drawn = stream.normal(0, SPREAD, EXAMPLE.parameters.length);
    return Array.from(drawn, (value) => Number(value.toFixed(DECIMALS)));
  });
}

/**
 * The nine parameters, and the gradient that each way of computing it gives: the simplified rule's
 * beside the exact one.
 *
 * @returns {{ element: HTMLElement, show: (look: Look, now: number) => void }} now: the step that is
 *   shown; gradients appear when they are known
 */
function gradientTable() {
  const name = 'The slope along each parameter';
  const { element, rows } = slopeTable({
    name,
    caption: `${name} (✗ wrong way)`,
    headings: HEADINGS,
  });
  return {
    element,
    show({ example, gradient, simplified }, now) {
      rows.forEach(({ row, cells: [value, exactly, simply] }, i) => {
        const knows = isKnown(now, i < HIDDEN_COUNT ? 'inner' : 'outer');
        const isOpposed = knows && gradient[i] * simplified[i] < 0;
        value.textContent = exact(example.parameters[i]);
        exactly.textContent = knows ? short(gradient[i]) : '';
        simply.replaceChildren(...(isOpposed ? wrongWay() : []), knows ? short(simplified[i]) : '');
        row.toggleAttribute('data-opposed', isOpposed);
      });
    },
  };
}

/** @returns {Node[]} a mark, and what it means for those who do not see it */
function wrongWay() {
  return [
    h('span', { 'aria-hidden': 'true' }, '✗ '),
    h('span', { class: 'visually-hidden' }, 'the wrong way: '),
  ];
}

/**
 * Tells what the section's quantities are just now.
 *
 * @param {import('../place.js').Place} place
 * @param {import('./example.js').Look} look
 */
function publishLook(place, { delta, output, gradient, simplified }) {
  place.publish('output-delta', {
    shape: '(1, 1)',
    values: `delta = ${output.delta}`,
    where: WHERE,
  });
  place.publish('hidden-delta', {
    shape: '(2, 1)',
    values: delta.map((value) => `[${value}]`).join('\n'),
    where: WHERE,
  });
  const tellSlopes = (/** @type {string} */ id, /** @type {number[]} */ slopes) =>
    place.publish(id, {
      shape: '(2, 2), (2, 1), (1, 2), (1, 1)',
      values: PARAMETERS.map((_, i) => `${parameterText(i)}: ${slopes[i]}`).join('\n'),
      where: WHERE,
    });
  tellSlopes('weight-gradient', gradient);
  tellSlopes('simplified-rule', simplified);
}
