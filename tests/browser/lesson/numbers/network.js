import assert from 'node:assert/strict';
import {
  createExample,
  LAYER_SIZES,
  SEED,
  SMALL_SCALE,
} from '../../../../web/lesson/network/example.js';
import { countParameters, GROWTH, liveAnswer } from '../../../../web/lesson/network/section.js';

/**
 * @param {import('../../../../web/engine/engine.js').Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function networkNumbers(engine) {
  const { network, X } = createExample(engine);
  const [, second] = network.trace(X);
  const arrives = [...X[0].keys()].filter((s) => second.z.some((row) => row[s] > 0));
  assert.deepEqual(arrives, [3], 'the fourth sample alone arrives');
  const counts = network
    .layers()
    .map(({ weights, biases }) => weights.length * weights[0].length + biases.length);
  const small = liveAnswer(engine, SMALL_SCALE);
  const grown = liveAnswer(engine, GROWTH * SMALL_SCALE);
  return {
    'network.scale': SMALL_SCALE,
    'network.seed': SEED,
    'network.z': small.z,
    'network.answer': small.output,
    ...Object.fromEntries(LAYER_SIZES.map((size, i) => [`network.size${i}`, size])),
    ...Object.fromEntries(counts.map((count, i) => [`network.count${i + 1}`, count])),
    'network.count': countParameters(engine),
    'network.growth': GROWTH,
    'network.factor': grown.z / small.z,
    'network.grownAnswer': grown.output,
  };
}
