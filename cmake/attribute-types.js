/**
 * The element's attributes as TypeScript has them, made from the schema when the package is built.
 *
 * @module
 */
import { markupName, SCHEMA } from '../web/state/schema.js';
import { describe } from './embed-html.js';

/** @typedef {import('../web/state/types.js').Entry} Entry */

/** @returns {string} a module */
export function attributeTypes() {
  const attributes = SCHEMA.map(
    (entry) => `  /** ${describe(entry)} */\n  '${markupName(entry)}'?: ${spelling(entry)};`,
  );
  return `export interface MoonLabAttributes {\n${attributes.join('\n')}\n}\n`;
}

/**
 * Markup says everything as text; frameworks write numbers as such, and true as the empty text.
 *
 * @param {Entry} entry
 */
function spelling(entry) {
  if (entry.kind === 'choice') return entry.choices.map((choice) => `'${choice}'`).join(' | ');
  if (entry.kind === 'boolean') return `boolean | 'true' | 'false' | '' | '${markupName(entry)}'`;
  if (entry.kind === 'integer' || entry.kind === 'number') {
    return 'number | `${number}`';
  }
  return 'string';
}
