import { lackingIn, parseGoal } from '../state/goal.js';
import { guessOf } from '../state/guess.js';
import { columnsOf, scoresOf } from '../state/metrics.js';

/** @typedef {import('../state/messages.js').MessageWords} MessageWords */
/** @typedef {import('../state/lab-state.js').LabState} LabState */

/**
 * What messages are said with.
 *
 * @param {import('../languages/en.js').FirstTexts} texts
 * @param {(value: number) => string} [number] as in attributes, unless a reader's way is given
 * @returns {MessageWords}
 */
export function messageWords(texts, number = String) {
  return { ...texts.messages, settings: texts.settings, number };
}

/**
 * What a lab is doing, in a sentence: seen under the buttons, read out by screen readers. It changes
 * with the status only, not with every frame.
 *
 * @param {LabState} state
 * @param {import('../languages/en.js').FirstTexts} texts
 * @param {import('../views/text/formats.js').Formats} formats
 * @returns {string}
 */
export function statusText(state, texts, formats) {
  const { status, metrics, failure } = state;
  if (failure) return failure(messageWords(texts, formats.verbatim));
  switch (status) {
    case 'paused':
    case 'finished': {
      const epoch = formats.count(metrics?.epoch ?? 0);
      return texts.status[status](epoch, scoreText(state, texts, formats));
    }
    case 'ready':
      return isBelowGuessing(state)
        ? texts.status.readyBelow[testScoreOf(state).name]
        : texts.status.ready;
    default:
      return texts.status[/** @type {'loading' | 'training'} */ (status)];
  }
}

/**
 * @param {Pick<LabState, 'metrics' | 'description'>} state
 * @returns {boolean} whether the network, before any training, does worse on the test points than the
 *   same answer for every point
 */
function isBelowGuessing({ metrics, description }) {
  if (metrics?.epoch !== 0 || !description) return false;
  const guess = guessOf(description);
  // The mean of all values has an R² of 0.
  return scoresOf(metrics).test < ('accuracy' in guess ? guess.accuracy : 0);
}

/**
 * @param {ReturnType<typeof scoresOf>['name']} name
 * @param {number} value
 * @param {import('../views/text/formats.js').Formats} formats
 * @returns {string} of an accuracy in percent, of R² four decimals
 */
export const printScore = (name, value, formats) =>
  (name === 'r2' ? formats.loss : formats.percent)(value);

/**
 * @param {Pick<LabState, 'metrics' | 'config'>} state
 * @returns {Pick<ReturnType<typeof scoresOf>, 'name' | 'test'>} how well the network does on the test
 *   points, as far as is known
 */
export function testScoreOf({ metrics, config }) {
  if (metrics) return scoresOf(metrics);
  return { name: config.problem === 'regression' ? 'r2' : 'accuracy', test: NaN };
}

/**
 * @param {LabState} state
 * @param {import('../languages/en.js').FirstTexts} texts
 * @param {import('../views/text/formats.js').Formats} formats
 * @returns {string} the same in words, as in "test accuracy 97.5%"
 */
function scoreText(state, { goal }, formats) {
  const { name, test } = testScoreOf(state);
  const called = goal.metrics[name === 'r2' ? 'testR2' : 'testAccuracy'];
  return `${called} ${printScore(name, test, formats)}`;
}

/** @type {Record<string, string>} */
const SIGNS = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };

/**
 * A goal in a sentence, and that it has been reached, or why it cannot be.
 *
 * @param {Pick<import('../state/types.js').Config, 'goal' | 'problem'>} config
 * @param {import('../state/types.js').Metrics | null} reached of the epoch at which it has been
 * @param {import('../languages/en.js').Texts['goal']} texts
 * @param {import('../views/text/formats.js').Formats} formats
 * @returns {string} empty where there is no goal
 */
export function goalText({ goal, problem }, reached, texts, formats) {
  const conditions = parseGoal(goal);
  if (conditions.length === 0) return '';
  const all = conditions
    .map(({ metric, comparison, value }) => {
      const format = metric.endsWith('Accuracy') ? formats.exactPercent : formats.exact;
      return `${texts.metrics[metric]} ${SIGNS[comparison]}\u00a0${format(value)}`;
    })
    .join(', ');
  if (reached) return texts.reached(all, formats.count(reached.epoch));
  const lacking = lackingIn(conditions, columnsOf(problem)).map((name) => texts.metrics[name]);
  return texts.aim(all) + (lacking.length > 0 ? texts.lacking(lacking) : '');
}
