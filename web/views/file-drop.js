import { h } from './dom.js';
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

/**
 * Lets files be dropped on an element. While they are over it, it has the attribute `data-dropping`.
 *
 * @param {HTMLElement} element
 * @param {(files: File[]) => void} onFiles
 */
export function acceptDrop(element, onFiles) {
  const holdsFiles = (/** @type {DragEvent} */ event) =>
    event.dataTransfer?.types.includes('Files') ?? false;
  const leave = () => element.removeAttribute('data-dropping');
  element.addEventListener('dragover', (event) => {
    // Texts may be dropped into fields as ever.
    if (!holdsFiles(event)) return;
    // Without this, the browser would leave the page and show the file.
    event.preventDefault();
    element.setAttribute('data-dropping', '');
  });
  element.addEventListener('dragleave', (event) => {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) leave();
  });
  element.addEventListener('drop', (event) => {
    leave();
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(files);
  });
}
