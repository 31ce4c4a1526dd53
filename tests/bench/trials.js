/**
 * What training many runs at once takes: a sweep, a thousand seeds, and what of it the page's own thread feels.
 *
 * @module
 */

import { startSite, waitForState } from '../browser/support.js';
import { quantile, traceMainThread } from './main-thread.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../../web/element/moon-lab-element.js').MoonLabElement} MoonLabElement */

/**
 * @typedef {object} TrialTimes milliseconds
 * @property {number[]} cold 5×5 cells × 4 seeds × 500 epochs, of each visit
 * @property {Record<1 | 2, number[]>} warm 5×5 cells × 2,000 epochs, by workers
 * @property {number[]} luck 1,000 seeds × 300 epochs
 * @property {number[]} frames in light and in dark: what 95 % of a sweep's frames take of the processor at most
 */

const VISITS = 5;
/** A sweep has a hundred frames: too few to tell by one of them what 95 % are. */
const WATCHED_SWEEPS = 3;

/** @returns {Promise<TrialTimes>} */
export async function measureTrials() {
  const site = await startSite();
  /** @type {TrialTimes} */
  const times = { cold: [], warm: { 1: [], 2: [] }, luck: [], frames: [] };
  try {
    for (let visit = 0; visit < VISITS; visit += 1) {
      for (const workers of /** @type {const} */ ([1, 2])) {
        const screen = {
          before: (/** @type {Page} */ page) => page.addInitScript(pretendCores, workers),
        };
        await site.visit(screen, async (page) => {
          await waitForState(page, 'ready');
          const cold = await timeSweep(page, { seeds: 4, epochs: 500 });
          if (workers === 2) times.cold.push(cold);
          times.warm[workers].push(await timeSweep(page, { epochs: 2000 }));
          if (workers === 2) times.luck.push(await timeSeeds(page));
        });
      }
    }
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      times.frames.push(await watchFrames(site, colorScheme));
    }
  } finally {
    await site.close();
  }
  return times;
}

/**
 * Runs in the page.
 *
 * @param {number} count
 */
function pretendCores(count) {
  Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => count });
}

/**
 * @param {Page} page
 * @param {{ seeds?: number, epochs: number }} options
 * @returns {Promise<number>} milliseconds
 */
function timeSweep(page, options) {
  return page.evaluate(async (more) => {
    const lab = /** @type {MoonLabElement} */ (document.querySelector('moon-lab'));
    const x = { key: 'learningRate', values: [0.003, 0.01, 0.03, 0.1, 0.3] };
    const y = { key: 'noise', values: [0.05, 0.1, 0.2, 0.3, 0.4] };
    const start = performance.now();
    await lab.sweep({ x, y, ...more });
    return performance.now() - start;
  }, options);
}

/** @param {Page} page */
function timeSeeds(page) {
  return page.evaluate(async () => {
    const lab = /** @type {MoonLabElement} */ (document.querySelector('moon-lab'));
    const start = performance.now();
    await lab.sweep({ x: { key: 'noise', values: [0.2] }, seeds: 1000, epochs: 300 });
    return performance.now() - start;
  });
}

/**
 * With the panel, whose table fills.
 *
 * @param {import('../browser/support.js').Site} site
 * @param {'light' | 'dark'} colorScheme
 */
async function watchFrames(site, colorScheme) {
  const before = (/** @type {Page} */ page) => page.addInitScript(pretendCores, 2);
  /** @type {number[]} */
  const busy = [];
  for (let sweep = 0; sweep < WATCHED_SWEEPS; sweep += 1) {
    await site.visit({ colorScheme, before }, async (page) => {
      await waitForState(page, 'ready');
      await page.getByRole('heading', { name: 'Sweep', exact: true }).click();
      const panel = page.locator('.panel-sweep');
      await panel.getByLabel('Weight seeds each').fill('10');
      const { frames } = await traceMainThread(page, async () => {
        const ending = panel.locator('.effort-status').evaluate(untilItEnds);
        await panel.getByRole('button', { name: 'Start sweep' }).click();
        await ending;
      });
      busy.push(...frames.map((frame) => frame.busy));
    });
  }
  return quantile(busy, 0.95);
}

/**
 * Runs in the page: to ask it all the time would be work of its frames.
 *
 * @param {Element} status of the sweep
 */
function untilItEnds(status) {
  return new Promise((resolve) => {
    const look = () => {
      if (status.textContent?.includes('runs in')) resolve(observer.disconnect());
    };
    const observer = new MutationObserver(look);
    observer.observe(status, { childList: true, characterData: true, subtree: true });
  });
}
