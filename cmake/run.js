/**
 * Sets up and runs stages one after the other, until one fails:
 *
 *     node cmake/run.js <stage>…     (the stages of cmake/stages.js)
 */
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

import { setUp } from './setup.js';
import { inOrder, STAGES } from './stages.js';

/** @typedef {import('./stages.js').Context} Context */

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {number} seconds
 * @property {number} tests how many ran; 0 in a stage that only builds or checks
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENVIRONMENT = {
  ...process.env,
  PATH: [`${ROOT}node_modules/.bin`, process.env.PATH].join(delimiter),
  // Some tools colour what they print wherever CI is set, even into a file.
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
};

/**
 * How ctest, Node's test runner and tests/bits say how many tests there were. What they ran has all
 * passed, or their exit status would have said so.
 */
const TEST_COUNTS = [/tests failed out of (\d+)/, /ℹ tests (\d+)/, /^(\d+) comparisons/m];

/**
 * @param {string[]} names
 * @returns {Promise<Outcome[]>}
 * @throws {Error} naming the stage that failed
 */
export async function runStages(names) {
  process.chdir(ROOT);
  const order = inOrder(names);
  setUp(order);
  const context = { withTests: order.includes('wasm') || order.includes('checksums') };
  const outcomes = [];
  for (const name of order) outcomes.push(await runStage(name, context));
  return outcomes;
}

/**
 * @param {string} name
 * @param {Context} context
 * @returns {Promise<Outcome>}
 */
async function runStage(name, context) {
  const start = performance.now();
  console.log(`\n▶ ${STAGES[name].title}`);
  let tests = 0;
  for (const command of STAGES[name].commands(context)) {
    const { code, output } = await runCommand(command);
    if (code !== 0) {
      throw new Error(
        `\n✖ ${STAGES[name].title}: ${command[0]} failed. Alone: node cmake/run.js ${name}`,
      );
    }
    tests += countTests(output);
  }
  return { name, tests, seconds: (performance.now() - start) / 1000 };
}

/**
 * Runs a command, showing and keeping what it prints.
 *
 * @param {string[]} command
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runCommand([program, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      process.stdout.write(text);
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** @param {string} output */
function countTests(output) {
  const counts = TEST_COUNTS.map((pattern) => Number(pattern.exec(output)?.[1] ?? 0));
  return Math.max(...counts);
}

/** @param {Outcome[]} outcomes */
function printSummary(outcomes) {
  console.log('');
  for (const { name, tests, seconds } of outcomes) {
    const what = tests > 0 ? `${tests} tests passed` : 'done';
    console.log(`✔ ${name.padEnd(18)} ${what.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s`);
  }
  const total = outcomes.reduce((sum, { tests }) => sum + tests, 0);
  if (total > 0) console.log(`\n100% tests passed, 0 tests failed out of ${total}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    printSummary(await runStages(process.argv.slice(2)));
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
