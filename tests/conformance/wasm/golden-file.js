import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { checkDatasets, checkFeatures, checkRng, checkSplit } from './check-data.js';
import {
  checkActivations,
  checkBoundary,
  checkForward,
  checkGradients,
  checkLoss,
  checkNeuron,
} from './check-network.js';
import { checkNotebook, checkOptimizers } from './check-training.js';
import { Comparison } from './comparison.js';
import { Fields } from './fields.js';

/**
 * What running one golden file through the engine gave.
 *
 * @typedef {object} FileReport
 * @property {string} file
 * @property {string} kind
 * @property {number} passed cases
 * @property {number} failed cases
 * @property {number} worstError largest |ours - theirs|
 * @property {number} worstShare largest error as a share of its tolerance
 * @property {string[]} disagreements "case: field: what"
 */

/** @type {Record<string, import('./layers.js').Check>} */
const CHECKS = {
  rng: checkRng,
  datasets: checkDatasets,
  split: checkSplit,
  features: checkFeatures,
  activations: checkActivations,
  neuron: checkNeuron,
  forward: checkForward,
  loss: checkLoss,
  notebook: checkNotebook,
  gradients: checkGradients,
  optimizers: checkOptimizers,
  boundary: checkBoundary,
};

/**
 * Runs every case of a file. A file that cannot be read, or is not of the format, fails as one case.
 *
 * @param {string} path
 * @param {import('./layers.js').Engine} engine
 * @returns {FileReport}
 */
export function runGoldenFile(path, engine) {
  /** @type {FileReport} */
  const report = {
    file: basename(path),
    kind: '',
    passed: 0,
    failed: 0,
    worstError: 0,
    worstShare: 0,
    disagreements: [],
  };
  try {
    runCases(JSON.parse(readFileSync(path, 'utf8')), report, engine);
  } catch (error) {
    report.failed += 1;
    report.disagreements.push(/** @type {Error} */ (error).message);
  }
  return report;
}

/**
 * @param {unknown} content
 * @param {FileReport} report
 * @param {import('./layers.js').Engine} engine
 */
function runCases(content, report, engine) {
  const fields = new Fields(content);
  report.kind = fields.text('kind');
  if (!Object.hasOwn(CHECKS, report.kind)) throw new Error(`kind: "${report.kind}" is unknown`);
  fields.text('reference');
  const tolerance = fields.object('tolerance');
  const allowed = { rel: tolerance.number('rel'), abs: tolerance.number('abs') };
  const cases = fields.objects('cases').length;
  if (cases === 0) throw new Error('cases: is empty');
  /** @type {{ cases: unknown[] }} */ (content).cases.forEach((golden, i) => {
    const comparison = runCase(golden, CHECKS[report.kind], allowed, engine);
    report.worstError = Math.max(report.worstError, comparison.worstError);
    report.worstShare = Math.max(report.worstShare, comparison.worstShare);
    report[comparison.disagreements.length === 0 ? 'passed' : 'failed'] += 1;
    const label = labelOf(golden, i);
    report.disagreements.push(...comparison.disagreements.map((what) => `${label}: ${what}`));
  });
}

/**
 * @param {unknown} golden
 * @param {import('./layers.js').Check} check
 * @param {import('./comparison.js').Tolerance} tolerance
 * @param {import('./layers.js').Engine} engine
 */
function runCase(golden, check, tolerance, engine) {
  const comparison = new Comparison(tolerance);
  try {
    const fields = new Fields(golden);
    fields.text('name');
    check(fields, comparison, engine);
    for (const path of fields.unread()) comparison.fail(`${path}: is unknown`);
  } catch (error) {
    comparison.fail(/** @type {Error} */ (error).message);
  }
  return comparison;
}

/**
 * A case's name need not be its own, so its place is given too.
 *
 * @param {unknown} golden
 * @param {number} i
 */
function labelOf(golden, i) {
  const name = /** @type {{ name?: unknown } | null} */ (golden)?.name;
  return typeof name === 'string' ? `case ${i} "${name}"` : `case ${i}`;
}
