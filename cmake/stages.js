import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { configure } from './configure.js';
import { runsAArch64 } from './requirements.js';

/**
 * A stage of the build or of the tests. Its commands run in the root of the project.
 *
 * @typedef {object} Stage
 * @property {string} title what it does, for people
 * @property {string[]} [after] the stages that must have run
 * @property {boolean} [leavesCore] one core is idle for most of it: beside it another such may run
 * @property {(context: Context) => string[][]} commands
 *
 * @typedef {object} Context
 * @property {boolean} withTests whether the run needs the engine's tests as WebAssembly too
 */

const NODE_TEST = ['node', '--test', '--test-reporter=spec'];

/** The hosts that every run tries, slides and two frameworks; `npm run hosts` tries all. */
const HOSTS = ['reveal', 'react-18', 'vue-3'];

/** For the browser's tests; two at a time run, and the last should not be alone for long. */
const PROCESSES = 16;

/** @type {Record<string, Stage>} */
export const STAGES = {
  module: {
    title: 'Compiling the engine to WebAssembly',
    commands: (context) => [
      ...configureWasm(context),
      ['cmake', '--build', '--preset', 'wasm-module'],
    ],
  },
  site: {
    title: 'Building the site into dist/',
    after: ['module'],
    leavesCore: true,
    commands: () => [
      viteBuild('site'),
      viteBuild('element'),
      viteBuild('offline'),
      ['node', 'web/build/first-load.js'],
    ],
  },
  package: {
    title: 'Building the npm package into build/package/',
    after: ['module'],
    leavesCore: true,
    commands: () => [
      viteBuild('package'),
      viteBuild('inline'),
      ['tsc', '--project', 'web/package/tsconfig.json'],
      ['node', 'web/build/package-types.js'],
    ],
  },
  engine: {
    title: 'Building the engine and its tests natively',
    commands: () => [...configure('native'), ['cmake', '--build', '--preset', 'native']],
  },
  native: {
    title: 'Testing the engine natively',
    after: ['engine'],
    commands: () => [['ctest', '--preset', 'native']],
  },
  wasm: {
    title: 'Testing the engine as WebAssembly',
    commands: (context) => [
      ...configureWasm(context),
      ['cmake', '--build', '--preset', 'wasm'],
      ['ctest', '--preset', 'wasm'],
    ],
  },
  checksums: {
    title: 'Building what prints checksums, by each compiler',
    commands: () => [
      ...configure('native'),
      ['cmake', '--build', '--preset', 'bits-native'],
      ...configureWasm({ withTests: true }),
      ['cmake', '--build', '--preset', 'bits-wasm'],
      ...configure('bits-clang'),
      ['cmake', '--build', '--preset', 'bits-clang'],
      ...(runsAArch64()
        ? [...configure('bits-aarch64'), ['cmake', '--build', '--preset', 'bits-aarch64']]
        : []),
    ],
  },
  bits: {
    title: 'Comparing the bits of compilers and machines',
    after: ['checksums'],
    commands: () => [['node', 'tests/bits/run.js']],
  },
  sanitizers: {
    title: "Building the engine's tests and the fuzzers with sanitizers",
    commands: () => [...configure('sanitize'), ['cmake', '--build', '--preset', 'sanitize']],
  },
  sanitize: {
    title: 'Testing the engine with sanitizers',
    after: ['sanitizers'],
    commands: () => [['ctest', '--preset', 'sanitize']],
  },
  fuzz: {
    title: 'Driving the engine with libFuzzer',
    after: ['sanitizers'],
    leavesCore: true,
    commands: () => [[...NODE_TEST, ...testFiles('tests/fuzz')]],
  },
  web: {
    title: 'Testing the JavaScript and the shipped module in Node',
    after: ['engine', 'module'],
    commands: () => [
      [
        ...NODE_TEST,
        '--test-concurrency=2',
        ...testFiles(
          'tests/web',
          'tests/wasm',
          'tests/conformance',
          'tests/bits',
          'tests/structure',
        ),
      ],
    ],
  },
  browser: {
    title: 'Testing the site in Chromium, Firefox and WebKit',
    after: ['site', 'package'],
    commands: () => [
      [...NODE_TEST, '--test-concurrency=2', ...inProcesses(testFiles('tests/browser'))],
    ],
  },
  hosts: {
    title: 'Putting the lab into pages as others make them',
    after: ['site', 'package'],
    leavesCore: true,
    commands: () => [['node', '--test-reporter=spec', 'tests/hosts/hosts.test.js', ...HOSTS]],
  },
  bundlers: {
    title: 'Testing the npm package with the bundlers that people use',
    after: ['site', 'package'],
    leavesCore: true,
    commands: () => [
      // One after the other: each file packs the package anew.
      [...NODE_TEST, '--test-concurrency=1', ...testFiles('tests/bundlers')],
    ],
  },
  bench: {
    title: 'Building what the module is measured against',
    after: ['site'],
    commands: () => [
      [
        'tests/bench/node_modules/.bin/esbuild',
        'tests/bench/tensorflow-library.js',
        '--bundle',
        '--format=iife',
        '--global-name=tf',
        '--outfile=build/bench/tensorflow.js',
        '--log-level=error',
      ],
      ['cmake', '--build', '--preset', 'wasm', '--target', 'moonlab_peak'],
      ...configure('bench'),
      ['cmake', '--build', '--preset', 'bench'],
    ],
  },
  format: {
    title: 'Checking the format',
    leavesCore: true,
    commands: () => [
      ['prettier', '--check', '.'],
      ['clang-format', '--dry-run', '-Werror', ...cppFiles()],
    ],
  },
  'format:fix': {
    title: 'Formatting',
    commands: () => [
      ['prettier', '--write', '--log-level=warn', '.'],
      ['clang-format', '-i', ...cppFiles()],
    ],
  },
  lint: {
    title: 'Linting',
    leavesCore: true,
    commands: () => [['eslint', '--config', 'web/eslint.config.js', 'web', 'tests', 'cmake']],
  },
  types: {
    title: 'Checking the types',
    leavesCore: true,
    commands: () => [
      ['tsc', '--project', 'web/tsconfig.json'],
      ['tsc', '--project', 'tests/tsconfig.json'],
    ],
  },
};

