/**
 * The reference of the element, made from the schema when the site is built: tables in the page,
 * `custom-elements.json` for editors, types for TypeScript. And the examples: shown as they are, and delivered as they are.
 *
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CSS_PROPERTIES, EVENTS, METHODS, PROPERTIES, SLOTS } from '../embed/api.js';
import { escapeHtml } from '../embed/snippets.js';
import { EMBEDDING, wordsOf } from '../embed/words.js';
import { defaultConfig, printText } from '../state/config.js';
import { ENGLISH } from '../languages/en.js';
import { allowedValues, inEnglish } from '../state/messages.js';
import { SCHEMA, markupName } from '../state/schema.js';
import { zeroWord } from '../state/setting-words.js';

/** @typedef {import('../embed/api.js').Named} Named */

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));

/** @type {Named[]} */
const CSS_PARTS = Object.entries(EMBEDDING.hide.choices).map(([name, { help }]) => ({
  name,
  description: sentence(help),
}));

/** @type {Record<string, () => string>} what `<!-- reference … -->` brings in */
const REFERENCES = {
  attributes: () =>
    table(
      ['Attribute', 'In JSON', 'Values', 'Default'],
      SCHEMA.map((entry) => [
        code(markupName(entry)),
        code(entry.key),
        escapeHtml(describe(entry)),
        code(defaultText(entry) || 'none'),
      ]),
    ),
  properties: () => namedTable('Property', PROPERTIES),
  methods: () => namedTable('Method', METHODS),
  events: () => namedTable('Event', EVENTS),
  slots: () => namedTable('Slot', SLOTS),
  parts: () => namedTable('Part', CSS_PARTS),
  css: () => namedTable('Custom property', CSS_PROPERTIES),
};

/**
 * For Vite. In a page, `<!-- reference events -->` brings in a table, `<!-- example plain.html -->`
 * the source of an example.
 *
 * @returns {import('vite').Plugin}
 */
export function referenceHtml() {
  return {
    name: 'reference-html',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replaceAll(/<!-- reference (\w+) -->/g, (_, name) => REFERENCES[name]())
          .replaceAll(/<!-- example (\S+) -->/g, (_, name) =>
            escapeHtml(readFileSync(`${EXAMPLES}${name}`, 'utf8').trim()),
          ),
    },
    generateBundle() {
      for (const name of readdirSync(EXAMPLES)) {
        const source = readFileSync(`${EXAMPLES}${name}`);
        this.emitFile({ type: 'asset', fileName: `examples/${name}`, source });
      }
      const source = `${JSON.stringify(customElements(), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'custom-elements.json', source });
    },
  };
}

/**
 * The manifest that editors read: https://github.com/webcomponents/custom-elements-manifest
 *
 * @param {string} [path] of the module that defines the element
 */
export function customElements(path = 'moon-lab.js') {
  const typed = (/** @type {Named} */ { name, type, description }) => ({
    name,
    type: { text: type },
    description,
  });
  return {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations: [
          {
            kind: 'class',
            name: 'MoonLabElement',
            tagName: 'moon-lab',
            customElement: true,
            superclass: { name: 'HTMLElement' },
            description:
              'A neural network that learns while you watch: the whole lab as one element.',
            attributes: SCHEMA.map((entry) => ({
              name: markupName(entry),
              type: { text: attributeType(entry) },
              default: defaultText(entry),
              description: describe(entry),
            })),
            members: [
              ...PROPERTIES.map((one) => ({ kind: 'field', ...typed(one) })),
              ...METHODS.map(({ name, description }) => ({ kind: 'method', name, description })),
            ],
            events: EVENTS.map(typed),
            slots: SLOTS,
            cssParts: CSS_PARTS,
            cssProperties: CSS_PROPERTIES,
          },
        ],
        exports: [
          {
            kind: 'custom-element-definition',
            name: 'moon-lab',
            declaration: { name: 'MoonLabElement', module: path },
          },
        ],
      },
    ],
  };
}

/** @returns {string} a module: the attributes as TypeScript has them */
export function attributeTypes() {
  const attributes = SCHEMA.map(
    (entry) => `  /** ${describe(entry)} */\n  '${markupName(entry)}'?: ${spelling(entry)};`,
  );
  return `export interface MoonLabAttributes {\n${attributes.join('\n')}\n}\n`;
}

/**
 * Markup says everything as text; frameworks write numbers as such, and true as the empty text.
 *
 * @param {import('../state/types.js').Entry} entry
 */
function spelling(entry) {
  if (entry.kind === 'choice') return entry.choices.map((choice) => `'${choice}'`).join(' | ');
  if (entry.kind === 'boolean') return `boolean | 'true' | 'false' | '' | '${markupName(entry)}'`;
  if (entry.kind === 'integer' || entry.kind === 'number') {
    return 'number | `${number}`';
  }
  return 'string';
}

/** @param {import('../state/types.js').Entry} entry */
function describe(entry) {
  const { help } = wordsOf(entry);
  const zero = zeroWord(ENGLISH, entry.key);
  return `${help}${zero ? ` 0 is ${zero}.` : ''} Allowed: ${inEnglish(allowedValues(entry))}.`;
}

/** @param {import('../state/types.js').Entry} entry */
function defaultText({ key }) {
  return printText(defaultConfig()[key]);
}

/** @param {import('../state/types.js').Entry} entry */
function attributeType(entry) {
  if (entry.kind === 'choice') return entry.choices.map((value) => `'${value}'`).join(' | ');
  if (entry.kind === 'boolean') return 'boolean';
  return entry.kind === 'integer' || entry.kind === 'number' ? 'number' : 'string';
}

/**
 * @param {string} heading
 * @param {Named[]} list
 */
function namedTable(heading, list) {
  const isTyped = list.some(({ type }) => type);
  return table(
    isTyped ? [heading, 'Type', 'What it is'] : [heading, 'What it is'],
    list.map(({ name, type, description }) => [
      code(name),
      ...(isTyped ? [code(type ?? '')] : []),
      escapeHtml(description),
    ]),
  );
}

/**
 * @param {string[]} headings
 * @param {string[][]} rows HTML
 */
function table(headings, rows) {
  const head = headings.map((heading) => `<th scope="col">${heading}</th>`).join('');
  const body = rows.map(
    ([first, ...rest]) =>
      `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table class="reference"><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

/** @param {string} text */
function code(text) {
  return `<code>${escapeHtml(text)}</code>`;
}

/** @param {string} text */
function sentence(text) {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
