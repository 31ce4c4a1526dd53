import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusText } from '../../web/element/sentences.js';
import GERMAN from '../../web/languages/de.js';
import { ENGLISH } from '../../web/languages/en.js';
import { createFormats } from '../../web/views/text/formats.js';

/** Of 100 points, 60 of class 1. */
const LABELS = Float64Array.from({ length: 100 }, (_, i) => (i < 60 ? 1 : 0));
const SOME = { x1: LABELS, x2: LABELS, y: LABELS };
const NONE = { x1: new Float64Array(), x2: new Float64Array(), y: new Float64Array() };

/**
 * @param {object} run
 * @param {number} run.epoch
 * @param {'ready' | 'training' | 'paused'} [run.status]
 * @param {number} [run.accuracy]
 * @param {number} [run.r2] where values are learned
 * @param {typeof ENGLISH} [texts]
 */
function said({ epoch, status = 'ready', accuracy = NaN, r2 }, texts = ENGLISH) {
  const ofValues = r2 === undefined ? {} : { trainR2: 0.5, testR2: r2 };
  const state = {
    status,
    metrics: { epoch, trainAccuracy: 0.9, testAccuracy: accuracy, ...ofValues },
    description: {
      problem: r2 === undefined ? 'classification' : 'regression',
      layerSizes: [2, 1],
      train: SOME,
      test: NONE,
    },
  };
  return statusText(/** @type {any} */ (state), texts, createFormats(texts));
}

const { status: words } = ENGLISH;

test('before any training, an accuracy below guessing is explained', () => {
  assert.equal(said({ epoch: 0, accuracy: 0.59 }), words.readyBelow.accuracy);
  assert.equal(said({ epoch: 0, accuracy: 0.6 }), words.ready, 'as good as guessing');
  assert.equal(said({ epoch: 0, accuracy: 0.7 }), words.ready);
  assert.equal(said({ epoch: 0, accuracy: 0.1 }, GERMAN), GERMAN.status.readyBelow.accuracy);
});

test('where values are learned, what is worse than their mean is', () => {
  assert.equal(said({ epoch: 0, r2: -0.01 }), words.readyBelow.r2);
  assert.equal(said({ epoch: 0, r2: 0 }), words.ready);
  assert.equal(said({ epoch: 0, r2: -3 }, GERMAN), GERMAN.status.readyBelow.r2);
});

test('once something has been trained, weights are random no longer', () => {
  assert.equal(said({ epoch: 1, accuracy: 0.1, status: 'training' }), words.training);
  assert.doesNotMatch(said({ epoch: 1, accuracy: 0.1, status: 'paused' }), /random/i);
});
