import { createData } from '../../engine/data.js';
import { createBaselines } from './baselines.js';
import { NOTEBOOK } from './contenders.js';

/** @typedef {import('../../engine/engine.js').Engine} Engine */

/**
 * @typedef {object} Common
 * @property {import('../../engine/data.js').Data} data
 * @property {import('./baselines.js').Baselines} baselines
 */

/** @type {WeakMap<Engine, Common>} */
const made = new WeakMap();

/**
 * What all widgets of the section share, made once: the notebook's moons and what a network has to be
 * better than.
 *
 * @param {Engine} engine
 * @returns {Common}
 */
export function commonOf(engine) {
  let common = made.get(engine);
  if (!common) {
    const data = createData(engine, NOTEBOOK);
    common = { data, baselines: createBaselines(engine, data) };
    made.set(engine, common);
  }
  return common;
}
