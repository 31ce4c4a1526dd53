import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { apartFrom } from '../cmake/lab-chunks.js';

const WEB = fileURLToPath(new URL('.', import.meta.url));
const ENTRY = `${WEB}element/define.js`;

/**
 * The script that other people's pages name, by itself: it shares no pieces with the site's pages,
 * so all that it needs is one script more, and to train it asks only for its worker and its WebAssembly.
 * What few look at, such as the panels below the lab, it fetches once somebody does. Its name and its
 * place are part of the contract.
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
    rolldownOptions: {
      input: { 'moon-lab': ENTRY },
      output: { entryFileNames: '[name].js', codeSplitting: apartFrom(ENTRY, 'element') },
    },
  },
  worker: { format: 'es' },
});
