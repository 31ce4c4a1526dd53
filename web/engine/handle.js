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
