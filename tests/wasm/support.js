import { readFileSync } from 'node:fs';

import { loadEngine } from '../../web/package/engine.js';
import { defaultConfig } from '../../web/state/presets.js';

/** The module as it is shipped, and the engine as scripts have it. */
const WASM = new URL('../../web/engine/generated/moonlab.wasm', import.meta.url);

export function loadShippedEngine() {
  return loadEngine({ wasmBinary: readFileSync(WASM) });
}

/** The run that a new page shows. */
export const CONFIG = Object.freeze(defaultConfig());

/**
 * @param {import('../../web/package/engine.js').Engine} engine
 * @param {object} [changes] to CONFIG
 */
export function createExperiment(engine, changes = {}) {
  return engine.createExperiment(
    /** @type {import('../../web/state/types.js').Config} */ ({ ...CONFIG, ...changes }),
  );
}

/**
 * What the page is sent of an experiment, and what it says of the test points.
 *
 * @param {import('../../web/engine/experiment.js').Experiment} experiment
 */
export function sceneOf(experiment) {
  const { description } = experiment;
  const resolution = 200;
  const frame = {
    metrics: experiment.metrics(),
    parameters: experiment.parameters(),
    diverged: experiment.diverged,
    history: experiment.metricsRow(),
    ...experiment.answer(resolution),
    maps: new Float32Array(0),
    mapResolution: 0,
    isSketch: false,
  };
  const { x1, x2 } = description.test;
  const points = Array.from(x1, (value, i) => /** @type {[number, number]} */ ([value, x2[i]]));
  const probabilities = /** @type {number[]} */ (experiment.predict(points));
  return { description, frame, probabilities };
}
