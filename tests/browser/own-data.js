/**
 * What the tests of own points share.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { button, readLab, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

export const POINTS = [
  [0, 1, 0],
  [0.5, 0.8, 0],
  [2, -1, 1],
  [2.5, -0.5, 1],
  [3, 0, 1],
];
export const CSV = `x1,x2,label\n${POINTS.map((point) => point.join(',')).join('\n')}\n`;

/** @param {Page} page */
export const fold = (page) => page.locator('.fold-summary').filter({ hasText: 'Own points' });
/** @param {Page} page */
export const field = (page) => page.locator('#data-points');
/** @param {Page} page */
export const message = (page) => page.locator('#data-points-error');
/** @param {Page} page */
export async function trains(page) {
  await waitForState(page, 'ready');
  await button(page, 'Step').click();
  await waitForState(page, 'paused');
  assert.equal((await readLab(page)).metrics.epoch, 1);
}
