/**
 * @typedef {object} Drawing
 * @property {() => void} draw
 * @property {() => number} interval
 * @property {boolean} isLight whether a frame may have it besides another
 * @property {boolean} isWanted
 * @property {boolean} isUrgent
 * @property {number} last when it was drawn
 *
 * @typedef {{ soon: () => void, now: () => void }} Request `soon` keeps to the interval, `now` means
 *   the next frame
 */

/** How many of its intervals a drawing waits at most for a frame of its own. */
const PATIENCE = 1.5;

/**
 * Draws in animation frames what has been asked for, each thing at most once a frame and no more
 * often than it needs to be. Those that can wait take turns, one a frame, and best one that has
 * nothing else to draw: so no frame has all of them. What was asked for last is never missed.
 */
export class FrameSchedule {
  /** @type {Drawing[]} */
  #drawings = [];
  #handle = 0;

  /**
   * @param {() => void} draw
   * @param {() => number} interval milliseconds between two drawings; 0 is every frame
   * @param {object} [options]
   * @param {boolean} [options.isLight] whether a frame may have it besides another that can wait
   * @returns {Request}
   */
  add(draw, interval, { isLight = false } = {}) {
    const drawing = { draw, interval, isLight, isWanted: false, isUrgent: false, last: -Infinity };
    this.#drawings.push(drawing);
    return {
      soon: () => this.#want(drawing, false),
      now: () => this.#want(drawing, true),
    };
  }

  /** Draws now what has been asked for: before a page is printed there is no frame. */
  flush() {
    for (const drawing of this.#drawings.filter(({ isWanted }) => isWanted)) {
      Object.assign(drawing, { isWanted: false, isUrgent: false });
      drawing.draw();
    }
  }

  /**
   * @param {Drawing} drawing
   * @param {boolean} isUrgent
   */
  #want(drawing, isUrgent) {
    drawing.isWanted = true;
    drawing.isUrgent ||= isUrgent;
    this.#request();
  }

  #request() {
    if (this.#handle > 0) return;
    this.#handle = requestAnimationFrame((time) => {
      this.#handle = 0;
      this.#run(time);
      if (this.#drawings.some(({ isWanted }) => isWanted)) this.#request();
    });
  }

  /** @param {number} time */
  #run(time) {
    const wanted = this.#drawings.filter(({ isWanted }) => isWanted);
    const isAtOnce = (/** @type {Drawing} */ { isUrgent, interval }) =>
      isUrgent || interval() === 0;
    const patience = wanted.some(isAtOnce) ? PATIENCE : 1;
    const isDue = (/** @type {Drawing} */ { interval, last }) =>
      time - last >= patience * interval();
    const due = wanted.filter((drawing) => !isAtOnce(drawing) && isDue(drawing));
    const overdue = (/** @type {Drawing} */ { interval, last }) => (time - last) / interval();
    const [longest] = due.filter(({ isLight }) => !isLight).sort((a, b) => overdue(b) - overdue(a));
    const hasTurn = (/** @type {Drawing} */ drawing) =>
      drawing === longest || (drawing.isLight && due.includes(drawing));
    for (const drawing of wanted) {
      if (!isAtOnce(drawing) && !hasTurn(drawing)) continue;
      Object.assign(drawing, { isWanted: false, isUrgent: false, last: time });
      drawing.draw();
    }
  }
}
