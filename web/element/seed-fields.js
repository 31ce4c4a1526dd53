import { hasOwnPoints } from '../state/choices.js';
import { printText } from '../state/config.js';
import { newData, newWeights } from '../state/seeds.js';
import { iconButton } from '../views/controls/icons.js';
import { setAttribute } from '../views/dom.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../languages/en.js').Texts} Texts */
/** @typedef {import('./own-points.js').Patch} Patch */
/** @typedef {ReturnType<typeof import('../views/controls/number-field.js').numberField>} NumberField */

/**
 * The control of a setting.
 *
 * @typedef {object} PanelField
 * @property {HTMLElement} element
 * @property {(message: string) => void} setError
 * @property {(config: Config) => void} update
 */

/**
 * A button that draws other data, or other weights, and nothing else.
 *
 * @typedef {object} Dice
 * @property {HTMLButtonElement} element
 * @property {(config: Config) => void} update
 */

/**
 * @param {Texts} texts
 * @param {(patch: Patch) => void} onCommit
 * @returns {Dice}
 */
export function dataDice({ newSeed }, onCommit) {
  const dice = createDice(newSeed.data, (config) => onCommit(newData(config)));
  return {
    ...dice,
    update(config) {
      dice.update(config);
      // Of points of one's own, chance decides only which of them are for training.
      const name = hasOwnPoints(config) ? newSeed.split : newSeed.data;
      for (const attribute of ['aria-label', 'title']) setAttribute(dice.element, attribute, name);
    },
  };
}

/**
 * @param {Texts} texts
 * @param {(patch: Patch) => void} onCommit
 * @returns {Dice}
 */
export function weightDice({ newSeed }, onCommit) {
  return createDice(newSeed.weights, (config) => onCommit(newWeights(config)));
}

/**
 * @param {string} name
 * @param {(config: Config) => void} onPress
 * @returns {Dice}
 */
function createDice(name, onPress) {
  /** @type {Config | null} */
  let shown = null;
  return {
    element: iconButton('dice', name, () => shown && onPress(shown)),
    update(config) {
      shown = config;
    },
  };
}

/**
 * @param {PanelField} field
 * @param {Dice} dice that stands beside it
 * @returns {PanelField}
 */
export function withDice(field, dice) {
  return {
    ...field,
    update(config) {
      field.update(config);
      dice.update(config);
    },
  };
}

/**
 * Where the weights have no seed of their own, theirs is that of the data.
 *
 * @param {NumberField} field
 * @param {Texts} texts
 * @returns {PanelField}
 */
export function weightSeedField(field, { newSeed }) {
  return {
    ...field,
    update: ({ weightSeed, seed }) =>
      field.update(printText(weightSeed), newSeed.asData(printText(seed))),
  };
}
