import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../cmake/requirements.js';
import { serveFolder } from '../../cmake/server.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A page that no other can look into has a clock of 5 µs instead of 100. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** The page, with the functions that page/bench.js puts there. */
export async function openBench() {
  const server = await serveFolder(ROOT, { headers: ISOLATION });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? chromiumPath(),
    // Without a user of its own, as in a container, Chromium has no sandbox to offer.
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`${server.origin}/tests/bench/page/index.html`);
  await page.waitForFunction(() => 'bench' in window);

  /**
   * @param {'prepare' | 'compare' | 'measure'} name
   * @param {unknown} [argument]
   * @returns {Promise<any>}
   */
  const call = (name, argument) =>
    page.evaluate(
      ([method, value]) => /** @type {any} */ (window).bench[method](value),
      /** @type {[string, any]} */ ([name, argument]),
    );
  return {
    version: `Chromium ${browser.version()}`,
    /** @param {{ samples: number[], widths: number[] }} growth */
    prepare: (growth) => /** @type {Promise<string[]>} */ (call('prepare', growth)),
    compare: () => /** @type {Promise<import('./targets.js').Comparison[]>} */ (call('compare')),
    /** @param {string} name */
    measure: (name) => /** @type {Promise<number[]>} */ (call('measure', name)),
    async close() {
      await browser.close();
      server.close();
    },
  };
}
