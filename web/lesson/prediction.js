/**
 * Predict, then run: the reader commits to an answer, and only then sees what the engine says. What has
 * been answered is kept.
 *
 * The question is a form of the page:
 *
 *     <form class="prediction" data-prediction="neuron-double" data-tolerance="0.05">
 *       … the question, and the field `guess`: a number, or radio buttons …
 *       <button disabled>Commit and run</button>
 *       <details> … why it is so … </details>
 *     </form>
 *
 * @module
 */
import { h } from '../views/dom.js';
import { failureText } from './failure.js';
import { sectionOf } from './sections.js';

/** @typedef {import('./page.js').Lesson} Lesson */
/** @typedef {import('./place.js').Outcome} Outcome */

/**
 * @typedef {object} Kept
 * @property {Record<string, string>} answers by prediction
 * @property {'light' | 'dark' | 'auto'} [theme]
 */

/** Where the device keeps the answers. Nothing leaves the device. */
const STORAGE_KEY = 'moonlab-lesson';

const TEXTS = {
  yours: 'You said',
  right: 'That is what happens.',
  near: 'Close.',
  wrong: 'Not what you expected? Good: here is something to learn.',
  running: 'Running…',
  again: 'Predict again',
};

/**
 * @param {Lesson} lesson
 * @param {Progress} progress
 */
export function setUpPredictions(lesson, progress) {
  for (const form of document.querySelectorAll('form[data-prediction]')) {
    new Prediction(/** @type {HTMLFormElement} */ (form), lesson, progress);
  }
}

class Prediction {
  #form;
  #lesson;
  #progress;
  #id;
  #button;
  #details;
  #outcome = h('div', { class: 'outcome', role: 'status' });

  /**
   * @param {HTMLFormElement} form
   * @param {Lesson} lesson
   * @param {Progress} progress
   */
  constructor(form, lesson, progress) {
    this.#form = form;
    this.#lesson = lesson;
    this.#progress = progress;
    this.#id = form.dataset.prediction ?? '';
    this.#button = /** @type {HTMLButtonElement} */ (form.querySelector('button'));
    this.#details = /** @type {HTMLDetailsElement} */ (form.querySelector('details'));
    this.#details.hidden = true;
    this.#details.before(this.#outcome);
    this.#button.disabled = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#commit(String(new FormData(form).get('guess') ?? ''));
    });
    this.#restore();
  }

  /** What was answered before stands in the field again; the run is the reader's to start. */
  #restore() {
    const guess = this.#progress.answer(this.#id);
    if (guess === undefined) return;
    const field = this.#form.elements.namedItem('guess');
    if (field instanceof RadioNodeList) field.value = guess;
    // Somebody else may have written to the storage: a field of numbers complains aloud of a word.
    // A hidden one takes any text; who reads it checks it.
    const isText = field instanceof HTMLInputElement && field.type === 'hidden';
    if (field instanceof HTMLInputElement && (isText || Number.isFinite(Number(guess)))) {
      field.value = guess;
    }
    this.#form.dataset.state = 'answered';
  }

  /** @param {string} guess */
  async #commit(guess) {
    if (this.#form.dataset.state === 'done') {
      this.#reopen();
      return;
    }
    this.#button.disabled = true;
    this.#outcome.replaceChildren(h('p', {}, TEXTS.running));
    try {
      const outcome = await this.#run(guess);
      this.#show(guess, outcome);
      this.#progress.setAnswer(this.#id, guess);
    } catch (error) {
      this.#outcome.replaceChildren(h('p', { class: 'wrong' }, failureText(error)));
    } finally {
      this.#button.disabled = false;
    }
  }

  /**
   * @param {string} guess
   * @returns {Promise<Outcome>}
   */
  async #run(guess) {
    const { engine, frames, theme } = this.#lesson;
    const [{ predictions }, loaded] = await Promise.all([sectionOf(this.#id), engine()]);
    return predictions[this.#id]({ engine: loaded, frames, theme, place: this.#form, guess });
  }

  /**
   * @param {string} guess
   * @param {Outcome} outcome
   */
  #show(guess, outcome) {
    const { text, picture, said = `${TEXTS.yours} ${this.#label(guess)}.` } = outcome;
    const { verdict, isRight } = this.#judge(guess, outcome);
    this.#outcome.replaceChildren(
      h('p', { class: 'answers' }, `${said} ${text}`),
      h('p', { class: isRight ? 'right' : 'wrong' }, verdict),
      ...(picture ? [picture] : []),
    );
    this.#details.hidden = false;
    this.#details.open = true;
    this.#setFields(true);
    this.#choice(String(outcome.result))?.toggleAttribute('data-happened', true);
    this.#form.dataset.state = 'done';
    this.#button.textContent = TEXTS.again;
  }

  #reopen() {
    this.#form.dataset.state = 'answered';
    this.#button.textContent = this.#button.dataset.label ?? 'Commit and run';
    this.#outcome.replaceChildren();
    this.#details.hidden = true;
    this.#setFields(false);
    this.#form.querySelector('[data-happened]')?.removeAttribute('data-happened');
    // For what is drawn rather than typed.
    this.#form.dispatchEvent(new Event('reopen'));
  }

  /** @param {boolean} isDisabled */
  #setFields(isDisabled) {
    for (const field of this.#form.querySelectorAll('input')) field.disabled = isDisabled;
  }

  /**
   * @param {string} guess
   * @param {Outcome} outcome
   */
  #judge(guess, { result, isRight: judged }) {
    if (typeof result === 'string' || judged !== undefined) {
      const isRight = judged ?? guess === result;
      return { isRight, verdict: isRight ? TEXTS.right : TEXTS.wrong };
    }
    const tolerance = Number(this.#form.dataset.tolerance);
    const distance = Math.abs(Number(guess) - result);
    if (distance <= tolerance / 10) return { isRight: true, verdict: TEXTS.right };
    if (distance <= tolerance) return { isRight: true, verdict: TEXTS.near };
    return { isRight: false, verdict: TEXTS.wrong };
  }

  /**
   * @param {string} guess
   * @returns {string} as the reader sees it
   */
  #label(guess) {
    const choice = this.#choice(guess);
    return choice ? `“${choice.textContent?.trim()}”` : guess;
  }

  /**
   * @param {string} value
   * @returns {Element | null | undefined} the label of the choice that has it; none where a number or a
   *   line is asked for
   */
  #choice(value) {
    return [...this.#form.querySelectorAll('input[type=radio]')]
      .find((input) => /** @type {HTMLInputElement} */ (input).value === value)
      ?.closest('label');
  }
}

/**
 * What the reader has answered, kept on the device. Where the browser keeps nothing, it lasts as
 * long as the page.
 */
export class Progress {
  /** @type {Kept} */
  #kept = readKept();
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
      localStorage.setItem(STORAGE_KEY, JSON.stringify(this.#kept));
    } catch {
      // Full, or forbidden: then it is kept for this visit.
    }
    this.#onChange();
  }
}

/** @returns {Kept} */
function readKept() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    const answers = Object.entries(kept.answers ?? {}).filter(
      (entry) => typeof entry[1] === 'string',
    );
    const theme = ['light', 'dark'].includes(kept.theme) ? kept.theme : undefined;
    return { answers: Object.fromEntries(answers), theme };
  } catch {
    return { answers: {} };
  }
}
