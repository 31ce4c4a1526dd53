/** Between two looks at an unfinished grid: to draw it takes time, too. */
const LOOK_INTERVAL_MS = 100;

/**
 * The loss on a regular grid of a plane, computed piece by piece; until a piece is there, it is NaN.
 */
export class LossGrid {
  #lossAt;
  #done = 0;
  #values;
  /** What was given last, and when. */
  #look = { done: 0, losses: new Float64Array(0), at: -Infinity };

  /**
   * @param {object} options
   * @param {[number, number, number, number]} options.bounds u from, to, v from, to
   * @param {number} options.resolution points a side
   * @param {(u: number, v: number) => number} options.lossAt
   */
  constructor({ bounds, resolution, lossAt }) {
    this.bounds = bounds;
    this.resolution = resolution;
    this.#lossAt = lossAt;
    this.#values = new Float64Array(resolution * resolution).fill(NaN);
    this.#look.losses = this.#values.slice();
  }

  get isDone() {
    return this.#done === this.#values.length;
  }

  /**
   * Row by row from the lowest v; the same array while there is nothing new to see.
   *
   * @returns {Float64Array}
   */
  get losses() {
    const now = performance.now();
    const isDue = this.isDone || now - this.#look.at > LOOK_INTERVAL_MS;
    if (isDue && this.#look.done < this.#done) {
      this.#look = { done: this.#done, losses: this.#values.slice(), at: now };
    }
    return this.#look.losses;
  }

  /** @param {number} deadline on the clock of performance.now() */
  advance(deadline) {
    const [u0, u1, v0, v1] = this.bounds;
    const steps = this.resolution - 1;
    while (!this.isDone && performance.now() < deadline) {
      const column = this.#done % this.resolution;
      const row = (this.#done - column) / this.resolution;
      this.#values[this.#done] = this.#lossAt(
        u0 + ((u1 - u0) * column) / steps,
        v0 + ((v1 - v0) * row) / steps,
      );
      this.#done += 1;
    }
  }
}
