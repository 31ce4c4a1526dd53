import { sweepCsv } from '../../state/sweep-results.js';
import { drawSweepFigure } from '../../views/sweep/figure.js';
import { offerFile } from '../saving/files.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/types.js').Config} Config */
/** @typedef {import('./sweep-table.js').SweepTable} SweepTable */
/** @typedef {import('./sweep-table.js').Table} Table */

/**
 * Hands a sweep's table to the browser to be saved.
 *
 * @param {'csv' | 'png'} kind
 * @param {SweepTable} shown
 * @param {PanelOptions} options
 * @returns {Promise<string>} the file's name
 */
export async function saveSweep(kind, shown, options) {
  const table = /** @type {Table} */ (shown.table);
  const { x, y } = table.sweep;
  const keys = /** @type {(keyof Config)[]} */ (y ? [x.key, y.key] : [x.key]);
  const [{ cell }] = table.pairs;
  const name = ['moonlab', cell.config.dataset, 'sweep', ...keys].join('-').toLowerCase();
  const blob = kind === 'csv' ? printTable(table, keys) : await paintTable(shown, table, options);
  offerFile({ name: `${name}.${kind}`, blob });
  return `${name}.${kind}`;
}

/**
 * @param {Table} table
 * @param {(keyof Config)[]} keys
 */
function printTable({ pairs }, keys) {
  const { problem } = pairs[0].cell.config;
  const runs = pairs.flatMap((pair) => pair.runs);
  return new Blob([sweepCsv(runs, { keys, problem })], { type: 'text/csv' });
}

/**
 * @param {SweepTable} shown
 * @param {Table} table
 * @param {PanelOptions} options
 * @returns {Promise<Blob>}
 */
function paintTable(shown, { pairs, words, sweep }, { texts, formats }) {
  const width = sweep.x.values.length;
  const canvas = document.createElement('canvas');
  const first = pairs[0].cell;
  drawSweepFigure(canvas, {
    title: words.caption,
    subtitle: texts.sweep.subtitle(formats.count(sweep.epochs), formats.count(first.seed)),
    corner: words.corner,
    columns: pairs.slice(0, width).map(({ cell }) => words.column(cell)),
    rows: pairs.filter((_, i) => i % width === 0).map(({ cell }) => words.row(cell)),
    cells: pairs.map(({ map }, index) => ({ text: shown.textOf(index), map })),
    theme: shown.theme,
    direction: texts.direction === 'rtl' ? 'rtl' : 'ltr',
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(texts.saving.picture.failed));
    }, 'image/png');
  });
}
