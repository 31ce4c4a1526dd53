/** A host's page in Chromium, and what its lab says. */

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';

import { serveFolder } from '../../cmake/server.js';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */

/** What the lab of every host is set to. */
export const SETTINGS = { dataset: 'circles', learningRate: 0.1 };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VIEWPORT = { width: 1280, height: 900 };

/**
 * @param {Browser} browser
 * @returns {Promise<unknown>} what a step comes to on the lab's own page
 */
export async function ownMetrics(browser) {
  const server = await serveFolder(ROOT);
  const page = await browser.newPage();
  try {
    const { dataset, learningRate } = SETTINGS;
    await page.goto(
      `${server.origin}/dist/index.html?dataset=${dataset}&learning-rate=${learningRate}`,
    );
    await labIsReady(page);
    return await stepOnce(page);
  } finally {
    await page.close();
    server.close();
  }
}

/**
 * Opens the page of a host for `use`, and fails if anything was written to the console, or anybody
 * else asked for anything, but by the host itself.
 *
 * @param {Browser} browser
 * @param {string} address
 * @param {import('./host.js').Host} host
 * @param {(page: Page) => Promise<void>} use
 */
export async function visitHost(browser, address, { asks, says }, use) {
  const { origin } = new URL(address);
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  /** @type {string[]} */
  const messages = [];
  /** @type {string[]} */
  const foreign = [];
  const isOthers = (/** @type {string} */ url) =>
    ![origin, 'blob:', 'data:'].some((start) => url.startsWith(start));
  page.on('console', (message) => {
    const { url } = message.location();
    if (url && isOthers(url)) return;
    messages.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
  await page.route(
    (url) => isOthers(url.href),
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  try {
    await page.goto(address);
    await labIsReady(page);
    await use(page);
    assert.deepEqual(
      messages.filter((message) => !says?.test(message)),
      [],
      'nothing is written to the console',
    );
    assert.deepEqual(
      foreign.filter((url) => !asks?.test(url)),
      [],
      'nobody else is asked for anything',
    );
  } finally {
    await context.close();
  }
}

/** @param {Page} page */
export async function labIsReady(page) {
  await page.locator('moon-lab').first().scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('moon-lab')?.state === 'ready');
}

/**
 * @param {Page} page
 * @returns {Promise<unknown>} the lab's metrics after a step
 */
export function stepOnce(page) {
  return page.evaluate(async () => {
    const lab = document.querySelector('moon-lab');
    await lab?.step(1);
    return lab?.metrics;
  });
}

/** @param {Page} page */
export function readSettings(page) {
  return page.evaluate(() => {
    const { dataset, learningRate } = /** @type {HTMLElementTagNameMap['moon-lab']} */ (
      document.querySelector('moon-lab')
    ).config;
    return { dataset, learningRate };
  });
}
