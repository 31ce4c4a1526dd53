import { defaultConfig } from '../../../../web/state/presets.js';
import { LINE, LONGER, metricsAt } from '../../../../web/lesson/summary/predictions.js';

/**
 * @param {import('../../../../web/engine/engine.js').Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function summaryNumbers(engine) {
  const { layers, samples, testSize } = defaultConfig();
  const [line] = metricsAt(engine, LINE.config, [LINE.epochs]);
  const [early, late] = metricsAt(engine, LONGER.config, [LONGER.early, LONGER.late]);
  return {
    'summary.epochs': LINE.epochs,
    'summary.lineAccuracy': line.testAccuracy,
    'summary.neurons': layers[0],
    'summary.early': LONGER.early,
    'summary.late': LONGER.late,
    'summary.earlyTrain': early.trainAccuracy,
    'summary.lateTrain': late.trainAccuracy,
    'summary.earlyTest': early.testAccuracy,
    'summary.lateTest': late.testAccuracy,
    'summary.earlyTestLoss': early.testLoss,
    'summary.lateTestLoss': late.testLoss,
    'summary.testCount': samples * testSize,
  };
}
