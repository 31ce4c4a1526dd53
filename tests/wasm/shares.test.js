import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { splitLayers } from '../../web/state/parameters.js';
import { createExperiment, loadShippedEngine } from './support.js';

/** @import { Experiment } from '../../web/engine/experiment.js' */

const WEIGHT = { layer: 1, neuron: 2, input: 5 };
const BIAS = { layer: 1, neuron: 2, input: null };

const sum = (/** @type {Float64Array} */ values) => values.reduce((all, value) => all + value, 0);

describe('shares of an update', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  /**
   * @param {Experiment} experiment
   * @param {typeof WEIGHT | typeof BIAS} place
   */
  function parameterAt(experiment, { layer, neuron, input }) {
    const { layerSizes } = experiment.description;
    const { weights, biases, inputs } = splitLayers(experiment.parameters(), layerSizes)[layer];
    return input === null ? biases[neuron] : weights[neuron * inputs + input];
  }

  /**
   * How far gradient descent moves the parameter, against what the shares say.
   *
   * @param {object} patch
   * @param {typeof WEIGHT | typeof BIAS} place
   */
  function check(patch, place) {
    const learningRate = 0.25;
    const changes = { optimizer: 'sgd', learningRate, ...patch };
    const experiment = createExperiment(engine, changes);
    experiment.step(3);
    const former = parameterAt(experiment, place);
    experiment.step(1);
    const { shares, penalty, updates } = experiment.shares(place);
    assert.equal(updates, 4);
    assert.equal(shares.length, experiment.description.train.x1.length);
    const moved = (former - parameterAt(experiment, place)) / learningRate;
    assert.ok(Math.abs(moved - (sum(shares) + penalty)) < 1e-14, `${moved}`);
    assert.ok(Math.abs(moved) > 1e-9);
    experiment.dispose();
    return { shares, penalty };
  }

  it('sum up to what gradient descent moves a weight and a bias by', () => {
    for (const patch of [{}, { rule: 'simplified' }, { dataset: 'blobs', classes: 3 }]) {
      for (const place of [WEIGHT, BIAS]) assert.equal(check(patch, place).penalty, 0);
    }
  });

  it('sum up together with the penalty', () => {
    const penalized = { regularization: 'l2', regularizationRate: 0.5 };
    assert.notEqual(check(penalized, WEIGHT).penalty, 0);
    assert.equal(check(penalized, BIAS).penalty, 0);
  });

  it('are 0 for the points that were not in the last mini batch', () => {
    const experiment = createExperiment(engine, { batchSize: 50, activation: 'tanh' });
    experiment.step(2);
    const { shares, updates } = experiment.shares(BIAS);
    // 240 points: batches of 50, and a last one of 40.
    assert.equal(updates, 10);
    assert.equal(shares.filter((share) => share !== 0).length, 40);
    experiment.dispose();
  });

  it('are of the first update to come as long as there was none', () => {
    const experiment = createExperiment(engine, { batchSize: 50 });
    const { shares, updates } = experiment.shares(WEIGHT);
    assert.equal(updates, 0);
    assert.equal(shares.length, 240);
    assert.ok(shares.every((share) => share !== 0));
    experiment.dispose();
  });

  it('are of the training points in the description’s order', () => {
    const experiment = createExperiment(engine, { layers: [], optimizer: 'sgd' });
    const { x1, x2, y } = experiment.description.train;
    const points = Array.from(x1, (value, i) => /** @type {[number, number]} */ ([value, x2[i]]));
    const probabilities = /** @type {number[]} */ (experiment.predict(points));
    const { shares } = experiment.shares({ layer: 0, neuron: 0, input: 1 });
    const expected = probabilities.map((p, i) => ((p - y[i]) / y.length) * x2[i]);
    shares.forEach((share, i) => assert.ok(Math.abs(share - expected[i]) < 1e-17));
    experiment.dispose();
  });

  it('are refused by name where there is no such parameter', () => {
    const experiment = createExperiment(engine);
    assert.throws(() => experiment.shares({ layer: 3, neuron: 0, input: 0 }), {
      message: 'layer: 3; allowed: 0 to 2',
    });
    assert.throws(() => experiment.shares({ layer: 2, neuron: 1, input: null }), {
      message: 'neuron: 1; allowed: 0 to 0',
    });
    assert.throws(() => experiment.shares({ layer: 0, neuron: 0, input: 2 }), {
      message: 'input: 2; allowed: 0 to 1',
    });
    experiment.dispose();
  });
});
