/**
 * In the page of the configurator: walks through the schema, and tries every setting in every way.
 *
 * @module
 */

import { ENGLISH } from '../../web/languages/en.js';
import { SCHEMA, entryOfAttribute, markupName } from '../../web/state/schema.js';
import { settingWords, zeroWord } from '../../web/state/setting-words.js';
import { companionsOf, invalidValues, validValues } from '../web/config-values.js';
import { controlOf } from './setting-controls.js';
import { MARKUP, spell } from './spelling.js';

/** @typedef {import('../../web/state/types.js').Entry} Entry */
/** @typedef {import('../../web/element/moon-lab-element.js').MoonLabElement} Lab */
/** @typedef {'attribute' | 'config' | 'query' | 'control'} Way */

/** Where a way takes only texts. @type {Way[]} */
const TEXT_WAYS = ['attribute', 'query', 'control'];
/** @type {Way[]} */
const WAYS = ['config', ...TEXT_WAYS];

const lab = /** @type {Lab} */ (document.querySelector('moon-lab'));
// What thousands of settings would look like need not be laid out.
lab.style.display = 'none';
/** What has been complained of since something was given. @type {string[]} */
let complaints = [];
lab.addEventListener('error', (event) => {
  complaints.push(/** @type {CustomEvent} */ (/** @type {Event} */ (event)).detail.message);
});

/**
 * @returns {{ count: number, wrong: string[] }} how many values were given, and which of them were not
 *   the same everywhere
 */
export function giveWhatIsAllowed() {
  return walk(validValues, (entry, value) => {
    // Own points are not taken away by their control, but left for another data set.
    const ways = entry.key === 'data' && spell(value) === '' ? WAYS.slice(0, -1) : WAYS;
    return {
      start: companionsOf(entry, value),
      ways: waysOf(entry, ways),
      kept: value,
      isRefused: false,
    };
  });
}

/** @returns {{ count: number, wrong: string[] }} the same, of what a setting cannot be */
export function giveWhatIsNot() {
  return walk(
    // A class may be called `<=50K`, or anything else.
    (entry) => [...invalidValues(entry), ...(entry.kind === 'labels' ? [] : [MARKUP])],
    (entry, value) => {
      const kept = validValues(entry).find(
        (one) => spell(one) !== spell(entry.default) && spell(one) !== 'own',
      );
      const ways = WAYS.filter((way) => way === 'config' || typeof value === 'string').filter(
        (way) => way !== 'control' || canBeEntered(entry, String(value)),
      );
      const start = { ...companionsOf(entry, kept), [entry.key]: kept };
      return { start, ways: waysOf(entry, ways), kept, isRefused: true };
    },
  );
}

/**
 * A schedule is written by what changes during a run, and a neuron is held where it is shown: neither has
 * a field of its own.
 *
 * @param {Entry} entry
 */
const hasControl = ({ kind }) => kind !== 'schedule' && kind !== 'neuron';

/**
 * @param {Entry} entry
 * @param {Way[]} ways
 */
const waysOf = (entry, ways) => ways.filter((way) => way !== 'control' || hasControl(entry));

/**
 * @param {Entry} entry
 * @param {string} text
 * @returns {boolean} whether its control lets anybody enter it
 */
function canBeEntered({ kind }, text) {
  if (kind === 'integer' || kind === 'number')
    return text.trim() !== '' && Number.isFinite(+text) && !text.includes('x');
  return ['points', 'goal', 'name', 'labels'].includes(kind);
}

/**
 * @param {(entry: Entry) => unknown[]} valuesOf
 * @param {(entry: Entry, value: unknown) => { start: object, ways: Way[], kept: unknown,
 *   isRefused: boolean }} plan
 */
function walk(valuesOf, plan) {
  /** @type {string[]} */
  const wrong = [];
  let count = 0;
  for (const entry of SCHEMA) {
    for (const value of valuesOf(entry)) {
      const { start, ways, kept, isRefused } = plan(entry, value);
      for (const way of ways) {
        give(entry, way, value, start);
        const found = [
          ...differences(entry, kept, isRefused && way === 'control'),
          ...(isRefused ? wrongRefusal(entry, way) : complaints),
        ];
        const what = `${entry.attribute} = ${spell(value).slice(0, 50)} by ${way}`;
        wrong.push(...found.map((text) => `${what}: ${text}`));
        count += 1;
      }
    }
  }
  return { count, wrong };
}

