import { h, setText } from '../../views/dom.js';
import { equations, fixed, fraction, row, sub } from '../parts/math.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { button, buttons, columns, quantities, stack } from '../parts/widget.js';
import { slider } from '../parts/fields.js';
import { sampleTerm } from './sample-losses.js';
import { seriesFigure } from '../parts/chart.js';

/** @typedef {import('../parts/math.js').Term} Term */
/** @typedef {{ y: number, p: number }} Prediction true class and predicted probability of class 1 */

/** The notebook's example for the loss. @type {readonly Prediction[]} */
const NOTEBOOK_SAMPLES = [
  { y: 0, p: 0.1 },
  { y: 1, p: 0.9 },
  { y: 1, p: 0.8 },
  { y: 0, p: 0.2 },
];

/** Points of a curve, and the loss up to which it is drawn. */
const CURVE_STEPS = 200;
const HIGHEST = 5;

/**
 * Binary cross-entropy and accuracy of four samples, every term written out.
 *
 * @param {import('../place.js').Place} place
 */
export function mountFourSamples(place) {
  const { engine } = place;
  /** @type {Prediction[]} */
  let samples = [];
  const view = seriesFigure(place, {
    id: 'costs',
    title: 'What one sample costs',
    axes: {
      x: { title: 'Predicted probability ŷ of class 1', type: 'linear', min: 0, max: 1 },
      y: { title: 'Loss of the sample', type: 'linear', min: 0, max: HIGHEST },
    },
  });
  const curves = [0, 1].map((y) => costCurve(engine, y));
  const calculation = h('div', { class: 'calculation' });
  const verdict = h('p', { class: 'verdict', 'aria-live': 'polite' });

  const show = (/** @type {Prediction[]} */ next) => {
    samples = next;
    const y = samples.map((sample) => sample.y);
    const p = samples.map((sample) => sample.p);
    const losses = samples.map((one) => engine.binaryCrossEntropy([one.y], [one.p]));
    const loss = engine.binaryCrossEntropy(y, p);
    const accuracy = engine.accuracy(y, p);
    calculation.replaceChildren(writeOut(samples, losses, loss));
    setText(verdict, `Loss ${fixed(loss, 4)}, accuracy ${fixed(accuracy, 4)}`);
    view.chart.show([...curves, ...[0, 1].map((label) => dots(samples, losses, label))]);
    view.describe(describe(losses));
    place.publish('sample-loss', {
      shape: `(1, ${samples.length})`,
      values: losses.join('\n'),
      where: 'the four samples',
    });
    place.publish('cross-entropy', { shape: '()', values: `${loss}`, where: 'the four samples' });
    place.publish('accuracy', { shape: '()', values: `${accuracy}`, where: 'the four samples' });
  };

  const controls = NOTEBOOK_SAMPLES.map((_, i) =>
    sampleControls(i, (change) =>
      show(samples.map((old, j) => (j === i ? { ...old, ...change } : old))),
    ),
  );
  const reset = () => {
    controls.forEach((one, i) => one.update(NOTEBOOK_SAMPLES[i]));
    show([...NOTEBOOK_SAMPLES]);
  };
  place.root.append(
    columns(
      stack(
        ...controls.map(({ element }) => element),
        buttons(button('Back to the example', reset)),
      ),
      stack(
        scrollRegion('The calculation of the loss', calculation),
        verdict,
        quantities(place, {
          'sample-loss': 'loss of a sample',
          'cross-entropy': 'binary cross-entropy',
          accuracy: 'accuracy',
        }),
        view.element,
      ),
    ),
  );
  reset();
}

/**
 * @param {number} index
 * @param {(change: Partial<Prediction>) => void} onChange
 */
function sampleControls(index, onChange) {
  const number = index + 1;
  const label = radioSwitch({
    name: `y${number}`,
    label: 'True class',
    choices: [0, 1].map((y) => ({ value: String(y), label: String(y) })),
    onCommit: (value) => onChange({ y: Number(value) }),
  });
  const probability = slider({
    id: `p${number}`,
    label: `Predicted ŷ${'₁₂₃₄'[index]}`,
    min: 0,
    max: 1,
    step: 0.01,
    value: 0.5,
    onChange: (p) => onChange({ p }),
  });
  return {
    element: h(
      'fieldset',
      { class: 'sample' },
      h('legend', {}, `Sample ${number}`),
      label.element,
      probability.element,
    ),
    /** @param {Prediction} sample */
    update({ y, p }) {
      label.update(String(y));
      probability.value = p;
    },
  };
}

/**
 * @param {Prediction[]} samples
 * @param {number[]} losses
 * @param {number} loss
 */
function writeOut(samples, losses, loss) {
  const lines = samples.map(({ y, p }, i) => ({ left: sub('ℓ', i + 1), right: sampleTerm(y, p) }));
  const results = losses.map((value) => ({ left: '', right: fixed(value, 4) }));
  /** @type {Term[]} */
  const sum = losses.flatMap((value, i) => (i > 0 ? ['+', fixed(value, 4)] : [fixed(value, 4)]));
  return equations([
    ...lines.flatMap((line, i) => [line, results[i]]),
    { left: 'L', right: fraction(row(...sum), losses.length) },
    { left: '', right: fixed(loss, 4) },
  ]);
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {number} y
 * @returns {import('../../views/charts/series-chart.js').Series}
 */
function costCurve(engine, y) {
  const points = Array.from({ length: CURVE_STEPS + 1 }, (_, i) => i / CURVE_STEPS)
    .map((x) => ({ x, y: engine.binaryCrossEntropy([y], [x]) }))
    .filter((point) => point.y <= HIGHEST);
  return { label: `true class ${y}`, color: /** @type {0 | 1} */ (y), dashed: y === 0, points };
}

/**
 * @param {Prediction[]} samples
 * @param {number[]} losses
 * @param {number} label
 * @returns {import('../../views/charts/series-chart.js').Series}
 */
function dots(samples, losses, label) {
  const points = samples
    .map(({ y, p }, i) => ({ y, point: { x: p, y: Math.min(losses[i], HIGHEST) } }))
    .filter(({ y }) => y === label)
    .map(({ point }) => point)
    .sort((a, b) => a.x - b.x);
  return { label: '', color: /** @type {0 | 1} */ (label), dots: true, points };
}

/** @param {number[]} losses */
function describe(losses) {
  const list = losses.map((loss, i) => `sample ${i + 1} costs ${fixed(loss, 4)}`).join(', ');
  return `Two curves: for true class 1 the loss falls from above ${HIGHEST} at probability 0 to 0 at probability 1; for true class 0 it rises the other way round. They cross at one half. Now ${list}.`;
}
