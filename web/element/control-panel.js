import { h, setHidden } from '../views/dom.js';
import { activationEditor, layerEditor } from '../views/controls/hidden-layers.js';
import { iconButton } from '../views/controls/icons.js';
import { numberField } from '../views/controls/number-field.js';
import { selectField } from '../views/controls/select-field.js';
import { decadeStops, linearStops } from '../views/controls/slider-scale.js';
import { defaultConfig, idleKeys, isOfPreset, printText } from '../state/config.js';
import { SCHEMA } from '../state/schema.js';
import { GROUPS } from './control-groups.js';
import { OwnPointsField } from './own-points.js';
import { settingWords } from '../state/setting-words.js';
import { messageWords } from './sentences.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Entry} Entry */
/** @typedef {import('../languages/en.js').Texts} Texts */
/** @typedef {import('./own-points.js').Patch} Patch */

/**
 * @typedef {object} PanelField
 * @property {HTMLElement} element
 * @property {(message: string) => void} setError
 * @property {(config: Config) => void} update
 */

const SEED_COUNT = 2 ** 32;
/** Neurons of a layer added where there was none. */
const NEW_LAYER_NEURONS = 8;

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
};

/**
 * Every setting of the experiment, made from the schema: fills the groups.
 *
 * @param {import('./control-groups.js').ControlGroups} groups
 * @param {object} options
 * @param {Texts} options.texts
 * @param {import('../views/text/formats.js').Formats} options.formats
 * @param {(patch: Patch) => void} options.onCommit
 * @param {(isHeld: boolean) => void} options.onHold a slider is taken, and let go of
 * @param {() => void} options.onDraw somebody wants to draw points
 */
export function createControlPanel(groups, { texts, formats, onCommit, onHold, onDraw }) {
  const words = messageWords(texts, formats.verbatim);
  /** @type {Map<string, PanelField>} */
  const fields = new Map();
  /** @type {Config | null} */
  let shown = null;
  const ownPoints = () => /** @type {OwnPointsField} */ (fields.get('data'));
  // Own points are asked for where they go, not refused for want of them.
  const commit = (/** @type {Patch} */ patch) => {
    if (patch.dataset !== 'own' || shown?.data.length) return onCommit(patch);
    fields.get('dataset')?.update(/** @type {Config} */ (shown));
    ownPoints().invite();
  };
  for (const group of groups.all) {
    for (const entry of entriesOf(group.key)) {
      const field =
        entry.kind === 'points'
          ? new OwnPointsField({ entry, texts, words, onCommit, onDraw })
          : createField(entry, texts, commit, onHold);
      fields.set(entry.key, field);
      group.fill(field.element);
    }
  }
  groups.all.at(-1)?.fill(h('p', { class: 'controls-note' }, texts.restarts));

  return {
    ownPoints: ownPoints(),

    /** @param {Config} config */
    update(config) {
      shown = config;
      const idle = idleKeys(config);
      for (const [key, field] of fields) {
        field.update(config);
        const isIdle = idle.some((name) => name === key);
        setHidden(field.element, isIdle && key !== 'data');
      }
    },

    /**
     * Shows each message at its control, and clears the others.
     *
     * @param {readonly import('../state/types.js').ConfigError[]} errors
     */
    showErrors(errors) {
      for (const [key, field] of fields) {
        field.setError(errors.find((error) => error.key === key)?.say(words) ?? '');
      }
    },
  };
}

/**
 * @param {keyof typeof GROUPS} group
 * @returns {Entry[]} of the settings that it holds
 */
function entriesOf(group) {
  return SCHEMA.filter((entry) => GROUPS[group].some((member) => member === entry.group));
}

/**
 * @param {Entry} entry
 * @param {Texts} texts
 * @param {(patch: Patch) => void} onCommit
 * @param {(isHeld: boolean) => void} onHold
 * @returns {PanelField}
 */
function createField(entry, texts, onCommit, onHold) {
  const commit = (/** @type {string} */ text) => onCommit({ [entry.key]: text });
  const { label, help, choices } = settingWords(texts, entry);
  const common = { id: entry.attribute, label, hint: help, onCommit: commit };
  switch (entry.kind) {
    case 'integer':
    case 'number':
      return plain(
        entry,
        numberField({
          ...common,
          ...entry,
          ...numberExtras(entry, texts, commit),
          // Other settings leave the points where they are.
          onHold: entry.group === 'data' ? onHold : undefined,
        }),
      );
    case 'sizes':
      return plain(
        entry,
        layerEditor({
          id: entry.attribute,
          texts: { ...texts.layers, label },
          limits: {
            maxLayers: entry.maxItems,
            maxNeurons: entry.max,
            newNeurons: NEW_LAYER_NEURONS,
          },
          onCommit: commit,
        }),
      );
    case 'activations':
      return activationField(entry, texts, commit);
    case 'choice':
      return entry.key === 'preset'
        ? presetField(entry, texts, onCommit)
        : plain(entry, selectField({ ...common, choices }));
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
 * @param {import('../state/types.js').NumberEntry} entry
 * @param {Texts} texts
 * @param {(text: string) => void} commit
 */
function numberExtras(entry, texts, commit) {
  if (entry.key !== 'seed') return { stops: STOPS[entry.key]?.(entry) };
  const draw = () => commit(String(Math.floor(Math.random() * SEED_COUNT)));
  return { action: iconButton('dice', texts.newSeed, draw) };
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
function presetField(entry, texts, onCommit) {
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
  return {
    ...field,
    update(config) {
      current = config.preset;
      field.update(current);
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
