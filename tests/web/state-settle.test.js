import assert from 'node:assert/strict';
import { test } from 'node:test';

import { sharedSettings } from '../../web/element/shared-settings.js';
import { DATASETS, hasOwnPoints } from '../../web/state/choices.js';
import { applyPatch, defaultConfig, parseQuery, printQuery } from '../../web/state/config.js';

/** @import { Config, OwnPoint } from '../../web/state/types.js' */

/** @type {OwnPoint[]} */
const VALUES = Array.from({ length: 10 }, (_, i) => [i, i * i, i / 4 - 1]);
/** @type {OwnPoint[]} */
const CLASSES = VALUES.map(([x1, x2], i) => [x1, x2, i % 3]);

/**
 * @param {object} patch
 * @param {Config} [start]
 * @returns {Config} without a complaint
 */
function settled(patch, start = defaultConfig()) {
  const { config, errors } = applyPatch(start, patch);
  assert.deepEqual(
    errors.map(({ message }) => message),
    [],
  );
  return config;
}

/**
 * @param {object} patch
 * @param {Config} [start]
 */
function refused(patch, start = defaultConfig()) {
  const { config, errors } = applyPatch(start, patch);
  return { config, keys: errors.map(({ key }) => key), messages: errors.map((one) => one.message) };
}

test('a problem and a data set that are named together must agree, or both are refused', () => {
  for (const { name, kinds } of DATASETS.filter((row) => !hasOwnPoints({ dataset: row.name }))) {
    const isValues = kinds[0] === 'regression';
    const problem = isValues ? 'classification' : 'regression';
    const { config, keys, messages } = refused({ problem, dataset: name, seed: 7 });
    assert.deepEqual(keys, ['problem', 'dataset']);
    assert.deepEqual(config, { ...defaultConfig(), seed: 7 });
    const said = `problem: "${problem}" does not go with the rest; allowed are ${kinds[0]}`;
    assert.equal(messages[0], said);
    assert.equal(settled({ problem: kinds[0], dataset: name }).dataset, name);
  }
});

test('a data set that is named alone brings its problem', () => {
  const hills = settled({ dataset: 'hills' });
  assert.equal(hills.problem, 'regression');
  assert.equal(settled({ dataset: 'plane' }, hills).problem, 'regression');
  assert.equal(settled({ dataset: 'xor' }, hills).problem, 'classification');
});

test('a problem that is named alone takes hills or moons where the data set cannot serve it', () => {
  const values = settled({ problem: 'regression', samples: 50 });
  assert.deepEqual([values.dataset, values.samples], ['hills', 50]);
  assert.equal(settled({ problem: 'regression' }, settled({ dataset: 'plane' })).dataset, 'plane');
  assert.equal(settled({ problem: 'classification' }, values).dataset, 'moons');
  const circles = settled({ dataset: 'circles' });
  assert.equal(settled({ problem: 'classification' }, circles).dataset, 'circles');
});

test('own points are of classes, unless the problem is regression', () => {
  const classes = settled({ dataset: 'own', data: CLASSES });
  assert.deepEqual([classes.problem, classes.classes], ['classification', 3]);
  const values = settled({ problem: 'regression', dataset: 'own', data: VALUES });
  assert.deepEqual([values.problem, values.data], ['regression', VALUES]);
  // The lab's problem is regression already.
  const hills = settled({ dataset: 'hills' });
  assert.equal(settled({ dataset: 'own', data: VALUES }, hills).problem, 'regression');
  // A data set that is named says what points that come with it are for.
  assert.equal(settled({ dataset: 'moons', data: CLASSES }, hills).problem, 'classification');
});

test('own points serve both problems where their labels do', () => {
  const classes = settled({ dataset: 'own', data: CLASSES });
  const values = settled({ problem: 'regression' }, classes);
  assert.deepEqual([values.dataset, values.data], ['own', CLASSES]);
  assert.deepEqual(settled({ problem: 'classification' }, values).data, CLASSES);
  const many = settled({ problem: 'regression', dataset: 'own', data: VALUES });
  const moons = settled({ problem: 'classification' }, many);
  assert.equal(moons.dataset, 'moons', 'ten values are no classes');
  assert.deepEqual(moons.data, VALUES, 'they wait');
  const again = settled({ dataset: 'own' }, moons);
  assert.deepEqual([again.problem, again.data], ['regression', VALUES]);
  assert.deepEqual(refused({ problem: 'classification', dataset: 'own' }, moons).keys, [
    'problem',
    'dataset',
  ]);
});

test('labels that are numbers become values, and values few enough become classes with names', () => {
  const text = '0,0,-1;1,0,1;0,1,-1;1,1,1;2,2,3;4,4,3';
  const classes = settled({ dataset: 'own', data: text, testSize: 0.4 });
  assert.deepEqual(classes.classNames, ['-1', '1', '3']);
  const values = settled({ problem: 'regression' }, classes);
  const thirds = (/** @type {Config} */ { data }) => data.map(([, , third]) => third);
  assert.deepEqual(thirds(values), [-1, 1, -1, 1, 3, 3]);
  assert.deepEqual(values.classNames, []);
  assert.deepEqual(settled({ problem: 'classification' }, values), classes);
  const words = settled({ dataset: 'own', data: text.replaceAll('3', 'c'), testSize: 0.4 });
  const numbers = settled({ problem: 'regression' }, words);
  assert.deepEqual(thirds(numbers), thirds(words));
  assert.deepEqual(settled({ problem: 'classification' }, numbers), words);
});

