import { h } from '../../views/dom.js';
import { seriesFigure } from '../parts/chart.js';
import { outcomePicture } from '../surface.js';
import { formatCount } from '../parts/numbers.js';
import { DEEP, fateOf, PLATEAU_EPOCHS, SEEDS, trainSeeds, watchPlateau } from './long-runs.js';
import { mountRace } from './race-widget.js';
import { mountSeeds } from './seeds-widget.js';
import { mountStart } from './start-widget.js';

/** @typedef {import('../place.js').Question} Question */

/** @type {import('../place.js').Section['widgets']} */
export const widgets = {
  'architectures-race': mountRace,
  'architectures-start': mountStart,
  'architectures-seeds': mountSeeds,
};

/** @type {Record<string, import('../place.js').Run>} */
export const predictions = {
  'architectures-plateau': async (question) => {
    const steps = watchPlateau(question.engine);
    const { points, leftAt, trainLoss } = await runInFrames(question, steps, PLATEAU_EPOCHS);
    const left =
      leftAt === null
        ? 'does not leave the plateau'
        : `leaves the plateau at epoch ${formatCount(leftAt)}`;
    return {
      result: fateOf({ leftAt, trainLoss, points }),
      text: `Deep ${left}; its loss at epoch ${formatCount(PLATEAU_EPOCHS)} is ${trainLoss.toFixed(4)}.`,
      picture: plateauPicture(question, points, `Flat at first; it ${left}.`),
    };
  },
  'architectures-seeds': async (question) => {
    const steps = trainSeeds(question.engine);
    const right = await runInFrames(question, steps, SEEDS);
    const [worst, best] = [Math.min(...right), Math.max(...right)];
    return {
      result: best - worst,
      text: `The worst has ${worst} right, the best ${best}: a difference of ${best - worst}.`,
    };
  },
};

/**
 * Computes an outcome that takes long a little in each frame, and shows in the question's form how
 * far it is.
 *
 * @template T
 * @param {Question} question
 * @param {Generator<number, T>} steps each about a millisecond; yields how far it is
 * @param {number} total what it yields at the end
 * @returns {Promise<T>} what the generator returns
 */
function runInFrames({ frames, place }, steps, total) {
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
 * @param {Question} question
 * @param {import('./curve-points.js').CurvePoints} points
 * @param {string} description
 */
function plateauPicture({ theme }, points, description) {
  const view = seriesFigure(theme, {
    id: 'plateau',
    title: 'Deep from small weights',
    axes: {
      x: { title: 'Epoch', type: 'linear', min: 0, max: PLATEAU_EPOCHS },
      y: { title: 'Training loss', type: 'linear', min: 0, max: 1 },
    },
    hasLegend: false,
  });
  view.chart.show([{ label: DEEP.name, color: 2, points: points.of('trainLoss') }]);
  view.describe(description);
  return outcomePicture(theme, view.element);
}
