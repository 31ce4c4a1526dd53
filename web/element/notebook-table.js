import { NOTEBOOK_NUMBERS, compareWithNotebook } from '../state/notebook.js';
import { numberTable } from '../views/table.js';

/** @typedef {import('../state/notebook.js').Comparison} Comparison */

/** As many as a double can tell apart. */
const ALL_DIGITS = 16;
/** Digits of a loss in print: enough to see that they agree, few enough to read. */
const PRINTED_DIGITS = 8;

/**
 * The notebook's known numbers beside ours.
 *
 * @param {import('../languages/en.js').Texts} texts
 * @param {import('../views/formats.js').Formats} formats
 */
export function createNotebookTable({ notebook: words }, formats) {
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

    /** @param {import('../state/history.js').History} history */
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
