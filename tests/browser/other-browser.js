/**
 * The site in a browser that is not the one of all other tests: a short suite, the same for each.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveFolder } from '../../cmake/server.js';
import { createExperiment, loadShippedEngine } from '../wasm/support.js';
import { ANSWERS, startBadHost } from './bad-host.js';
import { serveSite } from './support.js';
import { waitUntil } from './wait-until.js';

/**
 * @typedef {object} Browser
 * @property {(address: string, use: (tab: Tab) => Promise<void>) => Promise<void>} visit opens a page
 *   for `use`
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Tab a page, and what may be done with it
 * @property {string[]} [messages] what it has written to the console so far, and its errors; where the
 *   browser does not tell, its ears do
 * @property {string[]} [requests] what it has asked for so far
 * @property {<Arguments extends unknown[], Result>(run: (...args: Arguments) => Result,
 *   ...args: Arguments) => Promise<Awaited<Result>>} evaluate in the page, alone with its arguments,
 *   plain JSON
 * @property {(place: { x: number, y: number }) => Promise<void>} click CSS pixels of the window
 */

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const EARS = fileURLToPath(new URL('ears.js', import.meta.url));
const EPOCHS = 200;

/**
 * @param {string} name
 * @param {() => Promise<Browser>} start
 */
export function trySite(name, start) {
  /** @type {{ origin: string, close: () => Promise<void> }} */
  let site;
  /** @type {Browser} */
  let browser;
  before(async () => {
    [site, browser] = await Promise.all([serveWithEars(), start()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /**
   * @param {string} address
   * @param {(tab: Tab) => Promise<void>} use
   * @param {string[]} [origins] that may be asked
   */
  const visit = (address, use, origins = [site.origin]) =>
    browser.visit(address, async (tab) => {
      await use(tab);
      const messages = tab.messages ?? (await tab.evaluate(() => Reflect.get(window, 'heard')));
      assert.deepEqual(messages, [], 'nothing is written to the console');
      // What a page holds itself asks nobody.
      const own = [...origins, 'blob:', 'data:'];
      const requests = tab.requests ?? (await tab.evaluate(requestsOfPage));
      const foreign = requests.filter((url) => !own.some((begin) => url.startsWith(begin)));
      assert.deepEqual(foreign, [], 'no other host is asked for anything');
    });

  test(`in ${name} too, Train bends the boundary, with the digits that the module has anywhere`, () =>
    visit(`${site.origin}/dist/index.html?epochs=${EPOCHS}&speed=max`, async (tab) => {
      await waitFor(tab, isInState, 'ready');
      const untrained = await tab.evaluate(boundary);
      await press(tab, 'Train');
      await waitFor(tab, isInState, 'finished');
      const { trainLoss, testAccuracy } = await tab.evaluate(() => {
        const lab = document.querySelector('moon-lab');
        if (!lab) throw new Error('There is no lab');
        return lab.history;
      });

      const engine = await loadShippedEngine();
      const experiment = createExperiment(engine);
      const first = experiment.metrics();
      const rows = experiment.step(EPOCHS);
      const column = (/** @type {number} */ index) => rows.filter((_, i) => i % 5 === index);
      assert.deepEqual(trainLoss, [first.trainLoss, ...column(1)]);
      assert.deepEqual(testAccuracy, [first.testAccuracy, ...column(4)]);
      assert.ok(testAccuracy[EPOCHS] > 0.95);
      assert.notEqual(await tab.evaluate(boundary), untrained);
    }));

  test(`in ${name} too, everything of the lab is there, and takes changes`, () =>
    visit(`${site.origin}/dist/index.html`, async (tab) => {
      await waitFor(tab, isInState, 'ready');
      await waitFor(tab, () => {
        const root = document.querySelector('moon-lab')?.shadowRoot;
        return (
          root?.querySelectorAll('canvas').length === 4 && root.querySelector('select') !== null
        );
      });
      await tab.evaluate(() =>
        Object.assign(document.querySelector('moon-lab') ?? {}, {
          config: { layers: [3], dataset: 'circles' },
        }),
      );
      await waitFor(tab, isInState, 'ready');
      await waitFor(tab, () => location.search === '?dataset=circles&layers=3');
    }));

  test(`in ${name} too, a course page of another origin has a lab that trains`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'moonlab-course-'));
    const html =
      `<!doctype html><html lang="en"><head><script src="${site.origin}/ears.js"></script>` +
      '<title>A course</title><link rel="icon" href="data:,">' +
      '<body><moon-lab autoplay epochs="20" loading="eager"></moon-lab>' +
      `<script type="module" src="${site.origin}/dist/moon-lab.js"></script></body></html>`;
    await writeFile(join(folder, 'index.html'), html);
    const course = await serveFolder(folder);
    try {
      await visit(`${course.origin}/index.html`, (tab) => waitFor(tab, isInState, 'finished'), [
        site.origin,
        course.origin,
        'data:',
        'blob:',
      ]);
    } finally {
      course.close();
      await rm(folder, { recursive: true });
    }
  });

  test(`in ${name} too, every widget of the lesson comes to life`, () =>
    visit(`${site.origin}/dist/lesson.html`, async (tab) => {
      const count = await tab.evaluate(() => document.querySelectorAll('[data-widget]').length);
      assert.ok(count > 10);
      for (let index = 0; index < count; index += 1) {
        await tab.evaluate(
          (which) => document.querySelectorAll('[data-widget]')[which].scrollIntoView(),
          index,
        );
        await waitFor(
          tab,
          (which) =>
            /** @type {HTMLElement} */ (document.querySelectorAll('[data-widget]')[which]).dataset
              .state === 'ready',
          index,
        );
      }
    }));

  test(`in ${name} too, a part that did not come does when it is asked for again`, async () => {
    const host = await startBadHost('');
    host.spoil(/\/section-/, ANSWERS.dropped);
    try {
      await browser.visit(`${host.origin}/dist/lesson.html`, async (tab) => {
        await tab.evaluate(() => document.querySelector('[data-widget]')?.scrollIntoView());
        await waitFor(tab, () => document.querySelector('[data-state=failed] button') !== null);
        host.mend();
        await tab.evaluate(() =>
          document.querySelector('[data-state=failed] button')?.dispatchEvent(new Event('click')),
        );
        await waitFor(tab, () => document.querySelector('[data-state=ready]') !== null);
      });
    } finally {
      host.close();
    }
  });
}

/** The built site, with pages that hear what is written to the console. */
async function serveWithEars() {
  const folder = await mkdtemp(join(tmpdir(), 'moonlab-ears-'));
  const dist = join(folder, 'dist');
  await cp(DIST, dist, { recursive: true });
  await copyFile(EARS, join(folder, 'ears.js'));
  for (const file of (await readdir(dist)).filter((each) => each.endsWith('.html'))) {
    const html = await readFile(join(dist, file), 'utf8');
    await writeFile(
      join(dist, file),
      html.replace('<head>', '<head><script src="/ears.js"></script>'),
    );
  }
  const { origin, close } = await serveSite({}, folder);
  return {
    origin,
    async close() {
      close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Runs in the page. */
function requestsOfPage() {
  return performance.getEntriesByType('resource').map(({ name }) => name);
}

/**
 * @template {unknown[]} Arguments
 * @param {Tab} tab
 * @param {(...args: Arguments) => boolean} isTrue in the page
 * @param {Arguments} args
 */
function waitFor(tab, isTrue, ...args) {
  return waitUntil(() => tab.evaluate(isTrue, ...args));
}

/**
 * @param {Tab} tab
 * @param {string} name of the button
 */
async function press(tab, name) {
  const place = await tab.evaluate((wanted) => {
    const root = document.querySelector('moon-lab')?.shadowRoot;
    const button = [...(root?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent?.trim() === wanted,
    );
    if (!button) throw new Error(`There is no button ${wanted}`);
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, name);
  await tab.click(place);
}

/** @param {string} state */
const isInState = (state) => document.querySelector('moon-lab')?.state === state;

/** Runs in the page: what the boundary shows now. */
function boundary() {
  const root = document.querySelector('moon-lab')?.shadowRoot;
  const canvas = root?.querySelector('[aria-label="Decision boundary"]');
  return /** @type {HTMLCanvasElement} */ (canvas).toDataURL();
}
