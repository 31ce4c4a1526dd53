/**
 * How web/ is cut into modules and functions, in numbers.
 *
 * A module is a file `*.js` of web/, wherever it lies, but for what is generated and for the build
 * (web/build/ and web/*.config.js), which no visitor gets: its files and lines are counted apart. It is
 * imported by another module of web/ that names it in `import`, `export … from`, `import()`,
 * `new URL('…', import.meta.url)` or `import.meta.glob` (all that matches, even what a `!` leaves out): an
 * importer by value; twice in one file is once. Files `*.d.ts`, and `import('…')` and `@import` in
 * comments, import for types only: these importers, and cycles through them, are counted apart. What
 * tests import counts for nothing.
 *
 * An entry is a module that something besides the modules of web/ asks for: a page, by
 * `<script src>`, or the build (with cmake/), which imports it, or has a string that ends its path,
 * such as `${WEB}page/start.js`. An entry is neither a module with one importer nor dead.
 *
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import { readSource } from './source.js';

/**
 * @typedef {object} Structure paths are from the root of the project
 * @property {Record<Kind, Size>} sizes
 * @property {Size} build the size of what makes the site from these
 * @property {{ path: string, lines: number }[]} modules
 * @property {(import('./source.js').Extent & { path: string })[]} functions
 * @property {string[]} entries
 * @property {string[]} single the modules with one importer by value
 * @property {string[]} singleWithTypes with one importer, when those for types are counted
 * @property {string[]} typesOnly the modules that are imported for types only
 * @property {string[]} dead the modules that nothing imports
 * @property {string[][]} cycles the modules that import each other, however far round, by value
 * @property {string[][]} cyclesWithTypes the same, when imports for types are counted
 *
 * @typedef {'js' | 'd.ts' | 'css' | 'html'} Kind
 * @typedef {{ files: number, lines: number }} Size
 * @typedef {{ path: string, kind: Kind, text: string, lines: number }} File
 * @typedef {Map<string, import('./source.js').Source>} Sources by path
 * @typedef {Map<string, Set<string>>} Graph what each module imports
 */

const GENERATED = 'web/engine/generated/';
const BUILD = /^web\/(build\/|[^/]+\.config\.js$)/;
const SCRIPT = /<script\b[^>]*?\bsrc="([^"]+)"/g;

/**
 * @param {string} root of the project
 * @returns {Structure}
 */
