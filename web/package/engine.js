/**
 * `moonlab/engine`: the engine for scripts, in the page. Its numbers are NumPy's, scikit-learn's and
 * PyTorch's for the same seed.
 *
 *     const engine = await loadEngine();
 *     const { X, y } = engine.makeMoons({ nSamples: 300, noise: 0.2, randomState: 42 });
 *
 * @module
 */
export { loadEngine } from '../engine/load.js';

/** @typedef {import('../engine/engine.js').Engine} Engine */
/** @typedef {import('../engine/network.js').Network} Network */
/** @typedef {import('../engine/network.js').Trainer} Trainer */
/** @typedef {import('../engine/handle.js').RandomState} RandomState */
/** @typedef {import('../engine/experiment.js').Experiment} Experiment */
