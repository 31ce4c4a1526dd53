/**
 * A script of the site that pages name without `type="module"`.
 *
 * @module
 */
import { build } from 'vite';

/**
 * For Vite: one file with all that it imports, which leaves no name behind.
 *
 * @param {string} name of the file
 * @param {string} input path of the module
 * @returns {import('vite').Plugin}
 */
export function plainScript(name, input) {
  return {
    name: 'plain-script',
    async generateBundle() {
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          write: false,
          target: 'es2022',
          modulePreload: false,
          rolldownOptions: { input, output: { format: 'iife' } },
        },
      });
      const [{ output }] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (
        [result].flat()
      );
      this.emitFile({ type: 'asset', fileName: name, source: output[0].code });
    },
  };
}
