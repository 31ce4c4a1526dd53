import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { button, dataSet, picture, readLab, startSite, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('copying the address copies the experiment', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await dataSet(page, 'Circles').check();
    await page.getByLabel('Samples', { exact: true }).fill('150');
    await page.getByLabel('Samples', { exact: true }).press('Enter');
    await button(page, 'Add a neuron to layer 2').click();
    await page.waitForURL((url) => url.search.endsWith('layers=8,9'));
    const { query, config } = await readLab(page);
    assert.equal(query, '?dataset=circles&samples=150&layers=8,9');
    assert.equal(new URL(page.url()).search, query);
    await page.evaluate(() => document.querySelector('moon-lab')?.step(20));
    const trained = await readLab(page);

    await site.visit({ query }, async (copy) => {
      await waitForState(copy, 'ready');
      await copy.evaluate(() => document.querySelector('moon-lab')?.step(20));
      const again = await readLab(copy);
      assert.deepEqual(again.config, config);
      assert.deepEqual(again.metrics, trained.metrics, 'the same digits');
    });
  }));

test('the address of the default is the bare one, and needs no history', () =>
  site.visit({ query: '?noise=0.3' }, async (page) => {
    await waitForState(page, 'ready');
    const length = await page.evaluate(() => history.length);
    await button(page, 'Undo all changes').click();
    await page.waitForURL((url) => url.search === '');
    assert.equal(await page.evaluate(() => history.length), length);
  }));

test('Copy link copies the address and says so', () =>
  site.visit(
    { query: '?seed=7', permissions: ['clipboard-read', 'clipboard-write'] },
    async (page) => {
      await waitForState(page, 'ready');
      await button(page, 'Copy link').click();
      await button(page, 'Link copied').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, page.url());
      await button(page, 'Copy link').waitFor();
    },
  ));

test('the theme switch turns page and pictures', () =>
  site.visit({ colorScheme: 'light' }, async (page) => {
    await waitForState(page, 'ready');
    const light = await picture(page, 'Decision boundary');
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const lightPage = await background();
    await page.getByLabel('Theme').selectOption('dark');
    assert.notEqual(await picture(page, 'Decision boundary'), light);
    assert.notEqual(await background(), lightPage);
    await page.waitForURL((url) => url.search === '?theme=dark');
  }));

test('attributes, config and controls show one another’s settings', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const shown = await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      if (!lab) throw new Error('no lab');
      lab.setAttribute('activation', 'relu,tanh,relu');
      lab.setAttribute('layers', '4,4,4');
      const { activation, layers } = lab.config;
      lab.config = { learningRate: 0.1, preset: 'notebook' };
      const { attributes } = lab;
      const markup = Array.from(attributes, ({ name, value }) => `${name}=${value}`);
      return { activation, layers, markup, query: lab.query };
    });
    assert.deepEqual(shown.layers, [4, 4, 4], 'attributes set together count together');
    assert.deepEqual(shown.activation, ['relu', 'tanh', 'relu']);
    assert.equal(shown.query, '?preset=notebook&learning-rate=0.1');
    assert.deepEqual(shown.markup, ['preset=notebook', 'learning-rate=0.1']);
    const rate = page.getByLabel('Learning rate', { exact: true });
    assert.equal(await rate.inputValue(), '0.1');
    await page.evaluate(() => document.querySelector('moon-lab')?.removeAttribute('learning-rate'));
    assert.equal((await readLab(page)).config.learningRate, 0.5, 'back to the preset’s value');
    assert.equal(await rate.inputValue(), '0.5');
  }));
