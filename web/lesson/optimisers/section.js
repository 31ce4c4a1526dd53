import { formatCount, formatNumber } from '../parts/numbers.js';
import { outcomePicture } from '../surface.js';
import { NetworkRace } from './network-race.js';
import { OneUpdate } from './one-update.js';
import { arrivalOf, ARRIVED } from './problems.js';
import { BOLD_RATE, CAREFUL_RATE, descend, firstStepOfAdam, MAGNIFIED } from './race.js';
import { ValleyRace } from './valley-race.js';
import { seriesFigure } from '../parts/chart.js';

/** @typedef {import('../place.js').Question} Question */

/** Epochs that the chart shows. */
const SHOWN = 200;

/** @type {import('../place.js').Section['widgets']} */
export const widgets = {
  'optimisers-valley': (place) => new ValleyRace(place),
  'optimisers-update': (place) => new OneUpdate(place),
  'optimisers-network': (place) => new NetworkRace(place),
};

/** @type {Record<string, import('../place.js').Run>} */
export const predictions = {
  'optimisers-first-step': ({ engine }) => {
    const { slope, step } = firstStepOfAdam(engine, MAGNIFIED);
    const result = Math.abs(step);
    return {
      result,
      text: `The slope is ${formatNumber(Math.abs(slope))}, and the engine’s step is ${result.toFixed(4)} long.`,
    };
  },
  'optimisers-bold': (question) => {
    const { engine } = question;
    const careful = descend(engine, CAREFUL_RATE);
    const bold = descend(engine, BOLD_RATE);
    const result = fateOf(bold, careful);
    return { result, text: TEXTS[result](bold), picture: chartOf(question, careful, bold) };
  },
};

/** @typedef {'faster' | 'bounces' | 'flies'} Fate */

/** @type {Record<Fate, (losses: number[]) => string>} */
const TEXTS = {
  faster: () => 'It arrives, and earlier.',
  bounces: (losses) => {
    const late = losses.slice(-2);
    const [low, high] = [Math.min(...late), Math.max(...late)].map((loss) => loss.toFixed(4));
    return `After ${formatCount(losses.length - 1)} epochs the loss still jumps between ${low} and ${high} above the minimum.`;
  },
  flies: (losses) =>
    `After ${formatCount(losses.length - 1)} epochs the loss is higher than at the start.`,
};

/**
 * @param {number[]} bold losses above the lowest
 * @param {number[]} careful the same with the smaller rate
 * @returns {Fate}
 */
function fateOf(bold, careful) {
  if (bold[bold.length - 1] > bold[0]) return 'flies';
  const [ofBold, ofCareful] = [bold, careful].map((losses) => arrivalOf(losses));
  return ofBold !== null && ofBold < (ofCareful ?? Infinity) ? 'faster' : 'bounces';
}

/**
 * @param {Question} question
 * @param {number[]} careful
 * @param {number[]} bold
 */
function chartOf({ theme }, careful, bold) {
  const view = seriesFigure(theme, {
    id: 'bold',
    title: 'Loss above the minimum',
    axes: {
      x: { title: 'Epoch', type: 'linear', min: 0, max: SHOWN },
      y: { title: 'Above the minimum', type: 'logarithmic', min: 1e-5, max: 10 },
    },
  });
  const series = (/** @type {number[]} */ losses) =>
    losses.slice(0, SHOWN + 1).map((y, x) => ({ x, y }));
  view.chart.show([
    { label: `Rate ${CAREFUL_RATE}`, color: 0, points: series(careful) },
    { label: `Rate ${BOLD_RATE}`, color: 1, dashed: [8, 3], points: series(bold) },
  ]);
  view.describe(
    `With rate ${CAREFUL_RATE} the loss falls to ${ARRIVED} above the minimum and below. With rate ${BOLD_RATE} it does not.`,
  );
  return outcomePicture(theme, view.element);
}
