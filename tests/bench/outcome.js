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
 * @returns {Promise<number[]>} milliseconds from each movement of a hand until epoch 500 is drawn, or what there
 *   is of the way
 */
export async function timeOutcomes(site, query) {
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
    times = await page.evaluate(dragNoise, MOVES);
  });
  return times;
}

/**
 * Runs in the page.
 *
 * @param {number} moves
 */
async function dragNoise(moves) {
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
    const shown = new Promise((resolve) =>
      lab?.addEventListener('progress', resolve, { once: true }),
    );
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
