import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const WEB = fileURLToPath(new URL('.', import.meta.url));

/**
 * The script that other people's pages name, by itself: it shares no pieces with the site's pages,
 * so it is one request, and to train it asks only for its worker and its WebAssembly beside it. What
 * few look at, such as the panels below the lab, it fetches once somebody does. Its name and its place
 * are part of the contract.
 */
export default defineConfig({
  root: WEB,
  base: './',
  publicDir: false,
  build: {
    outDir: '../dist',
    // The site's pages are there already.
    emptyOutDir: false,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { 'moon-lab': `${WEB}element/define.js` },
      output: { entryFileNames: '[name].js' },
    },
  },
  worker: { format: 'es' },
});
