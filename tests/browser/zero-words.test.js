import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readLab, startSite, unfoldControls, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const LANGUAGES = /** @type {const} */ ({
  en: { batchSize: ['Batch size', 'all'], epochs: ['Epoch limit', 'never'] },
  de: { batchSize: ['Batchgröße', 'alle'], epochs: ['Epochenlimit', 'nie'] },
});

for (const [language, words] of Object.entries(LANGUAGES)) {
  for (const [key, [label, word]] of Object.entries(words)) {
    test(`0 is called ${word} at ${label}, and is typed either way (${language})`, () =>
      site.visit({}, async (page) => {
        await page.evaluate((lang) => (document.documentElement.lang = lang), language);
        await waitForState(page, 'ready');
        await unfoldControls(page);
        const field = page.getByRole('spinbutton', { name: label, exact: true });
        const state = () =>
          field.evaluate((input) => ({
            shown: /** @type {HTMLInputElement} */ (input).value,
            heard: input.getAttribute('aria-valuetext'),
            now: input.getAttribute('aria-valuenow'),
          }));
        const setting = async () => Reflect.get((await readLab(page)).config, key);
        const zero = { shown: word, heard: word, now: '0' };
        assert.deepEqual(await state(), zero);
        for (const typed of ['0', word, word.toUpperCase()]) {
          await field.fill('30');
          await field.press('Enter');
          assert.equal(await setting(), 30);
          assert.deepEqual(await state(), { shown: '30', heard: '30', now: '30' });
          await field.fill(typed);
          await field.press('Enter');
          assert.equal(await setting(), 0, typed);
          assert.deepEqual(await state(), zero);
        }
      }));
  }
}

test('arrow keys go from the word to numbers and back', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await unfoldControls(page);
    for (const [key, label, first] of [
      ['batchSize', 'Batch size', 1],
      ['epochs', 'Epoch limit', 100],
    ]) {
      const field = page.getByRole('spinbutton', { name: String(label), exact: true });
      const setting = async () => Reflect.get((await readLab(page)).config, key);
      await field.press('ArrowUp');
      assert.equal(await setting(), first);
      await field.press('ArrowDown');
      assert.equal(await setting(), 0);
      await field.press('ArrowDown');
      assert.equal(await setting(), 0);
    }
  }));

test('what is no number is refused under the name of the control, and the word is told', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const field = page.getByRole('spinbutton', { name: 'Batch size', exact: true });
    await field.fill('some');
    await field.press('Enter');
    const error = 'Batch size: "some" is not a whole number; allowed are 0 (all) to 10000';
    await page.getByText(error, { exact: true }).waitFor();
    assert.equal(await field.inputValue(), 'all');
    assert.equal((await readLab(page)).config.batchSize, 0);
  }));

test('the reference says both, exactly', () =>
  site.visit({ path: '/dist/embed.html' }, async (page) => {
    const row = page.locator('table.reference tr', {
      has: page.locator('th code', { hasText: /^batch-size$/ }),
    });
    assert.match(await row.innerText(), /0 is all\. Allowed: 0 to 10000\./);
  }));
