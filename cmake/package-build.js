/**
 * How the npm package's scripts are built.
 *
 * @module
 */
import { fileURLToPath } from 'node:url';
import { transformWithEsbuild } from 'vite';

const WEB = fileURLToPath(new URL('../web/', import.meta.url));

/**
 * Libraries keep their white space otherwise, and with it the remarks to our own bundler.
 *
 * @returns {import('vite').Plugin}
 */
function minified() {
  return {
    name: 'minified',
    enforce: 'post',
    renderChunk: (code, { fileName }) =>
      transformWithEsbuild(code, fileName, { minify: true, target: 'es2022' }),
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
    plugins: [...plugins, minified()],
    build: {
      outDir,
      emptyOutDir: true,
      // Left to minified().
      target: 'esnext',
      minify: false,
      lib: {
        entry: {
          index: `${WEB}package/index.js`,
          define: `${WEB}package/define.js`,
          engine: `${WEB}package/engine.js`,
        },
        formats: ['es'],
      },
      rollupOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
    },
    experimental: {
      // Plain text in `new URL(…, import.meta.url)`: this is what bundlers look for.
      renderBuiltUrl: (name) => ({ runtime: JSON.stringify(`./${name}`) }),
    },
    worker: {
      format: 'es',
      plugins: () => [minified()],
      rollupOptions: { output: { entryFileNames: '[name].js' } },
    },
  };
}
