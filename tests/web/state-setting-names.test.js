import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageWords } from '../../web/element/sentences.js';
import GERMAN from '../../web/languages/de.js';
import { ENGLISH } from '../../web/languages/en.js';
import { applyPatch, defaultConfig, parseQuery } from '../../web/state/config.js';
import { readRecord } from '../../web/state/record-check.js';
import { SCHEMA } from '../../web/state/schema.js';
import { invalidValues } from './config-values.js';
import { exampleRecord } from './record-example.js';

/** What is written as it is spelt wherever it is asked for: a language of its own. */
const SYNTAX = ['schedule', 'goal'];

const LANGUAGES = { en: ENGLISH, de: GERMAN };

for (const [language, texts] of Object.entries(LANGUAGES)) {
  const words = messageWords(texts);
  for (const entry of SCHEMA) {
    const { key, attribute } = entry;
    const { label } = texts.settings[key];

    test(`what is wrong with ${key} is said under the name of its control (${language})`, () => {
      const values = invalidValues(entry);
      assert.ok(values.length > 0);
      for (const value of values) {
        const [error] = applyPatch(defaultConfig(), { [key]: value }).errors;
        const said = error.say(words);
        assert.ok(said.startsWith(`${label}: `), said);
        if (attribute.includes('-') && !SYNTAX.includes(key)) {
          assert.ok(!said.includes(attribute), said);
        }
        // Developers look for what they have written.
        assert.ok(error.message.startsWith(`${attribute}: `), error.message);
      }
    });
  }
}

/**
 * @param {unknown} patch
 * @param {import('../../web/state/types.js').Config} [config]
 */
function saidOf(patch, config = defaultConfig()) {
  const [error] = applyPatch(config, patch).errors;
  return {
    developers: error.message,
    english: error.say(messageWords(ENGLISH)),
    german: error.say(messageWords(GERMAN)),
  };
}

/** @param {Partial<ReturnType<typeof saidOf>>} said @param {Record<string, RegExp>} wanted */
function assertSaid(said, wanted) {
  for (const [who, pattern] of Object.entries(wanted)) {
    assert.match(/** @type {Record<string, string>} */ (said)[who], pattern);
  }
}

test('another setting that is to blame has the name of its control, too', () => {
  const small = applyPatch(defaultConfig(), { testSize: 0.9 }).config;
  assertSaid(saidOf({ samples: 4 }, small), {
    developers: /^samples: 4 with a test-size of 0\.9 leaves none/,
    english: /^Samples: 4 with a test share of 0\.9 leaves none/,
    german: /^Datenpunkte: 4 lässt bei einem Testanteil von 0\.9 nichts/,
  });
  assertSaid(saidOf({ dataset: 'own' }), {
    developers: /^dataset: "own" comes without data; .*own with data of/,
    english: /^Data set: "own" comes without own points; .*own with own points of/,
    german: /^Datensatz: "own" kommt ohne „Eigene Punkte“; .*own mit „Eigene Punkte“ aus/,
  });
  assertSaid(saidOf({ dataset: 'moons', classes: 3 }), {
    developers: /^classes: 3 is not what the dataset moons can have/,
    english: /^Classes: 3 is not what the data set moons can have/,
    german: /^Klassen: 3 gibt es beim Datensatz moons nicht/,
  });
});

test('a line of the schedule names the setting that it changes as its control does', () => {
  assertSaid(saidOf({ schedule: '3:learning-rate=99' }), {
    developers: /^schedule: 99 \(learning-rate: numbers above 0, up to 10\) is too large/,
    english: /^Schedule: 99 \(Learning rate: numbers above 0, up to 10\) is too large/,
    german: /^Zeitplan: 99 \(Lernrate: Zahlen über 0, bis 10\) ist zu groß/,
  });
});

test('a weight that there is not, own points and goals are said in the same way', () => {
  assertSaid(saidOf({ schedule: '3:w9.1.1=1' }), {
    developers: /^schedule: "3:w9\.1\.1=1" changes what the network does not have/,
    english: /^Schedule: "3:w9\.1\.1=1" changes/,
    german: /^Zeitplan: "3:w9\.1\.1=1" ändert/,
  });
  assertSaid(saidOf({ data: '1,2,a' }), {
    developers: /^data: /,
    english: /^Own points: /,
    german: /^Eigene Punkte: /,
  });
  assertSaid(saidOf({ goal: 'luck>1' }), {
    developers: /^goal: "luck>1" compares/,
    english: /^Goal: "luck>1" compares/,
    german: /^Ziel: "luck>1" vergleicht/,
  });
});

test('a setting that an address has twice is said under the name of its control', () => {
  const [error] = parseQuery('?test-size=0.3&test-size=0.4').errors;
  assert.match(error.message, /^test-size: "0\.3,0\.4" is 2 values at once/);
  assert.match(error.say(messageWords(ENGLISH)), /^Test share: "0\.3,0\.4" is 2 values at once/);
});

test('in a file, settings have the names that stand there', () => {
  const record = exampleRecord();
  const json = { ...record, config: { ...record.config, learningRate: 99, testSize: 7 } };
  const [rate, share] = sayingsOf(() => readRecord(json), messageWords(ENGLISH))
    .split('\n')
    .sort();
  assert.match(rate, /^record\.config\.learning-rate: 99 is too large/);
  assert.match(share, /^record\.config\.test-size: 7 is too large/);
});

test('where 0 is a word, what is allowed says that word, too; developers are told the number', () => {
  const batch = saidOf({ batchSize: -1 });
  assertSaid(batch, {
    developers: /^batch-size: -1 is too small; allowed are 0 to 10000$/,
    english: /^Batch size: -1 is too small; allowed are 0 \(all\) to 10000$/,
    german: /^Batchgröße: -1 ist zu klein; erlaubt: 0 \(alle\) bis 10000$/,
  });
  assertSaid(saidOf({ epochs: -1 }), {
    developers: /^epochs: -1 is too small; allowed are 0 to 1000000000$/,
    english: /allowed are 0 \(never\) to/,
    german: /erlaubt: 0 \(nie\) bis/,
  });
});

/**
 * @param {() => unknown} read
 * @param {import('../../web/state/types.js').MessageWords} words
 * @returns {string}
 */
function sayingsOf(read, words) {
  try {
    read();
  } catch (error) {
    return /** @type {{ say: import('../../web/state/types.js').Message }} */ (error).say(words);
  }
  throw new Error('It was accepted.');
}
