import { h, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';

/**
 * @typedef {object} PointsEditorTexts
 * @property {string} format how a line is written
 * @property {string} use
 * @property {string} file
 * @property {string} drop
 * @property {string} draw
 */

/**
 * @typedef {object} PointsEditorActions
 * @property {(text: string) => void} onUse takes the text over
 * @property {(file: File) => void} onFile a file has been chosen or dropped
 * @property {(text: string) => void} onLongPaste a text too long for the field was kept out of it
 * @property {() => void} onDraw
 */

/** @typedef {ReturnType<typeof pointsEditor>} PointsEditor */

/**
 * A fold with a table of points as text: to type, to paste, to drop a file on.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.label
 * @param {string} options.hint
 * @param {PointsEditorTexts} options.texts
 * @param {number} options.maxLength of a text that is pasted
 * @param {PointsEditorActions} options.actions
 */
export function pointsEditor({ id, label, hint, texts, maxLength, actions }) {
  const count = h('span', { class: 'fold-note' });
  const note = h('p', { class: 'field-note', id: `${id}-hint` }, `${hint} ${texts.format}`);
  const error = h('p', { class: 'field-error', id: `${id}-error`, 'aria-live': 'polite' });
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
  const picker = h('input', {
    type: 'file',
    accept: '.csv,.tsv,.txt,text/csv,text/plain',
    hidden: true,
    onchange: () => {
      const file = picker.files?.[0];
      if (file) actions.onFile(file);
      // The same file, mended, must count as another choice.
      picker.value = '';
    },
  });
  const button = (/** @type {string} */ name, /** @type {() => void} */ onclick) =>
    h('button', { type: 'button', class: 'button', onclick }, name);
  const draw = button(texts.draw, actions.onDraw);
  draw.classList.add('fold-draw');
  const element = h(
    'details',
    { class: 'fold' },
    h(
      'summary',
      { class: 'fold-summary' },
      h('span', { class: 'fold-name' }, label),
      count,
      icon('chevron'),
    ),
    h(
      'div',
      { class: 'fold-body' },
      note,
      area,
      error,
      h(
        'div',
        { class: 'fold-buttons' },
        button(texts.use, () => actions.onUse(area.value)),
        draw,
        button(texts.file, () => picker.click()),
        picker,
        h('span', { class: 'fold-note' }, texts.drop),
      ),
    ),
  );
  takeDrops(element, actions.onFile);

  return {
    element,
    get text() {
      return area.value;
    },
    set text(text) {
      area.value = text;
    },
    setCount: (/** @type {string} */ text) => setText(count, text),
    setError(/** @type {string} */ message) {
      setText(error, message);
      setAttribute(area, 'aria-invalid', message ? 'true' : null);
      if (message) element.open = true;
    },
    /** Unfolds, and puts the cursor where points go. */
    open() {
      element.open = true;
      area.focus();
    },
  };
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
 * @param {HTMLElement} zone
 * @param {(file: File) => void} onFile
 */
function takeDrops(zone, onFile) {
  const holdsFile = (/** @type {DragEvent} */ event) =>
    event.dataTransfer?.types.includes('Files') ?? false;
  const mark = (/** @type {boolean} */ isOver) => setAttribute(zone, 'data-over', isOver);
  zone.addEventListener('dragover', (event) => {
    // Texts may be dropped into the field as ever.
    if (!holdsFile(event)) return;
    event.preventDefault();
    mark(true);
  });
  zone.addEventListener('dragleave', () => mark(false));
  zone.addEventListener('drop', (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    mark(false);
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
  });
}
