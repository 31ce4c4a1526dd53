import { h } from '../../views/dom.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { selectField } from '../../views/controls/select-field.js';
import { formatCount } from '../parts/numbers.js';
import { INIT_NAMES, RULE_NAMES } from './contenders.js';

/**
 * Rule and first weights of the four networks, and a number.
 *
 * @template {string} Key
 * @param {{ rule: string, init: string } & Record<Key, number>} settings to start with
 * @param {object} options
 * @param {string} options.id what ids begin with
 * @param {{ key: Key, label: string, choices: readonly number[] }} options.count
 * @param {(changes: object) => void} options.set
 */
export function createControls(settings, { id, count: { key, label, choices }, set }) {
  const rule = radioSwitch({
    name: `${id}-rule`,
    label: 'Rule',
    choices: Object.entries(RULE_NAMES).map(([value, name]) => ({ value, label: name })),
    onCommit: (value) => set({ rule: value }),
  });
  const init = selectField({
    id: `${id}-init`,
    label: 'First weights',
    choices: Object.entries(INIT_NAMES).map(([value, name]) => ({ value, label: name })),
    onCommit: (value) => set({ init: value }),
  });
  const count = selectField({
    id: `${id}-${key}`,
    label,
    choices: choices.map((number) => ({ value: String(number), label: formatCount(number) })),
    onCommit: (value) => set({ [key]: Number(value) }),
  });
  rule.update(settings.rule);
  init.update(settings.init);
  count.update(String(settings[key]));
  return h('div', { class: 'settings' }, rule.element, init.element, count.element);
}
