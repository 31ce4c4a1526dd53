/**
 * What the tests of own points share.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { button, readLab, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @param {Page} page */
export const fold = (page) => page.locator('.fold-summary').filter({ hasText: 'Own points' });
/** @param {Page} page */
export const field = (page) => page.getByLabel('Own points', { exact: true });
/** @param {Page} page */
export async function trains(page) {
  await waitForState(page, 'ready');
  await button(page, 'Step').click();
  await waitForState(page, 'paused');
  assert.equal((await readLab(page)).metrics.epoch, 1);
}
