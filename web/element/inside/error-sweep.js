import { overallError } from '../../state/inspection.js';
import { panelChart } from './chart.js';
import { EPSILONS } from '../../views/controls/epsilon-slider.js';

/** Errors below are drawn as this. */
const LEAST_ERROR = 1e-13;

/** The error of the measurement for every ε: truncation on the right, round-off on the left. */
export class ErrorSweep {
  #words;
  #formats;
  #chart;
  /** @type {{ x: number, y: number }[]} */
  #points = [];

  /**
   * @param {import('../../languages/en.js').Texts['inside']} texts
   * @param {import('../../views/text/formats.js').Formats} formats
   */
  constructor({ gradients: words }, formats) {
    this.#words = words;
    this.#formats = formats;
    this.#chart = panelChart({
      id: 'gradient-errors',
      title: words.sweepTitle,
      axes: {
        x: {
          title: 'ε',
          type: 'logarithmic',
          min: EPSILONS[0],
          max: EPSILONS[EPSILONS.length - 1],
        },
        y: { title: words.error, type: 'logarithmic', min: LEAST_ERROR },
      },
      formats,
    });
    this.element = this.#chart.element;
    this.setTheme = this.#chart.setTheme;
  }

  /**
   * Measures with each ε in turn, so that other requests come in between, and input does where the
   * page itself computes.
   *
   * @param {import('../../worker/client.js').Client} client
   * @param {() => boolean} isOutdated ends it without a result
   * @returns {Promise<boolean>} whether there is one
   */
  async measure(client, isOutdated) {
    const points = [];
    for (const epsilon of EPSILONS) {
      await nextTask();
      if (isOutdated()) return false;
      points.push({ x: epsilon, y: overallError(await client.gradientCheck(epsilon)) });
    }
    this.#points = points;
    return true;
  }

  /** Forgets the errors, which were of other weights. */
  clear() {
    this.#points = [];
  }

  /** @param {import('../../state/inspection.js').GradientReport} report of the ε chosen */
  show({ epsilon, overallError: error }) {
    const words = this.#words;
    const chosen = { x: epsilon, y: error };
    this.#chart.show(
      [
        { label: words.measured, color: 'train', points: this.#points },
        { label: words.chosen, color: 'test', dots: true, points: [chosen] },
      ],
      this.#describe(),
    );
  }

  #describe() {
    if (this.#points.length === 0) return '';
    const { scientific } = this.#formats;
    const text = (/** @type {number} */ value) => scientific(value, 2);
    const best = this.#points.reduce((a, b) => (b.y < a.y ? b : a));
    return this.#words.sweepDescription({
      best: scientific(best.x, 1),
      least: text(best.y),
      largest: text(this.#points[this.#points.length - 1].y),
      smallest: text(this.#points[0].y),
    });
  }
}

/** Lets the page do what waits. */
function nextTask() {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
