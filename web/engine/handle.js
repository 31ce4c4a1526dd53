/**
 * Who owns an object of C++, and the simplest of them: a stream of random numbers.
 *
 * @module
 */

/**
 * @typedef {{ delete(): void }} EmbindObject
 */

/** A net, not the way: memory of a handle that nobody disposed of goes when the handle does. */
const forgotten = new FinalizationRegistry((/** @type {EmbindObject} */ object) => object.delete());

/**
 * The owner of one C++ object. Call dispose() when done: JavaScript does not collect C++ memory.
 *
 * @template {EmbindObject} T
 */
export class Handle {
  /** @type {T | null} */
  #object;

  /**
   * @param {T} object
   */
  constructor(object) {
    this.#object = object;
    forgotten.register(this, object, this);
  }

  /**
   * The C++ object, for the engine's own classes.
   *
   * @returns {T}
   * @throws {Error} after dispose()
   */
  get object() {
    if (!this.#object) throw new Error(`This ${this.constructor.name} was disposed of`);
    return this.#object;
  }

  /**
   * Gives the memory back. A second call does nothing.
   */
  dispose() {
    if (!this.#object) return;
    forgotten.unregister(this);
    this.#object.delete();
    this.#object = null;
  }
}

/**
 * Uses what takes the engine's memory, and then gives that back, whatever comes of it.
 *
 * @template {{ dispose(): void }[]} H
 * @template T
 * @param {[...H]} handles
 * @param {(...handles: NoInfer<H>) => T} use
 * @returns {T} what has come of it
 */
export function using(handles, use) {
  try {
    return use(...handles);
  } finally {
    for (const handle of handles) handle.dispose();
  }
}

/**
 * NumPy's RandomState: for the same seed the same stream, call by call.
 *
 * @extends {Handle<import('./generated/moonlab.js').EmbindRandomState>}
 */
export class RandomState extends Handle {
  /**
   * @param {number} n how many
   * @returns {Float64Array} uniform in [0, 1)
   */
  randomSample(n) {
    return this.object.randomSample(n);
  }

  /**
   * @param {number} low
   * @param {number} high
   * @param {number} n how many
   * @returns {Float64Array} uniform in [low, high)
   */
  uniform(low, high, n) {
    return this.object.uniform(low, high, n);
  }

  /**
   * @param {number} n how many
   * @returns {Float64Array} standard normal
   */
  randn(n) {
    return this.object.randn(n);
  }

  /**
   * @param {number} loc mean
   * @param {number} scale standard deviation
   * @param {number} n how many
   * @returns {Float64Array} normal
   */
  normal(loc, scale, n) {
    return this.object.normal(loc, scale, n);
  }

  /**
   * @param {number} n
   * @returns {Int32Array} 0 … n-1 in random order
   */
  permutation(n) {
    return this.object.permutation(n);
  }

  /**
   * @param {ArrayLike<number>} values whole numbers
   * @returns {Int32Array} the same, shuffled
   */
  shuffle(values) {
    return this.object.shuffle(values);
  }
}
