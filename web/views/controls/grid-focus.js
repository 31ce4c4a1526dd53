import { DIRECTIONS } from '../input.js';

/**
 * The arrow keys go from button to button of a table, of which the keyboard's round meets one.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLButtonElement[][]} buttons row by row
 */
export function moveInGrid(event, buttons) {
  const direction = DIRECTIONS[event.key];
  const from = /** @type {HTMLButtonElement} */ (event.target);
  const row = buttons.findIndex((one) => one.includes(from));
  if (!direction || row < 0) return;
  event.preventDefault();
  const [right, down] = direction;
  const isTurned = getComputedStyle(from).direction === 'rtl';
  const to = buttons[row + down]?.[buttons[row].indexOf(from) + (isTurned ? -right : right)];
  if (!to) return;
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}
