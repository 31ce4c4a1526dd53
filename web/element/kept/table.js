import { differences, LABEL_LENGTH, valueOf } from '../../state/kept.js';
import { columnsOf, scoresOf } from '../../state/metrics.js';
import { entryOfKey } from '../../state/schema.js';
import { settingWords } from '../../state/setting-words.js';
import { h, removeElement, setAttribute, setHidden, setText } from '../../views/dom.js';
import { keptStyle } from '../../views/charts/kept-curves.js';
import { icon, iconButton, pressButton } from '../../views/controls/icons.js';
import { themeColors } from '../../views/palette.js';
import { createLineSample } from '../../views/text/line-sample.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { tableHead } from '../../views/text/table.js';
import { printScore } from '../sentences.js';

/** @typedef {import('./options.js').KeptOptions} KeptOptions */
/** @typedef {import('../../state/kept.js').KeptRun} KeptRun */
/** @typedef {import('../../state/lab-state.js').LabState} LabState */
/** @typedef {import('../../state/types.js').Config} Config */
/** @typedef {import('../../state/types.js').Metrics} Metrics */

/**
 * @typedef {object} Row
 * @property {HTMLTableRowElement} element
 * @property {HTMLElement} actions its last cell
 * @property {HTMLTableCellElement[]} cells between its name and its actions
 * @property {(isPressed: boolean) => void} press whether it is shown beside this run
 * @property {(run: KeptRun, theme: import('../../views/palette.js').Theme) => void} name
 */

/** What is shown. */
const SHOWN = /** @type {const} */ (['kept', 'config', 'theme']);

/**
 * This run and the kept ones: the settings in which they differ, and what has come of them.
 */
export class KeptTable {
  #options;
  #texts;
  #panel;
  #head = tableHead();
  #body = h('tbody');
  #present;
  /** By letter. @type {Map<string, Row>} */
  #rows = new Map();
  #unsaved;
  /** @type {LabState | null} */
  #state = null;
  /** Which scores there are. @type {ReturnType<typeof scoresOf>['name'][]} */
  #scores = [];

  /**
   * @param {KeptOptions} options
   * @param {import('./options.js').KeptPart} panel
   */
  constructor(options, panel) {
    this.#options = options;
    this.#panel = panel;
    const { kept: texts } = options.texts;
    this.#texts = texts;
    const name = h('th', { scope: 'row' }, texts.present);
    const actions = h('td');
    const element = h('tr', {}, name, actions);
    this.#present = { element, actions, cells: [], press: () => {}, name: () => {} };
    this.#body.append(this.#present.element);
    this.#unsaved = h('p', { class: 'panel-note' }, texts.unsaved);
    const table = h(
      'table',
      { class: 'numbers kept-table' },
      h('caption', {}, texts.title),
      this.#head,
      this.#body,
    );
    const save = () => panel.attempt(() => panel.save());
    const removeAll = () => panel.attempt(() => this.#remove(this.#kept));
    this.element = h(
      'div',
      {},
      scrollRegion(texts.title, table),
      h(
        'div',
        { class: 'kept-foot' },
        pressButton({ class: 'button' }, save, icon('save'), texts.save),
        pressButton({ class: 'button' }, removeAll, texts.removeAll),
        this.#unsaved,
      ),
    );
  }

  get #kept() {
    return this.#options.controls.store.state.kept;
  }

