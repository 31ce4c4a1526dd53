import { h } from '../dom.js';

/**
 * What may be larger than its place scrolls by itself, by keyboard too.
 *
 * @param {string} name
 * @param {...Node} children
 * @returns {HTMLElement}
 */
export function scrollRegion(name, ...children) {
  return h(
    'div',
    { class: 'scroll-region', role: 'region', 'aria-label': name, tabindex: 0 },
    ...children,
  );
}
