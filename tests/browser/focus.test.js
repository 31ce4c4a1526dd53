import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import GERMAN from '../../web/languages/de.js';
import { ENGLISH } from '../../web/languages/en.js';
import { ENGLISH_LATER } from '../../web/languages/later/en.js';
import { button, settle, startSite, unfoldControls, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * @param {Page} page
 * @returns {Promise<string>} what has the focus in the lab; empty where it is elsewhere
 */
async function focused(page) {
  await settle(page);
  return page.evaluate(() => {
    const lab = document.querySelector('moon-lab');
    const element = document.activeElement === lab ? lab?.shadowRoot?.activeElement : null;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? element?.id ?? '';
  });
}

test('what goes when it is pressed hands the focus to what stands before it', () =>
  site.visit({ query: '?noise=0.1' }, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { noise: 7 };
    });
    await button(page, ENGLISH.dismiss).focus();
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), ENGLISH.transport.shortcuts);

    const { title, set } = ENGLISH_LATER.inside.parity;
    await page.locator('moon-lab summary').filter({ hasText: title }).click();
    await button(page, set).focus();
    await page.keyboard.press('Enter');
    await button(page, set).waitFor({ state: 'hidden' });
    assert.equal(await focused(page), title);
  }));

test('the focus stays where it is when the language changes', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    for (const name of ['step', 'reset']) {
      const key = /** @type {'step' | 'reset'} */ (name);
      await page.evaluate(() => (document.documentElement.lang = 'en'));
      await button(page, ENGLISH.transport[key]).focus();
      await page.evaluate(() => (document.documentElement.lang = 'de'));
      await button(page, GERMAN.transport[key]).waitFor();
      assert.equal(await focused(page), GERMAN.transport[key]);
    }
    await page.locator('moon-lab #noise').focus();
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await button(page, ENGLISH.transport.step).waitFor();
    assert.equal(await page.locator('moon-lab #noise:focus').count(), 1);
  }));

test('what has the focus in a panel that comes again hands it to what opens that', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const { title, run } = ENGLISH_LATER.inside.butterfly;
    await page.locator('moon-lab summary').filter({ hasText: title }).click();
    await button(page, run).focus();
    assert.equal(await focused(page), run);
    await page.evaluate(() => (document.documentElement.lang = 'de'));
    await button(page, GERMAN.inside.butterfly.run).waitFor();
    assert.equal(await focused(page), GERMAN.inside.butterfly.title);
  }));

test('what is unfolded in a narrow lab stays so when the language changes, with the focus in it', () =>
  site.visit({ viewport: { width: 390, height: 844 } }, async (page) => {
    await waitForState(page, 'ready');
    await page.locator('.group-toggle').nth(1).click();
    await button(page, ENGLISH.layers.removeLayer).focus();
    await page.evaluate(() => (document.documentElement.lang = 'de'));
    await button(page, GERMAN.transport.step).waitFor();
    assert.equal(await focused(page), GERMAN.layers.removeLayer);
  }));

test('what has the focus in the network has it when the language changes', () =>
  site.visit({ viewport: { width: 1280, height: 720 } }, async (page) => {
    await waitForState(page, 'ready');
    for (const [name, german] of [
      [ENGLISH.layers.removeNeuron(1), GERMAN.layers.removeNeuron(1)],
      ['Hidden layer 2, neuron 3', 'Verdeckte Schicht 2, Neuron 3'],
    ]) {
      await button(page, name).focus();
      await page.evaluate(() => (document.documentElement.lang = 'de'));
      await button(page, GERMAN.transport.step).waitFor();
      assert.equal(await focused(page), german);
      await page.evaluate(() => (document.documentElement.lang = 'en'));
      await button(page, ENGLISH.transport.step).waitFor();
    }
  }));

test('where the page hides the part that has the focus, the focus goes to what is left', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await unfoldControls(page);
    await page.getByLabel('Neurons of layer 1', { exact: true }).focus();
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { hide: ['data', 'network'] };
    });
    const left = await focused(page);
    assert.notEqual(left, '');
    await page.keyboard.press('Tab');
    assert.notEqual(await focused(page), left, 'and goes on from there');
  }));

test('where the page takes layers away, with the focus in one, the focus goes to what is left', () =>
  site.visit({ query: '?activation=tanh,relu' }, async (page) => {
    await waitForState(page, 'ready');
    const layers = (/** @type {string} */ text) =>
      page.evaluate(
        (value) => document.querySelector('moon-lab')?.setAttribute('layers', value),
        text,
      );
    await unfoldControls(page);
    for (const name of [ENGLISH.layers.addNeuron(2), ENGLISH.layerActivation(2)]) {
      await page.getByLabel(name, { exact: true }).filter({ visible: true }).focus();
      await layers('');
      assert.notEqual(await focused(page), '', name);
      await layers('8,8');
      await page.evaluate(() =>
        document.querySelector('moon-lab')?.setAttribute('activation', 'tanh,relu'),
      );
    }
  }));
