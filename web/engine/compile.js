/** Where the module is when nobody says otherwise: beside this script. */
const DEFAULT_WASM_URL = new URL('./generated/moonlab.wasm', import.meta.url);

/** The page's compilation, under way or done. @type {Promise<WebAssembly.Module> | null} */
let shared = null;

/**
 * The engine's module, fetched and compiled once for all who ask on this page. Workers can be given
 * it: sending it copies nothing.
 *
 * @returns {Promise<WebAssembly.Module>} rejected as compileModule() is; asking again then tries again
 */
export function sharedModule() {
  shared ??= compileModule().catch((error) => {
    shared = null;
    throw error;
  });
  return shared;
}

/**
 * @param {object} [source]
 * @param {ArrayBuffer | ArrayBufferView} [source.wasmBinary] the module's bytes, where there is
 *   nothing to fetch (Node)
 * @param {string | { href: string }} [source.wasmUrl] where to fetch the module
 * @returns {Promise<WebAssembly.Module>}
 * @throws {Error} when the module cannot be fetched; named `NotSupportedError` or `CompileError` when
 *   this browser, or the page's policy, lets no WebAssembly run
 */
export async function compileModule({ wasmBinary, wasmUrl = DEFAULT_WASM_URL } = {}) {
  if (typeof WebAssembly !== 'object') {
    const error = new Error('This browser has no WebAssembly, which the engine needs', {
      cause: { failure: 'noWebAssembly' },
    });
    throw Object.assign(error, { name: 'NotSupportedError' });
  }
  if (wasmBinary) return WebAssembly.compile(/** @type {BufferSource} */ (wasmBinary));
  const response = await fetch(/** @type {string | URL} */ (wasmUrl), {
    credentials: 'same-origin',
  });
  if (!response.ok) {
    const { status } = response;
    throw new Error(`The engine could not be loaded: ${wasmUrl} answered ${status}`, {
      cause: { failure: 'notLoaded', url: String(wasmUrl), status },
    });
  }
  // compileStreaming insists on the type application/wasm, which plain file hosts may not send.
  return response.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
