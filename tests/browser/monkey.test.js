import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */
/** @typedef {import('../../web/monkey/fuzz.js').Report} Report */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Longer than the slowest of machines takes for a step and what is compared after it. */
const PATIENCE_MS = 240_000;

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * Before the page is there: notes what the monkey reports.
 *
 * @param {Page} page
 */
async function listen(page) {
  await page.addInitScript(AXE);
  await page.addInitScript(() => {
    window.addEventListener('fuzz', (event) => {
      Object.assign(window, { report: /** @type {CustomEvent} */ (event).detail });
    });
  });
}

/**
 * @param {Page} page
 * @returns {Promise<Report>} what the monkey says when it is done
 */
async function reportOf(page) {
  await page.waitForFunction(() => 'report' in window, null, { timeout: PATIENCE_MS });
  return page.evaluate(() => Reflect.get(window, 'report'));
}

/**
 * @param {Report} report
 */
function assertNoFault({ seed, address, steps, faults }) {
  const last = steps.slice(-20).map((step) => JSON.stringify(step));
  const told = `seed ${seed}, ${address}, after ${steps.length} steps:\n${last.join('\n')}`;
  assert.deepEqual(faults, [], told);
}

/** By steps: the same on every machine. */
const RUNS = [
  { seed: 1, steps: 120, path: 'index.html', width: 1440, more: '' },
  { seed: 2, steps: 160, path: 'index.html', width: 390, more: '' },
  { seed: 3, steps: 120, path: 'frame.html', width: 820, more: '' },
  { seed: 4, steps: 140, path: 'index.html', width: 820, more: '&texts=long' },
  { seed: 5, steps: 140, path: 'index.html', width: 820, more: '&texts=rtl' },
];

for (const { seed, steps, path, width, more } of RUNS) {
  test(`a monkey finds no fault in ${path}${more}, ${width} pixels wide`, () =>
    site.visit(
      {
        path: `/dist/${path}`,
        query: `?fuzz=${seed}&fuzz-steps=${steps}${more}`,
        viewport: { width, height: 900 },
        before: listen,
      },
      async (page) => {
        const report = await reportOf(page);
        assertNoFault(report);
        assert.equal(report.steps.length, steps);
        assert.equal(report.seed, String(seed));
      },
    ));
}

test('the same seed takes the same steps', async () => {
  /** @type {Report[]} */
  const reports = [];
  for (let i = 0; i < 2; i += 1) {
    await site.visit({ query: '?fuzz=11&fuzz-steps=25', before: listen }, async (page) => {
      reports.push(await reportOf(page));
    });
  }
  const [first, second] = reports;
  assert.equal(first.steps.length, 25);
  assert.deepEqual(second.steps, first.steps);
});

test('a fault is reported with the steps that lead to it, and its record repeats it', () =>
  site.visit(
    {
      query: '?fuzz=12',
      allowedMessages: /noise was changed/,
      async before(page) {
        await listen(page);
        await page.addInitScript(() => {
          document.addEventListener('configchange', (event) => {
            const { noise } = /** @type {CustomEvent} */ (event).detail;
            // A fault of the page's, as any of the lab's would be.
            if (noise !== 0.2) setTimeout(() => Promise.reject(new Error('noise was changed')));
          });
        });
      },
    },
    async (page) => {
      const { steps, faults, address, seed } = await reportOf(page);
      assert.deepEqual(
        faults.map(({ kind, message }) => [kind, message.split('\n')[0]]),
        [['rejection', 'Error: noise was changed']],
      );
      const panel = page.getByRole('region', { name: 'Fuzz' });
      assert.equal(await panel.getAttribute('data-fuzz'), 'failed');
      assert.match(address, /\?fuzz=12$/);
      const link = panel.getByRole('link', { name: 'The same steps again' });
      assert.equal(await link.getAttribute('href'), address);
      assert.equal(await panel.getByRole('listitem').count(), Math.min(20, steps.length));

      const download = page.waitForEvent('download');
      await panel.getByRole('link', { name: 'The record' }).click();
      const file = await (await download).path();
      await page.goto(address.replace('fuzz=12', 'fuzz=13&fuzz-steps=1'));
      await reportOf(page);
      await page.evaluate(() => Reflect.deleteProperty(window, 'report'));
      await page.getByLabel('Play a record').setInputFiles(file);
      const again = await reportOf(page);
      assert.equal(again.seed, seed);
      assert.deepEqual(again.steps, steps);
      assert.deepEqual(again.faults, faults);
    },
  ));

test('a limit that is none is refused by name', () =>
  site.visit({ query: '?fuzz=1&fuzz-seconds=soon' }, async (page) => {
    await waitForState(page, 'ready');
    await page
      .getByText('fuzz-seconds: soon is not accepted; allowed are numbers above 0')
      .waitFor();
  }));
