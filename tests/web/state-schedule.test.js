import assert from 'node:assert/strict';
import { test } from 'node:test';

import { applyPatch, defaultConfig, idleKeys, needsNewExperiment } from '../../web/state/config.js';
import { changedAt, parseSchedule, placeOf, printSchedule } from '../../web/state/schedule.js';

/**
 * @param {object} patch
 * @param {import('../../web/state/types.js').Config} [config]
 */
const apply = (patch, config = defaultConfig()) => applyPatch(config, patch);

/** @param {string} schedule */
const spelt = (schedule) => apply({ schedule }).config.schedule;

test('a schedule is kept by epoch, then as given, with one blank between changes', () => {
  assert.equal(
    spelt(' 400:optimizer=sgd\n200:learning-rate=0.010  200:b1.1=+1e0\t0:batch-size=010 '),
    '0:batch-size=10 200:learning-rate=0.01 200:b1.1=1 400:optimizer=sgd',
  );
});

test('of changes of the same at one epoch the last holds', () => {
  assert.equal(
    spelt('5:b1.1=1 5:learning-rate=1 5:b1.1=2 6:b1.1=3'),
    '5:learning-rate=1 5:b1.1=2 6:b1.1=3',
  );
  const repeated = Array(1001).fill('5:b1.1=1').join(' ');
  assert.equal(spelt(repeated), '5:b1.1=1');
});

test('a change is read as an epoch, what it changes, and the value', () => {
  assert.deepEqual(parseSchedule(''), []);
  assert.deepEqual(parseSchedule('5:optimizer=sgd 7:w1.3.2=-0.5'), [
    { epoch: 5, name: 'optimizer', value: 'sgd' },
    { epoch: 7, name: 'w1.3.2', value: -0.5 },
  ]);
});

test('parameters are counted from 1', () => {
  assert.deepEqual(placeOf('w1.3.2'), { layer: 0, neuron: 2, input: 1 });
  assert.deepEqual(placeOf('b2.1'), { layer: 1, neuron: 0, input: null });
  assert.equal(placeOf('learning-rate'), null);
});

test('a message about a schedule says what its setting can be', () => {
  const { config, errors } = apply({ schedule: '5:learning-rate=99' });
  assert.equal(config.schedule, '');
  assert.equal(
    errors[0].message,
    'schedule: 99 (learning-rate: numbers above 0, up to 10) is too large; allowed are changes ' +
      'epoch:setting=value, such as 200:learning-rate=0.01, of learning-rate, batch-size, ' +
      'optimizer, rule, regularization, regularization-rate, wLAYER.NEURON.INPUT and ' +
      'bLAYER.NEURON; up to 1000, separated by blanks',
  );
});

test('what a network does not have cannot be scheduled', () => {
  const { config, errors } = apply({ schedule: '5:w1.9.1=0 6:b1.1=0' });
  assert.equal(config.schedule, '');
  assert.match(
    errors[0].message,
    /^schedule: "5:w1\.9\.1=0" changes what the network does not have;/,
  );
  const four = { layers: [4], features: 'x1', schedule: '5:w1.4.1=0 5:b2.1=1' };
  assert.deepEqual(apply(four).errors, []);
});

test('changes of what the network no longer has are dropped and reported', () => {
  const before = apply({ schedule: '1:w1.8.2=1 2:learning-rate=1 3:b3.1=0' }).config;
  const smaller = apply({ layers: [8] }, before);
  assert.equal(smaller.config.schedule, '1:w1.8.2=1 2:learning-rate=1');
  assert.match(smaller.errors[0].message, /^schedule: "3:b3\.1=0" is dropped/);
  const narrower = apply({ features: ['x1'] }, before);
  assert.equal(narrower.config.schedule, '2:learning-rate=1 3:b3.1=0');
  assert.deepEqual(
    narrower.errors.map(({ key }) => key),
    ['schedule'],
  );
});

test('a preset lays down an empty schedule', () => {
  const before = apply({ schedule: '1:learning-rate=1' }).config;
  assert.equal(apply({ preset: 'notebook' }, before).config.schedule, '');
});

test('the rate of a regularisation matters where there is one, or will be', () => {
  const idle = (/** @type {object} */ patch) =>
    idleKeys(apply(patch).config).includes('regularizationRate');
  assert.equal(idle({}), true);
  assert.equal(idle({ regularization: 'l1' }), false);
  assert.equal(idle({ schedule: '5:regularization=l2' }), false);
  const needs = (/** @type {object} */ patch) => {
    const before = apply(patch).config;
    return needsNewExperiment(before, apply({ regularizationRate: 1 }, before).config);
  };
  assert.equal(needs({}), false);
  assert.equal(needs({ regularization: 'l2' }), true);
});

test('a change at the present epoch is added to its others, and what was to come falls away', () => {
  const before = parseSchedule('5:b1.1=1 10:b1.1=2 10:learning-rate=1 10:b1.2=3 11:b1.1=4');
  const changed = (
    /** @type {number} */ epoch,
    /** @type {[string, number | string][]} */ changes,
  ) =>
    printSchedule(
      changedAt(
        before,
        epoch,
        changes.map(([name, value]) => ({ name, value })),
      ),
    );
  assert.equal(
    changed(10, [
      ['learning-rate', 0.5],
      ['w1.1.1', -0],
    ]),
    '5:b1.1=1 10:b1.1=2 10:b1.2=3 10:learning-rate=0.5 10:w1.1.1=0',
  );
  assert.equal(
    changed(7, [
      ['optimizer', 'sgd'],
      ['optimizer', 'adam'],
    ]),
    '5:b1.1=1 7:optimizer=adam',
  );
  assert.equal(changed(10, []), '5:b1.1=1 10:b1.1=2 10:learning-rate=1 10:b1.2=3');
  // In the one spelling that a schedule has.
  const all = changed(10, [['learning-rate', 0.5]]);
  assert.equal(spelt(all), all);
});
