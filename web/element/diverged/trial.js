import { applyPatch } from '../../state/config.js';
import { settingsInForce, startingPatch } from '../../state/live.js';
import { epochsToTry, remediesFor } from '../../state/remedies.js';
import { createClient } from '../../worker/client.js';
import { trainTo } from '../../worker/training.js';
import { gotoBudget } from '../pacing.js';

/** @import { Config } from '../../state/types.js' */

/** So many are looked for. */
const MOST = 3;

/**
 * @typedef {object} Remedy that has been seen to help
 * @property {Partial<Config>} settings what is other than where the run diverged
 * @property {object} patch of the configuration, to start again with it wherever one looks
 */

/**
 * What keeps a run from diverging: what could be, and has been tried, apart from any lab.
 *
 * @param {Config} config
 * @param {number} last the epoch at which it has diverged
 * @param {object} options
 * @param {AbortSignal} options.signal
 * @param {(epoch: number) => void} [options.onEpoch] told how far a trial is
 * @param {typeof createClient} [options.create] a client
 * @returns {Promise<Remedy[]>} up to three, the likeliest first
 * @throws {Error} an AbortError once it is aborted
 */
export async function findRemedies(
  config,
  last,
  { signal, onEpoch = () => {}, create = createClient },
) {
  signal.throwIfAborted();
  const client = create({ signal });
  const epochs = epochsToTry(config, last);
  const slice = gotoBudget('worker', false);
  const helps = async (/** @type {object} */ patch) => {
    const tried = applyPatch(config, patch).config;
    await client.create(tried, { look: { resolution: 0 } });
    const tell = (/** @type {import('../../state/types.js').Frame} */ { metrics }) => {
      signal.throwIfAborted();
      onEpoch(metrics.epoch);
    };
    const { diverged } = await trainTo(client, epochs, tell, slice);
    return !diverged;
  };
  /** @type {Remedy[]} */
  const found = [];
  try {
    for (const list of remediesFor(settingsInForce(config, last))) {
      for (const settings of list) {
        const start = startingPatch(config, last, settings);
        const patch = { ...start, schedule: start.schedule ?? config.schedule };
        if (!(await helps(patch))) continue;
        found.push({ settings, patch });
        break;
      }
      if (found.length === MOST) break;
    }
    signal.throwIfAborted();
    return found;
  } finally {
    client.dispose();
  }
}
