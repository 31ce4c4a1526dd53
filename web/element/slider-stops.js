import { decadeStops, linearStops } from '../views/slider-scale.js';

/** @typedef {import('../state/types.js').NumberEntry} NumberEntry */

/** Where the learning rate's slider starts: less hardly moves in the time that anybody watches. */
const SMALLEST_LEARNING_RATE = 0.0001;

/**
 * The values that a setting's slider stops at. Seed and epoch limit have none: no range of theirs
 * is more likely than another.
 *
 * @type {Partial<Record<keyof import('../state/types.js').Config, (entry: NumberEntry) => number[]>>}
 */
const STOPS = {
  samples: ({ min, max }) => decadeStops(min, max, { integer: true }),
  noise: ({ min, max }) => linearStops(min, max, 0.01),
  testSize: ({ min, max, step }) => linearStops(min, max, step),
  learningRate: ({ max }) => decadeStops(SMALLEST_LEARNING_RATE, max),
  batchSize: ({ min, max }) => decadeStops(1, max, { integer: true, first: [min] }),
};

/**
 * @param {NumberEntry} entry
 * @returns {number[] | undefined}
 */
export function sliderStops(entry) {
  return STOPS[entry.key]?.(entry);
}
