import { h, setHidden } from '../dom.js';
import { iconButton } from './icons.js';

/**
 * Messages that a student should not miss, until they are dismissed or answered.
 *
 * @param {object} options
 * @param {string} options.dismiss name of the button
 * @returns {{ element: HTMLElement, show: (messages: string[]) => void }} an empty list hides it
 */
export function notice({ dismiss }) {
  const list = h('ul', { class: 'notice-messages' });
  const show = (/** @type {string[]} */ messages) => {
    list.replaceChildren(...messages.map((message) => h('li', {}, message)));
    setHidden(element, messages.length === 0);
  };
  const box = h(
    'div',
    { class: 'notice-box' },
    list,
    iconButton('close', dismiss, () => show([])),
  );
  const element = h('div', { class: 'notice', hidden: true }, box);
  return { element, show };
}
