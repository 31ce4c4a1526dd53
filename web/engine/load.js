import { compileModule, sharedModule } from './compile.js';
import { instantiateEngine } from './instantiate.js';

/**
 * Loads the engine.
 *
 * @param {object} [source] of the module; the one beside this script, compiled once, if missing
 * @param {ArrayBuffer | ArrayBufferView} [source.wasmBinary] the module's bytes, where there is
 *   nothing to fetch (Node)
 * @param {string | { href: string }} [source.wasmUrl] where to fetch the module
 * @returns {Promise<import('./engine.js').Engine>}
 * @throws {Error} when the module cannot be fetched or this browser cannot run it
 */
export async function loadEngine(source) {
  return instantiateEngine(await (source ? compileModule(source) : sharedModule()));
}
