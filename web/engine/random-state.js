import { Handle } from './handle.js';

/**
 * NumPy's RandomState: for the same seed the same stream, call by call.
 *
 * @extends {Handle<import('./generated/moonlab.js').EmbindRandomState>}
 */
export class RandomState extends Handle {
  /**
   * @param {number} n how many
   * @returns {Float64Array} uniform in [0, 1)
   */
  randomSample(n) {
    return this.object.randomSample(n);
  }

  /**
   * @param {number} low
   * @param {number} high
   * @param {number} n how many
   * @returns {Float64Array} uniform in [low, high)
   */
  uniform(low, high, n) {
    return this.object.uniform(low, high, n);
  }

  /**
   * @param {number} n how many
   * @returns {Float64Array} standard normal
   */
  randn(n) {
    return this.object.randn(n);
  }

  /**
   * @param {number} loc mean
   * @param {number} scale standard deviation
   * @param {number} n how many
   * @returns {Float64Array} normal
   */
  normal(loc, scale, n) {
    return this.object.normal(loc, scale, n);
  }

  /**
   * @param {number} n
   * @returns {Int32Array} 0 … n-1 in random order
   */
  permutation(n) {
    return this.object.permutation(n);
  }

  /**
   * @param {ArrayLike<number>} values whole numbers
   * @returns {Int32Array} the same, shuffled
   */
  shuffle(values) {
    return this.object.shuffle(values);
  }
}
