import { h } from '../../views/dom.js';
import { numberField } from '../../views/number-field.js';
import { decadeStops } from '../../views/slider-scale.js';
import { METHODS } from './methods.js';

/** @typedef {import('./methods.js').OptimizerName} OptimizerName */
/** @typedef {import('./methods.js').Rates} Rates */

const MIN = 0.001;
const MAX = 10;
const STOPS = decadeStops(MIN, MAX);

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
    const field = numberField({
      id: `${id}-${method}`,
      label,
      min: MIN,
      max: MAX,
      stops: STOPS,
      onCommit(text) {
        const rate = Number(text);
        const isAllowed = rate >= MIN && rate <= MAX;
        field.setError(isAllowed ? '' : `${label}: “${text}”; allowed: ${MIN} to ${MAX}`);
        if (!isAllowed) return;
        field.update(text);
        onChange(method, rate);
      },
    });
    field.update(String(rates[method]));
    return field;
  });
  return {
    element: h(
      'fieldset',
      { class: 'rates' },
      h('legend', {}, 'Learning rates'),
      ...fields.map(({ element }) => element),
    ),
    show(next) {
      fields.forEach((field, i) => {
        field.setError('');
        field.update(String(next[METHODS[i].id]));
      });
    },
  };
}
