import { h } from '../../views/dom.js';

/** @typedef {Pick<import('../place.js').Question, 'frames' | 'place'>} Question */

/**
 * Computes an outcome that takes long a little in each frame, and shows in the prediction's form how
 * far it is.
 *
 * @template T
 * @param {Question} question
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

/**
 * Trains a little in each frame, as many epochs as are asked for.
 *
 * @param {Question} question
 * @param {import('../../engine/experiment.js').Experiment} experiment
 * @param {{ epochs: number, pace: number, show?: () => void }} how pace: epochs a frame; show: called
 *   after each
 * @returns {Promise<void>}
 */
export function trainInFrames({ frames, place }, experiment, { epochs, pace, show = () => {} }) {
  let done = 0;
  return new Promise((resolve) => {
    frames.run(
      place,
      () => {
        const step = Math.min(pace, epochs - done);
        experiment.step(step);
        done += step;
        show();
        return done < epochs;
      },
      resolve,
    );
  });
}
