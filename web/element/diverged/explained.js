import { divergenceEpoch } from '../../state/moments.js';
import { messageFrom, isAbort } from '../../state/messages.js';
import { presentRun } from '../../state/present-run.js';
import { fold } from '../../views/controls/fold.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { loadPart } from '../../worker/load-part.js';
import { messageWords } from '../sentences.js';

/** @typedef {import('../../state/lab-state.js').LabState} LabState */

/**
 * @typedef {object} ExplainedOptions
 * @property {import('../../languages/en.js').Texts} texts
 * @property {import('../../views/text/formats.js').Formats} formats
 * @property {import('../change-words.js').ChangeWords} changeWords
 * @property {import('../controls.js').Controls} controls
 * @property {HTMLElement} after what it stands
 */

/**
 * Why a run has diverged, below the message that it has: found out when somebody asks. It stays, wherever in
 * the run one goes, until there is another run.
 */
export class Explained {
  #options;
  #status = h('p', { role: 'status' });
  #answer = h('div', { class: 'explained-answer' });
  #fold;
  #element;
  /** The settings of the run that it is about, and where that has diverged. */
  #subject = { config: '', last: -1 };
  /** What is under way. @type {AbortController | null} */
  #search = null;
  /** Whether the answer is there. */
  #isFound = false;

  /** @param {ExplainedOptions} options */
  constructor(options) {
    this.#options = options;
    this.#fold = fold(options.texts.explained.title, h('span'), this.#status, this.#answer);
    this.#fold.addEventListener('toggle', () => (this.#fold.open ? this.#find() : this.end()));
    this.#element = h('div', { class: 'explained', hidden: true }, this.#fold);
    options.after.after(this.#element);
  }

  /** @param {LabState} state */
  update({ status, config, history }) {
    const last = status === 'loading' ? null : divergenceEpoch(history.curves());
    const subject = { config: `${config.schedule} ${history.length}`, last: last ?? -1 };
    setHidden(this.#element, last === null);
    // Whoever trains on does not want to know now.
    const isLeft = status === 'training' && this.#search !== null;
    const isSame = subject.config === this.#subject.config && subject.last === this.#subject.last;
    if (isSame && !isLeft) return;
    this.#subject = subject;
    this.#isFound = false;
    this.#fold.open = false;
    this.end();
  }

  /** Ends the search, if there is one. */
  end() {
    this.#search?.abort();
    this.#search = null;
  }

  async #find() {
    if (this.#isFound || this.#search) return;
    const { texts, formats, controls } = this.#options;
    const { life, store } = controls;
    const search = new AbortController();
    this.#search = search;
    this.#answer.replaceChildren();
    const { last } = this.#subject;
    const say = (/** @type {string} */ text) => {
      if (this.#search === search) setText(this.#status, text);
    };
    say(texts.explained.searching);
    try {
      const { explain } = await loadPart(() => import('./explain.js'));
      const signal = AbortSignal.any([search.signal, life()]);
      const run = { ...presentRun(store.state), epoch: last };
      const children = await explain(run, { ...this.#options, signal });
      say('');
      this.#isFound = true;
      this.#answer.replaceChildren(...children);
    } catch (error) {
      if (!isAbort(error)) say(messageFrom(error)(messageWords(texts, formats.verbatim)));
    }
    if (this.#search === search) this.#search = null;
  }
}
