import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DATASETS, hasOwnPoints } from '../../web/state/choices.js';
import { applyPatch } from '../../web/state/config.js';
import { endsOf, engineLossOf, labelsOf, problemOf } from '../../web/state/problem.js';
import { defaultConfig } from '../../web/state/presets.js';

/** @import { OwnPoint } from '../../web/state/types.js' */

/** @type {OwnPoint[]} */
const THREE = [
  [0, 0, 0],
  [1, 0, 2],
  [0, 1, 1],
  [1, 1, 2],
];

/** @param {object} patch */
function configOf(patch) {
  const { config, errors } = applyPatch(defaultConfig(), patch);
  assert.deepEqual(errors, []);
  return config;
}

test('every data set that is made tells which problem it is for, and how many classes', () => {
  for (const { name, kinds } of DATASETS.filter((row) => !hasOwnPoints({ dataset: row.name }))) {
    const problem = problemOf(configOf({ dataset: name }));
    assert.deepEqual(problem, {
      kind: kinds[0],
      classes: kinds[0] === 'regression' ? 0 : 2,
      features: ['x1', 'x2'],
      scale: 'none',
    });
  }
  assert.equal(problemOf(configOf({ dataset: 'spirals', classes: 5 })).classes, 5);
});

test('two classes take one output, more take one each, and values one without an end', () => {
  const endsFor = (/** @type {object} */ patch) => endsOf(problemOf(configOf(patch)));
  assert.deepEqual(endsFor({}), { inputs: 2, outputs: 1, outputActivation: 'sigmoid' });
  assert.deepEqual(endsFor({ dataset: 'blobs', classes: 6, features: 'x1,x1^2,sin(x2)' }), {
    inputs: 3,
    outputs: 6,
    outputActivation: 'softmax',
  });
  assert.deepEqual(endsFor({ dataset: 'hills' }), {
    inputs: 2,
    outputs: 1,
    outputActivation: 'linear',
  });
});

test('the engine is given the loss that is meant for so many outputs', () => {
  const lossFor = (/** @type {object} */ patch) => {
    const config = configOf(patch);
    return engineLossOf(problemOf(config), config);
  };
  assert.equal(lossFor({}), 'binary_cross_entropy');
  assert.equal(lossFor({ dataset: 'blobs', classes: 3 }), 'categorical_cross_entropy');
  assert.equal(
    lossFor({ dataset: 'blobs', classes: 3, loss: 'squared_error' }),
    'mean_squared_error',
  );
  assert.equal(lossFor({ loss: 'squared_error' }), 'mean_squared_error');
  assert.equal(lossFor({ problem: 'regression' }), 'mean_squared_error');
});

test('own points have as many classes as their highest number tells, and two at least', () => {
  const problem = problemOf(configOf({ dataset: 'own', data: THREE }));
  assert.equal(problem.classes, 3);
  assert.deepEqual(labelsOf(problem), [0, 1, 2]);
  const values = problemOf(
    configOf({ problem: 'regression', dataset: 'own', data: THREE, testSize: 0.5 }),
  );
  assert.equal(values.classes, 0);
  assert.deepEqual(labelsOf(values), []);
});

test('a data set that there is none of is refused by name', () => {
  const config = { ...defaultConfig(), dataset: /** @type {any} */ ('rings') };
  assert.throws(() => problemOf(config), {
    name: 'RangeError',
    message:
      'dataset: "rings"; allowed: moons, circles, blobs, xor, spirals, classification, plane, hills, own',
  });
});
