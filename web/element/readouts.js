/**
 * Faster than ten times a second nobody reads, and every number that is written has the page laid out
 * anew: with the frames that the boundary leaves free, this comes to it.
 */
const INTERVAL_MS = 80;

/** @typedef {import('../state/experiment.js').ExperimentState} ExperimentState */

/**
 * The metrics in digits: they follow the training ten times a second, everything else at once.
 */
export class Readouts {
  #view;
  #formats;
  /** @type {ExperimentState | null} */
  #state = null;
  #request;

  /**
   * @param {Pick<import('./lab-view.js').LabView, 'transport' | 'numbers'>} view
   * @param {import('../views/formats.js').Formats} formats
   * @param {import('./frame-schedule.js').FrameSchedule} schedule of the pictures
   */
  constructor(view, formats, schedule) {
    this.#view = view;
    this.#formats = formats;
    this.#request = schedule.add(
      () => this.#write(),
      () => INTERVAL_MS,
      { isLight: true },
    );
  }

  /** @param {ExperimentState} state called with every frame */
  show(state) {
    this.#state = state;
    if (state.status === 'training') this.#request.soon();
    else this.#write();
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
