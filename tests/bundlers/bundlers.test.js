import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveFolder } from '../../cmake/server.js';
import { startSite, waitForState } from '../browser/support.js';
import { buildProject, BUNDLERS, packPackage, SERVERS, serveProject } from './projects.js';

/** @type {import('../browser/support.js').Site} */
let site;
/** As the strictest of courses' pages send it. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'";

/** What the site's own lab comes to. @type {string} */
let expected;

before(async () => {
  packPackage();
  site = await startSite();
  await site.visit({ query: '?layers=4' }, async (page) => {
    expected = await trainAStep(page);
  });
});
after(() => site.close());

/**
 * @param {import('../browser/support.js').Page} page
 * @returns {Promise<string>} the digits
 */
async function trainAStep(page) {
  await waitForState(page, 'ready');
  return page.evaluate(async () => {
    const lab = document.querySelector('moon-lab');
    await lab?.step(3);
    return JSON.stringify(lab?.metrics);
  });
}

/**
 * Fails on anything in the console, and so on a file that is not there; and on requests to others.
 *
 * @param {string} origin
 */
async function assertSameDigits(origin) {
  const options = { at: `${origin}/index.html`, allowedMessages: /^debug: \[vite\] connect/ };
  await site.visit(options, async (page) => {
    assert.equal(await trainAStep(page), expected);
    assert.equal(page.workers().length, 1, 'in a worker');
  });
}

describe('the package, as it comes', { concurrency: 2 }, () => {
  for (const name of Object.keys(BUNDLERS)) {
    const isStrict = name.startsWith('Vite');
    const where = isStrict ? ' under a strict policy' : '';
    test(`built with ${name}, the lab trains${where} to the same digits`, async () => {
      const headers = isStrict ? { 'Content-Security-Policy': POLICY } : undefined;
      const host = await serveFolder(await buildProject(name), { headers });
      try {
        await assertSameDigits(host.origin);
      } finally {
        host.close();
      }
    });
  }

  for (const [name, program] of Object.entries(SERVERS)) {
    test(`on ${name}, unconfigured, the lab trains to the same digits`, async () => {
      const server = await serveProject(name, program);
      try {
        await assertSameDigits(server.origin);
      } finally {
        server.close();
      }
    });
  }
});
