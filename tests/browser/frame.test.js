import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, visitCourse as visitCoursePage } from './course-page.js';
import { settle, startSite } from './support.js';
import { waitUntil } from './wait-until.js';

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
const heightOf = (page) =>
  page
    .locator('iframe')
    .first()
    .evaluate((frame) => frame.clientHeight);

/** @param {Frame} frame */
const contentHeight = (frame) =>
  frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

/**
 * Until all of the lab is there, the frame is as high as it, and stays so for some frames.
 *
 * @param {Page} page
 * @param {Frame} frame
 */
async function waitUntilFollowed(page, frame) {
  await frame.waitForFunction(
    () =>
      document.documentElement.hasAttribute('data-followed') &&
      document.querySelector('moon-lab')?.state === 'ready',
  );
  let last = -1;
  let same = 0;
  await waitUntil(async () => {
    await settle(page, 4);
    const height = await heightOf(page);
    same = height === last && height === (await contentHeight(frame)) ? same + 1 : 0;
    last = height;
    return same === 3;
  });
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
    await frame.waitForFunction(() => innerWidth === 360);
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
      // All that it has told so far is heard before its answer.
      const { id } = await ask(page, { type: 'moonlab:state' });
      const all = await page.evaluate(() => /** @type {any} */ (window).heard);
      const heard = all.slice(
        0,
        all.findIndex((/** @type {any} */ one) => one.id === id),
      );
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

test('nobody but the page around is answered', () =>
  visitCourse(
    {
      body: `${SCRIPT}${FRAME}<iframe src="stranger.html" title="Stranger"></iframe>`,
      files: { 'stranger.html': '<!doctype html><html lang="en"><title>Stranger</title>' },
      policy: `${FRAME_ONLY} 'self'; script-src ORIGIN 'self'`,
    },
    async (page, frame) => {
      await waitUntilFollowed(page, frame);
      const stranger = await page.locator('iframe').nth(1).elementHandle();
      const inside = await stranger?.contentFrame();
      assert.ok(inside);
      await Promise.all([page, inside].map(keepMessages));
      // The lab's own window, and another frame of the page, ask for all that there is.
      await frame.evaluate(askForAll, 'self');
      await inside.evaluate(askForAll, 'parent.frames[0]');
      // What came later from the stranger has come: so what it said to the lab before is there too.
      await page.waitForFunction(() => /** @type {any} */ (window).heard.includes('asked'));
      const answer = await ask(page, { type: 'moonlab:state' });
      assert.deepEqual(await messagesOf(page), ['asked', answer], 'only what the page has asked');
      assert.deepEqual(await messagesOf(inside), []);
      const config = await frame.evaluate(() => document.querySelector('moon-lab')?.config);
      assert.deepEqual([config?.seed, answer.state, answer.metrics.epoch], [7, 'ready', 0]);
    },
  ));

/**
 * Runs in a frame: has the lab's frame asked for everything, then tells the page.
 *
 * @param {string} whom the lab's frame, as this one sees it: `self` or `parent.frames[0]`
 */
function askForAll(whom) {
  const lab = whom === 'self' ? window : window.parent.frames[0];
  const id = 'a stranger';
  for (const message of [
    { type: 'moonlab:hello' },
    { type: 'moonlab:state', id },
    { type: 'moonlab:step', id },
    { type: 'moonlab:config', id, config: { seed: 1 } },
    { type: 'moonlab:nonsense', id },
  ]) {
    lab.postMessage(message, '*');
  }
  if (whom !== 'self') window.parent.postMessage('asked', '*');
}

/**
 * Has a page keep all that is said to it from now on.
 *
 * @param {Page | Frame} page
 */
const keepMessages = (page) =>
  page.evaluate(() => {
    /** @type {unknown[]} */
    const heard = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data }) => heard.push(data));
  });

/** @param {Page | Frame} page */
const messagesOf = (page) => page.evaluate(() => /** @type {any} */ (window).heard);

test('heights that are none are not taken', () =>
  visitCourse(SCRIPT + FRAME, async (page, frame) => {
    await waitUntilFollowed(page, frame);
    const taken = await page.locator('iframe').evaluateHandle((element) => {
      /** @type {string[]} */
      const heights = [];
      const observer = new MutationObserver((changes) =>
        heights.push(...changes.map(() => element.style.height)),
      );
      observer.observe(element, { attributes: true, attributeFilter: ['style'] });
      return heights;
    });
    // One that is taken comes last.
    await frame.evaluate(() => {
      for (const height of [NaN, -5, 0.001, 49, '900', [900], 20001, 1e9, Infinity, null, 777]) {
        window.parent.postMessage({ type: 'moonlab:height', height }, '*');
      }
    });
    await waitUntil(async () => (await heightOf(page)) === 777);
    assert.equal((await taken.jsonValue())[0], '777px');
  }));
