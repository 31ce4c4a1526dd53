/**
 * What stands in one file of JavaScript or of types, as the bundler's parser reads it.
 *
 * @module
 */
import { parseSync } from 'vite';

/**
 * @typedef {object} Source
 * @property {string[]} values what it imports, re-exports, loads or addresses (structure.js says how)
 * @property {string[]} types what it names in types only
 * @property {string[]} paths what else it names: strings with a slash, and what follows a `${…}`
 * @property {Extent[]} functions
 *
 * @typedef {object} Extent of a function, a method or an accessor
 * @property {string} name
 * @property {number} line its first, from 1; a comment above is none
 * @property {number} lines from the first to the last
 * @property {number} own of these, the lines on which no function inside it stands; one of a single
 *   line, such as `(x) => x * x`, takes none away
 *
 * @typedef {{ type: string, start: number, end: number } & Record<string, any>} Node as ESTree has it
 * @typedef {{ node: Node, parent: Node }} Placed
 */

/** In comments: `import('…')`, and `@import … from '…'`. */
const TYPE_IMPORT = /\bimport\(\s*'([^']+)'|@import\s[^']*'([^']+)'/g;

/**
 * @param {string} path
 * @param {string} text
 * @returns {Source}
 */
export function readSource(path, text) {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const placed = descendants({ node: program, parent: program });
  const nodes = placed.map(({ node }) => node);
  const specifiers = new Set(nodes.flatMap((node) => specifiersOf(node, text)));
  const named = [...specifiers].map(({ value }) => value);
  const inComments = comments.flatMap(({ value }) =>
    [...value.matchAll(TYPE_IMPORT)].map(([, loaded, imported]) => loaded ?? imported),
  );
  const areTypes = path.endsWith('.d.ts');
  return {
    values: areTypes ? [] : named,
    types: areTypes ? [...named, ...inComments] : inComments,
    paths: nodes.flatMap((node) => (specifiers.has(node) ? [] : pathsIn(node))),
    functions: extents(placed, text),
  };
}

/**
 * @param {Placed} placed
 * @returns {Placed[]} it and all in it, in the order of the text
 */
function descendants(placed) {
  const { node } = placed;
  const inside = Object.values(node)
    .flat()
    .filter((value) => typeof value?.type === 'string');
  return [placed, ...inside.flatMap((value) => descendants({ node: value, parent: node }))];
}

/**
 * @param {Node} node
 * @param {string} text
 * @returns {Node[]} strings that say which module, where the node names one
 */
function specifiersOf(node, text) {
  const specifier = specifierOf(node, text);
  if (!specifier) return [];
  return descendants({ node: specifier, parent: node })
    .map((it) => it.node)
    .filter(isString);
}

/**
 * @param {Node} node
 * @param {string} text
 * @returns {Node | null | undefined}
 */
function specifierOf(node, text) {
  const textOf = (/** @type {Node | undefined} */ part) => part && text.slice(part.start, part.end);
  if (node.type === 'NewExpression') {
    return textOf(node.arguments[1]) === 'import.meta.url' ? node.arguments[0] : undefined;
  }
  if (node.type === 'CallExpression') {
    return textOf(node.callee) === 'import.meta.glob' ? node.arguments[0] : undefined;
  }
  return /^(Import|Export|TSImportType)/.test(node.type) ? node.source : undefined;
}

/** @param {Node} node */
function isString(node) {
  return node.type === 'Literal' && typeof node.value === 'string';
}

/**
 * @param {Node} node
 * @returns {string[]}
 */
function pathsIn(node) {
  if (node.type === 'TemplateLiteral') {
    return node.quasis.slice(1).map((/** @type {Node} */ { value }) => value.cooked);
  }
  return isString(node) && node.value.includes('/') ? [node.value] : [];
}

/**
 * @param {Placed[]} placed
 * @param {string} text
 * @returns {Extent[]}
 */
function extents(placed, text) {
  const lineOf = (/** @type {number} */ place) => text.slice(0, place).split('\n').length;
  const functions = placed
    .filter(({ node }) => /^(Arrow)?Function(Declaration|Expression)$/.test(node.type) && node.body)
    .map(({ node, parent }) => {
      // A method's name and what stands before it belong to it.
      const first = lineOf(parent.value === node && isMethod(parent) ? parent.start : node.start);
      return { name: nameOf(node, parent, text), first, last: lineOf(node.end - 1), node };
    });
  return functions.map(({ name, first, last, node }) => {
    const inside = functions.filter(
      (other) =>
        other.node !== node && other.node.start >= node.start && other.node.end <= node.end,
    );
    const lines = last - first + 1;
    const isOwn = (/** @type {number} */ line) =>
      !inside.some((it) => it.last > it.first && it.first <= line && line <= it.last);
    const own = Array.from({ length: lines }, (_, i) => first + i).filter(isOwn).length;
    return { name, line: first, lines, own };
  });
}

/** @param {Node} node */
function isMethod({ type, kind, method }) {
  return type === 'MethodDefinition' || method || kind === 'get' || kind === 'set';
}

/**
 * @param {Node} node
 * @param {Node} parent
 * @param {string} text
 */
function nameOf(node, parent, text) {
  const name = node.id ?? (parent.value === node ? parent.key : parent.id);
  return name ? text.slice(name.start, name.end) : '(no name)';
}
