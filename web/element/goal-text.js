import { parseGoal } from '../state/goal.js';
import { COLUMNS } from '../state/metrics.js';

/** @type {Record<string, string>} */
const SIGNS = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };

/**
 * A goal in a sentence, and that it has been reached.
 *
 * @param {string} goal
 * @param {import('../state/types.js').Metrics | null} reached of the epoch at which it has been
 * @param {import('../languages/en.js').Texts['goal']} texts
 * @param {import('../views/formats.js').Formats} formats
 * @returns {string} empty where there is no goal
 */
export function goalText(goal, reached, texts, formats) {
  const conditions = parseGoal(goal).map(({ column, comparison, value }) => {
    const metric = COLUMNS[column];
    const format = metric.endsWith('Accuracy') ? formats.exactPercent : formats.exact;
    return `${texts.metrics[metric]} ${SIGNS[comparison]}\u00a0${format(value)}`;
  });
  if (conditions.length === 0) return '';
  const all = conditions.join(', ');
  return reached ? texts.reached(all, formats.count(reached.epoch)) : texts.aim(all);
}
