import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { lessonHtml } from '../cmake/lesson-html.js';

const WEB = fileURLToPath(new URL('.', import.meta.url));

/** The script that other people's pages name; its place and name are part of the contract. */
const ELEMENT = 'moon-lab';

/** @returns {Record<string, string>} every page, and the element by itself */
function inputs() {
  const pages = readdirSync(WEB).filter((name) => name.endsWith('.html'));
  const element = `${WEB}element/define.js`;
  return {
    ...Object.fromEntries(pages.map((name) => [name.replace('.html', ''), `${WEB}${name}`])),
    ...(existsSync(element) && { [ELEMENT]: element }),
  };
}

export default defineConfig({
  root: WEB,
  // Relative addresses only: the site works from any folder of any host.
  base: './',
  publicDir: false,
  plugins: [lessonHtml()],
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
        entryFileNames: ({ name }) => (name === ELEMENT ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  worker: { format: 'es' },
});
