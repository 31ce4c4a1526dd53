/**
 * What nobody should pass, made anew at each call: some of it is used up by being looked at.
 *
 * No number between a thousand and what the module's memory cannot hold: that would be work.
 */

const NUMBERS = [
  NaN,
  Infinity,
  -Infinity,
  -0,
  0,
  1,
  -1,
  0.5,
  2,
  3.5,
  500,
  2 ** 29,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 53,
  1e308,
  -1e308,
  5e-324,
];

const NAMES = ['', 'relu', 'adam', 'constructor', '2', '\0', 'ü'.repeat(300)];

/** @type {(() => unknown)[]} */
const OTHERS = [
  () => null,
  () => undefined,
  () => true,
  () => 10n,
  () => Symbol('a symbol'),
  () => () => 1,
  () => ({}),
  () => Object.create(null),
  () => new Date(NaN),
  () => revoked(),
  () => angry(),
];

/** @type {(() => unknown)[]} */
const LISTS = [
  () => [],
  () => [1],
  () => [NaN, Infinity],
  () => [2, 3, 1],
  () => [65536, 65536],
  () => ['1', '2'],
  () => [[1, 2], [3]],
  () => [
    [1, 2],
    [3, 4],
    [5, 6],
  ],
  () => [[], []],
  () => [null, undefined],
  () => [{}, Symbol('a symbol')],
  () => [, 1], // eslint-disable-line no-sparse-arrays
  () => new Float64Array(6),
  () => new Float64Array([NaN, 1, -Infinity, 5e-324]),
  () => new Float32Array(4),
  () => new Int8Array(4),
  () => new Uint32Array(2),
  () => new BigInt64Array(2),
  () => new DataView(new ArrayBuffer(8)),
  () => new ArrayBuffer(8),
  () => detached(),
  () => ({ length: 2 ** 32 - 1 }),
  () => ({ length: 2 ** 29 }),
  () => ({ length: -1 }),
  () => ({ length: 2, 0: 1, 1: 2 }),
  () => ({ length: 'many' }),
  () => ({ X: new Float64Array(4), y: new Float64Array(3) }),
];

/**
 * @param {import('./random.js').Random} random
 * @returns {unknown}
 */
export function hostileValue(random) {
  const kind = random.below(4);
  if (kind === 0) return random.pick(NUMBERS);
  if (kind === 1) return random.pick(NAMES);
  return random.pick(kind === 2 ? OTHERS : LISTS)();
}

/** @param {unknown} value for a message */
export function textOf(value) {
  try {
    if (typeof value === 'object' && value !== null) {
      const text = JSON.stringify(value) ?? 'an object';
      return `${value.constructor?.name} ${text.slice(0, 80)}`;
    }
    return typeof value === 'bigint' ? `${value}n` : String(value).slice(0, 80);
  } catch {
    return 'a value that cannot be printed';
  }
}

function detached() {
  const array = new Float64Array(4);
  structuredClone(array, { transfer: [array.buffer] });
  return array;
}

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** An object that throws whatever it is asked. */
function angry() {
  const refuse = () => {
    throw new Error('this object does not like to be read');
  };
  return new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse });
}
