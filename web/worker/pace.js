import { ROW_LENGTH } from '../state/metrics.js';

/**
 * One step should take about so long. V8 compiles WebAssembly quickly first and well later, but
 * never replaces a call that is already running: one long step would stay slow to its end.
 */
const STEP_MS = 1;

/** No step is longer, however coarse the clock: some browsers round it to 100 ms. */
const MAX_EPOCHS_PER_STEP = 512;

/**
 * Trains in many short steps, and learns how many epochs make a short step.
 */
export class Pace {
  #now;
  #epochsPerStep = 1;

  /** @param {() => number} now milliseconds */
  constructor(now) {
    this.#now = now;
  }

  /**
   * Trains until so many epochs are done, the time is up, or the experiment diverges; one step at
   * least. The chunks make no difference to the digits.
   *
   * @param {{ step: (epochs: number) => Float64Array, readonly diverged: boolean }} experiment
   * @param {number} epochs may be infinite, if the budget is not
   * @param {number} budgetMs may be infinite, if the epochs are not
   * @returns {Float64Array[]} the rows of history that each step gave
   */
  advance(experiment, epochs, budgetMs) {
    const deadline = this.#now() + budgetMs;
    const rows = [];
    let left = epochs;
    let time = this.#now();
    while (left > 0 && !experiment.diverged) {
      const done = experiment.step(Math.min(this.#epochsPerStep, left));
      rows.push(done);
      left -= done.length / ROW_LENGTH;
      const started = time;
      time = this.#now();
      this.#adapt(time - started);
      // The next one would end nearer to it than this one, or else too late.
      if (time + (time - started) / 2 >= deadline) break;
    }
    return rows;
  }

  /** @param {number} elapsedMs the last step's time */
  #adapt(elapsedMs) {
    if (elapsedMs > 2 * STEP_MS) this.#epochsPerStep = Math.max(1, this.#epochsPerStep >> 1);
    if (elapsedMs < STEP_MS / 2) {
      this.#epochsPerStep = Math.min(MAX_EPOCHS_PER_STEP, this.#epochsPerStep * 2);
    }
  }
}
