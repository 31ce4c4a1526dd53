import { h } from '../../views/dom.js';
import { selectField } from '../../views/select-field.js';
import { METHODS } from './methods.js';

/** @typedef {import('./methods.js').OptimizerName} OptimizerName */
/** @typedef {[OptimizerName, OptimizerName]} Ends */

const LABELS = ['First end', 'Second end'];

/**
 * The two optimisers whose ends a plane goes through. They are never the same: the other makes way.
 *
 * @param {object} options
 * @param {Ends} options.ends to start with
 * @param {(ends: Ends) => void} options.onChange
 * @returns {{ element: HTMLElement }}
 */
export function planeFields({ ends: [first, second], onChange }) {
  /** @type {Ends} */
  let ends = [first, second];
  const fields = LABELS.map((label, i) =>
    selectField({
      id: `plane-${i}`,
      label,
      choices: METHODS.map(({ id, label: text }) => ({ value: id, label: text })),
      onCommit(text) {
        const chosen = /** @type {OptimizerName} */ (text);
        const former = ends[i];
        ends = /** @type {Ends} */ (ends.map((end, k) => (k === i ? chosen : end)));
        if (ends[0] === ends[1]) ends[1 - i] = former;
        update();
        onChange(ends);
      },
    }),
  );
  const update = () => fields.forEach((field, i) => field.update(ends[i]));
  update();
  return {
    element: h(
      'fieldset',
      { class: 'rates' },
      h('legend', {}, 'The plane goes through the start and'),
      ...fields.map(({ element }) => element),
    ),
  };
}
