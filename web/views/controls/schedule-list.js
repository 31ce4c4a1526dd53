import { h, setHidden } from '../dom.js';
import { scrollRegion } from '../text/scroll-region.js';
import { iconButton } from './icons.js';

/**
 * @typedef {object} ListedChange
 * @property {string} text
 * @property {() => void} onRemove
 */

/**
 * The changes during a run, each of which can be removed; nothing where there are none.
 *
 * @param {object} options
 * @param {{ title: string, remove: (what: string) => string }} options.texts
 * @returns {{ element: HTMLElement, update: (changes: ListedChange[]) => void }}
 */
export function scheduleList({ texts }) {
  const list = h('ul', { class: 'schedule-list' });
  const element = h(
    'div',
    { class: 'schedule', hidden: true },
    h('p', { class: 'schedule-title', 'aria-hidden': 'true' }, texts.title),
    scrollRegion(texts.title, list),
  );
  const itemOf = (/** @type {ListedChange} */ { text, onRemove }) =>
    h('li', {}, h('span', {}, text), iconButton('close', texts.remove(text), onRemove));
  return {
    element,
    update(changes) {
      const buttons = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('button')]);
      const focused = buttons().findIndex((button) => button.matches(':focus'));
      setHidden(element, changes.length === 0);
      list.replaceChildren(...changes.map(itemOf));
      // Whoever removes one after the other goes on with the next.
      if (focused >= 0) buttons()[Math.min(focused, changes.length - 1)]?.focus();
    },
  };
}
