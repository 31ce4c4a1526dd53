/// <reference path="../../web/element/vite.d.ts" />
/// <reference path="../../web/element/moon-lab.d.ts" />

/**
 * The built site in a headless browser, from a folder of a static host that sends a strict policy.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../cmake/requirements.js';
import { serveFolder } from '../../cmake/server.js';
import { labsOf } from './labs-of.js';
import { Pages } from './pages.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContextOptions} BrowserContextOptions */
/** @typedef {import('../../web/state/types.js').Config} Config */
/** @typedef {import('../../web/state/types.js').Metrics} Metrics */

/**
 * @typedef {object} Site
 * @property {string} origin
 * @property {(options: VisitOptions, use: (page: Page) => Promise<void>) => Promise<void>} visit
 *   opens a page for `use`, and fails if it wrote to the console or asked another host for anything
 * @property {() => Promise<void>} close
 *
 * @typedef {BrowserContextOptions & { query?: string, path?: string, at?: string, before?: (page: Page) => Promise<unknown>,
 *   allowedMessages?: RegExp, mayAsk?: string[] }} VisitOptions `before` is called with the empty page;
 *   `at` is the whole address of a page of another origin; `mayAsk` begin addresses that are not the
 *   page's own
 */

/** The project: its dist/ is then a sub-folder of the host. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SITE_PATH = '/dist/index.html';

/** All that the site should need: its own files, and WebAssembly. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
].join('; ');

/**
 * The built site on a host of its own, which another page may take from.
 *
 * @param {Record<string, string>} [headers] that it sends besides
 * @param {string} [folder] that holds it
 */
export function serveSite(headers, folder = ROOT) {
  return serveFolder(folder, {
    headers: { 'Content-Security-Policy': POLICY, 'Access-Control-Allow-Origin': '*', ...headers },
  });
}

/** The browser of this process, as long as somebody uses it. @type {Promise<Browser> | null} */
let browserInUse = null;
let users = 0;

function takeBrowser() {
  users += 1;
  browserInUse ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? chromiumPath(),
    // Without a user of its own, as in a container, Chromium has no sandbox to offer.
    args: ['--no-sandbox'],
  });
  return browserInUse;
}

async function leaveBrowser() {
  users -= 1;
  if (users > 0) return;
  const browser = await browserInUse;
  browserInUse = null;
  await browser?.close();
}

/**
 * @param {Record<string, string>} [headers] that its host sends besides
 * @returns {Promise<Site>}
 */
export async function startSite(headers) {
  const [server, browser] = await Promise.all([serveSite(headers), takeBrowser()]);
  const pages = new Pages(browser, server.origin);

  /** @type {Site['visit']} */
  async function visit(options, use) {
    const {
      query = '',
      path = SITE_PATH,
      at = `${server.origin}${path}${query}`,
      before,
      allowedMessages,
      mayAsk = [],
      ...contextOptions
    } = options;
    const page = await pages.take(contextOptions, { isOwn: Boolean(before ?? options.at) });
    const seen = watch(page, [
      server.origin,
      ...mayAsk,
      at.startsWith('file:') ? at.split('#')[0] : new URL(at).origin,
    ]);
    try {
      await before?.(page);
      await page.goto(at);
      await use(page);
      const unexpected = seen.messages.filter((message) => !allowedMessages?.test(message));
      assert.deepEqual(unexpected, [], 'nothing is written to the console');
      assert.deepEqual(seen.foreignRequests, [], 'no other host is asked for anything');
      await pages.giveBack(page);
    } catch (error) {
      const labs = await labsOf(page);
      await page.context().close();
      if (error instanceof Error) error.message += `\n${[...seen.messages, ...labs].join('\n')}`;
      throw error;
    }
  }

  return {
    origin: server.origin,
    visit,
    async close() {
      await leaveBrowser();
      server.close();
    },
  };
}

/**
 * @param {Page} page
 * @param {string[]} origins that may be asked
 */
