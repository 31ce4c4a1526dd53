/** What widgets are put together from: buttons, and what stands where. */

import { h } from '../../views/dom.js';

/**
 * @param {string} label
 * @param {() => void} onClick
 * @param {{ primary?: boolean }} [options] primary: what the widget is there for
 * @returns {HTMLButtonElement}
 */
export function button(label, onClick, { primary = false } = {}) {
  return h(
    'button',
    { type: 'button', class: primary ? 'button-primary' : 'button', onclick: onClick },
    label,
  );
}

/**
 * The name of a quantity, which opens the panel that shows it three ways.
 *
 * @param {import('../place.js').Place} place
 * @param {string} id of the quantity
 * @param {string} label
 * @returns {HTMLButtonElement}
 */
export function quantityButton(place, id, label) {
  return h(
    'button',
    { type: 'button', class: 'quantity', onclick: () => place.showQuantity(id) },
    label,
  );
}

/**
 * @param {import('../place.js').Place} place
 * @param {Record<string, string>} labels of the quantities that a widget is about, by id
 */
export function quantities(place, labels) {
  const all = Object.entries(labels).map(([id, label]) => quantityButton(place, id, label));
  return h('p', { class: 'quantities' }, ...all);
}

/** @typedef {Parameters<typeof h>[2]} Child */

/**
 * Parts of a widget one below the other.
 *
 * @param {...Child} children
 */
export function stack(...children) {
  return h('div', { class: 'stack' }, ...children);
}

/**
 * Parts side by side, where there is room.
 *
 * @param {...Child} children
 */
export function columns(...children) {
  return h('div', { class: 'columns' }, ...children);
}

/** @param {...Child} children */
export function buttons(...children) {
  return h('div', { class: 'buttons' }, ...children);
}
