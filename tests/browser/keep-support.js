/**
 * Kept runs in the browser tests.
 *
 * @module
 */

import { waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @param {Page} page */
export const table = (page) => page.getByRole('table', { name: 'Kept runs' });

/**
 * @param {Page} page
 * @returns {Promise<string[][]>} the cells that hold text, by row
 */
export const cells = (page) =>
  table(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].slice(0, -1).map((cell) => /** @type {HTMLElement} */ (cell).innerText),
      ),
    );

/**
 * @param {Page} page
 * @param {string} text
 */
export const told = (page, text) => page.locator('.kept-news').getByText(text).waitFor();

/** @param {Page} page */
export const readRuns = (page) =>
  page.evaluate(() => document.querySelector('moon-lab')?.runs ?? []);

/**
 * @param {Page} page
 * @param {...string | undefined} labels
 */
export async function keepRuns(page, ...labels) {
  await page.evaluate(async (names) => {
    for (const name of names) await document.querySelector('moon-lab')?.keep(name);
  }, labels);
}

/**
 * @param {Page} page
 * @param {object} patch
 */
export async function configure(page, patch) {
  await page.evaluate((settings) => {
    const lab = document.querySelector('moon-lab');
    if (lab) lab.config = settings;
  }, patch);
  await waitForState(page, 'ready');
}
