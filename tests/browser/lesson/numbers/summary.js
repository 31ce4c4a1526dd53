import { LINE, lineAccuracy } from '../../../../web/lesson/summary/section.js';

/**
 * @param {import('../../../../web/engine/engine.js').Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function summaryNumbers(engine) {
  return { 'summary.epochs': LINE.epochs, 'summary.lineAccuracy': lineAccuracy(engine) };
}
