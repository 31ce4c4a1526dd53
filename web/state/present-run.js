import { startingModel } from './model.js';

/**
 * @param {import('./lab-state.js').LabState} state
 * @returns {import('./deed.js').Run} as it is now
 */
export function presentRun(state) {
  const { status, config, metrics, history, description, isImported, initialParameters } = state;
  if (status === 'loading' || !metrics) return { config, epoch: 0, model: null };
  const run = { config, epoch: metrics.epoch, furthest: history.last, model: null };
  if (!isImported || !description || !initialParameters) return run;
  const network = { ...description, classNames: config.classNames };
  return { ...run, model: startingModel(network, initialParameters) };
}
