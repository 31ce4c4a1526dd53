import { sceneOf } from '../../../wasm/support.js';
import { metricsOf, ROW_LENGTH } from '../../../../web/state/metrics.js';
import { LOG_INTERVAL } from '../../../../web/lesson/training/loop.js';
import {
  measureSamples,
  PROBABILITY_CLIP,
  spreadOf,
} from '../../../../web/lesson/training/sample-losses.js';
import { DETERMINED_EPOCHS } from '../../../../web/state/notebook.js';
import { defaultConfig } from '../../../../web/state/presets.js';

/** @typedef {import('../../../../web/engine/engine.js').Engine} Engine */
/** @typedef {import('../../../../web/state/types.js').Config} Config */

/** As in the notebook's weights: 0.01 times the standard normal. */
const SMALL_SCALE = 0.01;

/**
 * @param {Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function trainingNumbers(engine) {
  const config = defaultConfig('notebook');
  return {
    ...dataNumbers(engine, config),
    ...startNumbers(engine, config),
    ...runNumbers(engine, config),
    ...otherRuns(engine, config),
    'training.rate': config.learningRate,
    'training.epochs': config.epochs,
    'training.interval': LOG_INTERVAL,
    'training.beforeInterval': LOG_INTERVAL - 1,
    'training.determined': DETERMINED_EPOCHS,
    'training.ln2': engine.binaryCrossEntropy([1], [0.5]),
    'training.dearest': engine.binaryCrossEntropy([1], [0]),
    'training.clip': Math.exp(-engine.binaryCrossEntropy([1], [PROBABILITY_CLIP / 10])),
  };
}

/**
 * @param {Engine} engine
 * @param {Config} config
 */
function dataNumbers(engine, config) {
  const { train, test } = engine.trainTestSplit(config.samples, config.testSize, config.seed);
  return {
    'training.samples': config.samples,
    'training.trainCount': train.length,
    'training.testCount': test.length,
  };
}

/**
 * @param {Engine} engine
 * @param {Config} config
 */
function startNumbers(engine, config) {
  const experiment = engine.createExperiment(config);
  const { cosines } = experiment.gradientCheck(1e-5);
  const weights = experiment.parameters();
  const { layerSizes, parameterCount } = experiment.description;
  // What the stream gives first, at the notebook's scale.
  const [draw] = engine.createRandomState(config.seed).randn(1);
  return {
    'training.cosine1': cosines[0],
    'training.cosine2': cosines[1],
    'training.cosine3': cosines[layerSizes.length - 2],
    'training.parameters': parameterCount,
    'training.weight1': weights[0],
    'training.weight2': weights[2],
    'training.scale':
      Number((weights[0] / draw).toPrecision(12)) === SMALL_SCALE ? SMALL_SCALE : NaN,
  };
}

/**
 * The notebook's run.
 *
 * @param {Engine} engine
 * @param {Config} config
 */
function runNumbers(engine, config) {
  const experiment = engine.createExperiment(config);
  const rows = split(experiment.step(config.epochs));
  const { trainLoss, testLoss, testAccuracy } = experiment.metrics();
  const samples = measureSamples(engine, sceneOf(experiment));
  const { wrongCount, wrongShare, total } = spreadOf(samples);
  const most = engine.binaryCrossEntropy([1], [0]);
  const capped = samples.losses.filter((loss) => loss > most - 1e-9);
  const testCount = experiment.description.test.y.length;
  const peaks = rows.filter((row) => row.trainLoss > 5);
  const peak = peaks[peaks.length - 1];
  return {
    'training.loss': trainLoss,
    'training.testLoss': testLoss,
    'training.testAccuracy': testAccuracy,
    'training.right': testAccuracy * testCount,
    'training.wrong': wrongCount,
    'training.wrongShare': wrongShare,
    'training.capped': capped.length,
    'training.cappedShare': (capped.length * most) / total,
    'training.rank1': experiment.activities()[0].effectiveRank,
    'training.peak': peak.trainLoss,
    'training.peakAccuracy': peak.testAccuracy,
  };
}

/**
 * The exact rule from the same start and from a better one, and a single neuron.
 *
 * @param {Engine} engine
 * @param {Config} config
 */
function otherRuns(engine, config) {
  const run = (/** @type {Partial<Config>} */ changes) => {
    const experiment = engine.createExperiment({ ...config, ...changes });
    const rows = split(experiment.step(config.epochs));
    const last = rows[rows.length - 1];
    return { rows, last, right: last.testAccuracy * experiment.description.test.y.length };
  };
  const exact = run({ rule: 'backprop' });
  const leaves = exact.rows.findIndex((row) => row.trainLoss < 0.69);
  return {
    // "For 600 epochs": to the hundred.
    'training.plateau': Math.round(leaves / 100) * 100,
    'training.plateauLoss': exact.rows[Math.floor(leaves / 2)].trainLoss,
    'training.exactTestLoss': exact.last.testLoss,
    'training.exactRight': exact.right,
    'training.lineRight': run({ rule: 'backprop', layers: [] }).right,
    'training.xavierRight': run({ rule: 'backprop', init: 'xavier' }).right,
  };
}

/** @param {Float64Array} flat */
function split(flat) {
  return Array.from({ length: flat.length / ROW_LENGTH }, (_, i) =>
    metricsOf(flat, i * ROW_LENGTH),
  );
}
