import { h, setAttribute, setText } from '../dom.js';

/**
 * Several of a few that are worth seeing all at once.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.label
 * @param {string} [options.hint]
 * @param {readonly { value: string, label: string, help: string }[]} options.choices
 * @param {(text: string) => void} options.onCommit called with a list such as "x1,x2"
 * @returns {import('./field.js').Field}
 */
export function checkField({ id, label, hint, choices, onCommit }) {
  const chosen = () => inputs.filter(({ checked }) => checked).map(({ value }) => value);
  const inputs = choices.map(({ value }) =>
    h('input', { type: 'checkbox', name: id, value, onchange: () => onCommit(chosen().join(',')) }),
  );
  const error = h('p', { class: 'field-error', id: `${id}-error`, 'aria-live': 'polite' });
  const list = h(
    'div',
    { class: 'check-list' },
    ...choices.map((choice, i) =>
      h('label', { class: 'check', title: choice.help }, inputs[i], h('span', {}, choice.label)),
    ),
  );
  const element = h(
    'div',
    { class: 'field field-checks', role: 'group', 'aria-labelledby': `${id}-label`, title: hint },
    // The fold that it is in has the same name.
    h('span', { class: 'visually-hidden', id: `${id}-label` }, label),
    list,
    error,
  );
  setAttribute(element, 'aria-describedby', error.id);
  return {
    element,
    setError: (message) => setText(error, message),
    update(text) {
      const names = text.split(',');
      for (const input of inputs) input.checked = names.includes(input.value);
    },
  };
}
