import assert from 'node:assert/strict';
import {
  BOLD_RATE,
  descend,
  FIRST_STEP_RATE,
  firstStepOfAdam,
  MAGNIFIED,
  TrainingPath,
} from '../../../../web/lesson/optimisers/race.js';
import { METHODS, SETTINGS } from '../../../../web/lesson/optimisers/methods.js';
import {
  arrivalOf,
  moonsProblem,
  NETWORK_RATES,
  SHAPES,
  Valley,
  VALLEY_EPOCHS,
} from '../../../../web/lesson/optimisers/problems.js';
import { steepestCurvature } from '../../../wasm/curvature.js';

/** @typedef {import('../../../../web/engine/engine.js').Engine} Engine */
/** @typedef {import('../../../../web/lesson/optimisers/methods.js').OptimizerName} OptimizerName */

const [SHIFTED, SCALED, STANDARDISED] = SHAPES;
/** What the text tells of beside the settings. */
const STEEP = 200;
const OTHER_RATE = 3;

/**
 * @param {Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function optimisersNumbers(engine) {
  const shifted = new Valley(engine, SHIFTED);
  const { steepest, condition } = shifted.steepness();
  const plain = firstStepOfAdam(engine, STANDARDISED);
  const magnified = firstStepOfAdam(engine, MAGNIFIED);
  const other = descend(engine, OTHER_RATE, VALLEY_EPOCHS);
  const fold = (/** @type {OptimizerName} */ method) => {
    const rates = SHAPES.map((shape) => shape.rates[method]);
    return Math.max(...rates) / Math.min(...rates);
  };
  assert.deepEqual(
    METHODS.map(({ id }) => fold(id)),
    [4, 4, 1, 1],
    'by how much the rates change',
  );
  return {
    'optimisers.samples': shifted.train.y[0].length,
    'optimisers.shiftedCondition': condition,
    'optimisers.standardisedCondition': new Valley(engine, STANDARDISED).steepness().condition,
    'optimisers.adamRate': SHIFTED.rates.adam,
    'optimisers.momentum': SETTINGS.momentum,
    'optimisers.momentumSum': 1 / (1 - SETTINGS.momentum),
    'optimisers.decay': SETTINGS.decay,
    'optimisers.beta1': SETTINGS.beta1,
    'optimisers.beta2': SETTINGS.beta2,
    'optimisers.factor': SCALED.factor,
    'optimisers.scaledRmsprop': arrival(engine, SCALED, 'rmsprop'),
    'optimisers.standardisedSgd': arrival(engine, STANDARDISED, 'sgd'),
    'optimisers.shiftedSgd': arrival(engine, SHIFTED, 'sgd'),
    'optimisers.shiftedMomentum': arrival(engine, SHIFTED, 'momentum'),
    'optimisers.otherRate': OTHER_RATE,
    'optimisers.otherArrival': arrivalOf(other) ?? NaN,
    'optimisers.slope': Math.abs(plain.slope),
    'optimisers.firstRate': FIRST_STEP_RATE,
    'optimisers.firstStep': Math.abs(plain.step),
    'optimisers.magnified': MAGNIFIED.factor,
    'optimisers.magnifiedSlope': Math.abs(magnified.slope),
    'optimisers.sgdStep': FIRST_STEP_RATE * Math.abs(plain.slope),
    'optimisers.magnifiedSgdStep': FIRST_STEP_RATE * Math.abs(magnified.slope),
    'optimisers.boldRate': BOLD_RATE,
    'optimisers.steepest': steepest,
    'optimisers.shrink': 1 - SHIFTED.rates.sgd * steepest,
    'optimisers.grow': 1 - BOLD_RATE * steepest,
    'optimisers.shiftedLimit': 2 / steepest,
    ...networkNumbers(engine),
  };
}

/**
 * @param {Engine} engine
 * @param {import('../../../../web/lesson/optimisers/problems.js').Shape} shape
 * @param {OptimizerName} method
 */
function arrival(engine, shape, method) {
  const valley = new Valley(engine, shape);
  const problem = valley.problem(shape.start);
  const { metrics } = run(engine, problem, method, shape.rates[method], VALLEY_EPOCHS);
  return arrivalOf(metrics.map(({ trainLoss }) => trainLoss - valley.lowest)) ?? NaN;
}

/** @param {Engine} engine */
function networkNumbers(engine) {
  const problem = moonsProblem(engine);
  const sgd = run(engine, problem, 'sgd', NETWORK_RATES.sgd, STEEP);
  return {
    'optimisers.parameters': problem.start.length,
    'optimisers.limit': 2 / NETWORK_RATES.sgd,
    'optimisers.steepEpoch': STEEP,
    'optimisers.steepCurvature': steepestCurvature(engine, problem, sgd.points[STEEP]),
  };
}

/**
 * @param {Engine} engine
 * @param {import('../../../../web/lesson/optimisers/problems.js').Problem} problem
 * @param {OptimizerName} optimizer
 * @param {number} learningRate
 * @param {number} epochs
 */
function run(engine, problem, optimizer, learningRate, epochs) {
  const path = new TrainingPath(engine, problem, { optimizer, learningRate });
  while (path.length < epochs) path.step();
  path.dispose();
  return path;
}
