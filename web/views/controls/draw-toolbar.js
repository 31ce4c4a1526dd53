/** What stands above the plane while somebody draws points on it. */

import { h, setHidden, setText } from '../dom.js';
import { legendMarker } from '../plane/legend.js';
import { numberField } from './number-field.js';
import { pressButton, setAvailable } from './icons.js';
import { radioSwitch } from './radio-switch.js';
import { linearStops } from './slider-scale.js';

/** @typedef {import('../../languages/en.js').Texts} Texts */
/** @typedef {Record<'undo' | 'clear' | 'takeShown' | 'cancel' | 'finish', () => void>} DrawActions */

/**
 * @typedef {object} DrawState
 * @property {number} label the class of the next point, or its value
 * @property {number} classes that there are; 0 where points have values
 * @property {[number, number]} valueRange that the value's slider has
 * @property {string} value of the next point, as it is shown
 * @property {import('../plane/markers.js').Mark} mark of a point with that value
 * @property {import('../palette.js').Theme} theme
 * @property {boolean} isEmpty
 * @property {boolean} isEnough whether the points can be used
 * @property {string} tally in words
 */

/** From end to end of the value's slider. */
const STEPS = 40;

/**
 * @param {object} options
 * @param {Texts['drawing']} options.texts
 * @param {readonly number[]} options.labels of as many classes as there can be
 * @param {(label: number) => string | number} options.nameOf what they are called
 * @param {DrawActions & { choose: (label: number) => void, addClass: () => void }} options.actions
 */
export function drawToolbar({ texts, labels, nameOf, actions }) {
  const classes = chooseClass({ texts, labels, nameOf, actions });
  const value = chooseValue(texts.value, (text) => actions.choose(Number(text)));
  const undo = button(texts.undo, () => actions.undo());
  const clear = button(texts.clear, () => actions.clear());
  const shown = button(texts.shown, () => actions.takeShown());
  const done = pressButton({ class: 'button-primary' }, () => actions.finish(), texts.done);
  const cancel = button(texts.cancel, () => actions.cancel());
  const tally = h('p', { class: 'draw-tally', role: 'status' });
  const element = h(
    'div',
    { class: 'draw-toolbar', role: 'group', 'aria-label': texts.name, hidden: true },
    classes.element,
    value.element,
    h('div', { class: 'draw-buttons' }, shown, undo, clear, cancel, done),
    tally,
  );
  return {
    element,

    /** @param {DrawState} state */
    update(state) {
      const isValued = state.classes === 0;
      setHidden(classes.element, isValued);
      setHidden(value.element, !isValued);
      (isValued ? value : classes).update(state);
      for (const each of [undo, clear]) setAvailable(each, !state.isEmpty);
      setAvailable(shown, state.isEmpty);
      setAvailable(done, state.isEnough);
      setText(tally, state.tally);
    },
  };
}

/**
 * @param {Parameters<typeof drawToolbar>[0]} options
 */
function chooseClass({ texts, labels, nameOf, actions }) {
  const markers = labels.map((label) => legendMarker({ label, set: 'train' }));
  const choice = radioSwitch({
    name: 'draw-class',
    label: texts.label,
    choices: labels.map((label) => ({
      value: String(label),
      label: texts.class(nameOf(label)),
      mark: markers[label].element,
    })),
    onCommit: (value) => actions.choose(Number(value)),
  });
  const add = button(texts.addClass, () => actions.addClass());
  return {
    element: h('div', { class: 'draw-classes' }, choice.element, add),

    /** @param {DrawState} state */
    update({ label, classes, theme }) {
      choice.update(String(label));
      choice.options.forEach((option, i) => setHidden(option, i >= classes));
      for (const marker of markers) marker.draw(theme);
      setHidden(add, classes === labels.length);
    },
  };
}

/**
 * @param {string} name
 * @param {(text: string) => void} onCommit
 */
function chooseValue(name, onCommit) {
  const element = h('div', { class: 'draw-value' });
  const marker = legendMarker({ band: 0, set: 'train' });
  /** @type {ReturnType<typeof numberField> | null} */
  let field = null;
  let shownRange = '';
  return {
    element,

    /** @param {DrawState} state */
    update({ value, valueRange, mark, theme }) {
      if (!field || String(valueRange) !== shownRange) {
        shownRange = String(valueRange);
        const [min, max] = valueRange;
        const stops = linearStops(min, max, (max - min) / STEPS);
        field = numberField({ id: 'draw-value', label: name, min, max, stops, onCommit });
        element.replaceChildren(marker.element, field.element);
      }
      field.update(value);
      marker.draw(theme, { ...mark, set: 'train' });
    },
  };
}

/**
 * @param {string} name
 * @param {() => void} onPress
 */
function button(name, onPress) {
  return pressButton({ class: 'button' }, onPress, name);
}
