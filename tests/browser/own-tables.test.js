import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { CSV, POINTS, field, fold, message, trains } from './own-data.js';
import { button, listen, readLab, startSite, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const IRIS = `sepal_length,sepal_width,petal_length,petal_width,species
5.1,3.5,1.4,0.2,setosa
4.9,3,1.3,0.2,setosa
6.4,3.2,4.5,1.5,versicolor
7,3.1,4.7,1.4,versicolor
`;

test('a table that does not tell its columns is asked for them, and shown', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const errors = await listen(page, 'error');
    await fold(page).click();
    await field(page).fill(IRIS);
    await button(page, 'Use these points').click();
    const chooser = page.getByRole('group', { name: 'Columns of the table', exact: true });
    await chooser.getByRole('cell', { name: 'versicolor' }).first().waitFor();
    assert.equal((await readLab(page)).config.dataset, 'moons');
    await chooser.getByLabel('x₁ is', { exact: true }).selectOption('petal_length');
    await chooser.getByLabel('x₂ is', { exact: true }).selectOption('petal_width');
    await assertNoViolationInBothThemes(page, 'moon-lab');
    await button(page, 'Use these columns').click();
    await page.waitForFunction(() => document.querySelector('moon-lab')?.config.dataset === 'own');
    const { config } = await readLab(page);
    assert.deepEqual(config.data, [
      [1.4, 0.2, 0],
      [1.3, 0.2, 0],
      [4.5, 1.5, 1],
      [4.7, 1.4, 1],
    ]);
    assert.deepEqual(config.classNames, ['setosa', 'versicolor']);
    assert.deepEqual(await errors(), []);
    assert.equal(await chooser.count(), 0);
    await page
      .getByText('setosa is class 0, versicolor is class 1.', { exact: true })
      .waitFor({ state: 'attached' });
    assert.match(await field(page).inputValue(), /^1\.4,0\.2,setosa\n/);
    await trains(page);
  }));

test('what was left out of a text is named, and labels stay what they are', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await fold(page).click();
    const words = CSV.replaceAll(/,0\n/g, ',yes\n').replaceAll(/,1\n/g, ',no\n');
    await field(page).fill(`My points\n${words}`);
    await button(page, 'Use these points').click();
    await page
      .getByText('1 line was left out: line 1 (“My points”).')
      .waitFor({ state: 'attached' });
    const { config } = await readLab(page);
    assert.deepEqual(config.classNames, ['no', 'yes']);
    // One point more, in the words of the field.
    await field(page).fill(`${await field(page).inputValue()}9,9,no\n`);
    await button(page, 'Use these points').click();
    await page.waitForFunction(() => document.querySelector('moon-lab')?.config.data.length === 6);
    const then = (await readLab(page)).config;
    assert.deepEqual(then.classNames, ['no', 'yes']);
    assert.deepEqual(then.data, [...config.data, [9, 9, 0]]);
  }));

test('a file in UTF-16, as Excel writes it, is read', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'points.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(`\ufeff${CSV.replaceAll(',', '\t')}`, 'utf16le'),
      });
    await page.waitForFunction(() => document.querySelector('moon-lab')?.config.dataset === 'own');
    assert.deepEqual((await readLab(page)).config.data, POINTS);
  }));

test('a file that is no text is refused by its name, and one with a missing value says what it left out', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await fold(page).click();
    await field(page).fill(CSV);
    const choose = (/** @type {string} */ name, /** @type {Buffer} */ buffer) =>
      page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await choose(
      'plot.png',
      readFileSync(new URL('../web/tables/binary/picture.png', import.meta.url)),
    );
    await message(page)
      .filter({ hasText: 'Own points: "plot.png" is not a text (save tables as CSV); allowed are' })
      .waitFor();
    assert.equal(await field(page).inputValue(), CSV, 'what stands in the field stays');
    await choose('missing.csv', Buffer.from(`${CSV}NA,1,0\n1,,1\n`));
    const count = CSV.trim().split('\n').length;
    await page
      .getByText(`2 lines were left out: line ${count + 1} (“NA,1,0”), line ${count + 2} (“1,,1”).`)
      .waitFor({ state: 'attached' });
    assert.deepEqual((await readLab(page)).config.data, POINTS);
  }));

test('numbers far from 1 are said to be hard to learn, and scaled with one click', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const advice = page.getByText('a network cannot learn well from them', { exact: false });
    await page.evaluate((data) => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = /** @type {any} */ ({ dataset: 'own', data });
    }, POINTS);
    await waitForState(page, 'ready');
    assert.equal(await advice.isVisible(), false);
    await page.evaluate(
      (data) => {
        const lab = document.querySelector('moon-lab');
        if (lab) lab.config = /** @type {any} */ ({ data });
      },
      POINTS.map(([x1, x2, label]) => [1000 * x1, x2, label]),
    );
    await advice.waitFor();
    await assertNoViolationInBothThemes(page, 'moon-lab');
    await button(page, 'Standardise them').click();
    await page.waitForFunction(
      () => document.querySelector('moon-lab')?.config.scale === 'standard',
    );
    await advice.waitFor({ state: 'hidden' });
    await trains(page);
  }));
