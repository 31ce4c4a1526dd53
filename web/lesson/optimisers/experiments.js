/** What the predictions ask for, computed. */

import { TrainingPath } from './path.js';
import { SHAPES, Valley } from './valley.js';

/** The shifted valley's learning rate of SGD, and twice that. */
const [SHIFTED, , STANDARDISED] = SHAPES;
export const CAREFUL_RATE = SHIFTED.rates.sgd;
export const BOLD_RATE = 2 * CAREFUL_RATE;
/** The feature of the first question: standardised, and then so many times as large. */
export const MAGNIFIED = { ...STANDARDISED, id: 'magnified', factor: 100 };
export const FIRST_STEP_RATE = 0.1;
/** Long after it has arrived, or settled into not arriving. */
const LONG = 1000;

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {import('./valley.js').Shape} shape
 * @returns {{ slope: number, step: number }} of the weight, from 0
 */
export function firstStepOfAdam(engine, shape) {
  const valley = new Valley(engine, shape);
  const path = new TrainingPath(engine, valley.problem([0, 0]), {
    optimizer: 'adam',
    learningRate: FIRST_STEP_RATE,
  });
  try {
    const [slope] = valley.gradient([0, 0]);
    path.step();
    return { slope, step: path.points[1][0] };
  } finally {
    path.dispose();
    valley.dispose();
  }
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {number} rate of SGD in the shifted valley
 * @param {number} [epochs]
 * @returns {number[]} the loss above the lowest, from epoch 0
 */
export function descend(engine, rate, epochs = LONG) {
  const valley = new Valley(engine, SHIFTED);
  const path = new TrainingPath(engine, valley.problem(SHIFTED.start), {
    optimizer: 'sgd',
    learningRate: rate,
  });
  try {
    while (path.length < epochs && !path.diverged) path.step();
    return path.metrics.map(({ trainLoss }) => trainLoss - valley.lowest);
  } finally {
    path.dispose();
    valley.dispose();
  }
}
