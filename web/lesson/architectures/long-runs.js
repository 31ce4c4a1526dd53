/** The runs of the section's questions. */

import { commonOf } from './common.js';
import { CONTENDERS, createSeeded, createTrainer, EPOCHS, NOTEBOOK } from './contenders.js';
import { CurvePoints } from './curve-points.js';

/** How long the plateau is watched. */
export const PLATEAU_EPOCHS = 10_000;
/** A loss below this has left the plateau. */
export const PLATEAU_END = 0.69;
/** How many runs differ in their seed alone. */
export const SEEDS = 30;
/** Epochs without a look at the clock: about a millisecond. */
const CHUNK = 10;

export const [, MEDIUM, DEEP] = CONTENDERS;

/**
 * Deep from small weights, by exact backpropagation, for long.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @returns {Generator<number, { points: CurvePoints, leftAt: number | null, trainLoss: number }>}
 *   yields the epoch
 */
export function* watchPlateau(engine) {
  const { data } = commonOf(engine);
  const network = createSeeded(engine, DEEP.layerSizes, 'small', NOTEBOOK.seed);
  const trainer = createTrainer(engine, network, data, { rule: 'backprop' });
  network.dispose();
  const points = new CurvePoints(PLATEAU_EPOCHS);
  points.append(trainer.metricsRow());
  /** @type {number | null} */
  let leftAt = null;
  for (let epoch = 0; epoch < PLATEAU_EPOCHS; epoch += 1) {
    points.append(trainer.step(1));
    const { trainLoss } = trainer.metrics();
    if (leftAt === null && trainLoss < PLATEAU_END) leftAt = epoch + 1;
    if (epoch % CHUNK === 0) yield epoch;
  }
  const { trainLoss } = trainer.metrics();
  trainer.dispose();
  return { points, leftAt, trainLoss };
}

/**
 * Medium from He's weights, by exact backpropagation, seed by seed.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @returns {Generator<number, number[]>} yields how many are done, and returns how many test points
 *   each has right
 */
export function* trainSeeds(engine) {
  const { data } = commonOf(engine);
  const nTest = data.test.y[0].length;
  const right = [];
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const network = createSeeded(engine, MEDIUM.layerSizes, 'he', seed);
    const trainer = createTrainer(engine, network, data, { rule: 'backprop' });
    network.dispose();
    for (let epoch = 0; epoch < EPOCHS; epoch += CHUNK) {
      trainer.step(CHUNK);
      yield seed - 1;
    }
    right.push(Math.round(trainer.metrics().testAccuracy * nTest));
    trainer.dispose();
  }
  return right;
}

/**
 * What has become of it: a loss that halves within a hundredth of the time falls.
 *
 * @param {{ leftAt: number | null, trainLoss: number, points: CurvePoints }} run
 * @returns {'stays' | 'creeps' | 'falls'}
 */
export function fateOf({ leftAt, trainLoss, points }) {
  if (leftAt === null) return 'stays';
  const soon = points.of('trainLoss').find(({ x }) => x >= leftAt + PLATEAU_EPOCHS / 100);
  return (soon?.y ?? trainLoss) < PLATEAU_END / 2 ? 'falls' : 'creeps';
}
