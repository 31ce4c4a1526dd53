import { h, setAttribute, setText } from './dom.js';

/**
 * @typedef {object} Picture
 * @property {HTMLElement} element
 * @property {HTMLCanvasElement} canvas
 * @property {HTMLElement} stage the box that the canvas fills
 * @property {(text: string) => void} describe
 * @property {(title: string) => void} [rename] also the image
 * @property {(title: string) => void} [retitle] not the image
 *
 * @typedef {object} Titled
 * @property {string} id unique in the shadow tree
 * @property {string} title also the name of the image
 */

/**
 * A canvas with a title, and with a description in words for those who do not see it.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.title also the name of the image
 * @param {boolean} [options.focusable] takes part in the keyboard's round
 * @param {(Node | null)[]} [options.header] what stands beside the title
 * @param {(Node | null)[]} [options.footer] what stands below the picture
 * @returns {Picture}
 */
export function picture({ id, title, focusable = false, header = [], footer = [] }) {
  const { description, ...parts } = describedCanvas(id, title, focusable);
  const heading = h('h3', { class: 'picture-title', part: 'captions' }, title);
  const element = h(
    'section',
    { class: `picture picture-${id}`, part: id },
    h('header', { class: 'picture-header' }, heading, ...header),
    parts.stage,
    ...footer,
    description,
  );
  const rename = (/** @type {string} */ name) => {
    setText(heading, name);
    setAttribute(parts.canvas, 'aria-label', name);
  };
  const retitle = (/** @type {string} */ text) => setText(heading, text);
  return { element, ...parts, rename, retitle };
}

/**
 * @param {string} id unique in the shadow tree
 * @param {string} title also the name of the image
 * @param {boolean} [focusable]
 */
export function describedCanvas(id, title, focusable = false) {
  const description = h('p', { class: 'visually-hidden', id: `${id}-description` });
  const canvas = h('canvas', {
    role: 'img',
    'aria-label': title,
    'aria-describedby': description.id,
    tabindex: focusable ? 0 : null,
  });
  const stage = h('div', { class: 'picture-stage' }, canvas);
  const describe = (/** @type {string} */ text) => setText(description, text);
  return { canvas, stage, description, describe };
}
