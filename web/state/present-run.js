import { startingModel } from './model.js';

/**
 * @param {import('./lab-state.js').LabState} state
 * @returns {import('./deed.js').Run} as it is now
 */
export function presentRun(state) {
  const { status, config, metrics, description, isImported, initialParameters } = state;
  if (status === 'loading') return { config, epoch: 0, model: null };
  const epoch = metrics?.epoch ?? 0;
  if (!isImported || !description || !initialParameters) return { config, epoch, model: null };
  const network = { ...description, classNames: config.classNames };
  return { config, epoch, model: startingModel(network, initialParameters) };
}
