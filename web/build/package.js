/**
 * What lies in the npm package beside the scripts.
 *
 * @module
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { attributeTypes, customElements } from './reference.js';

const WEB = fileURLToPath(new URL('../', import.meta.url));
/** The engine's module, as the source names it, and as it lies beside the package's scripts. */
const WASM = { source: './generated/moonlab.wasm', packed: './moonlab.wasm' };

/**
 * What goes into the package besides what is built: the engine's module, Node's way to it, the
 * manifest for editors, and the types that are written by hand.
 *
 * @param {string} folder of the package
 * @returns {import('vite').Plugin}
 */
export function packageFiles(folder) {
  return {
    name: 'package-files',
    enforce: 'pre',
    // Libraries are built with what they name inside them, unless it is passed over.
    transform: (code, id) =>
      id.endsWith('/engine/compile.js')
        ? code.replace(`'${WASM.source}'`, `/* @vite-ignore */ '${WASM.packed}'`)
        : null,
    closeBundle() {
      copyFileSync(`${WEB}engine/${WASM.source}`, `${folder}${WASM.packed}`);
      copyFileSync(`${WEB}package/engine-node.js`, `${folder}engine-node.js`);
      const manifest = JSON.stringify(customElements('build/package/define.js'), null, 2);
      writeFileSync(`${folder}custom-elements.json`, `${manifest}\n`);
      mkdirSync(`${folder}types/engine/generated`, { recursive: true });
      mkdirSync(`${folder}types/element`, { recursive: true });
      copyFileSync(
        `${WEB}engine/generated/moonlab.d.ts`,
        `${folder}types/engine/generated/moonlab.d.ts`,
      );
      for (const name of ['moon-lab', 'events']) {
        copyFileSync(`${WEB}element/${name}.d.ts`, `${folder}types/element/${name}.d.ts`);
      }
      mkdirSync(`${folder}types/package`, { recursive: true });
      writeFileSync(`${folder}types/package/attributes.d.ts`, attributeTypes());
      for (const name of ['markup', 'react', 'svelte', 'vue']) {
        copyFileSync(`${WEB}package/${name}.d.ts`, `${folder}types/package/${name}.d.ts`);
      }
    },
  };
}
