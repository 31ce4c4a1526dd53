import { h, setText } from '../../views/dom.js';
import { equations, fixed, fraction, row, sub } from '../../views/math.js';
import { scrollRegion } from '../../views/scroll-region.js';
import { printProbability, sampleTerm, space } from './terms.js';

/** @typedef {import('./sample-losses.js').SampleLosses} SampleLosses */

/**
 * One sample's loss, from its features to its share of the mean.
 */
export function createDetail() {
  const title = h('h3', { class: 'picture-title' });
  const calculation = h('div', { class: 'calculation' });
  const verdict = h('p');
  return {
    element: h(
      'div',
      { class: 'stack' },
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
