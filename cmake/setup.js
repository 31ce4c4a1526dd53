/**
 * Installs what is missing, and nothing else:
 *
 *     node cmake/setup.js [stage…]     (the stages of cmake/stages.js; all when none is named)
 *
 * Plain Node without packages, because it is what installs them.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import './current-node.js';
import { hasProgram, REQUIREMENTS } from './requirements.js';

/** @typedef {import('./requirements.js').Requirement} Requirement */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Projects of their own, each of which one stage needs. @type {Record<string, string>} */
const PROJECTS = { bundlers: 'tests/bundlers', bench: 'tests/bench' };
/** In node_modules: which lock file it was installed from. */
const STAMP = '.moonlab-lock';

/**
 * @param {string[]} [stages] those about to run; all when there are none
 * @throws {Error} with the list of what to install, when it cannot be installed from here
 */
export function setUp(stages = []) {
  const isNeeded = (/** @type {string} */ stage) => stages.length === 0 || stages.includes(stage);
  const missing = REQUIREMENTS.filter(
    (requirement) => requirement.stages.some(isNeeded) && !requirement.isThere(),
  );
  const installed = [
    installSystemPackages(missing),
    installNodePackages(ROOT, ['--include=dev', '--ignore-scripts']),
    ...Object.keys(PROJECTS)
      .filter(isNeeded)
      .map((stage) => installNodePackages(join(ROOT, PROJECTS[stage]))),
  ].some(Boolean);
  console.log(installed ? 'Set-up: done.' : 'Set-up: nothing is missing.');
}

/**
 * @param {Requirement[]} missing
 * @returns {boolean} whether anything was installed
 * @throws {Error} with the list of what to install, when it cannot be installed from here
 */
export function installSystemPackages(missing) {
  if (missing.length === 0) return false;
  const aptGet = aptGetCommand();
  if (!aptGet) throw new Error(instructions(missing));

  const packages = missing.flatMap(({ apt }) => apt.split(' '));
  console.log(`Set-up: installing with apt-get, which may take minutes: ${packages.join(' ')}`);
  // What cannot be updated may not be needed; the installation says what is.
  run([...aptGet, 'update']);
  const result = run([...aptGet, 'install', '--yes', '--no-install-recommends', ...packages]);
  const left = missing.filter((requirement) => !requirement.isThere());
  if (result.status !== 0 || left.length > 0) {
    console.error(`${result.stdout}${result.stderr}`);
    throw new Error(instructions(left));
  }
  return true;
}

/** @returns {string[] | undefined} how apt-get is called here, if it may be */
function aptGetCommand() {
  if (!hasProgram('apt-get')) return undefined;
  const command = [
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '--quiet',
    '--option=DPkg::Lock::Timeout=600',
  ];
  if (process.getuid?.() === 0) return command;
  const sudo = ['sudo', '--non-interactive'];
  return hasProgram('sudo') && run([...sudo, 'true']).status === 0
    ? [...sudo, ...command]
    : undefined;
}

/** @param {string[]} command */
function run([program, ...args]) {
  return spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' });
}

/**
 * @param {Requirement[]} missing
 * @returns {string}
 */
function instructions(missing) {
  const width = Math.max(...missing.map(({ name }) => name.length));
  return [
    'Set-up: this is missing, and cannot be installed from here:',
    ...missing.map(({ name, elsewhere }) => `  ${name.padEnd(width)}  macOS: ${elsewhere}`),
    'On Debian or Ubuntu:',
    `  sudo apt-get install ${missing.map(({ apt }) => apt).join(' ')}`,
    'Then run the same command again.',
  ].join('\n');
}

/**
 * @param {string} folder
 * @param {string[]} [options] of npm ci
 * @returns {boolean} whether anything was installed
 */
function installNodePackages(folder, options = []) {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(folder, 'node_modules', STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return false;

  console.log(`Set-up: installing the npm packages of ${relative(ROOT, folder) || 'the project'}.`);
  const { status } = spawnSync('npm', ['ci', ...options, '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('Set-up: npm ci failed; what it said stands above.');
  writeFileSync(stamp, lock);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    setUp(process.argv.slice(2));
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
