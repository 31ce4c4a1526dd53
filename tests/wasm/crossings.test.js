import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { defaultConfig } from '../../web/state/presets.js';
import { traceBoundary } from '../../web/views/plane/boundary.js';
import { answerMap } from '../../web/views/plane/map.js';
import { createExperiment, loadShippedEngine } from './support.js';

/** @import { Engine } from '../../web/package/engine.js' */
/** @import { Answer } from '../../web/state/types.js' */

const RESOLUTION = 200;
/** In grid steps: what halving comes to, and a little for a line that is nearly straight between points. */
const NEAR = 1 / 128 + 1e-6;

/**
 * How far the boundary's line is, at each side of the grid that it crosses, from where predictions change.
 *
 * @param {ReturnType<Engine['createExperiment']>} experiment
 * @param {Omit<Answer, 'crossings'> & Partial<Answer>} answer
 * @returns {number[]} in grid steps, in ascending order
 */
function errorsOf(experiment, answer) {
  const [x1From, x1To, x2From, x2To] = experiment.description.bounds;
  const isAbove = (/** @type {number} */ u, /** @type {number} */ v) => {
    const x1 = x1From + ((x1To - x1From) * u) / (RESOLUTION - 1);
    const x2 = x2From + ((x2To - x2From) * v) / (RESOLUTION - 1);
    return Number(experiment.predict([[x1, x2]])[0]) > 0.5;
  };
  const errors = traceBoundary(answerMap(answer, [0, 1])).flatMap(({ coordinates }) => {
    const found = [];
    for (let i = 0; i < coordinates.length; i += 2) {
      const [u, v] = [coordinates[i], coordinates[i + 1]];
      const isUpward = Number.isInteger(u);
      const at = (/** @type {number} */ t) =>
        isUpward ? isAbove(u, Math.floor(v) + t) : isAbove(Math.floor(u) + t, v);
      let [low, high] = [0, 1];
      for (let halving = 0; halving < 20; halving += 1) {
        const middle = (low + high) / 2;
        if (at(middle) === at(0)) low = middle;
        else high = middle;
      }
      found.push(Math.abs((isUpward ? v - Math.floor(v) : u - Math.floor(u)) - low));
    }
    return found;
  });
  return errors.sort((a, b) => a - b);
}

describe('where the class changes between two points of the grid', () => {
  /** @type {Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  it('is known where the notebook’s network jumps, whose own outputs do not tell', () => {
    const experiment = createExperiment(engine, defaultConfig('notebook'));
    experiment.step(1000);
    const { crossings, ...answer } = experiment.answer(RESOLUTION);
    const known = errorsOf(experiment, { ...answer, crossings });
    assert.ok(known.length > RESOLUTION);
    assert.ok(known[known.length - 1] < NEAR, `${known[known.length - 1]} off`);
    const guessed = errorsOf(experiment, answer);
    assert.ok(guessed[guessed.length >> 1] > 0.25);
    experiment.dispose();
  });

  it('is known of features of scaled coordinates, too', () => {
    const experiment = createExperiment(engine, {
      ...defaultConfig('notebook'),
      features: ['x1', 'x2', 'x2^2', 'sin(x1)'],
      scale: 'standard',
    });
    experiment.step(1000);
    const answer = experiment.answer(RESOLUTION);
    assert.ok(answer.crossings.length > RESOLUTION);
    const errors = errorsOf(experiment, answer);
    assert.ok(errors[errors.length - 1] < NEAR, `${errors[errors.length - 1]} off`);
    experiment.dispose();
  });

  it('is left to the grid where that tells it, and where there are no classes', () => {
    for (const preset of /** @type {const} */ (['default', 'three-classes', 'regression'])) {
      const experiment = createExperiment(engine, defaultConfig(preset));
      experiment.step(20);
      const { grid, crossings, resolution } = experiment.answer(50);
      assert.equal(grid.length % 2500, 0);
      assert.deepEqual([[...crossings], resolution], [[], 50]);
      experiment.dispose();
    }
  });
});
