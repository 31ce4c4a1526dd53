import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settle, startSite, waitForState } from './support.js';

/** @typedef {import('playwright-core').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const INPUTS = ['data', 'network', 'training', 'controls', 'transport'];
/** What a run has to say, by what holds it. */
const OUTPUTS = [
  'canvas',
  '.status',
  '#epoch',
  '#test-accuracy',
  '.numbers-section table',
  '.readout',
];

/**
 * @param {Page} page
 * @param {string[]} parts
 */
async function hide(page, parts) {
  await page.evaluate((names) => {
    document.querySelector('moon-lab')?.setAttribute('hide', names.join(','));
  }, parts);
  await settle(page);
}

/** @param {Page} page */
async function shownOutputs(page) {
  const counts = [];
  for (const output of OUTPUTS) counts.push(await page.locator(`${output}:visible`).count());
  return counts;
}

for (const [size, viewport] of Object.entries({
  narrow: { width: 390, height: 844 },
  wide: { width: 1440, height: 900 },
})) {
  test(`hiding inputs, alone or together, hides no output of a ${size} lab`, () =>
    site.visit({ viewport }, async (page) => {
      await waitForState(page, 'ready');
      const all = await shownOutputs(page);
      assert.ok(Math.min(...all) >= 1, String(all));
      for (const parts of [...INPUTS.map((part) => [part]), INPUTS]) {
        await hide(page, parts);
        assert.deepEqual(await shownOutputs(page), all, parts.join());
      }
      const lab = page.locator('moon-lab');
      assert.equal(await lab.getByRole('button', { name: 'Train', exact: true }).count(), 0);
      assert.equal(await lab.getByRole('combobox').count(), 0);
    }));
}

test('the counters go with the last of buttons and numbers', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const counters = page.locator('.counters');
    await hide(page, ['metrics']);
    assert.equal(await counters.isVisible(), true);
    await hide(page, ['metrics', 'transport']);
    assert.equal(await counters.isVisible(), false);
  }));
