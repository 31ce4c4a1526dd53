import { reportActivities } from '../../state/inspection.js';
import { bar } from '../../views/text/bar.js';
import { h } from '../../views/dom.js';

/** @typedef {import('../../state/inspection.js').LayerReport} LayerReport */
/** @typedef {import('./panel.js').PanelOptions} PanelOptions */

/**
 * How many neurons' worth each hidden layer has, and which neurons repeat others or are dead.
 *
 * @param {PanelOptions} options
 * @returns {import('./panel.js').Panel}
 */
export function createActivityPanel({ texts: { activity: words }, formats, ask, current }) {
  const layers = h('div', { class: 'activity-layers' });

  /** @param {LayerReport} layer */
  const createLayer = (layer) => {
    const { number, neurons, effectiveRank, deadCount, verdict } = layer;
    const rank = formats.fixed(effectiveRank, 1);
    const share = bar();
    share.update(effectiveRank / neurons.length);
    const values = { number, rank: formats.fixed(effectiveRank, 0), neurons: neurons.length };
    return h(
      'section',
      { class: 'activity-layer' },
      h('h5', { class: 'panel-subtitle' }, words.heading(number)),
      h('p', { class: 'activity-rank' }, words.rank(words.neurons(neurons.length), rank)),
      share.element,
      h('p', {}, words.verdicts[verdict](values) + words.deadNote(deadCount)),
      h('ul', { class: 'chips', 'aria-label': words.list(number) }, ...neurons.map(createChip)),
    );
  };

  /** @param {LayerReport['neurons'][number]} neuron */
  const createChip = ({ number, repeats, isDead }) => {
    const badge = isDead ? words.dead : repeats === null ? '' : words.repeats(repeats);
    return h(
      'li',
      { class: 'chip', 'data-state': isDead ? 'dead' : repeats === null ? 'own' : 'twin' },
      h('span', { class: 'visually-hidden' }, `${words.neuron} `),
      h('b', {}, String(number)),
      badge && h('span', { class: 'chip-badge' }, ` ${badge}`),
    );
  };

  return {
    children: [layers],
    async update({ description }) {
      const activities = await ask((client) => client.activities());
      if (current()?.description !== description) return;
      const reports = reportActivities(activities);
      const content = reports.map(createLayer);
      layers.replaceChildren(...(content.length > 0 ? content : [h('p', {}, words.none)]));
    },
  };
}
