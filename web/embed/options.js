import { LANGUAGES } from '../element/language.js';
import { printText } from '../state/config.js';
import { SCHEMA } from '../state/schema.js';
import { h } from '../views/dom.js';
import { wordsOf } from './words.js';

/** @import { Config, Entry } from '../state/types.js' */

/**
 * @typedef {object} Option
 * @property {HTMLElement} element
 * @property {(config: Config) => void} update
 */

/** What a text looks like, for the settings where that is not plain. @type {Record<string, string>} */
const SAMPLES = { goal: 'test-accuracy>=0.95', link: 'lecture-3' };

/**
 * A form for the settings that concern the embedding page, made from the schema, and for the
 * language.
 *
 * @param {object} options
 * @param {HTMLFormElement} options.form
 * @param {(patch: Record<string, unknown>) => void} options.onCommit
 * @param {(lang: string) => void} options.onLanguage empty: the page's
 */
export function createOptions({ form, onCommit, onLanguage }) {
  const error = h('p', { class: 'option-error', role: 'alert' });
  const commit = (/** @type {Record<string, unknown>} */ patch) => {
    error.textContent = '';
    onCommit(patch);
  };
  const list = SCHEMA.filter(({ group }) => group === 'embedding').map((entry) =>
    createOption(entry, commit),
  );
  form.append(...list.map(({ element }) => element), languageOption(onLanguage), error);
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
  const { label, help } = wordsOf(entry);
  const input = h('input', { type: 'checkbox', onchange: () => commit({ [key]: input.checked }) });
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
  const { label, choices } = wordsOf(entry);
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
  const chosen = h('span', { class: 'hint' });
  return {
    element: h(
      'details',
      { class: 'option-names' },
      h('summary', {}, label, ' ', chosen),
      h('div', { class: 'option-list', role: 'group', 'aria-label': label }, ...labels),
    ),
    update(config) {
      const names = /** @type {string[]} */ (config[key]);
      for (const input of inputs) input.checked = names.includes(input.value);
      const words = choices.filter(({ value }) => names.includes(value)).map((one) => one.label);
      chosen.textContent = words.join(', ') || 'nothing';
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
  const { label, choices } = wordsOf(entry);
  const select = h(
    'select',
    { onchange: () => commit({ [key]: select.value }) },
    ...choices.map(({ value, label: name, help }) => h('option', { value }, `${name}: ${help}`)),
  );
  return {
    element: labelled(label, select),
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
  const { label, help } = wordsOf(entry);
  const input = h('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: SAMPLES[key],
    onchange: () => commit({ [key]: input.value }),
  });
  return {
    element: labelled(label, input, help),
    update: (config) => (input.value = printText(config[key])),
  };
}

/**
 * @param {(lang: string) => void} onChoose
 * @returns {HTMLElement}
 */
function languageOption(onChoose) {
  const select = h(
    'select',
    { onchange: () => onChoose(select.value) },
    h('option', { value: '' }, 'The page’s'),
    ...LANGUAGES.map((lang) => h('option', { value: lang, lang }, nameOf(lang))),
  );
  return labelled('Language', select);
}

/** @param {string} lang */
function nameOf(lang) {
  return new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang;
}

/**
 * @param {string} label
 * @param {HTMLElement} control
 * @param {string} [help]
 * @returns {HTMLElement}
 */
function labelled(label, control, help) {
  const id = `option-${label.toLowerCase()}`;
  control.id = id;
  if (help) control.setAttribute('aria-describedby', `${id}-help`);
  return h(
    'div',
    { class: 'option option-row' },
    h('label', { class: 'option-label', for: id }, label),
    control,
    ...(help ? [h('p', { class: 'hint', id: `${id}-help` }, help)] : []),
  );
}
