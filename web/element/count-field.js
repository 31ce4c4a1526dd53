import { complaint, errorOf } from '../state/messages.js';
import { numberField } from '../views/controls/number-field.js';

/**
 * How many of something there are to be.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.label
 * @param {string} [options.hint]
 * @param {readonly number[]} [options.stops] of a slider; none: no slider
 * @param {string} [options.zero] the word for 0, where to a reader it is no number
 * @param {number} options.first what it is until somebody types
 * @param {number} [options.least]
 * @param {number} options.most
 * @param {() => void} options.onChange
 */
export function countField({ first, least = 1, most, onChange, ...options }) {
  const { label } = options;
  let text = String(first);
  let isTyped = false;
  const field = numberField({
    ...options,
    min: least,
    max: most,
    onCommit: (typed) => {
      text = typed;
      isTyped = true;
      onChange();
    },
  });
  const { element, setError } = field;
  /** @param {number} count what it is */
  const update = (count) => {
    text = String(count);
    field.update(text);
  };
  field.update(text);
  return {
    element,
    setError,
    update,

    /** @param {number} count what it is to be, unless somebody has typed */
    propose(count) {
      if (!isTyped && text !== String(count)) update(count);
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
