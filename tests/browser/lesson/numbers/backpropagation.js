import { EXAMPLE, look } from '../../../../web/lesson/backpropagation/example.js';
import {
  countNotebookParameters,
  LEARNING_RATE,
  stepOnce,
} from '../../../../web/lesson/backpropagation/section.js';

/**
 * @param {import('../../../../web/engine/engine.js').Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function backpropagationNumbers(engine) {
  const { output, loss } = look(engine, EXAMPLE);
  return {
    'backpropagation.error': output.delta,
    'backpropagation.v2': EXAMPLE.parameters[7],
    'backpropagation.loss': loss,
    'backpropagation.learningRate': LEARNING_RATE,
    'backpropagation.simplifiedLoss': stepOnce(engine, 'simplified').after,
    'backpropagation.exactLoss': stepOnce(engine, 'backprop').after,
    'backpropagation.parameters': countNotebookParameters(engine),
    'backpropagation.passes': 2 * countNotebookParameters(engine),
  };
}
