import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { pythonPath } from '../../cmake/requirements.js';
import { ENGLISH_LATER } from '../../web/languages/later/en.js';
import { inputLines, numpyScript } from '../../web/state/numpy-script.js';
import { createSession, step } from './session-support.js';
import { loadShippedEngine } from './support.js';

/** @typedef {Parameters<typeof numpyScript>[0]} Run */

const WIDE = [64, 64, 64, 64, 64, 64];

/** Values as large as they can be. */
const FAR = [0, 1, 2, 3, 4, 5, 6].map((i) => [1e5 * i, i - 3, 1e6 * Math.cos(i)]);

/** More than a line of them. */
const CHANGES = '10:learning-rate=0.1 20:optimizer=sgd 30:w1.1.1=0.5 40:b3.1=-1 50:batch-size=16';

/** @type {[patch: object, epochs: number][]} */
const RUNS = [
  [{}, 0],
  [{}, 200],
  [{ layers: [] }, 50],
  [{ layers: [1] }, 10],
  [{ layers: WIDE }, 3],
  [{ layers: WIDE, activation: 'linear', optimizer: 'sgd', learningRate: 0.01 }, 5],
  [{ layers: WIDE, activation: 'tanh', learningRate: 10, samples: 50 }, 20],
  [{ layers: [6, 6], activation: 'relu', init: 'he', dataset: 'circles' }, 100],
  [{ layers: [6, 6], activation: 'sigmoid', dataset: 'blobs', noise: 1 }, 100],
  [
    {
      layers: [4, 3, 2, 2, 3, 4],
      activation: ['relu', 'tanh', 'sigmoid', 'linear', 'relu', 'tanh'],
    },
    50,
  ],
  [{ preset: 'notebook' }, 1000],
  [{ schedule: CHANGES }, 60],
  [
    {
      dataset: 'spirals',
      noise: 0.02,
      scale: 'standard',
      features: 'x1,x2,x1^2,x2^2,x1*x2,sin(x1),sin(x2)',
      activation: ['leaky_relu', 'elu'],
      classNames: 'in,out',
    },
    100,
  ],
  [{ dataset: 'classification', scale: 'standard', layers: [3] }, 50],
  [{ dataset: 'blobs', classes: 3, noise: 0.7 }, 50],
  [{ dataset: 'spirals', classes: 6, noise: 0.02, scale: 'standard', features: 'x1,x2,x1*x2' }, 50],
  [{ dataset: 'blobs', classes: 4, layers: [], learningRate: 10 }, 200],
  [{ dataset: 'plane', noise: 0.1, layers: [] }, 100],
  [{ dataset: 'hills', noise: 0.05, features: 'x1,x2,sin(x1),sin(x2)' }, 100],
  [{ problem: 'regression', dataset: 'own', data: FAR, scale: 'standard', testSize: 0.4 }, 200],
];

