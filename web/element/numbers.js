import { scoresOf } from '../state/metrics.js';
import { h, setText } from '../views/dom.js';
import { numberTable } from '../views/text/table.js';

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
      const { name, train, test } = scoresOf(metrics);
      const print = name === 'r2' ? formats.loss : formats.percent;
      table.update([
        [formats.loss(metrics.trainLoss), print(train)],
        [formats.loss(metrics.testLoss), print(test)],
      ]);
    },
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
