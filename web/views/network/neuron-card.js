/** What a neuron computes, as a formula; of one that is held, its numbers can be changed in it. */

import { iconButton } from '../controls/icons.js';
import { h, setAttribute, setHidden, setText } from '../dom.js';
import { printFormula } from './probe.js';

/** @typedef {import('./probe.js').Formula} Formula */
/** @typedef {import('../../languages/en.js').Texts['stage']} StageTexts */
/** @typedef {import('../text/whole-words.js').WholeWords} WholeWords */

/**
 * @typedef {object} CardHandlers
 * @property {(input: number | null, value: number) => void} onEdit of the weight of an input, or the bias
 * @property {(input: number | null | undefined) => void} onChoose somebody is at the weight of an input, or
 *   at the bias; undefined: at none of them
 * @property {() => void} onLetGo
 * @property {() => boolean} isTraining
 *
 * @typedef {object} CardContent
 * @property {string} name
 * @property {string} note
 * @property {Formula | null} formula null for an input
 * @property {string} held which neuron is, if this one is
 * @property {boolean} canEdit
 */

/** What an arrow key adds, and with Shift. */
const STEP = 0.1;
const SMALL_STEP = 0.01;
/** How far the slider goes at least. */
const REACH = 4;
/** Decimals that are written: a weight has more, which stay unless it is changed. */
const DECIMALS = 3;
/** From here on, a field has no room for all digits. */
const LONG = 1e5;

export class NeuronCard {
  #texts;
  #words;
  #handlers;
  #name = h('strong', { class: 'card-name' });
  #note = h('span', { class: 'card-note' });
  #letGo;
  #hint;
  /** Of the slider. */
  #place = h('span', { class: 'card-slider' });
  #formula = h('p', { class: 'formula', dir: 'ltr' });
  #editor = h('div', { class: 'formula formula-editor', dir: 'ltr' });
  /** @type {Editor | null} */
  #fields = null;
  /** What the fields are of. */
  #held = '';
  /** The field that is to have the focus. @type {number | null | undefined} */
  #next;

