/** How the lab looks in the page of a host. */

import assert from 'node:assert/strict';

/** @typedef {import('playwright-core').Page} Page */

/**
 * CSS pixels: what can be read, as it comes to the screen; and what is not yet a heading, before slides
 * are scaled to it with all that they hold.
 */
const TEXT_SIZES = { least: 11, most: 28 };

/**
 * @typedef {object} Look
 * @property {'light' | 'dark'} page what is behind the lab
 * @property {'light' | 'dark'} lab what its text must stand on
 * @property {number} left CSS pixels of the window
 * @property {number} right
 * @property {number} room how wide the window is
 * @property {number} scale of the lab on the screen
 * @property {{ least: number, most: number }} sizes of its text, on the screen
 */

/**
 * @param {Page} page
 * @returns {Promise<Look>}
 */
export function readLook(page) {
  return page.evaluate(() => {
    const lab = /** @type {HTMLElement} */ (document.querySelector('moon-lab'));
    const root = /** @type {ShadowRoot} */ (lab.shadowRoot);
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('There is no canvas to paint on');

    /** @param {string} color */
    const paint = (color) => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
      return { isLight: (red + green + blue) / 3 > 127, isOpaque: alpha > 127 };
    };

    /** @returns {'light' | 'dark'} */
    const behind = () => {
      for (let place = lab.parentElement; place; place = place.parentElement) {
        const { isLight, isOpaque } = paint(getComputedStyle(place).backgroundColor);
        if (isOpaque) return isLight ? 'light' : 'dark';
      }
      const blank = document.documentElement.appendChild(document.createElement('i'));
      blank.style.background = 'canvas';
      const { isLight } = paint(getComputedStyle(blank).backgroundColor);
      blank.remove();
      return isLight ? 'light' : 'dark';
    };

    const scale = lab.getBoundingClientRect().width / lab.offsetWidth;
    const sizes = [...root.querySelectorAll('.surface *')]
      .filter(
        (element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()) &&
          element.checkVisibility({ visibilityProperty: true }) &&
          element.getBoundingClientRect().width > 2,
      )
      .map((element) => parseFloat(getComputedStyle(element).fontSize) * scale);
    const { left, right } = lab.getBoundingClientRect();
    const text = getComputedStyle(/** @type {Element} */ (root.querySelector('.lab'))).color;
    return {
      page: behind(),
      lab: paint(text).isLight ? 'dark' : 'light',
      left,
      right,
      room: document.documentElement.clientWidth,
      scale,
      sizes: { least: Math.min(...sizes), most: Math.max(...sizes) },
    };
  });
}

/** @param {Look} look */
export function assertFits({ left, right, room, scale, sizes }) {
  assert.ok(left >= 0 && right <= room, `from ${left} to ${right} of ${room} px`);
  assert.ok(right - left > room / 4, `${right - left} of ${room} px`);
  const { least, most } = sizes;
  const allowed = { least: TEXT_SIZES.least, most: TEXT_SIZES.most * Math.max(1, scale) };
  assert.ok(
    least >= allowed.least && most <= allowed.most,
    `text of ${least} to ${most} px, of ${allowed.least} to ${allowed.most} allowed`,
  );
}
