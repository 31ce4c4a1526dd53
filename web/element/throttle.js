/**
 * Calls a function at most once in an interval: at once where the last call is long ago, otherwise
 * at the interval's end, so that the last state is never missed.
 */
export class Throttle {
  #interval;
  #run;
  #last = -Infinity;
  #timer = 0;

  /**
   * @param {() => number} interval milliseconds
   * @param {() => void} run
   */
  constructor(interval, run) {
    this.#interval = interval;
    this.#run = run;
  }

  call() {
    if (this.#timer > 0) return;
    const wait = this.#last + this.#interval() - performance.now();
    if (wait <= 0) this.#fire();
    else this.#timer = window.setTimeout(() => this.#fire(), wait);
  }

  #fire() {
    this.#timer = 0;
    this.#last = performance.now();
    this.#run();
  }
}
