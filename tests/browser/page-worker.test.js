/**
 * What a lab of another origin does to find out whether the page lets its worker start.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { violationsOf, watchViolations } from './course-page.js';
import { startSite } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const LAB = '<moon-lab loading="eager"></moon-lab>';

/**
 * A page that is answered to a form, and kept in no store.
 *
 * @param {string} policy
 * @param {(page: import('./support.js').Page, asked: string[]) => Promise<void>} use asked: how the
 *   page has been asked for
 */
async function visitAnswer(policy, use) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer(({ method, url }, response) => {
    const isForm = url === '/';
    if (!isForm) asked.push(String(method));
    response.writeHead(200, {
      'Content-Type': 'text/html',
      'Cache-Control': 'no-store',
      ...(isForm ? {} : { 'Content-Security-Policy': policy.replaceAll('ORIGIN', site.origin) }),
    });
    const body = isForm
      ? '<form action="/answer" method="post"><button>Send</button></form>'
      : `${LAB}${LAB}<script type="module" src="${site.origin}/dist/moon-lab.js"></script>`;
    response.end(
      `<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">${body}`,
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  try {
    const at = `http://127.0.0.1:${port}/`;
    const allowedMessages = /violates the following Content Security Policy/;
    await site.visit({ at, before: watchViolations, allowedMessages }, async (page) => {
      await page.getByRole('button', { name: 'Send' }).click();
      await page.waitForFunction(() =>
        [...document.querySelectorAll('moon-lab')].every(({ state }) => state === 'ready'),
      );
      await page.evaluate(() =>
        Promise.all([...document.querySelectorAll('moon-lab')].map((lab) => lab.step(5))),
      );
      await use(page, asked);
    });
  } finally {
    server.close();
  }
}

test('a page that answers a form is not asked for again, and may lack itself in connect-src', () =>
  visitAnswer(
    "default-src 'none'; img-src data:; script-src ORIGIN 'wasm-unsafe-eval'; connect-src ORIGIN; worker-src blob: ORIGIN",
    async (page, asked) => {
      assert.deepEqual(asked, ['POST']);
      assert.deepEqual(await violationsOf(page), []);
      assert.equal(page.workers().length, 2);
    },
  ));

test('a header that refuses the worker is met with once a page, and both labs train', () =>
  visitAnswer(
    "default-src 'none'; img-src data:; script-src ORIGIN 'wasm-unsafe-eval'; connect-src ORIGIN",
    async (page, asked) => {
      assert.deepEqual(asked, ['POST']);
      assert.deepEqual(await violationsOf(page), ['worker-src: blob']);
      assert.equal(page.workers().length, 0);
    },
  ));