export function measureStructure(root) {
  const written = filesIn(root, 'web').filter(({ path }) => !path.startsWith(GENERATED));
  const files = written.filter(({ path }) => !BUILD.test(path));
  const build = written.filter(({ path }) => BUILD.test(path));
  const web = sourcesOf(files);
  const graph = importsIn(web, ({ values }) => values);
  const graphWithTypes = importsIn(web, ({ values, types }) => [...values, ...types]);
  const entries = entriesOf(files, web, sourcesOf([...build, ...filesIn(root, 'cmake')]));
  const modules = files.filter(({ kind }) => kind === 'js');
  const asked = modules.map(({ path }) => path).filter((path) => !entries.has(path));
  const [byValue, all] = [importersIn(graph), importersIn(graphWithTypes)];
  return {
    sizes: sizesOf(files),
    build: sizesOf(build).js,
    modules: modules.map(({ path, lines }) => ({ path, lines })),
    functions: [...web].flatMap(([path, { functions }]) =>
      functions.map((it) => ({ path, ...it })),
    ),
    entries: [...entries].sort(),
    single: asked.filter((path) => byValue(path) === 1),
    singleWithTypes: asked.filter((path) => all(path) === 1),
    typesOnly: asked.filter((path) => byValue(path) === 0 && all(path) > 0),
    dead: asked.filter((path) => all(path) === 0),
    cycles: cyclesIn(graph),
    cyclesWithTypes: cyclesIn(graphWithTypes),
  };
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {File[]}
 */
function filesIn(root, folder) {
  const names = /** @type {string[]} */ (readdirSync(join(root, folder), { recursive: true }));
  return names.sort().flatMap((name) => {
    const kind = /** @type {Kind | undefined} */ (/\.(js|d\.ts|css|html)$/.exec(name)?.[1]);
    if (!kind) return [];
    const text = readFileSync(join(root, folder, name), 'utf8');
    return [{ path: posix.join(folder, name), kind, text, lines: text.match(/\n/g)?.length ?? 0 }];
  });
}

/**
 * @param {File[]} files
 * @returns {Sources}
 */
function sourcesOf(files) {
  const sources = files.filter(({ kind }) => kind === 'js' || kind === 'd.ts');
  return new Map(sources.map(({ path, text }) => [path, readSource(path, text)]));
}

/** @param {File[]} files */
function sizesOf(files) {
  const size = (/** @type {Kind} */ kind) => {
    const lines = files.filter((file) => file.kind === kind).map((file) => file.lines);
    return { files: lines.length, lines: lines.reduce((sum, count) => sum + count, 0) };
  };
  return { js: size('js'), 'd.ts': size('d.ts'), css: size('css'), html: size('html') };
}

/**
 * @param {string} from
 * @param {string} specifier where `*` is any name
 * @param {Sources} web
 * @returns {string[]} what it means there
 */
function resolve(from, specifier, web) {
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  if (web.has(path)) return [path];
  // Types written by hand have the name of a script that the build makes.
  const pattern = path.replace(/[^\w/*]/g, '\\$&').replace(/\\\.js$/, '\\.(js|d\\.ts)');
  const expression = new RegExp(`^${pattern.replaceAll('*', '[^/]*')}$`);
  return [...web.keys()].filter((name) => expression.test(name));
}

/**
 * @param {Sources} web
 * @param {(source: import('./source.js').Source) => string[]} specifiers
 * @returns {Graph}
 */
function importsIn(web, specifiers) {
  const edges = [...web].map(([path, source]) => {
    const named = specifiers(source).filter((specifier) => specifier.startsWith('.'));
    const found = named.flatMap((specifier) => resolve(path, specifier, web));
    return /** @type {const} */ ([path, new Set(found.filter((other) => other !== path))]);
  });
  return new Map(edges);
}

/**
 * @param {File[]} files
 * @param {Sources} web
 * @param {Sources} outside
 */
function entriesOf(files, web, outside) {
  const pages = files.filter(({ kind }) => kind === 'html');
  const inPages = pages.flatMap(({ path, text }) =>
    [...text.matchAll(SCRIPT)].flatMap(([, address]) => resolve(path, address, web)),
  );
  const imported = [...outside].flatMap(([path, { values }]) =>
    values.flatMap((specifier) => resolve(path, specifier, web)),
  );
  const ends = [...outside]
    .flatMap(([, { paths }]) => paths)
    .flatMap((text) => /^[./]*(\w[\w./-]*\.js)\b/.exec(text)?.[1] ?? []);
  const named = [...web.keys()].filter((path) =>
    ends.some((end) => `/${path}`.endsWith(`/${end}`)),
  );
  return new Set([...inPages, ...imported, ...named]);
}

/** @param {Graph} graph */
function importersIn(graph) {
  const imports = [...graph.values()];
  return (/** @type {string} */ path) => imports.filter((found) => found.has(path)).length;
}

/** @param {Graph} graph */
function cyclesIn(graph) {
  const reached = new Map([...graph.keys()].map((path) => [path, reachable(graph, path)]));
  const groups = [...reached]
    .filter(([path, others]) => others.has(path))
    .map(([path, others]) => [...others].filter((other) => reached.get(other)?.has(path)).sort());
  // Each module of a cycle has found it.
  return [...new Map(groups.map((group) => [group[0], group])).values()];
}

/**
 * @param {Graph} graph
 * @param {string} from
 */
function reachable(graph, from) {
  const found = new Set(graph.get(from));
  // A set is gone through with what is added meanwhile.
  for (const path of found) graph.get(path)?.forEach((next) => found.add(next));
  return found;
}
