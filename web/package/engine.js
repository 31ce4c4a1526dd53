/**
 * `moonlab/engine`: the engine for scripts, in the page. Its numbers are NumPy's, scikit-learn's and
 * PyTorch's for the same seed.
 *
 *     const engine = await loadEngine();
 *     const { X, y } = engine.makeMoons({ nSamples: 300, noise: 0.2, randomState: 42 });
 *
 * @module
 */
import { compileModule, sharedModule } from '../engine/compile.js';
import { Engine as InnerEngine } from '../engine/engine.js';
import { Experiment as InnerExperiment } from '../engine/experiment.js';
import { instantiate } from '../engine/instantiate.js';
import { readStartingModel } from '../state/model-check.js';
import { defaultConfig } from '../state/presets.js';
import { settle } from '../state/settle.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {ScriptEngine} Engine */
/** @typedef {ScriptExperiment} Experiment */
/** @typedef {import('../engine/network.js').Network} Network */
/** @typedef {import('../engine/trainer.js').Trainer} Trainer */
/** @typedef {import('../engine/handle.js').RandomState} RandomState */

/** An experiment that reads the models it is given, which may be anybody's. */
class ScriptExperiment extends InnerExperiment {
  /**
   * Continues from a model's weights: they become the initial ones, at epoch 0.
   *
   * @override
   * @param {unknown} json what exportModel() gave
   * @throws {TypeError} that names the field, what came and what is allowed; the experiment stays as it
   *   was
   */
  importModel(json) {
    super.importModel(readStartingModel('model', json, this.problem));
  }
}

class ScriptEngine extends InnerEngine {
  /**
   * @override
   * @param {Partial<Config>} config what is missing is the default, or what goes with the rest, as in
   *   the lab: `{ dataset: 'hills' }` learns values
   * @param {{ without?: number }} [options] without: a training point, from 0 in the description's order, that
   *   is left out once data, split and scaling are settled
   */
  createExperiment(config, options) {
    const start = defaultConfig();
    const isChange = (/** @type {[string, unknown]} */ [key, value]) =>
      value !== undefined && value !== Reflect.get(start, key);
    const changes = Object.fromEntries(Object.entries(config).filter(isChange));
    const { problem, dataset, classes, loss, rule } = settle(start, changes).config;
    const settled = { ...start, problem, dataset, classes, loss, rule };
    return new ScriptExperiment(this, { ...settled, ...changes }, options);
  }
}

/**
 * Loads the engine.
 *
 * @param {object} [source] of the module; the one beside this script, compiled once, if missing
 * @param {ArrayBuffer | ArrayBufferView} [source.wasmBinary] the module's bytes, where there is
 *   nothing to fetch (Node)
 * @param {string | { href: string }} [source.wasmUrl] where to fetch the module
 * @returns {Promise<Engine>}
 * @throws {Error} when the module cannot be fetched or this browser cannot run it
 */
export async function loadEngine(source) {
  return new ScriptEngine(
    await instantiate(await (source ? compileModule(source) : sharedModule())),
  );
}
