/**
 * Runs that are changed while they train, and those that were configured so from the start.
 *
 * @module
 */
import { button, readLab, waitForEpoch, waitForState } from './support.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @param {Page} page
 * @param {string} label
 */
export const field = (page, label) => page.getByLabel(label, { exact: true });

/** @param {Page} page */
export const line = (page) => page.locator('.deed-text');

/** @param {Page} page */
export const entries = (page) =>
  page.getByRole('region', { name: 'Changes during the run' }).getByRole('listitem');

/**
 * @param {Page} page
 * @param {string} pattern of the lab's schedule
 */
export const waitForSchedule = (page, pattern) =>
  page.waitForFunction(
    (wanted) => new RegExp(wanted).test(document.querySelector('moon-lab')?.config.schedule ?? ''),
    pattern,
  );

/**
 * Everything of a run, with every digit.
 *
 * @param {Page} page
 */
export const runOf = (page) =>
  page.evaluate(async () => {
    const lab = document.querySelector('moon-lab');
    if (!lab) throw new Error('There is no lab');
    return { history: lab.history, metrics: lab.metrics, model: await lab.exportModel() };
  });

/**
 * The same of a lab that was configured so from the start, and trained to the same epoch.
 *
 * @param {Page} page
 * @param {object} [patch] to what the first lab is set to
 */
export const straightRunOf = (page, patch = {}) =>
  page.evaluate(async (changes) => {
    const lab = document.querySelector('moon-lab');
    const other = document.createElement('moon-lab');
    other.config = { ...lab?.config, loading: 'eager', ...changes };
    document.body.append(other);
    await other.step(lab?.metrics?.epoch ?? 0);
    const run = {
      history: other.history,
      metrics: other.metrics,
      model: await other.exportModel(),
    };
    other.remove();
    return run;
  }, patch);

/**
 * Trains until settings can be changed on the way.
 *
 * @param {Page} page
 */
export async function train(page) {
  await waitForState(page, 'ready');
  await button(page, 'Train').click();
  await waitForEpoch(page, 20);
}

/**
 * @param {Page} page
 * @param {number} epochs
 */
export async function trainOn(page, epochs) {
  await waitForEpoch(page, (await readLab(page)).metrics.epoch + epochs);
  await page.evaluate(() => document.querySelector('moon-lab')?.pause());
}
