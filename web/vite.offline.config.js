import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

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
          .replace(/<link rel="icon"[^>]*>/, '<link rel="icon" href="data:," />'),
    },
    // A file on a disk has no neighbours that it may fetch: the worker's script comes along.
    resolveId(source, importer) {
      const isStart = source === './start-worker.js' && importer?.endsWith('/worker/client.js');
      return isStart ? `${WEB}worker/start-worker-inline.js` : null;
    },
    closeBundle: () => copyFileSync(`${BUILT}index.html`, OFFLINE_PAGE),
  };
}

/**
 * The worker that comes along is started as every other, in a page, too, that takes no address on trust.
 *
 * @returns {import('vite').Plugin}
 */
function trustedWorker() {
  return {
    name: 'trusted-worker',
    transform: (code, id) =>
      id.endsWith('?worker&inline')
        ? `import { newWorker as Worker } from '${WEB}worker/trusted-worker.js';\n${code}`
        : null,
  };
}

/** The whole lab as one HTML file that works from a disk, without a network. */
export default defineConfig({
  root: WEB,
  base: './',
  publicDir: false,
  plugins: [offlinePage(), trustedWorker(), viteSingleFile()],
  build: {
    outDir: BUILT,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: { input: `${WEB}index.html` },
  },
  // Browsers start no module worker from a Blob of a page on a disk.
  worker: { format: 'iife' },
});
