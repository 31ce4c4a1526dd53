import { h, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';

/**
 * What is to be reached, and that it has been.
 *
 * @returns {{ element: HTMLElement, update: (text: string, isReached: boolean) => void }} no text: no
 *   sign
 */
export function goalSign() {
  const words = h('span');
  const element = h(
    'p',
    { class: 'goal', part: 'goal', role: 'status', hidden: true },
    icon('target'),
    icon('check'),
    words,
  );
  return {
    element,
    update(text, isReached) {
      setAttribute(element, 'hidden', text === '');
      setAttribute(element, 'data-reached', isReached);
      setText(words, text);
    },
  };
}
