/**
 * What can be set of a race.
 *
 * @module
 */
import { h } from '../../views/dom.js';
import { selectField } from '../../views/controls/select-field.js';
import { decadeStops } from '../../views/controls/slider-scale.js';
import { valueField } from '../parts/fields.js';
import { METHODS } from './methods.js';

/** @import { OptimizerName, Rates } from './methods.js' */
/** @typedef {[OptimizerName, OptimizerName]} Ends */

/** Of the rates. */
const RANGE = { min: 0.001, max: 10, stops: decadeStops(0.001, 10) };
const END_LABELS = ['First end', 'Second end'];

/**
 * A learning rate for each optimiser.
 *
 * @param {object} options
 * @param {string} options.id unique in the widget
 * @param {Rates} options.rates to start with
 * @param {(method: OptimizerName, rate: number) => void} options.onChange
 * @returns {{ element: HTMLElement, show: (rates: Rates) => void }}
 */
export function rateFields({ id, rates, onChange }) {
  const fields = METHODS.map(({ id: method, label }) => {
    const onRate = (/** @type {number} */ rate) => onChange(method, rate);
    const value = rates[method];
    return valueField({ id: `${id}-${method}`, label, ...RANGE, value, onChange: onRate });
  });
  return {
    element: h(
      'fieldset',
      { class: 'rates' },
      h('legend', {}, 'Learning rates'),
      ...fields.map(({ element }) => element),
    ),
    show(next) {
      fields.forEach((field, i) => (field.value = next[METHODS[i].id]));
    },
  };
}

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
  const fields = END_LABELS.map((label, i) =>
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
