/**
 * What stands in one file of JavaScript or of types, as TypeScript's parser reads it.
 *
 * @module
 */
import ts from 'typescript';

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
 */

/**
 * @param {string} path
 * @param {string} text
 * @returns {Source}
 */
export function readSource(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const nodes = descendants(file);
  const specifiers = new Map(
    nodes.flatMap((node) => {
      const isType =
        file.isDeclarationFile || ts.isImportTypeNode(node) || ts.isJSDocImportTag(node);
      return specifiersOf(node).map((specifier) => [specifier, isType]);
    }),
  );
  const named = (/** @type {boolean} */ asType) =>
    [...specifiers].flatMap(([{ text: name }, isType]) => (isType === asType ? [name] : []));
  const paths = nodes.filter((node) =>
    ts.isStringLiteral(node)
      ? node.text.includes('/') && !specifiers.has(node)
      : ts.isTemplateMiddleOrTemplateTail(node),
  );
  return {
    values: named(false),
    types: named(true),
    paths: paths.map((node) => /** @type {ts.LiteralLikeNode} */ (node).text),
    functions: nodes.filter(isFunction).map(extent),
  };
}

/**
 * @param {ts.Node} node
 * @returns {ts.Node[]} it and all in it, types in comments as well
 */
function descendants(node) {
  return [node, ...node.getChildren().flatMap(descendants)];
}

/**
 * @param {ts.Node} node
 * @returns {ts.StringLiteral[]} that say which module, where the node names one
 */
function specifiersOf(node) {
  const specifier = specifierOf(node);
  return specifier ? descendants(specifier).filter(ts.isStringLiteral) : [];
}

/** @param {ts.Node} node */
function specifierOf(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isJSDocImportTag(node)) {
    return node.moduleSpecifier;
  }
  if (ts.isImportTypeNode(node)) return node.argument;
  return isLoading(node) ? node.arguments?.[0] : undefined;
}

/**
 * @param {ts.Node} node
 * @returns {node is ts.CallExpression | ts.NewExpression}
 */
function isLoading(node) {
  if (ts.isNewExpression(node)) return node.arguments?.[1]?.getText() === 'import.meta.url';
  return ts.isCallExpression(node) && /^import(\.meta\.glob)?$/.test(node.expression.getText());
}

/**
 * @param {ts.Node} node
 * @returns {node is ts.FunctionLikeDeclaration}
 */
function isFunction(node) {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

/**
 * @param {ts.FunctionLikeDeclaration} node
 * @returns {Extent}
 */
function extent(node) {
  const lines = linesOf(node);
  const [, ...inside] = descendants(node).filter(isFunction).map(linesOf);
  const taken = new Set(inside.filter(({ length }) => length > 1).flat());
  const own = lines.filter((line) => !taken.has(line)).length;
  return { name: nameOf(node), line: lines[0], lines: lines.length, own };
}

/**
 * @param {ts.Node} node
 * @returns {number[]} from 1
 */
function linesOf(node) {
  const file = node.getSourceFile();
  const first = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const last = file.getLineAndCharacterOfPosition(node.end).line + 1;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** @param {ts.FunctionLikeDeclaration} node */
function nameOf({ kind, name, parent }) {
  if (kind === ts.SyntaxKind.Constructor) return 'constructor';
  const named = /** @type {{ name?: ts.Node }} */ (name ? { name } : parent);
  return named.name?.getText() ?? '(no name)';
}
