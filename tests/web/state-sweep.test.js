import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { planSweep } from '../../web/state/sweep.js';
import { parseValues, printValues, proposedValues, sweptKeys } from '../../web/state/sweep-axes.js';
import { findBest, rankMeans, spreadOf, sweepCsv } from '../../web/state/sweep-results.js';

/** @typedef {import('../../web/state/sweep-results.js').Result} Result */

/**
 * @param {number} testAccuracy
 * @param {Partial<Result>} [more]
 * @returns {Result}
 */
const result = (testAccuracy, more = {}) => ({
  metrics: { epoch: 9, trainLoss: 0.5, testLoss: 1 - testAccuracy, trainAccuracy: 1, testAccuracy },
  diverged: false,
  parameterCount: 10,
  ...more,
});

describe('what can be swept', () => {
  for (const preset of /** @type {const} */ ([
    'default',
    'notebook',
    'three-classes',
    'regression',
    'spiral',
  ])) {
    test(`every value that is proposed for "${preset}" can be had`, () => {
      const config = defaultConfig(preset);
      const keys = sweptKeys(config);
      assert.ok(keys.includes('learningRate') && keys.includes('layers'));
      for (const key of keys) {
        const values = proposedValues(key, config);
        assert.ok(values.length > 1, key);
        for (const value of parseValues(key, printValues(values))) {
          assert.deepEqual(applyPatch(config, { [key]: value }).errors, [], `${key}=${value}`);
        }
      }
    });
  }

  test('what makes no difference is not offered', () => {
    const regression = sweptKeys(defaultConfig('regression'));
    assert.ok(!regression.includes('loss') && !regression.includes('classes'));
    const data = /** @type {[number, number, number][]} */ (
      Array.from({ length: 8 }, (_, i) => [i, -i, i % 2])
    );
    const { config } = applyPatch(defaultConfig(), { dataset: 'own', data });
    assert.ok(!sweptKeys(config).includes('noise') && !sweptKeys(config).includes('samples'));
    assert.ok(!sweptKeys(defaultConfig('three-classes')).includes('rule'));
  });

  test('values are parted by blanks; layers have commas, numbers may', () => {
    assert.deepEqual(parseValues('layers', ' 0 8,8;4 '), ['', '8,8', '4']);
    assert.equal(printValues(['', '8,8']), '0 8,8');
    assert.deepEqual(parseValues('learningRate', '0,1 0.03'), ['0.1', '0.03']);
    assert.deepEqual(parseValues('features', 'x1,x2 x1'), ['x1,x2', 'x1']);
    assert.deepEqual(parseValues('noise', '  '), []);
  });
});

describe('what a sweep has come to', () => {
  test('mean and spread are NumPy’s, of the seeds that have not diverged', () => {
    // By hand: the squares of the differences from 0.7625 sum up to 0.126875.
    const results = [0.5, 0.75, 1, 0.8].map((accuracy) => result(accuracy));
    const lost = result(NaN, { diverged: true });
    const spread = spreadOf([...results, lost], 'testScore');
    assert.deepEqual([spread.count, spread.diverged], [4, 1]);
    assert.deepEqual([spread.lowest, spread.highest], [0.5, 1]);
    assert.ok(Math.abs(spread.mean - 0.7625) < 1e-15);
    assert.ok(Math.abs(spread.deviation - Math.sqrt(0.126875 / 4)) < 1e-15);
    assert.equal(spreadOf([lost], 'testScore').count, 0);
  });

  test('the best is found, and the smallest network that is nearly as good', () => {
    const pairs = [
      [result(0.9, { parameterCount: 5 })],
      [result(0.975, { parameterCount: 20 })],
      [result(0.98, { parameterCount: 100 })],
      [result(NaN, { parameterCount: 1, diverged: true })],
    ];
    assert.deepEqual(findBest(pairs, 'testScore', 0.01), { best: 2, smallest: 1 });
    assert.deepEqual(findBest(pairs, 'testLoss', 0), { best: 2, smallest: 2 });
    const alike = pairs.map(([{ metrics }]) => [{ metrics, diverged: false, parameterCount: 7 }]);
    assert.equal(findBest(alike.slice(0, 3), 'testScore', 0.01)?.smallest, null);
    assert.equal(findBest([pairs[3]], 'testScore', 0.01), null);
  });

  test('the best of a table is 1, the worst 0, and what is not known, too', () => {
    assert.deepEqual(rankMeans([0.5, NaN, 1, 0.75], 'testScore'), [0, 0, 1, 0.5]);
    assert.deepEqual(rankMeans([0.5, NaN, 1, 0.75], 'testLoss'), [1, 0, 0, 0.5]);
    assert.deepEqual(rankMeans([0.5, 0.5], 'testLoss'), [1, 1]);
    assert.deepEqual(rankMeans([NaN], 'testScore'), [0]);
  });

  test('the table has all digits, quotes lists, and leaves out what is no number', () => {
    const x = { key: 'layers', values: ['8,8', ''] };
    const { cells } = planSweep(defaultConfig(), { x, epochs: 9 });
    const runs = [
      { cell: cells[0], result: result(0.1 + 0.2) },
      { cell: cells[1], result: result(NaN, { diverged: true }) },
    ];
    assert.equal(
      sweepCsv(runs, { keys: ['layers'], problem: 'classification' }),
      [
        'layers,weight_seed,epoch,train_loss,test_loss,train_accuracy,test_accuracy,parameters,diverged',
        '"8,8",42,9,0.5,0.7,1,0.30000000000000004,10,false',
        ',42,9,0.5,,1,,10,true',
        '',
      ].join('\r\n'),
    );
  });
});
