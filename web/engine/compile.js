/** Where the module is when nobody says otherwise: beside this script. */
const DEFAULT_WASM_URL = new URL('./generated/moonlab.wasm', import.meta.url);

/** A module that needs of a browser what the engine does, exceptions and SIMD, and does nothing. */
const PROBE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 14, 1, 12, 0],
  ...[6, 64, 25, 11, 65, 0, 253, 15, 253, 98, 11],
);

/** The page's compilation, under way or done. @type {Promise<WebAssembly.Module> | null} */
let shared = null;
/** Addresses that brought no module: what the browser has kept of them may be to blame. */
const failed = new Set();

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
 * @throws {Error} whose `cause.failure` names what is the matter; called `NotSupportedError` where this
 *   browser, or the page's policy, lets no engine run
 */
export async function compileModule({ wasmBinary, wasmUrl = DEFAULT_WASM_URL } = {}) {
  if (typeof WebAssembly !== 'object') throw unsupported('noWebAssembly');
  try {
    if (!wasmBinary) return await fetchModule(String(wasmUrl));
    return await WebAssembly.compile(/** @type {BufferSource} */ (wasmBinary));
  } catch (error) {
    checkSupport();
    throw error;
  }
}

/** @param {string} url */
async function fetchModule(url) {
  const cache = failed.has(url) ? 'reload' : 'default';
  failed.add(url);
  try {
    const compiled = await compile(await fetch(url, { credentials: 'same-origin', cache }), url);
    failed.delete(url);
    return compiled;
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) throw failureOf('damaged', { url });
    // The browser's own words for it, in whatever language, are of no use to a reader.
    throw error instanceof TypeError ? failureOf('unreachable', { url }) : error;
  }
}

/**
 * @param {Response} response
 * @param {string} url
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(response, url) {
  const { ok, status, headers } = response;
  const type = headers.get('Content-Type') ?? '';
  // Hosts may answer with a page of their own instead.
  const isPage = type.startsWith('text/html');
  if (!ok || isPage) throw failureOf('notLoaded', { url, answer: ok ? type : status });
  // compileStreaming insists on the type application/wasm, which plain file hosts may not send.
  if (type === 'application/wasm') return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** @throws {Error} where no engine can run, whatever is fetched */
function checkSupport() {
  try {
    new WebAssembly.Module(PROBE);
  } catch {
    throw unsupported(WebAssembly.validate(PROBE) ? 'forbidden' : 'oldWebAssembly');
  }
}

/** @param {string} failure */
function unsupported(failure) {
  return Object.assign(failureOf(failure), { name: 'NotSupportedError' });
}

/**
 * @param {string} failure a text of each language tells it
 * @param {object} [details] for that text
 */
function failureOf(failure, details = {}) {
  const text = `${failure} ${Object.values(details).join(' ')}`;
  return new Error(`The engine could not be loaded: ${text}`, { cause: { failure, ...details } });
}
