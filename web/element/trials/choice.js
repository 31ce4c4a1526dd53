import { radioSwitch } from '../../views/controls/radio-switch.js';

/**
 * A choice among two or three, of which the first holds until somebody chooses.
 *
 * @param {string} name unique in the shadow tree
 * @param {string} label
 * @param {Record<string, string>} choices what each is called
 * @param {(value: string) => void} onCommit
 * @returns {HTMLElement}
 */
export function choice(name, label, choices, onCommit) {
  const all = Object.entries(choices).map(([value, text]) => ({ value, label: text }));
  const control = radioSwitch({ name, label, choices: all, onCommit });
  control.update(all[0].value);
  return control.element;
}