test('values are numbers, as many as one likes, and all the same if one likes', () => {
  const start = settled({ problem: 'regression' });
  assert.deepEqual(settled({ dataset: 'own', data: VALUES }, start).data, VALUES);
  assert.equal(
    settled({ dataset: 'own', data: VALUES.map(([a, b]) => [a, b, 2]) }, start).data[0][2],
    2,
  );
  const { config, messages } = refused(
    { dataset: 'own', data: '0,0,1;1,1,a;2,2,3;3,3,1e7' },
    start,
  );
  assert.equal(config.dataset, 'hills');
  assert.match(
    messages[0],
    /^data: "1,1,a" \(line 2\) has a value that is not a number, "3,3,1e7"/,
  );
  assert.match(messages[0], /\(line 4\) has a value that is too large; allowed/);
});

test('a data set that is named alone keeps the classes that it can have, else it takes two', () => {
  const five = settled({ dataset: 'blobs', classes: 5 });
  assert.equal(settled({ dataset: 'spirals' }, five).classes, 5);
  assert.equal(settled({ dataset: 'classification' }, five).classes, 2);
  assert.equal(settled({ dataset: 'moons' }, five).classes, 2);
  assert.equal(settled({ dataset: 'hills' }, five).classes, 2);
  const four = settled({ classes: 4 }, five);
  assert.equal(settled({ dataset: 'classification' }, four).classes, 4);
  assert.equal(
    settled({ dataset: 'spirals' }, settled({ dataset: 'own', data: CLASSES })).classes,
    3,
  );
});

test('classes that are named and that the data set cannot have are refused', () => {
  for (const [dataset, classes, allowed] of /** @type {const} */ ([
    ['moons', 3, '2'],
    ['classification', 5, '2 to 4'],
    ['hills', 3, '2'],
  ])) {
    const { config, keys, messages } = refused({ dataset, classes });
    assert.deepEqual([keys, config.dataset, config.classes], [['classes'], dataset, 2]);
    assert.match(
      messages[0],
      new RegExp(`^classes: ${classes} is not what .*; allowed are ${allowed}$`),
    );
  }
  assert.deepEqual(refused({ dataset: 'blobs', classes: 7 }).keys, ['classes']);
  const own = refused({ dataset: 'own', data: CLASSES, classes: 2 });
  assert.deepEqual([own.keys, own.config.classes], [['classes'], 3]);
  assert.equal(settled({ dataset: 'own', data: CLASSES, classes: 3 }).classes, 3);
});

test('the number of own classes counts all points, and names count where they come along', () => {
  const named = settled({ dataset: 'own', data: CLASSES, classNames: ['a', 'b', 'c', 'd'] });
  assert.deepEqual([named.classes, named.data], [3, CLASSES]);
  const gap = CLASSES.map(([a, b, label]) => [a, b, label === 1 ? 4 : label]);
  assert.deepEqual(settled({ dataset: 'own', data: gap }).classNames, ['0', '2', '4']);
  const kept = settled({ dataset: 'own', data: gap, classNames: ['a', 'b', 'c', 'd', 'e'] });
  assert.deepEqual([kept.classes, kept.data], [5, gap]);
});

test('values have squared error, and classes that are learned again their preset’s loss', () => {
  const values = settled({ dataset: 'hills' });
  assert.equal(values.loss, 'squared_error');
  assert.equal(settled({ dataset: 'moons' }, values).loss, 'cross_entropy');
  assert.equal(settled({ dataset: 'moons', loss: 'squared_error' }, values).loss, 'squared_error');
  const playground = settled({ dataset: 'hills' }, settled({ preset: 'playground' }));
  assert.equal(settled({ problem: 'classification' }, playground).loss, 'squared_error');
  const { config, keys } = refused({ dataset: 'hills', loss: 'cross_entropy' });
  assert.deepEqual([keys, config.dataset, config.loss], [['loss'], 'hills', 'squared_error']);
  assert.deepEqual(refused({ loss: 'cross_entropy' }, values).config, values);
});

test('an unnamed simplified rule becomes backprop with several outputs, a named one is refused', () => {
  const notebook = defaultConfig('notebook');
  assert.equal(notebook.rule, 'simplified');
  const three = settled({ dataset: 'blobs', classes: 3 }, notebook);
  assert.equal(three.rule, 'backprop');
  assert.equal(settled({ dataset: 'own', data: CLASSES }, notebook).rule, 'backprop');
  assert.equal(settled({ dataset: 'hills' }, notebook).rule, 'simplified', 'a value is one output');
  const { config, keys, messages } = refused({ rule: 'simplified' }, three);
  assert.deepEqual([keys, config], [['rule'], three]);
  assert.equal(messages[0], 'rule: "simplified" is for one output only; allowed are backprop');
  assert.deepEqual(refused({ classes: 4, rule: 'simplified' }, three).config.rule, 'backprop');
});

