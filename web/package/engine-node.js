/**
 * `moonlab/engine` in Node, which fetches no files: the module is read from beside this script.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { loadEngine as loadFromBytes } from './engine.js';

/**
 * Loads the engine.
 *
 * @param {{ wasmBinary?: BufferSource }} [options] the module's bytes, if not those of the package
 * @returns {Promise<import('./engine.js').Engine>}
 */
export async function loadEngine({ wasmBinary } = {}) {
  return loadFromBytes({
    wasmBinary:
      wasmBinary ?? new Uint8Array(await readFile(new URL('./moonlab.wasm', import.meta.url))),
  });
}