function watch(page, origins) {
  /** @type {string[]} */
  const messages = [];
  /** @type {string[]} */
  const foreignRequests = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
  page.on('request', (request) => {
    // What the page holds itself asks nobody.
    const own = [...origins, 'blob:', 'data:'];
    if (!own.some((start) => request.url().startsWith(start))) foreignRequests.push(request.url());
  });
  return { messages, foreignRequests };
}

/**
 * @param {Page} page
 * @returns {Promise<{ state: string, config: Config, metrics: Metrics, epochs: number,
 *   query: string }>} what the first lab of the page says of itself
 */
export function readLab(page) {
  return page.evaluate(() => {
    const lab = document.querySelector('moon-lab');
    if (!lab?.metrics) throw new Error('There is no experiment yet');
    const { state, config, metrics, query } = lab;
    return { state, config, metrics, query, epochs: lab.history.epoch.length };
  });
}

/**
 * @param {Page} page
 * @param {string[]} states
 */
export async function waitForState(page, ...states) {
  await page.waitForFunction(
    (wanted) => wanted.includes(document.querySelector('moon-lab')?.state ?? ''),
    states,
  );
}

/**
 * @param {Page} page
 * @param {number} epoch
 */
export async function waitForEpoch(page, epoch) {
  await page.waitForFunction(
    (wanted) => (document.querySelector('moon-lab')?.metrics?.epoch ?? 0) >= wanted,
    epoch,
  );
}

/**
 * What a canvas shows now, once everything asked for has been drawn.
 *
 * @param {Page} page
 * @param {string} name accessible name
 * @returns {Promise<string>} a hash
 */
export async function picture(page, name) {
  await settle(page);
  const image = await page
    .getByRole('img', { name, exact: true })
    .evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());
  return createHash('sha256').update(image).digest('hex');
}

/**
 * Lets animation frames pass: with two, everything is drawn in the first, and shown after the second.
 *
 * @param {Page | import('playwright-core').Frame} page
 * @param {number} [count]
 */
export async function settle(page, count = 2) {
  await page.evaluate(async (frames) => {
    for (let left = frames; left > 0; left -= 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, count);
}

/**
 * Lets pass what a page does by the clock, as far as it does anything: counted in frames, of which a
 * busy machine has fewer.
 *
 * @param {Page | import('playwright-core').Frame} page
 */
export function linger(page) {
  return settle(page, 20);
}

/**
 * A worker that is ended is gone a little later.
 *
 * @param {Page} page
 * @param {number} count
 */
export function leavesWorkers(page, count) {
  return waitUntil(async () => page.workers().length === count);
}

/**
 * Opens what is folded among the controls.
 *
 * @param {Page} page
 */
export async function unfoldControls(page) {
  const folded =
    '.group-toggle[aria-expanded=false]:visible, .fold-group:not([open]) > summary:visible';
  const first = page.locator(folded).first();
  while ((await first.count()) > 0) await first.click();
}

/**
 * @param {Page} page
 * @param {string} name
 */
export function button(page, name) {
  return page.getByRole('button', { name, exact: true });
}

/**
 * @param {Page} page
 * @param {string} name of a data set: the picture by which it is chosen
 */
export function dataSet(page, name) {
  return page
    .getByRole('radiogroup', { name: 'Data set', exact: true })
    .getByRole('radio', { name, exact: true });
}

/**
 * Collects the details of a lab's events from now on.
 *
 * @param {Page} page
 * @param {string} type
 * @returns {Promise<() => Promise<any[]>>} reads what has come so far
 */
export async function listen(page, type) {
  const list = await page.evaluateHandle((name) => {
    /** @type {unknown[]} */
    const details = [];
    document.addEventListener(name, (event) => {
      details.push(/** @type {CustomEvent} */ (event).detail);
    });
    return details;
  }, type);
  return () => list.jsonValue();
}
