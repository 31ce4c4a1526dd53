import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { field, trains } from './own-data.js';
import { choose, exportRecord, openPart, said, save, train } from './record-support.js';
import { button, readLab, startSite, waitForEpoch, waitForState } from './support.js';

const FILE = new URL('../../dist/moonlab-offline.html', import.meta.url).href;

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('the offline file trains from a disk without a network, in a worker of its own', () =>
  site.visit({ at: `${FILE}?seed=7&epochs=50`, offline: true }, async (page) => {
    await waitForState(page, 'ready');
    assert.equal((await readLab(page)).config.seed, 7);
    assert.equal(page.workers().length, 1);
    await button(page, 'Train').click();
    await waitForState(page, 'finished');
    const { metrics } = await readLab(page);
    assert.equal(metrics.epoch, 50);
    await page.getByLabel('Noise', { exact: true }).fill('0.3');
    await page.getByLabel('Noise', { exact: true }).press('Enter');
    await waitForState(page, 'ready');
    await button(page, 'Train').click();
    await waitForEpoch(page, 5);
    assert.equal(await page.getByRole('link').count(), 0, 'no way to pages that are not there');
  }));

test('it has all that the site has: panels, files, own points, German', () =>
  site.visit({ at: FILE, offline: true }, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 20);
    await openPart(page);
    const record = await save(page, 'Save record');
    assert.deepEqual(JSON.parse(String(record.bytes)), await exportRecord(page));
    for (const name of ['history', 'boundary', 'NumPy script']) {
      const { bytes } = await save(page, `Save ${name}`);
      assert.ok(bytes.length > 100, name);
    }
    await page.locator('details').evaluateAll((folds) => {
      for (const fold of folds) /** @type {HTMLDetailsElement} */ (fold).open = true;
    });
    await page.locator('.gradient-summary').filter({ hasText: /\w/ }).waitFor();

    await field(page).fill('0,0,0\n0,1,0\n1,0,1\n1,1,1\n');
    await button(page, 'Use these points').click();
    await trains(page);
    await choose(page, String(record.bytes));
    await said(page, 'Opened at epoch 20');
    assert.deepEqual(await exportRecord(page), JSON.parse(String(record.bytes)));

    await page.evaluate(() => (document.documentElement.lang = 'de'));
    await button(page, 'Trainieren').click();
    await waitForEpoch(page, 30);
    assert.equal(page.workers().length, 1);
  }));

test('it gives the same digits as the site', async () => {
  const metricsOf = async (/** @type {object} */ options) => {
    /** @type {unknown} */
    let metrics;
    await site.visit(options, async (page) => {
      await waitForState(page, 'ready');
      await page.evaluate(() => document.querySelector('moon-lab')?.step(30));
      await waitForEpoch(page, 30);
      ({ metrics } = await readLab(page));
    });
    return metrics;
  };
  assert.deepEqual(await metricsOf({ at: FILE, offline: true }), await metricsOf({}));
});
