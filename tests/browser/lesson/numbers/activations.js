import { compareLinear } from '../../../../web/lesson/activations/deep-networks.js';

/**
 * @param {import('../../../../web/engine/engine.js').Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function activationsNumbers(engine) {
  const slope = (/** @type {string} */ name, /** @type {number} */ x) =>
    engine.activationDerivative(name, [x])[0];
  return {
    'activations.sigmoid0': engine.activate('sigmoid', [0])[0],
    'activations.sigmoidSlope0': slope('sigmoid', 0),
    'activations.sigmoidSlope5': slope('sigmoid', 5),
    'activations.tanhSlope0': slope('tanh', 0),
    'activations.tanhSlope2': slope('tanh', 2),
    'activations.vanished': slope('sigmoid', 0) ** 10,
    // Where e^x leaves the double-precision numbers.
    'activations.overflow': Math.log(Number.MAX_VALUE),
    'activations.deepParameters': compareLinear(engine).parameterCount,
  };
}
