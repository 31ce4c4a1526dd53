/**
 * Builds a host's site from a copy of its folder, as somebody who teaches would, and puts it where a
 * static host has it.
 *
 * @module
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { installSystemPackages } from '../../cmake/setup.js';
import { hostFolder } from './host.js';

/** @typedef {import('./host.js').Host} Host */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');
/** Of the lock file that node_modules/ was installed from. */
const STAMP = '.moonlab-lock';

/** The tarball's file, once it is there. @type {Promise<string> | undefined} */
let packed;

/** Where projects and sites are, and the pictures of them. */
export const BUILD = join(ROOT, 'build', 'hosts');

/**
 * @param {string} name
 * @param {Host} host
 * @returns {Promise<string>} the folder to serve: the site is its folder `course`
 */
export async function buildHost(
  name,
  { project: source = name, needs = [], dist, build = [], site },
) {
  installSystemPackages(needs.filter(({ isThere }) => !isThere()));
  const project = join(BUILD, 'projects', name);
  copyProject(source, project);
  await installNodePackages(project);
  if (dist) cpSync(DIST, join(project, dist), { recursive: true });
  else await unpackPackage(project);
  for (const command of build) await run(command, project);

  const served = join(BUILD, 'sites', name);
  rmSync(served, { recursive: true, force: true });
  cpSync(join(project, site), join(served, 'course'), { recursive: true });
  return served;
}

/**
 * What was built before goes, but not what was installed.
 *
 * @param {string} source
 * @param {string} project
 */
function copyProject(source, project) {
  mkdirSync(project, { recursive: true });
  for (const entry of readdirSync(project)) {
    if (entry !== 'node_modules') rmSync(join(project, entry), { recursive: true });
  }
  cpSync(hostFolder(source), project, { recursive: true });
  rmSync(join(project, 'host.mjs'), { force: true });
  // Or the one of this project would say what kind of scripts there are.
  const manifest = join(project, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{}');
}

/** @param {string} project */
async function installNodePackages(project) {
  const lockFile = join(project, 'package-lock.json');
  if (!existsSync(lockFile)) return;
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  const stamp = join(project, 'node_modules', STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  await run(['npm', 'ci', '--loglevel=error'], project);
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  writeFileSync(stamp, lock);
}

/**
 * As `npm install moonlab` would, once it is published.
 *
 * @param {string} project
 */
async function unpackPackage(project) {
  packed ??= pack();
  const folder = join(project, 'node_modules', 'moonlab');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await run(['tar', '-xzf', await packed, '--strip-components=1', '-C', folder], project);
}

async function pack() {
  // Built already: its scripts need not run again.
  const command = ['npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', BUILD];
  const [{ filename }] = JSON.parse(await run(command, ROOT));
  return join(BUILD, filename);
}

/**
 * @param {string[]} command
 * @param {string} cwd
 * @returns {Promise<string>} what it printed
 */
async function run([program, ...args], cwd) {
  const path = `${join(cwd, 'node_modules', '.bin')}:${process.env.PATH}`;
  const env = { ...process.env, PATH: path, CI: 'true', NODE_ENV: undefined };
  try {
    const { stdout } = await promisify(execFile)(program, args, { cwd, env, maxBuffer: 1 << 28 });
    return stdout;
  } catch (error) {
    // Its message has the command, and what it said of the failure; the rest is in what it printed.
    const { message, stdout } = /** @type {Error & { stdout?: string }} */ (error);
    throw new Error(`${message}\n${stdout ?? ''}`, { cause: error });
  }
}
