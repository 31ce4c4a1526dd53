import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { attributeTypes } from '../cmake/attribute-types.js';
import { customElements } from '../cmake/embed-html.js';
import { packageBuild } from '../cmake/package-build.js';

const WEB = fileURLToPath(new URL('.', import.meta.url));
const BUILT = `${WEB}../build/package/`;
/** The engine's module, as the source names it, and as it lies beside the package's scripts. */
const WASM = { source: './generated/moonlab.wasm', packed: './moonlab.wasm' };

/**
 * What goes into the package besides what is built: the engine's module, Node's way to it, the
 * manifest for editors, and the types that are written by hand.
 *
 * @returns {import('vite').Plugin}
 */
function packageFiles() {
  return {
    name: 'package-files',
    enforce: 'pre',
    // Libraries are built with what they name inside them, unless it is passed over.
    transform: (code, id) =>
      id.endsWith('/engine/compile.js')
        ? code.replace(`'${WASM.source}'`, `/* @vite-ignore */ '${WASM.packed}'`)
        : null,
    closeBundle() {
      copyFileSync(`${WEB}engine/${WASM.source}`, `${BUILT}${WASM.packed}`);
      copyFileSync(`${WEB}package/engine-node.js`, `${BUILT}engine-node.js`);
      const manifest = JSON.stringify(customElements('build/package/define.js'), null, 2);
      writeFileSync(`${BUILT}custom-elements.json`, `${manifest}\n`);
      mkdirSync(`${BUILT}types/engine/generated`, { recursive: true });
      mkdirSync(`${BUILT}types/element`, { recursive: true });
      copyFileSync(
        `${WEB}engine/generated/moonlab.d.ts`,
        `${BUILT}types/engine/generated/moonlab.d.ts`,
      );
      for (const name of ['moon-lab', 'events']) {
        copyFileSync(`${WEB}element/${name}.d.ts`, `${BUILT}types/element/${name}.d.ts`);
      }
      mkdirSync(`${BUILT}types/package`, { recursive: true });
      writeFileSync(`${BUILT}types/package/attributes.d.ts`, attributeTypes());
      for (const name of ['markup', 'react', 'svelte', 'vue']) {
        copyFileSync(`${WEB}package/${name}.d.ts`, `${BUILT}types/package/${name}.d.ts`);
      }
    },
  };
}

/**
 * The npm package: the element and the engine as modules, with worker and WebAssembly beside them,
 * by addresses that bundlers know: `new URL('./…', import.meta.url)`.
 */
export default defineConfig(packageBuild(BUILT, [packageFiles()]));
