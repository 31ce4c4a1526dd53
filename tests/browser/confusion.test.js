import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import {
  button,
  dataSet,
  linger,
  picture,
  readLab,
  settle,
  startSite,
  waitForState,
} from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** @param {Page} page */
const matrix = (page) => page.locator('.confusion');

/** @param {Page} page */
const open = (page) => matrix(page).locator('summary').click();

/**
 * @param {Page} page
 * @param {'Training points' | 'Test points'} name
 */
const table = (page, name) => page.getByRole('grid', { name, exact: true });

/**
 * @param {Page} page
 * @param {'Training points' | 'Test points'} name
 * @returns {Promise<number[][]>} once they are there
 */
async function counts(page, name) {
  await table(page, name).locator('button:not(:empty)').first().waitFor();
  return table(page, name)
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('button')].map(({ textContent }) => Number(textContent)),
      ),
    );
}

/** @param {number[][]} rows */
const share = (rows) =>
  rows.reduce((sum, row, i) => sum + row[i], 0) / rows.flat().reduce((sum, one) => sum + one);

/** @param {Page} page that has just been opened, at epoch 30 */
async function begin(page) {
  await waitForState(page, 'ready');
  await page.evaluate(() => document.querySelector('moon-lab')?.step(30));
  await open(page);
}

for (const [query, classes] of /** @type {const} */ ([
  ['?noise=0.4', 2],
  ['?dataset=spirals&classes=6&noise=0.1', 6],
])) {
  test(`of ${classes} classes, the numbers on the diagonal make the accuracies`, () =>
    site.visit({ query }, async (page) => {
      await begin(page);
      const training = await counts(page, 'Training points');
      const testing = await counts(page, 'Test points');
      const { metrics } = await readLab(page);
      assert.equal(training.length, classes);
      assert.equal(share(training), metrics.trainAccuracy);
      assert.equal(share(testing), metrics.testAccuracy);
    }));
}

test('it follows the training while it is open, and asks for nothing while it is folded', () =>
  site.visit({}, async (page) => {
    await begin(page);
    const trained = await counts(page, 'Training points');
    await button(page, 'Reset').click();
    await page.waitForFunction(
      (text) =>
        document.querySelector('moon-lab')?.shadowRoot?.querySelector('.confusion tbody')
          ?.textContent !== text,
      trained.map((row) => row.join('')).reduce((text, row, i) => `${text}${i}${row}`, ''),
    );
    const texts = matrix(page).locator('button');
    const first = await texts.allTextContents();
    await open(page);
    await page.evaluate(() => document.querySelector('moon-lab')?.step(50));
    await linger(page);
    assert.deepEqual(await texts.allTextContents(), first);
    await open(page);
    await page.waitForFunction(
      (text) =>
        document.querySelector('moon-lab')?.shadowRoot?.querySelector('.confusion tbody button')
          ?.textContent !== text,
      first[0],
    );
    assert.equal(
      share(await counts(page, 'Training points')),
      (await readLab(page)).metrics.trainAccuracy,
    );
  }));

test('a number that is chosen rings its points in the picture, and once more chosen lets them be', () =>
  site.visit({ query: '?noise=0.4' }, async (page) => {
    await begin(page);
    await counts(page, 'Training points');
    const plain = await picture(page, 'Decision boundary');
    const wrong = table(page, 'Training points').getByRole('button', {
      name: /^\d+ training points? of class 0 taken for class 1$/,
    });
    await wrong.click();
    assert.equal(await wrong.getAttribute('aria-pressed'), 'true');
    await page.mouse.move(0, 0);
    const ringed = await picture(page, 'Decision boundary');
    assert.notEqual(ringed, plain);
    const right = table(page, 'Test points').getByRole('button', { name: /class 1 taken for it$/ });
    await right.click();
    assert.equal(await wrong.getAttribute('aria-pressed'), 'false', 'one at a time');
    assert.notEqual(await picture(page, 'Decision boundary'), ringed);
    await right.click();
    await page.mouse.move(0, 0);
    assert.equal(await picture(page, 'Decision boundary'), plain);
    await wrong.click();
    await open(page);
    assert.equal(await picture(page, 'Decision boundary'), plain, 'folded, it rings nothing');
  }));

test('a point that is pointed at marks its number', () =>
  site.visit({ query: '?samples=2000' }, async (page) => {
    await begin(page);
    await counts(page, 'Training points');
    const canvas = page.getByRole('img', { name: 'Decision boundary' });
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    assert.ok(box);
    const readout = page.locator('.readout');
    // Across the cloud of points there is one soon.
    for (let across = 0.3; across < 0.7; across += 0.01) {
      await page.mouse.move(box.x + across * box.width, box.y + box.height / 2);
      await settle(page, 1);
      if (/point of class/.test((await readout.textContent()) ?? '')) break;
    }
    const text = (await readout.textContent()) ?? '';
    const [, set, label] = /(Training|Test) point of class (\d)/.exec(text) ?? [];
    assert.ok(set, text);
    const pointed = matrix(page).locator('button[data-pointed]');
    await pointed.waitFor();
    assert.equal(await pointed.count(), 1);
    const name = (await pointed.getAttribute('aria-label')) ?? '';
    assert.match(name, new RegExp(`${set.toLowerCase()} points? of class ${label} `));
    await page.mouse.move(0, 0);
    await pointed.waitFor({ state: 'detached' });
  }));

test('the keyboard meets one number of each table, and goes on by arrows', () =>
  site.visit({ query: '?dataset=blobs&classes=3&noise=1' }, async (page) => {
    await begin(page);
    await counts(page, 'Test points');
    const cells = table(page, 'Training points').getByRole('button');
    assert.equal(await table(page, 'Training points').locator('[tabindex="0"]').count(), 1);
    await cells.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const focused = () =>
      page.evaluate(
        () =>
          document
            .querySelector('moon-lab')
            ?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? '',
      );
    assert.match(await focused(), /training points? of class 1 taken for it$/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.match(await focused(), /of class 0 taken for class 1$/, 'at the edge it stays');
    await page.keyboard.press('Enter');
    assert.equal(await cells.nth(1).getAttribute('aria-pressed'), 'true');
    await assertNoViolationInBothThemes(page);
  }));

test('values have none, and it can be hidden', () =>
  site.visit({}, async (page) => {
    await begin(page);
    await dataSet(page, 'Hills').check();
    await matrix(page).waitFor({ state: 'hidden' });
    await dataSet(page, 'Two moons').check();
    await matrix(page).waitFor();
    await page.evaluate(() =>
      document.querySelector('moon-lab')?.setAttribute('hide', 'confusion'),
    );
    await matrix(page).waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.numbers-section').isVisible(), true);
  }));
