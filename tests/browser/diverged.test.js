import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { button, settle, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const DIVERGING = '?preset=regression&optimizer=sgd&learning-rate=3';

/** @param {Page} page */
const title = (page) => page.locator('.explained summary');

/** @param {Page} page */
const epochOf = (page) =>
  page.evaluate(() => document.querySelector('moon-lab')?.metrics?.epoch ?? NaN);

/** @param {Page} page */
async function diverged(page) {
  await waitForState(page, 'ready');
  await page.locator('.lab[data-complete]').waitFor();
  assert.equal(await title(page).isVisible(), false);
  await page.evaluate(() => document.querySelector('moon-lab')?.step(1000));
  await waitForState(page, 'failed');
  return epochOf(page);
}

/** @param {Page} page @param {number} epoch */
async function waitForEpoch(page, epoch) {
  await page.waitForFunction(
    (wanted) => document.querySelector('moon-lab')?.metrics?.epoch === wanted,
    epoch,
  );
  await settle(page);
}

test('what happened is told by keyboard, with the epoch, and stays while one looks there', () =>
  site.visit({ query: DIVERGING }, async (page) => {
    const end = await diverged(page);
    await title(page).focus();
    await page.keyboard.press('Enter');
    const answer = page.locator('.explained-answer');
    await answer.getByText(/grew first, from .* at epoch \d+ to .* ended at epoch/).waitFor();
    assert.match(String(await answer.textContent()), new RegExp(`ended at epoch ${end}\\.`));
    const go = answer.getByRole('button', { name: /where it turned/ });
    const turn = Number(/\d+/.exec(String(await go.textContent())));
    assert.ok(turn < end);
    await go.focus();
    await page.keyboard.press('Enter');
    await waitForEpoch(page, turn);
    assert.ok(await answer.isVisible(), 'it is still there');
    await button(page, 'Reset').click();
    await waitForEpoch(page, 0);
    assert.equal(await title(page).isVisible(), false);
  }));

test('a setting to try starts the run again, wherever one looks, and is undone', () =>
  site.visit({ query: DIVERGING }, async (page) => {
    const end = await diverged(page);
    await title(page).click();
    const remedies = page.locator('.remedies button');
    await remedies.first().waitFor();
    await page.getByText('Each of these went well for 2,000 epochs. Start again with:').waitFor();
    assert.deepEqual(await remedies.allTextContents(), [
      'Learning rate 0.3',
      'Optimiser Adam, learning rate 0.01',
      'Optimiser RMSProp, learning rate 0.01',
    ]);
    await button(page, 'Go to just before it').click();
    await waitForEpoch(page, end - 1);
    await remedies.nth(1).click();
    await waitForEpoch(page, 0);
    const config = await page.evaluate(() => document.querySelector('moon-lab')?.config);
    assert.deepEqual(
      [config?.optimizer, config?.learningRate, config?.schedule],
      ['adam', 0.01, ''],
    );
    assert.equal(await title(page).isVisible(), false);
    await button(page, 'Undo').first().click();
    await waitForEpoch(page, end - 1);
    assert.equal(
      await page.evaluate(() => document.querySelector('moon-lab')?.config.optimizer),
      'sgd',
    );
    assert.ok(await title(page).isVisible());
  }));

test('where a change during the run has done it, the run without it is offered', () =>
  site.visit({ query: '?preset=regression&schedule=30:w3.1.2=1e200' }, async (page) => {
    const end = await diverged(page);
    assert.equal(end, 30);
    await title(page).click();
    const remedies = page.locator('.remedies button');
    await remedies.first().waitFor();
    assert.deepEqual(await remedies.allTextContents(), ['Schedule none']);
    await button(page, 'Go to just before it').click();
    await waitForEpoch(page, end - 1);
    await remedies.first().click();
    await waitForEpoch(page, 0);
    await page.evaluate(() => document.querySelector('moon-lab')?.step(100));
    assert.equal(await epochOf(page), 100);
  }));

test('a setting to try helps wherever one looks, before a change of the schedule, too', () =>
  site.visit(
    {
      query:
        '?preset=regression&optimizer=sgd&activation=relu&learning-rate=0.01&schedule=20:learning-rate=10',
    },
    async (page) => {
      const end = await diverged(page);
      await title(page).click();
      const remedies = page.locator('.remedies button');
      await remedies.first().waitFor();
      await page.evaluate(() => document.querySelector('moon-lab')?.goto(10));
      await remedies.first().click();
      await waitForEpoch(page, 0);
      await page.evaluate((epochs) => document.querySelector('moon-lab')?.step(epochs), end + 100);
      assert.equal(await epochOf(page), end + 100);
      assert.equal(await page.evaluate(() => document.querySelector('moon-lab')?.state), 'paused');
    },
  ));

test('training on, or leaving the page, ends the search', () =>
  site.visit({ query: `${DIVERGING}&speed=1` }, async (page) => {
    const end = await diverged(page);
    await button(page, 'Go to just before it').click();
    await waitForEpoch(page, end - 1);
    await page.evaluate(() => {
      const lab = /** @type {any} */ (document.querySelector('moon-lab'));
      const fold = lab.shadowRoot.querySelector('.explained details');
      fold.addEventListener('toggle', () => lab.train(), { once: true });
      fold.open = true;
    });
    await waitForState(page, 'failed');
    assert.equal(await page.locator('.explained details').getAttribute('open'), null);
    await page.evaluate(() => {
      const lab = /** @type {any} */ (document.querySelector('moon-lab'));
      const fold = lab.shadowRoot.querySelector('.explained details');
      fold.addEventListener('toggle', () => lab.remove(), { once: true });
      fold.open = true;
    });
    await settle(page);
  }));

test('opened in one language, it is open in another', () =>
  site.visit({ query: DIVERGING }, async (page) => {
    await diverged(page);
    await title(page).click();
    await page.locator('.explained-answer').getByText('grew first').waitFor();
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await page.locator('.explained-answer').getByText('Zuerst wuchs').waitFor();
  }));

test('where controls are hidden, none is offered', () =>
  site.visit({ query: `${DIVERGING}&hide=controls,timeline` }, async (page) => {
    await diverged(page);
    await title(page).click();
    await page.locator('.explained-answer').getByText('grew first').waitFor();
    assert.equal(await page.locator('.remedies').isVisible(), false);
    assert.equal(await page.getByRole('button', { name: /where it turned/ }).isVisible(), false);
  }));

test('on a phone, in German, it is read and touched; axe finds nothing', () =>
  site.visit(
    { query: `${DIVERGING}&lang=de`, viewport: { width: 390, height: 844 }, hasTouch: true },
    async (page) => {
      await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
      await diverged(page);
      await title(page).tap();
      await page.locator('.explained-answer').getByText('Zuerst wuchs').waitFor();
      for (const box of await page.locator('.explained button').all()) {
        const { width = 0, height = 0, x = -1 } = (await box.boundingBox()) ?? {};
        assert.ok(height >= 24 && width >= 24 && x >= 0 && x + width <= 390);
      }
      await assertNoViolationInBothThemes(page, 'moon-lab');
    },
  ));

test('what is enormous just before it is written short, and moves nothing out of sight', () =>
  site.visit({ query: DIVERGING }, async (page) => {
    await diverged(page);
    await button(page, 'Go to just before it').click();
    await waitForState(page, 'paused');
    await settle(page);
    const r2 = await page.evaluate(() => document.querySelector('moon-lab')?.metrics?.testR2 ?? 0);
    assert.ok(r2 < -1e300);
    const figures = await page.locator('.lab').innerText();
    assert.doesNotMatch(figures, /\d{12}/);
    assert.match(figures, /−\d\.\d\de30\d/);
    const widths = await page.evaluate(() => {
      const lab = document.querySelector('moon-lab')?.shadowRoot?.querySelector('.lab');
      return [lab?.scrollWidth, lab?.clientWidth];
    });
    assert.equal(widths[0], widths[1]);

    await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('neuron', '2.1'));
    const weight = page.locator('.weight').first();
    await weight.waitFor();
    await waitUntil(async () => /^-?\d\.\de\d+$/.test(await weight.inputValue()));
  }));
