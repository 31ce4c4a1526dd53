import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { sweepResults } from '../../web/element/trials/sweep.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { planSweep } from '../../web/state/sweep.js';
import { start } from './fake-worker.js';

const config = defaultConfig();
const RATES = { key: 'learningRate', values: [0.01, '0.1', 1] };
const LAYERS = { key: 'layers', values: [[4], '8,8'] };

/** @param {Promise<unknown>} promise */
const settled = (promise) =>
  promise.then(
    () => 'done',
    (error) => error.name,
  );

describe('what a sweep trains', () => {
  test('x varies fastest, then y, then the seed; values are given back as they came', () => {
    const { cells, epochs } = planSweep(config, { x: RATES, y: LAYERS, seeds: 2, epochs: 7 });
    assert.equal(epochs, 7);
    assert.deepEqual(
      cells.map(({ x, y, seed }) => [x, y, seed]),
      [42, 43].flatMap((seed) =>
        LAYERS.values.flatMap((y) => RATES.values.map((x) => [x, y, seed])),
      ),
    );
    assert.equal(cells[0].y, LAYERS.values[0]);
    const last = cells.at(-1)?.config;
    assert.deepEqual(
      [last?.learningRate, last?.layers, last?.weightSeed, last?.seed],
      [1, [8, 8], 43, 42],
    );
  });

  test('the weight seeds count up from the configuration’s own, and the data stay', () => {
    const { cells } = planSweep({ ...config, weightSeed: 7 }, { x: RATES, seeds: 3, epochs: 1 });
    assert.deepEqual([...new Set(cells.map(({ seed }) => seed))], [7, 8, 9]);
    assert.deepEqual([...new Set(cells.map((cell) => cell.config.seed))], [42]);
    assert.ok(cells.every((cell) => !('y' in cell)));
    const own = planSweep(config, { x: { key: 'seed', values: [1, 2] }, seeds: 2, epochs: 1 });
    assert.deepEqual(
      own.cells.map(({ seed }) => seed),
      [1, 2, 2, 3],
    );
  });

  test('a neuron that is looked at need not be in every network', () => {
    const { config: looking } = applyPatch(config, { neuron: '2.8' });
    assert.equal(planSweep(looking, { x: LAYERS, epochs: 1 }).cells.length, 2);
  });

  test('epochs that are not named are the configuration’s', () => {
    assert.equal(planSweep({ ...config, epochs: 300 }, { x: RATES }).epochs, 300);
  });

  /** @type {[what: string, options: any, message: string | RegExp][]} */
  const REFUSED = [
    ['no axis', {}, 'sweep: x is undefined; allowed are { key, values }'],
    [
      'a setting that there is not',
      { x: { key: 'learningrate', values: [1] } },
      /^learningrate: is not a setting; allowed are .*\. Did you mean learningRate\?$/,
    ],
    [
      'a setting that decides no digits',
      { x: { key: 'theme', values: ['dark'] } },
      /^sweep: x\.key is "theme"; allowed are problem, dataset, classes/,
    ],
    [
      'no values',
      { x: { key: 'noise', values: [] } },
      'sweep: x.values is ; allowed are lists of values',
    ],
    [
      'the same setting twice',
      { x: RATES, y: RATES },
      'sweep: y.key is "learningRate", as x.key; allowed is another setting',
    ],
    [
      'no seed',
      { x: RATES, seeds: 0 },
      'sweep: seeds is 0; allowed are whole numbers from 1 to 1000',
    ],
    [
      'no epochs',
      { x: RATES, epochs: undefined },
      'sweep: epochs is 0; allowed are whole numbers from 1 to 1000000000',
    ],
    [
      'a value',
      { x: { key: 'learningRate', values: [0.1, 20] } },
      'learning-rate: 20 is too large; allowed are numbers above 0, up to 10',
    ],
    [
      'a pair',
      {
        x: { key: 'dataset', values: ['moons', 'hills'] },
        y: { key: 'loss', values: ['cross_entropy'] },
      },
      /^loss: "cross_entropy" .*; allowed are squared_error$/,
    ],
    [
      'a seed beyond the last',
      { x: { key: 'weightSeed', values: [2 ** 32 - 1] }, seeds: 2 },
      'weight-seed: 4294967296 is too large; allowed are 0 to 4294967295, or nothing',
    ],
  ];
  for (const [what, options, message] of REFUSED) {
    test(`refused, with what came and what is allowed: ${what}`, async () => {
      const { pool, workers } = start();
      await assert.rejects(sweepResults(config, { epochs: 5, pool, ...options }), { message });
      assert.equal(workers.length, 0);
    });
  }
});

