import { METHODS } from './methods.js';
import { TrainingPath } from './path.js';
import { updateOf } from './update.js';

/** @typedef {import('./update.js').Update} Update */
/** @typedef {import('./valley.js').Valley} Valley */

/**
 * The first updates of every optimiser, of both parameters, written out; and where the engine's own
 * trainer has got to after each.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {Valley} valley
 * @param {import('./valley.js').Pair} start
 * @param {number} rate the same for all
 * @param {number} count
 * @returns {{ updates: [Update, Update][], ends: Float64Array[] }[]} by method: for each step the
 *   weight's and the bias's update; ends: the engine's parameters after it
 */
export function runUpdates(engine, valley, start, rate, count) {
  return METHODS.map(({ id }) => {
    const path = new TrainingPath(engine, valley.problem(start), {
      optimizer: id,
      learningRate: rate,
    });
    /** @type {[Update, Update][]} */
    const updates = [];
    for (let i = 0; i < count; i += 1) {
      const [w, b] = path.points[i];
      const [gw, gb] = valley.gradient([w, b]);
      const last = updates[i - 1];
      updates.push([updateOf(id, rate, w, gw, last?.[0]), updateOf(id, rate, b, gb, last?.[1])]);
      path.step();
    }
    path.dispose();
    return { updates, ends: path.points.slice(1) };
  });
}