  /** @param {LabState} state */
  update(state) {
    const before = this.#state;
    this.#state = state;
    if (before && SHOWN.every((key) => state[key] === before[key])) return;
    const { kept, config } = state;
    this.#setRows(state);
    const configs = [config, ...kept.map((run) => run.config)];
    const keys = differences(configs);
    const problems = new Set(configs.map(({ problem }) => problem));
    this.#scores = [...problems].map((problem) =>
      columnsOf(problem).includes('testR2') ? 'r2' : 'accuracy',
    );
    this.#writeHead(keys);
    const settings = configs.map((one) => keys.map((key) => this.#valueOf(one, key)));
    const rows = [this.#present, ...this.#rows.values()];
    const metrics = [state.metrics, ...kept.map(({ record }) => record.metrics)];
    rows.forEach((row, i) => write(row, [...settings[i], ...this.#results(metrics[i])]));
    setHidden(
      this.#unsaved,
      kept.every(({ isSaved }) => isSaved),
    );
  }

  /** @param {string | null} letter of the run that is shown beside this one */
  press(letter) {
    for (const [one, row] of this.#rows) row.press(one === letter);
  }

  /** @param {Metrics} metrics of this run */
  showMetrics(metrics) {
    const { cells } = this.#present;
    const results = this.#results(metrics);
    const first = cells.length - results.length;
    results.forEach((text, i) => setText(cells[first + i], text));
  }

  /** @param {LabState} state */
  #setRows({ kept, theme }) {
    for (const [letter, { element }] of this.#rows) {
      if (kept.some((run) => run.letter === letter)) continue;
      removeElement(element);
      this.#rows.delete(letter);
    }
    for (const run of kept) {
      const row = this.#rows.get(run.letter) ?? this.#createRow(run.letter);
      row.name(run, themeColors(theme));
    }
  }

  /**
   * @param {string} letter
   * @returns {Row}
   */
  #createRow(letter) {
    const texts = this.#texts;
    const run = () => this.#kept.find((one) => one.letter === letter);
    const act = (/** @type {(run: KeptRun) => unknown} */ use) => () => {
      const found = run();
      if (found) this.#panel.attempt(() => use(found));
    };
    const sample = createLineSample(letter);
    const label = h('input', {
      class: 'kept-label',
      type: 'text',
      maxlength: LABEL_LENGTH,
      placeholder: texts.name,
      'aria-label': texts.label(letter),
    });
    label.addEventListener(
      'change',
      act((one) => this.#rename(one, label.value)),
    );
    const restore = pressButton(
      { class: 'button', 'aria-label': texts.restoreRun(letter) },
      act((one) => this.#restore(one)),
      texts.restore,
    );
    const remove = iconButton(
      'close',
      texts.remove(letter),
      act((one) => this.#remove([one])),
    );
    const beside = pressButton(
      { class: 'button', 'aria-label': texts.besideRun(letter) },
      act((one) => this.#panel.toggleBeside(one)),
      texts.beside,
    );
    const actions = h('td', {}, h('span', { class: 'kept-actions' }, beside, restore, remove));
    const name = h('span', { class: 'kept-name' }, sample.element, label);
    const element = h('tr', {}, h('th', { scope: 'row' }, name), actions);
    this.#body.append(element);
    /** @type {Row} */
    const row = {
      element,
      actions,
      cells: [],
      press: (isPressed) => setAttribute(beside, 'aria-pressed', String(isPressed)),
      name(one, theme) {
        sample.draw(keptStyle(letter, theme));
        // Its letter stands beside it.
        label.value = one.label === letter ? '' : one.label;
      },
    };
    row.press(false);
    this.#rows.set(letter, row);
    return row;
  }

  /** @param {readonly (keyof Config)[]} keys */
  #writeHead(keys) {
    const { columns, run, actions } = this.#texts;
    const settings = keys.map((key) => {
      const entry = /** @type {import('../../state/types.js').Entry} */ (entryOfKey(key));
      return settingWords(this.#options.texts, entry).label;
    });
    const results = [
      columns.epoch,
      columns.trainLoss,
      columns.testLoss,
      ...this.#scores.map((name) => columns[name]),
    ];
    const last = h('span', { class: 'visually-hidden' }, actions);
    this.#head.replaceChildren(...tableHead(run, ...settings, ...results, last).children);
  }

  /**
   * @param {Config} config
   * @param {keyof Config} key
   */
  #valueOf(config, key) {
    if (valueOf(config, key) === null) return this.#texts.none;
    return this.#options.changeWords.valueOf(key, config);
  }

  /** @param {Metrics | null} metrics */
  #results(metrics) {
    const { formats } = this.#options;
    const { none } = this.#texts;
    if (!metrics) return ['', '', '', ...this.#scores.map(() => '')];
    const { name, test } = scoresOf(metrics);
    return [
      formats.count(metrics.epoch),
      formats.loss(metrics.trainLoss),
      formats.loss(metrics.testLoss),
      ...this.#scores.map((one) => (one === name ? printScore(name, test, formats) : none)),
    ];
  }

  /** @param {KeptRun} run */
  #restore({ letter, label, config, record }) {
    const { epoch } = record.metrics;
    const name = this.#texts.named(letter, label);
    const run = { config, epoch, model: record.start ?? null };
    return this.#options.changes.open(run, { kind: 'restored', name, epoch });
  }

  /**
   * @param {KeptRun} run
   * @param {string} label
   */
  async #rename(run, label) {
    const part = await this.#options.controls.keeper.part();
    part.rename(run, label);
  }

  /** @param {readonly KeptRun[]} runs */
  async #remove(runs) {
    const part = await this.#options.controls.keeper.part();
    const before = part.runs;
    part.remove(runs);
    const undo = () => {
      part.putBack(before);
      this.#panel.say(this.#texts.help);
    };
    const letters = runs.map(({ letter }) => letter).join(', ');
    const offer = { name: this.#options.texts.changes.undo, onPress: undo };
    this.#panel.say(this.#texts.removed(letters), { offer });
  }
}

/**
 * @param {Row} row
 * @param {string[]} texts
 */
function write(row, texts) {
  if (texts.length !== row.cells.length) {
    for (const cell of row.cells) cell.remove();
    row.cells = texts.map(() => h('td'));
    row.actions.before(...row.cells);
  }
  texts.forEach((text, i) => setText(row.cells[i], text));
}
