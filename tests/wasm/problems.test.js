import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { checkGradient } from '../../web/engine/diagnostics.js';
import { COLUMNS, ROW_LENGTH } from '../../web/state/metrics.js';
import { loadShippedEngine } from './support.js';

const CENTERS = [
  [-1.5, -1],
  [1.5, -1],
  [0, 1.5],
];

describe('the engine beyond two classes', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  /** Three blobs, one-hot. */
  function threeClasses() {
    const options = { nSamples: 90, centers: CENTERS, clusterStd: 0.4, randomState: 1 };
    const { X, y } = engine.makeBlobs(options);
    return { X, y: CENTERS.map((_, k) => y.map((label) => (label === k ? 1 : 0))) };
  }

  /** A value at the points of two moons. */
  function values() {
    const { X } = engine.makeMoons({ nSamples: 60, noise: 0.1, randomState: 1 });
    return { X, y: [X[0].map((x1, i) => x1 * X[1][i])] };
  }

  /**
   * @param {{ X: Float64Array[], y: Float64Array[] }} data
   * @param {string} output activation
   * @param {import('../../web/engine/trainer.js').TrainerOptions} options
   */
  function createTrainer(data, output, options) {
    const network = engine.createNetwork([2, 6, data.y.length], ['elu', output]);
    const stream = engine.createRandomState(1);
    network.initialize('xavier', stream);
    return engine.createTrainer(network, data, data, options, stream);
  }

  it('learns three classes by softmax', () => {
    const data = threeClasses();
    const trainer = createTrainer(data, 'softmax', {
      loss: 'categorical_cross_entropy',
      optimizer: 'adam',
      learningRate: 0.05,
    });
    trainer.step(200);
    const probabilities = trainer.network().forward(data.X);
    const { trainLoss, trainAccuracy } = trainer.metrics();
    assert.ok(trainAccuracy > 0.95);
    assert.equal(trainAccuracy, engine.accuracy(data.y, probabilities));
    const loss = engine.categoricalCrossEntropy(data.y, probabilities);
    assert.ok(Math.abs(trainLoss - loss) < 1e-14);
  });

  it('learns values, of which a row of the history has the R²', () => {
    const data = values();
    const trainer = createTrainer(data, 'linear', {
      loss: 'mean_squared_error',
      score: 'r2',
      optimizer: 'adam',
      learningRate: 0.05,
    });
    const rows = trainer.step(300);
    const predictions = trainer.network().forward(data.X);
    const last = rows.subarray(-ROW_LENGTH);
    const r2 = last[COLUMNS.indexOf('trainAccuracy')];
    assert.ok(r2 > 0.9);
    assert.ok(Math.abs(r2 - engine.r2Score(data.y, predictions)) < 1e-14);
    assert.equal(last[COLUMNS.indexOf('testAccuracy')], r2);
    const { loss, r2: evaluated } = trainer
      .network()
      .evaluate(data.X, data.y, { loss: 'mean_squared_error' });
    assert.equal(loss, trainer.metrics().trainLoss);
    assert.equal(evaluated, r2);
  });

  it('changes during a run what is named, keeps the rest, and begins a named optimiser anew', () => {
    const start = { optimizer: /** @type {const} */ ('adam'), learningRate: 0.05 };
    const run = (
      /** @type {(import('../../web/engine/trainer.js').TrainerChange)[]} */ changes,
    ) => {
      const trainer = createTrainer(values(), 'linear', { loss: 'mean_squared_error', ...start });
      trainer.step(10);
      for (const change of changes) trainer.change(change);
      trainer.step(10);
      return [...trainer.network().parameters()];
    };
    const plain = run([]);
    assert.deepEqual(run([{}, { learningRate: 0.05 }]), plain);
    assert.deepEqual(run([{ learningRate: 0.01 }, start]), run([{ optimizer: 'adam' }]));
    assert.notDeepEqual(run([{ optimizer: 'adam' }]), plain);
    assert.deepEqual(run([{ penalty: 'l2' }]), plain, 'its rate is 0');
    for (const change of [
      { learningRate: 0.01 },
      { batchSize: 7 },
      { rule: /** @type {const} */ ('simplified') },
      { penalty: /** @type {const} */ ('l1'), penaltyRate: 0.01 },
    ]) {
      assert.notDeepEqual(run([change]), plain, JSON.stringify(change));
    }
  });

  it('sets parameters during a run, and tells their metrics', () => {
    const data = values();
    const trainer = createTrainer(data, 'linear', { loss: 'mean_squared_error' });
    trainer.step(3);
    trainer.setParameters(new Float64Array(25));
    const zero = data.y[0].map(() => 0);
    assert.equal(trainer.metrics().trainLoss, engine.meanSquaredError(data.y[0], zero));
    assert.equal(trainer.metrics().epoch, 3);
  });

  it('says by name what does not fit', () => {
    const data = threeClasses();
    const options = { loss: /** @type {const} */ ('categorical_cross_entropy') };
    const trainer = createTrainer(data, 'softmax', options);
    /** @type {[() => unknown, RegExp][]} */
    const cases = [
      [
        () => trainer.change({ rule: 'simplified' }),
        /^network: 3 outputs; allowed: one output, for the simplified rule$/,
      ],
      [() => trainer.change({ learningRate: 0 }), /^learning_rate: 0; allowed/],
      [() => trainer.change({ optimizer: /** @type {any} */ ('lion') }), /^optimizer: "lion"/],
      [
        () => trainer.change(/** @type {any} */ ({ loss: 'mean_squared_error' })),
        /^options: another loss, summation or score; allowed: those that training began with$/,
      ],
      [() => trainer.setParameters(new Float64Array(2)), /^parameters: 2 values; allowed: 39$/],
      [
        () => createTrainer(data, 'softmax', { ...options, score: 'r2' }),
        /^score: r2 under cross-entropy; allowed: r2 under mean squared error$/,
      ],
      [
        () => createTrainer(values(), 'linear', options),
        /^train y: shape \(1, 60\) and another label; allowed: one-hot labels/,
      ],
      [
        () => engine.createNetwork([2, 3, 3], ['softmax', 'softmax']),
        /^layer 1: softmax; allowed: softmax in the last layer only$/,
      ],
      [
        () => engine.createNetwork([2, 1], ['softmax']),
        /^layer 1: softmax of one neuron, which is always 1; allowed: two neurons or more$/,
      ],
      [() => engine.activate('softmax', [1]), /^activation: softmax; allowed: a function of one/],
      [
        () => engine.categoricalCrossEntropy([[1]], [[1]]),
        /^y_true: shape \(1, 1\) and another label; allowed: one-hot labels of two classes/,
      ],
      [
        () =>
          engine.accuracy(
            [
              [0, 1],
              [1, 0],
            ],
            [0.5, 0.5],
          ),
        /^y_pred: shape \(2, 1\); allowed: \(2, 2\)$/,
      ],
    ];
    for (const [call, pattern] of cases) {
      assert.throws(call, (/** @type {Error} */ { message }) => {
        assert.match(message, pattern);
        return true;
      });
    }
  });

  it('checks the gradient of several outputs, for which there is no simplified rule', () => {
    const { X, y } = threeClasses();
    const network = engine.createNetwork([2, 4, 3], ['tanh', 'softmax']);
    network.initialize('xavier', engine.createRandomState(2));
    const check = checkGradient(network, { X, y }, 'categorical_cross_entropy', 1e-5);
    assert.equal(check.analytic.length, 27);
    check.analytic.forEach((slope, i) => {
      assert.ok(Math.abs(slope - check.numerical[i]) < 1e-9, `parameter ${i}`);
    });
    assert.equal(check.simplified.length, 0);
    assert.deepEqual(check.cosines, []);
  });
});
