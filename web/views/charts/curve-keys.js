/** How keys walk along a curve: from point to point, in steps that cross all of it in a minute. */

/** Presses of an arrow key, and of a page key, from one end to the other, about. */
const PRESSES = { arrow: 40, page: 8 };

/** @type {Record<string, { direction: -1 | 1, size: keyof typeof PRESSES }>} */
const STEPS = {
  ArrowLeft: { direction: -1, size: 'arrow' },
  ArrowRight: { direction: 1, size: 'arrow' },
  PageDown: { direction: -1, size: 'page' },
  PageUp: { direction: 1, size: 'page' },
};

/**
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey'>} event with Shift, an arrow goes to the very next point
 * @param {readonly number[]} epochs of the points, ascending
 * @param {number | null} epoch where it is read now; from nowhere one begins where the curve ends
 * @returns {number | null} the epoch to read; null where the key means nothing to a curve
 */
export function epochOfKey({ key, shiftKey }, epochs, epoch) {
  const last = epochs.length - 1;
  if (last < 0) return null;
  if (key === 'Home') return epochs[0];
  if (key === 'End') return epochs[last];
  if (!Object.hasOwn(STEPS, key)) return null;
  if (epoch === null) return epochs[last];
  const { direction, size } = STEPS[key];
  const isNext = shiftKey && size === 'arrow';
  const length = isNext ? 1 : Math.max(1, Math.round(epochs.length / PRESSES[size]));
  const place = placeOf(epochs, epoch, direction);
  return epochs[Math.min(last, Math.max(0, place + direction * length))];
}

/**
 * @param {readonly number[]} epochs
 * @param {number} epoch that may have a point no longer
 * @param {-1 | 1} direction
 * @returns {number} its place among the points, or that of the next one behind
 */
function placeOf(epochs, epoch, direction) {
  const after = epochs.findIndex((one) => one >= epoch);
  if (after < 0) return epochs.length - 1;
  return epochs[after] === epoch || direction < 0 ? after : after - 1;
}
