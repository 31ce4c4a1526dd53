import { ENGLISH } from '../languages/en.js';

/** @typedef {import('../languages/en.js').FirstTexts} FirstTexts */
/** @typedef {import('../languages/en.js').Texts} Texts */

const FOLDER = '../languages/';
/** Every catalogue but the English one, whose first part is always there: fetched once it is to be read. */
const CATALOGUES = /** @type {Record<string, () => Promise<Texts>>} */ (
  import.meta.glob(['../languages/*.js', '!../languages/en.js'], { import: 'default' })
);

/**
 * Adds a catalogue that does not come with the lab, such as one to try it out with.
 *
 * @param {string} tag as `lang` names it
 * @param {Texts} texts
 */
export function addLanguage(tag, texts) {
  CATALOGUES[`${FOLDER}${tag}.js`] = async () => texts;
}

/** The languages that there are, as `lang` names them. */
export const LANGUAGES = [
  'en',
  ...Object.keys(CATALOGUES).map((path) => path.slice(FOLDER.length, -3)),
];

/**
 * Keeps a lab's texts in the language of the place that it stands in: that of the nearest `lang`.
 */
export class Language {
  #host;
  #speak;
  #observer = new MutationObserver(() => this.#update());
  #tag = '';

  /**
   * @param {HTMLElement} host
   * @param {(texts: FirstTexts) => void} speak called when it is another language than before; English is
   *   where one begins
   */
  constructor(host, speak) {
    this.#host = host;
    this.#speak = speak;
  }

  /** To be called whenever the lab has come to another place. */
  follow() {
    this.end();
    for (const place of placesOf(this.#host)) {
      this.#observer.observe(place.getRootNode(), { subtree: true, attributeFilter: ['lang'] });
    }
    this.#update();
  }

  end() {
    this.#observer.disconnect();
  }

  async #update() {
    const tag = nearestLang(this.#host);
    if (tag === this.#tag) return;
    this.#tag = tag;
    const texts = await loadTexts(tag);
    if (tag === this.#tag) this.#speak(texts);
  }
}

/**
 * @param {string} tag such as "de-AT"
 * @returns {Promise<FirstTexts>} of this language, or of the nearest that there is: "de"; else English
 */
async function loadTexts(tag) {
  for (let parts = tag.toLowerCase().split('-'); parts.length > 0; parts = parts.slice(0, -1)) {
    const load = CATALOGUES[`${FOLDER}${parts.join('-')}.js`];
    // Where it cannot be fetched, the lab is readable all the same.
    if (load) return load().catch(() => ENGLISH);
  }
  return ENGLISH;
}

/**
 * @param {Element} element
 * @returns {string} what the nearest element around says its language is; empty where none does
 */
function nearestLang(element) {
  for (const place of placesOf(element)) {
    const found = place.closest('[lang]');
    if (found) return found.getAttribute('lang') ?? '';
  }
  return '';
}

/**
 * @param {Element} element
 * @returns {Generator<Element>} the element, and the hosts of the shadow trees around it
 */
function* placesOf(element) {
  /** @type {Element | null} */
  let place = element;
  while (place) {
    yield place;
    const root = place.getRootNode();
    place = root instanceof ShadowRoot ? root.host : null;
  }
}
