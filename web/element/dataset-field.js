import { DATASETS, datasetOf } from '../state/choices.js';
import { settingWords } from '../state/setting-words.js';
import { thumbnailField } from '../views/controls/thumbnail-field.js';
import { themeColors } from '../views/palette.js';
import { createThumbnail, drawPlus, drawThumbnail } from '../views/plane/thumbnail.js';

/** @import { PanelField } from './setting-fields.js' */
/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Points} Points */
/** @typedef {import('../state/lab-state.js').Scene} Scene */

/** So many points show a shape, drawn from this seed; the less noise, the better. */
const SAMPLES = 120;
const SEED = 4;
const NOISE_SHARE = 0.5;

/** What any lab of the page has asked for: they are the same in all. @type {Map<string, Promise<Points>>} */
const asked = new Map();

/**
 * The data sets as pictures of themselves. The engine makes their points, once it is there; those of
 * one's own are there already.
 *
 * @implements {PanelField}
 */
export class DatasetField {
  #field;
  #ask;
  /** By data set. @type {Map<string, SVGSVGElement>} */
  #pictures = new Map();
  /** The same. @type {Map<string, Points>} */
  #points = new Map();
  /** What somebody's own points are. @type {{ data: Config['data'], hasValues: boolean } | null} */
  #own = null;
  #theme = themeColors('light');
  #isAsked = false;

  /**
   * @param {object} options
   * @param {import('../state/types.js').ChoiceEntry} options.entry
   * @param {import('../languages/en.js').Texts} options.texts
   * @param {(dataset: string, isPassing: boolean) => void} options.onCommit
   * @param {import('./panel-section.js').SectionOptions['ask']} options.ask
   */
  constructor({ entry, texts, onCommit, ask }) {
    const { label, help, choices } = settingWords(texts, entry);
    this.#ask = ask;
    const thumbnails = choices.map((choice) => {
      const picture = createThumbnail();
      this.#pictures.set(choice.value, picture);
      return { ...choice, picture };
    });
    const groups = Object.entries(texts.datasetKinds).map(([kind, name]) => ({
      kind,
      name,
      choices: thumbnails.filter(({ value }) => kindOf(value) === kind),
    }));
    this.#field = thumbnailField({
      id: entry.attribute,
      label,
      hint: help,
      groups: groups.filter((group) => group.choices.length > 0),
      onCommit,
    });
  }

  get element() {
    return this.#field.element;
  }

  /** @param {string} message */
  setError(message) {
    this.#field.setError(message);
  }

  /** @param {Config} config */
  update({ dataset, data, problem }) {
    this.#field.update(dataset);
    const hasValues = problem === 'regression';
    if (data === this.#own?.data && hasValues === this.#own.hasValues) return;
    this.#own = { data, hasValues };
    if (data.length > 0) return this.#show('own', toPoints(data));
    this.#points.delete('own');
    drawPlus(/** @type {SVGSVGElement} */ (this.#pictures.get('own')));
  }

  /** @param {Scene} scene whose experiment is there, and the engine with it */
  show({ theme }) {
    this.#fetchOnce();
    if (this.#theme.name === theme) return;
    this.#theme = themeColors(theme);
    for (const dataset of this.#points.keys()) this.#draw(dataset);
  }

  #fetchOnce() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    for (const { name } of DATASETS) if (!isOwn(name)) this.#fetch(name);
  }

  /** @param {Config['dataset']} name */
  async #fetch(name) {
    const { suits = 0 } = datasetOf(name);
    const settings = { dataset: name, samples: SAMPLES, noise: NOISE_SHARE * suits, seed: SEED };
    const points = asked.get(name) ?? this.#ask((client) => client.points(settings));
    asked.set(name, points);
    try {
      this.#show(name, await points);
    } catch {
      // Whatever has failed is said where it concerns the experiment. The next one asks again.
      asked.delete(name);
      this.#isAsked = false;
    }
  }

  /**
   * @param {string} dataset
   * @param {Points} points
   */
  #show(dataset, points) {
    this.#points.set(dataset, points);
    this.#draw(dataset);
  }

  /** @param {string} dataset */
  #draw(dataset) {
    const picture = this.#pictures.get(dataset);
    const points = this.#points.get(dataset);
    if (!picture || !points) return;
    const kind = kindOf(dataset);
    const hasValues = kind === 'own' ? this.#own?.hasValues : kind === 'regression';
    drawThumbnail(picture, points, { hasValues: Boolean(hasValues), theme: this.#theme });
  }
}

/** @param {string} dataset */
function isOwn(dataset) {
  return datasetOf(dataset).settings.includes('data');
}

/**
 * @param {string} dataset
 * @returns {keyof import('../languages/en.js').Texts['datasetKinds']}
 */
function kindOf(dataset) {
  return isOwn(dataset) ? 'own' : datasetOf(dataset).kinds[0];
}

/**
 * @param {Config['data']} data
 * @returns {Points}
 */
function toPoints(data) {
  const column = (/** @type {0 | 1 | 2} */ index) =>
    Float64Array.from(data, (point) => point[index]);
  return { x1: column(0), x2: column(1), y: column(2) };
}
