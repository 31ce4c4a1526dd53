/**
 * When something is to be drawn that may lag behind: not more often than is told, but once nothing else comes,
 * it is drawn for the last time.
 */
export class Pace {
  #again;
  #last = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => void} again has it drawn */
  constructor(again) {
    this.#again = again;
  }

  /** To be called when it may wait no longer. */
  hurry() {
    this.#last = -Infinity;
  }

  /** @param {number} restMs between two drawings */
  isDue(restMs) {
    return performance.now() - this.#last >= restMs;
  }

  /**
   * @param {boolean} isDrawn whether it has been drawn now
   * @param {boolean} isWhole whether nothing of it is older than the rest
   * @param {number} restMs until that, if nothing else comes
   */
  keep(isDrawn, isWhole, restMs) {
    clearTimeout(this.#timer);
    if (isDrawn) this.#last = performance.now();
    if (!isDrawn || !isWhole) this.#timer = setTimeout(this.#again, restMs);
  }
}
