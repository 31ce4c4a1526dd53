import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { createExperiment, loadShippedEngine } from '../wasm/support.js';
import { assertNoViolationInBothThemes } from './axe.js';
import { button, picture, settle, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * @param {Page} page
 * @param {string} epochs
 */
async function openPanel(page, epochs) {
  await waitForState(page, 'ready');
  await page.getByRole('heading', { name: 'Which point did this?', exact: true }).click();
  await button(page, 'Leave out each').waitFor();
  const field = page.locator('.panel-influence').getByLabel('Epochs', { exact: true });
  await field.fill(epochs);
  await field.press('Tab');
}

/** @param {Page} page */
const status = (page) => page.locator('.panel-influence .effort-status');
/** @param {Page} page */
const points = (page) => page.locator('.influence-point');
/** @param {Page} page */
const reading = async (page) =>
  (await page.locator('.panel-influence .sweep-reading').textContent()) ?? '';

const NAME = 'What each training point does';

/** Two clouds apart, and the last point among the others' with their wrong label. */
const OWN = [
  ...Array.from({ length: 14 }, (_, i) => [Math.cos(i) - 2, Math.sin(2 * i), 0]),
  ...Array.from({ length: 14 }, (_, i) => [Math.sin(i) + 2, Math.cos(2 * i), 1]),
  [-2, 0.05, 1],
];

/** @param {Page} page */
const setOwn = (page) =>
  page.evaluate((data) => {
    Object.assign(/** @type {object} */ (document.querySelector('moon-lab')), {
      config: { dataset: 'own', data, layers: [4], seed: 0 },
    });
  }, OWN);

test('a wrong label is the strongest, and the losses are those of the runs without each point', () =>
  site.visit({}, async (page) => {
    await setOwn(page);
    await openPanel(page, '200');
    await button(page, 'Leave out each').click();
    await status(page).getByText('24 runs in').waitFor();
    const engine = await loadShippedEngine();
    const config = await page.evaluate(() => document.querySelector('moon-lab')?.config);
    const lossWithout = (/** @type {number | undefined} */ without) => {
      const experiment = engine.createExperiment(/** @type {object} */ (config), { without });
      experiment.step(200);
      const { testLoss } = experiment.metrics();
      experiment.dispose();
      return testLoss;
    };
    const whole = createExperiment(engine, config);
    const { train } = whole.description;
    whole.dispose();
    const all = lossWithout(undefined);
    const changes = Array.from(train.y, (_, i) => lossWithout(i) - all);
    const order = changes
      .map((_, i) => i)
      .sort((a, b) => Math.abs(changes[b]) - Math.abs(changes[a]));
    // It is among the training points, and the strongest of them.
    assert.ok(Math.abs(train.x1[order[0]] + 2) < 1e-9 && train.y[order[0]] === 1);
    assert.deepEqual(
      await points(page).evaluateAll((buttons) =>
        buttons.map(({ dataset }) => Number(dataset.point)),
      ),
      order.slice(0, 8),
    );
    const cells = await page.locator('.influence-list td').allTextContents();
    const shown = Number(cells[0].replace('−', '-').replace('+', ''));
    assert.ok(Math.abs(shown - changes[order[0]]) < Math.abs(changes[order[0]]) / 100);
  }));

test('choosing a point shows the plane without it, by keyboard as well, and again with it', () =>
  site.visit({ query: '?samples=40' }, async (page) => {
    await openPanel(page, '150');
    await button(page, 'Leave out each').click();
    await status(page).getByText('33 runs in').waitFor();
    const whole = await picture(page, NAME);
    await points(page).first().focus();
    await page.keyboard.press('Enter');
    await waitUntil(async () => (await reading(page)).endsWith('The plane is shown without it.'));
    assert.equal(await points(page).first().getAttribute('aria-pressed'), 'true');
    await waitUntil(async () => (await picture(page, NAME)) !== whole);
    await page.keyboard.press('Enter');
    assert.equal(await points(page).first().getAttribute('aria-pressed'), 'false');
    await waitUntil(async () => (await picture(page, NAME)) === whole);
    await page.getByRole('radio', { name: 'Boundary' }).check();
    assert.match(
      (await page.locator('.panel-influence .panel-note').textContent()) ?? '',
      /^The larger the disc/,
    );
    await waitUntil(async () => (await picture(page, NAME)) !== whole);
  }));

test('it is cancelled at once, and keeps what is there', () =>
  site.visit({}, async (page) => {
    await openPanel(page, '20000');
    await button(page, 'Leave out each').click();
    await page.locator('.panel-influence .effort-progress').getByText('1 of 241 runs').waitFor();
    await page.locator('.panel-influence').getByRole('button', { name: 'Cancel' }).click();
    await status(page)
      .getByText(/^Cancelled after \d+ of 241 runs\.$/)
      .waitFor();
  }));

test('it has names, colours and sizes for everybody, on a phone as well', () =>
  site.visit({ query: '?dataset=hills&samples=40' }, async (page) => {
    await openPanel(page, '60');
    await button(page, 'Leave out each').click();
    await status(page).getByText('33 runs in').waitFor();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await settle(page);
      await assertNoViolationInBothThemes(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${overflow} px too wide`);
      const table = page.locator('.panel-influence .scroll-region');
      assert.equal(await table.evaluate((one) => one.scrollWidth - one.clientWidth), 0);
    }
  }));
