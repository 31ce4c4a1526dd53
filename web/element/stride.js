/**
 * How many epochs several labs train for one frame. Each must train the same, so it is not the time
 * that is given but the epochs, and these follow what the slowest has needed.
 */
export class Stride {
  #epochs = 1;

  /**
   * @param {import('../state/types.js').Speed} speed
   * @returns {number} as the speed says, unless that takes too long
   */
  epochs(speed) {
    return speed === 'max' ? this.#epochs : Math.min(Number(speed), this.#epochs);
  }

  /**
   * @param {number} elapsedMs by the last frame
   * @param {number} budgetMs for one
   */
  adapt(elapsedMs, budgetMs) {
    if (elapsedMs > budgetMs) this.#epochs = Math.max(1, this.#epochs >> 1);
    else if (elapsedMs < budgetMs / 2) this.#epochs = Math.min(MAX_EPOCHS, this.#epochs * 2);
  }
}

/** Beyond it, curves would be drawn in leaps. */
const MAX_EPOCHS = 4096;
