/** Where the device keeps it. Nothing leaves the device. */
const KEY = 'moonlab-lesson';

/**
 * @typedef {object} Kept
 * @property {Record<string, string>} answers by prediction
 * @property {'light' | 'dark' | 'auto'} [theme]
 */

/**
 * What the reader has answered, kept on the device. Where the browser keeps nothing, it lasts as
 * long as the page.
 */
export class Progress {
  /** @type {Kept} */
  #kept = read();
  #onChange = () => {};

  /** @param {string} prediction */
  answer(prediction) {
    return Object.hasOwn(this.#kept.answers, prediction)
      ? this.#kept.answers[prediction]
      : undefined;
  }

  /**
   * @param {string} prediction
   * @param {string} guess
   */
  setAnswer(prediction, guess) {
    this.#kept.answers[prediction] = guess;
    this.#write();
  }

  get theme() {
    return this.#kept.theme ?? 'auto';
  }

  set theme(theme) {
    this.#kept.theme = theme;
    this.#write();
  }

  forget() {
    this.#kept = { answers: {}, theme: this.#kept.theme };
    this.#write();
  }

  /** @param {() => void} onChange */
  watch(onChange) {
    this.#onChange = onChange;
  }

  #write() {
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#kept));
    } catch {
      // Full, or forbidden: then it is kept for this visit.
    }
    this.#onChange();
  }
}

/** @returns {Kept} */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const answers = Object.entries(kept.answers ?? {}).filter(
      (entry) => typeof entry[1] === 'string',
    );
    const theme = ['light', 'dark'].includes(kept.theme) ? kept.theme : undefined;
    return { answers: Object.fromEntries(answers), theme };
  } catch {
    return { answers: {} };
  }
}
