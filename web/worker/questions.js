/**
 * Answers questions about a network that change nothing.
 *
 * @module
 */

import { RULES } from '../state/choices.js';
import { checkWhole } from './checks.js';

/** @import { ButterflyRequest, Question } from './protocol.js' */
/** @import { ExperimentHandle } from './run.js' */

/**
 * @param {Question} question
 * @param {() => ExperimentHandle} experiment called once the question is known to be one
 * @returns {unknown} see the table of the protocol
 * @throws {Error} that says what is not allowed, and what is
 */
export function answerQuestion(question, experiment) {
  switch (question.type) {
    case 'gradientCheck':
      return experiment().gradientCheck(question.epsilon);
    case 'activities':
      return experiment().activities();
    case 'butterfly':
      checkButterfly(question);
      return experiment().butterfly(question.rule, question.epochs);
    default:
      throw new TypeError(`request: ${unknownType(question)} is none that the worker knows`);
  }
}

/** @param {ButterflyRequest} request */
function checkButterfly({ rule, epochs }) {
  if (!RULES.includes(rule)) {
    throw new RangeError(`butterfly: rule is ${rule}; allowed are ${RULES.join(', ')}`);
  }
  checkWhole('butterfly', 'epochs', epochs, 1);
}

/** @param {{ type?: unknown }} request */
function unknownType({ type }) {
  return typeof type === 'string' ? `"${type}"` : typeof type;
}
