import { h } from '../dom.js';
import { icon } from './icons.js';

/**
 * A place for a file of the visitor's: to be chosen, by keyboard as well, or to be dropped.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.choose name of the button
 * @param {string} options.hint what stands beside it
 * @param {string} options.accept as of an input
 * @param {(files: File[]) => void} options.onFiles
 * @returns {HTMLElement}
 */
export function fileDrop({ id, choose, hint, accept, onFiles }) {
  const input = h('input', {
    type: 'file',
    id,
    class: 'file-input',
    accept,
    onchange: () => {
      const files = [...(input.files ?? [])];
      // So that the same file can be chosen again.
      input.value = '';
      if (files.length > 0) onFiles(files);
    },
  });
  return h(
    'div',
    { class: 'file-drop' },
    h(
      'span',
      { class: 'button file-button' },
      icon('open'),
      h('label', { for: id }, choose),
      input,
    ),
    h('span', { class: 'file-hint' }, hint),
  );
}
