/** @import { LiveChange } from '../state/schedule.js' */

/**
 * Changes that come faster than they can be made, while a slider is dragged: at most one request is under
 * way, and of each change the newest follows it.
 */
export class ChangeQueue {
  #make;
  /** @type {LiveChange[]} */
  #waiting = [];
  /** @type {Promise<void> | null} */
  #making = null;

  /** @param {(changes: LiveChange[]) => Promise<void>} make never rejects */
  constructor(make) {
    this.#make = make;
  }

  /**
   * @param {LiveChange[]} changes
   * @returns {Promise<void>} settled once they have been made, or newer ones of the same
   */
  add(changes) {
    const names = changes.map(({ name }) => name);
    this.#waiting = [...this.#waiting.filter(({ name }) => !names.includes(name)), ...changes];
    this.#making ??= this.#makeAll();
    return this.#making;
  }

  async #makeAll() {
    while (this.#waiting.length > 0) await this.#make(this.#waiting.splice(0));
    this.#making = null;
  }
}
