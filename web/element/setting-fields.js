import { datasetOf } from '../state/choices.js';
import { defaultConfig, isOfPreset, printText } from '../state/config.js';
import { SCHEMA } from '../state/schema.js';
import { settingWords, zeroWord } from '../state/setting-words.js';
import { checkField } from '../views/controls/check-field.js';
import { activationEditor, layerEditor } from '../views/controls/hidden-layers.js';
import { iconButton } from '../views/controls/icons.js';
import { numberField } from '../views/controls/number-field.js';
import { selectField } from '../views/controls/select-field.js';
import { decadeStops, linearStops } from '../views/controls/slider-scale.js';
import { stepperField } from '../views/controls/stepper-field.js';
import { textField } from '../views/controls/text-field.js';
import { h, setHidden, setText } from '../views/dom.js';
import { dataDice, weightDice, weightSeedField, withDice } from './seed-fields.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Entry} Entry */
/** @typedef {import('../languages/en.js').Texts} Texts */
/** @typedef {import('./own-points.js').Patch} Patch */
/** @typedef {import('./seed-fields.js').PanelField} PanelField */

/** Neurons of a layer added where there was none. */
const NEW_LAYER_NEURONS = 8;

/** Where that of the regularisation's rate does, after 0. */
const SMALLEST_REGULARIZATION_RATE = 0.0001;

/** Where the learning rate's slider starts: less hardly moves in the time that anybody watches. */
const SMALLEST_LEARNING_RATE = 0.0001;

/**
 * The values that a setting's slider stops at. Seed and epoch limit have none: no range of theirs
 * is more likely than another.
 *
 * @type {Partial<Record<keyof import('../state/types.js').Config, (entry: import('../state/types.js').NumberEntry) => number[]>>}
 */
const STOPS = {
  samples: ({ min, max }) => decadeStops(min, max, { integer: true }),
  noise: ({ min, max }) => linearStops(min, max, 0.01),
  testSize: ({ min, max, step }) => linearStops(min, max, step),
  learningRate: ({ max }) => decadeStops(SMALLEST_LEARNING_RATE, max),
  batchSize: ({ min, max }) => decadeStops(1, max, { integer: true, first: [min] }),
  regularizationRate: ({ min, max }) =>
    decadeStops(SMALLEST_REGULARIZATION_RATE, max, { first: [min] }),
};

/**
 * The control of a setting, by its kind.
 *
 * @param {Entry} entry
 * @param {Texts} texts
 * @param {(patch: Patch, options?: { isPassing: boolean }) => void} onCommit
 * @param {(isHeld: boolean) => void} onHold
 * @returns {PanelField}
 */
export function createField(entry, texts, onCommit, onHold) {
  const commit = (/** @type {string} */ text, isPassing = false) =>
    onCommit({ [entry.key]: text }, { isPassing });
  const { label, help, choices } = settingWords(texts, entry);
  const common = { id: entry.attribute, label, hint: help, onCommit: commit };
  switch (entry.kind) {
    case 'integer':
    case 'number':
      return numberControl(entry, texts, common, { onCommit, onHold });
    case 'sizes':
      return layersField(entry, { ...texts.layers, label }, commit);
    case 'activations':
      return activationField(entry, texts, commit);
    case 'names':
      return plain(entry, checkField({ ...common, choices }));
    case 'labels':
      return plain(entry, textField(common));
    case 'choice':
      return choiceControl(entry, texts, { ...common, choices }, onCommit);
    default:
      throw new TypeError(`no control for settings of kind ${entry.kind}`);
  }
}

/**
 * @param {Entry} entry
 * @param {import('../views/controls/field.js').Field} field
 * @returns {PanelField}
 */
function plain({ key }, field) {
  return { ...field, update: (config) => field.update(printText(config[key])) };
}

/**
 * @typedef {{ id: string, label: string, hint: string, onCommit: (text: string, isPassing?: boolean) => void }} Common
 *
 * @param {import('../state/types.js').NumberEntry} entry
 * @param {Texts} texts
 * @param {Common} common
 * @param {{ onCommit: (patch: Patch) => void, onHold: (isHeld: boolean) => void }} lab
 * @returns {PanelField}
 */
function numberControl(entry, texts, common, { onCommit, onHold }) {
  if (entry.key === 'classes') return classesField(texts, common);
  const dice = entry.key === 'seed' ? dataDice(texts, onCommit) : null;
  const field = numberField({
    ...common,
    ...entry,
    stops: STOPS[entry.key]?.(entry),
    zero: zeroWord(texts, entry.key),
    onHold,
    action: dice?.element,
  });
  if (dice) return withDice(plain(entry, field), dice);
  if (entry.key === 'noise') return noiseField(entry, texts, field);
  return entry.key === 'weightSeed' ? weightSeedField(field, texts) : plain(entry, field);
}

