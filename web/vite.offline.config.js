import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { inlineWorker } from '../cmake/inline-worker.js';

const WEB = fileURLToPath(new URL('.', import.meta.url));
const BUILT = `${WEB}../build/offline/`;
const OFFLINE_PAGE = `${WEB}../dist/moonlab-offline.html`;

/**
 * The lab's page, less what it has no use for on a disk, as a file beside the site's pages.
 *
 * @returns {import('vite').Plugin}
 */
function offlinePage() {
  return {
    name: 'offline-page',
    enforce: 'pre',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace(/<nav class="site-nav"[\s\S]*?<\/nav>/, '')
          .replace(/From a disk, open[^]*? again\. /, '')
          .replace(/<link rel="icon"[^>]*>/, '<link rel="icon" href="data:," />'),
    },
    closeBundle: () => copyFileSync(`${BUILT}index.html`, OFFLINE_PAGE),
  };
}

/** The whole lab as one HTML file that works from a disk, without a network. */
export default defineConfig({
  root: WEB,
  base: './',
  publicDir: false,
  // A file on a disk has no neighbours that it may fetch.
  plugins: [offlinePage(), ...inlineWorker(), viteSingleFile()],
  build: {
    outDir: BUILT,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: `${WEB}index.html` },
  },
  // Browsers start no module worker from a Blob of a page on a disk.
  worker: { format: 'iife' },
});
