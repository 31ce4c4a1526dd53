import { h } from '../dom.js';

/**
 * A share as a bar. It repeats a number that stands beside it, so it is nothing to read aloud.
 *
 * @returns {{ element: HTMLElement, update: (share: number) => void }} `share` −1…1; what is below 0
 *   is drawn to the same length, marked as such
 */
export function bar() {
  const element = h('span', { class: 'bar', 'aria-hidden': 'true' });
  return {
    element,
    update(share) {
      const size = Number.isFinite(share) ? Math.min(1, Math.abs(share)) : 0;
      element.style.setProperty('--share', `${100 * size}%`);
      element.toggleAttribute('data-negative', share < 0);
    },
  };
}
