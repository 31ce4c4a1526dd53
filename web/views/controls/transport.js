/** The training: how it is started and stopped, how far it is, and what is to be reached. */

import { h, setAttribute, setText } from '../dom.js';
import { icon, iconButton, pressButton, setAvailable } from './icons.js';

/**
 * @typedef {'toggle' | 'step' | 'reset' | 'presentation' | 'shortcuts'} ButtonName
 *
 * @typedef {object} TransportState
 * @property {boolean} isTraining
 * @property {boolean} canTrain
 *
 * @typedef {object} Counts
 * @property {string} epoch
 * @property {string} testScore the accuracy on the test points
 * @property {boolean} [isR2] whether it is R² instead
 */

/**
 * Train / Pause, Step, Reset, and how far the training is.
 *
 * @param {object} options
 * @param {import('../../languages/en.js').Texts['transport']} options.texts
 * @param {() => void} options.onToggle
 * @param {() => void} options.onStep
 * @param {() => void} options.onReset
 * @param {() => void} [options.onPresent]
 * @param {() => void} [options.onShortcuts] shows which keys do the same as these buttons
 * @param {HTMLElement} [options.status] says in words how it stands
 * @param {HTMLElement} [options.timeline] goes to other epochs
 * @returns {{ element: HTMLElement, buttons: Partial<Record<ButtonName, HTMLButtonElement>>, update: (state: TransportState) => void,
 *   count: (counts: Counts) => void }}
 */
export function transport(options) {
  const { texts, onToggle, onStep, onReset, onPresent, onShortcuts, status, timeline } = options;
  const label = h('span', {}, texts.train);
  const toggle = pressButton(
    { class: 'button-primary' },
    onToggle,
    icon('play'),
    icon('pause'),
    label,
  );
  const step = pressButton({ class: 'button' }, onStep, icon('step'), texts.step);
  const reset = pressButton({ class: 'button' }, onReset, icon('reset'), texts.reset);
  const presentation = onPresent && toolButton('presentation', texts.presentation, onPresent);
  if (presentation) setAttribute(presentation, 'aria-pressed', 'false');
  const shortcuts = onShortcuts && toolButton('shortcuts', texts.shortcuts, onShortcuts);
  const epoch = counter('epoch', texts.epoch);
  const score = counter('test-accuracy', texts.testAccuracy);
  const element = h(
    'div',
    { class: 'transport', part: 'transport', role: 'group', 'aria-label': texts.name },
    h('div', { class: 'transport-buttons' }, toggle, step, reset),
    status,
    timeline,
    h('div', { class: 'counters' }, epoch.element, score.element),
    (presentation ?? shortcuts) && h('div', { class: 'tools' }, presentation, shortcuts),
  );
  return {
    element,
    buttons: { toggle, step, reset, presentation, shortcuts },
    update(state) {
      setText(label, state.isTraining ? texts.pause : texts.train);
      setAttribute(toggle, 'data-training', state.isTraining);
      setAvailable(toggle, state.canTrain);
      setAvailable(step, state.canTrain);
    },
    count(counts) {
      setNumber(epoch.value, counts.epoch);
      setText(score.label, counts.isR2 ? texts.testR2 : texts.testAccuracy);
      setNumber(score.value, counts.testScore);
    },
  };
}

/**
 * @param {'presentation' | 'shortcuts'} part
 * @param {string} name
 * @param {() => void} onPress
 */
function toolButton(part, name, onPress) {
  const button = iconButton(part, name, onPress);
  setAttribute(button, 'part', part);
  return button;
}

/**
 * What is to be reached, and that it has been.
 *
 * @returns {{ element: HTMLElement, update: (text: string, isReached: boolean) => void }} no text: no
 *   sign
 */
export function goalSign() {
  const words = h('span');
  const element = h(
    'p',
    { class: 'goal', part: 'goal', role: 'status', hidden: true },
    icon('target'),
    icon('check'),
    words,
  );
  return {
    element,
    update(text, isReached) {
      setAttribute(element, 'hidden', text === '');
      setAttribute(element, 'data-reached', isReached);
      setText(words, text);
    },
  };
}

/**
 * The number changes many times a second: it is not a live region, the status line speaks for it.
 *
 * @param {string} id unique in the shadow tree
 * @param {string} name
 * @returns {{ element: HTMLElement, label: HTMLElement, value: HTMLOutputElement }}
 */
function counter(id, name) {
  const value = h('output', { class: 'counter-value', id, 'aria-live': 'off' });
  const label = h('label', { class: 'counter-name', for: id }, name);
  return { element: h('p', { class: 'counter' }, label, value), label, value };
}

/**
 * In a box as wide as its digits are many, so that nothing else is laid out anew with every number.
 *
 * @param {HTMLElement} element
 * @param {string} text
 */
function setNumber(element, text) {
  setText(element, text);
  const width = `${text.length}ch`;
  if (element.style.width !== width) element.style.width = width;
}
