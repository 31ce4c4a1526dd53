import { h, setText } from '../views/dom.js';
import { numberTable } from '../views/table.js';
import { createNotebookTable } from './notebook-table.js';

/**
 * The numbers in print: metrics, parameter count, the network's architecture, and for the notebook's
 * preset its known numbers beside ours.
 *
 * @param {object} options
 * @param {import('./texts.js').Texts} options.texts
 * @param {import('./formats.js').Formats} options.formats
 */
export function createNumbers({ texts, formats }) {
  const words = texts.metrics;
  const table = numberTable({
    caption: words.caption,
    corner: words.corner,
    columns: [words.loss, words.accuracy],
    rows: [words.train, words.test],
  });
  const notebook = createNotebookTable(texts, formats);
  const parameters = h('summary');
  const architecture = h('pre', { tabindex: 0, 'aria-label': texts.architecture });
  const element = h(
    'section',
    { class: 'numbers-section', part: 'metrics', 'aria-label': texts.numbers },
    table.element,
    notebook.element,
    h('details', { class: 'architecture' }, parameters, architecture),
  );
  return {
    element,

    /** @param {import('../state/types.js').Description} description */
    showDescription(description) {
      setText(parameters, words.parameters(formats.count(description.parameterCount)));
      setText(architecture, description.architecture);
    },

    /**
     * @param {import('../state/types.js').Metrics} metrics
     * @param {import('../state/types.js').Config} config
     * @param {import('../state/history.js').History} history
     */
    showMetrics(metrics, config, history) {
      notebook.update(config, history);
      table.update([
        [formats.loss(metrics.trainLoss), formats.percent(metrics.trainAccuracy)],
        [formats.loss(metrics.testLoss), formats.percent(metrics.testAccuracy)],
      ]);
    },
  };
}
