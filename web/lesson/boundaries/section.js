import { fixed } from '../parts/math.js';
import { formatCount } from '../parts/numbers.js';
import { trainInFrames } from '../parts/training-run.js';
import { mountBoundaries, mountThree } from './boundaries.js';
import { EXAMPLES, LONGER, RESOLUTION, TO_SKETCH } from './examples.js';
import { agreement, classifier, countRight, parseLine, startLine } from './sketch-line.js';
import { mountSketch, POINT_COUNT, sketchIn } from './sketch.js';

/** @typedef {import('../../engine/experiment.js').Experiment} Experiment */

const EPOCHS_A_FRAME = { longer: 20, sketch: 4 };
/** Losses nearer to one another than this are the same for the eye. */
const ALIKE = 0.02;
/** Share of the test points on which two boundaries agree that are the same for the eye. */
const SAME_BOUNDARY = 0.95;

/** @type {import('../place.js').Section['widgets']} */
export const widgets = {
  boundaries: mountBoundaries,
  'boundaries-three': mountThree,
  'boundaries-sketch': mountSketch,
};

/** @type {Record<string, import('../place.js').Run>} */
export const predictions = {
  'boundaries-longer': async (question) => {
    const { config } = /** @type {typeof EXAMPLES[number]} */ (
      EXAMPLES.find(({ id }) => id === 'smooth')
    );
    const experiment = question.engine.createExperiment(config);
    experiment.step(config.epochs);
    const before = experiment.metrics();
    const epochs = (LONGER - 1) * config.epochs;
    await trainInFrames(question, experiment, { epochs, pace: EPOCHS_A_FRAME.longer });
    const after = experiment.metrics();
    experiment.dispose();
    const text =
      `From epoch ${formatCount(before.epoch)} to ${formatCount(after.epoch)} the training loss goes from ` +
      `${fixed(before.trainLoss, 3)} to ${fixed(after.trainLoss, 3)}, and the test loss from ` +
      `${fixed(before.testLoss, 3)} to ${fixed(after.testLoss, 3)}.`;
    return { result: compare(before.testLoss, after.testLoss), text };
  },

  'boundaries-sketch': async (question) => {
    const { engine, place, guess } = question;
    const sketch = sketchIn(place);
    sketch?.lock(true);
    const experiment = engine.createExperiment(TO_SKETCH);
    const show = () =>
      sketch?.showAnswer({ grid: experiment.grid(RESOLUTION), resolution: RESOLUTION });
    await trainInFrames(question, experiment, {
      epochs: TO_SKETCH.epochs,
      pace: EPOCHS_A_FRAME.sketch,
      show,
    });
    sketch?.describe();
    const outcome = compareBoundaries(experiment, guess);
    experiment.dispose();
    return outcome;
  },
};

/**
 * @param {number} before
 * @param {number} after
 */
function compare(before, after) {
  if (Math.abs(after - before) < ALIKE) return 'alike';
  return after < before ? 'falls' : 'rises';
}

/**
 * @param {Experiment} experiment trained
 * @param {string} guess the sketched line
 * @returns {import('../place.js').Outcome}
 */
export function compareBoundaries(experiment, guess) {
  const { bounds, train: known, test } = experiment.description;
  const points = parseLine(guess, POINT_COUNT) ?? startLine(bounds, POINT_COUNT);
  const classify = classifier(points, bounds, known);
  const plane = agreement(experiment.grid(RESOLUTION), RESOLUTION, bounds, classify);
  const probabilities = experiment.predict(
    Array.from(test.x1, (x1, i) => /** @type {[number, number]} */ ([x1, test.x2[i]])),
  );
  const count = test.y.length;
  const same = probabilities.reduce(
    (sum, p, i) => sum + Number(classify(test.x1[i], test.x2[i]) === Number(p > 0.5)),
    0,
  );
  const right = Math.round(experiment.metrics().testAccuracy * count);
  const text =
    `You and the network agree on ${fixed(100 * plane, 0)}% of the plane and on ${same} of the ` +
    `${count} test points. Of these your line gets ${countRight(test, classify)} right, the ` +
    `network ${right}.`;
  return {
    result: plane,
    said: 'The dashed line is yours.',
    isRight: same >= SAME_BOUNDARY * count,
    text,
  };
}
