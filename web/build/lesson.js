/**
 * How the lesson's page is put together when the site is built: one HTML file a section, formulas
 * written in TeX and delivered as MathML, functions of the engine shown as they stand in its source.
 *
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import temml from 'temml';

/** @typedef {import('../lesson/quantities.js').Quantity} Quantity */
/** @typedef {import('../lesson/quantities.js').RenderedQuantity} RenderedQuantity */
/** @typedef {import('../lesson/parts/math.js').MathTree} MathTree */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A closing tag, an opening one with its attributes, or text. */
const MATHML = /<(\/)\w+>|<(\w+)([^>]*)>|([^<]+)/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;

/** What asks for a module of quantities in its rendered form. */
const RENDERED = '?rendered';

/**
 * For Vite. In a page, `<!-- sections -->` stands for the lesson's sections and `<!-- contents -->` for
 * the list of them; `\(…\)` is a formula in a line, `\[…\]` one by itself. A module imported with `?rendered`
 * exports a list of {@link Quantity} and is delivered as a list of {@link RenderedQuantity}.
 *
 * @returns {import('vite').Plugin}
 */
export function lessonHtml() {
  return {
    name: 'lesson-html',
    enforce: 'pre',
    transformIndexHtml: {
      order: 'pre',
      handler: async (html) => renderFormulas(await includeSections(html)),
    },
    async load(id) {
      if (!id.endsWith(RENDERED)) return null;
      const path = id.slice(0, -RENDERED.length);
      const { default: quantities } = await import(path);
      return `export default ${JSON.stringify(quantities.map(renderQuantity))}`;
    },
  };
}

/**
 * @param {string} html
 * @returns {Promise<string>} with every section, and a link to each by its heading
 */
export async function includeSections(html) {
  // Under a name that Vite does not look up: it would bring the page's modules into its own configuration.
  const { SECTIONS } = await import(join(ROOT, 'web/lesson/sections.js'));
  const texts = Object.keys(SECTIONS).map((name) =>
    readFileSync(join(ROOT, 'web/lesson', name, `${name}.html`), 'utf8'),
  );
  return html
    .replace('<!-- contents -->', () => texts.map(linkTo).join(''))
    .replace('<!-- sections -->', () => texts.join('\n'));
}

/**
 * @param {string} section
 * @throws {Error} when it does not start with its name and its heading
 */
function linkTo(section) {
  const [, id, heading] = section.match(/^<section [^>]*id="([\w-]+)">\s*<h2>(.*?)<\/h2>/) ?? [];
  if (!id) throw new Error(`section: "${section.slice(0, 60)}"; allowed: one with an id and an h2`);
  return `<li><a href="#${id}">${heading}</a></li>\n`;
}

/**
 * @param {string} html
 * @throws {Error} with the formula that is not TeX
 */
export function renderFormulas(html) {
  return html
    .replaceAll(/\\\[([\s\S]+?)\\\]/g, (_, tex) => formula(tex, true))
    .replaceAll(/(\(?)\\\(([\s\S]+?)\\\)([.,;:)]*)/g, (_, before, tex, after) =>
      inLine(before, formula(tex, false), after),
    );
}

/**
 * A line may break on either side of a formula; not between it and what closes or opens with it.
 *
 * @param {string} before
 * @param {string} mathml
 * @param {string} after
 */
function inLine(before, mathml, after) {
  const text = before + mathml + after;
  return before || after ? `<span class="nowrap">${text}</span>` : text;
}

/**
 * @param {string} tex
 * @param {boolean} isDisplayed in a block of its own
 */
function formula(tex, isDisplayed) {
  const mathml = temml.renderToString(plainText(tex).trim(), {
    displayMode: isDisplayed,
    throwOnError: true,
    // The notation's own source, for those who read with a screen reader that knows TeX, or copy.
    annotate: false,
  });
  // A strict Content-Security-Policy refuses style attributes; the sheet styles by class instead.
  return mathml.replaceAll(/ style="[^"]*"/g, '');
}

/**
 * @param {string} mathml as {@link formula} gives it
 * @returns {MathTree} the same as plain data: a page that trusts no markup can build elements from it
 */
function readMathml(mathml) {
  /** @type {any[]} */
  const open = [[]];
  for (const [, closes, tag, attributes, text] of mathml.matchAll(MATHML)) {
    if (closes) open.pop();
    else if (text) open.at(-1).push(plainText(text));
    else {
      const pairs = [...attributes.matchAll(ATTRIBUTE)].map(([, name, value]) => [
        name,
        plainText(value),
      ]);
      const element = [tag, Object.fromEntries(pairs)];
      open.at(-1).push(element);
      open.push(element);
    }
  }
  return open[0][0];
}

/** @param {string} html */
function plainText(html) {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/**
 * @param {Quantity} quantity
 * @returns {RenderedQuantity}
 */
function renderQuantity({ id, title, note, numpy, tex, cpp }) {
  const source = readFileSync(join(ROOT, cpp.file), 'utf8');
  return {
    id,
    title,
    note,
    numpy,
    formula: readMathml(formula(tex, true)),
    cpp: { file: cpp.file, source: extractFunction(source, cpp.starts, cpp.file) },
  };
}

/**
 * @param {string} source C++, laid out by clang-format
 * @param {string} starts how the function's first line starts
 * @param {string} file for the message
 * @returns {string} from that line to the one that closes it
 * @throws {Error} when the source has no such function, or more than one
 */
export function extractFunction(source, starts, file) {
  const lines = source.split('\n');
  const places = lines.flatMap((line, i) => (line.trimStart().startsWith(starts) ? [i] : []));
  if (places.length !== 1) {
    throw new Error(`${file}: ${places.length} lines start with "${starts}"; allowed: one`);
  }
  const [first] = places;
  const indent = lines[first].length - lines[first].trimStart().length;
  const isOneLine = /[;}]$/.test(lines[first]);
  const closing = new RegExp(`^ {${indent}}\\}`);
  const length = isOneLine ? 0 : lines.slice(first).findIndex((line) => closing.test(line));
  if (length < 0) throw new Error(`${file}: what starts with "${starts}" does not end`);
  return lines
    .slice(first, first + length + 1)
    .map((line) => line.slice(indent))
    .join('\n');
}
