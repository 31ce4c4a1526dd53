/**
 * What stands out of a lab or out of its own box, where texts are longer than their places.
 *
 * @module
 */

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>} a line for each; empty where everything has its room
 */
export function standingOut(page) {
  return page.evaluate(async () => {
    const path = '/tests/browser/standing-out.js';
    const { findStandingOut: find } = await import(path);
    return find(document.querySelector('moon-lab'));
  });
}

/**
 * In the page.
 *
 * @param {HTMLElement} lab
 * @returns {string[]}
 */
export function findStandingOut(lab) {
  const root = /** @type {ShadowRoot} */ (lab.shadowRoot);
  const surface = /** @type {HTMLElement} */ (root.querySelector('.surface'));
  const shown = /** @type {HTMLElement[]} */ (
    [...surface.querySelectorAll('*')].filter(
      (element) => element instanceof HTMLElement && element.getClientRects().length > 0,
    )
  );
  const frame = surface.getBoundingClientRect();
  const outside = shown
    .filter((element) => !isMeant(element, surface))
    .flatMap((element) => placesOutside(element, frame));
  const controls = shown.filter((element) => element.matches('button, .button, select, input'));
  return [...outside, ...controls.flatMap((one, i) => overlaps(one, controls.slice(i + 1)))];
}

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} surface
 * @returns {boolean} whether it may stand out: it scrolls, shows with dots that there is more, or is
 *   for screen readers alone
 */
function isMeant(element, surface) {
  const { overflowX, textOverflow, clipPath } = getComputedStyle(element);
  if (overflowX === 'auto' || textOverflow === 'ellipsis' || clipPath !== 'none') return true;
  return (
    element !== surface && isMeant(/** @type {HTMLElement} */ (element.parentElement), surface)
  );
}

/**
 * @param {HTMLElement} element
 * @param {DOMRect} frame
 */
function placesOutside(element, frame) {
  const { left, right } = element.getBoundingClientRect();
  const { scrollWidth, clientWidth } = element;
  return [
    ...(left < frame.left - 1 || right > frame.right + 1 ? [tell('out of the lab', element)] : []),
    ...(clientWidth > 0 && scrollWidth > clientWidth + 1 ? [tell('out of its box', element)] : []),
  ];
}

/**
 * @param {HTMLElement} one
 * @param {HTMLElement[]} others
 * @returns {string[]}
 */
function overlaps(one, others) {
  const box = one.getBoundingClientRect();
  return others
    .filter((other) => {
      // A button that is drawn round its input is one with it.
      if (one.contains(other) || one.parentElement?.closest('.switch-option, .button'))
        return false;
      const { left, right, top, bottom } = other.getBoundingClientRect();
      const across = Math.min(box.right, right) - Math.max(box.left, left);
      const down = Math.min(box.bottom, bottom) - Math.max(box.top, top);
      return across > 1 && down > 1;
    })
    .map((other) => tell('over another', other));
}

/**
 * @param {string} what
 * @param {HTMLElement} element
 */
function tell(what, { localName, className, textContent }) {
  return `${what}: ${localName}.${className} “${textContent?.trim().slice(0, 40)}”`;
}
