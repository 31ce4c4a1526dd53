import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertNoViolationInBothThemes } from './axe.js';
import { configure, keepRuns } from './keep-support.js';
import { button, leavesWorkers, picture, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */
/** @typedef {import('../../web/element/moon-lab-element.js').MoonLabElement} MoonLabElement */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * @param {Page} page
 * @param {Record<string, string>} typed
 */
async function openPanel(page, typed) {
  await waitForState(page, 'ready');
  await page.getByRole('heading', { name: 'Luck', exact: true }).click();
  await button(page, 'Throw the dice').waitFor();
  for (const [label, text] of Object.entries(typed)) {
    const field = page.locator('.panel-luck').getByLabel(label, { exact: true });
    await field.fill(text);
    await field.press('Tab');
  }
}

/** @param {Page} page */
const status = (page) => page.locator('.panel-luck .effort-status');
/** @param {Page} page */
const sentence = async (page) => (await page.locator('.luck-sentence').textContent()) ?? '';

/** What is said of both settings. @param {Page} page */
const duel = async (page) => (await page.locator('.luck-duel').textContent()) ?? '';

const FEW = { 'How many seeds': '12', Epochs: '40' };

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the spread over weight seeds is that of the runs alone, as accuracy and as loss', () =>
  site.visit({ query: '?noise=0.3' }, async (page) => {
    await openPanel(page, FEW);
    await button(page, 'Throw the dice').click();
    await status(page).getByText('12 runs in').waitFor();
    const found = await page.evaluate(async () => {
      const lab = /** @type {MoonLabElement} */ (document.querySelector('moon-lab'));
      const x = { key: 'noise', values: [0.3] };
      const runs = await lab.sweep({ x, seeds: 12, epochs: 40 });
      return runs.map(({ metrics }) => [metrics?.testAccuracy ?? NaN, metrics?.testLoss ?? NaN]);
    });
    const accuracies = found.map(([accuracy]) => accuracy);
    const average = (100 * mean(accuracies)).toFixed(1);
    assert.ok(
      (await sentence(page)).startsWith(
        `12 draws of the weights: test accuracy ${average}% on average. Half of them lie between `,
      ),
      await sentence(page),
    );
    const beaten = accuracies.slice(1).filter((accuracy) => accuracy < accuracies[0]).length;
    const share = Math.round((100 * beaten) / 11);
    assert.ok((await sentence(page)).endsWith(`seed, 42, is better than ${share}% of the others.`));
    const shown = await picture(page, 'How the results are spread');
    await page.locator('.panel-luck').getByRole('radio', { name: 'Test loss' }).check();
    const loss = mean(found.map(([, value]) => value)).toFixed(4);
    assert.match(await sentence(page), new RegExp(`test loss ${loss} on average`));
    assert.notEqual(await picture(page, 'How the results are spread'), shown);
  }));

test('data are drawn anew for the same weights, if that is asked for', () =>
  site.visit({}, async (page) => {
    await openPanel(page, FEW);
    await page.locator('.panel-luck').getByRole('radio', { name: 'Data' }).check();
    await button(page, 'Throw the dice').click();
    await status(page).getByText('12 runs in').waitFor();
    const losses = await page.evaluate(async () => {
      const lab = /** @type {MoonLabElement} */ (document.querySelector('moon-lab'));
      lab.config = { weightSeed: 42 };
      const x = { key: 'seed', values: Array.from({ length: 12 }, (_, i) => 42 + i) };
      const runs = await lab.sweep({ x, epochs: 40 });
      return runs.map(({ metrics }) => metrics?.testAccuracy ?? NaN);
    });
    const average = (100 * mean(losses)).toFixed(1);
    assert.ok((await sentence(page)).startsWith(`12 draws of the data: test accuracy ${average}%`));
  }));

/** @param {Page} page @param {import('../../web/state/types.js').Config['weightSeed']} weightSeed */
const lossesByScript = (page, weightSeed) =>
  page.evaluate(async (first) => {
    const lab = /** @type {MoonLabElement} */ (document.querySelector('moon-lab'));
    lab.config = { seed: 42, weightSeed: first };
    const x = { key: 'learningRate', values: [lab.config.learningRate] };
    const runs = await lab.sweep({ x, seeds: 12, epochs: 40 });
    return runs.map(({ metrics }) => metrics?.testLoss ?? NaN);
  }, weightSeed);

