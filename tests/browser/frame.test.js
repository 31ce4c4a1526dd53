import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serveFolder } from '../../cmake/server.js';
import { startSite } from './support.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * A course page of another origin, whose policy allows the frame and the script that follows it.
 *
 * @param {string} body `ORIGIN` stands for the site's
 * @param {(page: Page, frame: Frame) => Promise<void>} use
 */
async function visitCourse(body, use) {
  const folder = await mkdtemp(join(tmpdir(), 'moonlab-course-'));
  const policy = `default-src 'none'; frame-src ${site.origin}; script-src ${site.origin}; img-src data:`;
  const course = await serveFolder(folder, { headers: { 'Content-Security-Policy': policy } });
  try {
    await writeFile(
      join(folder, 'index.html'),
      `<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,"><body>${body.replaceAll('ORIGIN', site.origin)}`,
    );
    await site.visit({ at: `${course.origin}/index.html` }, async (page) => {
      const handle = await page.waitForSelector('iframe');
      const frame = /** @type {Frame} */ (await handle.contentFrame());
      await use(page, frame);
    });
  } finally {
    course.close();
    await rm(folder, { recursive: true });
  }
}

const FRAME =
  '<iframe src="ORIGIN/dist/frame.html?dataset=circles&seed=7&layers=4" title="Lab" width="900"></iframe>';
const SCRIPT = '<script src="ORIGIN/dist/moon-lab-frame.js"></script>';

/** @param {Page} page */
const heightOf = (page) => page.locator('iframe').evaluate((frame) => frame.clientHeight);

/** @param {Frame} frame */
const contentHeight = (frame) =>
  frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

/**
 * Until the frame is as high as its content, and stays so.
 *
 * @param {Page} page
 * @param {Frame} frame
 */
async function waitUntilFollowed(page, frame) {
  await frame.waitForFunction(() => document.documentElement.hasAttribute('data-followed'));
  let last = -1;
  for (let same = 0; same < 3;) {
    await page.waitForTimeout(150);
    const height = await heightOf(page);
    same = height === last && height === (await contentHeight(frame)) ? same + 1 : 0;
    last = height;
  }
}

test('a framed lab of another origin is set up by its address, trains, and is as high as it asks', () =>
  visitCourse(SCRIPT + FRAME, async (page, frame) => {
    await frame.waitForFunction(() => document.querySelector('moon-lab')?.state === 'ready');
    await waitUntilFollowed(page, frame);
    const scroll = await frame.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(scroll <= (await heightOf(page)), 'nothing to scroll inside');
    const config = await frame.evaluate(() => document.querySelector('moon-lab')?.config);
    assert.deepEqual(
      [config?.dataset, config?.seed, config?.layers],
      ['circles', 7, [4]],
      'as in the address',
    );
    await frame.getByRole('button', { name: 'Train', exact: true }).click();
    await frame.waitForFunction(
      () => (document.querySelector('moon-lab')?.metrics?.epoch ?? 0) > 20,
    );
  }));

test('the height follows what is opened, what is hidden and a narrower page', () =>
  visitCourse(FRAME + SCRIPT, async (page, frame) => {
    await waitUntilFollowed(page, frame);
    const start = await heightOf(page);
    await frame.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { hide: ['inside', 'loss', 'accuracy', 'metrics'] };
    });
    await page.waitForFunction(
      (old) => document.querySelector('iframe')?.clientHeight !== old,
      start,
    );
    await waitUntilFollowed(page, frame);
    assert.ok((await heightOf(page)) < start);
    await page.locator('iframe').evaluate((element) => element.setAttribute('width', '360'));
    await page.waitForTimeout(300);
    await waitUntilFollowed(page, frame);
    const [inner, outer] = [await contentHeight(frame), await heightOf(page)];
    assert.equal(inner, outer);
  }));

test('the page around hears Canvas’s message and our own, and what the lab has to tell', () =>
  site.visit(
    {
      path: '/course/canvas.html',
      before: (page) =>
        page.route('**/course/canvas.html', (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: `<!doctype html><html lang="en"><title>Canvas</title><link rel="icon" href="data:,"><body>
              <iframe src="/dist/frame.html?epochs=3&autoplay" title="Lab" width="800" height="700"></iframe>
              <script>
                heard = [];
                addEventListener('message', (event) => heard.push(event.data));
              </script>`,
          }),
        ),
    },
    async (page) => {
      await page.waitForFunction(() =>
        /** @type {any} */ (window).heard.some((/** @type {any} */ one) => one.name === 'finish'),
      );
      await page.waitForTimeout(300);
      const heard = await page.evaluate(() => /** @type {any} */ (window).heard);
      const own = heard.filter((/** @type {any} */ one) => one.type === 'moonlab:height');
      const canvas = heard.filter((/** @type {any} */ one) => one.subject === 'lti.frameResize');
      assert.ok(own.length > 0 && own.length === canvas.length);
      assert.equal(canvas.at(-1).height, own.at(-1).height);
      assert.ok(own.length < 8, `told ${own.length} times`);
      const events = heard.filter((/** @type {any} */ one) => one.type === 'moonlab:event');
      assert.deepEqual(
        events.map((/** @type {any} */ one) => one.name),
        ['ready', 'finish'],
      );
      assert.equal(events[1].detail.epoch, 3);
      // A page that does not follow: the frame scrolls rather than cutting its content off.
      const frame = page.frames()[1];
      assert.equal(
        await frame.evaluate(() => document.documentElement.hasAttribute('data-followed')),
        false,
      );
    },
  ));

test('nobody but the page around is answered, and heights that are none are not taken', () =>
  visitCourse(SCRIPT + FRAME, async (page, frame) => {
    await waitUntilFollowed(page, frame);
    const start = await heightOf(page);
    await frame.evaluate(() => {
      for (const height of [NaN, -5, '900', 1e9, null]) {
        window.parent.postMessage({ type: 'moonlab:height', height }, '*');
      }
      window.postMessage({ type: 'moonlab:hello' }, '*');
    });
    await page.waitForTimeout(200);
    assert.equal(await heightOf(page), start);
  }));

test('an unknown or markup-ridden address is told, and nothing of it runs', () =>
  site.visit(
    {
      path: '/dist/frame.html',
      query: '?seed=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&%3Cb%3E=1&lang=%22%3E%3Cscript%3E',
    },
    async (page) => {
      await page.waitForFunction(() => document.querySelector('moon-lab')?.state === 'ready');
      await page.getByText('onerror').first().waitFor();
      assert.equal(await page.locator('img, b').count(), 0);
    },
  ));
