import { h, setText } from './dom.js';

/**
 * A chart below its title, with a description in words for those who do not see it.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.title also the name of the image
 * @returns {{ element: HTMLElement, canvas: HTMLCanvasElement, stage: HTMLElement,
 *   describe: (text: string) => void }} `stage` is the box that the canvas fills
 */
export function figure({ id, title }) {
  const description = h('p', { class: 'visually-hidden', id: `${id}-description` });
  const canvas = h('canvas', {
    role: 'img',
    'aria-label': title,
    'aria-describedby': description.id,
  });
  const stage = h('div', { class: 'picture-stage' }, canvas);
  const element = h(
    'figure',
    { class: 'chart-figure' },
    h('figcaption', { class: 'chart-title' }, title),
    stage,
    description,
  );
  return { element, canvas, stage, describe: (text) => setText(description, text) };
}
