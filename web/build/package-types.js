/**
 * The compiler writes declarations for every file of the site; the package keeps those that its
 * entries lead to.
 *
 * @module
 */
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = fileURLToPath(new URL('../../build/package/types/', import.meta.url));
const ENTRIES = [
  'package/index.d.ts',
  'package/engine.d.ts',
  'package/react.d.ts',
  'package/svelte.d.ts',
  'package/vue.d.ts',
  'element/moon-lab.d.ts',
];
/** As in `from './a.js'`, `import './a.js'` and `import("./a.js")`. */
const REFERENCE = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)\.js['"]/g;

/** @type {Set<string>} */
const wanted = new Set();

/** @param {string} path in TYPES */
function follow(path) {
  if (wanted.has(path)) return;
  wanted.add(path);
  for (const [, reference] of readFileSync(join(TYPES, path), 'utf8').matchAll(REFERENCE)) {
    follow(normalize(join(dirname(path), `${reference}.d.ts`)));
  }
}

ENTRIES.forEach(follow);
const written = /** @type {string[]} */ (readdirSync(TYPES, { recursive: true }));
const isFolder = (/** @type {string} */ path) => statSync(join(TYPES, path)).isDirectory();
for (const path of written.filter((one) => !isFolder(one) && !wanted.has(one))) {
  rmSync(join(TYPES, path));
}
