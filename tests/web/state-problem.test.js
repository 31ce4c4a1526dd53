import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DATASETS, namesOf } from '../../web/state/choices.js';
import { endsOf, labelsOf, problemOf } from '../../web/state/problem.js';
import { entryOfKey } from '../../web/state/schema.js';

test('every data set asks for two classes in the plane', () => {
  for (const dataset of namesOf(DATASETS)) {
    assert.deepEqual(problemOf({ dataset }), {
      kind: 'classification',
      classes: 2,
      features: ['x1', 'x2'],
      scale: 'none',
    });
  }
});

test('a network for two classes in the plane has two inputs and the probability of one of them', () => {
  assert.deepEqual(endsOf(problemOf({ dataset: 'moons' })), {
    inputs: 2,
    outputs: 1,
    outputActivation: 'sigmoid',
    loss: 'binary_cross_entropy',
  });
});

test('own points are labelled as their problem has it', () => {
  const labels = labelsOf(problemOf({ dataset: 'own' }));
  assert.deepEqual(labels, [0, 1]);
  const entry = /** @type {import('../../web/state/types.js').PointsEntry} */ (entryOfKey('data'));
  assert.deepEqual(entry.labels, labels);
});

test('a data set that there is none of is refused by name', () => {
  const dataset = /** @type {any} */ ('spirals');
  assert.throws(() => problemOf({ dataset }), {
    name: 'RangeError',
    message: 'dataset: "spirals"; allowed: moons, circles, blobs, own',
  });
});