/**
 * Sets everything back, then what is there at the start, then one setting.
 *
 * @param {Entry} entry
 * @param {Way} way
 * @param {unknown} value
 * @param {object} start
 */
function give(entry, way, value, start) {
  const { key, attribute } = entry;
  lab.config = /** @type {any} */ (Object.fromEntries(SCHEMA.map((one) => [one.key, null])));
  lab.config = /** @type {any} */ (start);
  complaints = [];
  const text = spell(value);
  if (way === 'config') lab.config = /** @type {any} */ ({ [key]: value });
  if (way === 'attribute') lab.setAttribute(markupName(entry), text);
  if (way === 'query') lab.query = `?${new URLSearchParams([[attribute, text]])}`;
  if (way === 'control') controlOf(lab, entry).write(text);
}

/**
 * @param {Entry} entry
 * @param {unknown} value
 * @param {boolean} isDraft whether the control may still show what was refused, to be mended
 * @returns {string[]} what is said of the setting that is not this value; markup and addresses say
 *   nothing, where it is the default
 */
function differences(entry, value, isDraft) {
  const { key, attribute, kind } = entry;
  const text = spell(value) === spell(entry.default) ? null : spell(value);
  const { config, query } = lab;
  const pairs = {
    config: [JSON.stringify(config[key]), JSON.stringify(value)],
    attribute: [
      lab.getAttribute(markupName(entry)),
      kind === 'boolean' && text === 'true' ? '' : text,
    ],
    query: [new URLSearchParams(query).get(attribute), text],
    control:
      isDraft || !hasControl(entry) ? ['', ''] : [controlOf(lab, entry).read(), spell(value)],
  };
  return Object.entries(pairs)
    .filter(([, [found, expected]]) => found !== expected)
    .map(([name, [found, expected]]) => `${name} says ${found}, not ${expected}`);
}

/**
 * @param {Entry} entry
 * @param {Way} way
 * @returns {string[]} what is wrong with how it was refused
 */
function wrongRefusal(entry, way) {
  const notice = lab.shadowRoot?.querySelector('.notice-messages')?.textContent ?? '';
  const shown = way === 'control' ? controlOf(lab, entry).error() : notice;
  const [message = ''] = complaints;
  const isNamed = message.startsWith(`${entry.attribute}: `) && message.includes('; allowed are ');
  return [
    ...(complaints.length === 1 && isNamed ? [] : [`refused by ${JSON.stringify(complaints)}`]),
    // People are shown the minus sign of print.
    ...(shown.replaceAll('−', '-') === asShown(entry, way, message) ? [] : [`shown is ${shown}`]),
  ];
}

/**
 * @param {Entry} entry
 * @param {Way} way
 * @param {string} message for developers
 * @returns {string} for people, to whom the setting is called as its control is, and 0 perhaps by a word;
 *   the configurator is a page for developers
 */
function asShown(entry, way, message) {
  if (way === 'control' && entry.group === 'embedding') return message;
  const { label } = settingWords(ENGLISH, entry);
  const named = `${label}${message.slice(entry.attribute.length)}`;
  if (entry.kind === 'schedule') return named.replace(/\(([\w-]+): (0)?/, nameScheduled);
  const zero = zeroWord(ENGLISH, entry.key);
  return zero ? named.replace('allowed are 0 to', `allowed are 0 (${zero}) to`) : named;
}

/**
 * @param {string} _
 * @param {string} attribute
 * @param {string} [least] that is allowed
 */
function nameScheduled(_, attribute, least = '') {
  const entry = /** @type {Entry} */ (entryOfAttribute(attribute));
  const zero = least && zeroWord(ENGLISH, entry.key);
  return `(${settingWords(ENGLISH, entry).label}: ${least}${zero ? ` (${zero})` : ''}`;
}
