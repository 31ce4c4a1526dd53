import {
  EXAMPLES,
  LAB,
  LONGER,
  RESOLUTION,
  TO_SKETCH,
} from '../../../../web/lesson/boundaries/examples.js';
import { BAND_COUNT } from '../../../../web/views/palette.js';

/** A place far from every sample, for what a network says where it knows nothing. */
const FAR_AWAY = /** @type {[number, number]} */ ([10, -8]);

/**
 * @param {import('../../../../web/engine/engine.js').Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function boundariesNumbers(engine) {
  const lab = engine.createExperiment(LAB);
  lab.step(LAB.epochs);
  return {
    ...exampleNumbers(engine),
    'boundaries.resolution': RESOLUTION,
    'boundaries.bands': BAND_COUNT,
    'boundaries.farX1': FAR_AWAY[0],
    'boundaries.farX2': FAR_AWAY[1],
    'boundaries.farProbability': Number(lab.predict([FAR_AWAY])[0]),
    'boundaries.sketchCount': engine.trainTestSplit(
      TO_SKETCH.samples,
      TO_SKETCH.testSize,
      TO_SKETCH.seed,
    ).train.length,
  };
}

/** @param {import('../../../../web/engine/engine.js').Engine} engine */
function exampleNumbers(engine) {
  const experiments = Object.fromEntries(
    EXAMPLES.map(({ id, config }) => [id, engine.createExperiment(config)]),
  );
  const [{ config }] = EXAMPLES;
  for (const one of Object.values(experiments)) one.step(config.epochs);
  const { simple, smooth, jagged } = experiments;
  const large = EXAMPLES[2].config;
  const more = engine.createExperiment({ ...large, samples: 2000, testSize: 0.5 });
  more.step(large.epochs);
  const { train, test } = simple.description;
  const numbers = {
    'boundaries.moreSamples': more.description.train.y.length,
    'boundaries.moreTest': more.metrics().testLoss,
    'boundaries.noise': config.noise,
    'boundaries.epochs': config.epochs,
    'boundaries.trainCount': train.y.length,
    'boundaries.testCount': test.y.length,
    'boundaries.simpleTrain': simple.metrics().trainLoss,
    'boundaries.simpleTest': simple.metrics().testLoss,
    'boundaries.smoothTrain': smooth.metrics().trainLoss,
    'boundaries.smoothTest': smooth.metrics().testLoss,
    'boundaries.jaggedTrain': jagged.metrics().trainLoss,
    'boundaries.jaggedTest': jagged.metrics().testLoss,
    'boundaries.jaggedRight': jagged.metrics().trainAccuracy * train.y.length,
    'boundaries.jaggedTestAccuracy': jagged.metrics().testAccuracy,
  };
  smooth.step((LONGER - 1) * config.epochs);
  return {
    ...numbers,
    'boundaries.longEpochs': smooth.metrics().epoch,
    'boundaries.longTrain': smooth.metrics().trainLoss,
    'boundaries.longTest': smooth.metrics().testLoss,
  };
}
