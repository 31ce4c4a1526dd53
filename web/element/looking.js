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
  #travel;
  #request;
  /** What the experiment has been told last. */
  #told = '';
  #isBusy = false;
  /** Maps that have been followed by others. @type {Float32Array | undefined} */
  #former;

  /**
   * @param {import('./store.js').Store} store
   * @param {import('./travel.js').Travel} travel
   * @param {(use: (client: Client) => Promise<void>) => Promise<void>} request asks the worker, and sees to
   *   failures
   */
  constructor(store, travel, request) {
    this.#store = store;
    this.#travel = travel;
    this.#request = request;
    store.listen(({ frame }, before) => {
      if (frame?.maps !== before.frame?.maps) this.#former = before.frame?.maps;
      this.#follow();
    });
  }

  /**
   * @param {Start | undefined} start of a new experiment
   * @returns {Start | undefined} with what its frames are to show from the first on, unless that goes
   *   without saying
   */
  begin(start) {
    const look = lookOf(this.#store.state);
    this.#told = print(look);
    return start || look.maps > 0 || look.neuron ? { ...start, look } : undefined;
  }

  /** @returns {Pick<import('../worker/protocol.js').Advance, 'spare'>} what whoever asks for a frame gives away */
  giveSpare() {
    const spare = this.#former;
    this.#former = undefined;
    return spare ? { spare } : {};
  }

  /** To be called when another experiment goes on, which shows what it has been told elsewhere. */
  forget() {
    this.#told = '';
  }

  #follow() {
    const { state } = this.#store;
    const { status, frame, isHeld, failure } = state;
    if (!frame || status === 'loading' || failure) return;
    // What it would show is on the way.
    if (this.#travel.isUnderWay) return void this.#travel.end.then(() => this.#follow());
    // Made in haste, it may lack the maps of what has been trained last.
    const isSketch = status !== 'training' && !isHeld && frame.isSketch;
    if (isSketch || print(lookOf(state)) !== this.#told) this.#tell(lookOf(state));
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
