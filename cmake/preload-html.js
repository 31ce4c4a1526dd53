/**
 * Has a page fetch at once what its first script asks for later.
 *
 * @module
 */

/** @typedef {import('vite').Rolldown.OutputBundle} OutputBundle */

/**
 * For Vite: links to the scripts that the first one imports while it runs, and to all that these import.
 *
 * @param {string} page name of the HTML file
 * @returns {import('vite').Plugin}
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
