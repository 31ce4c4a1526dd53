import { classesOf, leftOutOf, numberClasses, toClasses } from '../state/classes.js';
import { parseText, printLines, printText } from '../state/config.js';
import { allowedValues, settingError } from '../state/messages.js';
import { settingWords } from '../state/setting-words.js';
import { parseColumns, parseRows, surveyTable } from '../state/own-table.js';
import { isFarFromOne } from '../state/spread.js';
import { columnChooser } from '../views/controls/column-chooser.js';
import { pointsEditor } from '../views/controls/points-editor.js';
import { decodeFile } from './decode.js';

/** @typedef {import('../state/types.js').OwnPoint} OwnPoint */
/** @typedef {import('../state/types.js').ProblemName} ProblemName */
/** @typedef {import('../state/classes.js').LabelledPoint} LabelledPoint */
/** @typedef {import('../state/classes.js').Label} Label */
/** @typedef {Partial<Record<keyof import('../state/types.js').Config, unknown>>} Patch */

const MEGABYTE = 1e6;
/** Of a table, for who is asked what its columns are. */
const ROWS_TO_LOOK_AT = 4;

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
  /** What the classes in the field are called, by number. @type {readonly string[]} */
  #names = [];
  /** @type {ProblemName} */
  #problem = 'classification';
  /** What was drawn, as it was written last. @type {{ text: string, points: OwnPoint[] } | null} */
  #written = null;

  /**
   * @param {object} options
   * @param {import('../state/types.js').PointsEntry} options.entry
   * @param {import('../languages/en.js').Texts} options.texts
   * @param {import('../state/messages.js').MessageWords} options.words
   * @param {HTMLElement} options.problem the control of what is learned of them
   * @param {(patch: Patch) => void} options.onCommit
   * @param {() => void} options.onDraw
   */
  constructor({ entry, texts, words, problem, onCommit, onDraw }) {
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
      problem,
      maxLength: entry.maxLength,
      actions: {
        onUse: (text) => this.use(text),
        onFile: (file) => this.#useFile(file),
        onLongPaste: (text) => this.use(text),
        onDraw,
        onStandardise: () => onCommit({ scale: 'standard' }),
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
  update({ problem, dataset, data, classNames, scale }) {
    this.#problem = problem;
    const text = `${printText(data)} ${classNames}`;
    if (text !== this.#shown) {
      this.#shown = text;
      this.#names = classNames;
      this.writeDraft(data);
      this.#editor.ask(null);
      this.#editor.setCount(this.#texts.count(data.length));
      const leftOut = leftOutOf(data).map(({ line, source }) => ({ line, source }));
      const remarks = [
        leftOut.length > 0 ? this.#texts.leftOut(leftOut) : '',
        data.length > 0 && classNames.length > 0 ? this.#texts.classes(classNames) : '',
      ];
      this.#editor.setRemark(remarks.filter(Boolean).join(' '));
    }
    this.#editor.advise(dataset === 'own' && scale === 'none' && isFarFromOne(data));
  }

  /**
   * Shows where points go, to whom has asked for them without any.
   *
   * @param {{ isPassing: boolean }} how isPassing: the focus stays where it is
   */
  invite({ isPassing }) {
    if (!isPassing) this.#editor.open();
    this.#editor.setError(this.#texts.empty);
  }

  /**
   * @returns {OwnPoint[] | null} the draft's points, which need not be enough; null where it has wrong
   *   lines, which are shown
   */
  readDraft() {
    const { text } = this.#editor;
    // Numbers of classes of which some have no points yet would be read as other classes.
    if (text === this.#written?.text) return this.#written.points;
    const { value, error } = parseRows(text, this.#problem);
    this.setError(error?.say(this.#words) ?? '');
    if (!value) return null;
    return this.#problem === 'regression'
      ? /** @type {OwnPoint[]} */ (value)
      : this.#classify(value);
  }

  /**
   * @param {LabelledPoint[]} value
   * @returns {OwnPoint[] | null} null where there are too many classes, which is said
   */
  #classify(value) {
    const known = this.#byNames(value);
    if (known) return known;
    if (classesOf(value).length > this.#entry.classes) {
      this.setError(parseText('data', this.#editor.text).error?.say(this.#words) ?? '');
      return null;
    }
    // Of few points, perhaps of a single class, numbers are the classes themselves.
    const numbers = Array.from({ length: this.#entry.classes }, (_, label) => label);
    const isClass = (/** @type {Label} */ label) => numbers.some((number) => number === label);
    const labels = classesOf(value);
    // Tables count from 1 as well, and then leave out 0.
    const areNumbers = labels.every(isClass) && (labels.includes(0) || labels.length < 2);
    const { data, classNames } = toClasses(value, areNumbers ? numbers.map(String) : undefined);
    this.#names = areNumbers ? [] : classNames;
    return data;
  }

  /** @param {OwnPoint[]} points whose classes have the field's names */
  writeDraft(points) {
    const isValued = this.#problem === 'regression';
    this.#editor.text = printLines(points, (label) =>
      isValued ? label : (this.#names[label] ?? label),
    );
    this.#written = { text: this.#editor.text, points };
  }

  /** @param {OwnPoint[]} points whose classes have the field's names */
  useDrawn(points) {
    const classNames = this.#problem === 'regression' ? [] : [...this.#names];
    this.#commit({ dataset: 'own', data: points, classNames });
  }

  /** @param {string} text */
  use(text) {
    this.#editor.ask(null);
    if (text.trim() === '') return this.#editor.setError(this.#texts.empty);
    const { value } = parseRows(text, this.#problem);
    const known = value && this.#byNames(value);
    // Names may be in an order of their own, which the text does not tell.
    if (known && classesOf(value).length > 1) return this.useDrawn(known);
    const survey = value ? null : surveyTable(text).value;
    if (survey && this.#isUnclear(survey)) return this.#ask(text, survey.table);
    this.#commit({ dataset: 'own', data: text });
  }

  /** Takes back which columns of a table are which; the table stays. */
  endAsking() {
    this.#editor.ask(null);
  }

  /** @param {import('../state/own-table.js').Survey} survey */
  #isUnclear({ table, columns }) {
    return !columns && table.width > 3 && table.rows.length >= this.#entry.min;
  }

  /**
   * @param {LabelledPoint[]} points
   * @returns {OwnPoint[] | null} null unless all their labels are names of the field's classes
   */
  #byNames(points) {
    const isKnown = points.every(([, , label]) => this.#names.includes(String(label)));
    return isKnown && this.#names.length > 0 ? numberClasses(points, this.#names) : null;
  }

  /**
   * @param {string} text
   * @param {import('../state/table.js').Table} table that does not tell which of its columns are which
   */
  #ask(text, { rows, names, width }) {
    this.#editor.setError('');
    const chooser = columnChooser({
      id: `${this.#entry.attribute}-columns`,
      texts: this.#texts.columns,
      names: Array.from({ length: width }, (_, index) => names?.[index] ?? ''),
      rows: rows.slice(0, ROWS_TO_LOOK_AT).map(({ cells }) => cells),
      columns: { x1: 0, x2: 1, label: width - 1 },
      onChoose: (columns) => {
        const { value, error } = parseColumns(text, columns, this.#problem);
        if (value) this.#commit({ dataset: 'own', data: value });
        else this.setError(error.say(this.#words));
      },
    });
    this.#editor.ask(chooser);
    chooser.querySelector('select')?.focus();
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
      const text = decodeFile(new Uint8Array(await file.arrayBuffer()));
      if (text === null) return this.#refuse(file, ({ problem }) => problem.noTextFile);
      this.#editor.text = text;
      this.use(text);
    } catch {
      this.#refuse(file, ({ problem }) => problem.unreadable);
    }
  }

  /**
   * @param {File} file
   * @param {import('../state/messages.js').Message} problem
   */
  #refuse(file, problem) {
    const { say } = settingError('data', file.name, problem, allowedValues(this.#entry));
    this.setError(say(this.#words));
  }
}
