import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGLISH } from '../../web/languages/en.js';
import { DATASETS, datasetOf } from '../../web/state/choices.js';
import { button, dataSet, readLab, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const { choices } = ENGLISH.settings.dataset;
const MADE = DATASETS.filter(({ name }) => name !== 'own');

/**
 * @param {Page} page
 * @param {string} label
 */
const field = (page, label) => page.getByLabel(label, { exact: true });

/** @param {Page} page */
const names = (page) => page.locator('.thumbnail-name');

/**
 * @param {Page} page
 * @returns {Promise<Record<string, string>>} what the pictures are made of, by data set
 */
function pictures(page) {
  return page
    .locator('.thumbnail')
    .evaluateAll((options) =>
      Object.fromEntries(
        options.map((option) => [
          option.querySelector('input')?.value ?? '',
          option.querySelector('svg')?.innerHTML ?? '',
        ]),
      ),
    );
}

/** @param {Page} page */
async function seesAll(page) {
  await waitForState(page, 'ready');
  await page.waitForFunction(
    (count) =>
      document
        .querySelector('moon-lab')
        ?.shadowRoot?.querySelectorAll('.thumbnail-picture:has([d*="h0"])').length === count,
    MADE.length,
  );
}

for (const { name } of MADE) {
  test(`${name} is chosen by its picture, with the noise that suits it`, () =>
    site.visit({ query: '?noise=0.5' }, async (page) => {
      await seesAll(page);
      const { label } = choices[name];
      const { suits } = datasetOf(name);
      if (name === 'moons') await dataSet(page, 'Circles').check();
      await dataSet(page, label).check();
      const { config } = await readLab(page);
      assert.deepEqual([config.dataset, config.noise], [name, suits]);
      assert.equal(await names(page).textContent(), label);
      await waitForState(page, 'ready');
      await page.evaluate(() => document.querySelector('moon-lab')?.step(2));
      assert.equal((await readLab(page)).metrics.epoch, 2);
    }));
}

test('each data set has a picture of its own, in the colours of the theme, that stays as it is', () =>
  site.visit({}, async (page) => {
    await seesAll(page);
    const light = await pictures(page);
    assert.equal(new Set(Object.values(light)).size, DATASETS.length);
    await dataSet(page, 'Spirals').check();
    await button(page, 'New data').click();
    await waitForState(page, 'ready');
    assert.deepEqual(await pictures(page), light);
    await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('theme', 'dark'));
    await settle(page);
    const dark = await pictures(page);
    for (const { name } of MADE) assert.notEqual(dark[name], light[name], name);
  }));

test('a data set that is set by script, markup or address is shown, and keeps its noise', () =>
  site.visit({ query: '?dataset=xor' }, async (page) => {
    await waitForState(page, 'ready');
    assert.ok(await dataSet(page, 'XOR').isChecked());
    assert.equal((await readLab(page)).config.noise, 0.2);
    await page.evaluate(() => {
      document.querySelector('moon-lab')?.setAttribute('data-set', 'spirals');
    });
    assert.ok(await dataSet(page, 'Spirals').isChecked());
    assert.equal(await names(page).textContent(), 'Spirals');
    assert.equal((await readLab(page)).config.noise, 0.2);
  }));

test('what the noise is called goes by its meaning', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    for (const [name, label, noise] of [
      ['Spirals', 'Noise', '0.02'],
      ['Blobs', 'Spread', '0.7'],
      ['Clusters', 'Chance labels', '0.02'],
      ['Two moons', 'Noise', '0.2'],
    ]) {
      await dataSet(page, name).check();
      assert.equal(await field(page, label).inputValue(), noise);
    }
  }));

test('a name is told where somebody points, and again of what is chosen', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.locator('.thumbnail').nth(1).hover();
    assert.equal(await names(page).textContent(), 'Circles');
    await page.mouse.move(0, 0);
    assert.equal(await names(page).textContent(), 'Two moons');
  }));

test('arrow keys choose, and go past own points as long as there are none', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await dataSet(page, 'Two moons').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal((await readLab(page)).config.dataset, 'circles');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.getByText('There are no points here yet').waitFor();
    assert.equal((await readLab(page)).config.dataset, 'moons');
    assert.ok(await dataSet(page, 'Two moons').isChecked());
    await page.keyboard.press('ArrowLeft');
    const last = MADE[MADE.length - 1].name;
    assert.equal((await readLab(page)).config.dataset, last, 'the focus has not been led away');
  }));

test('own points are a picture, too, once there are some', () =>
  site.visit({ query: '?data=0,0,0;1,1,1;2,0,0;3,1,1' }, async (page) => {
    await waitForState(page, 'ready');
    assert.match((await pictures(page)).own, /h0/);
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { data: null };
    });
    assert.doesNotMatch((await pictures(page)).own, /h0/);
  }));
