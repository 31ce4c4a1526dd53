import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { readStartingModel } from '../../web/state/model-check.js';
import { problemOf } from '../../web/state/problem.js';
import { createSession, step } from './session-support.js';
import { loadShippedEngine } from './support.js';

const OWN_CLASSES = '0,0,x;1,0,y;0,1,z;1,1,x;2,2,y;3,1,z;4,0,x;5,5,y';
const OWN_VALUES = '0,0,1;1,0,2.5;0,1,-3;1,1,4;2,2,0.5;3,1,1e3';

/** How many outputs, and what the last layer does. @type {[patch: object, outputs: number, last: string][]} */
const PROBLEMS = [
  [{ dataset: 'blobs', classes: 3, noise: 0.7 }, 3, 'softmax'],
  [{ dataset: 'spirals', classes: 4, noise: 0.02 }, 4, 'softmax'],
  [{ dataset: 'classification', classes: 4, loss: 'squared_error' }, 4, 'softmax'],
  [{ dataset: 'blobs', classes: 6, features: 'x1,x2,x1^2', scale: 'standard' }, 6, 'softmax'],
  [{ dataset: 'own', data: OWN_CLASSES, testSize: 0.25 }, 3, 'softmax'],
  [{ dataset: 'plane', noise: 0.1 }, 1, 'linear'],
  [{ dataset: 'hills', noise: 0.05, layers: [], features: 'x1*x2' }, 1, 'linear'],
  [{ problem: 'regression', dataset: 'own', data: OWN_VALUES, testSize: 0.5 }, 1, 'linear'],
];

