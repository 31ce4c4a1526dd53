/**
 * Scripts that are built otherwise than Vite does by itself.
 *
 * @module
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const WORKER = fileURLToPath(new URL('../worker/', import.meta.url));

/** As Vite leaves an address of a file beside a script: with remarks to itself, and made out as no text. */
const ADDRESS =
  /new URL\(\s*(?:\/\*.*?\*\/)?\s*`(\.\/[^`]+)`,\s*(?:``\s*\+)?\s*import\.meta\.url\)/g;

/**
 * A script that pages name without `type="module"`: one file with all that it imports, which leaves no
 * name behind.
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

/**
 * For scripts that have no files beside them: the worker's script comes along. It is started as every
 * other, in a page, too, that takes no address on trust.
 *
 * @returns {import('vite').Plugin[]}
 */
export function inlineWorker() {
  return [
    {
      name: 'inline-worker',
      enforce: 'pre',
      resolveId: (source, importer) =>
        source === './start-worker.js' && importer?.endsWith('/worker/pool.js')
          ? `${WORKER}start-worker-inline.js`
          : null,
    },
    {
      name: 'trusted-worker',
      transform: (code, id) =>
        id.endsWith('?worker&inline')
          ? `import { newWorker as Worker } from '${WORKER}trusted-worker.js';\n${code}`
          : null,
    },
  ];
}

/**
 * Plain text in `new URL('./…', import.meta.url)`: this is what bundlers look for.
 *
 * @returns {import('vite').Plugin}
 */
export function plainAddresses() {
  return {
    name: 'plain-addresses',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        file.code = file.code.replaceAll(ADDRESS, 'new URL("$1",import.meta.url)');
      }
    },
  };
}
