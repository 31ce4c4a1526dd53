import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { embedHtml } from '../cmake/embed-html.js';
import { hostsHtml } from '../cmake/hosts-html.js';
import { labChunks } from '../cmake/lab-chunks.js';
import { lessonHtml } from '../cmake/lesson-html.js';
import { plainScript } from '../cmake/plain-script.js';
import { preloadHtml } from '../cmake/preload-html.js';

const WEB = fileURLToPath(new URL('.', import.meta.url));

/** The script for pages around frames; its place and name are part of the contract. */
const FRAME_SCRIPT = 'moon-lab-frame.js';

/** @returns {Record<string, string>} every page */
function inputs() {
  const pages = readdirSync(WEB).filter((name) => name.endsWith('.html'));
  return Object.fromEntries(pages.map((name) => [name.replace('.html', ''), `${WEB}${name}`]));
}

/**
 * Pages ask for their style sheets without CORS, so that they have them from a disk and in a sandbox,
 * where no script comes.
 *
 * @type {import('vite').Plugin}
 */
const plainStyles = {
  name: 'plain-styles',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replaceAll(/(<link rel="stylesheet") crossorigin/g, '$1'),
  },
};

export default defineConfig({
  root: WEB,
  // Relative addresses only: the site works from any folder of any host.
  base: './',
  publicDir: false,
  plugins: [
    lessonHtml(),
    embedHtml(),
    hostsHtml(),
    preloadHtml('index.html'),
    plainStyles,
    plainScript(FRAME_SCRIPT, `${WEB}page/frame-host.js`),
  ],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing as a data: address, which a strict Content-Security-Policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: inputs(),
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        codeSplitting: labChunks({
          start: `${WEB}page/start.js`,
          lab: `${WEB}element/define.js`,
          lesson: `${WEB}lesson/lesson.js`,
        }),
      },
    },
  },
  worker: { format: 'es' },
});
