import { Throttle } from './throttle.js';

/** Faster than this nobody reads, and every number that is written has the page laid out anew. */
const INTERVAL_MS = 100;

/** @typedef {import('../state/experiment.js').ExperimentState} ExperimentState */

/**
 * The metrics in digits: they follow the training ten times a second, everything else at once.
 */
export class Readouts {
  #view;
  #formats;
  /** @type {ExperimentState | null} */
  #state = null;
  #throttle = new Throttle(
    () => (this.#state?.status === 'training' ? INTERVAL_MS : 0),
    () => this.#write(),
  );

  /**
   * @param {Pick<import('./lab-view.js').LabView, 'transport' | 'numbers'>} view
   * @param {import('../views/formats.js').Formats} formats
   */
  constructor(view, formats) {
    this.#view = view;
    this.#formats = formats;
  }

  /** @param {ExperimentState} state called with every frame */
  show(state) {
    this.#state = state;
    this.#throttle.call();
  }

  #write() {
    const metrics = this.#state?.metrics;
    const { transport, numbers } = this.#view;
    transport.count({
      epoch: this.#formats.count(metrics?.epoch ?? 0),
      testAccuracy: this.#formats.percent(metrics?.testAccuracy ?? NaN),
    });
    if (metrics) numbers.showMetrics(metrics);
  }
}
