/**
 * What is done to the site's pages when they are built, whatever is on them.
 *
 * @module
 */
import { copyFileSync } from 'node:fs';

/** @typedef {import('vite').Plugin} Plugin */
/** @typedef {import('vite').Rolldown.OutputBundle} OutputBundle */

/**
 * Has a page fetch at once what its first script asks for later: links to the scripts that this one
 * imports while it runs, and to all that these import.
 *
 * @param {string} page name of the HTML file
 * @returns {Plugin}
 */
export function preloadHtml(page) {
  return {
    name: 'preload-html',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle, chunk }) {
        if (!bundle || !chunk || !filename.endsWith(`/${page}`)) return [];
        return withImports(chunk.dynamicImports, bundle)
          .map((name) => `./${name}`)
          .filter((href) => !html.includes(`"${href}"`))
          .map((href) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: '', href },
            injectTo: 'head',
          }));
      },
    },
  };
}

/**
 * @param {string[]} names of scripts
 * @param {OutputBundle} bundle
 * @returns {string[]} these and what they import, each once
 */
function withImports(names, bundle) {
  const found = new Set(names);
  for (const name of found) {
    const file = bundle[name];
    if (file.type === 'chunk') for (const other of file.imports) found.add(other);
  }
  return [...found];
}

/**
 * Has pages ask for their style sheets without CORS, so that they have them from a disk and in a
 * sandbox, where no script comes.
 *
 * @returns {Plugin}
 */
export function plainStyles() {
  return {
    name: 'plain-styles',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll(/(<link rel="stylesheet") crossorigin/g, '$1'),
    },
  };
}

/**
 * The lab's page, less what it has no use for on a disk.
 *
 * @param {string} built the page with everything in it
 * @param {string} file where it is put
 * @returns {Plugin}
 */
export function offlinePage(built, file) {
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
    closeBundle: () => copyFileSync(built, file),
  };
}
