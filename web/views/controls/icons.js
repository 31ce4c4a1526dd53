import { h, setAttribute, svg } from '../dom.js';

/** Outlines on a 16 × 16 grid, drawn with a 1.5 px stroke in the colour of the text beside them. */
const OUTLINES = {
  step: 'M4 3.5v9l6-4.5z M12.25 3.5v9',
  reset: 'M3 8a5 5 0 1 0 1.6-3.7 M3.2 2.4v2.9h2.9',
  undo: 'M3 6.5h7a3.25 3.25 0 0 1 0 6.5H6.25 M5.75 3.75 3 6.5l2.75 2.75',
  plus: 'M8 3.5v9 M3.5 8h9',
  minus: 'M3.5 8h9',
  chevron: 'm4.5 6.25 3.5 3.5 3.5-3.5',
  dice: 'M3 4.5A1.5 1.5 0 0 1 4.5 3h7A1.5 1.5 0 0 1 13 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 11.5z M5.75 5.75h.01 M10.25 10.25h.01 M8 8h.01',
  save: 'M8 2.5v7.25 m-3-3 3 3 3-3 M3 11.5v1.25c0 .4.35.75.75.75h8.5c.4 0 .75-.35.75-.75V11.5',
  open: 'M2.5 12.25v-8.5c0-.4.35-.75.75-.75h3l1.5 1.75h5c.4 0 .75.35.75.75v6.75c0 .4-.35.75-.75.75h-9.5a.75.75 0 0 1-.75-.75z',
  keep: 'M4.5 2.75h7v10.5L8 10.5l-3.5 2.75z',
  target:
    'M8 2.25a5.75 5.75 0 1 0 0 11.5a5.75 5.75 0 1 0 0-11.5z M8 6a2 2 0 1 0 0 4a2 2 0 1 0 0-4z',
  check: 'm3.25 8.5 3.25 3.25 6.25-7',
  presentation: 'M2.75 6V2.75H6 M10 2.75h3.25V6 M13.25 10v3.25H10 M6 13.25H2.75V10',
  shortcuts:
    'M1.75 4.25h12.5v7.5H1.75z M4.25 6.75h.01 M6.75 6.75h.01 M9.25 6.75h.01 M11.75 6.75h.01 M5 9.5h6',
  close: 'm4.5 4.5 7 7 M11.5 4.5l-7 7',
};

/** Filled shapes on the same grid. */
const SHAPES = {
  play: 'M4.5 2.9v10.2a.6.6 0 0 0 .92.5l8-5.1a.6.6 0 0 0 0-1l-8-5.1a.6.6 0 0 0-.92.5z',
  pause: 'M4 3h2.75v10H4z M9.25 3H12v10H9.25z',
};

/**
 * A decorative picture beside a name in text: screen readers pass it by.
 *
 * @param {keyof typeof OUTLINES | keyof typeof SHAPES} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const filled = name in SHAPES;
  const d = { ...OUTLINES, ...SHAPES }[name];
  return svg(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d, class: filled ? 'icon-shape' : 'icon-outline' }),
  );
}

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
