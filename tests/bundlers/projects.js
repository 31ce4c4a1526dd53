/**
 * Somebody's projects, which use the package as it is packed, and the bundlers that build them.
 *
 * @module
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * @typedef {object} Bundler
 * @property {string[]} build its program in node_modules, and what follows
 * @property {string} [imports] of the package, if not `moonlab/define`
 * @property {string[]} [copies] files that it leaves out, to be copied: of the package, if no page
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const BUILT = `${ROOT}build/bundlers/`;
const PACKAGE = 'node_modules/moonlab/build/package/';
const PAGE = ['index.html'];
const FILES = ['worker.js', 'moonlab.wasm'];

const WEBPACK = ['webpack/bin/webpack.js', './main.js', '--output-path', 'dist'];
const ESBUILD = ['esbuild/bin/esbuild', 'main.js', '--bundle', '--format=esm', '--outdir=dist'];
const ROLLUP = ['rollup/dist/bin/rollup', 'main.js', '--dir', 'dist', '-p', 'node-resolve'];
const PARCEL = [
  'parcel/lib/bin.js',
  'build',
  'index.html',
  '--dist-dir',
  'dist',
  '--cache-dir',
  'cache',
];

/** By what is tried; all in their default configuration. @type {Record<string, Bundler>} */
export const BUNDLERS = {
  'webpack 5': { build: [...WEBPACK, '--mode', 'production'], copies: PAGE },
  'webpack 5 in development': { build: [...WEBPACK, '--mode', 'development'], copies: PAGE },
  'Vite 6': { build: ['vite-6/bin/vite.js', 'build'] },
  'Vite 7': { build: ['vite-7/bin/vite.js', 'build'] },
  'Vite 8': { build: ['vite-8/bin/vite.js', 'build'] },
  'Parcel 2': { build: PARCEL },
  'esbuild, with worker and WebAssembly copied': { build: ESBUILD, copies: [...PAGE, ...FILES] },
  'esbuild, with everything inside': { build: ESBUILD, copies: PAGE, imports: 'moonlab/inline' },
  'Rollup 4, with worker and WebAssembly copied': { build: ROLLUP, copies: [...PAGE, ...FILES] },
  'Rollup 4, with everything inside': { build: ROLLUP, copies: PAGE, imports: 'moonlab/inline' },
};

/** Whose development server is tried, by what is tried: the program. */
export const SERVERS = {
  "Vite 6's server": 'vite-6/bin/vite.js',
  "Vite 7's server": 'vite-7/bin/vite.js',
  "Vite 8's server": 'vite-8/bin/vite.js',
};

/** Packs the package, for all that follow. */
export function packPackage() {
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  // Built already, by the stage before: its scripts need not run again.
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', BUILT];
  const printed = execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8' });
  execFileSync('tar', ['-xf', JSON.parse(printed)[0].filename], { cwd: BUILT });
  symlinkSync(`${HERE}node_modules`, `${BUILT}node_modules`);
}

/**
 * @param {string} name
 * @param {string} imports
 * @returns {string} the folder of a project into which the package is installed
 */
export function makeProject(name, imports) {
  const folder = join(BUILT, name.replace(/\W+/g, '-'));
  cpSync(`${HERE}project`, folder, { recursive: true });
  writeFileSync(join(folder, 'main.js'), `import '${imports}';\n`);
  cpSync(`${BUILT}package`, join(folder, 'node_modules/moonlab'), { recursive: true });
  return folder;
}

/**
 * @param {string} folder of the project
 * @param {string} program in node_modules
 * @param {string[]} args
 * @returns {Promise<unknown>} rejected with what it printed
 */
export function runIn(folder, program, args) {
  return promisify(execFile)('node', [join(HERE, 'node_modules', program), ...args], {
    cwd: folder,
  });
}

/**
 * @param {string} name of a row of BUNDLERS
 * @returns {Promise<string>} the folder to be put on a host
 */
export async function buildProject(name) {
  const { build, copies = [], imports = 'moonlab/define' } = BUNDLERS[name];
  const folder = makeProject(name, imports);
  const dist = join(folder, 'dist');
  const [program, ...args] = build;
  await runIn(folder, program, args);
  for (const file of copies) {
    copyFileSync(join(folder, PAGE.includes(file) ? '' : PACKAGE, file), join(dist, file));
  }
  return dist;
}

/**
 * @param {string} name
 * @param {string} program of Vite
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export function serveProject(name, program) {
  const cwd = makeProject(name, 'moonlab/define');
  const child = spawn('node', [join(HERE, 'node_modules', program), '--host', '127.0.0.1'], {
    cwd,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (/** @type {Buffer} */ text) => {
      printed += text;
      const origin = /Local:\s+(http:\S+)\//.exec(printed)?.[1];
      if (origin) resolve({ origin, close: () => child.kill() });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(`It serves nothing: ${printed}`)));
  });
}
