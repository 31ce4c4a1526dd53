const PEAK_WASM = new URL('../../../build/wasm/tests/bench/moonlab_peak.wasm', import.meta.url);

/** How many calls of the exported functions make one unit worth timing. */
const CALLS = 50;

/**
 * The machine's multiply-add peak: one function for each number of independent chains.
 *
 * @returns {Promise<Record<string, import('./bench.js').Work>>} by name; a unit is an operation
 */
export async function loadPeak() {
  const { instance } = await WebAssembly.instantiateStreaming(fetch(PEAK_WASM), {});
  return Object.fromEntries(
    Object.entries(instance.exports)
      .filter(([name]) => name.startsWith('peak_'))
      .map(([name, run]) => [name.replace('_', ' '), () => repeat(/** @type {any} */ (run))]),
  );
}

/** @param {() => number} run gives the number of operations it did */
function repeat(run) {
  let operations = 0;
  for (let i = 0; i < CALLS; ++i) operations += run();
  return operations;
}