describe('how a sweep is trained', () => {
  const sweep = { x: RATES, y: LAYERS, seeds: 2, epochs: 40 };

  test('on all workers, several at a time on each, begun in order, and given back in order', async () => {
    const { pool, workers, engine } = start({ most: 2 });
    const results = await sweepResults(config, { ...sweep, pool });
    assert.equal(workers.length, 2);
    const orders = workers.map(({ requests }) => requests.map(({ call }) => call));
    // The third is asked for before the first is told of.
    for (const calls of orders) assert.deepEqual(calls.slice(0, 3), ['create', 'create', 'create']);
    assert.deepEqual(
      results.map(({ x, y, seed, metrics }) => [x, y, seed, metrics?.epoch]),
      planSweep(config, sweep).cells.map(({ x, y, seed }) => [x, y, seed, 40]),
    );
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(workers.every(({ terminated }) => terminated));
    assert.equal(engine.experiments.length, 12);
  });

  test('no turn is longer than a few milliseconds, and no pictures are computed', async () => {
    const { pool, workers } = start({ most: 1 });
    await sweepResults(config, { ...sweep, pool });
    const asked = workers[0].requests.filter(({ call }) => call === 'advance');
    assert.ok(asked.length >= 12);
    for (const { args } of asked) {
      assert.ok(args[0].budgetMs <= 8);
      assert.equal(args[0].unseen, true);
    }
    const created = workers[0].requests.filter(({ call }) => call === 'create');
    assert.ok(created.every(({ args }) => args[1].look.resolution === 0));
    assert.ok(workers[0].requests.every(({ call }) => call !== 'answer'));
  });

  test('a cell that diverges says when, and has no metrics', async () => {
    const { pool, engine } = start();
    engine.divergesAt = 12;
    const [cell] = await sweepResults(config, { x: RATES, epochs: 40, pool });
    assert.deepEqual(cell, { x: 0.01, seed: 42, metrics: null, diverged: 12 });
  });

  test('cancelled, it ends with an AbortError, and every worker that it has started', async () => {
    const cancel = new AbortController();
    const { pool, workers } = start({
      onRequest: ({ requests }) => requests.length === 5 && cancel.abort(),
    });
    const running = sweepResults(config, { ...sweep, pool, signal: cancel.signal });
    assert.equal(await settled(running), 'AbortError');
    assert.ok(workers.flatMap(({ requests }) => requests).length < 40);
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(workers.every(({ terminated }) => terminated));
    const late = sweepResults(config, { ...sweep, pool, signal: cancel.signal });
    assert.equal(await settled(late), 'AbortError');
  });

  test('a worker that dies is replaced, and its cells are repeated', async () => {
    let isLeft = true;
    const { pool, workers } = start({
      most: 2,
      onRequest(worker, { call }) {
        if (!isLeft || call !== 'advance' || worker.requests.length < 8) return;
        isLeft = false;
        worker.fail('out of memory');
      },
    });
    const results = await sweepResults(config, { ...sweep, pool });
    assert.equal(workers.length, 3);
    assert.deepEqual(
      results.map(({ metrics }) => metrics?.epoch),
      Array(12).fill(40),
    );
  });

  test('a cell that stops every worker is given up, with why', async () => {
    const { pool } = start({
      most: 1,
      onRequest: (worker, { call }) => call === 'advance' && worker.fail('out of memory'),
    });
    await assert.rejects(sweepResults(config, { ...sweep, pool }), {
      message: 'The worker stopped: out of memory',
    });
  });

  test('what the engine refuses ends the sweep', async () => {
    const { pool } = start();
    const x = { key: 'samples', values: [100, 5] };
    await assert.rejects(sweepResults(config, { x, epochs: 40, pool }), {
      message: 'samples: 5 is what this engine refuses',
    });
  });

  test('without workers, the page trains slice by slice, and has its say between two', async () => {
    const { pool, engine } = start({ refusal: new Error('no workers') });
    engine.msPerEpoch = 3;
    let turns = 0;
    const counting = setInterval(() => (turns += 1));
    const results = await sweepResults(config, { x: RATES, epochs: 40, pool });
    clearInterval(counting);
    assert.deepEqual(
      results.map(({ metrics }) => metrics?.epoch),
      [40, 40, 40],
    );
    // Eight milliseconds hold three epochs.
    assert.ok(turns >= 5, `${turns} turns`);
    const longest = Math.max(...engine.experiments.flatMap(({ steps }) => steps));
    assert.ok(longest <= 3, `${longest} epochs at once`);
  });
});
