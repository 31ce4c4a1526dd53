/**
 * Pages that isolate themselves, and what the lab's host must send for them.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { serveFolder } from '../../cmake/server.js';
import { startSite, waitForEpoch, waitForState } from './support.js';

const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const FOR_ISOLATED = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};
const BLOCKED = /ERR_BLOCKED_BY_RESPONSE/;

/**
 * @param {string} body of an isolated page of another origin; `ORIGIN` stands for the site's
 * @param {(page: import('./support.js').Page) => Promise<void>} use
 * @param {{ headers?: Record<string, string>, allowedMessages?: RegExp }} [options] headers: what the
 *   site's host sends besides
 */
async function visitIsolated(body, use, { headers, ...options } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'moonlab-isolated-'));
  const site = await startSite(headers);
  const course = await serveFolder(folder, { headers: ISOLATED });
  const page =
    '<!doctype html><html lang="en"><title>Isolated</title><link rel="icon" href="data:,">' + body;
  await writeFile(join(folder, 'index.html'), page.replaceAll('ORIGIN', site.origin));
  try {
    await site.visit({ at: `${course.origin}/index.html`, ...options }, use);
  } finally {
    await site.close();
    course.close();
    await rm(folder, { recursive: true });
  }
}

const FRAME =
  '<iframe src="ORIGIN/dist/frame.html?epochs=20&autoplay" title="Lab" height="900"></iframe>' +
  '<script src="ORIGIN/dist/moon-lab-frame.js" crossorigin></script>';

/** @param {import('./support.js').Page} page */
async function framedLabTrains(page) {
  const frame = page.frames()[1];
  await frame.waitForFunction(() => document.querySelector('moon-lab')?.state === 'finished');
  assert.equal(page.workers().length, 1);
  await frame.waitForFunction(() => document.documentElement.hasAttribute('data-followed'));
}

test('in a page that isolates itself, a lab of a host that sends CORS alone trains in its worker', () =>
  visitIsolated(
    '<moon-lab autoplay></moon-lab><script type="module" src="ORIGIN/dist/moon-lab.js"></script>',
    async (page) => {
      await waitForState(page, 'training');
      await waitForEpoch(page, 20);
      assert.equal(await page.evaluate(() => crossOriginIsolated), true);
      assert.equal(page.workers().length, 1);
    },
  ));

test('a frame there needs two headers of its host', async () => {
  await visitIsolated(FRAME, framedLabTrains, { headers: FOR_ISOLATED });
  await visitIsolated(
    FRAME,
    async (page) => {
      await page.waitForFunction(() => document.querySelector('iframe')?.contentWindow);
      assert.match(page.frames()[1].url(), /^chrome-error:/);
    },
    { allowedMessages: BLOCKED },
  );
});

test('or none, where the frame is without credentials', () =>
  visitIsolated(FRAME.replace('<iframe', '<iframe credentialless'), framedLabTrains));
