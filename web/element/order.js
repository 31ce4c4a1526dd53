/**
 * What is asked of a worker is told in the order in which it was asked for, though frames may be taken
 * over late: those of linked labs wait for each other.
 */
export class Order {
  /** Settled once the last frame asked for has been taken over. */
  #taken = Promise.resolve();
  /** Settled once the last change has been told. @type {Promise<unknown>} */
  #changed = Promise.resolve();

  /**
   * To be called when a frame is asked for.
   *
   * @returns {{ isNext: Promise<unknown>, end: () => void }} when it may be taken over; to be called once
   *   it is
   */
  frame() {
    let end = () => {};
    this.#taken = new Promise((resolve) => {
      end = resolve;
    });
    return { isNext: this.#changed, end };
  }

  /**
   * @template T
   * @param {(isNext: Promise<unknown>) => Promise<T>} change asks at once, and tells in its turn
   * @returns {Promise<T>}
   */
  change(change) {
    const made = change(this.#taken);
    this.#changed = made.catch(() => {});
    return made;
  }
}
