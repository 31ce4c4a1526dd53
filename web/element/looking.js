import { lookOf } from '../state/look.js';

/** @typedef {import('../state/lab-state.js').LabState} LabState */
/** @typedef {import('../state/look.js').Look} Look */

/**
 * Keeps what the frames of an experiment show in step with what is to be seen. There is one question at a
 * time, and after it the newest.
 */
export class Looking {
  #store;
  #ask;
  /** What the experiment has been told last. */
  #told = '';
  #isBusy = false;
  /** Points a side of a picture that nobody is in a hurry for. */
  #finest = 0;

  /**
   * @param {import('./store.js').Store} store
   * @param {(look: Look) => Promise<void>} ask has the experiment show something else, now too
   */
  constructor(store, ask) {
    this.#store = store;
    this.#ask = ask;
    store.listen(() => this.#follow());
  }

  /** @returns {Look} what the frames of a new experiment are to show from the first on */
  begin() {
    const look = lookOf(this.#store.state);
    this.#told = print(look);
    this.#finest = 0;
    return look;
  }

  /** To be called when another experiment goes on, which shows what it has been told elsewhere. */
  forget() {
    this.#told = '';
    this.#finest = 0;
  }

  #follow() {
    const { state } = this.#store;
    const { status, frame } = state;
    if (!frame || status === 'loading' || status === 'failed') return;
    this.#finest = Math.max(this.#finest, frame.resolution);
    const isCoarse = status !== 'training' && frame.resolution < this.#finest;
    if (isCoarse || print(lookOf(state)) !== this.#told) this.#tell(lookOf(state));
  }

  /** @param {Look} look */
  async #tell(look) {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#told = print(look);
    await this.#ask(look);
    this.#isBusy = false;
    this.#follow();
  }
}

/** @param {Look} look */
const print = ({ maps, neuron }) => `${maps} ${neuron?.layer} ${neuron?.neuron}`;
