import { strideAt } from '../../state/history.js';
import { startingModel } from '../../state/model.js';
import { trainAgain } from '../again.js';

/** @import { Config, Description, Frame } from '../../state/types.js' */

/**
 * A run with the history that it would have had it ended at its present epoch: of one that was longer, fewer
 * epochs may be held than there is room for, and the others are had again by training it again.
 *
 * @template {{ config: Config, description: Description, frame: Frame,
 *   history: import('../../state/history.js').History, imported: Float64Array | null }} Run
 * @param {Run} run
 * @param {() => import('../../worker/client.js').Client} createClient
 * @returns {Promise<Run>}
 */
export async function withWholeHistory(run, createClient) {
  const { config, description, frame, history, imported } = run;
  const { epoch } = frame.metrics;
  if (history.stride === strideAt(epoch)) return run;
  const network = { ...description, classNames: config.classNames };
  const model = imported && startingModel(network, imported);
  const { signal } = new AbortController();
  const trained = await trainAgain({ config, epoch, model }, { createClient, signal });
  trained.client.dispose();
  return { ...run, history: trained.history };
}
