import { messageWords } from './message-words.js';

/**
 * What a lab is doing, in a sentence: seen under the buttons, read out by screen readers. It changes
 * with the status only, not with every frame.
 *
 * @param {import('../state/experiment.js').ExperimentState} state
 * @param {import('../languages/en.js').Texts} texts
 * @param {import('../views/formats.js').Formats} formats
 * @returns {string}
 */
export function statusText({ status, metrics, failure }, texts, formats) {
  switch (status) {
    case 'paused':
    case 'finished': {
      const epoch = formats.count(metrics?.epoch ?? 0);
      return texts.status[status](epoch, formats.percent(metrics?.testAccuracy ?? NaN));
    }
    case 'failed':
      return failure?.(messageWords(texts, formats.verbatim)) ?? '';
    default:
      return texts.status[status];
  }
}
