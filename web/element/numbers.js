import { h, setText } from '../views/dom.js';
import { numberTable } from '../views/text/table.js';

/** @typedef {import('../state/lab-state.js').LabState} LabState */

/**
 * Faster than ten times a second nobody reads, and every number that is written has the page laid out
 * anew: with the frames that the boundary leaves free, this comes to it.
 */
const READOUT_INTERVAL_MS = 80;

/**
 * The numbers in print: metrics, parameter count and the network's architecture.
 *
 * @param {object} options
 * @param {import('../languages/en.js').Texts} options.texts
 * @param {import('../views/text/formats.js').Formats} options.formats
 */
export function createNumbers({ texts, formats }) {
  const words = texts.metrics;
  const table = numberTable({
    caption: words.caption,
    corner: words.corner,
    columns: [words.loss, words.accuracy],
    rows: [words.train, words.test],
  });
  const parameters = h('summary');
  const architecture = h('pre', { tabindex: 0, 'aria-label': texts.architecture });
  const element = h(
    'section',
    { class: 'numbers-section', part: 'metrics', 'aria-label': texts.numbers },
    table.element,
    h('details', { class: 'architecture' }, parameters, architecture),
  );
  /** @type {import('../state/types.js').Description | null} */
  let shown = null;
  return {
    element,

    /** @param {import('../state/types.js').Description} description with every frame */
    showDescription(description) {
      if (description === shown) return;
      shown = description;
      setText(parameters, words.parameters(formats.count(description.parameterCount)));
      setText(architecture, printArchitecture(description, texts));
    },

    /** @param {import('../state/types.js').Metrics} metrics */
    showMetrics(metrics) {
      table.update([
        [formats.loss(metrics.trainLoss), formats.percent(metrics.trainAccuracy)],
        [formats.loss(metrics.testLoss), formats.percent(metrics.testAccuracy)],
      ]);
    },
  };
}

/**
 * Has a lab's counters and its table say what the run has come to: ten times a second while it trains,
 * otherwise at once.
 *
 * @param {object} options
 * @param {ReturnType<typeof import('../views/controls/transport.js').transport>} options.transport
 * @param {ReturnType<typeof createNumbers>} options.numbers
 * @param {import('../views/text/formats.js').Formats} options.formats
 * @param {import('../views/schedule.js').Schedule} options.schedule
 * @returns {(state: LabState) => void} to be called with every change
 */
export function createReadouts({ transport, numbers, formats, schedule }) {
  /** @type {LabState['metrics'] | undefined} */
  let metrics;
  const write = () => {
    transport.count({
      epoch: formats.count(metrics?.epoch ?? 0),
      testAccuracy: formats.percent(metrics?.testAccuracy ?? NaN),
    });
    if (metrics) numbers.showMetrics(metrics);
  };
  const request = schedule.add(write, () => READOUT_INTERVAL_MS, { isLight: true });
  return (state) => {
    const isOther = state.metrics !== metrics;
    metrics = state.metrics;
    if (state.status !== 'training') write();
    else if (isOther) request.soon();
  };
}

/**
 * @param {import('../state/types.js').Description} description
 * @param {import('../languages/en.js').Texts} texts
 * @returns {string} what the notebook prints, in the reader's language
 */
export function printArchitecture({ layerSizes, activations }, texts) {
  const layers = activations.map((activation, i) => {
    const sizes = `${layerSizes[i]} → ${layerSizes[i + 1]}`;
    return `  ${texts.architectureLayer(i + 1)}: ${sizes} (${activation})`;
  });
  return [texts.architectureTitle, ...layers].join('\n');
}
