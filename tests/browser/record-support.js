/**
 * Saving and opening in the browser tests.
 *
 * @module
 */

import { readFile } from 'node:fs/promises';
import { button } from './support.js';

/** @typedef {import('./support.js').Page} Page */
/** @typedef {import('../../web/state/record.js').LabRecord} LabRecord */

/**
 * @param {Page} page
 * @param {number} epochs
 */
export async function train(page, epochs) {
  await page.evaluate(async (count) => {
    await customElements.whenDefined('moon-lab');
    await document.querySelector('moon-lab')?.step(count);
  }, epochs);
}

/**
 * @param {Page} page
 * @returns {Promise<LabRecord>}
 */
export function exportRecord(page) {
  return page.evaluate(() => {
    const lab = document.querySelector('moon-lab');
    if (!lab) throw new Error('no lab');
    return lab.exportRecord();
  });
}

/**
 * Saves by a click.
 *
 * @param {Page} page
 * @param {string} name of the button
 * @returns {Promise<{ name: string, bytes: Buffer, path: string }>}
 */
export async function save(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), bytes: await readFile(path), path };
}

/** @param {Page} page */
export const openPart = (page) => page.getByText('Save and open', { exact: true }).click();

/**
 * Opens a file as a visitor chooses it.
 *
 * @param {Page} page
 * @param {string | object} content
 */
export async function choose(page, content) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await page.getByLabel('Open record').setInputFiles({
    name: 'handed-in.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

/**
 * @param {Page} page
 * @param {RegExp | string} text
 */
export const said = (page, text) => page.locator('.saving-messages').getByText(text).waitFor();

/** The run that the tests save, in batches that do not divide the samples. */
export const QUERY = '?dataset=circles&layers=6,4&batch-size=50&seed=7&points=test';
