/**
 * A record to try what is read and what is refused.
 *
 * @module
 */

import { defaultConfig } from '../../web/state/config.js';
import { makeRecord } from '../../web/state/record.js';
import { descriptionOf, frameAt } from './frames.js';

export const CONFIG = {
  ...defaultConfig(),
  layers: [3],
  classNames: ['no', 'yes'],
  theme: /** @type {const} */ ('dark'),
};
const DESCRIPTION = {
  ...descriptionOf([2, 3, 1]),
  activations: /** @type {('tanh' | 'sigmoid')[]} */ (['tanh', 'sigmoid']),
};
const PARAMETERS = Float64Array.from({ length: 13 }, (_, i) => (i - 6.5) / 7);

/** A run of two epochs, whose numbers no training gives. */
export function exampleRecord() {
  const metrics = frameAt(2).metrics;
  const curves = Object.fromEntries(
    Object.entries(metrics).map(([name, value]) => [
      name,
      name === 'epoch' ? Float64Array.of(0, 1, 2) : Float64Array.of(0.25, 0.75, value),
    ]),
  );
  return makeRecord({
    config: CONFIG,
    description: DESCRIPTION,
    frame: frameAt(2, { parameters: PARAMETERS }),
    curves: /** @type {import('../../web/state/types.js').Curves} */ (curves),
    imported: PARAMETERS.map((value) => -value),
  });
}
