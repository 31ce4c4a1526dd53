import { ENGLISH } from '../languages/en.js';
import { printText } from '../state/config.js';
import { SCHEMA } from '../state/schema.js';
import { settingWords } from '../state/setting-words.js';
import { h } from '../views/dom.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Entry} Entry */

/**
 * @typedef {object} Option
 * @property {HTMLElement} element
 * @property {(config: Config) => void} update
 */

/**
 * A form for the settings that concern the embedding page: made from the schema.
 *
 * @param {object} options
 * @param {HTMLFormElement} options.form
 * @param {(patch: Record<string, unknown>) => void} options.onCommit
 */
export function createOptions({ form, onCommit }) {
  const error = h('p', { class: 'option-error', role: 'alert' });
  const commit = (/** @type {Record<string, unknown>} */ patch) => {
    error.textContent = '';
    onCommit(patch);
  };
  const list = SCHEMA.filter(({ group }) => group === 'embedding').map((entry) =>
    createOption(entry, commit),
  );
  form.append(...list.map(({ element }) => element), error);
  form.addEventListener('submit', (event) => event.preventDefault());
  return {
    /** @param {Config} config */
    update(config) {
      for (const option of list) option.update(config);
    },
    /** @param {string} message */
    showError(message) {
      error.textContent = message;
    },
  };
}

/**
 * @param {Entry} entry
 * @param {(patch: Record<string, unknown>) => void} commit
 * @returns {Option}
 */
function createOption(entry, commit) {
  if (entry.kind === 'boolean') return checkOption(entry, commit);
  if (entry.kind === 'names') return namesOption(entry, commit);
  if (entry.kind === 'choice') return choiceOption(entry, commit);
  return textOption(entry, commit);
}

/**
 * @param {Entry} entry
 * @param {(patch: Record<string, unknown>) => void} commit
 * @returns {Option}
 */
function checkOption(entry, commit) {
  const { key } = entry;
  const { label, help } = settingWords(ENGLISH, entry);
  const input = h('input', {
    type: 'checkbox',
    onchange: () => commit({ [key]: input.checked }),
  });
  return {
    element: h('label', { class: 'option', title: help }, input, label),
    update: (config) => (input.checked = Boolean(config[key])),
  };
}

/**
 * @param {import('../state/types.js').NamesEntry} entry
 * @param {(patch: Record<string, unknown>) => void} commit
 * @returns {Option}
 */
function namesOption(entry, commit) {
  const { key } = entry;
  const { label, choices } = settingWords(ENGLISH, entry);
  const inputs = choices.map((choice) =>
    h('input', {
      type: 'checkbox',
      value: choice.value,
      onchange: () =>
        commit({ [key]: inputs.filter(({ checked }) => checked).map(({ value }) => value) }),
    }),
  );
  const labels = choices.map((choice, i) =>
    h('label', { class: 'option', title: choice.help }, inputs[i], choice.label),
  );
  return {
    element: h('fieldset', { class: 'option-names' }, h('legend', {}, label), ...labels),
    update(config) {
      const names = /** @type {string[]} */ (config[key]);
      for (const input of inputs) input.checked = names.includes(input.value);
    },
  };
}

/**
 * @param {import('../state/types.js').ChoiceEntry} entry
 * @param {(patch: Record<string, unknown>) => void} commit
 * @returns {Option}
 */
function choiceOption(entry, commit) {
  const { key } = entry;
  const { label, help, choices } = settingWords(ENGLISH, entry);
  const select = h(
    'select',
    { onchange: () => commit({ [key]: select.value }) },
    ...choices.map((choice) => h('option', { value: choice.value }, choice.label)),
  );
  return {
    element: h('label', { class: 'option', title: help }, `${label} `, select),
    update: (config) => (select.value = String(config[key])),
  };
}

/**
 * @param {Entry} entry
 * @param {(patch: Record<string, unknown>) => void} commit
 * @returns {Option}
 */
function textOption(entry, commit) {
  const { key } = entry;
  const { label, help } = settingWords(ENGLISH, entry);
  const input = h('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    onchange: () => commit({ [key]: input.value }),
  });
  return {
    element: h('label', { class: 'option', title: help }, `${label} `, input),
    update: (config) => (input.value = printText(config[key])),
  };
}
