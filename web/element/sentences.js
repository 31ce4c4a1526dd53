import { parseGoal } from '../state/goal.js';

/** @typedef {import('../state/messages.js').MessageWords} MessageWords */

/**
 * What messages are said with.
 *
 * @param {import('../languages/en.js').FirstTexts} texts
 * @param {(value: number) => string} [number] as in attributes, unless a reader's way is given
 * @returns {MessageWords}
 */
export function messageWords(texts, number = String) {
  return { ...texts.messages, number };
}

/**
 * What a lab is doing, in a sentence: seen under the buttons, read out by screen readers. It changes
 * with the status only, not with every frame.
 *
 * @param {import('../state/lab-state.js').LabState} state
 * @param {import('../languages/en.js').FirstTexts} texts
 * @param {import('../views/text/formats.js').Formats} formats
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

/** @type {Record<string, string>} */
const SIGNS = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };

/**
 * A goal in a sentence, and that it has been reached.
 *
 * @param {string} goal
 * @param {import('../state/types.js').Metrics | null} reached of the epoch at which it has been
 * @param {import('../languages/en.js').Texts['goal']} texts
 * @param {import('../views/text/formats.js').Formats} formats
 * @returns {string} empty where there is no goal
 */
export function goalText(goal, reached, texts, formats) {
  const conditions = parseGoal(goal).map(({ metric, comparison, value }) => {
    const format = metric.endsWith('Accuracy') ? formats.exactPercent : formats.exact;
    return `${texts.metrics[metric]} ${SIGNS[comparison]}\u00a0${format(value)}`;
  });
  if (conditions.length === 0) return '';
  const all = conditions.join(', ');
  return reached ? texts.reached(all, formats.count(reached.epoch)) : texts.aim(all);
}
