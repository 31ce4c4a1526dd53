import { scoresOf } from '../state/metrics.js';
import { h, setHidden, setText } from '../views/dom.js';
import { numberTable } from '../views/text/table.js';
import { printScore } from './sentences.js';

/**
 * The numbers in print: metrics, parameter count and the network's architecture.
 *
 * @param {object} options
 * @param {import('../languages/en.js').Texts} options.texts
 * @param {import('../views/text/formats.js').Formats} options.formats
 */
export function createNumbers({ texts, formats }) {
  const words = texts.metrics;
  /** @type {ReturnType<typeof scoresOf>['name']} */
  let score = 'accuracy';
  const createTable = () =>
    numberTable({
      caption: score === 'r2' ? texts.r2.caption : words.caption,
      corner: words.corner,
      columns: [words.loss, score === 'r2' ? texts.r2.title : words.accuracy],
      rows: [words.train, words.test],
    });
  let table = createTable();
  const note = h('p', { class: 'panel-note', hidden: true }, texts.r2.note);
  const parameters = h('summary');
  const architecture = h('pre', { tabindex: 0, 'aria-label': texts.architecture });
  const element = h(
    'section',
    { class: 'numbers-section', part: 'metrics', 'aria-label': texts.numbers },
    table.element,
    note,
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
      const print = (/** @type {number} */ value) => printScore(name, value, formats);
      if (name !== score) {
        score = name;
        const { element: former } = table;
        table = createTable();
        former.replaceWith(table.element);
        setHidden(note, name !== 'r2');
      }
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
