import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { runsAArch64 } from '../../cmake/requirements.js';

/**
 * A build of the program that prints checksums (main.cpp), and how it is run.
 *
 * @typedef {object} Build
 * @property {string} name for people
 * @property {string[]} command
 * @property {Record<string, string>} [env]
 * @property {boolean} [slow] for what takes minutes only where it is asked for
 * @property {() => Promise<string | undefined>} [absence] why it cannot be run here
 */

/** What the compiler of the project made; the other builds are compared with it. */
const NATIVE = ['build/native/tests/bits/moonlab_bits'];

/** How glibc is told to do without fused multiply-adds, which it takes where the processor has them. */
const WITHOUT_FMA = { GLIBC_TUNABLES: 'glibc.cpu.hwcaps=-FMA,-AVX2' };

/** @type {Build[]} */
export const BUILDS = [
  { name: 'native', command: NATIVE },
  { name: 'native, FMA masked', command: NATIVE, env: WITHOUT_FMA, absence: whyNotMasked },
  { name: 'clang', command: ['build/bits-clang/tests/bits/moonlab_bits'] },
  { name: 'WebAssembly', command: ['node', 'build/wasm/tests/bits/moonlab_bits.js'] },
  {
    name: 'AArch64 (qemu)',
    command: ['qemu-aarch64', 'build/bits-aarch64/tests/bits/moonlab_bits'],
    slow: true,
    absence: async () => (runsAArch64() ? undefined : 'g++-aarch64-linux-gnu or qemu-user'),
  },
];

/**
 * @param {Build} build
 * @param {string} what of main.cpp's list
 * @returns {Promise<string[]>} the lines it prints
 */
export async function checksums({ command: [program, ...args], env }, what) {
  const options = { env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(program, [...args, what], options);
  return stdout.trim().split('\n');
}

// A mask that changes nothing would be a comparison of a program with itself: the C library's
// logarithm shows whether it took effect.
async function whyNotMasked() {
  const [plain] = await checksums({ name: '', command: NATIVE }, 'library');
  const [masked] = await checksums({ name: '', command: NATIVE, env: WITHOUT_FMA }, 'library');
  return plain === masked ? 'a C library that takes FMA, and can be told not to' : undefined;
}
