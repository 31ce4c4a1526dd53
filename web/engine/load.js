import createModule from './generated/moonlab.js';
import { Engine } from './engine.js';

/**
 * Where the module is when nobody says otherwise: beside this script.
 */
const DEFAULT_WASM_URL = new URL('./generated/moonlab.wasm', import.meta.url);

/**
 * Loads the engine.
 *
 * @param {object} [options]
 * @param {BufferSource} [options.wasmBinary] the module's bytes, where there is nothing to fetch (Node)
 * @param {string | URL} [options.wasmUrl] where to fetch the module
 * @returns {Promise<Engine>}
 * @throws {Error} when the module cannot be fetched or this browser cannot run it
 */
export async function loadEngine({ wasmBinary, wasmUrl = DEFAULT_WASM_URL } = {}) {
  if (typeof WebAssembly !== 'object') {
    throw new Error('This browser has no WebAssembly, which the engine needs');
  }
  const compiled = wasmBinary ? await WebAssembly.compile(wasmBinary) : await fetchModule(wasmUrl);
  return new Engine(await instantiate(compiled));
}

/**
 * @param {string | URL} url
 */
async function fetchModule(url) {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(`The engine could not be loaded: ${url} answered ${response.status}`);
  }
  // compileStreaming insists on the type application/wasm, which plain file hosts may not send.
  return response.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * @param {WebAssembly.Module} compiled
 * @returns {Promise<import('./generated/moonlab.js').MoonlabModule>}
 */
function instantiate(compiled) {
  return new Promise((resolve, reject) => {
    createModule({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(compiled, imports).then(receive, reject);
        return {};
      },
    }).then(resolve, reject);
  });
}