/**
 * @param {string[]} names
 * @returns {string[]} them and what they come after, in the order to run them
 */
export function inOrder(names) {
  const order = names.flatMap((name) => [...inOrder(STAGES[name].after ?? []), name]);
  return [...new Set(order)];
}

/**
 * @param {string[]} order
 * @returns {string[][]} the same, in groups: stages of one may run beside each other
 */
export function inGroups(order) {
  /** @type {string[][]} */
  const groups = [];
  for (const name of order) {
    const last = groups.at(-1);
    const fits = [name, ...(last ?? [])].every((one) => STAGES[one].leavesCore);
    const waits = last?.some((one) => STAGES[name].after?.includes(one));
    if (last && fits && !waits) last.push(name);
    else groups.push([name]);
  }
  return groups;
}

/** @param {string} target of web/build/vite.config.js */
function viteBuild(target) {
  return ['vite', 'build', '--config', 'web/build/vite.config.js', '--mode', target];
}

/** @param {Context} context */
function configureWasm({ withTests }) {
  return configure('wasm', `-DMOONLAB_BUILD_TESTS=${withTests ? 'ON' : 'OFF'}`);
}

/** @param {string[]} folders */
function testFiles(...folders) {
  const files = folders.flatMap((folder) => filesIn(folder, /\.test\.js$/));
  if (files.length === 0) throw new Error(`There is no test in ${folders.join(', ')}.`);
  return files;
}

/**
 * Files that drive a browser, some in a process each: to load its driver and to start it takes longer
 * than a test.
 *
 * @param {string[]} files
 * @returns {string[]} that import them
 */
function inProcesses(files) {
  const folder = join('build', 'browser-tests');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const groups = Array.from({ length: PROCESSES }, (_, i) => join(folder, `${i}.test.js`));
  groups.forEach((path, group) => {
    const members = files.filter((file, i) => i % PROCESSES === group);
    writeFileSync(path, members.map((file) => `import '../../${file}';\n`).join(''));
  });
  return groups;
}

function cppFiles() {
  return [...filesIn('engine', /\.[ch]pp$/), ...filesIn('tests', /\.[ch]pp$/)];
}

/**
 * @param {string} folder
 * @param {RegExp} pattern
 */
function filesIn(folder, pattern) {
  const names = /** @type {string[]} */ (readdirSync(folder, { recursive: true }));
  return names
    .filter((name) => pattern.test(name) && !name.includes('node_modules'))
    .sort()
    .map((name) => join(folder, name));
}
