import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { violationsOf, watchViolations } from './course-page.js';
import { button, startSite, waitForEpoch, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const SITE = new URL('../../dist/', import.meta.url);
const POLICY = "require-trusted-types-for 'script'; trusted-types moonlab";

/** @param {Page} page */
async function distrustMarkup(page) {
  await watchViolations(page);
  await page.route('**/dist/*.html*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': POLICY };
    await route.fulfill({ response, headers });
  });
}

/** @param {Page} page */
async function openFolds(page) {
  await page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) /** @type {HTMLDetailsElement} */ (fold).open = true;
  });
}

/** @param {Page} page */
async function useLab(page) {
  await waitForState(page, 'ready');
  await openFolds(page);
  await page.locator('.gradient-summary').filter({ hasText: /\w/ }).waitFor();
  await button(page, 'Train').click();
  await waitForEpoch(page, 20);
}

/** @param {Page} page */
async function useLesson(page) {
  const widgets = page.locator('[data-widget]');
  for (const widget of await widgets.all()) {
    await widget.scrollIntoViewIfNeeded();
    await widget.and(page.locator('[data-state="ready"]')).waitFor();
  }
  await openFolds(page);
  await page.locator('button.quantity').first().click();
  const formula = page.locator('.drawer-formula math');
  await formula.waitFor();
  assert.equal(await formula.locator('mi, mo, mn').first().isVisible(), true);
}

/** Every page of the site; what is not named here is only opened. @type {Record<string, (page: Page) => Promise<void>>} */
const USES = {
  'index.html': useLab,
  'embed.html': useLab,
  'frame.html': useLab,
  'lesson.html': useLesson,
  'where-it-works.html': async () => {},
};

for (const name of readdirSync(SITE).filter((file) => file.endsWith('.html'))) {
  test(`${name} is the same where a policy takes no markup and no address on trust`, () =>
    site.visit({ path: `/dist/${name}`, before: distrustMarkup }, async (page) => {
      await (USES[name] ?? useLab)(page);
      assert.deepEqual(await violationsOf(page), []);
    }));
}
