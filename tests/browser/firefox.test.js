import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serveFolder } from '../../cmake/server.js';
import { createExperiment, loadShippedEngine } from '../wasm/support.js';
import { startFirefox } from './firefox.js';
import { serveSite } from './support.js';

/** @typedef {import('./firefox.js').Tab} Tab */

const EPOCHS = 200;

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
/** @type {import('./firefox.js').Firefox} */
let firefox;
before(async () => {
  [site, firefox] = await Promise.all([serveSite(), startFirefox()]);
});
after(async () => {
  await firefox.close();
  site.close();
});

/**
 * @param {string} address
 * @param {(tab: Tab) => Promise<void>} use
 * @param {string[]} [origins] that may be asked
 */
function visit(address, use, origins = [site.origin]) {
  return firefox.visit(address, async (tab) => {
    await use(tab);
    assert.deepEqual(tab.messages, [], 'nothing is written to the console');
    // What a page holds itself asks nobody.
    const own = [...origins, 'blob:', 'data:'];
    const foreign = tab.requests.filter((url) => !own.some((start) => url.startsWith(start)));
    assert.deepEqual(foreign, [], 'no other host is asked for anything');
  });
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

test('in Firefox too, Train bends the boundary, with the digits that the module has anywhere', () =>
  visit(`${site.origin}/dist/index.html?epochs=${EPOCHS}`, async (tab) => {
    await tab.waitFor(isInState, 'ready');
    const untrained = await tab.evaluate(boundary);
    await press(tab, 'Train');
    await tab.waitFor(isInState, 'finished');
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

test('in Firefox too, everything of the lab is there, and takes changes', () =>
  visit(`${site.origin}/dist/index.html`, async (tab) => {
    await tab.waitFor(isInState, 'ready');
    await tab.waitFor(() => {
      const root = document.querySelector('moon-lab')?.shadowRoot;
      return root?.querySelectorAll('canvas').length === 4 && root.querySelector('select') !== null;
    });
    await tab.evaluate(() =>
      Object.assign(document.querySelector('moon-lab') ?? {}, {
        config: { layers: [3], dataset: 'circles' },
      }),
    );
    await tab.waitFor(isInState, 'ready');
    await tab.waitFor(() => location.search === '?dataset=circles&layers=3');
  }));

test('in Firefox too, a course page of another origin has a lab that trains', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'moonlab-course-'));
  const html =
    '<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">' +
    '<body><moon-lab autoplay epochs="20" loading="eager"></moon-lab>' +
    `<script type="module" src="${site.origin}/dist/moon-lab.js"></script></body></html>`;
  await writeFile(join(folder, 'index.html'), html);
  const course = await serveFolder(folder);
  try {
    await visit(`${course.origin}/index.html`, (tab) => tab.waitFor(isInState, 'finished'), [
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

test('in Firefox too, every widget of the lesson comes to life', () =>
  visit(`${site.origin}/dist/lesson.html`, async (tab) => {
    const count = await tab.evaluate(() => document.querySelectorAll('[data-widget]').length);
    assert.ok(count > 10);
    for (let index = 0; index < count; index += 1) {
      await tab.evaluate(
        (which) => document.querySelectorAll('[data-widget]')[which].scrollIntoView(),
        index,
      );
      await tab.waitFor(
        (which) =>
          /** @type {HTMLElement} */ (document.querySelectorAll('[data-widget]')[which]).dataset
            .state === 'ready',
        index,
      );
    }
  }));
