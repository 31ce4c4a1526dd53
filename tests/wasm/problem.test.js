import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { metricsOfAll } from '../../web/state/metrics.js';
import { newData, newWeights } from '../../web/state/seeds.js';
import { createSession, openRecord, recordOf, step } from './session-support.js';
import { createExperiment, loadShippedEngine } from './support.js';

const FEATURES = ['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin(x1)', 'sin(x2)'];
const CHANGES = '3:learning-rate=0.001 5:b1.1=2 5:optimizer=sgd 8:batch-size=16 9:w3.1.1=-1';

describe('an experiment with a problem of its own', () => {
  /** @type {import('../../web/package/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  it('answers for points of the plane, and paints them, whatever a network is given of them', () => {
    const experiment = createExperiment(engine, {
      dataset: 'circles',
      features: FEATURES,
      scale: 'standard',
    });
    experiment.step(30);
    const side = 5;
    const [x1Min, x1Max, x2Min, x2Max] = experiment.description.bounds;
    const at = (/** @type {number} */ i, /** @type {number} */ low, /** @type {number} */ high) =>
      low + (i * (high - low)) / (side - 1);
    const points = Array.from({ length: side * side }, (_, i) => {
      const [x1, x2] = [at(i % side, x1Min, x1Max), at(Math.floor(i / side), x2Min, x2Max)];
      return /** @type {[number, number]} */ ([x1, x2]);
    });
    const painted = experiment.answer(side).grid;
    experiment.predict(points).forEach((value, i) => {
      assert.ok(
        Math.abs(Number(value) - painted[i]) < 1e-12,
        `${points[i]}: ${value}, ${painted[i]}`,
      );
    });
    assert.deepEqual(experiment.predict([]), []);
  });

  it('tells what its network is for, in its description and its model', () => {
    const changes = { features: ['x1', 'x2^2'], scale: 'standard', classNames: ['no', 'yes'] };
    const experiment = createExperiment(engine, changes);
    const { description } = experiment;
    const { problem, classNames, features, scaler, layerSizes } = experiment.exportModel();
    assert.deepEqual([problem, layerSizes], ['classification', [2, 8, 8, 1]]);
    assert.deepEqual([classNames, features], [changes.classNames, changes.features]);
    assert.deepEqual([description.features, description.scaler], [features, scaler]);
    const { train } = description;
    for (const [axis, values] of [train.x1, train.x2].entries()) {
      const mean = values.reduce((sum, value) => sum + value) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      assert.ok(Math.abs((scaler?.mean[axis] ?? NaN) - mean) < 1e-12);
      assert.ok(Math.abs((scaler?.std[axis] ?? NaN) - Math.sqrt(variance)) < 1e-12);
    }
  });

  it('draws its weights and batches by their own seed, where they have one', () => {
    const run = (/** @type {object} */ changes) => {
      const experiment = createExperiment(engine, { batchSize: 20, ...changes });
      experiment.step(3);
      return { points: experiment.description.train.x1, parameters: experiment.parameters() };
    };
    const plain = run({});
    const same = run({ weightSeed: 42 });
    const other = run({ weightSeed: 7 });
    assert.deepEqual(same, plain);
    assert.deepEqual(other.points, plain.points);
    assert.notDeepEqual(other.parameters, plain.parameters);
  });

  it('gets other points from New data alone, and other weights from New weights alone', () => {
    for (const weightSeed of [null, 7]) {
      const start = { seed: 42, weightSeed };
      const of = (/** @type {object} */ changes) => {
        const experiment = createExperiment(engine, { ...start, ...changes });
        return { points: experiment.description.train.x1, weights: experiment.parameters() };
      };
      const [first, data, weights] = [{}, newData(start), newWeights(start)].map(of);
      assert.notDeepEqual(data.points, first.points);
      assert.deepEqual(data.weights, first.weights);
      assert.deepEqual(weights.points, first.points);
      assert.notDeepEqual(weights.weights, first.weights);
    }
  });

  it('takes its changes where they stand, however its steps are cut, and again after a reset', () => {
    const whole = createExperiment(engine, { schedule: CHANGES });
    const rows = metricsOfAll(whole.step(20));
    const parts = createExperiment(engine, { schedule: CHANGES });
    for (let epoch = 0; epoch < 20; epoch += 1) {
      assert.deepEqual(metricsOfAll(parts.step(1))[0], rows[epoch]);
      assert.deepEqual(parts.metrics(), rows[epoch]);
    }
    assert.deepEqual(parts.parameters(), whole.parameters());
    whole.reset();
    assert.deepEqual(metricsOfAll(whole.step(20)), rows);
  });

  it('has metrics of the changed weights at the very epoch, epoch 0 too', () => {
    const plain = createExperiment(engine);
    const changed = createExperiment(engine, { schedule: '0:b3.1=5 4:b3.1=-5' });
    assert.notEqual(changed.metrics().trainLoss, plain.metrics().trainLoss);
    const [fourth] = metricsOfAll(changed.step(4)).slice(-1);
    assert.equal(changed.parameters().at(-1), -5);
    const { x1, x2, y } = changed.description.train;
    const points = Array.from(x1, (value, i) => /** @type {[number, number]} */ ([value, x2[i]]));
    const loss = engine.binaryCrossEntropy(Float64Array.from(y), changed.predict(points));
    assert.ok(Math.abs(fourth.trainLoss - loss) < 1e-12);
    assert.deepEqual(changed.metrics(), fourth);
  });

  it('compares two orders of the sum with the changes that are none of the order', () => {
    const experiment = createExperiment(engine, {
      schedule: '5:batch-size=10 6:rule=simplified 7:w1.1.1=3',
      regularization: 'l2',
    });
    const { inOrder, reversed } = experiment.butterfly('backprop', 20);
    assert.equal(inOrder.length, 21);
    inOrder.forEach((loss, i) => assert.ok(Math.abs(loss - reversed[i]) < 1e-12));
    assert.notEqual(inOrder[7], createExperiment(engine).butterfly('backprop', 7).inOrder[7]);
  });

  it('checks gradients of the loss that it has', () => {
    for (const loss of ['cross_entropy', 'squared_error']) {
      const { analytic, numerical } = createExperiment(engine, {
        loss,
        features: FEATURES,
        activation: 'elu',
        layers: [3],
      }).gradientCheck(1e-5);
      analytic.forEach((slope, i) => assert.ok(Math.abs(slope - numerical[i]) < 1e-8));
    }
  });

  it('goes on with an imported network, for which some of its changes have no place', () => {
    const small = createExperiment(engine, { layers: [2] });
    const experiment = createExperiment(engine, { schedule: '1:w1.8.1=3 2:b2.1=4' });
    experiment.importModel(small.exportModel());
    experiment.step(2);
    assert.equal(experiment.parameters().at(-1), 4);
  });

  it('comes back from a record to the last bit', async () => {
    const patch = {
      dataset: 'spirals',
      noise: 0.02,
      classNames: ['in', 'out'],
      weightSeed: 3,
      scale: 'standard',
      features: FEATURES,
      activation: 'leaky_relu',
      loss: 'squared_error',
      regularization: 'l1',
      regularizationRate: 0.001,
      schedule: CHANGES,
    };
    const session = createSession(engine, patch);
    await session.start();
    await step(session, 25);
    const record = JSON.parse(JSON.stringify(recordOf(session)));
    assert.equal(record.version, 2);
    const other = createSession(engine);
    await openRecord(engine, other, record);
    assert.deepEqual(JSON.parse(JSON.stringify(recordOf(other))), record);
    record.model.scaler.std[1] += 1e-9;
    await assert.rejects(openRecord(engine, createSession(engine), record), {
      message: /^record\.model\.scaler\.std\[1\]: .* is not what the training gives/,
    });
  });
});
