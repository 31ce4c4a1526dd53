import { h, setText } from '../dom.js';
import { powerOfTen } from '../text/formats.js';

/** Powers of ten that ε can be. */
export const SMALLEST_POWER = -12;
export const LARGEST_POWER = -1;
/** Where truncation and round-off are both small. */
const FIRST_POWER = -5;

/** All of them, ascending. @type {readonly number[]} */
export const EPSILONS = Array.from(
  { length: LARGEST_POWER - SMALLEST_POWER + 1 },
  (_, i) => 10 ** (SMALLEST_POWER + i),
);

/**
 * The step of the central difference, chosen among powers of ten.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {() => void} options.onChange
 */
export function createEpsilonSlider({ label, onChange }) {
  const output = h('output', { class: 'epsilon-value', for: 'epsilon' });
  const slider = h('input', {
    type: 'range',
    class: 'slider',
    id: 'epsilon',
    min: SMALLEST_POWER,
    max: LARGEST_POWER,
    value: FIRST_POWER,
    oninput: () => {
      show();
      onChange();
    },
  });
  const show = () => {
    const text = powerOfTen(slider.valueAsNumber);
    setText(output, text);
    slider.setAttribute('aria-valuetext', text);
    const share = (slider.valueAsNumber - SMALLEST_POWER) / (LARGEST_POWER - SMALLEST_POWER);
    slider.style.setProperty('--place', `${100 * share}%`);
  };
  show();
  return {
    element: h('div', { class: 'epsilon' }, h('label', { for: 'epsilon' }, label), slider, output),
    /** Its value now. */
    get epsilon() {
      return 10 ** slider.valueAsNumber;
    },
  };
}
