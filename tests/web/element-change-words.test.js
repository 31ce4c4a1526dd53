import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ChangeWords } from '../../web/element/change-words.js';
import GERMAN from '../../web/languages/de.js';
import { ENGLISH } from '../../web/languages/en.js';
import { ENGLISH_LATER } from '../../web/languages/later/en.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { parseSchedule } from '../../web/state/schedule.js';
import { createFormats } from '../../web/views/text/formats.js';

/** @import { Deed } from '../../web/state/deed.js' */

const english = new ChangeWords({ ...ENGLISH_LATER, ...ENGLISH }, createFormats(ENGLISH));
const german = new ChangeWords(
  /** @type {any} */ ({ ...ENGLISH_LATER, ...ENGLISH, ...GERMAN }),
  createFormats(GERMAN),
);

const SCHEDULE =
  '1200:learning-rate=0.01 1200:optimizer=sgd 1200:batch-size=0 1300:w1.3.2=-0.5 1300:b2.1=0';

/** @param {object} patch */
const configWith = (patch) => applyPatch(defaultConfig(), patch).config;

test('entries of a schedule are told in words', () => {
  const entries = parseSchedule(SCHEDULE);
  assert.deepEqual(
    entries.map((entry) => english.ofEntry(entry)),
    [
      'Epoch 1,200: learning rate 0.01',
      'Epoch 1,200: optimiser Gradient descent',
      'Epoch 1,200: batch size all',
      'Epoch 1,300: weight w1.3.2 = −0.5',
      'Epoch 1,300: bias b2.1 = 0',
    ],
  );
  assert.equal(german.ofEntry(entries[0]), 'Epoche 1.200: Lernrate 0,01');
  assert.equal(german.ofEntry(entries[3]), 'Epoche 1.300: Gewicht w1.3.2 = −0,5');
});

test('what has been done is told in a sentence, and what can be had instead', () => {
  const [change, , , weight] = parseSchedule(SCHEDULE);
  const config = configWith({ layers: [4, 2], learningRate: 0.2 });
  /** @type {[Deed, string, string][]} */
  const cases = [
    [
      { kind: 'wentOn', changes: [change], hasOther: true },
      'Learning rate 0.01 from epoch 1,200 on.',
      'Start again with it',
    ],
    [
      { kind: 'wentOn', changes: [weight], hasOther: false },
      'Weight w1.3.2 = −0.5 from epoch 1,300 on.',
      '',
    ],
    [
      { kind: 'startedAgain', keys: ['learningRate'], epoch: 412, hasOther: true },
      'Started again with learning rate 0.2.',
      'Go on from epoch 412 instead',
    ],
    [
      { kind: 'startedAgain', keys: ['layers'], epoch: 412, hasOther: false },
      'Started again with hidden layers 4,2.',
      '',
    ],
    [{ kind: 'removed', change }, 'Removed: Epoch 1,200: learning rate 0.01.', ''],
    [{ kind: 'undone', epoch: 0 }, 'The run before is back, at epoch 0.', ''],
    [{ kind: 'repeating', epoch: 412 }, 'Training again up to epoch 412 …', 'Cancel'],
  ];
  for (const [deed, said, other] of cases) {
    assert.equal(english.ofDeed(deed, config), said);
    assert.equal(english.ofOther(deed), other);
    assert.notEqual(german.ofDeed(deed, config), said);
    assert.equal(german.ofOther(deed) === '', other === '');
  }
  const none = configWith({ layers: [] });
  const deed = /** @type {Deed} */ ({ ...cases[3][0] });
  assert.equal(english.ofDeed(deed, none), 'Started again with hidden layers none.');
});