describe('the NumPy script', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  /** @type {string} */
  let folder;
  before(async () => {
    engine = await loadShippedEngine();
    folder = mkdtempSync(join(tmpdir(), 'moonlab-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  /**
   * @param {object} patch
   * @param {number} epochs
   * @returns {Promise<Run>}
   */
  async function train(patch, epochs) {
    const session = createSession(engine, patch);
    await session.start();
    if (epochs > 0) await step(session, epochs);
    const { config, description, frame } = session.state;
    assert.ok(description && frame);
    return { config, description, frame };
  }

  /**
   * @param {string} script
   * @param {string[]} [how] instead of running it as a program
   */
  function run(script, how = ['network.py']) {
    writeFileSync(join(folder, 'network.py'), script);
    const python = pythonPath();
    assert.ok(python, 'Python with NumPy is missing: node cmake/setup.js web');
    // Nothing of this machine's own: the script is to stand alone.
    const options = { cwd: folder, encoding: /** @type {const} */ ('utf8'), env: {} };
    return spawnSync(python, ['-B', '-W', 'error', ...how], options);
  }

  it('tells every change during the run', async () => {
    const script = numpyScript(await train({ schedule: CHANGES }, 60), ENGLISH_LATER.saving.script);
    const lines = script.split('\n').filter((line) => /^# .* \d+:\S+=/.test(line));
    const text = lines.map((line) => line.slice(1).trim()).join(' ');
    assert.equal(text.replace(/^schedule +/, ''), CHANGES);
    assert.equal(lines.length, 2);
  });

  for (const [patch, epochs] of RUNS) {
    it(`reproduces the lab’s predictions: ${JSON.stringify(patch)}, epoch ${epochs}`, async () => {
      const script = numpyScript(await train(patch, epochs), ENGLISH_LATER.saving.script);
      const { status, stdout, stderr } = run(script);
      assert.equal(stderr, '');
      assert.match(
        stdout,
        /^49 points agree with the lab; the largest difference is [\d.e+-]+\.\n$/,
      );
      assert.equal(status, 0);
      assert.ok(script.split('\n').every((line) => line.length <= 110));
    });
  }

  it('fails where its numbers are not the lab’s', async () => {
    const script = numpyScript(await train({}, 20), ENGLISH_LATER.saving.script);
    const [first] = /-?\d\.\d{6}/.exec(script.slice(script.indexOf('LAYERS'))) ?? [];
    assert.ok(first);
    const { status, stderr } = run(
      script.replace(first, `${first.slice(0, -1)}${9 - Number(first.slice(-1))}`),
    );
    assert.notEqual(status, 0);
    assert.match(stderr, /AssertionError: .* is more than 1e-12/);
  });

  for (const patch of [
    { dataset: 'circles' },
    { dataset: 'spirals', classes: 4 },
    { dataset: 'hills' },
  ]) {
    it(`can be imported, and predicts as the engine does: ${patch.dataset}`, async () => {
      const session = createSession(engine, patch);
      await session.start();
      await step(session, 100);
      const { config, description, frame } = session.state;
      assert.ok(description && frame);
      const script = numpyScript({ config, description, frame }, ENGLISH_LATER.saving.script);
      /** @type {[number, number][]} */
      const points = [
        [0.123, -0.456],
        [1e3, -1e3],
        [0, 0],
      ];
      const use = `import json, network; print(json.dumps(network.predict(${JSON.stringify(points)}).tolist()))`;
      const { stdout, stderr } = run(script, ['-c', use]);
      assert.equal(stderr, '');
      const expected = await session.ask((client) => client.predict(points));
      /** @type {number[] | number[][]} */
      const predicted = JSON.parse(stdout);
      assert.equal(predicted.length, points.length);
      assert.equal(predicted.flat().length, expected.flat().length);
      const numbers = expected.flat();
      predicted.flat().forEach((value, i) => assert.ok(Math.abs(value - numbers[i]) <= 1e-12));
    });
  }

  it('gives a network the points themselves, or what is made of them', () => {
    const scaler = { mean: [0.5, -1], std: [2, 1] };
    assert.deepEqual(inputLines({ features: ['x1', 'x2'], scaler: null }), [
      '    values = np.array(points, dtype=float).T',
    ]);
    assert.deepEqual(inputLines({ features: ['x1', 'x2'], scaler }), [
      '    points = np.array(points, dtype=float) - [0.5, -1]',
      '    points = points / [2, 1]',
      '    values = points.T',
    ]);
    assert.deepEqual(inputLines({ features: ['x2'], scaler: null }), [
      '    x1, x2 = np.array(points, dtype=float).T',
      '    values = np.array([x2])',
    ]);
  });

  it('holds no more of a setting or a translation than a comment can', async () => {
    const made = await train({}, 1);
    const config = {
      ...made.config,
      dataset: /** @type {any} */ ('x\nimport os\r\u2028os._exit(3)'),
    };
    const agreement = '{} "\\" \n {:.1e}';
    const texts = {
      ...ENGLISH_LATER.saving.script,
      title: ['"""\nraise SystemExit(4)'],
      agreement,
    };
    const { status, stdout } = run(numpyScript({ ...made, config }, texts));
    assert.equal(status, 0);
    assert.match(stdout, /^49 "\\" \n /);
  });

  it('cannot be made of a training that has diverged', async () => {
    const made = await train(
      { activation: 'linear', layers: [8, 8, 8], init: 'he', optimizer: 'sgd', learningRate: 10 },
      1000,
    );
    assert.throws(
      () => numpyScript(made, ENGLISH_LATER.saving.script),
      /script: the weights at epoch/,
    );
  });
});
