/**
 * Pictures of the lab as Chromium paints them, to compare with those in tests/golden/pictures, which
 * are made anew by
 *
 *     node tests/browser/pictures.js
 *
 * once one has looked at them.
 *
 * @module
 */

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { visitHost } from './host-page.js';
import { startSite } from './support.js';

export const FOLDER = new URL('../golden/pictures/', import.meta.url);
/** Nothing shines through, and much is of one colour. */
const SMALL = /** @type {const} */ ({ colorType: 2, filterType: 0, deflateStrategy: 0 });
const PAINTER = '/tests/browser/paint-pictures.js';
const TIMELINE = '/tests/browser/show-timeline.js';

/** @typedef {Map<string, PNG>} Pictures by the names of their files */

/**
 * @param {import('./support.js').Site} site
 * @returns {Promise<Pictures>}
 */
export async function paintPictures(site) {
  /** @type {Pictures} */
  const painted = new Map();
  await paintCanvases(site, painted);
  await takeTimeline(site, painted);
  return painted;
}

/**
 * @param {import('./support.js').Site} site
 * @param {Pictures} painted that they are added to
 */
async function paintCanvases(site, painted) {
  await visitHost(
    site,
    '',
    async (page) => {
      await page.waitForFunction(() => 'pictures' in window);
      const pictures = await page.evaluate(() => /** @type {any} */ (window).pictures);
      for (const [name, address] of Object.entries(pictures)) {
        const bytes = Buffer.from(address.split(',')[1], 'base64');
        painted.set(`${name}.png`, PNG.sync.read(bytes));
      }
    },
    { script: PAINTER },
  );
}

/**
 * @param {import('./support.js').Site} site
 * @param {Pictures} painted that it is added to, in light and in dark
 */
async function takeTimeline(site, painted) {
  await visitHost(
    site,
    '',
    async (page) => {
      await page.waitForFunction(() => 'isShown' in window);
      // What a pointer is on looks otherwise.
      await page.mouse.move(0, 500);
      for (const name of ['timeline-light', 'timeline-dark']) {
        const bytes = await page.locator(`#${name}`).screenshot();
        painted.set(`${name}.png`, PNG.sync.read(bytes));
      }
    },
    // As large as it takes for each mark to count.
    { script: TIMELINE, deviceScaleFactor: 2 },
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const site = await startSite();
  try {
    for (const [name, picture] of await paintPictures(site)) {
      await writeFile(new URL(name, FOLDER), PNG.sync.write(picture, SMALL));
    }
  } finally {
    await site.close();
  }
}
