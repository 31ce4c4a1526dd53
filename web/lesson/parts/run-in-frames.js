import { h } from '../../views/dom.js';

/**
 * Computes an outcome that takes long a little in each frame, and shows in the prediction's form how
 * far it is.
 *
 * @template T
 * @param {Pick<import('../place.js').Question, 'frames' | 'place'>} question
 * @param {Generator<number, T>} steps each about a millisecond; yields how far it is
 * @param {number} total what it yields at the end
 * @returns {Promise<T>} what the generator returns
 */
export function runInFrames({ frames, place }, steps, total) {
  const bar = h('progress', { 'aria-label': 'Progress', max: total, value: 0 });
  place.querySelector('.outcome')?.append(bar);
  return new Promise((resolve, reject) => {
    frames.run(place, (budget) => {
      const end = performance.now() + budget;
      try {
        let step = steps.next();
        while (!step.done && performance.now() < end) step = steps.next();
        if (step.done) resolve(step.value);
        else bar.value = step.value;
        return !step.done;
      } catch (error) {
        reject(error);
        return false;
      }
    });
  });
}
