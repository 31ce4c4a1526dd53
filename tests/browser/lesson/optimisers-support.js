/**
 * The lesson's section on optimisers in a browser.
 *
 * @module
 */
import { settle } from '../support.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/**
 * @param {import('../support.js').Site} site
 * @param {string} name of the widget
 * @param {(widget: Locator, page: Page) => Promise<void>} use
 */
export function visitWidget(site, name, use) {
  return site.visit({ path: '/dist/lesson.html', query: '#optimisers' }, async (page) => {
    const widget = page.locator(`[data-widget="optimisers-${name}"]`);
    await widget.scrollIntoViewIfNeeded();
    await atRest(page, name);
    await use(widget, page);
  });
}

/**
 * Until everything asked for is computed and shown.
 *
 * @param {Page} page
 * @param {string} name
 */
export async function atRest(page, name) {
  const state = '[data-state="ready"]:not([data-running])';
  await page.locator(`[data-widget="optimisers-${name}"]${state}`).waitFor();
  await settle(page);
}

/**
 * @param {Locator} widget
 * @returns {Promise<string[][]>} the cells of its table, in ASCII
 */
export async function cells(widget) {
  const rows = await widget.locator('table.numbers tbody tr').all();
  return Promise.all(
    rows.map(async (row) =>
      (await row.locator('td').allTextContents()).map((text) => text.replaceAll('−', '-')),
    ),
  );
}

/**
 * @param {Locator} widget
 * @param {string} label
 * @param {number} value
 */
export async function set(widget, label, value) {
  await widget.getByLabel(label, { exact: true }).fill(String(value));
  await widget.getByLabel(label, { exact: true }).press('Enter');
}
