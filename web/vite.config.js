import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { embedHtml } from '../cmake/embed-html.js';
import { lessonHtml } from '../cmake/lesson-html.js';

const WEB = fileURLToPath(new URL('.', import.meta.url));

/** The scripts that other people's pages name; their places and names are part of the contract. */
const SCRIPTS = {
  'moon-lab': 'element/define.js',
  'moon-lab-frame': 'page/frame-host.js',
};

/** @returns {Record<string, string>} every page, and the scripts by themselves */
function inputs() {
  const pages = readdirSync(WEB).filter((name) => name.endsWith('.html'));
  return {
    ...Object.fromEntries(pages.map((name) => [name.replace('.html', ''), `${WEB}${name}`])),
    ...Object.fromEntries(Object.entries(SCRIPTS).map(([name, path]) => [name, `${WEB}${path}`])),
  };
}

export default defineConfig({
  root: WEB,
  // Relative addresses only: the site works from any folder of any host.
  base: './',
  publicDir: false,
  plugins: [lessonHtml(), embedHtml()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing as a data: address, which a strict Content-Security-Policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: inputs(),
      output: {
        entryFileNames: ({ name }) =>
          Object.hasOwn(SCRIPTS, name) ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
  worker: { format: 'es' },
});
