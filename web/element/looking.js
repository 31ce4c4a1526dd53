import { lookOf } from '../state/look.js';

/** @typedef {import('../state/look.js').Look} Look */
/** @typedef {import('../worker/client.js').Client} Client */
/** @typedef {import('../worker/protocol.js').Start} Start */

/**
 * Keeps what the frames of an experiment show in step with what is to be seen. There is one question at a
 * time, and after it the newest.
 */
export class Looking {
  #store;
  #request;
  /** What the experiment has been told last. */
  #told = '';
  #isBusy = false;
  /** Points a side of a picture that nobody is in a hurry for. */
  #finest = 0;

  /**
   * @param {import('./store.js').Store} store
   * @param {(use: (client: Client) => Promise<void>) => Promise<void>} request asks the worker, and sees to
   *   failures
   */
  constructor(store, request) {
    this.#store = store;
    this.#request = request;
    store.listen(() => this.#follow());
  }

  /**
   * @param {Start | undefined} start of a new experiment
   * @returns {Start | undefined} with what its frames are to show from the first on, unless that goes
   *   without saying
   */
  begin(start) {
    const look = lookOf(this.#store.state);
    this.#told = print(look);
    this.#finest = 0;
    return start || look.maps > 0 || look.neuron ? { ...start, look } : undefined;
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
    const { description } = this.#store.state;
    await this.#request(async (client) => {
      const frame = await client.look(look);
      const isSame = description === this.#store.state.description;
      if (isSame) this.#store.dispatch({ type: 'look', frame });
    });
    this.#isBusy = false;
    this.#follow();
  }
}

/** @param {Look} look */
const print = ({ maps, neuron }) => `${maps} ${neuron?.layer} ${neuron?.neuron}`;
