/**
 * Puts the lab into a page of every host that is named, or of all:
 *
 *     node --test-reporter=spec tests/hosts/hosts.test.js [NAME…]
 *
 * and leaves a picture of each in build/hosts/, light and dark.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';

import { chromiumPath } from '../../cmake/requirements.js';
import { serveFolder } from '../../cmake/server.js';
import { linger } from '../browser/support.js';
import { BUILD, buildHost } from './build.js';
import {
  assertKeyIsTheHosts,
  assertKeysAreKept,
  assertPointerMeansWhatIsUnderIt,
} from './hands.js';
import { hostNames, readHost } from './host.js';
import { assertFits, readLook } from './look.js';
import { labIsReady, ownMetrics, readSettings, SETTINGS, stepOnce, visitHost } from './page.js';

/** @typedef {import('./host.js').Host} Host */
/** @typedef {import('playwright-core').Page} Page */

const all = hostNames();
const named = process.argv.slice(2);
const unknown = named.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  throw new Error(`There is no host ${unknown.join(', ')}; there are: ${all.join(', ')}.`);
}

/** @type {import('playwright-core').Browser} */
let browser;
/** What a step comes to on the lab's own page. @type {unknown} */
let expected;
before(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  expected = await ownMetrics(browser);
});
after(() => browser.close());

const hosts = await Promise.all(
  (named.length > 0 ? named : all).map(async (name) => ({ name, host: await readHost(name) })),
);
describe('a lab in', { concurrency: 2 }, () => {
  for (const { name, host } of hosts) {
    test(`${host.title} (${name})`, async (t) => {
      const server = await serveFolder(await buildHost(name, host));
      const address = `${server.origin}/course/${host.page}`;
      /**
       * @param {string} what
       * @param {(page: Page) => Promise<unknown>} use
       */
      const check = (what, use) =>
        t.test(what, () =>
          visitHost(browser, address, host, async (page) => void (await use(page))),
        );
      try {
        await check('the lab takes its settings, and trains to the digits of its own page', train);
        await check('it fits, and can be read', async (page) => assertFits(await readLook(page)));
        await check('it is as light or dark as the page', (page) => followTheme(page, name, host));
        await check('the pointer means what is under it', assertPointerMeansWhatIsUnderIt);
        await check('keys pressed in the lab are none of the host', (page) => useKeys(page, host));
      } finally {
        server.close();
      }
    });
  }
});

/** @param {Page} page */
async function train(page) {
  assert.deepEqual(await readSettings(page), SETTINGS);
  assert.deepEqual(await stepOnce(page), expected);
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {Host} host
 */
async function followTheme(page, name, { turn }) {
  const assertSame = async (/** @type {string} */ when) => {
    const look = await readLook(page);
    assert.equal(look.lab, look.page, when);
    return look;
  };
  const photograph = (/** @type {string} */ theme) =>
    page.screenshot({ path: join(BUILD, `${name}-${theme}.png`) });

  await stepOnce(page);
  await assertSame('as it opens');
  await photograph('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await turned(page);
  await assertSame('where the system is dark');
  if (turn) {
    await page.emulateMedia({ colorScheme: 'light' });
    await turn(page);
    await turned(page);
    const { page: now } = await assertSame('after the switch of the page');
    assert.equal(now, 'dark', 'the switch turns the page');
  }
  await photograph('dark');
  if (!turn) return;
  await turn(page);
  await turned(page);
  await assertSame('after the switch has been turned back');
}

/**
 * @param {Page} page
 * @param {Host} host
 */
async function useKeys(page, { keys = [] }) {
  const address = page.url().split('#')[0];
  await assertKeysAreKept(page, keys);
  for (const key of keys) {
    await page.goto(address);
    await labIsReady(page);
    await assertKeyIsTheHosts(page, key);
  }
}

/**
 * Long enough, in frames, for what a page turns slowly: some pages have animations that end never or
 * are not their own.
 *
 * @param {Page} page
 */
async function turned(page) {
  for (let times = 0; times < 3; times += 1) await linger(page);
}
