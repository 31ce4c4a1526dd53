/**
 * How the npm package's scripts are built.
 *
 * @module
 */
import { fileURLToPath } from 'node:url';

const WEB = fileURLToPath(new URL('../web/', import.meta.url));

/** As Vite leaves an address of a file beside a script: with remarks to itself, and made out as no text. */
const ADDRESS =
  /new URL\(\s*(?:\/\*.*?\*\/)?\s*`(\.\/[^`]+)`,\s*(?:``\s*\+)?\s*import\.meta\.url\)/g;

/**
 * Plain text in `new URL('./…', import.meta.url)`: this is what bundlers look for.
 *
 * @returns {import('vite').Plugin}
 */
function plainAddresses() {
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

/**
 * @param {string} outDir
 * @param {import('vite').Plugin[]} plugins
 * @returns {import('vite').UserConfig} for a library: its scripts import each other as they are
 */
export function packageBuild(outDir, plugins) {
  return {
    root: WEB,
    base: './',
    publicDir: false,
    plugins: [...plugins, plainAddresses()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      lib: {
        entry: {
          index: `${WEB}package/index.js`,
          define: `${WEB}package/define.js`,
          engine: `${WEB}package/engine.js`,
        },
        formats: ['es'],
      },
      rolldownOptions: {
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          // Libraries keep their white space otherwise.
          minify: true,
        },
      },
    },
    experimental: {
      renderBuiltUrl: (name) => ({ runtime: JSON.stringify(`./${name}`) }),
    },
    worker: {
      format: 'es',
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
  };
}
