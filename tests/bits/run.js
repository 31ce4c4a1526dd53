/**
 * Compares the engine's bits between compilers and machines:
 *
 *     npm run bits             (bits:all, so that the slow ones compare everything, too)
 *
 * Exits with 1 when any of them computes another bit.
 */
import { BUILDS, checksums } from './builds.js';
import { firstDifference } from './compare.js';

/** @typedef {import('./builds.js').Build} Build */

/** What is compared, and how it is called in the table. */
const SUBJECTS = {
  configurations: '200 configurations',
  problems: '120 problems',
  data: '200 seeds of data',
  moons: '20,000 seeds of moons',
  notebook: '300 seeds of notebook',
};
const QUICK = ['configurations', 'problems', 'data'];
const SAME = 'the same bits';

const everything = process.argv.includes('--all');

/** @param {string} text */
function print(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * @param {string} name
 * @param {string[]} cells
 */
function row(name, cells) {
  return [name.padEnd(18), ...cells.map((cell) => cell.padEnd(22))].join('  ').trimEnd();
}

/**
 * @param {Build} build
 * @param {string} what
 * @param {string[]} reference
 * @returns {Promise<{ cell: string, difference?: string }>}
 */
async function compare(build, what, reference) {
  if (build.slow && !QUICK.includes(what) && !everything) return { cell: 'npm run bits:all' };
  const difference = firstDifference(reference, await checksums(build, what));
  return difference ? { cell: 'DIFFERS', difference } : { cell: SAME };
}

/**
 * @param {Build} build
 * @param {string[][]} references
 * @returns {Promise<{ cells: string[], differences: string[] }>}
 */
async function compareAll(build, references) {
  const absent = await build.absence?.();
  if (absent) {
    return { cells: [`not compared: this machine lacks ${absent}`], differences: [] };
  }
  const results = await Promise.all(
    Object.keys(SUBJECTS).map((what, i) => compare(build, what, references[i])),
  );
  return {
    cells: results.map(({ cell }) => cell),
    differences: results.flatMap(({ difference }) =>
      difference ? [`${build.name} DIFFERS: ${difference}`] : [],
    ),
  };
}

const [native, ...others] = BUILDS;
const references = await Promise.all(Object.keys(SUBJECTS).map((what) => checksums(native, what)));
// All at once: the machine's cores share them out, and the slowest is at work from the beginning.
const rows = await Promise.all(others.map((build) => compareAll(build, references)));
print(row('', Object.values(SUBJECTS)));
rows.forEach(({ cells }, i) => print(row(others[i].name, cells)));
const differences = rows.flatMap((found) => found.differences);
for (const difference of differences) print(difference);
const same = rows.flatMap(({ cells }) => cells).filter((cell) => cell === SAME).length;
if (differences.length === 0) print(`${same} comparisons with the native build: all the same bits`);
process.exitCode = differences.length === 0 ? 0 : 1;
