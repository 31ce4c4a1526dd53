import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DATASETS, namesOf } from '../../web/state/choices.js';
import { endsOf, labelsOf, problemOf } from '../../web/state/problem.js';
import { defaultConfig } from '../../web/state/presets.js';
import { entryOfKey } from '../../web/state/schema.js';

const { features, scale } = defaultConfig();

test('every data set asks for two classes in the plane', () => {
  for (const dataset of namesOf(DATASETS)) {
    assert.deepEqual(problemOf({ dataset, features, scale }), {
      kind: 'classification',
      classes: 2,
      features: ['x1', 'x2'],
      scale: 'none',
    });
  }
});

test('a network for two classes has an input a feature and the probability of one of the classes', () => {
  assert.deepEqual(endsOf(problemOf({ dataset: 'moons', features, scale })), {
    inputs: 2,
    outputs: 1,
    outputActivation: 'sigmoid',
  });
  const three = problemOf({ dataset: 'moons', features: ['x1', 'x1^2', 'sin(x2)'], scale });
  assert.equal(endsOf(three).inputs, 3);
});

test('own points are labelled as their problem has it', () => {
  const labels = labelsOf(problemOf({ dataset: 'own', features, scale }));
  assert.deepEqual(labels, [0, 1]);
  const entry = /** @type {import('../../web/state/types.js').PointsEntry} */ (entryOfKey('data'));
  assert.equal(entry.classes, labels.length);
});

test('a data set that there is none of is refused by name', () => {
  const dataset = /** @type {any} */ ('rings');
  assert.throws(() => problemOf({ dataset, features, scale }), {
    name: 'RangeError',
    message: 'dataset: "rings"; allowed: moons, circles, blobs, xor, spirals, classification, own',
  });
});
