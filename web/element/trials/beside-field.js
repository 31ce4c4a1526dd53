import { isComparable } from '../../state/kept.js';
import { h, setHidden } from '../../views/dom.js';
import { selectField } from '../../views/controls/select-field.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/kept.js').KeptRun} KeptRun */

/** Of the menu: no run has this letter. */
const NONE = '';

/**
 * Which kept run the lab's setting is compared with, if any. Hidden while there is none that has the same to
 * show.
 *
 * @param {PanelOptions} options
 */
export function besideField({ texts }) {
  const { beside: label, besideNothing } = texts.luck;
  const element = h('div', { hidden: true });
  /** @type {KeptRun[]} */
  let offered = [];
  /** What is chosen: a run that is renamed keeps it. @type {KeptRun['record'] | null} */
  let chosen = null;
  const find = () => offered.find(({ record }) => record === chosen) ?? null;

  function createField() {
    const runs = offered.map(({ letter, label: name }) => ({
      value: letter,
      label: texts.kept.named(letter, name),
    }));
    const field = selectField({
      id: 'luck-beside',
      label,
      choices: [{ value: NONE, label: besideNothing }, ...runs],
      onCommit: (value) => {
        chosen = offered.find(({ letter }) => letter === value)?.record ?? null;
      },
    });
    field.update(find()?.letter ?? NONE);
    return field.element;
  }

  return {
    element,

    /** The run that is chosen. */
    get run() {
      return find();
    },

    /** @param {import('../../state/lab-state.js').Scene} scene */
    update({ kept, config }) {
      const score = config.problem === 'regression' ? 'r2' : 'accuracy';
      const runs = kept.filter((run) => isComparable(run, score, config));
      if (runs.length === offered.length && runs.every((run, i) => run === offered[i])) return;
      offered = runs;
      element.replaceChildren(createField());
      setHidden(element, runs.length === 0);
    },
  };
}
