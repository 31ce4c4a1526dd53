/**
 * Which problem, data set, classes, loss and rule go together, and which of them give way.
 *
 * @module
 */

import {
  DATASETS,
  LOSSES,
  MOST_CLASSES,
  PROBLEMS,
  datasetOf,
  hasOwnPoints,
  lossOf,
  namesOf,
} from './choices.js';
import { classesOf, toClasses, toValues } from './classes.js';
import { allowedValues, settingError, settingName } from './messages.js';
import { presetValues } from './presets.js';
import { classCount, endsOf, problemOf } from './problem.js';
import { entryOfKey } from './schema.js';

/** @import { Config, ConfigError, DatasetName, Entry, ProblemName } from './types.js' */

/** @typedef {{ config: Config, errors: ConfigError[] }} Settled */
/** @typedef {Partial<Config>} Named what a patch names, and is valid by itself */

/** What is taken where a problem is asked for that the data set cannot serve. */
const STAND_INS = /** @type {const} */ ({ classification: 'moons', regression: 'hills' });

/**
 * The data set `own` needs points. Whichever of the two has just changed gives way.
 *
 * @param {Config} before
 * @param {Config} config
 * @returns {Settled}
 */
export function settleOwn(before, config) {
  if (!hasOwnPoints(config) || config.data.length > 0) return { config, errors: [] };
  const points = allowedValues(/** @type {Entry} */ (entryOfKey('data')));
  const { data } = before;
  if (hasOwnPoints(before)) {
    const error = settingError(
      'data',
      '',
      (words) => words.problem.dataNeeded(settingName('dataset')(words)),
      points,
    );
    return { config: { ...config, data }, errors: [error] };
  }
  const others = allowedValues(/** @type {Entry} */ (entryOfKey('dataset')));
  const named = settingName('data');
  const error = settingError(
    'dataset',
    config.dataset,
    (words) => words.problem.noData(named(words)),
    (words) => words.allowed.ownDataset(others(words), points(words), named(words)),
  );
  return { config: { ...config, dataset: before.dataset }, errors: [error] };
}

/**
 * A problem and a data set that are named together must agree. A data set that is named alone brings its
 * problem; a problem that is takes a data set that can serve it.
 *
 * @param {Config} before
 * @param {Config} config
 * @param {Named} named
 * @returns {Settled}
 */
export function settleProblem(before, config, named) {
  const { problem, dataset } = config;
  if (serves(config, problem)) return { config, errors: [] };
  const served = PROBLEMS.filter((kind) => serves(config, kind));
  if (named.problem === undefined) {
    return { config: { ...config, problem: served[0] }, errors: [] };
  }
  if (named.dataset === undefined) {
    return { config: { ...config, dataset: STAND_INS[problem] }, errors: [] };
  }
  const errors = [
    disagreement('problem', problem, served),
    disagreement('dataset', dataset, servingSets(config)),
  ];
  const kept = { problem: before.problem, dataset: before.dataset };
  return { config: { ...config, ...kept }, errors };
}

/**
 * Labels of own points are class numbers where classes are learned, and values where these are.
 *
 * @param {Config} before
 * @param {Config} config
 * @param {Named} named
 * @returns {Settled}
 */
export function settleOwnLabels(before, config, named) {
  const isSame = config.problem === before.problem && config.dataset === before.dataset;
  if (!hasOwnPoints(config) || isSame || named.data) return { config, errors: [] };
  const { data, classNames } = config;
  const names = classNames.length > 0 ? classNames : undefined;
  const read =
    config.problem === 'regression' ? toValues(data, classNames) : toClasses(data, names);
  return { config: { ...config, ...read }, errors: [] };
}

/**
 * @param {Config} before
 * @param {Config} config
 * @param {Named} named
 * @returns {Settled}
 */
