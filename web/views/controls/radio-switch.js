import { h } from '../dom.js';

/**
 * A choice among two or three that are worth seeing all at once.
 *
 * @param {object} options
 * @param {string} options.name unique in the shadow tree
 * @param {string} options.label
 * @param {readonly { value: string, label: string, mark?: Node }[]} options.choices
 * @param {(value: string) => void} options.onCommit
 * @returns {{ element: HTMLElement, options: HTMLElement[], update: (value: string) => void }}
 */
export function radioSwitch({ name, label, choices, onCommit }) {
  const inputs = choices.map(({ value }) =>
    h('input', { type: 'radio', name, value, onchange: () => onCommit(value) }),
  );
  const options = choices.map((choice, i) =>
    h('label', { class: 'switch-option' }, inputs[i], h('span', {}, choice.mark, choice.label)),
  );
  return {
    options,
    // No fieldset: WebKit gives its legend a line of its own.
    element: h(
      'div',
      { class: 'switch', role: 'radiogroup', 'aria-label': label },
      h('span', { class: 'switch-label', 'aria-hidden': 'true' }, label),
      h('div', { class: 'switch-options' }, ...options),
    ),
    update(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}
