/**
 * Prints how web/ is cut into modules and functions, to be compared before and after a change:
 *
 *     npm run structure            (-- --list names the modules, too)
 *
 * structure.js says what is counted, and how.
 */
import { fileURLToPath } from 'node:url';

import { measureStructure } from './structure.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LONGEST = 10;
/** Lines, of a function without those inside it. */
const SCREEN = 60;

const listing = process.argv.includes('--list');
const structure = measureStructure(ROOT);

/** @param {string} text */
function print(text = '') {
  process.stdout.write(`${text}\n`);
}

/**
 * @param {(number | string)[]} numbers
 * @param {string} text
 */
function row(numbers, text) {
  print(`${numbers.map((number) => `${number}`.padStart(7)).join('')}  ${text}`.trimEnd());
}

/**
 * @param {string[]} names
 * @param {string} text
 */
function group(names, text) {
  row([names.length], text);
  if (listing) for (const name of names) print(`           ${name}`);
}

/**
 * @param {string[][]} cycles
 * @param {string} text
 */
function groups(cycles, text) {
  row([cycles.length], `${text}, of ${cycles.flat().length} modules in all`);
  if (listing) for (const cycle of cycles) print(`           ${cycle.join(' ')}`);
}

/** @param {'lines' | 'own'} length */
function longestFunctions(length) {
  const sorted = [...structure.functions].sort((a, b) => b[length] - a[length]);
  row(['lines', 'own'], '');
  for (const { path, line, name, lines, own } of sorted.slice(0, LONGEST)) {
    row([lines, own], `${path}:${line} ${name}`);
  }
}

print('web/, without what is generated');
row(['files', 'lines'], '');
for (const [kind, { files, lines }] of Object.entries(structure.sizes)) {
  row([files, lines], `.${kind}`);
}
row(
  [structure.build.files, structure.build.lines],
  'of the build (web/build/, web/*.config.js), apart',
);
print('\nModules of JavaScript');
group(structure.entries, 'entries: a page or the build asks for them');
group(structure.single, 'with one importer');
group(structure.singleWithTypes, 'with one importer, imports for types counted');
group(structure.typesOnly, 'imported for types only');
group(structure.dead, 'dead: without any importer');
groups(structure.cycles, 'cycles of imports');
groups(structure.cyclesWithTypes, 'cycles of imports, those for types counted');
print('\nThe longest modules');
const modules = [...structure.modules].sort((a, b) => b.lines - a.lines);
for (const { path, lines } of modules.slice(0, LONGEST)) row([lines], path);
print('\nThe longest functions');
longestFunctions('lines');
print('\nThe longest functions without those inside them (own)');
longestFunctions('own');
const long = structure.functions.filter(({ own }) => own > SCREEN).length;
row(['', long], `of ${structure.functions.length} are longer than ${SCREEN}`);
