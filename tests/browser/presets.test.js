import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGLISH } from '../../web/languages/en.js';
import { ENGLISH_LATER } from '../../web/languages/later/en.js';
import { PRESET_CHOICES } from '../../web/state/choices.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { readLab, startSite, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const { choices } = ENGLISH.settings.preset;
const { choices: helps } = ENGLISH_LATER.settingHelp.preset;

for (const preset of PRESET_CHOICES.filter((name) => name !== 'default')) {
  test(`the preset ${preset} says its point in a sentence, lays down its values, and trains`, () =>
    site.visit({ query: '?dataset=plane&layers=3&seed=7' }, async (page) => {
      await waitForState(page, 'ready');
      const menu = page.getByLabel('Preset', { exact: true });
      const note = page.locator('[data-group="data"] .field-note').first();
      assert.equal(await note.isVisible(), false);
      const { label } = choices[preset];
      await menu.selectOption({ label });
      assert.equal((await note.textContent())?.toLowerCase(), `${helps[preset]}.`.toLowerCase());
      assert.equal(await note.isVisible(), true);
      const wanted = applyPatch(defaultConfig(), { preset }).config;
      assert.deepEqual((await readLab(page)).config, wanted);
      await waitForState(page, 'ready');
      await page.evaluate(() => document.querySelector('moon-lab')?.step(3));
      assert.equal((await readLab(page)).metrics.epoch, 3);
      await menu.selectOption({ label: 'Default' });
      assert.equal(await note.isVisible(), false);
      assert.deepEqual((await readLab(page)).config, defaultConfig());
    }));
}
