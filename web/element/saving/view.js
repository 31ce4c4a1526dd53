import { disclosure } from '../../views/controls/disclosure.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { acceptDrop } from '../../views/drop.js';
import { icon } from '../../views/controls/icons.js';

/** @typedef {import('../../languages/en.js').Texts['saving']} SavingTexts */
/** @typedef {'record' | 'history' | 'boundary' | 'script'} FileKind */
/** @typedef {ReturnType<typeof createSavingView>} SavingView */

/**
 * @typedef {object} Action what can be done about a message
 * @property {string} name
 * @property {() => void} onPress
 */

/** @type {FileKind[]} */
const KINDS = ['record', 'history', 'boundary', 'script'];

/**
 * The part "Save and open" as elements.
 *
 * @param {object} options
 * @param {SavingTexts} options.texts
 * @param {(kind: FileKind) => void} options.onSave
 * @param {(files: File[]) => void} options.onOpen
 * @param {() => void} options.onCancel
 */
export function createSavingView({ texts, onSave, onOpen, onCancel }) {
  const messages = h('div', { class: 'saving-messages', role: 'status' });
  const action = h('button', { type: 'button', class: 'button', hidden: true });
  const progress = createProgress(texts, onCancel);
  const element = disclosure({
    id: 'export',
    title: texts.title,
    lead: texts.lead,
    heading: 'h3',
    children: [
      h('ul', { class: 'saving-files' }, ...KINDS.map((kind) => createFile(kind, texts, onSave))),
      fileDrop(texts, onOpen),
      h('div', { class: 'saving-news' }, messages, action, progress.element),
    ],
  });
  acceptDrop(element, (files) => {
    element.open = true;
    onOpen(files);
  });
  /** @type {(() => void) | null} */
  let act = null;
  action.addEventListener('click', () => act?.());

  return {
    element,
    progress,

    /**
     * @param {string[]} lines of text; none takes back what was said
     * @param {object} [options]
     * @param {boolean} [options.isError]
     * @param {Action} [options.offer]
     */
    say(lines, { isError = false, offer } = {}) {
      messages.replaceChildren(...lines.map((line) => h('p', {}, line)));
      messages.toggleAttribute('data-error', isError);
      act = offer?.onPress ?? null;
      setText(action, offer?.name ?? '');
      setHidden(action, !offer);
    },
  };
}

/**
 * @param {FileKind} kind
 * @param {SavingTexts} texts
 * @param {(kind: FileKind) => void} onSave
 */
function createFile(kind, texts, onSave) {
  const { action, help } = texts.files[kind];
  const id = `save-${kind}-help`;
  return h(
    'li',
    { class: 'saving-file' },
    h(
      'button',
      { type: 'button', class: 'button', 'aria-describedby': id, onclick: () => onSave(kind) },
      icon('save'),
      action,
    ),
    h('span', { class: 'panel-note', id }, help),
  );
}

/**
 * How far the repetition of a training is.
 *
 * @param {SavingTexts} texts
 * @param {() => void} onCancel
 */
function createProgress(texts, onCancel) {
  const bar = h('progress', { id: 'replay-progress', class: 'saving-bar' });
  // Not a live region: it changes four times a second.
  const label = h('label', { for: bar.id });
  const cancel = h('button', { type: 'button', class: 'button', onclick: onCancel }, texts.cancel);
  const element = h('div', { class: 'saving-progress', hidden: true }, label, bar, cancel);
  return {
    element,

    /**
     * @param {{ done: number, all: number, text: string } | null} state null when it is over
     */
    show(state) {
      setHidden(element, state === null);
      if (!state) return;
      bar.max = state.all;
      bar.value = state.done;
      setText(label, state.text);
    },
  };
}

/**
 * A place for a file of the visitor's: to be chosen, by keyboard as well, or to be dropped.
 *
 * @param {SavingTexts} texts
 * @param {(files: File[]) => void} onFiles
 */
function fileDrop({ choose, drop }, onFiles) {
  const input = h('input', {
    type: 'file',
    id: 'record-file',
    class: 'file-input',
    accept: '.json,application/json',
    onchange: () => {
      const files = [...(input.files ?? [])];
      // So that the same file can be chosen again.
      input.value = '';
      if (files.length > 0) onFiles(files);
    },
  });
  const label = h('label', { for: input.id }, choose);
  return h(
    'div',
    { class: 'file-drop' },
    h('span', { class: 'button file-button' }, icon('open'), label, input),
    h('span', { class: 'file-hint' }, drop),
  );
}
