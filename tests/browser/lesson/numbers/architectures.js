import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createData } from '../../../../web/engine/data.js';
import { createBaselines, judgeBaselines } from '../../../../web/lesson/architectures/baselines.js';
import {
  CONTENDERS,
  createSeeded,
  EPOCHS,
  multiplyAdds,
  NOTEBOOK,
} from '../../../../web/lesson/architectures/contenders.js';
import {
  createFresh,
  FRESH_SAMPLES,
  PLATEAU_EPOCHS,
  SEEDS,
} from '../../../../web/lesson/architectures/long-runs.js';
import { startFacts } from '../../../../web/lesson/architectures/race.js';
import { referenceRace, referenceSeeds } from '../../../wasm/lesson-reference.js';
import {
  areApart,
  spreadOf,
  superiority,
} from '../../../../web/lesson/architectures/seeds-results.js';

/**
 * @typedef {import('../../../../web/engine/engine.js').Engine} Engine
 * @typedef {import('../../../../web/engine/data.js').Data} Data
 * @typedef {import('../../../../web/lesson/architectures/contenders.js').Rule} Rule
 * @typedef {import('../../../../web/lesson/architectures/contenders.js').Init} Init
 */

const [SHALLOW, MEDIUM, DEEP, WIDE] = [0, 1, 2, 3];

/** NumPy's, see tests/golden/README.md. */
const { networks: GOLDEN, weight_scale: SMALL_SCALE } = JSON.parse(
  readFileSync(new URL('../../../golden/notebook.json', import.meta.url), 'utf8'),
).cases[0];

/** @param {number} index */
const golden = (index) =>
  GOLDEN.find((/** @type {any} */ one) => one.name.startsWith(`${CONTENDERS[index].name} `));

/**
 * @param {Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function architecturesNumbers(engine) {
  const data = createData(engine, NOTEBOOK);
  const nTest = data.test.y[0].length;
  const { majority, line } = createBaselines(engine, data);
  return {
    ...settings(nTest),
    ...costs(data.train.y[0].length),
    ...starts(engine, data),
    ...race(engine, data, nTest),
    ...seeds(engine, data, nTest),
    'architectures.majorityTest': majority.testAccuracy * nTest,
    'architectures.lineTest': line.testAccuracy * nTest,
    'architectures.lineAccuracy': line.testAccuracy,
    'architectures.ln2': Math.LN2,
  };
}

/** @param {number} nTest */
function settings(nTest) {
  const accuracy = 0.96;
  return {
    'architectures.epochs': EPOCHS,
    'architectures.learningRate': NOTEBOOK.learningRate,
    'architectures.nTest': nTest,
    'architectures.onePoint': 1 / nTest,
    'architectures.typicalAccuracy': accuracy,
    'architectures.standardError': Math.sqrt((accuracy * (1 - accuracy)) / nTest),
    'architectures.nFresh': FRESH_SAMPLES,
    'architectures.seeds': SEEDS,
    'architectures.plateauEpochs': PLATEAU_EPOCHS,
    'architectures.smallScale': SMALL_SCALE,
  };
}

/** @param {number} nSamples */
function costs(nSamples) {
  const [shallow, deep] = [SHALLOW, DEEP].map((index) => {
    const { layerSizes } = CONTENDERS[index];
    return multiplyAdds({ layerSizes, nSamples, rule: 'backprop' });
  });
  return {
    'architectures.operationsRatio': deep / shallow,
  };
}

/**
 * @param {Engine} engine
 * @param {Data} data
 */
function starts(engine, data) {
  const { layerSizes } = CONTENDERS[DEEP];
  const network = createSeeded(engine, layerSizes, 'small', NOTEBOOK.seed);
  const small = startFacts(network, data.train);
  assert.equal(small.lowest.toFixed(4), small.highest.toFixed(4));
  return {
    'architectures.firstAnswer': small.lowest,
    'architectures.smallGradient': small.gradientSizes[0],
  };
}

