import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { visitCourse } from './course-page.js';
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
    const ways = await page
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => new URL(/** @type {HTMLAnchorElement} */ (link).href).pathname),
      );
    const own = new URL(FILE).pathname;
    assert.deepEqual([...new Set(ways)], [own], 'no way to pages that are not there');
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

test('in a frame that is kept apart, beside no other file, it trains and is as high as it asks', async () => {
  const course = {
    files: { 'lab.html': await readFile(new URL(FILE), 'utf8') },
    body:
      '<script src="ORIGIN/dist/moon-lab-frame.js"></script><iframe src="lab.html?seed=7#?epochs=20" ' +
      'sandbox="allow-scripts" data-moonlab title="Lab" width="900" height="300"></iframe>',
  };
  await visitCourse(site, course, async (page) => {
    const frame = page.frames()[1];
    await frame.waitForFunction(() => document.querySelector('moon-lab')?.state === 'ready');
    assert.equal(await frame.evaluate(() => window.origin), 'null');
    await frame.waitForFunction(() => document.documentElement.hasAttribute('data-followed'));
    await frame.getByRole('button', { name: 'Train', exact: true }).click();
    await frame.waitForFunction(() => document.querySelector('moon-lab')?.state === 'finished');
    assert.equal(page.workers().length, 1);
    const [inner, outer] = [
      await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height)),
      await page.locator('iframe').evaluate((element) => element.clientHeight),
    ];
    assert.ok(outer > 300 && outer < 4000, `${outer} pixels`);
    assert.equal(inner, outer);
  });
});
