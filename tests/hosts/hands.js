/** Keys and pointer, which are the lab's while they are in it. */

import assert from 'node:assert/strict';
import { settle } from '../browser/support.js';
import { waitUntil } from '../browser/wait-until.js';

/** @typedef {import('playwright-core').Page} Page */

const BOUNDARY = 'Decision boundary';
/** Of what the readout says: a pixel is less on any lab. */
const CLOSE = 0.03;
/** What a host does with a key, it begins within so many frames. */
const FRAMES = 4;

/**
 * What a shortcut of the host may change.
 *
 * @param {Page} page
 * @returns {Promise<string>}
 */
function stateOfHost(page) {
  return page.evaluate(() =>
    JSON.stringify({
      address: location.href,
      focus: document.activeElement?.outerHTML.slice(0, 40),
      classes: [document.documentElement, document.body, ...document.body.children].map(
        ({ className }) => className,
      ),
      dialogs: [...document.querySelectorAll('dialog[open], [role="dialog"]')].filter((dialog) =>
        dialog.checkVisibility(),
      ).length,
    }),
  );
}

/**
 * @param {Page} page
 * @param {string[]} keys
 */
export async function assertKeysAreKept(page, keys) {
  const seed = page.getByLabel('Seed', { exact: true });
  const places = [
    page.getByRole('img', { name: BOUNDARY, exact: true }),
    ...((await seed.count()) > 0 && (await seed.first().isVisible()) ? [seed.first()] : []),
  ];
  for (const place of places) {
    await place.focus();
    const before = await stateOfHost(page);
    for (const key of keys) {
      await page.keyboard.press(key);
      await settle(page, FRAMES);
      assert.equal(await stateOfHost(page), before, `${key} is the lab's`);
    }
  }
}

/**
 * Without this, the test above would pass on a host that has no such shortcuts.
 *
 * @param {Page} page
 * @param {string} key
 */
export async function assertKeyIsTheHosts(page, key) {
  await leaveFocus(page);
  const before = await stateOfHost(page);
  await page.keyboard.press(key);
  // A page that is just left says nothing more.
  const now = () => stateOfHost(page).catch(() => 'another page');
  await waitUntil(async () => (await now()) !== before, `${key} does something on this host`);
}

/**
 * So far to the left of the middle, where the arrow keys begin, there is no point whose own place would
 * be told.
 */
const BESIDE = 0.3;
/** CSS pixels that an arrow key moves. */
const KEY_STEP = 16;

/**
 * A place of the picture is the same for the arrow keys and for the mouse.
 *
 * @param {Page} page
 */
export async function assertPointerMeansWhatIsUnderIt(page) {
  const boundary = page.getByRole('img', { name: BOUNDARY, exact: true });
  await boundary.focus();
  // The keys move by pixels: no width may change under way.
  await stillBox(boundary);
  await page.keyboard.press('ArrowRight');
  const width = await boundary.evaluate(({ clientWidth }) => clientWidth);
  const steps = Math.round((BESIDE * width) / KEY_STEP);
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowLeft');
  const byKeys = await readPlace(page);
  await leaveFocus(page);
  const box = await stillBox(boundary);
  const left = (steps * KEY_STEP * box.width) / width;
  await page.mouse.move(box.x + box.width / 2 - left, box.y + box.height / 2);
  const byMouse = await readPlace(page);
  assert.ok(
    byKeys.every((value, index) => Math.abs(value - byMouse[index]) < CLOSE),
    `${byKeys} by keys, ${byMouse} by mouse`,
  );
}

/**
 * Some hosts scroll smoothly to what gets the focus.
 *
 * @param {import('playwright-core').Locator} place
 */
async function stillBox(place) {
  for (let last = ''; ; await settle(place.page(), 2 * FRAMES)) {
    const box = await place.boundingBox();
    assert.ok(box);
    if (JSON.stringify(box) === last) return box;
    last = JSON.stringify(box);
  }
}

/**
 * @param {Page} page
 * @returns {Promise<number[]>} x1 and x2 of what is pointed at
 */
async function readPlace(page) {
  const readout = page.locator('.readout').first();
  await readout.filter({ hasText: 'x₂' }).waitFor({ state: 'attached' });
  // It may still tell of the key before.
  await settle(page);
  const [, x1, x2] = /x₁ (\S+), x₂ (\S+)/.exec((await readout.textContent()) ?? '') ?? [];
  return [x1, x2].map((text) => Number(text.replace('−', '-')));
}

/** @param {Page} page */
async function leaveFocus(page) {
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
}
