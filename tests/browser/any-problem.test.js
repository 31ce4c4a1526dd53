import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { choose, exportRecord, openPart, save, train } from './record-support.js';
import { button, listen, readLab, settle, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const THREE_NAMES = '0,0,red;1,0,green;0,1,blue;1,1,red;2,2,green;0.5,0.3,blue;2,0,red;0,2,green';
const VALUES = '0,0,1.5;1,0,-2;0,1,3;1,1,4;2,2,250;0.5,0.3,6';

/** Of each problem the patch, its outputs, and how well it is learned. */
const PROBLEMS = /** @type {const} */ ([
  ['three blobs', { dataset: 'blobs', classes: 3, noise: 0.4 }, 3, 0.95],
  ['four spirals', { dataset: 'spirals', classes: 4, noise: 0.02, layers: [16, 16] }, 4, 0.8],
  ['own points with three names', { dataset: 'own', data: THREE_NAMES }, 3, 0.9],
  ['a plane of values', { dataset: 'plane', noise: 0 }, 1, 0.95],
  ['hills of values', { dataset: 'hills', noise: 0, layers: [16, 16] }, 1, 0.9],
  ['own values', { problem: 'regression', dataset: 'own', data: VALUES, testSize: 0.4 }, 1, 0.5],
]);

/**
 * @param {Page} page
 * @param {object} patch
 */
const configure = (page, patch) =>
  page.evaluate((config) => {
    Object.assign(document.querySelector('moon-lab') ?? {}, { config });
  }, patch);

for (const [name, patch, outputs, score] of PROBLEMS) {
  test(`${name}: trained by a click, answered for, saved and opened again`, () =>
    site.visit({}, async (page) => {
      await waitForState(page, 'ready');
      await configure(page, patch);
      await waitForState(page, 'ready');
      await button(page, 'Train').click();
      const isValue = 'problem' in patch || ['plane', 'hills'].includes(patch.dataset);
      await waitUntil(async () => {
        const { metrics } = await readLab(page);
        return ((isValue ? metrics.trainR2 : metrics.trainAccuracy) ?? 0) >= score;
      });
      await page.evaluate(() => document.querySelector('moon-lab')?.pause());
      const { metrics, config } = await readLab(page);
      assert.equal(config.problem, isValue ? 'regression' : 'classification');
      assert.deepEqual(Object.keys(metrics).slice(3), [
        ...(isValue ? ['trainR2', 'testR2'] : ['trainAccuracy', 'testAccuracy']),
      ]);
      const [answer] = await page.evaluate(
        () => document.querySelector('moon-lab')?.predict([[0.2, 0.1]]) ?? [],
      );
      assert.equal([answer].flat().length, outputs);

      const record = await exportRecord(page);
      assert.equal(record.version, 2);
      const last = isValue ? 'linear' : 'softmax';
      assert.equal(record.model.activations.at(-1), last);
      await openPart(page);
      const table = await save(page, 'Save history');
      assert.match(
        String(table.bytes),
        isValue ? /^epoch,.*,test_r2\r\n/ : /^epoch,.*test_accuracy/,
      );
      const script = await save(page, 'Save NumPy script');
      assert.match(
        String(script.bytes),
        isValue ? /lab’s value at each/ : /probability of each class/,
      );

      await configure(page, { preset: 'default', data: null, classNames: null });
      await waitForState(page, 'ready');
      await choose(page, record);
      await page.getByText(/^Opened at epoch/).waitFor();
      assert.deepEqual((await readLab(page)).metrics, metrics);
      assert.deepEqual((await exportRecord(page)).history, record.history);
    }));
}

test('a goal of R² is reached where values are learned, and never where classes are', () =>
  site.visit({ query: '?dataset=plane&noise=0&goal=train-r2%3E%3D0.9' }, async (page) => {
    await waitForState(page, 'ready');
    const goals = await listen(page, 'goal');
    await train(page, 150);
    await waitUntil(async () => (await goals()).length === 1);
    const [{ metrics }] = /** @type {any[]} */ (await goals());
    assert.ok(metrics.trainR2 >= 0.9);
    await configure(page, { dataset: 'moons' });
    await train(page, 150);
    await settle(page);
    assert.equal((await goals()).length, 1);
  }));

test('labs that are linked go together from classes to values', () =>
  site.visit({ query: '?link=a' }, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => {
      const other = document.createElement('moon-lab');
      other.id = 'other';
      other.setAttribute('link', 'a');
      other.setAttribute('loading', 'eager');
      document.body.append(other);
    });
    const shared = () =>
      page.evaluate(() => {
        const { problem, dataset, classes, loss } = /** @type {any} */ (
          document.querySelector('#other')
        ).config;
        return [problem, dataset, classes, loss].join();
      });
    for (const [patch, expected] of /** @type {const} */ ([
      [{ dataset: 'hills' }, 'regression,hills,2,squared_error'],
      [{ dataset: 'blobs', classes: 4 }, 'classification,blobs,4,cross_entropy'],
      [{ dataset: 'own', data: THREE_NAMES }, 'classification,own,3,cross_entropy'],
      [{ problem: 'regression', dataset: 'plane' }, 'regression,plane,2,squared_error'],
    ])) {
      await configure(page, patch);
      await waitUntil(async () => (await shared()) === expected);
    }
  }));

test('a look inside a network of several outputs leaves out what is for one', () =>
  site.visit({ query: '?dataset=blobs&classes=3&layers=4' }, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 5);
    await page.getByRole('heading', { name: 'Gradient check', exact: true }).click();
    const table = page.getByRole('table', { name: /^Every parameter/ });
    await table.getByRole('row').nth(3).waitFor();
    const heads = await table.getByRole('columnheader').allTextContents();
    assert.deepEqual(heads, ['Parameter', 'Backpropagation', 'Measured', 'Relative error']);
    assert.equal(await page.locator('.cosines').isVisible(), false);
    await page.getByRole('heading', { name: 'Butterfly', exact: true }).click();
    await page.getByRole('radio', { name: 'This lab', exact: true }).check();
    await button(page, 'Run both').click();
    const findings = page.locator('.findings li:visible');
    await findings.first().waitFor();
    assert.deepEqual(
      (await findings.allTextContents()).map((text) => text.split(':')[0]),
      ['Backpropagation'],
    );
  }));

test('hiding the switch of the points leaves that of the surface', () =>
  site.visit({ query: '?hide=points' }, async (page) => {
    await waitForState(page, 'ready');
    await settle(page);
    assert.equal(await page.getByRole('radio', { name: 'Training', exact: true }).count(), 0);
    assert.equal(await page.getByRole('radio', { name: 'Levels', exact: true }).count(), 1);
  }));
