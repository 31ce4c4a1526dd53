/** @typedef {import('chart.js').Chart<'line', { x: number, y: number }[]>} LineChart */
/** @typedef {{ options: object, destroy: () => void, resize: (width: number, height: number) => void }} AnyChart */

const NOWHERE = { width: 0, height: 0, dpr: 1 };

/**
 * A Chart.js chart that exists only while it is looked at: the library holds on to every chart, and
 * with it to its canvas and the page around that, until the chart is destroyed.
 *
 * @template {AnyChart} [Kind=LineChart]
 */
export class LazyChart {
  #create;
  /** @type {Kind | null} */
  #chart = null;
  #size = NOWHERE;

  /** @param {() => Kind} create */
  constructor(create) {
    this.#create = create;
  }

  /** Whether there is a place to draw on. */
  get hasPlace() {
    return this.#size.width > 0 && this.#size.height > 0;
  }

  /** The chart; made if it is not there. Ask for it only where there is a place. */
  get chart() {
    if (!this.#chart) {
      this.#chart = this.#create();
      this.#fit(this.#chart);
    }
    return this.#chart;
  }

  get exists() {
    return this.#chart !== null;
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} dpr device pixels per CSS pixel
   */
  resize(width, height, dpr) {
    this.#size = { width, height, dpr };
    if (this.#chart) this.#fit(this.#chart);
  }

  /** @param {Kind['options']} options all but the pixel ratio, which stays */
  setOptions(options) {
    if (this.#chart) this.#chart.options = { ...options, devicePixelRatio: this.#size.dpr };
  }

  /** Gives up the chart and the place, until the next {@link resize}. */
  release() {
    this.#size = NOWHERE;
    this.#chart?.destroy();
    this.#chart = null;
  }

  /** @param {Kind} chart */
  #fit(chart) {
    Object.assign(chart.options, { devicePixelRatio: this.#size.dpr });
    chart.resize(this.#size.width, this.#size.height);
  }
}
