/**
 * What a quantity is just now, for the panel that shows it three ways.
 *
 * @typedef {object} LiveValue
 * @property {string} shape as NumPy prints it: `(4, 3)`; `()` for a single number
 * @property {string} values the numbers, as text
 * @property {string} [where] in words, which network or sample they belong to
 */

/**
 * The current values of the quantities, as the widgets tell them: the newest of each is kept.
 */
export class LiveValues {
  /** @type {Map<string, LiveValue>} */
  #values = new Map();
  /** @type {(id: string) => void} */
  #onChange = () => {};

  /**
   * @param {string} id of the quantity
   * @param {LiveValue} value
   */
  publish(id, value) {
    this.#values.set(id, value);
    this.#onChange(id);
  }

  /**
   * @param {string} id
   * @returns {LiveValue | undefined}
   */
  get(id) {
    return this.#values.get(id);
  }

  /** @param {(id: string) => void} onChange the one that looks */
  watch(onChange) {
    this.#onChange = onChange;
  }
}
