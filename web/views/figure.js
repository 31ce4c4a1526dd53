import { h } from './dom.js';
import { describedCanvas } from './picture.js';

/** @typedef {import('./picture.js').Picture} Picture */

/**
 * A picture below its title, as a figure: for a chart of a panel or of the lesson.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.title also the name of the image
 * @returns {Picture}
 */
export function figure({ id, title }) {
  const { description, ...parts } = describedCanvas(id, title);
  const caption = h('figcaption', { class: 'chart-title' }, title);
  const element = h('figure', { class: 'chart-figure' }, caption, parts.stage, description);
  return { element, ...parts };
}