/** @param {Float64Array} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('any problem in the plane', () => {
  /** @type {import('../../web/package/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  /**
   * @param {object} patch
   * @param {number} epochs
   */
  function trained(patch, epochs = 20) {
    const { config, errors } = applyPatch(defaultConfig(), patch);
    assert.deepEqual(errors, []);
    const experiment = engine.createExperiment(config);
    if (epochs > 0) experiment.step(epochs);
    return { config, experiment };
  }

  for (const [patch, outputs, last] of PROBLEMS) {
    const name = JSON.stringify(patch).slice(0, 60);

    it(`has so many outputs, a grid of each, and an answer for each point: ${name}`, () => {
      const { config, experiment } = trained(patch);
      const { layerSizes, activations, bounds, problem, train, test } = experiment.description;
      assert.deepEqual([layerSizes.at(-1), activations.at(-1)], [outputs, last]);
      assert.equal(problem, config.problem);
      assert.ok(train.y instanceof Float64Array && test.y.length > 0);
      const side = 3;
      const grid = experiment.answer(side).grid;
      assert.equal(grid.length, outputs * side * side);
      const [x1Min, x1Max, x2Min, x2Max] = bounds;
      const middle = /** @type {[number, number]} */ ([(x1Min + x1Max) / 2, (x2Min + x2Max) / 2]);
      const [corner, centre] = experiment.predict([[x1Min, x2Min], middle]);
      for (const [answer, at] of /** @type {const} */ ([
        [corner, 0],
        [centre, 4],
      ])) {
        const list = [answer].flat();
        assert.equal(Array.isArray(answer), outputs > 1);
        assert.equal(list.length, outputs);
        list.forEach((value, k) => assert.ok(Math.abs(value - grid[k * 9 + at]) < 1e-12));
        if (outputs > 1) assert.ok(Math.abs(list.reduce((a, b) => a + b) - 1) < 1e-12);
      }
      experiment.dispose();
    });

    it(`has metrics of its answers to its own points: ${name}`, () => {
      const { config, experiment } = trained(patch);
      const { train, test } = experiment.description;
      const metrics = experiment.metrics();
      for (const [set, { x1, x2, y }] of Object.entries({ train, test })) {
        const points = Array.from(x1, (a, i) => /** @type {[number, number]} */ ([a, x2[i]]));
        const answers = experiment.predict(points);
        const score = (/** @type {string} */ what) => Reflect.get(metrics, `${set}${what}`);
        if (config.problem === 'regression') {
          const errors = y.map((value, i) => (value - Number(answers[i])) ** 2);
          const spread = y.map((value) => (value - mean(y)) ** 2);
          assert.ok(Math.abs(score('Loss') - mean(errors)) <= 1e-12 * mean(errors));
          assert.ok(Math.abs(score('R2') - (1 - mean(errors) / mean(spread))) <= 1e-9);
          assert.equal(score('Accuracy'), undefined);
        } else {
          const lists = /** @type {number[][]} */ (answers);
          const right = lists.filter((list, i) => list.indexOf(Math.max(...list)) === y[i]);
          assert.equal(score('Accuracy'), right.length / y.length);
          assert.equal(score('R2'), undefined);
          if (config.loss === 'cross_entropy') {
            const losses = y.map((label, i) => -Math.log(Math.max(1e-7, lists[i][label])));
            assert.ok(Math.abs(score('Loss') - mean(losses)) <= 1e-7);
          }
        }
      }
      experiment.dispose();
    });

    it(`finds its gradient by differences, too: ${name}`, () => {
      const { experiment } = trained(patch, 3);
      const { analytic, numerical, simplified } = experiment.gradientCheck(1e-6);
      const difference = Math.hypot(...analytic.map((slope, i) => slope - numerical[i]));
      assert.ok(difference <= 1e-5 * Math.hypot(...analytic), `${difference}`);
      assert.equal(simplified.length, outputs > 1 ? 0 : analytic.length);
      const { inOrder, reversed } = experiment.butterfly('backprop', 5);
      inOrder.forEach((loss, i) => assert.ok(Math.abs(loss - reversed[i]) <= 1e-9 * loss));
      experiment.dispose();
    });

    it(`hands its network to another of the same problem, and to no other: ${name}`, () => {
      const { config, experiment } = trained(patch);
      const model = JSON.parse(JSON.stringify(experiment.exportModel()));
      const { experiment: other } = trained({ ...patch, seed: 5 }, 0);
      other.importModel(readStartingModel('model', model, problemOf(config)));
      assert.deepEqual(other.parameters(), experiment.parameters());
      assert.equal(other.exportModel().activations.at(-1), last);
      assert.throws(() => readStartingModel('model', model, problemOf(defaultConfig())), {
        name: 'TypeError',
        message: /^model\.(problem|features\[\d\]|layerSizes\[\d\]): /,
      });
      for (const one of [experiment, other]) one.dispose();
    });
  }

  it('settles for scripts what they do not name', () => {
    for (const [patch, kind, outputs] of /** @type {const} */ ([
      [{ dataset: 'hills' }, 'regression', 1],
      [{ problem: 'regression' }, 'regression', 1],
      [{ ...defaultConfig(), dataset: 'plane' }, 'regression', 1],
      [{ dataset: 'blobs', classes: 3, preset: 'notebook' }, 'classification', 3],
    ])) {
      const experiment = engine.createExperiment(patch);
      const { problem, layerSizes } = experiment.description;
      assert.deepEqual([problem, layerSizes.at(-1)], [kind, outputs]);
      assert.equal('trainR2' in experiment.metrics(), kind === 'regression');
      experiment.dispose();
    }
    const rule = /** @type {const} */ ('simplified');
    assert.throws(
      () => engine.createExperiment({ dataset: 'blobs', classes: 3, rule }),
      /simplified/,
    );
  });

  it('keeps the history of values by their names, whatever was learned before', async () => {
    const session = createSession(engine, {});
    await session.start();
    await step(session, 3);
    session.configure(applyPatch(session.state.config, { dataset: 'hills' }).config);
    await session.start();
    await step(session, 4);
    const { history, metrics } = session.state;
    const names = ['epoch', 'trainLoss', 'testLoss', 'trainR2', 'testR2'];
    assert.deepEqual(Object.keys(history.curves()), names);
    assert.deepEqual(Object.keys(metrics ?? {}), names);
    assert.deepEqual(history.at(4), metrics);
    session.configure(applyPatch(session.state.config, { dataset: 'blobs', classes: 4 }).config);
    await session.start();
    assert.equal(session.state.history.curves().trainAccuracy.length, 1);
  });
});
