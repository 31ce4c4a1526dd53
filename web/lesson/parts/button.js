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
