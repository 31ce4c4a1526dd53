import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { configure } from './keep-support.js';
import { picture, settle, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * Has a panel train what it proposes, in few epochs.
 *
 * @param {Page} page
 * @param {'sweep' | 'luck' | 'influence'} id
 */
async function run(page, id) {
  const panel = page.locator(`.panel-${id}`);
  await panel.getByRole('heading').first().click();
  const epochs = panel.getByLabel('Epochs', { exact: true });
  await epochs.fill('20');
  await epochs.press('Tab');
  await panel.locator('.effort button').click();
  await panel
    .locator('.effort-status')
    .getByText(/runs in/)
    .waitFor();
}

/** What is shown in the panels, language aside. @param {Page} page */
async function shown(page) {
  // A map is painted a frame.
  await settle(page, 40);
  const values = await page.locator('.sweep-value').allTextContents();
  const points = await page
    .locator('.influence-point')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-point')));
  const maps = await page
    .locator('.sweep-map')
    .evaluateAll((canvases) =>
      canvases.map((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL()),
    );
  return { values: values.map((text) => text.replace(/\D/g, '')), points, maps };
}

test('what many runs have come to stays in another language, and with other names of the classes', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    for (const id of /** @type {const} */ (['sweep', 'luck', 'influence'])) await run(page, id);
    const first = await shown(page);
    const drawn = await picture(page, 'How the results are spread');
    assert.equal(new Set(first.values).has(''), false);
    assert.ok(first.maps.length === first.values.length && first.points.length > 0);

    await page.locator('moon-lab').evaluate((lab) => lab.setAttribute('lang', 'de'));
    await page
      .locator('.luck-sentence')
      .getByText(/^100 Ziehungen der Gewichte: Testgenauigkeit /)
      .waitFor();
    await page.locator('.influence-point').first().waitFor();
    assert.deepEqual(await shown(page), first);
    await page
      .locator('.sweep-finding')
      .getByText(/^Am besten: /)
      .waitFor();
    assert.ok(await page.getByRole('button', { name: 'Als CSV speichern' }).isVisible());

    await page.locator('moon-lab').evaluate((lab) => lab.setAttribute('lang', 'en'));
    await page
      .locator('.luck-sentence')
      .getByText(/^100 draws of the weights: test accuracy /)
      .waitFor();
    await configure(page, { classNames: ['out', 'in'] });
    await waitUntil(async () => (await page.locator('.sweep-cell').count()) > 0);
    await page.locator('.influence-point').first().waitFor();
    assert.deepEqual(await shown(page), first);
    assert.equal(await picture(page, 'How the results are spread'), drawn);
  }));

/**
 * Runs in the page: takes another language as soon as the first run is done.
 *
 * @param {Element} label of the progress
 * @param {string} language
 */
function speakMeanwhile(label, language) {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!/^[1-9]/.test(label.textContent ?? '')) return;
      observer.disconnect();
      document.querySelector('moon-lab')?.setAttribute('lang', language);
      resolve(null);
    });
    observer.observe(label, { childList: true, characterData: true, subtree: true });
  });
}

test('what trains goes on in another language, to its end, and can be cancelled there', () =>
  site.visit({ query: '?samples=40' }, async (page) => {
    await waitForState(page, 'ready');
    for (const [id, runs, epochs] of /** @type {const} */ ([
      ['sweep', 108, '3000'],
      ['luck', 100, '5000'],
      ['influence', 33, '10000'],
    ])) {
      const panel = page.locator(`.panel-${id}`);
      const button = panel.locator('.effort button');
      const status = panel.locator('.effort-status');
      const startAndSpeak = async (/** @type {string} */ limit, /** @type {string} */ language) => {
        const field = panel.getByLabel(/^Epoch(s|en)$/);
        await field.fill(limit);
        await field.press('Tab');
        const speaking = panel.locator('.effort-progress label').evaluate(speakMeanwhile, language);
        await button.click();
        await speaking;
      };
      await panel.getByRole('heading').first().click();
      await button.waitFor();
      await startAndSpeak(epochs, 'de');
      await button.getByText('Abbrechen').waitFor();
      await status.getByText(new RegExp(`^${runs} Läufe in `)).waitFor();
      if (id === 'sweep') {
        const values = await page.locator('.sweep-value').allTextContents();
        assert.ok(values.length === 36 && !values.includes(''));
      }
      await startAndSpeak('30000', 'en');
      await button.getByText('Cancel').click();
      await status.getByText(/^Cancelled after \d+ of \d+ runs\.$/).waitFor();
      await panel.getByRole('heading').first().click();
    }
  }));
