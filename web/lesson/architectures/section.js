import { h } from '../../views/dom.js';
import { seriesFigure } from '../parts/chart.js';
import { outcomePicture } from '../surface.js';
import { formatCount } from '../parts/numbers.js';
import { commonOf } from './baselines.js';
import { DEEP, fateOf, PLATEAU_EPOCHS, SEEDS, trainSeeds, watchPlateau } from './long-runs.js';
import { RaceWidget } from './race-widget.js';
import { mountSeeds } from './seeds-widget.js';
import { mountStart } from './start-widget.js';

/** @typedef {import('../place.js').Question} Question */

/** @type {import('../place.js').Section['widgets']} */
export const widgets = {
  'architectures-race': (place) => new RaceWidget(place),
  'architectures-start': mountStart,
  'architectures-seeds': mountSeeds,
};

/** @type {Record<string, import('../place.js').Run>} */
export const predictions = {
  'architectures-plateau': async (question) => {
    const onProgress = progressOf(question, PLATEAU_EPOCHS);
    const { points, leftAt, trainLoss } = await watchPlateau({ onProgress });
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
    const { test } = commonOf(question.engine).data;
    const onProgress = progressOf(question, SEEDS);
    const right = await trainSeeds(question.engine, test.y[0].length, { onProgress });
    const [worst, best] = [Math.min(...right), Math.max(...right)];
    return {
      result: best - worst,
      text: `The worst has ${worst} right, the best ${best}: a difference of ${best - worst}.`,
    };
  },
};

/**
 * Shows in the question's form how far an outcome that takes long has come.
 *
 * @param {Question} question
 * @param {number} total
 * @returns {(done: number) => void}
 */
function progressOf({ place }, total) {
  const bar = h('progress', { 'aria-label': 'Progress', max: total, value: 0 });
  place.querySelector('.outcome')?.append(bar);
  return (done) => (bar.value = done);
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
