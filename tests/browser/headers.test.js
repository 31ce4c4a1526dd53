import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { serveFolder } from '../../cmake/server.js';
import { startSite } from './support.js';

/** @typedef {import('./support.js').Page} Page */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Of a page that wants to be isolated from all others, as for SharedArrayBuffer. */
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const SHARED = { 'Access-Control-Allow-Origin': '*' };

/** @type {import('./support.js').Site} */
let site;
/** Somebody's pages. @type {string} */
let folder;
before(async () => {
  site = await startSite();
  folder = await mkdtemp(join(tmpdir(), 'moonlab-headers-'));
  await writeFile(join(folder, 'favicon.ico'), '');
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/**
 * An isolated page, and the lab's files on another host.
 *
 * @param {Record<string, string>} headers of the lab's files
 * @param {(origin: string) => string} body of the page, by the origin of the files
 * @param {(page: Page) => Promise<void>} use
 */
async function visitIsolated(headers, body, use) {
  const files = await serveFolder(ROOT, { headers });
  const course = await serveFolder(folder, { headers: ISOLATED });
  try {
    const html = `<!doctype html><html lang="en"><title>A course</title><body>${body(files.origin)}`;
    await writeFile(join(folder, 'index.html'), html);
    await site.visit({ at: `${course.origin}/index.html`, mayAsk: [files.origin] }, use);
  } finally {
    files.close();
    course.close();
  }
}

/** @param {import('playwright-core').Page | import('playwright-core').Frame} place */
async function assertItTrainsIsolated(place) {
  await place.waitForFunction(() => document.querySelector('moon-lab')?.state === 'ready');
  const { epoch, isolated } = await place.evaluate(async () => {
    const lab = document.querySelector('moon-lab');
    await lab?.step(2);
    return { epoch: lab?.metrics?.epoch, isolated: crossOriginIsolated };
  });
  assert.equal(epoch, 2);
  assert.equal(isolated, true);
}

const lab = (/** @type {string} */ origin) =>
  `<moon-lab loading="eager"></moon-lab><script type="module" src="${origin}/dist/moon-lab.js"></script>`;

test('an isolated page has the lab of another host that sends Access-Control-Allow-Origin, in a worker', () =>
  visitIsolated(SHARED, lab, async (page) => {
    await assertItTrainsIsolated(page);
    assert.equal(page.workers().length, 1);
  }));

test('an isolated page has the frame of another host that sends both headers of its own', () =>
  visitIsolated(
    { ...ISOLATED, 'Cross-Origin-Resource-Policy': 'cross-origin' },
    (origin) =>
      `<iframe src="${origin}/dist/frame.html" allow="cross-origin-isolated" title="The lab" height="900"></iframe>`,
    async (page) => {
      await assertItTrainsIsolated(page.frames()[1]);
      assert.equal(page.workers().length, 1);
    },
  ));
