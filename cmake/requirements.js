import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { devNull } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * What a stage of the build needs of the machine.
 *
 * @typedef {object} Requirement
 * @property {string} name for people
 * @property {string[]} stages the stages of cmake/stages.js that need it
 * @property {() => boolean} isThere
 * @property {string} apt the Debian package
 * @property {string} elsewhere how to get it on macOS, or anywhere else
 */

const COMPILED = ['engine', 'module', 'wasm', 'bench', 'checksums', 'sanitizers'];
const ENGINE_TESTS = ['engine', 'wasm', 'checksums', 'sanitizers'];

/** Where libraries of headers are, as in cmake/header-library.cmake. */
const HEADER_FOLDERS = [
  ...(process.env.CMAKE_PREFIX_PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((prefix) => join(prefix, 'include')),
  '/usr/local/include',
  '/usr/include',
  '/opt/homebrew/include',
];

/**
 * The names and places under which people have Chromium; first without what only its windows need, which
 * takes two thirds of the time in a test.
 */
const CHROMIUM = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The same for Firefox; Debian has the one with extended support. */
const FIREFOX = ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Debian's own first: a Python of the user's rarely has Debian's packages. */
const PYTHON = ['/usr/bin/python3', 'python3'];

/** @type {Requirement[]} */
export const REQUIREMENTS = [
  {
    name: 'CMake',
    stages: COMPILED,
    isThere: () => hasProgram('cmake'),
    apt: 'cmake',
    elsewhere: 'brew install cmake',
  },
  {
    name: 'make',
    stages: COMPILED,
    isThere: () => hasProgram('make'),
    apt: 'make',
    elsewhere: 'xcode-select --install',
  },
  {
    name: 'a C++ compiler',
    stages: ['engine', 'bench', 'checksums'],
    isThere: () => hasProgram('c++', 'g++', 'clang++'),
    apt: 'g++',
    elsewhere: 'xcode-select --install',
  },
  {
    name: 'Emscripten',
    stages: ['module', 'wasm', 'checksums'],
    isThere: () => hasProgram('em++') && hasProgram('em-config'),
    apt: 'emscripten',
    elsewhere: 'brew install emscripten',
  },
  {
    name: 'clang',
    stages: ['checksums', 'sanitizers'],
    isThere: () => hasProgram('clang++'),
    apt: 'clang',
    elsewhere: 'xcode-select --install',
  },
  {
    name: "clang's sanitizers and libFuzzer",
    stages: ['sanitizers'],
    isThere: hasFuzzer,
    apt: 'libclang-rt-14-dev',
    elsewhere: 'brew install llvm, with its clang++ first on the PATH',
  },
  {
    name: 'xtensor',
    stages: COMPILED,
    // The one place or the other, by its version.
    isThere: () =>
      (hasHeader('xtensor/xtensor.hpp') || hasHeader('xtensor/containers/xtensor.hpp')) &&
      hasHeader('xtl/xtl_config.hpp'),
    apt: 'libxtensor-dev',
    elsewhere: 'brew install xtensor',
  },
  {
    name: 'doctest',
    stages: ENGINE_TESTS,
    isThere: () => hasHeader('doctest/doctest.h'),
    apt: 'doctest-dev',
    elsewhere: 'brew install doctest',
  },
  {
    name: 'nlohmann-json',
    stages: ENGINE_TESTS,
    isThere: () => hasHeader('nlohmann/json.hpp'),
    apt: 'nlohmann-json3-dev',
    elsewhere: 'brew install nlohmann-json',
  },
  {
    name: 'Python with NumPy',
    stages: ['web', 'browser'],
    isThere: () => pythonPath() !== undefined,
    apt: 'python3-numpy',
    elsewhere: 'pip3 install numpy',
  },
  {
    name: 'Chromium',
    stages: ['browser', 'bench', 'hosts'],
    isThere: () => chromiumPath() !== undefined,
    apt: 'chromium-headless-shell',
    elsewhere: 'brew install --cask chromium',
  },
  {
    name: 'Firefox',
    stages: ['browser'],
    isThere: () => firefoxPath() !== undefined,
    apt: 'firefox-esr',
    elsewhere: 'brew install --cask firefox',
  },
  {
    name: 'the driver of WebKit',
    stages: ['browser'],
    isThere: () => hasProgram('safaridriver', 'WebKitWebDriver'),
    apt: 'webkit2gtk-driver',
    elsewhere: 'safaridriver --enable',
  },
  {
    name: 'a screen for WebKit',
    stages: ['browser'],
    isThere: () => hasProgram('safaridriver') || (hasProgram('xvfb-run') && hasProgram('xauth')),
    apt: 'xvfb xauth',
    elsewhere: 'safaridriver --enable',
  },
  {
    name: 'clang-format',
    stages: ['format'],
    isThere: () => hasProgram('clang-format'),
    apt: 'clang-format',
    elsewhere: 'brew install clang-format',
  },
];

/** @returns {string | undefined} the Chromium that drives the browser tests */
export function chromiumPath() {
  return CHROMIUM.map(findProgram).find((path) => path !== undefined);
}

/** @returns {string | undefined} the Firefox in which the site is tried, too */
export function firefoxPath() {
  return FIREFOX.map(findProgram).find((path) => path !== undefined);
}

/**
 * @param {number} port that the driver listens at
 * @returns what starts the driver of WebKit, and what to ask of it: WebKitGTK's, or Safari's
 */
export function webkitDriver(port) {
  if (hasProgram('safaridriver')) {
    return {
      program: 'safaridriver',
      args: [`--port=${port}`],
      capabilities: { browserName: 'safari' },
    };
  }
  const binary = miniBrowserPath();
  return {
    program: 'xvfb-run',
    args: ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'],
    capabilities: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
  };
}

/** WebKitGTK's own browser lies among the libraries, whose folder is named after the machine. */
function miniBrowserPath() {
  const folders = readdirSync('/usr/lib').map((name) => join('/usr/lib', name));
  return ['/usr/lib', ...folders]
    .map((folder) => join(folder, 'webkit2gtk-4.1', 'MiniBrowser'))
    .find(isExecutable);
}

/** @returns {string | undefined} the Python that runs the scripts which the lab saves */
export function pythonPath() {
  return PYTHON.map(findProgram).find((path) => path !== undefined && hasNumPy(path));
}

/** @param {string} python */
function hasNumPy(python) {
  return spawnSync(python, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0;
}

/** @returns whether this machine compiles for AArch64 and runs that, though it is none. */
export function runsAArch64() {
  return hasProgram('aarch64-linux-gnu-g++') && hasProgram('qemu-aarch64');
}

// clang finds its run-time library where its version keeps it; asking it is the only sure way.
function hasFuzzer() {
  const args = ['-fsanitize=fuzzer,address', '-x', 'c++', '-', '-o', devNull];
  const input =
    '#include <fuzzer/FuzzedDataProvider.h>\n' +
    'extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t*, std::size_t) { return 0; }';
  return spawnSync('clang++', args, { input, stdio: ['pipe', 'ignore', 'ignore'] }).status === 0;
}

/** @param {string[]} names alternatives */
export function hasProgram(...names) {
  return names.some((name) => findProgram(name) !== undefined);
}

/**
 * @param {string} name of a program on the PATH, or its path
 * @returns {string | undefined}
 */
function findProgram(name) {
  const folders = name.startsWith('/') ? [''] : (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} header */
function hasHeader(header) {
  return HEADER_FOLDERS.some((folder) => existsSync(join(folder, header)));
}