/**
 * @param {import('../state/types.js').ChoiceEntry} entry
 * @param {Texts} texts
 * @param {Parameters<typeof selectField>[0]} common
 * @param {(patch: Patch) => void} onCommit
 * @returns {PanelField}
 */
function choiceControl(entry, texts, common, onCommit) {
  if (entry.key !== 'init') return plain(entry, selectField(common));
  const dice = weightDice(texts, onCommit);
  return withDice(plain(entry, selectField({ ...common, action: dice.element })), dice);
}

/**
 * How many there can be depends on the data set.
 *
 * @param {Texts} texts
 * @param {Common} common
 * @returns {PanelField}
 */
function classesField({ classCount }, common) {
  const field = stepperField({ ...common, texts: classCount });
  return {
    ...field,
    update: ({ classes, dataset }) =>
      field.update(classes, datasetOf(dataset).classes ?? [classes, classes]),
  };
}

/**
 * What the noise is depends on the data set, and so does what it is called.
 *
 * @param {import('../state/types.js').NumberEntry} entry
 * @param {Texts} texts
 * @param {ReturnType<typeof numberField>} field
 * @returns {PanelField}
 */
function noiseField(entry, texts, field) {
  const { update, ...others } = plain(entry, field);
  return {
    ...others,
    update(config) {
      const { noise } = datasetOf(config.dataset);
      const isAdded = noise === undefined || noise === 'added';
      field.setWords(isAdded ? settingWords(texts, entry) : texts.noise[noise]);
      update(config);
    },
  };
}

/**
 * @param {import('../state/types.js').SizesEntry} entry
 * @param {import('../views/controls/hidden-layers.js').LayerEditorTexts} texts
 * @param {(text: string) => void} onCommit
 * @returns {PanelField}
 */
function layersField(entry, texts, onCommit) {
  const limits = {
    maxLayers: entry.maxItems,
    maxNeurons: entry.max,
    newNeurons: NEW_LAYER_NEURONS,
  };
  return plain(entry, layerEditor({ id: entry.attribute, texts, limits, onCommit }));
}

/**
 * @param {import('../state/types.js').ActivationsEntry} entry
 * @param {Texts} texts
 * @param {(text: string) => void} onCommit
 * @returns {PanelField}
 */
function activationField(entry, texts, onCommit) {
  const { label, help, choices } = settingWords(texts, entry);
  const editor = activationEditor({
    id: entry.attribute,
    texts: {
      label,
      hint: help,
      perLayer: texts.perLayer,
      layers: texts.layerActivations,
      layer: texts.layerActivation,
    },
    choices,
    onCommit,
  });
  return {
    ...editor,
    update: (config) => editor.update(printText(config.activation), config.layers.length),
  };
}

/**
 * The preset keeps its name when other settings move away from it; a button brings them back.
 *
 * @param {import('../state/types.js').ChoiceEntry} entry
 * @param {Texts} texts
 * @param {(patch: Patch) => void} onCommit
 * @returns {PanelField}
 */
export function presetField(entry, texts, onCommit) {
  /** @type {string} */
  let current = entry.default;
  const restore = iconButton('undo', texts.restorePreset, () => onCommit({ preset: current }));
  const { label, help, choices } = settingWords(texts, entry);
  const field = selectField({
    id: entry.attribute,
    label,
    hint: help,
    choices,
    action: restore,
    onCommit: (preset) => onCommit({ preset }),
  });
  const challenge = h('p', { class: 'field-note' });
  field.element.append(challenge);
  return {
    ...field,
    update(config) {
      current = config.preset;
      field.update(current);
      const isDefault = current === entry.default;
      setText(challenge, isDefault ? '' : sentence(choices, current));
      setHidden(challenge, isDefault);
      setHidden(restore, !isChanged(config));
    },
  };
}

/**
 * @param {Config} config
 * @returns {boolean} whether a setting that the preset gives is other than the preset's
 */
function isChanged(config) {
  const start = defaultConfig(config.preset);
  return SCHEMA.some(
    (entry) => isOfPreset(entry) && printText(config[entry.key]) !== printText(start[entry.key]),
  );
}

/**
 * @param {import('../state/setting-words.js').SettingWords['choices']} choices
 * @param {string} chosen
 */
function sentence(choices, chosen) {
  const { help = '' } = choices.find(({ value }) => value === chosen) ?? {};
  return `${help.slice(0, 1).toUpperCase()}${help.slice(1)}.`;
}
