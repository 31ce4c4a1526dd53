import { isNotebookRun } from '../../state/config.js';
import { DETERMINED_EPOCHS, NOTEBOOK_NUMBERS, compareWithNotebook } from '../../state/notebook.js';
import { compareStages } from '../../state/parity.js';
import { h, setHidden } from '../../views/dom.js';
import { numberTable } from '../../views/text/table.js';
import { scrollRegion } from '../../views/text/scroll-region.js';

/** @typedef {import('../../state/notebook.js').Comparison} Comparison */
/** @typedef {import('../../state/parity.js').Stage} Stage */
/** @typedef {import('./panel.js').PanelOptions} PanelOptions */

const STAGES = /** @type {const} */ (['data', 'split', 'weights', 'forward', 'training']);
/** Digits of a difference: its size is all that matters. */
const DIFFERENCE_DIGITS = 1;

/** As many as a double can tell apart. */
const ALL_DIGITS = 16;
/** Digits of a loss in print: enough to see that they agree, few enough to read. */
const PRINTED_DIGITS = 8;

/**
 * The notebook's numbers beside those of this run, from the data to the last determined epoch.
 *
 * @param {PanelOptions} options
 * @returns {import('./panel.js').Panel}
 */
export function createParityPanel({ texts, formats, commit }) {
  const words = texts.parity;
  const stages = numberTable({
    caption: words.caption,
    corner: words.corner,
    columns: words.columns,
    rows: STAGES.map((stage) => words.stages[stage]),
  });
  const notebook = createNotebookTable(texts, formats);
  const same = h(
    'div',
    { class: 'parity-tables' },
    h(
      'div',
      { class: 'parity-stages' },
      scrollRegion(words.caption, stages.element),
      h('p', { class: 'panel-note' }, words.note(formats.count(DETERMINED_EPOCHS))),
    ),
    scrollRegion(texts.notebook.caption, notebook.element),
  );
  const other = h(
    'div',
    { class: 'panel-offer' },
    h('p', {}, words.other),
    h(
      'button',
      { type: 'button', class: 'button', onclick: () => commit({ preset: 'notebook' }) },
      words.set,
    ),
  );

  /** @param {Stage} stage */
  const cells = ({ name, known, ours, difference, agrees, epoch }) => [
    name === 'training' ? trainingResult(agrees, epoch) : result(agrees),
    difference === null ? words.pending : formats.scientific(difference, DIFFERENCE_DIGITS),
    formats.verbatim(known),
    ours === null ? words.pending : formats.verbatim(ours),
  ];
  const result = (/** @type {boolean | null} */ agrees) => {
    if (agrees === null) return words.pending;
    return agrees ? words.exact : words.differs;
  };
  const trainingResult = (
    /** @type {boolean | null} */ agrees,
    /** @type {number | null} */ epoch,
  ) => {
    if (epoch === null) return words.untrained;
    return agrees ? words.within(formats.count(epoch)) : words.beyond(formats.count(epoch));
  };

  return {
    children: [
      other,
      same,
      h(
        'div',
        { class: 'panel-prose' },
        h('h5', { class: 'panel-subtitle' }, words.chaosTitle(formats.count(DETERMINED_EPOCHS))),
        ...words.chaos.map((paragraph) => h('p', {}, paragraph)),
      ),
    ],
    async update({ config, description, initialParameters, history }) {
      const isSame = isNotebookRun(config);
      setHidden(same, !isSame);
      setHidden(other, isSame);
      if (!isSame) return;
      stages.update(compareStages({ description, initialParameters, history }).map(cells));
      notebook.update(history);
    },
  };
}

/**
 * The notebook's known numbers beside ours.
 *
 * @param {import('../../languages/en.js').Texts} texts
 * @param {import('../../views/text/formats.js').Formats} formats
 */
function createNotebookTable({ notebook: words }, formats) {
  const table = numberTable({
    caption: words.caption,
    corner: words.corner,
    columns: [words.notebook, words.here, words.agreement],
    rows: NOTEBOOK_NUMBERS.map(({ epoch, metric }) => words[metric](formats.count(epoch))),
  });
  table.element.classList.add('notebook');

  /** @param {Comparison} comparison */
  const cells = ({ metric, value, ours, agrees }) => {
    const format = metric === 'testAccuracy' ? formats.percent : printLoss;
    if (ours === null) return [format(value), words.pending, words.pending];
    return [
      format(value),
      format(ours),
      agrees ? words.agrees(how(value, ours, metric)) : words.differs,
    ];
  };

  const printLoss = (/** @type {number} */ loss) => formats.fixed(loss, PRINTED_DIGITS);

  /**
   * @param {number} value
   * @param {number} ours
   * @param {Comparison['metric']} metric
   */
  const how = (value, ours, metric) => {
    if (metric === 'trainLoss') return words.digits(equalDigits(value, ours));
    return value === ours ? words.same : words.onePoint;
  };

  return {
    element: table.element,

    /** @param {import('../../state/history.js').History} history */
    update(history) {
      table.update(compareWithNotebook(history).map(cells));
    },
  };
}

/**
 * @param {number} known not 0
 * @param {number} ours
 * @returns {number} how many significant digits the two share
 */
function equalDigits(known, ours) {
  if (known === ours) return ALL_DIGITS;
  const digits = Math.floor(-Math.log10(Math.abs(ours - known) / Math.abs(known)));
  return Math.min(ALL_DIGITS, Math.max(0, digits));
}
