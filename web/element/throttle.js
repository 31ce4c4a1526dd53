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
    const wait = this.#last + this.#interval() - performance.now();
    // Although it may be waiting: the interval may have become shorter.
    if (wait <= 0) this.#fire();
    else this.#timer ||= window.setTimeout(() => this.#fire(), wait);
  }

  #fire() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#last = performance.now();
    this.#run();
  }
}
