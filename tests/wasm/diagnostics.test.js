import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { createExperiment, loadShippedEngine } from './support.js';

const NOTEBOOK = {
  activation: 'relu',
  init: 'small',
  rule: 'simplified',
  optimizer: 'sgd',
  learningRate: 0.5,
};

describe('diagnostics of a run', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  it('find that numerical and analytic gradient agree', () => {
    // tanh: at the notebook's start some of its ReLUs sit exactly at their corner, where a central
    // difference gives half the slope and nothing is to be agreed on.
    const experiment = createExperiment(engine, { activation: 'tanh' });
    const check = experiment.gradientCheck(1e-5);
    assert.equal(check.analytic.length, 105);
    check.analytic.forEach((slope, i) => {
      assert.ok(Math.abs(slope - check.numerical[i]) < 1e-9, `parameter ${i}`);
    });
  });

  it('find that the simplified rule is the gradient in the last layer only', () => {
    const [first, second, last] = createExperiment(engine, NOTEBOOK).gradientCheck(1e-5).cosines;
    assert.ok(Math.abs(last - 1) < 1e-9);
    assert.equal(second.toFixed(2), '0.23');
    assert.equal(first.toFixed(2), '0.58');
  });

  it('show truncation error for a large step and round-off for a small one', () => {
    const experiment = createExperiment(engine, { activation: 'tanh' });
    const worst = (/** @type {number} */ epsilon) => {
      const { analytic, numerical } = experiment.gradientCheck(epsilon);
      return Math.max(...analytic.map((slope, i) => Math.abs(slope - numerical[i])));
    };
    assert.ok(worst(1e-1) > 10 * worst(1e-5));
    assert.ok(worst(1e-12) > 10 * worst(1e-5));
  });

  it('refuse a network that would keep people waiting, by its size', () => {
    const experiment = createExperiment(engine, { layers: [64, 64] });
    assert.throws(() => experiment.gradientCheck(1e-5), /^RangeError: network: 4417 parameters/);
  });

  it('show that under the simplified rule eight neurons act as one', () => {
    const experiment = createExperiment(engine, NOTEBOOK);
    experiment.step(1000);
    const hidden = experiment.activities().slice(0, 2);
    for (const { effectiveRank, twinOf } of hidden) {
      assert.ok(effectiveRank < 1.1);
      assert.deepEqual([...twinOf], Array(8).fill(0));
    }
  });

  it('part two orders of summation under the simplified rule, and never under backpropagation', () => {
    const experiment = createExperiment(engine, NOTEBOOK);
    const EPOCHS = 1000;
    const largest = (
      /** @type {'backprop' | 'simplified'} */ rule,
      /** @type {number} */ until,
    ) => {
      const { inOrder, reversed } = experiment.butterfly(rule, EPOCHS);
      assert.equal(inOrder.length, EPOCHS + 1);
      return Math.max(...inOrder.slice(0, until).map((loss, i) => Math.abs(loss - reversed[i])));
    };
    assert.ok(largest('simplified', 150) < 1e-12);
    assert.ok(largest('simplified', EPOCHS) > 1e-3);
    assert.ok(largest('backprop', EPOCHS) < 1e-12);
  });
});
