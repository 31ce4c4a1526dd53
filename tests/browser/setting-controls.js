/**
 * In the page of the configurator: its controls, one for every setting, used as somebody uses them who
 * enters a value. There are the lab's own, and the page's for how the lab is embedded.
 *
 * @module
 */

import { ENGLISH } from '../../web/languages/en.js';
import { settingWords, zeroWord } from '../../web/state/setting-words.js';

/** @typedef {import('../../web/state/types.js').Entry} Entry */
/** @typedef {import('../../web/element/moon-lab-element.js').MoonLabElement} Lab */

/**
 * @typedef {object} Control
 * @property {() => string} read what it shows, as attributes spell it
 * @property {(text: string) => void} write
 * @property {() => string} error what it says is wrong
 */

/**
 * @param {Lab} lab
 * @param {Entry} entry
 * @returns {Control}
 */
export function controlOf(lab, entry) {
  const { key, attribute, kind, group } = entry;
  if (group === 'embedding') return optionOf(entry);
  const root = /** @type {ShadowRoot} */ (lab.shadowRoot);
  if (group === 'view') return choices(all(root, `input[name="${attribute}"]`));
  if (kind === 'names' || key === 'dataset') {
    const error = says(root, `#${attribute}-error`);
    return choices(all(root, `input[name="${attribute}"]`), error);
  }
  if (kind === 'points') return ownPoints(root);
  if (kind === 'sizes') return layers(root);
  if (kind === 'activations') return activations(root);
  return field(
    one(root, `#${attribute}`),
    says(root, `#${attribute}-error`),
    zeroWord(ENGLISH, entry.key),
  );
}

/**
 * @param {Entry} entry
 * @returns {Control}
 */
function optionOf(entry) {
  const { label } = settingWords(ENGLISH, entry);
  const error = says(document, '.option-error');
  if (entry.kind === 'names') return choices(all(document, '.option-names input'), error);
  const option = all(document, '#options > .option').find(({ innerText }) =>
    innerText.startsWith(label),
  );
  if (!option) throw new Error(`There is no control for ${label}`);
  if (entry.kind !== 'boolean') return field(one(option, 'input, select'), error);
  const box = one(option, 'input');
  return {
    error,
    read: () => String(box.checked),
    write: (text) => box.checked === (text === 'true') || box.click(),
  };
}

/**
 * @param {HTMLInputElement} input
 * @param {() => string} error
 * @param {string} [zero] what 0 is shown as
 * @returns {Control}
 */
function field(input, error, zero) {
  return {
    error,
    read: () => (zero && input.value === zero ? '0' : input.value),
    write: (text) => enter(input, text),
  };
}

/**
 * @param {HTMLInputElement[]} boxes those with a dot, of which one is chosen, or with a tick
 * @param {() => string} [error]
 * @returns {Control}
 */
function choices(boxes, error = () => '') {
  return {
    error,
    read: () =>
      boxes
        .filter(({ checked }) => checked)
        .map(({ value }) => value)
        .join(),
    write(text) {
      const wanted = text.split(',');
      const isWanted = (/** @type {HTMLInputElement} */ box) => wanted.includes(box.value);
      // First what is to be there: of some, one must be.
      for (const box of boxes) if (isWanted(box) && !box.checked) box.click();
      for (const box of boxes) if (!isWanted(box) && box.checked) box.click();
    },
  };
}

/**
 * @param {ShadowRoot} root
 * @returns {Control}
 */
function ownPoints(root) {
  const area = one(root, '#data-points');
  return {
    error: says(root, '#data-points-error'),
    read: () => area.value.trim().replaceAll('\n', ';'),
    write(text) {
      enter(area, text);
      one(root, '.fold-buttons button').click();
    },
  };
}

/**
 * @param {ShadowRoot} root
 * @returns {Control}
 */
function layers(root) {
  const inputs = () => all(root, '.field-layers input');
  const [remove, add] = all(root, '.field-layers .stepper button');
  return {
    error: says(root, '.field-layers .field-error'),
    read: () =>
      inputs()
        .map(({ value }) => value)
        .join(),
    write(text) {
      const sizes = text.split(',').filter(Boolean);
      while (inputs().length < sizes.length) add.click();
      while (inputs().length > sizes.length) remove.click();
      for (const [i, size] of sizes.entries()) enter(inputs()[i], size);
    },
  };
}

/**
 * @param {ShadowRoot} root
 * @returns {Control}
 */
function activations(root) {
  const forAll = one(root, '#activation');
  const each = () => all(root, '.layer-activations select');
  return {
    error: says(root, '#activation-error'),
    read() {
      const names = each().map(({ value }) => value);
      return names.every((name) => name === names[0]) ? (names[0] ?? forAll.value) : names.join();
    },
    write(text) {
      const names = text.split(',');
      enter(forAll, names.length === 1 ? text : 'per-layer');
      if (names.length > 1) for (const [i, name] of names.entries()) enter(each()[i], name);
    },
  };
}

/**
 * @param {HTMLInputElement} input or the like
 * @param {string} text
 */
function enter(input, text) {
  input.value = text;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLInputElement[]}
 */
function all(root, selector) {
  return [...root.querySelectorAll(selector)].map(
    (found) => /** @type {HTMLInputElement} */ (found),
  );
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 */
function one(root, selector) {
  return all(root, selector)[0];
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {() => string}
 */
function says(root, selector) {
  return () => root.querySelector(selector)?.textContent ?? '';
}
