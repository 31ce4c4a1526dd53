import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitCourse as visitCoursePage } from './course-page.js';
import { startSite } from './support.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** What a page must allow for the frame alone. */
const FRAME_ONLY = "default-src 'none'; frame-src ORIGIN";

/**
 * A course page of another origin with a frame, and perhaps scripts that follow it.
 *
 * @param {string | Partial<import('./course-page.js').Course>} course
 * @param {(page: Page, frame: Frame) => Promise<void>} use
 */
function visitCourse(course, use) {
  const whole = typeof course === 'string' ? { body: course } : { body: FRAME, ...course };
  const policy = `${FRAME_ONLY}; script-src ORIGIN 'self'`;
  return visitCoursePage(site, { policy, ...whole }, async (page) => {
    const handle = await page.waitForSelector('iframe');
    await use(page, /** @type {Frame} */ (await handle.contentFrame()));
  });
}

const FRAME =
  '<iframe src="ORIGIN/dist/frame.html?dataset=circles&seed=7&layers=4" title="Lab" width="900"></iframe>';
const LOW_FRAME = FRAME.replace('width', 'height="400" width');
const CANVAS = '<script src="canvas.js"></script>';
/** As the learning platform follows its tools. */
const CANVAS_SCRIPT = `addEventListener('message', ({ source, data }) => {
  if (data.subject !== 'lti.frameResize') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = data.height + 'px';
  }
});`;
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

test('a page that allows the frame and nothing else has a lab that trains, and scrolls in the frame', () =>
  visitCourse({ policy: FRAME_ONLY, body: LOW_FRAME }, async (page, frame) => {
    await frame.waitForFunction(() => document.querySelector('moon-lab')?.state === 'ready');
    await frame.getByRole('button', { name: 'Train', exact: true }).click();
    await frame.waitForFunction(
      () => (document.querySelector('moon-lab')?.metrics?.epoch ?? 0) > 20,
    );
    assert.equal(await heightOf(page), 400);
    const below = await frame.evaluate(() => {
      scrollTo(0, 1e6);
      return scrollY + innerHeight - document.documentElement.scrollHeight;
    });
    assert.ok(Math.abs(below) <= 1, 'down to the end of the lab');
  }));

test('Canvas’s own script gives the frame its height, whichever is there first', async () => {
  for (const body of [CANVAS + LOW_FRAME, LOW_FRAME + CANVAS]) {
    const files = { 'canvas.js': CANVAS_SCRIPT };
    await visitCourse(
      { body, files, policy: `${FRAME_ONLY}; script-src 'self'` },
      waitUntilFollowed,
    );
  }
});

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
      assert.ok(own.length > 0);
      for (const subject of ['lti.frameResize', 'org.imsglobal.lti.frameResize']) {
        const platform = heard.filter((/** @type {any} */ one) => one.subject === subject);
        assert.equal(own.length, platform.length, subject);
        assert.equal(platform.at(-1).height, own.at(-1).height);
      }
      assert.ok(own.length < 8, `told ${own.length} times`);
      const events = heard.filter((/** @type {any} */ one) => one.type === 'moonlab:event');
      const names = events.map((/** @type {any} */ one) => one.name);
      assert.deepEqual(
        names.filter((/** @type {string} */ name) => name !== 'progress'),
        ['ready', 'finish'],
      );
      assert.ok(names.includes('progress'));
      assert.equal(events.at(-1).detail.epoch, 3);
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
      for (const height of [NaN, -5, 0.001, 49, '900', [900], 1e9, Infinity, null]) {
        window.parent.postMessage({ type: 'moonlab:height', height }, '*');
      }
      window.postMessage({ type: 'moonlab:hello' }, '*');
    });
    await page.waitForTimeout(200);
    assert.equal(await heightOf(page), start);
  }));

test('a page around can say whatever it likes: the lab in the frame stays as it was', () =>
  visitCourse(SCRIPT + FRAME, async (page, frame) => {
    await frame.waitForFunction(() => document.querySelector('moon-lab')?.state === 'ready');
    const look = () =>
      frame.evaluate(() => [document.querySelector('moon-lab')?.query, document.title]);
    const former = await look();
    await page.evaluate(() => {
      const inside = /** @type {Window} */ (document.querySelector('iframe')?.contentWindow);
      const markup = '<img src=x onerror="document.title = 1">';
      /** @type {unknown[]} */
      const messages = [null, undefined, 5, NaN, markup, [markup], {}, new ArrayBuffer(1e6)];
      messages.push(
        { type: markup },
        { type: 'moonlab:hello', height: markup, config: { seed: 1 } },
      );
      messages.push(
        { type: 'moonlab:config', config: 'seed=1' },
        { type: 'moonlab:config', seed: 1 },
        { subject: 'moonlab:config', config: { seed: 1 } },
        { subject: 'lti.frameResize' },
      );
      messages.push(JSON.parse('{ "__proto__": { "type": "moonlab:hello" }, "seed": 1 }'));
      for (const message of messages) inside.postMessage(message, '*');
    });
    await waitUntilFollowed(page, frame);
    assert.deepEqual(await look(), former);
    assert.equal(await frame.locator('img').count(), 0);
  }));
