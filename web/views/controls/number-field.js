import { h } from '../dom.js';
import { fieldRow } from './field.js';
import { neighbourStop, stopIndex } from './slider-scale.js';

/**
 * A number to type, with a slider for the pointer. The slider is a shortcut to the same value, so
 * the keyboard and screen readers meet one control: the field, whose arrow keys walk the slider's
 * stops.
 *
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.label
 * @param {string} [options.hint]
 * @param {number} options.min
 * @param {number} options.max
 * @param {readonly number[]} [options.stops] the slider's values; none: no slider
 * @param {Node} [options.action] a button beside the field
 * @param {(text: string, isPassing: boolean) => void} options.onCommit called with what was typed, good or
 *   bad; what passes is followed by more, or by the same for good
 * @param {(isHeld: boolean) => void} [options.onHold] called when the slider is taken, and let go of
 * @returns {Omit<import('./field.js').Field, 'update'> & Pick<ReturnType<typeof fieldRow>, 'setWords'>
 *   & { update: (text: string, otherwise?: string) => void }} `otherwise` is what holds without a number
 */
export function numberField({ id, label, hint, min, max, stops, action, onCommit, onHold }) {
  const input = h('input', {
    type: 'number',
    class: 'number',
    min,
    max,
    step: 'any',
    autocomplete: 'off',
    onchange: () => onCommit(input.value, false),
  });
  const slider = stops
    ? createSlider(
        stops,
        (text, isPassing) => {
          input.value = text;
          onCommit(text, isPassing);
        },
        onHold,
      )
    : null;
  if (stops) stepByKeys(input, stops, onCommit);
  const row = fieldRow({
    id,
    label,
    hint,
    control: input,
    extras: [slider, action ?? null],
    kind: slider ? 'field-slider' : 'field-number',
  });
  return {
    ...row,
    update(text, otherwise = '') {
      input.value = text;
      input.placeholder = otherwise;
      if (slider && stops) showPlace(slider, stopIndex(stops, Number(text)), stops.length);
    },
  };
}

/**
 * Commits while it is dragged, so that the pictures follow the finger.
 *
 * @param {readonly number[]} stops
 * @param {(text: string, isPassing: boolean) => void} onCommit
 * @param {(isHeld: boolean) => void} [onHold]
 * @returns {HTMLInputElement}
 */
function createSlider(stops, onCommit, onHold = () => {}) {
  const commit = (/** @type {boolean} */ isPassing) => {
    showPlace(slider, slider.valueAsNumber, stops.length);
    onCommit(String(stops[slider.valueAsNumber]), isPassing);
  };
  const slider = h('input', {
    type: 'range',
    class: 'slider',
    min: 0,
    max: stops.length - 1,
    tabindex: -1,
    'aria-hidden': 'true',
    oninput: () => commit(true),
    onchange: () => commit(false),
    onpointerdown: () => onHold(true),
    onpointerup: () => onHold(false),
    onpointercancel: () => onHold(false),
  });
  return slider;
}

/**
 * Commits while a key is held, as while the slider is dragged.
 *
 * @param {HTMLInputElement} input
 * @param {readonly number[]} stops
 * @param {(text: string, isPassing: boolean) => void} onCommit
 */
function stepByKeys(input, stops, onCommit) {
  let isStepping = false;
  const end = () => {
    if (isStepping) onCommit(input.value, false);
    isStepping = false;
  };
  input.addEventListener('keyup', end);
  input.addEventListener('blur', end);
  input.addEventListener('keydown', (event) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (direction === 0 || Number.isNaN(input.valueAsNumber)) return;
    event.preventDefault();
    input.value = String(neighbourStop(stops, input.valueAsNumber, direction));
    isStepping = true;
    onCommit(input.value, true);
  });
}

/**
 * @param {HTMLInputElement} slider
 * @param {number} index
 * @param {number} count
 */
function showPlace(slider, index, count) {
  slider.valueAsNumber = index;
  slider.style.setProperty('--place', `${(100 * index) / (count - 1)}%`);
}
