import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { customElements } from '../cmake/embed-html.js';

const WEB = fileURLToPath(new URL('.', import.meta.url));
const BUILT = `${WEB}../build/package/`;

/**
 * What goes into the package besides what is built: Node's way to the engine, the manifest for
 * editors, and the types that are written by hand.
 *
 * @returns {import('vite').Plugin}
 */
function packageFiles() {
  return {
    name: 'package-files',
    closeBundle() {
      copyFileSync(`${WEB}package/engine-node.js`, `${BUILT}engine-node.js`);
      const manifest = JSON.stringify(customElements('build/package/define.js'), null, 2);
      writeFileSync(`${BUILT}custom-elements.json`, `${manifest}\n`);
      mkdirSync(`${BUILT}types/engine/generated`, { recursive: true });
      mkdirSync(`${BUILT}types/element`, { recursive: true });
      copyFileSync(
        `${WEB}engine/generated/moonlab.d.ts`,
        `${BUILT}types/engine/generated/moonlab.d.ts`,
      );
      for (const name of ['moon-lab.d.ts', 'events.d.ts']) {
        copyFileSync(`${WEB}element/${name}`, `${BUILT}types/element/${name}`);
      }
    },
  };
}

/** The npm package: the element and the engine as modules, with worker and WebAssembly beside them. */
export default defineConfig({
  root: WEB,
  base: './',
  publicDir: false,
  plugins: [packageFiles()],
  build: {
    outDir: BUILT,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    rollupOptions: {
      input: {
        index: `${WEB}package/index.js`,
        define: `${WEB}package/define.js`,
        engine: `${WEB}package/engine.js`,
      },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
  worker: {
    format: 'es',
    rollupOptions: {
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
});
