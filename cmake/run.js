/**
 * Sets up and runs stages, until one fails: one after the other, and two at a time those that leave
 * a core idle:
 *
 *     node cmake/run.js <stage>…     (the stages of cmake/stages.js)
 */
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

import './current-node.js';
import { setUp } from './setup.js';
import { inGroups, inOrder, STAGES } from './stages.js';

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
 * @returns {Promise<{ outcomes: Outcome[], seconds: number }>} seconds: that all took together, set-up
 *   aside
 * @throws {Error} naming the stage that failed
 */
export async function runStages(names) {
  process.chdir(ROOT);
  const order = inOrder(names);
  setUp(order);
  const start = performance.now();
  const context = { withTests: order.includes('wasm') || order.includes('checksums') };
  const outcomes = [];
  for (const group of inGroups(order)) outcomes.push(...(await runGroup(group, context)));
  return { outcomes, seconds: secondsSince(start) };
}

/** @param {number} start */
function secondsSince(start) {
  return (performance.now() - start) / 1000;
}

/**
 * Stages that may run beside each other.
 *
 * @param {string[]} names
 * @param {Context} context
 * @returns {Promise<Outcome[]>}
 */
async function runGroup(names, context) {
  // Before one of them changes a folder that another lists.
  const left = names.map((name) => ({ name, commands: STAGES[name].commands(context) }));
  /** @type {Outcome[]} */
  const outcomes = [];
  const runOneByOne = async () => {
    for (let stage = left.shift(); stage; stage = left.shift()) {
      try {
        outcomes.push(await runStage(stage.name, stage.commands, names.length > 1));
      } catch (error) {
        left.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled([runOneByOne(), runOneByOne()]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return outcomes;
}

/**
 * @param {string} name
 * @param {string[][]} commands
 * @param {boolean} hasCompany what it prints is shown when it has ended, not among another's
 * @returns {Promise<Outcome>}
 */
async function runStage(name, commands, hasCompany) {
  const start = performance.now();
  const { title } = STAGES[name];
  let tests = 0;
  let kept = '';
  const print = (/** @type {string} */ text) => {
    if (hasCompany) kept += text;
    else process.stdout.write(text);
  };
  print(`\n▶ ${title}\n`);
  try {
    for (const command of commands) {
      const { code, output } = await runCommand(command, print);
      if (code !== 0) {
        throw new Error(`\n✖ ${title}: ${command[0]} failed. Alone: node cmake/run.js ${name}`);
      }
      tests += countTests(output);
    }
  } finally {
    process.stdout.write(kept);
  }
  return { name, tests, seconds: secondsSince(start) };
}

/**
 * Runs a command, showing and keeping what it prints.
 *
 * @param {string[]} command
 * @param {(text: string) => void} print
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runCommand([program, ...args], print) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      print(text);
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', print);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** @param {string} output */
function countTests(output) {
  const counts = TEST_COUNTS.map((pattern) => Number(pattern.exec(output)?.[1] ?? 0));
  return Math.max(...counts);
}

/** @param {Awaited<ReturnType<typeof runStages>>} run */
function printSummary({ outcomes, seconds: all }) {
  console.log('');
  for (const { name, tests, seconds } of outcomes) {
    const what = tests > 0 ? `${tests} tests passed` : 'done';
    console.log(`✔ ${name.padEnd(18)} ${what.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s`);
  }
  console.log(`  in all, set-up aside ${all.toFixed(1).padStart(25)} s`);
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
