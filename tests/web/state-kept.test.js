import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { History } from '../../web/state/history.js';
import {
  LABEL_LENGTH,
  MOST_KEPT,
  curvesOf,
  differences,
  isComparable,
  keep,
  readLabel,
  rename,
} from '../../web/state/kept.js';
import { initialState, reduce } from '../../web/state/lab-state.js';
import { momentOf } from '../../web/state/moment.js';
import { descriptionOf, frameAt } from './frames.js';
import { CONFIG, exampleRecord } from './record-example.js';

/** @import { KeptRun } from '../../web/state/kept.js' */

/** @param {object} patch */
const configWith = (patch) => applyPatch(defaultConfig(), patch).config;

/** @param {string} label */
const runOf = (label) => ({ label, config: CONFIG, record: exampleRecord() });

/** @param {number} count */
function kept(count) {
  /** @type {readonly KeptRun[]} */
  let runs = [];
  for (let i = 0; i < count; i += 1) runs = keep(runs, runOf(`run ${i}`));
  return runs;
}

test('kept runs have letters, which are free again once a run is removed', () => {
  const runs = kept(3);
  assert.deepEqual(
    runs.map(({ letter, label, isSaved }) => [letter, label, isSaved]),
    [
      ['A', 'run 0', false],
      ['B', 'run 1', false],
      ['C', 'run 2', false],
    ],
  );
  const [next] = keep([runs[0], runs[2]], runOf('')).slice(-1);
  assert.deepEqual([next.letter, next.label], ['B', 'B']);
});

test('eight are kept, and a ninth is refused', () => {
  const runs = kept(MOST_KEPT);
  assert.equal(runs.length, 8);
  assert.throws(() => keep(runs, runOf('one more')), {
    name: 'RangeError',
    message: 'keep: 9 runs; allowed are up to 8. Remove some first',
  });
});

test('a run that is renamed stands in no file under its name', () => {
  const runs = kept(2).map((run) => ({ ...run, isSaved: true }));
  assert.deepEqual(rename(runs, runs[1], ' run 1 '), runs);
  assert.deepEqual(rename(runs, runs[1], 'other'), [
    runs[0],
    { ...runs[1], label: 'other', isSaved: false },
  ]);
  assert.equal(rename(runs, runs[1], '  ')[1].label, 'B');
});

test('a label is a text of some length', () => {
  assert.equal(readLabel('keep'), '');
  assert.equal(readLabel('keep', ' slow '), 'slow');
  assert.equal(readLabel('keep', 'x'.repeat(LABEL_LENGTH)).length, 40);
  assert.throws(() => readLabel('keep', 7), {
    name: 'TypeError',
    message: 'keep: 7 is not a text; allowed are texts of up to 40 characters',
  });
  assert.throws(() => readLabel('keep', 'x'.repeat(41)), {
    message: /^keep: "x+…?" is 41 characters long; allowed are texts of up to 40 characters$/,
  });
});

test('only settings that decide digits and differ are told', () => {
  const base = configWith({});
  assert.deepEqual(differences([base]), []);
  assert.deepEqual(
    differences([
      base,
      configWith({ theme: 'dark', speed: '1', epochs: 9, classNames: ['a', 'b'] }),
    ]),
    [],
  );
  const others = [
    configWith({ learningRate: 0.1 }),
    configWith({ layers: [3], learningRate: 0.1 }),
  ];
  assert.deepEqual(differences([base, ...others]), ['layers', 'learningRate']);
  assert.deepEqual(differences(others), ['layers']);
});

test('what decides nothing in a run is no difference of it', () => {
  const none = configWith({ regularizationRate: 0.5 });
  assert.deepEqual(differences([configWith({}), none]), []);
  const penalised = [0.1, 0.5].map((regularizationRate) =>
    configWith({ regularization: 'l2', regularizationRate }),
  );
  assert.deepEqual(differences([none, penalised[1]]), ['regularization']);
  assert.deepEqual(differences([none, ...penalised]), ['regularization', 'regularizationRate']);
});

test('curves are compared with those of the same quantity', () => {
  const [run] = kept(1);
  assert.equal(isComparable(run, 'loss', configWith({})), true);
  assert.equal(isComparable(run, 'loss', configWith({ loss: 'squared_error' })), false);
  assert.equal(isComparable(run, 'accuracy', configWith({ loss: 'squared_error' })), true);
  assert.equal(isComparable(run, 'r2', configWith({ problem: 'regression' })), false);
});

test('what is no number in JSON is none in the curves', () => {
  const [run] = kept(1);
  const testLoss = /** @type {number[]} */ (/** @type {unknown} */ ([0.25, null, 0.5]));
  const history = { ...run.record.history, testLoss };
  const curves = curvesOf({ ...run, record: { ...run.record, history } });
  assert.deepEqual(curves.testLoss, Float64Array.of(0.25, NaN, 0.5));
  assert.deepEqual(curves.epoch, Float64Array.of(0, 1, 2));
});

test('a moment is not changed by what comes after it, and there is none before there is a run', () => {
  const history = new History();
  const loading = initialState(defaultConfig(), history);
  assert.equal(momentOf(loading), null);
  const created = { description: descriptionOf([2, 8, 8, 1]), frame: frameAt(0) };
  history.append(created.frame.history);
  const ready = reduce(loading, { type: 'created', ...created });
  const moment = momentOf(ready);
  history.clear();
  history.append(frameAt(0, { history: Float64Array.of(0, 9, 9, 9, 9) }).history);
  assert.deepEqual(moment?.curves.trainLoss, Float64Array.of(0.5));
  assert.equal(moment?.imported, null);
  const again = reduce(ready, { type: 'create', config: configWith({ seed: 1 }) });
  assert.equal(momentOf(again), null);
});
