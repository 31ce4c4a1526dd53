import { numberField } from '../../views/controls/number-field.js';
import { linearStops } from '../../views/controls/slider-scale.js';

/**
 * A number with a slider, that keeps to its range.
 *
 * @param {object} options
 * @param {string} options.id unique in the widget
 * @param {string} options.label
 * @param {string} [options.hint]
 * @param {number} options.min
 * @param {number} options.max
 * @param {number} options.step of the slider; any number in the range can be typed
 * @param {number} options.value
 * @param {(value: number) => void} options.onChange
 * @returns {{ element: HTMLElement, value: number }} set `value` to show another
 */
export function slider({ id, label, hint, min, max, step, value: start, onChange }) {
  let value = start;
  const field = numberField({
    id,
    label,
    hint,
    min,
    max,
    stops: linearStops(min, max, step),
    onCommit(text) {
      const typed = Number(text);
      const isAllowed = text.trim() !== '' && typed >= min && typed <= max;
      field.setError(isAllowed ? '' : `${label}: “${text}”; allowed: ${min} to ${max}`);
      if (!isAllowed) return;
      value = typed;
      field.update(text);
      onChange(value);
    },
  });
  field.update(String(start));
  return {
    element: field.element,
    get value() {
      return value;
    },
    set value(next) {
      value = next;
      field.setError('');
      field.update(String(next));
    },
  };
}
