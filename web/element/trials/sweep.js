import { planSweep } from '../../state/sweep.js';
import { trainOutcomes } from '../../worker/training.js';

/** @import { Cell, Sweep, SweepResult } from '../../state/sweep.js' */
/** @import { Config } from '../../state/types.js' */

/**
 * Trains all cells of a sweep on the page's workers.
 *
 * @param {Config} config what they have in common
 * @param {Sweep & { signal?: AbortSignal, pool?: import('../../worker/pool.js').Pool }} options
 * @returns {Promise<SweepResult[]>} x varies fastest, then y, then the seed
 * @throws {TypeError | RangeError} before anything is trained, that says what came and what is allowed; an
 *   AbortError once it is aborted
 */
export async function sweepResults(config, { signal, pool, ...sweep }) {
  const { cells, epochs } = planSweep(config, sweep);
  /** @type {Map<Cell, SweepResult>} */
  const results = new Map();
  await trainOutcomes(cells, {
    epochs,
    signal,
    pool,
    onOutcome({ metrics, diverged }, cell) {
      const { x, seed } = cell;
      const named = 'y' in cell ? { x, y: cell.y, seed } : { x, seed };
      const result = diverged ? { metrics: null, diverged: metrics.epoch } : { metrics };
      results.set(cell, { ...named, ...result });
    },
  });
  return cells.map((cell) => /** @type {SweepResult} */ (results.get(cell)));
}
