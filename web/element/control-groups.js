import { h } from '../views/dom.js';
import { controlGroup } from '../views/controls/field.js';
import { summaryOf } from './summary.js';

/**
 * The settings that have a control there, in the order of thought; what few need at first is folded.
 *
 * @satisfies {Record<string, readonly (keyof import('../state/types.js').Config
 *   | { fold: string, keys: readonly (keyof import('../state/types.js').Config)[] })[]>}
 */
export const GROUPS = /** @type {const} */ ({
  data: [
    'preset',
    'dataset',
    'classes',
    'samples',
    'noise',
    'seed',
    'data',
    { fold: 'names', keys: ['testSize', 'classNames'] },
  ],
  network: [
    { fold: 'inputs', keys: ['features', 'scale', 'weightSeed'] },
    'layers',
    'activation',
    'init',
  ],
  training: [
    'rule',
    'optimizer',
    'learningRate',
    'batchSize',
    {
      fold: 'objective',
      keys: ['loss', 'regularization', 'regularizationRate', 'epochs', 'speed'],
    },
  ],
});

/** @typedef {ReturnType<typeof createControlGroups>} ControlGroups */

/**
 * The groups of settings, which without their fields only say what is set.
 *
 * @param {object} options
 * @param {import('../languages/en.js').FirstTexts} options.texts
 * @param {import('../views/text/formats.js').Formats} options.formats
 */
export function createControlGroups({ texts, formats }) {
  const names = /** @type {(keyof typeof GROUPS)[]} */ (Object.keys(GROUPS));
  const all = names.map((key) => ({
    key,
    ...controlGroup({ id: key, title: texts.groups[key] }),
  }));
  return {
    all,

    element: h(
      'div',
      { class: 'controls', part: 'controls', role: 'group', 'aria-label': texts.controls },
      ...all.map((group) => group.element),
    ),

    /** @param {import('../state/types.js').Config} config */
    update(config) {
      const summary = summaryOf(config, texts, formats);
      for (const { key, setSummary } of all) setSummary(texts.groupSummary[key](summary));
    },
  };
}