test('schedule entries that the outputs do not allow are dropped, and reported', () => {
  const scheduled = settled({ schedule: '5:rule=simplified 6:w3.1.8=1 7:rule=backprop' });
  const { config, messages } = refused({ dataset: 'blobs', classes: 3 }, scheduled);
  assert.equal(config.schedule, '6:w3.1.8=1 7:rule=backprop');
  assert.match(messages[0], /^schedule: "5:rule=simplified" is dropped/);
  const third = settled({ dataset: 'blobs', classes: 3, schedule: '6:b3.3=1' });
  const back = refused({ dataset: 'moons' }, third);
  assert.deepEqual([back.config.schedule, back.keys], ['', ['schedule']]);
  assert.deepEqual(refused({ schedule: '1:rule=simplified' }, third).config, third);
});

test('values need two points to be tested with', () => {
  const few = refused({ dataset: 'hills', samples: 5 });
  assert.equal(few.config.dataset, 'moons');
  assert.match(
    few.messages[0],
    /^samples: 5 with a test-size of 0.2 leaves fewer than two .*; allowed are 6 to/,
  );
  const six = settled({ dataset: 'hills', samples: 6 });
  const small = refused({ testSize: 0.1 }, six);
  assert.equal(small.config.testSize, 0.2);
  assert.match(
    small.messages[0],
    /^test-size: 0.1 of 6 samples leaves fewer than two .* 0.17 to 0.83$/,
  );
  assert.equal(settled({ testSize: 0.17 }, six).testSize, 0.17);
  const own = refused({ problem: 'regression', dataset: 'own', data: VALUES.slice(0, 4) });
  assert.deepEqual(
    [own.keys, own.config.problem, own.config.dataset],
    [['data'], 'classification', 'moons'],
  );
  assert.equal(settled({ dataset: 'moons', samples: 4 }).samples, 4);
});

test('presets lay down problem and classes', () => {
  const three = settled({ preset: 'three-classes' });
  assert.deepEqual([three.problem, three.classes], ['classification', 3]);
  const values = settled({ preset: 'regression' }, three);
  assert.deepEqual([values.problem, values.loss], ['regression', 'squared_error']);
  assert.deepEqual(
    settled({ preset: null, problem: null, dataset: null }, values),
    defaultConfig(),
  );
  const own = settled({ preset: 'default' }, settled({ dataset: 'own', data: CLASSES }));
  assert.deepEqual([own.dataset, own.classes, own.data], ['moons', 2, CLASSES]);
});

test('every configuration comes back from its address', () => {
  const own = { dataset: 'own', data: CLASSES, classNames: ['a b', 'ä', '3'] };
  for (const patch of [
    { dataset: 'blobs', classes: 6 },
    { preset: 'three-classes', dataset: 'moons' },
    { preset: 'regression' },
    { preset: 'regression', dataset: 'plane', noise: 0 },
    { preset: 'regression', dataset: 'circles' },
    own,
    { ...own, preset: 'regression', problem: 'classification' },
    { problem: 'regression', dataset: 'own', data: VALUES },
    { preset: 'playground', dataset: 'hills' },
    { preset: 'notebook', dataset: 'spirals', classes: 3 },
  ]) {
    const config = settled(patch);
    const { patch: read, errors } = parseQuery(printQuery(config));
    assert.deepEqual(errors, []);
    assert.deepEqual(settled(read), config, printQuery(config));
  }
});

test('values that wait for their problem are no other lab’s', () => {
  const data = Array.from({ length: 10 }, (_, i) => [i, 0, i / 3]);
  const values = applyPatch(defaultConfig(), {
    problem: 'regression',
    dataset: 'own',
    data,
  }).config;
  const moons = applyPatch(values, { dataset: 'moons' }).config;
  assert.equal('data' in sharedSettings(values), true);
  assert.equal('data' in sharedSettings(moons), false);
  const { errors } = applyPatch(defaultConfig(), sharedSettings(moons));
  assert.deepEqual(errors, []);
});

test('a neuron that the network has no more is let go of, and reported; another is refused', () => {
  const pinned = settled({ neuron: '2.8' });
  const { config, messages } = refused({ layers: [8] }, pinned);
  assert.equal(config.neuron, '');
  assert.match(messages[0], /^neuron: "?2\.8"? is let go of/);
  assert.equal(refused({ neuron: '1.9' }, pinned).config.neuron, '2.8');
  assert.equal(settled({ neuron: '0.2', layers: [] }).neuron, '0.2');
  assert.equal(refused({ neuron: '0.3' }).config.neuron, '');
  assert.equal(settled({ neuron: '0.3', features: ['x1', 'x2', 'x1*x2'] }).neuron, '0.3');
});
