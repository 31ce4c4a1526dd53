import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  button,
  listen,
  readLab,
  settle,
  startSite,
  waitForEpoch,
  waitForState,
} from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** In each of them a lab asks for another frame of training. */
const FRAMES = 20;

/** @param {Page} page */
const epoch = async (page) => (await readLab(page)).metrics.epoch;

/**
 * Lets pass frames in which a training lab would have asked for more, and what its worker had to do
 * before it answers something else.
 *
 * @param {Page} page
 */
const wouldHaveTrained = (page) =>
  page.evaluate(async (frames) => {
    // Where the page is given none, it has kept them for the test.
    const request = /** @type {any} */ (window).givenFrame ?? requestAnimationFrame;
    for (let left = frames; left > 0; left -= 1) await new Promise((resolve) => request(resolve));
    await document.querySelector('moon-lab')?.exportModel();
    await new Promise((resolve) => request(resolve));
  }, FRAMES);

test('a lab taken out of the page ends its worker, and starts afresh when put back', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Train').click();
    await waitForEpoch(page, 5);
    assert.equal(page.workers().length, 1);
    const gone = page.workers()[0].waitForEvent('close');
    const lab = await page.evaluateHandle(() => {
      const element = document.querySelector('moon-lab');
      element?.remove();
      return element;
    });
    await gone;
    assert.equal(page.workers().length, 0);

    await lab.evaluate((element) => element && document.querySelector('main')?.prepend(element));
    await waitForState(page, 'ready');
    assert.equal(await epoch(page), 0);
    assert.equal(page.workers().length, 1);
  }));

test('a lab that is moved within the page goes on', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => document.querySelector('moon-lab')?.step(10));
    const [worker] = page.workers();
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) document.querySelector('main')?.append(lab);
    });
    await settle(page);
    assert.equal(await epoch(page), 10);
    assert.deepEqual(page.workers(), [worker]);
  }));

test('without animation frames, as in a hidden tab, nothing is trained', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Train').click();
    await waitForEpoch(page, 5);
    await page.evaluate(() => {
      const request = window.requestAnimationFrame;
      /** @type {FrameRequestCallback[]} */
      const held = [];
      window.requestAnimationFrame = (callback) => held.push(callback);
      Object.assign(window, {
        givenFrame: request,
        show() {
          window.requestAnimationFrame = request;
          for (const callback of held) request(callback);
        },
      });
    });
    await wouldHaveTrained(page);
    const hidden = await epoch(page);
    await wouldHaveTrained(page);
    assert.equal(await epoch(page), hidden);
    assert.equal((await readLab(page)).state, 'training');
    await page.evaluate(() => /** @type {any} */ (window).show());
    await waitForEpoch(page, hidden + 1);
  }));

test('off screen nothing is trained', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Train').click();
    await waitForEpoch(page, 5);
    await page.evaluate(() => {
      const spacer = document.createElement('div');
      spacer.style.height = '300vh';
      document.body.prepend(spacer);
      scrollTo(0, 0);
    });
    await wouldHaveTrained(page);
    const hidden = await epoch(page);
    await wouldHaveTrained(page);
    assert.equal(await epoch(page), hidden);
    await page.evaluate(() => document.querySelector('moon-lab')?.scrollIntoView());
    await waitForEpoch(page, hidden + 1);
  }));

test('where no worker can start, the page trains by itself', () =>
  site.visit(
    {
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, 'Worker', { value: undefined });
        }),
    },
    async (page) => {
      await waitForState(page, 'ready');
      await button(page, 'Train').click();
      await page.waitForFunction(
        () => (document.querySelector('moon-lab')?.metrics?.testAccuracy ?? 0) >= 0.95,
      );
      await button(page, 'Pause').click();
      await waitForState(page, 'paused');
      assert.equal(page.workers().length, 0);
    },
  ));

test('an engine that cannot be loaded is reported, and Reset tries again', () =>
  site.visit(
    {
      before: (page) => page.route('**/*.wasm', (route) => route.fulfill({ status: 404 })),
      allowedMessages: /404/,
    },
    async (page) => {
      await waitForState(page, 'failed');
      await page.getByRole('listitem').filter({ hasText: 'answered 404' }).waitFor();
      const errors = await listen(page, 'error');
      await button(page, 'Reset').click();
      await page.waitForFunction(() => document.querySelector('moon-lab')?.state === 'failed');
      await page.getByRole('listitem').filter({ hasText: 'answered 404' }).waitFor();
      assert.deepEqual(
        (await errors()).map(({ type }) => type),
        ['engine'],
      );
      await page.unroute('**/*.wasm');
      await button(page, 'Reset').click();
      await waitForState(page, 'ready');
    },
  ));