export function settleClasses(before, config, named) {
  const [fewest, most] = classRange(config);
  const isAllowed = (/** @type {number} */ count) => count >= fewest && count <= most;
  if (isAllowed(config.classes)) return { config, errors: [] };
  const isRefused = named.classes !== undefined;
  const classes = isRefused && isAllowed(before.classes) ? before.classes : fewest;
  const error = settingError(
    'classes',
    config.classes,
    (words) => words.problem.notOfDataset(config.dataset, settingName('dataset')(words)),
    ({ allowed, number }) =>
      fewest === most ? number(fewest) : allowed.range(number(fewest), number(most)),
  );
  return {
    config: { ...config, classes },
    errors: isRefused ? [error] : [],
  };
}

/**
 * Values have one loss; classes that are learned again have their preset's.
 *
 * @param {Config} before
 * @param {Config} config
 * @param {Named} named
 * @returns {Settled}
 */
export function settleLoss(before, config, named) {
  const allowed = LOSSES.filter(({ kinds }) => isAmong(kinds, config.problem));
  if (isAmong(lossOf(config).kinds, config.problem)) {
    const isBack = config.problem === 'classification' && before.problem === 'regression';
    if (!isBack || named.loss !== undefined) return { config, errors: [] };
    const { loss = config.loss } = presetValues(config.preset);
    return { config: { ...config, loss }, errors: [] };
  }
  const [{ name }] = allowed;
  const errors =
    named.loss === undefined ? [] : [disagreement('loss', config.loss, namesOf(allowed))];
  return { config: { ...config, loss: name }, errors };
}

/**
 * The simplified rule is for one output.
 *
 * @param {Config} before
 * @param {Config} config
 * @param {Named} named
 * @returns {Settled}
 */
export function settleRule(before, config, named) {
  if (config.rule !== 'simplified' || endsOf(problemOf(config)).outputs === 1) {
    return { config, errors: [] };
  }
  const rule = /** @type {const} */ ('backprop');
  const error = settingError(
    'rule',
    config.rule,
    ({ problem }) => problem.oneOutput,
    () => rule,
  );
  return { config: { ...config, rule }, errors: named.rule ? [error] : [] };
}

/**
 * What need not be told of a configuration, because it follows from the rest.
 *
 * @param {Config} config
 * @returns {readonly (keyof Config)[]}
 */
export function followingKeys(config) {
  /** @type {(keyof Config)[]} */
  const keys = [];
  if (config.problem === 'regression') keys.push('loss');
  if (hasOwnPoints(config)) keys.push('classes');
  // Values that wait would be read as too many classes.
  if (!serves({ ...config, dataset: 'own' }, config.problem)) keys.push('data');
  return keys;
}

/**
 * @param {Pick<Config, 'dataset' | 'data'>} config
 * @param {ProblemName} problem
 * @returns {boolean} whether the data set can serve it; own points, if there are any
 */
function serves({ dataset, data }, problem) {
  if (!isAmong(datasetOf(dataset).kinds, problem)) return false;
  if (!hasOwnPoints({ dataset }) || problem === 'regression' || data.length === 0) return true;
  const { length } = classesOf(data);
  return length > 1 && length <= MOST_CLASSES;
}

/**
 * @param {Config} config
 * @returns {readonly [number, number]} how many classes there can be
 */
function classRange(config) {
  const own = hasOwnPoints(config) && config.problem === 'classification';
  if (own) return [classCount(config), classCount(config)];
  return datasetOf(config.dataset).classes ?? [2, 2];
}

/**
 * @param {Config} config
 * @returns {DatasetName[]} those that would do for its problem
 */
function servingSets({ problem, data }) {
  return namesOf(DATASETS).filter((dataset) => serves({ dataset, data }, problem));
}

/**
 * @param {readonly ProblemName[]} kinds
 * @param {ProblemName} problem
 */
const isAmong = (kinds, problem) => kinds.includes(problem);

/**
 * @param {'problem' | 'dataset' | 'loss'} key
 * @param {string} value
 * @param {readonly string[]} others that would do
 * @returns {ConfigError}
 */
function disagreement(key, value, others) {
  return settingError(
    key,
    value,
    ({ problem }) => problem.otherProblem,
    () => others.join(', '),
  );
}
