/** A choice among things that are best told by how they look. */

import { h, setAttribute, setText } from '../dom.js';

/**
 * @typedef {object} Thumbnail
 * @property {string} value
 * @property {string} label
 * @property {string} help
 * @property {Element} picture decorative
 *
 * @typedef {object} ThumbnailGroup
 * @property {string} kind for the style sheet
 * @property {string} name '' where it goes without
 * @property {readonly Thumbnail[]} choices
 */

/**
 * Pictures in groups, of which one is chosen. The name of the one that is, or that is pointed at, stands
 * beside the label.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.label
 * @param {string} options.hint
 * @param {readonly ThumbnailGroup[]} options.groups
 * @param {(value: string, isPassing: boolean) => void} options.onCommit isPassing: by an arrow key, which
 *   chooses whatever it comes by
 * @returns {import('./field.js').Field}
 */
export function thumbnailField({ id, label, hint, groups, onCommit }) {
  const choices = groups.flatMap((group) => group.choices);
  let chosen = '';
  let isPassing = false;
  const name = h('span', { class: 'thumbnail-name', 'aria-hidden': 'true' });
  const showName = (/** @type {string} */ value) =>
    setText(name, choices.find((choice) => choice.value === value)?.label ?? '');
  const inputs = choices.map(({ value }) =>
    h('input', { type: 'radio', name: id, value, onchange: () => onCommit(value, isPassing) }),
  );
  const options = new Map(
    choices.map((choice, i) => [
      choice,
      h(
        'label',
        {
          class: 'thumbnail',
          title: `${choice.label}: ${choice.help}`,
          onpointerenter: () => showName(choice.value),
          onpointerleave: () => showName(chosen),
        },
        inputs[i],
        choice.picture,
        h('span', { class: 'visually-hidden' }, choice.label),
      ),
    ]),
  );
  const error = h('p', { class: 'field-error', id: `${id}-error`, 'aria-live': 'polite' });
  const note = h('span', { class: 'visually-hidden', id: `${id}-hint` }, hint);
  const element = h(
    'div',
    {
      class: 'field field-thumbnails',
      role: 'radiogroup',
      'aria-labelledby': `${id}-label`,
      'aria-describedby': `${note.id} ${error.id}`,
      onkeydown: ({ key }) => (isPassing = key.startsWith('Arrow')),
      onkeyup: () => (isPassing = false),
    },
    h('span', { class: 'field-label', id: `${id}-label`, title: hint }, label),
    name,
    h('div', { class: 'thumbnails' }, ...groups.map((group) => groupOf(group, options))),
    error,
    note,
  );
  return {
    element,
    setError(message) {
      setText(error, message);
      setAttribute(element, 'aria-invalid', message ? 'true' : null);
    },
    update(value) {
      chosen = value;
      showName(value);
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

/**
 * @param {ThumbnailGroup} group
 * @param {Map<Thumbnail, HTMLElement>} options by what they choose
 */
function groupOf({ kind, name, choices }, options) {
  return h(
    'div',
    { class: 'thumbnail-group', 'data-kind': kind },
    name && h('span', { class: 'thumbnail-title', 'aria-hidden': 'true' }, name),
    ...choices.map((choice) => options.get(choice)),
  );
}
