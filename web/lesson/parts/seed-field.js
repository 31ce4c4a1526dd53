import { iconButton } from '../../views/controls/icons.js';
import { numberField } from '../../views/controls/number-field.js';

const SEED_COUNT = 2 ** 32;
const TEXTS = { draw: 'Draw a new seed', hint: 'What the random numbers start from.' };

/**
 * The seed of a random stream, to type or to draw.
 *
 * @param {object} options
 * @param {string} options.id unique in the widget
 * @param {string} [options.label]
 * @param {number} options.value
 * @param {(seed: number) => void} options.onChange
 * @returns {{ element: HTMLElement, value: number }} set `value` to show another
 */
export function seedField({ id, label = 'Seed', value: start, onChange }) {
  let seed = start;
  const commit = (/** @type {string} */ text) => {
    const typed = Number(text);
    const isAllowed =
      text.trim() !== '' && Number.isInteger(typed) && typed >= 0 && typed < SEED_COUNT;
    const allowed = `a whole number from 0 to ${SEED_COUNT - 1}`;
    field.setError(isAllowed ? '' : `${label}: “${text}”; allowed: ${allowed}`);
    if (!isAllowed) return;
    seed = typed;
    field.update(text);
    onChange(seed);
  };
  const draw = () => commit(String(Math.floor(Math.random() * SEED_COUNT)));
  const field = numberField({
    id,
    label,
    hint: TEXTS.hint,
    min: 0,
    max: SEED_COUNT - 1,
    action: iconButton('dice', TEXTS.draw, draw),
    onCommit: commit,
  });
  field.update(String(start));
  return {
    element: field.element,
    get value() {
      return seed;
    },
    set value(next) {
      seed = next;
      field.setError('');
      field.update(String(next));
    },
  };
}
