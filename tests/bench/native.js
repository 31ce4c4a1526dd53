import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM = fileURLToPath(
  new URL('../../build/bench/tests/bench/moonlab_native_rounds', import.meta.url),
);

/**
 * @returns {Promise<Record<string, number[]>>} nanoseconds of each in one window of time after the
 *   other, as native/rounds.cpp names them, after "native"
 */
export async function runNativeRound() {
  const { stdout } = await promisify(execFile)(PROGRAM);
  return Object.fromEntries(
    [...stdout.matchAll(/^(.+): (.+)$/gm)].map(([, name, times]) => [
      `native ${name}`,
      times.split(' ').map(Number),
    ]),
  );
}
