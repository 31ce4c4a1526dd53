import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyPatch, defaultConfig, isNotebookRun } from '../../web/state/config.js';
import { History } from '../../web/state/history.js';
import { NOTEBOOK_NUMBERS, compareWithNotebook } from '../../web/state/notebook.js';

const golden = JSON.parse(
  readFileSync(new URL('../golden/notebook.json', import.meta.url), 'utf8'),
);

test('the known numbers are those of the golden file', () => {
  const { cases, tolerance } = golden;
  const { losses, test_accuracy_range: range } = cases[0].networks[0];
  for (const { metric, epoch, value, tolerance: ours } of NOTEBOOK_NUMBERS) {
    if (metric === 'testAccuracy') {
      assert.deepEqual(range, [value, value]);
    } else {
      assert.equal(value, losses[epoch]);
      assert.ok(ours <= tolerance.abs + tolerance.rel * value);
    }
  }
});

test('the notebook’s run is known by what is trained, not by its preset’s name', () => {
  assert.equal(isNotebookRun(defaultConfig()), false);
  const notebook = defaultConfig('notebook');
  assert.equal(isNotebookRun({ ...notebook, preset: 'default', theme: 'dark' }), true);
  assert.equal(isNotebookRun(applyPatch(notebook, { noise: 0.21 }).config), false);
});

test('ours is compared as far as the training has come', () => {
  const history = new History();
  history.append([0, 0.693147307059597, 0.7, 0.5, 0.5]);
  history.append([50, 0.42, 0.7, 0.5, 0.5]);
  const [first, second, third] = compareWithNotebook(history);
  assert.deepEqual([first.ours, first.agrees], [0.693147307059597, true]);
  assert.deepEqual([second.ours, second.agrees], [0.42, false]);
  assert.deepEqual([third.ours, third.agrees], [null, null]);
});

test('a test accuracy one sample off still agrees, two samples do not', () => {
  for (const [right, agrees] of /** @type {[number, boolean][]} */ ([
    [51, true],
    [52, true],
    [53, true],
    [50, false],
    [54, false],
  ])) {
    const history = new History();
    history.append([1000, 0.3, 0.3, 0.9, right / 60]);
    assert.equal(compareWithNotebook(history).at(-1)?.agrees, agrees);
  }
});
