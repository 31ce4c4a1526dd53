import { canGo } from '../state/lab-state.js';
import { withinLimit } from '../state/limit.js';
import { gotoBudget } from './pacing.js';

/** @typedef {import('../state/types.js').Frame} Frame */
/** @typedef {import('../worker/client.js').Client} Client */
/** @typedef {import('../worker/protocol.js').Start} Start */

/**
 * On the way to other epochs. However fast they come, while a slider is dragged, there is one request at a
 * time, and after it the newest epoch that is wanted.
 */
export class Travel {
  #store;
  #request;
  /** @type {{ epoch: number, isPassing: boolean } | null} */
  #wanted = null;
  /** @type {Promise<void> | null} */
  #way = null;

  /**
   * @param {import('./store.js').Store} store
   * @param {(use: (client: Client) => Promise<void>) => Promise<void>} request asks the worker, and sees to
   *   failures
   */
  constructor(store, request) {
    this.#store = store;
    this.#request = request;
  }

  get isUnderWay() {
    return this.#way !== null;
  }

  /** Settled when it is not under way. */
  get end() {
    return this.#way ?? Promise.resolve();
  }

  /**
   * Comes to an epoch, before or after the present one, if there is an experiment.
   *
   * @param {number} epoch
   * @param {boolean} [isPassing] whether another one will be wanted soon
   * @returns {Promise<void>} settled when it is there, or at one that has been wanted since
   */
  goto(epoch, isPassing = false) {
    if (!canGo(this.#store.state)) return this.end;
    this.#wanted = { epoch, isPassing };
    this.#way ??= this.#go();
    return this.#way;
  }

  /**
   * @param {Start | undefined} start of a new experiment, while a hand is moving
   * @param {Pick<Client, 'mode'>} client
   * @returns {Start | undefined} with the epoch that it is to come to at once, if to any
   */
  begin(start, { mode }) {
    const { outcome: epoch, config } = this.#store.state;
    if (epoch === 0) return start;
    const how = { limit: config.epochs, budgetMs: gotoBudget(mode, true) };
    return { ...start, outcome: { epoch, ...how, isPassing: start !== undefined } };
  }

  /**
   * @param {Frame} frame of the outcome, or of some of the way, which it goes on then
   * @param {boolean} isPassing
   */
  show(frame, isPassing) {
    this.#arrive(frame);
    const { status, outcome, config, failure } = this.#store.state;
    const isShort = frame.metrics.epoch < withinLimit(outcome, config.epochs) && !failure;
    if (status === 'paused' && isShort) this.goto(outcome, isPassing);
  }

  /** @param {import('../worker/protocol.js').Beginning} reply about what a hand has moved on from meanwhile */
  pass({ description, frame, arrived = frame }) {
    for (const one of new Set([frame, arrived]))
      this.#store.dispatch({ type: 'pass', description, frame: one });
  }

  /** Stays at the epoch that it has come to. */
  async stay() {
    this.#wanted = null;
    await this.#way;
  }

  async #go() {
    const { description } = this.#store.state;
    await this.#request(async (client) => {
      const isSame = () => {
        const { state } = this.#store;
        return state.description === description && state.status !== 'loading';
      };
      while (this.#wanted && isSame()) await this.#step(client, this.#wanted, isSame);
      // Where nobody wants it to go on, it stays.
      if (this.#store.state.travel && isSame()) this.#arrive(await client.frame());
    });
    this.#wanted = null;
    this.#tell(null);
    this.#way = null;
  }

  /**
   * @param {Client} client
   * @param {{ epoch: number, isPassing: boolean }} wanted
   * @param {() => boolean} isSame whether the experiment still is the one that it set out with
   */
  async #step(client, wanted, isSame) {
    const { epochs: limit } = this.#store.state.config;
    const budgetMs = gotoBudget(client.mode, wanted.isPassing);
    const how = { limit, budgetMs, isPassing: wanted.isPassing };
    const { epoch: at, frame } = await client.goto(wanted.epoch, how);
    if (!isSame()) return;
    if (frame) {
      if (this.#wanted === wanted) this.#wanted = null;
      this.#tell(null);
      this.#arrive(frame);
      return;
    }
    this.#tell({ epoch: wanted.epoch, at });
    // Promises alone would leave the page no moment to draw or to listen.
    if (client.mode === 'main') await new Promise((resolve) => setTimeout(resolve));
  }

  /** @param {Frame} frame */
  #arrive(frame) {
    this.#store.dispatch({ type: 'goto', frame });
  }

  /** @param {import('../state/lab-state.js').Travel | null} travel */
  #tell(travel) {
    this.#store.dispatch({ type: 'surround', changes: { travel } });
  }
}
