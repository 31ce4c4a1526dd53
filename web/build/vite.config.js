/**
 * Everything that Vite builds, a target at a time:
 *
 *     vite build --config web/build/vite.config.js --mode TARGET
 *
 * @module
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { apartFrom, labChunks } from './chunks.js';
import { hostsHtml } from './hosts.js';
import { lessonHtml } from './lesson.js';
import { packageFiles } from './package.js';
import { offlinePage, plainStyles, preloadHtml } from './pages.js';
import { referenceHtml } from './reference.js';
import { inlineWorker, plainAddresses, plainScript } from './scripts.js';

/** @typedef {import('vite').UserConfig} UserConfig */

const WEB = fileURLToPath(new URL('../', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SITE = `${ROOT}dist/`;
const OFFLINE = `${ROOT}build/offline/`;
const PACKAGE = `${ROOT}build/package/`;
/** The module that defines the element. */
const LAB = `${WEB}element/define.js`;
/** What it sends for once the boundary is there. */
const REST = `${WEB}element/rest.js`;

/** @type {Record<string, UserConfig>} */
const TARGETS = {
  /** Every page of the site. */
  site: target(
    {
      outDir: SITE,
      rolldownOptions: {
        input: pages(),
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
          codeSplitting: labChunks({
            start: `${WEB}page/start.js`,
            lab: LAB,
            rest: REST,
            lesson: `${WEB}lesson/lesson.js`,
          }),
        },
      },
    },
    {
      plugins: [
        lessonHtml(),
        referenceHtml(),
        hostsHtml(),
        preloadHtml('index.html'),
        plainStyles(),
        // For pages around frames; its place and name are part of the contract.
        plainScript('moon-lab-frame.js', `${WEB}page/frame-host.js`),
      ],
    },
  ),

  /**
   * The script that other people's pages name, by itself: it shares no pieces with the site's pages,
   * so all that it needs is one script more, and to train it asks only for its worker and its
   * WebAssembly. What few look at, such as the panels below the lab, it fetches once somebody does. Its
   * name and its place are part of the contract.
   */
  element: target({
    outDir: SITE,
    // The site's pages are there already.
    emptyOutDir: false,
    rolldownOptions: {
      input: { 'moon-lab': LAB },
      output: { entryFileNames: '[name].js', codeSplitting: apartFrom(LAB, 'element', REST) },
    },
  }),

  /** The whole lab as one HTML file that works from a disk, without a network. */
  offline: target(
    {
      outDir: OFFLINE,
      rolldownOptions: { input: `${WEB}index.html` },
    },
    {
      // A file on a disk has no neighbours that it may fetch.
      plugins: [
        offlinePage(`${OFFLINE}index.html`, `${SITE}moonlab-offline.html`),
        ...inlineWorker(),
        viteSingleFile(),
      ],
      // Browsers start no module worker from a Blob of a page on a disk.
      worker: { format: 'iife' },
    },
  ),

  /**
   * The npm package: the element and the engine as modules, with worker and WebAssembly beside them, by
   * addresses that bundlers know: `new URL('./…', import.meta.url)`.
   */
  package: library(PACKAGE, 'es', [packageFiles(PACKAGE)]),

  /**
   * The same scripts once more, with worker and WebAssembly inside them: for bundlers that copy no
   * files, and for Vite's server, which moves scripts and leaves the files where they were.
   */
  inline: library(`${PACKAGE}inline/`, 'iife', inlineWorker()),
};

export default defineConfig(({ mode }) => {
  const names = Object.keys(TARGETS);
  if (!names.includes(mode)) {
    throw new Error(`--mode is ${mode}; allowed are ${names.join(', ')}.`);
  }
  return TARGETS[mode];
});

/**
 * @param {UserConfig['build']} build what it does not share with all others
 * @param {UserConfig} [more]
 * @returns {UserConfig}
 */
function target(build, more) {
  return {
    root: WEB,
    // Relative addresses only: it works from any folder of any host.
    base: './',
    publicDir: false,
    worker: { format: 'es' },
    ...more,
    build: {
      emptyOutDir: true,
      target: 'es2022',
      // Nothing as a data: address, which a strict Content-Security-Policy refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      ...build,
    },
  };
}

/** @returns {Record<string, string>} every page */
function pages() {
  const names = readdirSync(WEB).filter((name) => name.endsWith('.html'));
  return Object.fromEntries(names.map((name) => [name.replace('.html', ''), `${WEB}${name}`]));
}

/**
 * @param {string} outDir
 * @param {'es' | 'iife'} workers
 * @param {import('vite').Plugin[]} plugins
 * @returns {UserConfig} its scripts import each other as they are
 */
function library(outDir, workers, plugins) {
  return target(
    {
      outDir,
      lib: {
        entry: {
          index: `${WEB}package/index.js`,
          define: `${WEB}package/define.js`,
          engine: `${WEB}package/engine.js`,
        },
        formats: ['es'],
      },
      rolldownOptions: {
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          // Libraries keep their white space otherwise.
          minify: true,
        },
      },
    },
    {
      plugins: [...plugins, plainAddresses()],
      // Of Node, which the engine's module looks for: bundlers would bring a stand-in for its name.
      define: { process: 'globalThis.process' },
      experimental: {
        renderBuiltUrl: (name) => ({ runtime: JSON.stringify(`./${name}`) }),
      },
      worker: {
        format: workers,
        rolldownOptions: { output: { entryFileNames: '[name].js' } },
      },
    },
  );
}
