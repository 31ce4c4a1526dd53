import { messageFrom, isAbort } from '../../state/messages.js';
import { presentRun } from '../../state/present-run.js';
import { fold } from '../../views/controls/fold.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { loadPart } from '../../worker/load-part.js';
import { messageWords } from '../sentences.js';

/** @typedef {import('../../state/lab-state.js').Scene} Scene */
/** @typedef {import('./explain.js').ExplainedOptions} ExplainedOptions */

/**
 * Why a run has diverged, below the message that it has: found out when somebody asks. It stays, wherever in
 * the run one goes, until there is another run.
 */
export class Explained {
  #options;
  /** How far the search is: not read out, since it changes many times a second. */
  #progress = h('span', { class: 'fold-note' });
  #status = h('p', { role: 'status' });
  #answer = h('div', { class: 'explained-answer' });
  #fold;
  #element;
  /** The experiment that it is about, and the epoch at which that has diverged. */
  #subject = { description: /** @type {Scene['description'] | null} */ (null), last: -1 };
  /** What is under way. @type {AbortController | null} */
  #search = null;
  #isTraining = false;
  /** Whether the answer is there. */
  #isFound = false;

  /** @param {ExplainedOptions & { after: HTMLElement }} options after: what it stands below */
  constructor(options) {
    this.#options = options;
    this.#fold = fold(options.texts.explained.title, this.#progress, this.#status, this.#answer);
    this.#fold.addEventListener('toggle', () => (this.#fold.open ? this.#find() : this.end()));
    this.#element = h('div', { class: 'explained', hidden: true }, this.#fold);
    options.after.after(this.#element);
  }

  /** @param {Scene} scene */
  update({ status, description, divergence }) {
    const last = (status === 'loading' ? null : divergence) ?? -1;
    setHidden(this.#element, last < 0);
    const isSame = description === this.#subject.description && last === this.#subject.last;
    // Whoever trains on does not want to know now.
    const isLeft = status === 'training' && !this.#isTraining && this.#search !== null;
    this.#isTraining = status === 'training';
    if (isSame && !isLeft) return;
    // What has been opened in another language stays open in this one.
    const isFirst = this.#subject.description === null;
    this.#subject = { description, last };
    if (isFirst) {
      if (this.#fold.open) this.#find();
      return;
    }
    this.#isFound = false;
    this.#fold.open = false;
    this.end();
  }

  /** Ends the search, if there is one. */
  end() {
    this.#search?.abort();
    this.#search = null;
    setText(this.#progress, '');
  }

  async #find() {
    if (this.#isFound || this.#search || this.#subject.last < 0) return;
    const { texts, formats, controls } = this.#options;
    const { life, store } = controls;
    const search = new AbortController();
    this.#search = search;
    this.#answer.replaceChildren();
    const { last } = this.#subject;
    const { searching, trying, at } = texts.explained;
    setText(this.#status, searching);
    const onEpoch = (/** @type {number} */ epoch) => {
      if (this.#search === search) setText(this.#progress, at(formats.count(epoch)));
    };
    try {
      const { explain } = await loadPart(() => import('./explain.js'));
      const signal = AbortSignal.any([search.signal, life()]);
      const run = { ...presentRun(store.state), epoch: last };
      for await (const part of explain(run, { ...this.#options, signal, onEpoch })) {
        this.#answer.append(...part);
        setText(this.#status, trying);
      }
      this.#isFound = true;
      setText(this.#status, '');
    } catch (error) {
      // Whoever has ended it may have begun another.
      if (!isAbort(error)) {
        setText(this.#status, messageFrom(error)(messageWords(texts, formats.verbatim)));
      }
    }
    if (this.#search === search) this.end();
  }
}
