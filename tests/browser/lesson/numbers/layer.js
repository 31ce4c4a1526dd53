import { createLayer, EXAMPLE, SAMPLES, toColumns } from '../../../../web/lesson/layer/example.js';

/**
 * @param {import('../../../../web/engine/engine.js').Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function layerNumbers(engine) {
  const network = createLayer(engine, EXAMPLE.seed);
  const lastSum = (/** @type {number[]} */ sample) => network.trace(toColumns([sample]))[0].z[3][0];
  return {
    'layer.scale': EXAMPLE.scale,
    'layer.z4': lastSum(SAMPLES[0]),
    'layer.flippedZ4': lastSum(SAMPLES[0].map((value) => -value)),
  };
}
