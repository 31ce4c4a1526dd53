import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../../build', import.meta.url));
const BINDINGS = join(BUILD, 'wasm/CMakeFiles/moonlab_wasm.dir/engine/bindings');

/**
 * The functions of <math.h> whose last bit is each C library's own affair, and those beside them that
 * compilers put in their place. IEEE 754 fixes the others: sqrt, floor, fma, frexp, fmod…
 */
const NOT_FIXED =
  'acos acosh asin asinh atan atan2 atanh cbrt cos cosh erf erfc exp exp10 exp2 expm1 hypot j0 j1 jn ' +
  'lgamma lgamma_r log log10 log1p log2 pow pow10 sin sincos sinh tan tanh tgamma y0 y1 yn';

const FORBIDDEN = new Set(
  NOT_FIXED.split(' ').flatMap((name) =>
    [name, `${name}f`, `${name}l`].flatMap((typed) => [typed, `__${typed}_finite`]),
  ),
);

/**
 * @param {string} program nm, or LLVM's
 * @param {string[]} files objects and archives
 * @returns {string[]} what they call and do not have
 */
function undefinedSymbols(program, files) {
  const output = execFileSync(program, ['--undefined-only', ...files], { encoding: 'utf8' });
  return [...output.matchAll(/ U (\S+)$/gm)].map(([, symbol]) => symbol.replace(/@.*/, ''));
}

/** @param {string[]} symbols */
function forbidden(symbols) {
  return [...new Set(symbols)].filter((symbol) => FORBIDDEN.has(symbol)).sort();
}

/** @returns {string[]} */
function bindingObjects() {
  return readdirSync(BINDINGS)
    .filter((name) => name.endsWith('.o'))
    .map((name) => join(BINDINGS, name));
}

/** @type {[string, string, () => string[]][]} */
const BUILDS = [
  ['the native library', 'nm', () => [join(BUILD, 'native/engine/libmoonlab.a')]],
  ['the WebAssembly library', 'emnm', () => [join(BUILD, 'wasm/engine/libmoonlab.a')]],
  ['the bindings', 'emnm', bindingObjects],
];

describe('of the C library, what has other bits elsewhere', () => {
  for (const [what, nm, files] of BUILDS) {
    it(`is not called by ${what}`, () => {
      const symbols = undefinedSymbols(nm, files());
      // operator new, which has another letter for a size_t of 32 bits: they were read.
      assert.ok(
        symbols.some((symbol) => /^_Znw[jm]/.test(symbol)),
        symbols.join(' '),
      );
      assert.deepEqual(forbidden(symbols), []);
    });
  }

  it('is told from what IEEE 754 fixes', () => {
    assert.deepEqual(forbidden(['sqrt', 'logf', 'floor', 'fma', 'log', 'ldexp', '_ZSt3logf']), [
      'log',
      'logf',
    ]);
  });
});
