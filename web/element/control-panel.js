import { h, setHidden } from '../views/dom.js';
import { controlFold } from '../views/controls/fold.js';
import { scheduleList } from '../views/controls/schedule-list.js';
import { datasetOf } from '../state/choices.js';
import { withoutChoice } from '../state/applies.js';
import { parseSchedule } from '../state/schedule.js';
import { entryOfKey } from '../state/schema.js';
import { GROUPS } from './control-groups.js';
import { DatasetField } from './dataset-field.js';
import { outcomeField } from './outcome-field.js';
import { OwnPointsField } from './own-points.js';
import { messageWords } from './sentences.js';
import { createField, presetField } from './setting-fields.js';
import { summaryOf } from './summary.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Entry} Entry */
/** @typedef {import('../languages/en.js').Texts} Texts */
/** @typedef {import('./own-points.js').Patch} Patch */
/** @typedef {import('./change-words.js').ChangeWords} ChangeWords */

/**
 * Every setting of the experiment, made from the schema: fills the groups.
 *
 * @param {import('./control-groups.js').ControlGroups} groups
 * @param {object} options
 * @param {Texts} options.texts
 * @param {import('../views/text/formats.js').Formats} options.formats
 * @param {(patch: Patch, options?: { isPassing: boolean }) => void} options.onCommit
 * @param {(change: import('../state/schedule.js').Change) => void} options.onRemove of a change during the
 *   run
 * @param {ChangeWords} options.changeWords
 * @param {(epoch: number) => void} options.onOutcome it is to be shown at once; 0: none
 * @param {(isHeld: boolean) => void} options.onHold a slider is taken, and let go of
 * @param {() => void} options.onDraw somebody wants to draw points
 * @param {import('./panel-section.js').SectionOptions['ask']} options.ask of the worker
 */
export function createControlPanel(groups, options) {
  const { texts, formats, changeWords, onCommit, onRemove, onOutcome, onHold, onDraw, ask } =
    options;
  const words = messageWords(texts, formats.verbatim);
  /** @type {Map<keyof Config, import('./seed-fields.js').PanelField>} */
  const fields = new Map();
  /** @type {Config | null} */
  let shown = null;
  const dataset = () => /** @type {DatasetField} */ (fields.get('dataset'));
  const ownPoints = () => /** @type {OwnPointsField} */ (fields.get('data'));
  const commitDataset = (/** @type {string} */ name, /** @type {boolean} */ isPassing) => {
    if (name !== 'own' || shown?.data.length) return onCommit(withSuitingNoise(name));
    // Own points are asked for where they go, not refused for want of them.
    fields.get('dataset')?.update(/** @type {Config} */ (shown));
    ownPoints().invite({ isPassing });
  };
  /** @type {(key: keyof Config) => HTMLElement} */
  const create = (key) => {
    const entry = /** @type {Entry} */ (entryOfKey(key));
    const field = createOwn(entry) ?? createField(entry, texts, onCommit, onHold);
    fields.set(key, field);
    return field.element;
  };
  const createOwn = (/** @type {Entry} */ entry) => {
    if (entry.kind === 'points') {
      // Whether their last column is a class or a value, nobody can tell but who brings them.
      const problem = create('problem');
      return new OwnPointsField({ entry, texts, words, problem, onCommit, onDraw });
    }
    if (entry.kind !== 'choice') return null;
    if (entry.key === 'preset') return presetField(entry, texts, onCommit);
    if (entry.key === 'dataset')
      return new DatasetField({ entry, texts, onCommit: commitDataset, ask });
    return null;
  };
  const folds = groups.all.flatMap((group) => fillGroup(group, texts, create));
  const schedule = scheduleList({ texts: texts.changes });
  const outcome = outcomeField({ texts: texts.outcome, words, onShow: onOutcome });
  groups.all
    .at(-1)
    ?.fill(outcome.element, schedule.element, h('p', { class: 'controls-note' }, texts.restarts));
  /** @type {string | null} */
  let listed = null;
  const list = (/** @type {Config} */ config) => {
    if (config.schedule === listed) return;
    listed = config.schedule;
    const changes = parseSchedule(listed);
    schedule.update(
      changes.map((change) => ({
        text: changeWords.ofEntry(change),
        onRemove: () => onRemove(change),
      })),
    );
  };

  return {
    ownPoints: ownPoints(),

    /**
     * @param {Config} config with the settings in force
     * @param {number} epoch that is shown at once
     */
    update(config, epoch) {
      shown = config;
      outcome.update(epoch);
      list(config);
      const missing = withoutChoice(config);
      for (const [key, field] of fields) {
        field.update(config);
        setHidden(field.element, missing.has(key) && key !== 'data');
      }
      const summary = summaryOf(config, texts, formats);
      for (const { key, keys, element, setSummary } of folds) {
        setSummary(texts.foldSummary[key](summary));
        setHidden(
          element,
          keys.every((one) => missing.has(one)),
        );
      }
    },

    /** @param {import('../state/lab-state.js').Scene} scene */
    show(scene) {
      dataset().show(scene);
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
 * @param {import('./control-groups.js').ControlGroups['all'][number]} group
 * @param {Texts} texts
 * @param {(key: keyof Config) => HTMLElement} create makes a setting's control
 * @returns the folds in it
 */
function fillGroup(group, texts, create) {
  return GROUPS[group.key].flatMap((member) => {
    if (typeof member === 'string') {
      group.fill(create(member));
      return [];
    }
    const { fold: key, keys } = member;
    const fold = controlFold({ id: key, title: texts.folds[key], fields: keys.map(create) });
    group.fill(fold.element);
    return [{ ...fold, key, keys }];
  });
}

/**
 * Who chooses a data set by hand wants to see one that can be learned, and has to be.
 *
 * @param {string} dataset
 * @returns {Patch}
 */
function withSuitingNoise(dataset) {
  const { suits } = datasetOf(dataset);
  return { dataset, ...(suits !== undefined && { noise: suits }) };
}