test('a kept run is trained from the same seeds, and how often one beats the other is said', () =>
  site.visit({ query: '?noise=0.3' }, async (page) => {
    await waitForState(page, 'ready');
    // Of other seeds, which are not to count.
    await configure(page, { learningRate: 0.003, seed: 7 });
    await keepRuns(page, 'slow');
    await configure(page, { learningRate: 0.03, seed: 42 });
    await openPanel(page, FEW);
    const beside = page.locator('.panel-luck').getByLabel('Beside', { exact: true });
    await beside.selectOption({ label: 'Run A (slow)' });
    await button(page, 'Throw the dice').click();
    await status(page).getByText('24 runs in').waitFor();
    await page.getByText('Filled: the lab’s setting. Line: Run A (slow).').waitFor();
    await page.locator('.panel-luck').getByRole('radio', { name: 'Test loss' }).check();
    const text = await duel(page);
    const own = await lossesByScript(page, null);
    await configure(page, { learningRate: 0.003 });
    const others = await lossesByScript(page, null);
    const wins = own.filter((loss, i) => loss < others[i]).length;
    assert.match(text, new RegExp(`Run A \\(slow\\): ${mean(others).toFixed(4)} on average, `));
    assert.ok(
      text.includes(`better on ${wins}, Run A (slow) on ${12 - wins}, and on 0 they are equal.`),
      text,
    );
    // Both tails of 12 throws: 2 · 2⁻¹² = 0.05%.
    assert.equal(wins, 12);
    assert.ok(text.includes('in less than 0.1% of cases: this is hardly chance'), text);
    assert.ok(text.endsWith('Other data may say otherwise.'), text);
  }));

test('nothing stands beside until a run is kept, nor where it has another score, nor once it is removed', () =>
  site.visit({ query: '?preset=notebook' }, async (page) => {
    await openPanel(page, FEW);
    const beside = page.locator('.panel-luck').getByLabel('Beside', { exact: true });
    assert.equal(await beside.isVisible(), false);
    await keepRuns(page, undefined);
    await beside.waitFor();
    assert.deepEqual(await beside.locator('option').allTextContents(), ['nothing', 'Run A']);
    await configure(page, { preset: 'regression' });
    await beside.waitFor({ state: 'hidden' });
    await configure(page, { preset: 'notebook' });
    await beside.waitFor();
    // The same setting beside itself: no seed tells them apart.
    await beside.selectOption('A');
    await button(page, 'Throw the dice').click();
    await status(page).getByText('24 runs in').waitFor();
    assert.ok((await duel(page)).endsWith('No seed shows a difference.'), await duel(page));
    await page.getByRole('button', { name: 'Remove run A' }).click();
    await beside.waitFor({ state: 'hidden' });
    await button(page, 'Throw the dice').click();
    await status(page).getByText('12 runs in').waitFor();
    assert.equal(await page.locator('.luck-duel').isVisible(), false);
  }));

test('too few or too many seeds are refused, and a thousand can be cancelled at once', () =>
  site.visit({}, async (page) => {
    await openPanel(page, { 'How many seeds': '1001' });
    assert.equal(
      await status(page).textContent(),
      'How many seeds: 1001 is too large; allowed are 10 to 1000',
    );
    await page.getByLabel('How many seeds', { exact: true }).fill('1000');
    await page.locator('.panel-luck').getByLabel('Epochs', { exact: true }).fill('100000');
    await button(page, 'Throw the dice').click();
    await page.locator('.panel-luck').getByRole('button', { name: 'Cancel' }).click();
    await status(page).getByText('Cancelled after 0 of 1,000 runs.').waitFor();
  }));

test('a lab that is taken from the page leaves no worker behind', () =>
  site.visit({}, async (page) => {
    await openPanel(page, { Epochs: '100000' });
    await button(page, 'Throw the dice').click();
    await page.locator('.panel-luck').getByRole('button', { name: 'Cancel' }).waitFor();
    await page.evaluate(() => document.querySelector('moon-lab')?.remove());
    await leavesWorkers(page, 0);
  }));

test('it has names, colours and sizes for everybody, on a phone as well', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await keepRuns(page, 'a name of so many letters as is the most');
    await openPanel(page, FEW);
    await page.locator('.panel-luck').getByLabel('Beside', { exact: true }).selectOption('A');
    await button(page, 'Throw the dice').click();
    await status(page).getByText('24 runs in').waitFor();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await settle(page);
      await assertNoViolationInBothThemes(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${overflow} px too wide`);
    }
  }));
