import { h } from '../../views/dom.js';
import { radioSwitch } from '../../views/radio-switch.js';
import { button } from '../parts/button.js';
import { slider } from '../parts/slider.js';
import { EXAMPLE } from './example.js';

/** @typedef {import('./example.js').Example} Example */

const RANGE = { min: -3, max: 3, step: 0.1 };
/** New weights are drawn this wide, and rounded so that a hand can follow. */
const SPREAD = 1;
const DECIMALS = 1;

/**
 * What can be set: the sample, the hidden activation, and other parameters.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {(example: Example) => void} onChange
 * @returns {HTMLElement[]}
 */
export function createControls(engine, onChange) {
  let example = { ...EXAMPLE };
  let seed = 0;
  const set = (/** @type {Partial<Example>} */ changes) => {
    example = { ...example, ...changes };
    onChange(example);
  };
  const x1 = slider({
    id: 'x1',
    label: 'Input x₁',
    ...RANGE,
    value: example.x1,
    onChange: (v) => set({ x1: v }),
  });
  const x2 = slider({
    id: 'x2',
    label: 'Input x₂',
    ...RANGE,
    value: example.x2,
    onChange: (v) => set({ x2: v }),
  });
  const label = radioSwitch({
    name: 'label',
    label: 'Label y',
    choices: [
      { value: '0', label: '0' },
      { value: '1', label: '1' },
    ],
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
    h(
      'div',
      { class: 'buttons' },
      button('Other weights', draw),
      button('Back to the example', reset),
    ),
  ];
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {number} seed
 */
function drawParameters(engine, seed) {
  const stream = engine.createRandomState(seed);
  try {
    const drawn = stream.normal(0, SPREAD, EXAMPLE.parameters.length);
    return Array.from(drawn, (value) => Number(value.toFixed(DECIMALS)));
  } finally {
    stream.dispose();
  }
}
