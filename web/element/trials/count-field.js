import { complaint, errorOf } from '../../state/messages.js';
import { numberField } from '../../views/controls/number-field.js';

/**
 * How many of something there are to be.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.label
 * @param {number} options.first what it is until somebody types
 * @param {number} [options.least]
 * @param {number} options.most
 * @param {() => void} options.onChange
 */
export function countField({ id, label, first, least = 1, most, onChange }) {
  let text = String(first);
  let isTyped = false;
  const field = numberField({
    id,
    label,
    min: least,
    max: most,
    onCommit: (typed) => {
      text = typed;
      isTyped = true;
      onChange();
    },
  });
  field.update(text);
  return {
    element: field.element,

    /** @param {number} count what it is to be, unless somebody has typed */
    propose(count) {
      if (isTyped || text === String(count)) return;
      text = String(count);
      field.update(text);
    },

    /**
     * @returns {number}
     * @throws {RangeError} that says what came and what is allowed
     */
    read() {
      const value = text.trim() === '' ? NaN : Number(text);
      if (Number.isInteger(value) && value >= least && value <= most) return value;
      const isWhole = Number.isInteger(value);
      throw errorOf(
        RangeError,
        complaint(
          label,
          isWhole ? value : text,
          ({ problem }) =>
            isWhole ? (value < least ? problem.tooSmall : problem.tooLarge) : problem.notWhole,
          ({ allowed, number }) => allowed.range(number(least), number(most)),
        ),
      );
    },
  };
}
