/**
 * The lab's way through its epochs, for tests of who goes along it.
 *
 * @module
 */

import { settle, waitForState } from './support.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @param {Page | Locator} where */
export const slider = (where) => where.getByRole('slider', { name: 'Epoch', exact: true });

/** @param {Page | Locator} where @param {string} name */
export const chart = (where, name) => where.getByRole('img', { name, exact: true });

/**
 * @param {Page} page
 * @param {number} epochs that the first lab is trained for
 */
export async function trained(page, epochs) {
  await waitForState(page, 'ready');
  await page.locator('.lab[data-complete]').first().waitFor();
  await page.evaluate((count) => document.querySelector('moon-lab')?.step(count), epochs);
  await waitForState(page, 'paused', 'finished', 'failed');
  await settle(page);
}

/** @param {Page} page */
export const epochOf = (page) =>
  page.evaluate(() => document.querySelector('moon-lab')?.metrics?.epoch ?? NaN);

/** @param {Page} page @returns {Promise<string | undefined>} */
export const stateOf = (page) => page.evaluate(() => document.querySelector('moon-lab')?.state);

/** @param {Page} page @param {number} epoch */
export const goTo = (page, epoch) =>
  page.evaluate((to) => document.querySelector('moon-lab')?.goto(to), epoch);

/**
 * @param {Page} page
 * @param {number} epoch
 */
export async function waitForEpochAt(page, epoch) {
  await page.waitForFunction(
    (wanted) => document.querySelector('moon-lab')?.metrics?.epoch === wanted,
    epoch,
  );
  await settle(page);
}

/**
 * Waits until the epoch of the first lab lies between two.
 *
 * @param {Page} page
 * @param {number} low
 * @param {number} high
 */
export async function waitForEpochWithin(page, low, high) {
  await page.waitForFunction(
    ([from, to]) => {
      const epoch = document.querySelector('moon-lab')?.metrics?.epoch ?? NaN;
      return epoch > from && epoch < to;
    },
    [low, high],
  );
}
