import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The public entries of the engine; each has a program, NAME_fuzz.cpp, and a folder of inputs. */
export const TARGETS = ['data', 'split', 'network', 'trainer', 'grid'];

/**
 * Looks for inputs that make the engine do what no program may.
 *
 * New inputs that reach new code go to build/; an input that ends the program is kept there, too.
 *
 * @param {string} target
 * @param {number} seconds
 * @param {(text: string) => void} [show] receives what libFuzzer says as it says it
 * @returns {Promise<{ code: number | null, output: string }>} code 0 when nothing was found
 */
export function fuzz(target, seconds, show = () => {}) {
  const found = `build/fuzz/${target}`;
  mkdirSync(`${ROOT}/${found}/corpus`, { recursive: true });
  const child = spawn(
    `build/sanitize/tests/fuzz/moonlab_fuzz_${target}`,
    [
      `-max_total_time=${seconds}`,
      '-max_len=400',
      '-timeout=10',
      `-artifact_prefix=${found}/`,
      `${found}/corpus`,
      `tests/fuzz/corpus/${target}`,
    ],
    { cwd: ROOT, env: { ...process.env, UBSAN_OPTIONS: 'print_stacktrace=1' } },
  );
  return new Promise((resolve, reject) => {
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      show(text);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