/**
 * @param {Engine} engine
 * @param {Data} data
 * @param {number} nTest
 */
function race(engine, data, nTest) {
  const run = (/** @type {Rule} */ rule) => {
    const all = referenceRace(engine, data, { rule, init: 'small', epochs: EPOCHS });
    return all.map(({ metrics }) => metrics);
  };
  const simplified = run('simplified');
  const exact = run('backprop');
  const { majority, line } = createBaselines(engine, data);
  for (const { testAccuracy } of simplified) assert.ok(testAccuracy <= line.testAccuracy);
  for (const index of [SHALLOW, WIDE]) assert.equal(exact[index].testAccuracy, line.testAccuracy);
  for (const index of [MEDIUM, DEEP]) {
    assert.equal(exact[index].testAccuracy, majority.testAccuracy);
  }
  for (const index of [SHALLOW, DEEP]) {
    assert.equal(simplified[index].testAccuracy, golden(index).final.test_accuracy);
  }
  const [wideLow, wideHigh] = golden(WIDE).test_accuracy_range;
  return {
    'architectures.shallowTest': simplified[SHALLOW].testAccuracy * nTest,
    'architectures.deepTest': simplified[DEEP].testAccuracy * nTest,
    'architectures.wideLow': wideLow * nTest,
    'architectures.wideHigh': wideHigh * nTest,
    'architectures.plateauLoss': exact[DEEP].trainLoss,
  };
}

/**
 * @param {Engine} engine
 * @param {Data} data
 * @param {number} nTest
 */
function seeds(engine, data, nTest) {
  const fresh = createFresh(engine);
  const baselines = createBaselines(engine, data);
  const { line } = judgeBaselines(engine, baselines, data.test);
  const { line: freshLine } = judgeBaselines(engine, baselines, fresh);
  const run = (/** @type {Rule} */ rule, /** @type {Init} */ init) =>
    referenceSeeds(engine, data, fresh, { rule, init, seeds: SEEDS });
  const runs = run('backprop', 'he');
  const beats = runs.map((all) => all.filter((one) => one.test > line).length);
  const beatsFresh = runs.map((all) => all.filter((one) => one.fresh > freshLine).length);
  for (const index of [MEDIUM, DEEP, WIDE]) {
    assert.deepEqual([beats[index], beatsFresh[index]], [SEEDS, SEEDS], 'they beat it every time');
  }
  const values = (/** @type {number} */ index, /** @type {'test' | 'fresh'} */ judge) =>
    runs[index].map((one) => one[judge]);
  const freshMedian = (/** @type {number} */ index) => spreadOf(values(index, 'fresh')).median;
  assert.ok(areApart(values(DEEP, 'test'), values(WIDE, 'test')), 'beyond the chance of seeds');
  const medium = values(MEDIUM, 'test');
  const losers = run('simplified', 'small')
    .flat()
    .filter((one) => one.test <= line && one.fresh <= freshLine);
  return {
    'architectures.shallowBeats': beats[SHALLOW],
    'architectures.shallowBest': Math.max(...runs[SHALLOW].map((one) => one.test)) * nTest,
    'architectures.shallowBeatsFresh': beatsFresh[SHALLOW],
    'architectures.lineFresh': freshLine,
    'architectures.wideOverDeep': superiority(values(DEEP, 'test'), values(WIDE, 'test')),
    'architectures.wideOverDeepFresh': superiority(values(DEEP, 'fresh'), values(WIDE, 'fresh')),
    'architectures.mediumFresh': freshMedian(MEDIUM),
    'architectures.deepFresh': freshMedian(DEEP),
    'architectures.wideFresh': freshMedian(WIDE),
    'architectures.simplifiedRuns': losers.length,
    'architectures.mediumWorst': Math.min(...medium) * nTest,
    'architectures.mediumBest': Math.max(...medium) * nTest,
    'architectures.mediumRange': Math.max(...medium) - Math.min(...medium),
  };
}
