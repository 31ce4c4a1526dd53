import { parseRows, printLines, printText } from '../state/config.js';
import { allowedValues, complaint } from '../state/messages.js';
import { settingWords } from '../state/setting-words.js';
import { pointsEditor } from '../views/controls/points-editor.js';

/** @typedef {import('../state/types.js').OwnPoint} OwnPoint */
/** @typedef {Partial<Record<keyof import('../state/types.js').Config, unknown>>} Patch */

const MEGABYTE = 1e6;

/**
 * The control of the data set that is one's own. What stands in its field is a draft: it comes into
 * force when it is used, and a draft that is refused stays where it is, to be mended.
 */
export class OwnPointsField {
  #entry;
  #texts;
  #words;
  #commit;
  #editor;
  /** The points in force, as they were shown last. */
  #shown = '';

  /**
   * @param {object} options
   * @param {import('../state/types.js').PointsEntry} options.entry
   * @param {import('../languages/en.js').Texts} options.texts
   * @param {import('../state/messages.js').MessageWords} options.words
   * @param {(patch: Patch) => void} options.onCommit
   * @param {() => void} options.onDraw
   */
  constructor({ entry, texts, words, onCommit, onDraw }) {
    const { label, help } = settingWords(texts, entry);
    this.#entry = entry;
    this.#texts = texts.ownPoints;
    this.#words = words;
    this.#commit = onCommit;
    this.#editor = pointsEditor({
      // The group of controls has the attribute's name already.
      id: `${entry.attribute}-points`,
      label,
      hint: help,
      texts: texts.ownPoints,
      maxLength: entry.maxLength,
      actions: {
        onUse: (text) => this.use(text),
        onFile: (file) => this.#useFile(file),
        onLongPaste: (text) => this.use(text),
        onDraw,
      },
    });
  }

  get element() {
    return this.#editor.element;
  }

  /** @param {string} message */
  setError(message) {
    this.#editor.setError(message);
  }

  /** @param {import('../state/types.js').Config} config */
  update({ data }) {
    const text = printText(data);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#editor.text = printLines(data);
    this.#editor.setCount(this.#texts.count(data.length));
  }

  /** Shows where points go, to whom has asked for them without any. */
  invite() {
    this.#editor.open();
    this.#editor.setError(this.#texts.empty);
  }

  /**
   * @returns {OwnPoint[] | null} the draft's points, which need not be enough; null where it has wrong
   *   lines, which are shown
   */
  readDraft() {
    const { value, error } = parseRows(this.#editor.text);
    this.setError(error?.say(this.#words) ?? '');
    return value ?? null;
  }

  /** @param {OwnPoint[]} points */
  writeDraft(points) {
    this.#editor.text = printLines(points);
  }

  /** @param {string} text */
  use(text) {
    if (text.trim() === '') this.#editor.setError(this.#texts.empty);
    else this.#commit({ dataset: 'own', data: text });
  }

  /** @param {File} file */
  async #useFile(file) {
    const { maxLength } = this.#entry;
    if (file.size > maxLength) {
      this.#refuse(file, ({ problem, number }) =>
        problem.tooLargeFile(number(Math.ceil(file.size / MEGABYTE)), number(maxLength / MEGABYTE)),
      );
      return;
    }
    try {
      this.#editor.text = await file.text();
      this.use(this.#editor.text);
    } catch {
      this.#refuse(file, ({ problem }) => problem.unreadable);
    }
  }

  /**
   * @param {File} file
   * @param {import('../state/messages.js').Message} problem
   */
  #refuse(file, problem) {
    const { attribute } = this.#entry;
    const say = complaint(attribute, file.name, problem, allowedValues(this.#entry));
    this.setError(say(this.#words));
  }
}
