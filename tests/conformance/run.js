/**
 * Runs every golden file of a folder through the native engine and through the shipped module.
 *
 *     npm run conformance -- DIR     (tests/golden when no folder is given)
 *
 * Exits with 1 when any case of any build disagrees, or a file is missing or malformed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { loadShippedEngine } from '../wasm/support.js';
import { printReports } from './print.js';
import { runGoldenFile } from './wasm/golden-file.js';

/** @typedef {import('./wasm/golden-file.js').FileReport} FileReport */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NATIVE_RUNNER = join(ROOT, 'build/native/tests/conformance/native/moonlab_conformance');
const MAX_REPORT_BYTES = 1 << 28;

/**
 * @param {string} folder
 * @returns {string[]}
 */
function goldenFiles(folder) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new Error(`${folder} is no folder`);
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw new Error(`${folder} has no golden files (*.json)`);
  return names.sort().map((name) => join(folder, name));
}

/**
 * @param {string} folder
 * @returns {FileReport[]}
 */
function runNative(folder) {
  const output = execFileSync(NATIVE_RUNNER, [folder], { maxBuffer: MAX_REPORT_BYTES });
  return JSON.parse(output.toString());
}

/**
 * @param {string} folder
 * @returns {Promise<FileReport[]>}
 */
async function runWasm(folder) {
  const engine = await loadShippedEngine();
  return goldenFiles(folder).map((path) => runGoldenFile(path, engine));
}

/** @param {string} text */
function print(text) {
  process.stdout.write(`${text}\n`);
}

async function main() {
  // npm runs scripts in the project's folder; a relative folder is meant from where npm was called.
  const folder = resolve(
    process.env.INIT_CWD ?? '.',
    process.argv[2] ?? join(ROOT, 'tests/golden'),
  );
  const files = goldenFiles(folder);
  print(`Conformance: ${files.length} golden files in ${folder}, native and WebAssembly`);
  const native = runNative(folder).map((report) => ({ build: 'native', ...report }));
  const wasm = (await runWasm(folder)).map((report) => ({ build: 'wasm', ...report }));
  const { text, failed } = printReports([...native, ...wasm]);
  print(text);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch((error) => {
  print(error.message);
  print('0 passed, 1 failed');
  process.exitCode = 1;
});
