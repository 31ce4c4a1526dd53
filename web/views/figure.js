import { h } from './dom.js';
import { describedCanvas } from './picture.js';

/** @import { Picture, Titled } from './picture.js' */

/**
 * A picture below its title, as a figure: for a chart of a panel or of the lesson.
 *
 * @param {Titled} options
 * @returns {Picture}
 */
export function figure({ id, title }) {
  const { description, ...parts } = describedCanvas(id, title);
  const caption = h('figcaption', { class: 'chart-title' }, title);
  const element = h('figure', { class: 'chart-figure' }, caption, parts.stage, description);
  return { element, ...parts };
}
