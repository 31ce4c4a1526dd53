import { h, setAttribute } from '../dom.js';
import { icon } from './icons.js';

/**
 * A small button that shows a picture only; its name is read aloud and shown on hover.
 *
 * @param {Parameters<typeof icon>[0]} picture
 * @param {string} name
 * @param {() => void} onPress
 * @returns {HTMLButtonElement}
 */
export function iconButton(picture, name, onPress) {
  return pressButton(
    { class: 'icon-button', 'aria-label': name, title: name },
    onPress,
    icon(picture),
  );
}

/**
 * A button that does nothing while it is marked as not usable.
 *
 * @param {{ class: string, 'aria-label'?: string, title?: string }} look
 * @param {() => void} onPress
 * @param {...(Node | string)} content
 * @returns {HTMLButtonElement}
 */
export function pressButton(look, onPress, ...content) {
  const button = h(
    'button',
    {
      type: 'button',
      ...look,
      onclick: () => {
        if (!isUnavailable(button)) onPress();
      },
    },
    ...content,
  );
  return button;
}

/**
 * Marks a button as not usable now. It keeps the focus, which `disabled` would throw away from
 * under somebody who presses it again and again with the keyboard.
 *
 * @param {HTMLButtonElement} button
 * @param {boolean} available
 */
export function setAvailable(button, available) {
  setAttribute(button, 'aria-disabled', available ? null : 'true');
}

/**
 * @param {HTMLButtonElement} button
 * @returns {boolean}
 */
export function isUnavailable(button) {
  return button.getAttribute('aria-disabled') === 'true';
}
