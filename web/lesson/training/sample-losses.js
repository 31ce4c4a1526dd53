/**
 * The losses of samples, one by one: measured, put in order, written out.
 *
 * @module
 */
import { h, setText } from '../../views/dom.js';
import { equations, fixed, fraction, mathElement, row, sub } from '../parts/math.js';
import { formatNumber, formatScientific, powerOfTen } from '../parts/numbers.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { stack } from '../parts/widget.js';

/** @typedef {import('../parts/math.js').Term} Term */

/**
 * @typedef {object} SampleLosses the training samples, one by one
 * @property {Float64Array} x1
 * @property {Float64Array} x2
 * @property {Float64Array} labels
 * @property {Float64Array} probabilities of class 1
 * @property {Float64Array} losses
 * @property {number} mean
 */

/** How near to 0 and 1 the loss lets a probability come: the engine's, as the notebook's. */
export const PROBABILITY_CLIP = 1e-7;
const DIGITS = 4;
/** Nearer to 1 than this, what is missing says more than the digits. */
const NEAR_ONE = 0.001;
const ROUNDING = 1e-12;

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {Pick<import('../../state/lab-state.js').Scene, 'description' | 'frame'>} scene
 * @returns {SampleLosses}
 */
export function measureSamples(engine, { description, frame }) {
  const { layerSizes, activations, train } = description;
  const { x1, x2, y: labels } = train;
  const network = engine.createNetwork(layerSizes, [...activations]);
  network.setParameters(frame.parameters);
  const [probabilities] = network.forward([x1, x2]);
  network.dispose();
  const losses = Float64Array.from(labels, (y, i) =>
    engine.binaryCrossEntropy([y], [probabilities[i]]),
  );
  return { x1, x2, labels, probabilities, losses, mean: frame.metrics.trainLoss };
}

/**
 * @param {'loss' | 'index'} sorting
 * @param {Float64Array} losses
 * @returns {Int32Array} the samples in this order; equal losses by index
 */
export function orderBy(sorting, losses) {
  const order = Int32Array.from(losses, (_, i) => i);
  return sorting === 'index' ? order : order.sort((a, b) => losses[b] - losses[a] || a - b);
}

/**
 * How the loss is spread over the samples.
 *
 * @param {Pick<SampleLosses, 'labels' | 'probabilities' | 'losses'>} samples
 */
export function spreadOf({ labels, probabilities, losses }) {
  const total = losses.reduce((sum, loss) => sum + loss, 0);
  const wrong = Array.from(losses).filter((_, i) => Number(probabilities[i] > 0.5) !== labels[i]);
  const ofWrong = wrong.reduce((sum, loss) => sum + loss, 0);
  let [sum, half] = [0, 0];
  for (const loss of losses.slice().sort((a, b) => b - a)) {
    sum += loss;
    half += 1;
    if (2 * sum >= total) break;
  }
  return { total, wrongCount: wrong.length, wrongShare: ofWrong / total, half };
}

/**
 * @param {SampleLosses} samples
 * @returns {string} the bars in words
 */
export function describeLosses(samples) {
  const { wrongCount, wrongShare, half } = spreadOf(samples);
  const { length } = samples.losses;
  return (
    `One bar for each of ${length} training samples, upwards for class 0, downwards for class 1. ` +
    `The mean is ${fixed(samples.mean, 4)}. ${wrongCount} samples are on the wrong side and make ` +
    `${fixed(100 * wrongShare, 0)}% of the sum; the ${half} largest make half of it.`
  );
}

/**
 * The loss of one sample with its numbers in their places.
 *
 * @param {number} y 0 or 1
 * @param {number} p
 * @returns {Element}
 */
export function sampleTerm(y, p) {
  return row('−', '(', y, '·', logarithm(p), '+', 1 - y, '·', logarithm(1 - p), ')');
}

/**
 * @param {number} p a probability, cut off near 0 and 1 as the loss does it
 * @returns {Element}
 */
function logarithm(p) {
  const clipped = Math.min(1 - PROBABILITY_CLIP, Math.max(PROBABILITY_CLIP, p));
  if (clipped < 1 && clipped > 1 - NEAR_ONE) {
    return row('ln', '(', 1, '−', printProbability(1 - clipped), ')');
  }
  return row('ln', space(), printProbability(clipped));
}

/**
 * @param {number} p
 * @returns {string} as many digits as say something
 */
function printProbability(p) {
  const short = Number(p.toFixed(2));
  // 1 − 0.9 is not 0.1 to the last bit.
  if (Math.abs(short - p) < ROUNDING) return String(short);
  if (Math.abs(p - PROBABILITY_CLIP) < ROUNDING) return powerOfTen(Math.log10(PROBABILITY_CLIP));
  return p < NEAR_ONE ? formatScientific(p, 2) : formatNumber(p, DIGITS);
}

/** Between the name of a function and its argument, or two numbers. */
function space() {
  return mathElement('mspace', { width: '0.2em' });
}

/** One sample's loss, from its features to its share of the mean. */
export function createDetail() {
  const title = h('h3', { class: 'picture-title' });
  const calculation = h('div', { class: 'calculation' });
  const verdict = h('p');
  return {
    element: stack(
      title,
      scrollRegion('The calculation of the sample’s loss', calculation),
      verdict,
    ),

    /**
     * @param {SampleLosses} samples
     * @param {number} sample
     */
    show(samples, sample) {
      const y = samples.labels[sample];
      setText(title, `Training sample ${sample}, of class ${y}`);
      calculation.replaceChildren(writeOut(samples, sample));
      setText(verdict, judge(samples, sample));
    },
  };
}

/**
 * @param {SampleLosses} samples
 * @param {number} i
 */
function writeOut({ x1, x2, labels, probabilities, losses }, i) {
  const [y, p, loss, count] = [labels[i], probabilities[i], losses[i], losses.length];
  return equations([
    { left: sub('𝐱', i), right: row('(', fixed(x1[i], 4), ',', space(), fixed(x2[i], 4), ')') },
    { left: sub('y', i), right: y },
    { left: sub('ŷ', i), right: printProbability(p) },
    { left: sub('ℓ', i), right: sampleTerm(y, p) },
    { left: '', right: fixed(loss, 4) },
    {
      left: fraction(sub('ℓ', i), 'm'),
      right: row(fraction(fixed(loss, 4), count), '=', fixed(loss / count, 4)),
    },
  ]);
}

/**
 * @param {SampleLosses} samples
 * @param {number} i
 */
function judge({ labels, probabilities, losses, mean }, i) {
  const predicted = Number(probabilities[i] > 0.5);
  const share = losses[i] / losses.length / mean;
  const verdict = predicted === labels[i] ? 'right' : 'wrong';
  return (
    `The network says class ${predicted}: ${verdict}. This one of ${losses.length} samples makes ` +
    `${fixed(100 * share, 2)}% of the loss, ${fixed(mean, 4)}.`
  );
}
