/**
 * A run as it is at this moment, which nothing that comes changes any more.
 *
 * @param {import('./lab-state.js').LabState} state
 * @returns {import('./record.js').Run | null} null while there is none
 */
export function momentOf({ status, config, description, frame, history, ...run }) {
  if (status === 'loading' || !frame || !description) return null;
  return {
    config,
    description,
    frame,
    curves: history.until(frame.metrics),
    imported: run.isImported ? run.initialParameters : null,
  };
}