  /**
   * @param {StageTexts} texts
   * @param {WholeWords} words
   * @param {CardHandlers} handlers
   */
  constructor(texts, words, handlers) {
    this.#texts = texts;
    this.#words = words;
    this.#handlers = handlers;
    this.#letGo = iconButton('close', texts.letGo, handlers.onLetGo);
    this.#hint = h('p', { class: 'card-hint' }, texts.hint);
    this.element = h(
      'div',
      { class: 'neuron-card' },
      this.#hint,
      h('div', { class: 'card-head' }, this.#name, this.#note, this.#place, this.#letGo),
      this.#formula,
      this.#editor,
    );
    this.show(null);
  }

  /** @param {CardContent | null} content null: nothing is pointed at, and none held */
  show(content) {
    const { name = '', note = '', formula = null, held = '', canEdit = false } = content ?? {};
    setHidden(this.#hint, content !== null);
    setText(this.#name, name);
    setText(this.#note, note);
    setAttribute(this.#note, 'title', note);
    setHidden(this.#letGo, held === '');
    setHidden(this.#formula, canEdit || formula === null);
    setHidden(this.#editor, !canEdit);
    setHidden(this.#place, !canEdit);
    if (!formula) return;
    if (canEdit) this.#showFields(formula, held);
    else setText(this.#formula, printFormula(formula, this.#words));
  }

  /**
   * @param {Formula} formula
   * @param {string} held
   */
  #showFields(formula, held) {
    if (this.#held !== held || this.#fields?.count !== formula.terms.length) {
      this.#held = held;
      this.#fields = createEditor(formula, this.#texts, this.#handlers);
      // Where one of the former fields has the focus, that goes on.
      for (const part of [this.#editor, this.#place]) setHidden(part, true);
      this.#editor.replaceChildren(...this.#fields.elements);
      this.#place.replaceChildren(this.#fields.slider);
      for (const part of [this.#editor, this.#place]) setHidden(part, false);
    }
    this.#fields.update(formula);
    const next = this.#next;
    this.#next = undefined;
    if (next !== undefined) this.#fields.focus(next);
  }

  /** @param {number | null} input whose weight is to be changed once its neuron is shown; null: the bias */
  chooseNext(input) {
    this.#next = input;
  }
}

/** @typedef {ReturnType<typeof createEditor>} Editor */

/**
 * @param {Formula} formula
 * @param {StageTexts} texts
 * @param {CardHandlers} handlers
 */
function createEditor({ activation, terms }, texts, { onEdit, onChoose, isTraining }) {
  /** @type {Map<number | null, HTMLInputElement>} */
  const fields = new Map();
  /** @type {number | null} */
  let chosen = terms[0]?.input ?? null;
  /** @type {Map<number | null, string>} */
  const names = new Map([
    ...terms.map(({ input, name }) => /** @type {const} */ ([input, texts.weightOf(name)])),
    /** @type {const} */ ([null, texts.bias]),
  ]);
  const slider = h('input', {
    type: 'range',
    class: 'slider weight-slider',
    step: SMALL_STEP,
    tabindex: -1,
    oninput: () => isTraining() || onEdit(chosen, slider.valueAsNumber),
    // While it trains, every change is one of the run's.
    onchange: () => isTraining() && onEdit(chosen, slider.valueAsNumber),
    ondblclick: () => onEdit(chosen, 0),
  });
  const choose = (/** @type {number | null} */ input) => {
    chosen = input;
    setAttribute(slider, 'aria-label', texts.slider(names.get(input) ?? ''));
    for (const [key, field] of fields) setAttribute(field, 'data-chosen', key === input);
    showOn(slider, fields.get(input)?.valueAsNumber ?? 0);
    onChoose(input);
  };
  const field = (/** @type {number | null} */ input) => {
    const element = numberInput(names.get(input) ?? '', texts.toZero, {
      onEdit: (value) => onEdit(input, value),
      onFocus: () => choose(input),
      onBlur: () => onChoose(undefined),
    });
    fields.set(input, element);
    return element;
  };
  const sum = terms.map(({ input, name }) =>
    h('span', { class: 'formula-term' }, field(input), `·${name} + `),
  );
  const isPlain = activation === 'linear';
  const elements = [
    h('span', { class: 'formula-term' }, isPlain ? '' : `${activation}(`),
    ...sum,
    h('span', { class: 'formula-term' }, field(null), isPlain ? '' : ')'),
  ];
  const root = () => /** @type {ShadowRoot | Document} */ (slider.getRootNode());

  return {
    elements,
    slider,
    count: terms.length,
    focus: (/** @type {number | null} */ input) => fields.get(input)?.focus(),

    /** @param {Formula} now */
    update({ terms: newTerms, bias }) {
      const values = [...newTerms.map(({ weight }) => weight), bias];
      [...fields].forEach(([input, element], index) => {
        const isTyped = root().activeElement === element && element.dataset.typed !== undefined;
        if (!isTyped) writeNumber(element, values[index]);
        if (input === chosen && root().activeElement !== slider) showOn(slider, values[index]);
      });
    },
  };
}

/**
 * @param {string} label
 * @param {string} title
 * @param {{ onEdit: (value: number) => void, onFocus: () => void, onBlur: () => void }} handlers
 */
function numberInput(label, title, { onEdit, onFocus, onBlur }) {
  const typed = (/** @type {boolean} */ isTyped) =>
    setAttribute(input, 'data-typed', isTyped || null);
  const input = h('input', {
    type: 'number',
    class: 'weight',
    step: 'any',
    autocomplete: 'off',
    'aria-label': label,
    onfocus: onFocus,
    onblur: () => {
      typed(false);
      onBlur();
    },
    oninput: () => typed(true),
    onchange: () => {
      typed(false);
      if (Number.isFinite(input.valueAsNumber)) onEdit(input.valueAsNumber);
    },
    ondblclick: () => onEdit(0),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!sign) return;
      event.preventDefault();
      const step = event.shiftKey ? SMALL_STEP : STEP;
      const value = Number.isFinite(input.valueAsNumber) ? input.valueAsNumber : 0;
      const next = Number((value + sign * step).toFixed(DECIMALS));
      writeNumber(input, next);
      onEdit(next);
    },
  });
  input.title = `${label}. ${title}`;
  return input;
}

/**
 * @param {HTMLInputElement} input
 * @param {number} value
 */
function writeNumber(input, value) {
  const text = Number.isFinite(value) ? printNumber(value) : '';
  if (input.value !== text) input.value = text;
}

/** @param {number} value @returns {string} as a field takes it, and has room for it */
function printNumber(value) {
  if (Math.abs(value) >= LONG) return value.toExponential(1).replace('+', '');
  return String(Number(value.toFixed(DECIMALS)));
}

/**
 * @param {HTMLInputElement} slider
 * @param {number} value
 */
function showOn(slider, value) {
  const most = Math.max(REACH, Math.ceil(Math.abs(value)));
  setAttribute(slider, 'min', -most);
  setAttribute(slider, 'max', most);
  slider.valueAsNumber = value;
  slider.style.setProperty('--place', `${(50 * (value + most)) / most}%`);
}
