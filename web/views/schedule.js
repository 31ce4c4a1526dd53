/**
 * @typedef {object} Job
 * @property {() => unknown} run a promise keeps it from being run again before that has settled
 * @property {() => number} interval
 * @property {boolean} isLight whether a frame may have it besides another
 * @property {boolean} isWanted
 * @property {boolean} isUrgent
 * @property {boolean} isBusy
 * @property {number} last when it was run
 *
 * @typedef {{ soon: () => void, now: () => void, atOnce: () => void }} Request `soon` keeps to the interval,
 *   `now` means the next frame, `atOnce` before that
 */

/** How many of its intervals a job waits at most for a frame of its own. */
const PATIENCE = 1.5;
/** The same, where what was wanted before the frame has taken its time. */
const MOST_PATIENCE = 5;

/**
 * Does in animation frames what has been asked for, each thing at most once a frame and no more
 * often than it needs to be. Those that can wait take turns, one a frame, and best one that has
 * nothing else to do: so no frame has all of them. What was asked for last is never missed. A hidden
 * tab has no animation frames, so it costs nothing.
 */
export class Schedule {
  /** @type {Job[]} */
  #jobs = [];
  #handle = 0;
  /** Whether the next frame is one of what was wanted before it. */
  #isTaken = false;

  /**
   * @param {() => unknown} run
   * @param {() => number} [interval] milliseconds between two runs; 0 is every frame
   * @param {object} [options]
   * @param {boolean} [options.isLight] whether a frame may have it besides another that can wait
   * @returns {Request}
   */
  add(run, interval = () => 0, { isLight = false } = {}) {
    const state = { isWanted: false, isUrgent: false, isBusy: false };
    const job = { run, interval, isLight, ...state, last: -Infinity };
    this.#jobs.push(job);
    return {
      soon: () => this.#want(job, false),
      now: () => this.#want(job, true),
      atOnce: () => {
        this.#isTaken = true;
        this.#do(job, performance.now());
      },
    };
  }

  /**
   * What goes on, once a frame.
   *
   * @param {() => unknown} tick
   * @returns {(isRunning: boolean) => void} starts it, and ends it
   */
  repeat(tick) {
    let isOn = false;
    const run = () => {
      if (!isOn) return null;
      request.soon();
      return tick();
    };
    const request = this.add(run);
    return (isRunning) => {
      isOn = isRunning;
      if (isOn) request.soon();
    };
  }

  /** Does now what has been asked for: before a page is printed there is no frame. */
  flush() {
    for (const job of this.#jobs.filter(isReady)) this.#do(job, job.last);
  }

  /**
   * @param {Job} job
   * @param {boolean} isUrgent
   */
  #want(job, isUrgent) {
    job.isWanted = true;
    job.isUrgent ||= isUrgent;
    this.#request();
  }

  #request() {
    if (this.#handle > 0) return;
    this.#handle = requestAnimationFrame((time) => {
      this.#handle = 0;
      this.#run(time);
      if (this.#jobs.some(isReady)) this.#request();
    });
  }

  /** @param {number} time */
  #run(time) {
    const wanted = this.#jobs.filter(isReady);
    const isAtOnce = (/** @type {Job} */ { isUrgent, interval }) => isUrgent || interval() === 0;
    const patience = this.#isTaken ? MOST_PATIENCE : wanted.some(isAtOnce) ? PATIENCE : 1;
    this.#isTaken = false;
    const isDue = (/** @type {Job} */ { interval, last }) => time - last >= patience * interval();
    const due = wanted.filter((job) => !isAtOnce(job) && isDue(job));
    const overdue = (/** @type {Job} */ { interval, last }) => (time - last) / interval();
    const [longest] = due.filter(({ isLight }) => !isLight).sort((a, b) => overdue(b) - overdue(a));
    const hasTurn = (/** @type {Job} */ job) =>
      job === longest || (job.isLight && due.includes(job));
    for (const job of wanted) if (isAtOnce(job) || hasTurn(job)) this.#do(job, time);
  }

  /**
   * @param {Job} job
   * @param {number} time
   */
  async #do(job, time) {
    Object.assign(job, { isWanted: false, isUrgent: false, last: time });
    const result = job.run();
    if (!(result instanceof Promise)) return;
    job.isBusy = true;
    try {
      await result;
    } finally {
      job.isBusy = false;
      if (job.isWanted) this.#request();
    }
  }
}

/** @param {Job} job */
function isReady({ isWanted, isBusy }) {
  return isWanted && !isBusy;
}
