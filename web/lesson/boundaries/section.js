import { fixed } from '../parts/math.js';
import { formatCount } from '../parts/numbers.js';
import { nextFrame } from '../parts/schedule.js';
import { createClient } from '../../worker/client.js';
import { trainTo } from '../../worker/training.js';
import { mountBoundaries, mountThree } from './boundaries.js';
import { EXAMPLES, LONGER, TO_SKETCH } from './examples.js';
import { agreement, classifier, countRight, parseLine, startLine } from './sketch-line.js';
import { mountSketch, POINT_COUNT, sketchIn } from './sketch.js';

/** @typedef {import('../../state/lab-state.js').Scene} Scene */

/** While the network's boundary comes to be beside the sketched one. */
const EPOCHS_A_FRAME = 4;
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
  'boundaries-longer': async () => {
    const { config } = /** @type {typeof EXAMPLES[number]} */ (
      EXAMPLES.find(({ id }) => id === 'smooth')
    );
    const client = createClient();
    await client.create(config);
    const { metrics: before } = await trainTo(client, config.epochs);
    const { metrics: after } = await trainTo(client, LONGER * config.epochs);
    client.dispose();
    const text =
      `From epoch ${formatCount(before.epoch)} to ${formatCount(after.epoch)} the training loss goes from ` +
      `${fixed(before.trainLoss, 3)} to ${fixed(after.trainLoss, 3)}, and the test loss from ` +
      `${fixed(before.testLoss, 3)} to ${fixed(after.testLoss, 3)}.`;
    return { result: compare(before.testLoss, after.testLoss), text };
  },

  'boundaries-sketch': async (question) => {
    const { place, guess } = question;
    const sketch = sketchIn(place);
    sketch?.lock(true);
    const client = createClient();
    const { description, frame: start } = await client.create(TO_SKETCH);
    let frame = start;
    // To be watched.
    while (frame.metrics.epoch < TO_SKETCH.epochs) {
      [frame] = await Promise.all([client.advance({ epochs: EPOCHS_A_FRAME }), nextFrame()]);
      sketch?.showAnswer(frame);
    }
    sketch?.describe();
    const { test } = description;
    const points = Array.from(
      test.x1,
      (x1, i) => /** @type {[number, number]} */ ([x1, test.x2[i]]),
    );
    const probabilities = /** @type {number[]} */ (await client.predict(points));
    client.dispose();
    return compareBoundaries({ description, frame, probabilities }, guess);
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
 * @param {Pick<Scene, 'description' | 'frame'> & { probabilities: number[] }} trained with what it says
 *   of the test points
 * @param {string} guess the sketched line
 * @returns {import('../place.js').Outcome}
 */
export function compareBoundaries({ description, frame, probabilities }, guess) {
  const { bounds, train: known, test } = description;
  const points = parseLine(guess, POINT_COUNT) ?? startLine(bounds, POINT_COUNT);
  const classify = classifier(points, bounds, known);
  const plane = agreement(frame.grid, frame.resolution, bounds, classify);
  const count = test.y.length;
  const same = probabilities.reduce(
    (sum, p, i) => sum + Number(classify(test.x1[i], test.x2[i]) === Number(p > 0.5)),
    0,
  );
  const right = Math.round(frame.metrics.testAccuracy * count);
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
