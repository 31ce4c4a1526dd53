/** Points of one's own: as text, or drawn on the plane. */

import { h, removeElement, setAttribute, setHidden, setText } from '../dom.js';
import { fold } from './fold.js';
import { pressButton } from './icons.js';
import { acceptDrop } from '../drop.js';

/** @typedef {import('../../languages/en.js').Texts} Texts */

/**
 * @typedef {object} PointsEditorActions
 * @property {(text: string) => void} onUse takes the text over
 * @property {(file: File) => void} onFile a file has been chosen or dropped
 * @property {(text: string) => void} onLongPaste a text too long for the field was kept out of it
 * @property {() => void} onDraw
 * @property {() => void} onStandardise
 */

/** @typedef {ReturnType<typeof pointsEditor>} PointsEditor */

/**
 * A fold with a table of points as text: to type, to paste, to drop a file on.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.label
 * @param {string} options.hint
 * @param {Texts['ownPoints']} options.texts
 * @param {HTMLElement} options.problem the control of what is learned of points
 * @param {number} options.maxLength of a text that is pasted
 * @param {PointsEditorActions} options.actions
 */
export function pointsEditor({ id, label, hint, texts, problem, maxLength, actions }) {
  const count = h('span', { class: 'fold-note' });
  const note = h('p', { class: 'field-note', id: `${id}-hint` }, `${hint} ${texts.format}`);
  const error = h('p', { class: 'field-error', id: `${id}-error`, 'aria-live': 'polite' });
  const remark = h('p', { class: 'field-note', 'aria-live': 'polite' });
  const chooser = h('div');
  const area = h('textarea', {
    id,
    class: 'lines',
    rows: 6,
    wrap: 'off',
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-label': label,
    'aria-describedby': `${note.id} ${error.id}`,
    onpaste: (event) => keepShort(event, maxLength, actions.onLongPaste),
  });
  const picker = filePicker(actions.onFile);
  const draw = button(texts.draw, actions.onDraw);
  draw.classList.add('fold-draw');
  const buttons = h(
    'div',
    { class: 'fold-buttons' },
    button(texts.use, () => actions.onUse(area.value)),
    draw,
    button(texts.file, () => picker.click()),
    picker,
    h('span', { class: 'fold-note' }, texts.drop),
  );
  const details = fold(label, count, problem, note, area, error, chooser, remark, buttons);
  const advice = scalingAdvice(texts, actions.onStandardise);
  const element = h('div', { class: 'own-points' }, details, advice);
  acceptDrop(element, ([file]) => actions.onFile(file));

  return {
    element,
    get text() {
      return area.value;
    },
    set text(text) {
      area.value = text;
    },
    setCount: (/** @type {string} */ text) => setText(count, text),
    setRemark: (/** @type {string} */ text) => setText(remark, text),
    /** Says that numbers should be scaled, and offers it. */
    advise: (/** @type {boolean} */ isNeeded) => setHidden(advice, !isNeeded),
    /** @param {HTMLElement | null} question which columns are which; null: nothing is asked */
    ask(question) {
      // Who is in it is led out of it.
      for (const child of [...chooser.children]) removeElement(/** @type {HTMLElement} */ (child));
      if (!question) return;
      chooser.append(question);
      details.open = true;
    },
    setError(/** @type {string} */ message) {
      setText(error, message);
      setAttribute(area, 'aria-invalid', message ? 'true' : null);
      if (message) details.open = true;
    },
    /** Unfolds, and puts the cursor where points go. */
    open() {
      details.open = true;
      area.focus();
    },
  };
}

/**
 * @param {Texts['ownPoints']} texts
 * @param {() => void} onStandardise
 */
function scalingAdvice(texts, onStandardise) {
  return h(
    'p',
    { class: 'own-advice', hidden: true },
    h('span', {}, texts.farFromOne),
    ' ',
    button(texts.standardise, onStandardise),
  );
}

/** @param {(file: File) => void} onFile */
function filePicker(onFile) {
  const picker = h('input', {
    type: 'file',
    accept: '.csv,.tsv,.txt,.dat,.json,text/csv,text/plain,application/json',
    hidden: true,
    onchange: () => {
      const file = picker.files?.[0];
      if (file) onFile(file);
      // The same file, mended, must count as another choice.
      picker.value = '';
    },
  });
  return picker;
}

/**
 * A field slows a page down long before its text has a million lines.
 *
 * @param {ClipboardEvent} event
 * @param {number} maxLength
 * @param {(text: string) => void} onLong
 */
function keepShort(event, maxLength, onLong) {
  const text = event.clipboardData?.getData('text') ?? '';
  if (text.length <= maxLength) return;
  event.preventDefault();
  onLong(text);
}

/**
 * @param {string} name
 * @param {() => void} onPress
 */
function button(name, onPress) {
  return pressButton({ class: 'button' }, onPress, name);
}
