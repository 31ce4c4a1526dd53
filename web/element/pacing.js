/** @typedef {import('../state/types.js').Config} Config */

/** Milliseconds that the worker trains for a frame, at the speed `max`: most of a 60th of a second. */
const FRAME_BUDGET_MS = 12;
/** A fixed number of epochs may take longer, but not so long that the lab seems to hang. */
const PATIENCE_MS = 100;
/** Where the page itself trains, it has to draw and to listen besides. */
const MAIN_BUDGET_MS = 6;

/**
 * What to ask for one frame.
 *
 * @param {Pick<Config, 'speed' | 'epochs'>} config
 * @param {'worker' | 'main'} mode where the training runs
 * @returns {import('../worker/protocol.js').Advance}
 */
export function advanceRequest({ speed, epochs: limit }, mode) {
  const isMain = mode === 'main';
  if (speed === 'max') return { budgetMs: isMain ? MAIN_BUDGET_MS : FRAME_BUDGET_MS, limit };
  return { epochs: Number(speed), budgetMs: isMain ? MAIN_BUDGET_MS : PATIENCE_MS, limit };
}

/**
 * Calls `tick` once per animation frame while it runs, and never before the last call has settled.
 * A hidden tab has no animation frames, so it costs nothing.
 */
export class Pacing {
  #tick;
  #handle = 0;
  #isBusy = false;

  /** @param {() => Promise<void>} tick */
  constructor(tick) {
    this.#tick = tick;
  }

  /** @param {boolean} isRunning */
  run(isRunning) {
    if (isRunning === this.#handle > 0) return;
    if (isRunning) this.#request();
    else this.#stop();
  }

  #request() {
    this.#handle = requestAnimationFrame(() => {
      this.#request();
      this.#call();
    });
  }

  #stop() {
    cancelAnimationFrame(this.#handle);
    this.#handle = 0;
  }

  async #call() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await this.#tick();
    } finally {
      this.#isBusy = false;
    }
  }
}
