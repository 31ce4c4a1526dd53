/**
 * How soon what a setting comes to is shown, while its slider is dragged.
 *
 * @module
 */

import { waitForState } from '../browser/support.js';

const EPOCH = 500;
const MOVES = 40;

/**
 * @param {import('../browser/support.js').Site} site
 * @param {string} query
 * @param {number} [least] epoch that must be shown; another than the last: some of the way will do
 * @returns {Promise<number[]>} milliseconds from each movement of a hand until that is drawn
 */
export async function timeOutcomes(site, query, least = EPOCH) {
  /** @type {number[]} */
  let times = [];
  await site.visit({ query }, async (page) => {
    await waitForState(page, 'ready');
    const field = page.getByLabel('Show at once', { exact: true });
    await field.fill(String(EPOCH));
    await field.press('Enter');
    await page.waitForFunction(
      (epoch) => document.querySelector('moon-lab')?.metrics?.epoch === epoch,
      EPOCH,
    );
    times = await page.evaluate(dragNoise, { moves: MOVES, least });
  });
  return times;
}

/**
 * Runs in the page.
 *
 * @param {{ moves: number, least: number }} options
 */
async function dragNoise({ moves, least }) {
  const lab = document.querySelector('moon-lab');
  const slider = /** @type {HTMLInputElement} */ (
    lab?.shadowRoot?.querySelector('.field:has(#noise) .slider')
  );
  const nextFrame = () => new Promise(requestAnimationFrame);
  slider.dispatchEvent(new PointerEvent('pointerdown'));
  const times = [];
  for (let move = 0; move < moves; move += 1) {
    // A hand does not wait for the screen.
    await new Promise((resolve) => setTimeout(resolve, 120 + 7 * (move % 5)));
    const shown = new Promise((resolve) => {
      const look = () => {
        if ((lab?.metrics?.epoch ?? 0) < least) return;
        lab?.removeEventListener('progress', look);
        resolve(undefined);
      };
      lab?.addEventListener('progress', look);
    });
    const began = performance.now();
    slider.valueAsNumber = 1 + (move % 12);
    slider.dispatchEvent(new Event('input'));
    await shown;
    // The pictures are drawn in it, before or after this.
    await nextFrame();
    await new Promise((resolve) => setTimeout(resolve));
    times.push(performance.now() - began);
  }
  slider.dispatchEvent(new PointerEvent('pointerup'));
  return times;
}
