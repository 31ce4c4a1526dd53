/**
 * What a sweep trains: a configuration for every pair of values of two settings and every seed of the first
 * weights.
 *
 * @module
 */

import { applyPatch } from './config.js';
import { configError, errorOf, unknownSetting } from './messages.js';
import { SCHEMA, entryOfKey } from './schema.js';

/** @import { Config, Metrics } from './types.js' */

/**
 * @typedef {object} Axis
 * @property {string} key of a setting that decides the digits, as in JSON
 * @property {readonly unknown[]} values in whatever spelling the setting takes
 *
 * @typedef {object} Sweep
 * @property {Axis} x
 * @property {Axis} [y]
 * @property {number} [seeds] of first weights, 1 … MOST_SEEDS, which count up from the configuration's; 1 if
 *   missing
 * @property {number} [epochs] to train for, 1 or more; if missing, the configuration's, where that is not 0
 *
 * @typedef {object} Cell
 * @property {unknown} x as given
 * @property {unknown} [y] as given, where there are two settings
 * @property {number} seed of its first weights
 * @property {Config} config
 *
 * @typedef {{ cells: Cell[], epochs: number }} Plan
 *
 * What a cell has come to, for scripts: no metrics where it has diverged, at the epoch `diverged`.
 * @typedef {Omit<Cell, 'config'> & { metrics: Metrics | null, diverged?: number }} SweepResult
 */

/** The settings that can vary. */
export const SWEPT = SCHEMA.filter(({ scope }) => scope === 'experiment').map(({ key }) => key);

export const MOST_SEEDS = 1000;
const { max: LAST_EPOCH } = /** @type {{ max: number }} */ (entryOfKey('epochs'));

/**
 * @param {Config} config what all cells have in common
 * @param {Sweep} sweep
 * @returns {Plan} x varies fastest, then y, then the seed
 * @throws {TypeError | RangeError} that says what came and what is allowed; of a pair, as the settings do
 */
export function planSweep(config, { x, y, seeds = 1, epochs = config.epochs }) {
  checkAxis('x', x);
  if (y !== undefined) checkAxis('y', y);
  if (y?.key === x.key) {
    throw new RangeError(`sweep: y.key is "${y.key}", as x.key; allowed is another setting`);
  }
  checkWhole('seeds', seeds, MOST_SEEDS);
  checkWhole('epochs', epochs, LAST_EPOCH);
  const pairs = (y?.values ?? [undefined]).flatMap((second) =>
    x.values.map((first) => ({
      named: { x: first, ...(y && { y: second }) },
      config: changed(config, { [x.key]: first, ...(y && { [y.key]: second }) }),
    })),
  );
  const seeded = pairs.map(({ named, config: one }) =>
    withSeeds(one, seeds).map((cell) => ({ ...named, ...cell })),
  );
  return {
    cells: Array.from({ length: seeds }, (_, i) => seeded.map((of) => of[i])).flat(),
    epochs,
  };
}

/**
 * @param {Config} config
 * @param {number} count
 * @returns {Pick<Cell, 'seed' | 'config'>[]} it from so many first weights, its own the first
 * @throws {RangeError} where there are no more seeds
 */
export function withSeeds(config, count) {
  const first = config.weightSeed ?? config.seed;
  // If the last can be, so can all.
  if (count > 1) changed(config, { weightSeed: first + count - 1 });
  return Array.from({ length: count }, (_, i) => ({
    seed: first + i,
    // Its own way to say it stays: a lab that opens it has a short address.
    config: i === 0 ? config : { ...config, weightSeed: first + i },
  }));
}

/**
 * @param {Config} config
 * @param {Record<string, unknown>} patch
 * @returns {Config}
 * @throws {RangeError} that says what is not allowed, as the settings do
 */
function changed(config, patch) {
  // What it looks at need not be in every network.
  const { config: result, errors } = applyPatch({ ...config, neuron: '' }, patch);
  if (errors.length > 0) throw errorOf(RangeError, errors[0].say);
  return result;
}

/**
 * @param {'x' | 'y'} name
 * @param {unknown} axis
 */
function checkAxis(name, axis) {
  const { key, values } = /** @type {Partial<Axis>} */ (Object(axis));
  if (typeof key !== 'string') {
    throw new TypeError(`sweep: ${name} is ${axis}; allowed are { key, values }`);
  }
  if (!entryOfKey(key)) throw new RangeError(configError(key, unknownSetting(key, SWEPT)).message);
  if (!SWEPT.some((one) => one === key)) {
    throw new RangeError(`sweep: ${name}.key is "${key}"; allowed are ${SWEPT.join(', ')}`);
  }
  if (!Array.isArray(values) || values.length === 0) {
    throw new TypeError(`sweep: ${name}.values is ${values}; allowed are lists of values`);
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} most
 */
function checkWhole(name, value, most) {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most) return;
  throw new RangeError(`sweep: ${name} is ${value}; allowed are whole numbers from 1 to ${most}`);
}
