import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { listen, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const CONTENT =
  '<p slot="poster">A poster of two moons</p><p slot="fallback">Here is a film instead</p>';
const LAB = `<moon-lab>${CONTENT}</moon-lab>`;

/** @param {Page} page */
const shown = async (page) => ({
  poster: await page.getByText('A poster of two moons').isVisible(),
  fallback: await page.getByText('Here is a film instead').isVisible(),
  lab: await page.getByRole('button', { name: 'Train', exact: true }).isVisible(),
});

/**
 * The engine comes when the test releases it.
 *
 * @param {Page} page
 */
const hold = (page) =>
  page.addInitScript(() => {
    const { fetch } = window;
    const released = new Promise((resolve) => Object.assign(window, { release: resolve }));
    window.fetch = async (...request) => {
      await released;
      return fetch(...request);
    };
  });

/** @param {Page} page */
const release = (page) => page.evaluate(() => /** @type {any} */ (window).release());

test('a poster is shown until the experiment is there', () =>
  visitHost(
    site,
    LAB,
    async (page) => {
      await waitForState(page, 'loading');
      await settle(page);
      assert.deepEqual(await shown(page), { poster: true, fallback: false, lab: false });
      await release(page);
      await waitForState(page, 'ready');
      assert.deepEqual(await shown(page), { poster: false, fallback: false, lab: true });
      await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('seed', '7'));
      assert.deepEqual(
        await shown(page),
        { poster: false, fallback: false, lab: true },
        'another experiment is no reason to show it again',
      );
    },
    { before: hold },
  ));

test('a lab that waits off screen shows its poster, and fetches nothing for it', () => {
  /** @type {string[]} */
  const requests = [];
  return visitHost(
    site,
    `<div></div>${LAB}`,
    async (page) => {
      await page.waitForFunction(() => customElements.get('moon-lab'));
      await settle(page);
      assert.deepEqual(await shown(page), { poster: true, fallback: false, lab: false });
      assert.deepEqual(
        requests.filter((url) => /wasm|worker/.test(url)),
        [],
      );
    },
    {
      async before(page) {
        page.on('request', (request) => requests.push(request.url()));
        await page.addInitScript(() =>
          document.addEventListener('DOMContentLoaded', () => {
            const spacer = document.querySelector('div');
            if (spacer) spacer.style.height = '500vh';
          }),
        );
      },
    },
  );
});

test('without a poster the lab shows itself from the first', () =>
  visitHost(
    site,
    '<moon-lab></moon-lab>',
    async (page) => {
      await page.getByRole('button', { name: 'Train', exact: true }).waitFor();
      assert.equal(await page.evaluate(() => document.querySelector('moon-lab')?.state), 'loading');
      await release(page);
      await waitForState(page, 'ready');
    },
    { before: hold },
  ));

test('where the browser has no WebAssembly, the fallback is shown and the error told', () =>
  visitHost(
    site,
    LAB,
    async (page) => {
      await waitForState(page, 'failed');
      assert.deepEqual(await shown(page), { poster: false, fallback: true, lab: false });
      const errors = await page.evaluate(() => /** @type {any} */ (window).errors);
      assert.equal(errors.length, 1);
      assert.equal(errors[0].type, 'engine');
      assert.match(errors[0].message, /^This browser has no WebAssembly, which the engine needs\./);
      await page.evaluate(() => document.querySelector('[slot=fallback]')?.remove());
      await page.getByRole('listitem').filter({ hasText: 'has no WebAssembly' }).waitFor();
      assert.deepEqual(await shown(page), { poster: false, fallback: false, lab: true });
    },
    {
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, 'WebAssembly', { value: undefined });
          /** @type {unknown[]} */
          const errors = [];
          Object.assign(window, { errors });
          document.addEventListener('error', (event) => {
            if (event instanceof CustomEvent) errors.push(event.detail);
          });
        }),
    },
  ));

test('where the page’s policy lets no WebAssembly run, the fallback is shown', () =>
  visitHost(
    site,
    LAB,
    async (page) => {
      await waitForState(page, 'failed');
      assert.deepEqual(await shown(page), { poster: false, fallback: true, lab: false });
    },
    {
      policy:
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src data:",
      allowedMessages: /wasm|WebAssembly/i,
    },
  ));

test('an engine that cannot be fetched is no lack of the browser: the lab stays, to try again', () =>
  visitHost(
    site,
    LAB,
    async (page) => {
      await waitForState(page, 'failed');
      assert.deepEqual(await shown(page), { poster: false, fallback: false, lab: true });
      const ready = await listen(page, 'ready');
      await page.unroute('**/*.wasm');
      await page.getByRole('button', { name: 'Reset', exact: true }).click();
      await waitForState(page, 'ready');
      assert.equal((await ready()).length, 1);
    },
    {
      before: (page) => page.route('**/*.wasm', (route) => route.fulfill({ status: 404 })),
      allowedMessages: /404/,
    },
  ));
