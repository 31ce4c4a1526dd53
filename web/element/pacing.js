/** @typedef {import('../state/types.js').Config} Config */

/**
 * Milliseconds that the worker trains for a frame, at the speed `max`: with the grid, the better part
 * of two 60ths of a second. Thirty boundaries a second look fluent, and every other animation frame
 * is free for the curves.
 */
const FRAME_BUDGET_MS = 21;
/** A fixed number of epochs may take longer, but not so long that the lab seems to hang. */
const PATIENCE_MS = 100;
/** For several labs at once: their pictures take time besides, and more cores than there may be. */
const LINKED_BUDGET_MS = 50;
/** With its picture, something new is shown within three frames, even if one is under way. */
const PASSING_BUDGET_MS = 12;
/** Where the page itself trains, it has to draw and to listen besides. */
const MAIN_BUDGET_MS = 6;

/** Epochs; beyond it, curves would be drawn in leaps. */
const MAX_STRIDE = 4096;

/**
 * @param {Config['speed']} speed
 * @param {'worker' | 'main'} mode where the training runs
 * @returns {number} milliseconds that several labs may take for one frame
 */
export function linkedBudget(speed, mode) {
  return mode === 'main' || speed === 'max' ? LINKED_BUDGET_MS : PATIENCE_MS;
}

/**
 * What to ask for one frame.
 *
 * @param {Pick<Config, 'speed'>} config
 * @param {'worker' | 'main'} mode where the training runs
 * @returns {{ epochs?: number, budgetMs: number }}
 */
export function advanceRequest({ speed }, mode) {
  const isMain = mode === 'main';
  if (speed === 'max') return { budgetMs: isMain ? MAIN_BUDGET_MS : FRAME_BUDGET_MS };
  return { epochs: Number(speed), budgetMs: isMain ? MAIN_BUDGET_MS : PATIENCE_MS };
}

/**
 * @param {'worker' | 'main'} mode where the training runs
 * @param {boolean} isPassing whether a hand is moving, which may want another epoch, or another run, by then
 * @returns {number} milliseconds until it is told how far it has come on the way to another epoch
 */
export function gotoBudget(mode, isPassing) {
  if (mode === 'main') return MAIN_BUDGET_MS;
  return isPassing ? PASSING_BUDGET_MS : LINKED_BUDGET_MS;
}

/**
 * How many epochs several labs train for one frame. Each must train the same, so it is not the time
 * that is given but the epochs, and these follow what the slowest has needed.
 */
export class Stride {
  #epochs = 1;

  /**
   * @param {Config['speed']} speed
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
    else if (elapsedMs < budgetMs / 2) this.#epochs = Math.min(MAX_STRIDE, this.#epochs * 2);
  }
}
