/**
 * Pictures of the built site for people to look at: every width in light and dark, trained for a
 * while. `node tests/browser/screenshots.js` writes them to build/screenshots.
 *
 * @module
 */

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { settle, startSite, waitForState } from './support.js';

const FOLDER = fileURLToPath(new URL('../../build/screenshots/', import.meta.url));
const SIZES = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 390, height: 844 },
  { width: 700, height: 800 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
];
const LESSON_SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];
const EPOCHS = 250;
/** Until the descriptions and curves, which follow less often, are there too. */
const FRAMES = 75;

const site = await startSite();
await mkdir(FOLDER, { recursive: true });
try {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const viewport of SIZES) await shoot(colorScheme, viewport);
    for (const viewport of LESSON_SIZES) await shootLesson(colorScheme, viewport);
  }
} finally {
  await site.close();
}

/**
 * @param {'light' | 'dark'} colorScheme
 * @param {{ width: number, height: number }} viewport
 */
function shoot(colorScheme, viewport) {
  const hasTouch = viewport.width < 1000;
  return site.visit({ colorScheme, viewport, hasTouch }, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate((epochs) => document.querySelector('moon-lab')?.step(epochs), EPOCHS);
    await settle(page, FRAMES);
    const name = `${FOLDER}${viewport.width}-${colorScheme}`;
    await page.screenshot({ path: `${name}.png` });
    await page.screenshot({ path: `${name}-whole.png`, fullPage: true });
  });
}

/**
 * Every section of the lesson, as it is before anybody has touched it.
 *
 * @param {'light' | 'dark'} colorScheme
 * @param {{ width: number, height: number }} viewport
 */
function shootLesson(colorScheme, viewport) {
  const hasTouch = viewport.width < 1000;
  const options = { path: '/dist/lesson.html', colorScheme, viewport, hasTouch };
  return site.visit(options, async (page) => {
    for (const widget of await page.locator('[data-widget]').all()) {
      await widget.scrollIntoViewIfNeeded();
      await settle(page);
    }
    for (const section of await page.locator('.section').all()) {
      await section.scrollIntoViewIfNeeded();
      await settle(page, FRAMES);
      const id = await section.getAttribute('id');
      await section.screenshot({
        path: `${FOLDER}lesson-${id}-${viewport.width}-${colorScheme}.png`,
      });
    }
  });
}
