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

/**
 * @param {import('./support.js').Site} site
 * @returns {Promise<Map<string, PNG>>} by the names of their files
 */
export async function paintPictures(site) {
  /** @type {Map<string, PNG>} */
  const painted = new Map();
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
  return painted;
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
