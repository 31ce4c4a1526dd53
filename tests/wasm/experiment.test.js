import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { createExperiment, loadShippedEngine } from './support.js';

describe('an experiment', () => {
  /** @type {import('../../web/package/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  it('describes the network and the data', () => {
    const { description } = createExperiment(engine);
    assert.deepEqual(description.layerSizes, [2, 8, 8, 1]);
    assert.deepEqual(description.activations, ['tanh', 'tanh', 'sigmoid']);
    assert.equal(description.parameterCount, 105);
    assert.match(description.architecture, /Layer 2: 8 → 8 \(tanh\)/);
    assert.equal(description.train.x1.length, 240);
    assert.equal(description.test.y.length, 60);
    const [x1Min, x1Max] = description.bounds;
    assert.equal(Math.min(...description.train.x1, ...description.test.x1) - 0.5, x1Min);
    assert.equal(Math.max(...description.train.x1, ...description.test.x1) + 0.5, x1Max);
  });

  it('learns the moons to 95 % on the test set', () => {
    const experiment = createExperiment(engine);
    assert.ok(experiment.metrics().testAccuracy < 0.9);
    const history = experiment.step(200);
    assert.equal(history.length, 200 * 5);
    assert.equal(history[0], 1);
    assert.ok(experiment.metrics().testAccuracy >= 0.95);
    assert.deepEqual([...history.slice(-5)], Object.values(experiment.metrics()));
  });

  it('gives the same digits in one step and in a thousand', () => {
    for (const changes of [{}, { batchSize: 32 }, { rule: 'simplified' }]) {
      const atOnce = createExperiment(engine, changes);
      const oneByOne = createExperiment(engine, changes);
      atOnce.step(1000);
      for (let i = 0; i < 1000; ++i) oneByOne.step(1);
      assert.deepEqual(atOnce.parameters(), oneByOne.parameters());
      assert.deepEqual(atOnce.metrics(), oneByOne.metrics());
    }
  });

  it('resets to the same first frame and repeats the same run', () => {
    const experiment = createExperiment(engine, { batchSize: 50 });
    const first = [experiment.parameters(), experiment.answer(20).grid, experiment.metrics()];
    const run = experiment.step(20);
    experiment.reset();
    assert.deepEqual(
      [experiment.parameters(), experiment.answer(20).grid, experiment.metrics()],
      first,
    );
    assert.deepEqual(experiment.step(20), run);
  });

  it('trains on one’s own points as on the same points of its own making', () => {
    const moons = engine.makeMoons({ nSamples: 300, noise: 0.2, randomState: 42 });
    const data = Array.from(moons.y, (label, i) => [moons.X[0][i], moons.X[1][i], label]);
    const own = createExperiment(engine, { dataset: 'own', data, samples: 7, noise: 1 });
    const made = createExperiment(engine);
    assert.deepEqual(own.step(50), made.step(50));
    assert.deepEqual(own.parameters(), made.parameters());
    assert.deepEqual(own.description.train, made.description.train);
  });

  it('shows own points with room around, however far apart they are', () => {
    const corners = [
      [0, 0, 0],
      [1e-3, 5, 1],
      [1e-3, 5, 1],
      [1e-3, 5, 0],
    ];
    const scaled = (/** @type {number} */ size) =>
      createExperiment(engine, {
        dataset: 'own',
        data: corners.map(([x1, x2, label]) => [x1 * size, x2, label]),
      }).description.bounds;
    for (const size of [1, 1e9]) {
      const [x1Min, x1Max, x2Min, x2Max] = scaled(size);
      const [left, right] = [-x1Min / (1e-3 * size), x1Max / (1e-3 * size) - 1];
      for (const share of [left, right, -x2Min / 5, x2Max / 5 - 1]) {
        assert.ok(share > 0.1 && share < 0.3, `${share}`);
      }
    }
    const [low, high] = scaled(0);
    assert.deepEqual([low, high], [-0.5, 0.5], 'a line of points still lies in a plane');
  });

  it('draws its grid from its predictions', () => {
    const experiment = createExperiment(engine);
    experiment.step(10);
    const grid = experiment.answer(5).grid;
    const [x1Min, x1Max, x2Min, x2Max] = experiment.description.bounds;
    const corners = experiment.predict([
      [x1Min, x2Min],
      [x1Max, x2Min],
      [x1Min, x2Max],
      [x1Max, x2Max],
    ]);
    assert.deepEqual(corners, [grid[0], grid[4], grid[20], grid[24]]);
  });

  it('handles every data set, depth and activation', () => {
    for (const dataset of ['moons', 'circles', 'blobs']) {
      for (const [layers, activation] of [
        [[], 'tanh'],
        [[3], ['relu']],
        [
          [4, 3, 2, 2, 3, 4],
          ['relu', 'tanh', 'sigmoid', 'linear', 'relu', 'tanh'],
        ],
      ]) {
        const experiment = createExperiment(engine, { dataset, layers, activation });
        experiment.step(2);
        assert.ok(Number.isFinite(experiment.metrics().trainLoss));
        assert.equal(experiment.description.layerSizes.length, layers.length + 2);
      }
    }
  });

  it('notices divergence and stays usable', () => {
    const experiment = createExperiment(engine, {
      activation: 'linear',
      layers: [8, 8, 8],
      init: 'he',
      optimizer: 'sgd',
      learningRate: 10,
    });
    const history = experiment.step(1000);
    assert.ok(experiment.diverged);
    assert.ok(history.length < 1000 * 5);
    experiment.reset();
    assert.equal(experiment.diverged, false);
    assert.ok(Number.isFinite(experiment.metrics().trainLoss));
  });

  it('exports a model that another experiment imports to the last bit', () => {
    const experiment = createExperiment(engine);
    experiment.step(50);
    const json = JSON.parse(JSON.stringify(experiment.exportModel()));
    const other = createExperiment(engine, { layers: [3], activation: 'relu' });
    other.importModel(json);
    assert.deepEqual(other.parameters(), experiment.parameters());
    assert.deepEqual(other.answer(30).grid, experiment.answer(30).grid);
    assert.equal(other.metrics().epoch, 0);
    assert.equal(other.metrics().trainLoss, experiment.metrics().trainLoss);
    other.step(5);
    other.reset();
    assert.deepEqual(other.parameters(), experiment.parameters());
  });

  it('judges other points as it judges its own', () => {
    const experiment = createExperiment(engine);
    experiment.step(7);
    const { trainLoss, testLoss, testAccuracy } = experiment.metrics();
    const { train, test } = experiment.description;
    const setOf = (/** @type {typeof test} */ { x1, x2, y }) => ({
      X: [x1, x2],
      y: [Float64Array.from(y)],
    });
    assert.equal(experiment.evaluate(setOf(train)).loss, trainLoss);
    const { loss, accuracy } = experiment.evaluate(setOf(test));
    assert.deepEqual([loss, accuracy], [testLoss, testAccuracy]);
    assert.throws(() => experiment.evaluate({ X: [], y: [] }), /X/);
  });

  it('says what is wrong with a model, and stays as it was', () => {
    const experiment = createExperiment(engine);
    const kept = experiment.parameters();
    const model = experiment.exportModel();
    /** @type {[unknown, RegExp][]} */
    const cases = [
      [null, /model: null is not an object/],
      [{ ...model, version: 9 }, /model\.version: 9 is not known; allowed are 1, 2/],
      [{ ...model, layerSizes: [3, 8, 8, 1] }, /model\.layerSizes\[0\]: 3 .*allowed are 2/],
      [{ ...model, layerSizes: [2, 8, 9, 1] }, /model\.layers\[1\]\.weights\.length: 8 .* 9/],
      [{ ...model, layers: model.layers.slice(1) }, /model\.layers\.length: 2 .*allowed are 3/],
      [{ ...model, layers: [null, ...model.layers.slice(1)] }, /model\.layers\[0\]: null/],
      [
        { ...model, layers: [{ weights: [null], biases: [0] }, ...model.layers.slice(1)] },
        /model\.layers\[0\]\.weights\.length: 1 .*allowed are 8/,
      ],
      [
        { ...model, layers: [{ weights: Array(8), biases: [0] }, ...model.layers.slice(1)] },
        /model\.layers\[0\]\.weights\[0\]: undefined is not a list/,
      ],
      [{ ...model, activations: ['tanh', 'tanh', 'tanh'] }, /model\.activations\[2\]: "tanh"/],
      [{ ...model, activations: ['swish', 'tanh', 'sigmoid'] }, /model\.activations\[0\]: "swish"/],
      [
        {
          ...model,
          layers: [{ ...model.layers[0], biases: Array(8).fill('a') }, ...model.layers.slice(1)],
        },
        /model\.layers\[0\]\.biases\[0\]: "a" is not a finite number/,
      ],
      [
        {
          ...model,
          layers: [{ ...model.layers[0], biases: Array(8).fill(NaN) }, ...model.layers.slice(1)],
        },
        /model\.layers\[0\]\.biases\[0\]: NaN is not a finite number/,
      ],
    ];
    for (const [json, message] of cases) {
      assert.throws(() => experiment.importModel(json), message);
      assert.deepEqual(experiment.parameters(), kept);
    }
  });

  it('cannot be used after dispose, and says so', () => {
    const experiment = createExperiment(engine);
    experiment.dispose();
    experiment.dispose();
    assert.throws(() => experiment.step(1), /This Trainer was disposed of/);
  });
});
