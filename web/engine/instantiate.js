import createModule from './generated/moonlab.js';
import { Engine } from './engine.js';

/**
 * @param {WebAssembly.Module} compiled as compile.js gives it
 * @returns {Promise<Engine>} with a memory of its own
 */
export async function instantiateEngine(compiled) {
  return new Engine(await instantiate(compiled));
}

/**
 * @param {WebAssembly.Module} compiled
 * @returns {Promise<import('./generated/moonlab.js').MoonlabModule>}
 */
export function instantiate(compiled) {
  return new Promise((resolve, reject) => {
    createModule({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(compiled, imports).then(receive, reject);
        return {};
      },
    }).then(resolve, reject);
  });
}
