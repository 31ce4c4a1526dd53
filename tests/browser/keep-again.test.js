/** Kept runs that are had again: in the lab, and from a file. */

import assert from 'node:assert/strict';
import { after, before as beforeAll, test } from 'node:test';
import { configure, keepRuns, readRuns, told } from './keep-support.js';
import { choose, exportRecord, openPart, said, save, train } from './record-support.js';
import { button, readLab, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @type {import('./support.js').Site} */
let site;
beforeAll(async () => {
  site = await startSite();
});
after(() => site.close());

test('a restored run is there to the last bit, and goes on so; Undo brings back what there was', () =>
  site.visit({ query: '?batch-size=40&optimizer=momentum' }, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 150);
    await keepRuns(page, 'first');
    const first = await exportRecord(page);
    await train(page, 50);
    const further = await exportRecord(page);
    await configure(page, { layers: [3], dataset: 'circles', optimizer: 'adam' });
    await train(page, 30);
    const second = await exportRecord(page);

    await button(page, 'Restore run A').click();
    await page.getByText('Run A (first) is back, at epoch 150.').waitFor();
    assert.deepEqual(await exportRecord(page), first);
    await page.locator('.deed').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The run before is back, at epoch 30.').waitFor();
    assert.deepEqual(await exportRecord(page), second);
    await button(page, 'Restore run A').click();
    await page.getByText('Run A (first) is back, at epoch 150.').waitFor();
    await train(page, 50);
    assert.deepEqual(await exportRecord(page), further);
    assert.equal((await readRuns(page)).length, 1, 'it stays where it is kept');
  }));

test('a run that began from a model, and one that was changed as it went, are restored, too', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      await lab?.step(10);
      await lab?.importModel(await lab.exportModel());
      await lab?.step(25);
      await lab?.keep('from a model');
    });
    const imported = await exportRecord(page);
    assert.ok(imported.start);
    await configure(page, { schedule: '10:learning-rate=0.2 20:w1.1.1=0.5' });
    await train(page, 40);
    await keepRuns(page, 'changed');
    const changed = await exportRecord(page);
    await button(page, 'Restore run A').click();
    await page.getByText('Run A (from a model) is back, at epoch 25.').waitFor();
    assert.deepEqual(await exportRecord(page), imported);
    await button(page, 'Restore run B').click();
    await page.getByText('Run B (changed) is back, at epoch 40.').waitFor();
    assert.deepEqual(await exportRecord(page), changed);
  }));

test('restoring is cancelled, and the lab is as it was', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await configure(page, { layers: [64, 64, 64], samples: 2000 });
    await train(page, 2);
    // A run of many epochs that nobody has trained here: what is restored is its configuration.
    await keepRuns(page, 'long');
    await configure(page, { layers: [3], samples: 300 });
    await train(page, 5);
    const present = await exportRecord(page);
    // The worker that is to train it never answers.
    await page.evaluate(() => {
      Object.assign(window, { post: Worker.prototype.postMessage });
      Worker.prototype.postMessage = () => {};
    });
    await button(page, 'Restore run A').click();
    await page.getByText('Training again up to epoch 2 …').waitFor();
    await page.locator('.deed').getByRole('button', { name: 'Cancel' }).click();
    await page.evaluate(() => {
      Worker.prototype.postMessage = /** @type {any} */ (window).post;
    });
    assert.deepEqual(await exportRecord(page), present);
  }));

test('kept runs are saved in one file, and opened again where there is room', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 40);
    await keepRuns(page, undefined);
    await configure(page, { dataset: 'hills', layers: [4], batchSize: 32 });
    await train(page, 25);
    await keepRuns(page, 'hills, “small”');
    const runs = await readRuns(page);
    const { name, bytes } = await save(page, 'Save kept runs');
    assert.equal(name, 'moonlab-kept-runs.json');
    await told(page, 'Saved as moonlab-kept-runs.json.');
    assert.equal(await page.getByText('Once this page is left').isVisible(), false);

    await button(page, 'Remove all').click();
    await told(page, 'Removed: A, B.');
    await openPart(page);
    await choose(page, String(bytes));
    await said(page, 'Opened 2 kept runs: every number is the same.');
    assert.deepEqual(await readRuns(page), runs);
    await button(page, 'Restore run A').click();
    await page.getByText('Run A is back, at epoch 40.').waitFor();
    assert.deepEqual((await readLab(page)).metrics, runs[0].metrics);

    for (const count of [4, 6, 8]) {
      await choose(page, String(bytes));
      await waitUntil(async () => (await readRuns(page)).length === count);
    }
    await choose(page, String(bytes));
    await said(page, 'keep: 10 runs; allowed are up to 8. Remove some first');
    assert.equal((await readRuns(page)).length, 8);
  }));

test('a file with a fault is refused by the place of that, and nothing is lost', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 10);
    await keepRuns(page, 'good', 'other');
    const { bytes } = await save(page, 'Save kept runs');
    const present = await readLab(page);
    const kept = await readRuns(page);
    await openPart(page);
    const refused = async (
      /** @type {(file: any) => void} */ spoil,
      /** @type {RegExp} */ message,
    ) => {
      const file = JSON.parse(String(bytes));
      spoil(file);
      await choose(page, file);
      await said(page, message);
      await said(page, 'The lab is as it was.');
    };
    await refused((file) => (file.version = 9), /^kept\.version: 9 is not known; allowed are 1$/);
    await refused(
      ({ runs }) => delete runs[1].record.metrics,
      /^kept\.runs\[1\]\.record\.metrics: undefined is missing/,
    );
    await refused(({ runs }) => (runs[0].label = 5), /^kept\.runs\[0\]\.label: 5 is not a text/);
    await refused(
      ({ runs }) => (runs[1].record.history.trainLoss[4] += 1e-9),
      /^kept\.runs\[1\]\.record\.history\.trainLoss\[4\]: /,
    );
    await refused((file) => (file.runs = []), /^kept\.runs\.length: 0 /);
    assert.deepEqual(await readLab(page), present);
    assert.deepEqual(await readRuns(page), kept);
  }));
