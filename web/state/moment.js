import { columnsIn, mapColumns } from './metrics.js';

/**
 * A run as it is at this moment, which nothing that comes changes any more.
 *
 * @param {import('./lab-state.js').LabState} state
 * @returns {import('./record.js').Run | null} null while there is none
 */
export function momentOf({ status, config, description, frame, history, ...run }) {
  if (status === 'loading' || !frame || !description) return null;
  const shown = history.curves();
  const curves = mapColumns((name) => (shown[name] ?? []).slice(), columnsIn(shown));
  return {
    config,
    description,
    frame,
    curves: /** @type {import('./types.js').Curves} */ (curves),
    imported: run.isImported ? run.initialParameters : null,
  };
}
