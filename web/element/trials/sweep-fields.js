import { errorOf } from '../../state/messages.js';
import { entryOfKey } from '../../state/schema.js';
import { settingWords } from '../../state/setting-words.js';
import { parseValues, printValues, proposedValues, sweptKeys } from '../../state/sweep-axes.js';
import { h, setHidden } from '../../views/dom.js';
import { selectField } from '../../views/controls/select-field.js';
import { textField } from '../../views/controls/text-field.js';
import { countField } from '../count-field.js';

/** @typedef {import('../../state/sweep.js').Axis} Axis */
/** @typedef {import('../../state/types.js').Config} Config */
/** @typedef {import('../../state/types.js').Entry} Entry */
/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {'x' | 'y'} AxisName */

const AXES = /** @type {const} */ (['x', 'y']);
/** What is swept at first. */
const FIRST = /** @type {const} */ ({ x: 'learningRate', y: 'layers' });
/** Choosing none leaves one row. */
const NONE = '';
const SEEDS = { first: 3, most: 20 };
/** Long enough for the default to be learned. */
const EPOCHS = { first: 500, most: 1_000_000 };
/** More are no table any more. */
const MOST_VALUES = 12;

/**
 * What is to be swept: two settings, a list of values of each, how many seeds, how many epochs.
 *
 * @param {PanelOptions} options
 * @param {() => void} onChange
 */
export function sweepFields({ texts }, onChange) {
  const words = texts.sweep;
  /** @type {Record<AxisName, string>} */
  const keys = { ...FIRST };
  /** Lists as they were typed last, by setting. @type {Map<string, string>} */
  const typed = new Map();
  /** @type {Config | null} */
  let config = null;
  let offered = '';
  const axes = h('div', { class: 'sweep-axes' });
  const seeds = countField({ id: 'sweep-seeds', label: words.seeds, ...SEEDS, onChange });
  const epochs = countField({ id: 'sweep-epochs', label: words.epochs, ...EPOCHS, onChange });
  const counts = h('div', { class: 'sweep-counts' }, seeds.element, epochs.element);

  const listOf = (/** @type {string} */ key) =>
    typed.get(key) ??
    (config ? printValues(proposedValues(/** @type {keyof Config} */ (key), config)) : '');

  /** @param {AxisName} name */
  const createAxis = (name) => {
    const none = { value: NONE, label: words.nothing };
    const choices = sweptKeys(/** @type {Config} */ (config)).map((value) => ({
      value,
      label: labelOf(value, texts),
    }));
    const values = textField({
      id: `sweep-${name}-values`,
      label: words.values[name],
      hint: words.valuesHint,
      onCommit: (text) => {
        typed.set(keys[name], text);
        onChange();
      },
    });
    const setting = selectField({
      id: `sweep-${name}`,
      label: words.axes[name],
      choices: name === 'y' ? [none, ...choices] : choices,
      onCommit: (key) => {
        keys[name] = key;
        show();
        onChange();
      },
    });
    const show = () => {
      setting.update(keys[name]);
      const isNone = keys[name] === NONE;
      setHidden(values.element, isNone);
      if (!isNone) values.update(listOf(keys[name]));
    };
    show();
    return [setting.element, values.element];
  };

  /**
   * @param {AxisName} name
   * @returns {Axis}
   * @throws {RangeError} that says what is wrong with the list
   */
  const read = (name) => {
    const key = /** @type {keyof Config} */ (keys[name]);
    const values = parseValues(key, listOf(key));
    if (values.length > 0 && values.length <= MOST_VALUES) return { key, values };
    throw errorOf(RangeError, ({ number }) =>
      words.badCount(labelOf(key, texts), number(values.length), number(MOST_VALUES)),
    );
  };

  return {
    elements: [axes, counts],

    /** @param {Config} now what the lab is set to */
    update(now) {
      config = now;
      epochs.propose(now.epochs || EPOCHS.first);
      const offers = sweptKeys(now);
      if (offered === offers.join()) return;
      offered = offers.join();
      for (const name of AXES) {
        const isOffered = offers.some((key) => key === keys[name]);
        if (!isOffered && keys[name] !== NONE) keys[name] = FIRST[name];
      }
      axes.replaceChildren(...AXES.flatMap(createAxis));
    },

    /**
     * @returns {Required<Pick<import('../../state/sweep.js').Sweep, 'x' | 'seeds' | 'epochs'>> & { y?: Axis }}
     * @throws {RangeError} that says what is not allowed
     */
    read() {
      if (keys.x === keys.y) throw errorOf(RangeError, () => words.sameTwice);
      const sweep = { x: read('x'), seeds: seeds.read(), epochs: epochs.read() };
      return keys.y === NONE ? sweep : { ...sweep, y: read('y') };
    },
  };
}

/**
 * @param {string} key
 * @param {import('../../languages/en.js').Texts} texts
 */
function labelOf(key, texts) {
  return settingWords(texts, /** @type {Entry} */ (entryOfKey(key))).label;
}
