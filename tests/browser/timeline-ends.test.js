import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { visitHost } from './host-page.js';
import { button, listen, settle, startSite, waitForState } from './support.js';
import { epochOf, goTo, slider, stateOf, trained, waitForEpochAt } from './timeline-support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const DIVERGING = '?preset=regression&optimizer=sgd&learning-rate=3';

/** @param {Page} page */
const notice = (page) => page.locator('.notice').getByText(/^Training stopped at epoch/);
/** @param {Page} page */
const title = (page) => page.locator('.explained summary');
/** @param {Page} page @param {string} name */
const isOff = async (page, name) =>
  (await button(page, name).getAttribute('aria-disabled')) === 'true';

/**
 * @param {Page} page
 * @returns {Promise<() => Promise<string[]>>} reads which of these events have come
 */
async function listenAll(page) {
  const types = ['progress', 'finish', 'error'];
  const all = await Promise.all(types.map((type) => listen(page, type)));
  return async () => {
    const counts = await Promise.all(all.map((read) => read()));
    return types.flatMap((type, i) => counts[i].map(() => type));
  };
}

test('beyond the epoch limit one is paused there; only Train, or a step, finishes', () =>
  site.visit({ query: '?epochs=50' }, async (page) => {
    await waitForState(page, 'ready');
    const told = await listenAll(page);
    await goTo(page, 1000);
    assert.deepEqual([await stateOf(page), await epochOf(page)], ['paused', 50]);
    assert.deepEqual(await told(), ['progress']);
    await page.getByText('Paused at epoch 50').waitFor();
    await page.getByRole('radio', { name: 'Test', exact: true }).check({ force: true });
    assert.equal(await stateOf(page), 'paused', 'whatever is shown');
    await button(page, 'Train').click();
    await waitForState(page, 'finished');
    assert.deepEqual(await told(), ['progress', 'finish']);
    await page.getByText('Finished at epoch 50').waitFor();
    assert.ok(await isOff(page, 'Train'));
    await goTo(page, 50);
    assert.equal(await stateOf(page), 'paused');
    await page.evaluate(() => document.querySelector('moon-lab')?.step());
    assert.deepEqual([await stateOf(page), await epochOf(page)], ['finished', 50]);
  }));

test('whoever drags the slider to the epoch limit is paused there, too', () =>
  site.visit({ query: '?epochs=60' }, async (page) => {
    await trained(page, 20);
    await slider(page).focus();
    await page.keyboard.press('End');
    await waitForEpochAt(page, 60);
    assert.equal(await stateOf(page), 'paused');
  }));

test('with `at` beyond the epoch limit it is paused there; what plays by itself finishes', async () => {
  await site.visit({ query: '?at=90&epochs=50' }, async (page) => {
    await waitForEpochAt(page, 50);
    assert.equal(await stateOf(page), 'paused');
  });
  await site.visit({ query: '?at=90&epochs=50&autoplay' }, async (page) => {
    await waitForState(page, 'finished');
    assert.equal(await epochOf(page), 50);
  });
});

test('beyond a divergence one is paused there, and told as much as who has trained it', () =>
  site.visit({ query: DIVERGING }, async (page) => {
    await waitForState(page, 'ready');
    await page.locator('.lab[data-complete]').waitFor();
    const told = await listenAll(page);
    await goTo(page, 1000);
    const end = await epochOf(page);
    assert.ok(end < 1000);
    assert.equal(await stateOf(page), 'paused');
    assert.deepEqual(await told(), ['progress']);
    await notice(page).waitFor();
    const status = page.locator('.lab .status');
    assert.match(String(await status.textContent()), /^Training stopped/);
    assert.equal((await status.boundingBox())?.width, 1, 'read out, and seen once');
    assert.ok((await isOff(page, 'Train')) && (await isOff(page, 'Step')));
    assert.ok(await title(page).isVisible());
    assert.equal(await page.locator('.epoch-marks [data-kind=divergence]').count(), 1);
    await button(page, 'Go to just before it').click();
    await waitForEpochAt(page, end - 1);
    assert.equal(await notice(page).count(), 0);
    assert.ok(await title(page).isVisible());
    await button(page, 'Train').click();
    await waitForState(page, 'failed');
    await settle(page);
    assert.deepEqual((await told()).slice(-1), ['error']);
    await notice(page).waitFor();
  }));

test('a script that trains, or steps, where it diverges is told so', () =>
  site.visit({ query: DIVERGING }, async (page) => {
    await waitForState(page, 'ready');
    for (const method of /** @type {const} */ (['train', 'step'])) {
      await goTo(page, 1000);
      assert.equal(await stateOf(page), 'paused');
      const errors = await listen(page, 'error');
      await page.evaluate((name) => document.querySelector('moon-lab')?.[name](), method);
      await waitForState(page, 'failed');
      assert.deepEqual(
        (await errors()).map(({ type }) => type),
        ['divergence'],
      );
    }
  }));

test('a divergence that only the weights tell is explained, and marked, too', () =>
  site.visit(
    {
      query:
        '?layers=&loss=squared_error&optimizer=momentum&learning-rate=10&regularization=l2&regularization-rate=10',
    },
    async (page) => {
      await trained(page, 1000);
      assert.equal(await stateOf(page), 'failed');
      const end = await epochOf(page);
      const loss = await page.evaluate(
        () => document.querySelector('moon-lab')?.metrics?.trainLoss,
      );
      assert.ok(Number.isFinite(loss), 'the loss does not tell');
      assert.ok(await title(page).isVisible());
      await button(page, 'Go to just before it').click();
      await waitForEpochAt(page, end - 1);
      assert.equal(await page.locator('.epoch-marks [data-kind=divergence]').count(), 1);
      await title(page).click();
      await page.locator('.explained-answer').getByText('grew first').waitFor();
    },
  ));

for (const [name, options] of /** @type {const} */ ([
  ['a wide page', {}],
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
])) {
  test(`axe finds nothing on ${name} with every mark on the timeline and the explanation open`, () =>
    site.visit(
      {
        query: '?preset=regression&optimizer=sgd&learning-rate=0.1&schedule=20:learning-rate=10',
        ...options,
      },
      async (page) => {
        await trained(page, 1000);
        for (const kind of ['change', 'best', 'divergence']) {
          assert.equal(await page.locator(`.epoch-marks [data-kind=${kind}]`).count(), 1, kind);
        }
        await title(page).click();
        await page.locator('.remedies button').first().waitFor();
        await assertNoViolationInBothThemes(page);
        await goTo(page, 12);
        await settle(page);
        await assertNoViolationInBothThemes(page);
      },
    ));
}

test('of linked labs each goes as far as it can, and is paused there', () =>
  visitHost(
    site,
    `<moon-lab link="a" loading="eager" epochs="30"></moon-lab>
     <moon-lab link="a" loading="eager"></moon-lab>`,
    async (page) => {
      const labs = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('moon-lab')].map(({ state, metrics }) => [
            state,
            metrics?.epoch,
          ]),
        );
      await waitForState(page, 'ready');
      await goTo(page, 80);
      assert.deepEqual(await labs(), [
        ['paused', 30],
        ['paused', 80],
      ]);
      await page.evaluate(() => document.querySelectorAll('moon-lab')[1].step());
      assert.deepEqual(await labs(), [
        ['finished', 30],
        ['paused', 81],
      ]);
      await goTo(page, 10);
      assert.deepEqual(await labs(), [
        ['paused', 10],
        ['paused', 10],
      ]);
    },
  ));
