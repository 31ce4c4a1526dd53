import { CALLS } from './calls.js';
import { Random } from './random.js';
import { hostileValue, textOf } from './values.js';

/** Above this, what only repeats itself would take for ever. */
const MOST_REPEATS = 500;
const REPEATING = ['step', 'butterfly'];

/**
 * Calls everything at random, with arguments of which one or two are hostile.
 *
 * @param {Record<string, any>} objects as createObjects() gives them
 * @param {number} seed
 * @param {number} nCalls
 * @returns {string | undefined} the first fault: a call, and what came of it that should not
 */
export function storm(objects, seed, nCalls) {
  const random = new Random(seed);
  for (let i = 0; i < nCalls; ++i) {
    const call = random.pick(CALLS);
    const args = call.args(objects);
    spoil(args, random, objects);
    if (
      REPEATING.includes(call.name) &&
      args.some((value) => typeof value === 'number' && value > MOST_REPEATS)
    ) {
      continue;
    }
    const fault = faultOf(() => run(objects[call.on], call, args));
    if (fault) return `seed ${seed}: ${call.on}.${call.name}(${args.map(textOf)}): ${fault}`;
  }
  return undefined;
}

/**
 * @param {() => unknown} call
 * @returns {string | undefined} what is wrong with how it ended; an Error that says what is the
 *   matter is as good as an answer
 */
export function faultOf(call) {
  try {
    call();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) return `threw ${textOf(error)}, which is no Error`;
    if (error instanceof WebAssembly.RuntimeError) return `trapped: ${error.message}`;
    // "vector", "std::bad_alloc": what a C++ library says when nobody has caught it.
    return /\S\s+\S/.test(error.message)
      ? undefined
      : `threw an Error that says "${error.message}"`;
  }
}

/**
 * @param {any} object
 * @param {import('./calls.js').Call} call
 * @param {unknown[]} args
 */
function run(object, { name, constructs }, args) {
  const result = constructs ? new object[name](...args) : object[name](...args);
  // What is made here is given back, or the memory would end.
  result?.dispose?.();
  result?.delete?.();
}

/**
 * @param {any[]} args
 * @param {Random} random
 * @param {Record<string, any>} objects
 */
function spoil(args, random, objects) {
  const orderly = [...args];
  for (let n = random.below(3); n > 0; --n) {
    const value = random.below(8) === 0 ? random.pick(wrongHandles(objects)) : hostileValue(random);
    const index = random.below(args.length + 1);
    const inside = orderly[index];
    args[index] =
      isOptions(inside) && random.below(4) > 0
        ? { ...inside, [random.pick(Object.keys(inside))]: value }
        : value;
  }
}

/** @param {unknown} value */
function isOptions(value) {
  return (
    Object.getPrototypeOf(Object(value)) === Object.prototype &&
    Object.keys(Object(value)).length > 0
  );
}

/** @param {Record<string, any>} objects */
function wrongHandles({ engine, module, network, stream, rawNetwork, rawTrainer }) {
  const gone = engine.createNetwork([2, 1], ['sigmoid']);
  const raw = gone.object;
  gone.dispose();
  return [
    gone,
    raw,
    network,
    stream,
    rawNetwork,
    rawTrainer,
    Object.create(module.Network.prototype),
  ];
}
