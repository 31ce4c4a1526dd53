/**
 * A run in files for others: the history as a table for spreadsheets and programs (RFC 4180), and names
 * that tell what is in a file, such as `moonlab-moons-8-8-epoch-250-history.csv`.
 *
 * @module
 */

import { columnsIn, spelt, toJson } from './metrics.js';

/** @import { Config, Curves, Description } from './types.js' */

/** What a run can be saved as, and the ending that each has. */
const ENDINGS = {
  record: '-record.json',
  history: '-history.csv',
  boundary: '-boundary.png',
  // Python can import it by this name.
  script: '.py',
};

/** What a network without hidden layers is called, by what its outputs do. @type {Record<string, string>} */
const REGRESSIONS = { sigmoid: 'logistic', softmax: 'softmax', linear: 'linear' };

/** More layers are counted. */
const MOST_LAYERS = 6;

/**
 * @param {keyof typeof ENDINGS} kind
 * @param {Pick<Config, 'dataset'>} config
 * @param {Pick<Description, 'layerSizes' | 'activations'>} description
 * @param {number} epoch
 * @returns {string} of letters, digits, `-`, `_` and `.` only
 */
export function fileName(kind, { dataset }, { layerSizes, activations }, epoch) {
  const hidden = layerSizes.slice(1, -1);
  const layers = hidden.length > MOST_LAYERS ? `${hidden.length}-layers` : hidden.join('-');
  const regression = REGRESSIONS[activations[activations.length - 1]];
  const stem = ['moonlab', dataset, layers || regression, 'epoch', epoch].join('-');
  return (kind === 'script' ? stem.replaceAll('-', '_') : stem) + ENDINGS[kind];
}

/** Of a history that does not hold every epoch: every how many it does. */
const THINNED = 'every_nth_epoch';
const LINE_END = '\r\n';

/**
 * A line an epoch, below a line of names; every number with all its digits. Where the history is
 * thinned, one more column says so.
 *
 * @param {Curves} curves
 * @param {number} stride every how many epochs one is held
 * @returns {string}
 */
export function historyCsv(curves, stride) {
  const metrics = columnsIn(curves);
  const names = metrics.map((name) => spelt(name, '_'));
  const columns = metrics.map((name) => /** @type {Float64Array} */ (curves[name]));
  const note = stride > 1 ? [THINNED] : [];
  const lines = [[...names, ...note].join(',')];
  for (let row = 0; row < curves.epoch.length; row += 1) {
    // The R² of a single point, which there is not, leaves its cell empty.
    const numbers = columns.map((column, i) =>
      metrics[i].endsWith('R2') ? toJson(column[row]) : column[row],
    );
    lines.push((stride > 1 ? [...numbers, stride] : numbers).join(','));
  }
  return lines.join(LINE_END) + LINE_END;
}
