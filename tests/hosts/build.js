/**
 * Builds a host's site from a copy of its folder, as somebody who teaches would, and puts it where a
 * static host has it.
 *
 * @module
 */
import { spawnSync } from 'node:child_process';
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

import { installSystemPackages } from '../../cmake/setup.js';
import { hostFolder } from './host.js';

/** @typedef {import('./host.js').Host} Host */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');
/** Of the lock file that node_modules/ was installed from. */
const STAMP = '.moonlab-lock';

/** Where projects and sites are, and the pictures of them. */
export const BUILD = join(ROOT, 'build', 'hosts');

/**
 * @param {string} name
 * @param {Host} host
 * @returns {string} the folder to serve: the site is its folder `course`
 */
export function buildHost(name, { project: source = name, needs = [], dist, build = [], site }) {
  installSystemPackages(needs.filter(({ isThere }) => !isThere()));
  const project = join(BUILD, 'projects', name);
  copyProject(source, project);
  installNodePackages(project);
  if (dist) cpSync(DIST, join(project, dist), { recursive: true });
  else unpackPackage(project);
  for (const command of build) run(command, project);

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
  rmSync(join(project, 'host.js'), { force: true });
  // Or the one of this project would say what kind of scripts there are.
  const manifest = join(project, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{}');
}

/** @param {string} project */
function installNodePackages(project) {
  const lockFile = join(project, 'package-lock.json');
  if (!existsSync(lockFile)) return;
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  const stamp = join(project, 'node_modules', STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run(['npm', 'ci', '--loglevel=error'], project);
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  writeFileSync(stamp, lock);
}

/**
 * As `npm install moonlab` would, once it is published.
 *
 * @param {string} project
 */
function unpackPackage(project) {
  // Built already: its scripts need not run again.
  const pack = ['npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', BUILD];
  const [{ filename }] = JSON.parse(run(pack, ROOT));
  const folder = join(project, 'node_modules', 'moonlab');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(['tar', '-xzf', join(BUILD, filename), '--strip-components=1', '-C', folder], project);
}

/**
 * @param {string[]} command
 * @param {string} cwd
 * @returns {string} what it printed
 */
function run([program, ...args], cwd) {
  const path = `${join(cwd, 'node_modules', '.bin')}:${process.env.PATH}`;
  const env = { ...process.env, PATH: path, CI: 'true', NODE_ENV: undefined };
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status === 0) return stdout;
  throw new Error(`${[program, ...args].join(' ')} failed:\n${stdout}${stderr}${error ?? ''}`);
}
