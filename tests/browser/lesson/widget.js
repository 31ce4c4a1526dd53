/**
 * What the tests of the lesson's widgets share.
 *
 * @module
 */
import { readFileSync } from 'node:fs';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */

/** @param {string} name of a file of NumPy's, scikit-learn's and PyTorch's numbers */
export function golden(name) {
  return JSON.parse(readFileSync(new URL(`../../golden/${name}.json`, import.meta.url), 'utf8'));
}

/**
 * Goes to a widget, and waits until it is there.
 *
 * @param {import('../support.js').Site} site
 * @param {string} name of the widget
 * @param {(widget: Locator, page: Page) => Promise<void>} use
 * @param {import('playwright-core').BrowserContextOptions} [screen]
 */
export function visitWidget(site, name, use, screen = {}) {
  const query = `#${name.split('-')[0]}`;
  return site.visit({ path: '/dist/lesson.html', query, ...screen }, async (page) => {
    const widget = page.locator(`[data-widget="${name}"]`);
    await widget.scrollIntoViewIfNeeded();
    await page.locator(`[data-widget="${name}"][data-state="ready"]`).waitFor();
    await atRest(widget);
    await use(widget, page);
  });
}

/**
 * Waits until nothing is trained or asked of the engine any more.
 *
 * @param {Locator} widget
 */
export function atRest(widget) {
  return widget.and(widget.page().locator(':not([data-running])')).waitFor();
}

/**
 * Types a number into a field.
 *
 * @param {Locator} widget
 * @param {string} label
 * @param {number} value
 */
export async function set(widget, label, value) {
  const field = widget.getByLabel(label, { exact: true });
  await field.fill(String(value));
  await field.press('Enter');
}

/**
 * @param {Locator} widget
 * @param {string} name of the button
 */
export async function press(widget, name) {
  await widget.getByRole('button', { name, exact: true }).click();
  if (name !== 'Train') await atRest(widget);
}

/**
 * @param {Locator} widget
 * @returns {Promise<(string | null)[][]>} the texts of its tables, row by row without headings
 */
export function cells(widget) {
  return widget
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
    );
}

/**
 * @param {Locator} widget with a transport bar
 * @returns {Promise<number>}
 */
export async function epochOf(widget) {
  const text = await widget.getByLabel('Epoch', { exact: true }).innerText();
  return Number(text.replace(',', ''));
}

/**
 * @param {Locator} widget
 * @param {string} name of an image
 * @returns {Promise<string>} what it shows, in words
 */
export async function descriptionOf(widget, name) {
  const image = widget.getByRole('img', { name, exact: true });
  return widget.locator(`#${await image.getAttribute('aria-describedby')}`).innerText();
}
