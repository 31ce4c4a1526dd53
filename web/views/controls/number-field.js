import { h, setAttribute } from '../dom.js';
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
 * @param {number} [options.step] what an arrow key changes where there are no stops, and 0 is a word
 * @param {readonly number[]} [options.stops] the slider's values; none: no slider
 * @param {string} [options.zero] the word for 0, where to a reader it is no number: "all"
 * @param {Node} [options.action] a button beside the field
 * @param {(text: string, isPassing: boolean) => void} options.onCommit called with what was typed, good or
 *   bad; what passes is followed by more, or by the same for good
 * @param {(isHeld: boolean) => void} [options.onHold] called when the slider is taken, and let go of
 * @returns {Omit<import('./field.js').Field, 'update'> & Pick<ReturnType<typeof fieldRow>, 'setWords'>
 *   & { update: (text: string, otherwise?: string) => void }} `otherwise` is what holds without a number
 */
export function numberField({ onCommit, ...options }) {
  const { id, label, hint, min, max, step = 1, stops, zero, action, onHold } = options;
  const input = h('input', {
    ...(zero ? wordAttributes(min, max) : { type: 'number', min, max, step: 'any' }),
    class: 'number',
    autocomplete: 'off',
    onchange: () => onCommit(read(input.value, zero), false),
  });
  const move = (/** @type {number} */ value, /** @type {1 | -1} */ direction) =>
    stops
      ? neighbourStop(stops, value, direction)
      : Math.min(max, Math.max(min, value + direction * step));
  const show = (/** @type {string} */ text) => showNumber(input, text, zero);
  const slide = (/** @type {string} */ text, /** @type {boolean} */ isPassing) => {
    show(text);
    onCommit(text, isPassing);
  };
  const slider = stops ? createSlider(stops, slide, onHold) : null;
  if (stops || zero) {
    const commit = () => onCommit(read(input.value, zero), false);
    stepByKeys(input, commit, (direction) => {
      const text = read(input.value, zero);
      if (text === '' || Number.isNaN(Number(text))) return false;
      slide(String(move(Number(text), direction)), true);
      return true;
    });
  }
  const kind = slider ? 'field-slider' : 'field-number';
  const row = fieldRow({ id, label, hint, control: input, extras: [slider, action ?? null], kind });
  return {
    ...row,
    update(text, otherwise = '') {
      show(text);
      input.placeholder = otherwise;
      if (slider && stops) showPlace(slider, stopIndex(stops, Number(text)), stops.length);
    },
  };
}

/**
 * Of a field that a word can be typed into, which no browser's own for numbers takes.
 *
 * @param {number} min
 * @param {number} max
 */
function wordAttributes(min, max) {
  return {
    type: 'text',
    role: 'spinbutton',
    inputmode: 'numeric',
    spellcheck: 'false',
    'aria-valuemin': min,
    'aria-valuemax': max,
  };
}

/**
 * @param {string} typed
 * @param {string | undefined} zero
 * @returns {string} the number that it says, if it says one
 */
function read(typed, zero) {
  const isZero = zero !== undefined && typed.trim().toLowerCase() === zero.toLowerCase();
  return isZero ? '0' : typed;
}

/**
 * @param {HTMLInputElement} input
 * @param {string} text
 * @param {string | undefined} zero
 */
function showNumber(input, text, zero) {
  const shown = zero && text === '0' ? zero : text;
  input.value = shown;
  if (!zero) return;
  setAttribute(input, 'aria-valuenow', text);
  setAttribute(input, 'aria-valuetext', shown);
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
 * @param {() => void} onEnd called once the key is let go of
 * @param {(direction: 1 | -1) => boolean} onStep returns whether there was a number to step from
 */
function stepByKeys(input, onEnd, onStep) {
  let isStepping = false;
  const end = () => {
    if (isStepping) onEnd();
    isStepping = false;
  };
  input.addEventListener('keyup', end);
  input.addEventListener('blur', end);
  input.addEventListener('keydown', (event) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (direction === 0 || !onStep(direction)) return;
    event.preventDefault();
    isStepping = true;
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
