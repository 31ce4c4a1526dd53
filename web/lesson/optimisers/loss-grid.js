/**
 * The loss on a plane: computed piece by piece, and where the plane lies among all parameters.
 *
 * @module
 */

/** @typedef {{ u: number, v: number, distance: number }} Shadow distance: from the plane */

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

/**
 * A plane through three points of a space of many dimensions. Positions in it are measured from the
 * first point: u towards the second, v at right angles to that, on the side of the third.
 */
export class Slice {
  #origin;
  #across;
  #up;

  /**
   * @param {Float64Array} origin
   * @param {Float64Array} second
   * @param {Float64Array} third not on the line through the other two
   */
  constructor(origin, second, third) {
    this.#origin = origin;
    this.#across = unit(difference(second, origin));
    const away = difference(third, origin);
    this.#up = unit(minus(away, dot(away, this.#across), this.#across));
  }

  /**
   * The nearest place in the plane.
   *
   * @param {Float64Array} point
   * @returns {Shadow}
   */
  shadow(point) {
    const away = difference(point, this.#origin);
    const u = dot(away, this.#across);
    const v = dot(away, this.#up);
    const rest = minus(minus(away, u, this.#across), v, this.#up);
    return { u, v, distance: Math.sqrt(dot(rest, rest)) };
  }

  /**
   * @param {number} u
   * @param {number} v
   * @returns {Float64Array} the point of the space that lies there
   */
  pointAt(u, v) {
    return this.#origin.map((value, i) => value + u * this.#across[i] + v * this.#up[i]);
  }
}

/**
 * A square round places of the plane, with a margin.
 *
 * @param {readonly { u: number, v: number }[]} places
 * @param {number} margin as a share of the side
 * @returns {[number, number, number, number]} u from, to, v from, to
 */
export function squareRound(places, margin) {
  const us = places.map(({ u }) => u);
  const vs = places.map(({ v }) => v);
  const [u0, u1, v0, v1] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)];
  const half = Math.max(u1 - u0, v1 - v0) * (0.5 + margin);
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
  return [u - half, u + half, v - half, v + half];
}

/**
 * @param {Float64Array} a
 * @param {Float64Array} b
 */
function difference(a, b) {
  return minus(a, 1, b);
}

/**
 * @param {Float64Array} a
 * @param {number} factor
 * @param {Float64Array} b
 */
function minus(a, factor, b) {
  return a.map((value, i) => value - factor * b[i]);
}

/**
 * @param {Float64Array} a
 * @param {Float64Array} b
 */
function dot(a, b) {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

/** @param {Float64Array} a */
function unit(a) {
  const length = Math.sqrt(dot(a, a));
  return a.map((value) => value / length);
}
