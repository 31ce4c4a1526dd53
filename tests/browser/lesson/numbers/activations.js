import assert from 'node:assert/strict';
import {
  compareLinear,
  DEEP_KINDS,
  gradientSizes,
} from '../../../../web/lesson/activations/networks.js';

/**
 * @param {import('../../../../web/engine/engine.js').Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function activationsNumbers(engine) {
  const slope = (/** @type {string} */ name, /** @type {number} */ x) =>
    engine.activationDerivative(name, [x])[0];
  const [sigmoid, ...others] = DEEP_KINDS.map((kind) => {
    const sizes = gradientSizes(engine, kind);
    return sizes[0] / sizes[sizes.length - 1];
  });
  assert.ok(sigmoid < 1e-5, 'next to nothing arrives through sigmoids');
  for (const share of others) {
    assert.ok(share > 0.1 && share < 10, 'tanh and ReLU keep it within a factor of ten');
  }
  return {
    'activations.sigmoidSlope0': slope('sigmoid', 0),
    'activations.tanhSlope0': slope('tanh', 0),
    'activations.vanished': slope('sigmoid', 0) ** 10,
    // Where e^x leaves the double-precision numbers.
    'activations.overflow': Math.log(Number.MAX_VALUE),
    'activations.deepParameters': compareLinear(engine).parameterCount,
  };
}
