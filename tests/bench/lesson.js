/**
 * What the page's pool of workers is worth: the lesson's thirty seeds and its race, on one worker and on
 * two.
 *
 * @module
 */

import { startSite } from '../browser/support.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./targets.js').Results['lesson']} LessonTimes */

const VISITS = 9;
/** A race is short, and what else a device does now and then takes its share of one: its median counts. */
const RACES = 7;
const WIDGET = (/** @type {string} */ name) => `[data-widget="architectures-${name}"]`;

/** @returns {Promise<LessonTimes>} */
export async function measureLesson() {
  const site = await startSite();
  /** @type {LessonTimes} */
  const times = { seeds: { 1: [], 2: [] }, race: { 1: [], 2: [] } };
  try {
    for (let visit = 0; visit < VISITS; visit += 1) {
      // Whichever is first, in turns.
      for (const workers of visit % 2
        ? /** @type {const} */ ([1, 2])
        : /** @type {const} */ ([2, 1])) {
        const screen = {
          path: '/dist/lesson.html',
          query: '#architectures',
          // Otherwise a race lasts as many frames as it is pleasant to watch.
          reducedMotion: /** @type {const} */ ('reduce'),
          before: (/** @type {Page} */ page) => page.addInitScript(pretendCores, workers),
        };
        await site.visit(screen, async (page) => {
          times.seeds[workers].push(await timeSeeds(page));
          times.race[workers].push(...(await timeRaces(page)));
        });
      }
    }
  } finally {
    await site.close();
  }
  return times;
}

/**
 * Runs in the page.
 *
 * @param {number} count
 */
function pretendCores(count) {
  Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => count });
}

/** @param {Page} page */
async function timeSeeds(page) {
  const widget = await goTo(page, 'seeds');
  await widget.getByLabel('Runs of each').selectOption('30');
  return timeTo(page, 'seeds', 'Run', 'All 120 runs are done.');
}

/** @param {Page} page */
async function timeRaces(page) {
  const widget = await goTo(page, 'race');
  await widget.getByRole('combobox', { name: 'Epochs' }).selectOption('10000');
  const end = 'Epoch 10,000 of 10,000';
  // The first one measures besides what an epoch takes.
  await timeTo(page, 'race', 'Start the race', end);
  const times = [];
  for (let race = 0; race < RACES; race += 1) {
    await goTo(page, 'race');
    times.push(await timeTo(page, 'race', 'Race again', end));
  }
  return times;
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function goTo(page, name) {
  const widget = page.locator(WIDGET(name));
  await widget.scrollIntoViewIfNeeded();
  await page.locator(`${WIDGET(name)}[data-state="ready"]:not([data-running])`).waitFor();
  return widget;
}

/**
 * @param {Page} page
 * @param {string} name of the widget
 * @param {string} press the button with this text
 * @param {string} text that is there at the end, and is not once it has begun
 * @returns {Promise<number>} milliseconds from one to the other
 */
function timeTo(page, name, press, text) {
  return page.evaluate(
    async ([selector, label, end]) => {
      const root = document.querySelector(selector)?.shadowRoot;
      const button = [...(root?.querySelectorAll('button') ?? [])].find(
        ({ textContent }) => textContent === label,
      );
      const start = performance.now();
      button?.click();
      // Nothing is to look all the time: that would take of the cores that are measured.
      const turns = (/** @type {boolean} */ isThere) =>
        new Promise((resolve) => {
          const look = () => {
            if (root?.textContent?.includes(end) === isThere) resolve(observer.disconnect());
          };
          const observer = new MutationObserver(look);
          observer.observe(/** @type {ShadowRoot} */ (root), {
            childList: true,
            characterData: true,
            subtree: true,
          });
          look();
        });
      await turns(false);
      await turns(true);
      return performance.now() - start;
    },
    [WIDGET(name), press, text],
  );
}
