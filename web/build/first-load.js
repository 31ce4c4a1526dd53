/**
 * What the lab's page fetches before it can train, against what it may:
 *
 *     node web/build/first-load.js
 *
 * prints every file and its size, and fails where there is too much. What it fetches next, once the
 * boundary is there, is the rest of the lab.
 *
 * @module
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'vite';

/** Bytes, compressed; and requests of which each waits for the one before, after the page's own. */
export const BUDGET = { total: 158_000, module: 70_000, depth: 2 };

const SITE = new URL('../../dist/', import.meta.url);
const GLUE = new URL('../engine/generated/moonlab.js', import.meta.url);
const PAGE = 'index.html';
/** Of the scripts that bring the rest, with the bundler's own lines for it, and the page's call-outs after it. */
export const REST = /\/((shared-)?rest|rolldown-runtime|first-minute)-[^/]*\.js$/;

/** Tags (of which a page has one for every static import, too), and the worker and the module. */
const REFERENCES = {
  html: /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g,
  js: /new URL\(["`]([^"`]+\.(?:js|wasm))["`],\s*import\.meta\.url\)/g,
};

/** @typedef {{ name: string, bytes: number, depth: number }} Fetched */

/**
 * By gzip itself: Node's own compressor is another in each of its builds, and up to 1% worse.
 *
 * @param {string | Buffer} content
 */
const compressedSize = (content) => execFileSync('gzip', ['-9nc'], { input: content }).length;

/** @returns {Fetched[]} each file once, as early as it is asked for */
export function firstLoad() {
  const seen = new Set();
  /** @type {Fetched[]} */
  const fetched = [];
  let files = [new URL(PAGE, SITE)];
  for (let depth = 0; files.length > 0; depth += 1) {
    const due = files.filter(({ href }) => !seen.has(href) && seen.add(href));
    for (const file of due) {
      const bytes = compressedSize(readFileSync(file));
      fetched.push({ name: file.href.slice(SITE.href.length), bytes, depth });
    }
    files = due.flatMap(references);
  }
  return fetched;
}

/**
 * @param {URL} file
 * @returns {URL[]}
 */
function references(file) {
  const kind = /** @type {'html' | 'js'} */ (file.pathname.split('.').pop());
  if (!(kind in REFERENCES)) return [];
  const found = readFileSync(file, 'utf8').matchAll(REFERENCES[kind]);
  return [...found].map(([, address]) => new URL(address, file));
}

/**
 * @param {Fetched[]} files of the first load
 * @returns {number} bytes of the rest of the lab, which one of them sends for
 */
function restSize(files) {
  const scripts = files.filter(({ name }) => name.endsWith('.js'));
  const texts = scripts.map(({ name }) => readFileSync(new URL(name, SITE), 'utf8'));
  const names = new Set(texts.join().match(/((shared-)?rest|first-minute)-[^/"]*\.js/g));
  const sizes = [...names].map((name) =>
    compressedSize(readFileSync(new URL(`assets/${name}`, SITE))),
  );
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

/** @returns {Promise<number>} bytes of the module with the code that Emscripten puts round it */
export async function moduleSize() {
  const glue = readFileSync(GLUE, 'utf8');
  const { code } = await minify('moonlab.js', glue, { module: true });
  return compressedSize(code) + compressedSize(readFileSync(new URL('moonlab.wasm', GLUE)));
}

async function report() {
  const files = firstLoad();
  const row = (/** @type {number} */ bytes, /** @type {string} */ text) =>
    console.log(`${bytes.toLocaleString('en').padStart(9)}  ${text}`);
  for (const { name, bytes, depth } of files) row(bytes, `${'  '.repeat(depth)}${name}`);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const module = await moduleSize();
  const depth = Math.max(...files.map((file) => file.depth));
  row(total, `bytes compressed in all; allowed are ${BUDGET.total}`);
  row(module, `of them the module and its glue; allowed are ${BUDGET.module}`);
  row(depth, `requests deep; allowed are ${BUDGET.depth}`);
  row(restSize(files), 'bytes of the rest of the lab, which comes after it');
  if (total > BUDGET.total || module > BUDGET.module || depth > BUDGET.depth) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await report();
