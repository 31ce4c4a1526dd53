/**
 * A number agrees when |ours - theirs| ≤ abs + rel · |theirs|.
 *
 * @typedef {{ rel: number, abs: number }} Tolerance
 */

/**
 * Compares what the engine gives with what the reference gave, field by field.
 */
export class Comparison {
  /** Largest |ours - theirs| over all close() fields. */
  worstError = 0;
  /** The same as a share of what is allowed, so that fields of different size can be ranked. */
  worstShare = 0;
  /** @type {string[]} */
  disagreements = [];
  #tolerance;

  /** @param {Tolerance} tolerance */
  constructor(tolerance) {
    this.#tolerance = tolerance;
  }

  /**
   * @param {string} field
   * @param {Nested} ours a number, a vector or a matrix
   * @param {Nested} theirs
   *
   * @typedef {number | ArrayLike<number> | ArrayLike<ArrayLike<number>>} Nested
   */
  close(field, ours, theirs) {
    if (!this.#sameShape(field, shapeOf(ours), shapeOf(theirs))) return;
    const expected = flat(theirs);
    const errors = flat(ours).map((value, i) => {
      const error = Math.abs(value - expected[i]);
      const allowed = this.#tolerance.abs + this.#tolerance.rel * Math.abs(expected[i]);
      // An error of 0 agrees even where nothing is allowed; NaN never does.
      const share = error === 0 ? 0 : error / allowed;
      return { error, allowed, share: Number.isNaN(share) ? Infinity : share };
    });
    const none = { error: 0, allowed: 0, share: 0 };
    const worst = errors.reduce((a, b) => (b.share > a.share ? b : a), none);
    this.worstError = Math.max(this.worstError, worst.error);
    this.worstShare = Math.max(this.worstShare, worst.share);
    if (worst.share > 1) {
      const [error, allowed] = [worst.error, worst.allowed].map((x) => x.toExponential(2));
      this.fail(`${field}: worst error ${error}, tolerance ${allowed}`);
    }
  }

  /**
   * Integers agree exactly.
   *
   * @param {string} field
   * @param {ArrayLike<number>} ours
   * @param {ArrayLike<number>} theirs
   */
  equal(field, ours, theirs) {
    if (!this.#sameShape(field, `${ours.length}`, `${theirs.length}`)) return;
    const i = Array.from(ours).findIndex((value, at) => value !== theirs[at]);
    if (i >= 0) this.fail(`${field}[${i}]: ${ours[i]}, expected exactly ${theirs[i]}`);
  }

  /**
   * For what is only known to lie in a range.
   *
   * @param {string} field
   * @param {number} ours
   * @param {number} low
   * @param {number} high
   */
  within(field, ours, low, high) {
    if (!(ours >= low && ours <= high)) {
      this.fail(`${field}: ${ours}, expected ${low} to ${high}`);
    }
  }

  /**
   * Something is wrong with the case itself.
   *
   * @param {string} problem
   */
  fail(problem) {
    this.disagreements.push(problem);
  }

  /**
   * @param {string} field
   * @param {string} ours
   * @param {string} theirs
   */
  #sameShape(field, ours, theirs) {
    if (ours === theirs) return true;
    this.fail(`${field}: shape ${theirs}, expected ${ours}`);
    return false;
  }
}

/** @param {Nested} value */
function shapeOf(value) {
  if (typeof value === 'number') return 'a number';
  if (value.length === 0 || typeof value[0] === 'number') return `${value.length}`;
  return `(${value.length}, ${value[0].length})`;
}

/**
 * @param {Nested} value
 * @returns {number[]}
 */
function flat(value) {
  if (typeof value === 'number') return [value];
  return Array.from(/** @type {ArrayLike<number | ArrayLike<number>>} */ (value)).flatMap((item) =>
    typeof item === 'number' ? item : Array.from(item),
  );
}
