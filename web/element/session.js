import { needsNewExperiment } from '../state/config.js';
import { errorOf, isOfBrowser, messageFrom } from '../state/messages.js';
import { Looking } from './looking.js';
import { joinLayers } from '../state/model.js';
import { stopOf } from '../state/reached.js';
import { Order } from './order.js';
import { Travel } from './travel.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../worker/client.js').Client} Client */
/** @typedef {import('../worker/protocol.js').Start} Start */

/**
 * One lab's experiment between store and worker: asks, and tells the store what has come of it. However fast
 * configurations come, there is one `create` under way, and after it the newest is taken up.
 */
export class Session {
  #createClient;
  #store;
  /** @type {Client | null} */
  #client = null;
  /** @type {Promise<void> | null} */
  #building = null;
  /** What is on its way back to epoch 0. @type {Promise<void>} */
  #resetting = Promise.resolve();
  /** Whether the worker's experiment is that of the configuration. */
  #isBuilt = false;
  /** With the part of the plane that is kept while a setting is dragged. @type {Start | undefined} */
  #held;
  /** With which the experiment was made, if with any. @type {Start | undefined} */
  #shown;
  #looking;
  #order = new Order();
  /** Counts experiments and resets, so that a late frame of a former run is known. */
  #run = 0;

  /**
   * @param {object} options
   * @param {() => Client} options.createClient
   * @param {import('./store.js').Store} options.store
   */
  constructor({ createClient, store }) {
    this.#createClient = createClient;
    this.#store = store;
    this.travel = new Travel(store, (use) => this.#request(use));
    this.#looking = new Looking(store, this.travel, (use) => this.#request(use));
  }

  get state() {
    return this.#store.state;
  }

  /**
   * Starts the worker and makes the first experiment; where that has been done, waits for it, and for one
   * that is on its way back to epoch 0.
   *
   * @param {{ again?: boolean }} [options] whether to try again where it has failed
   * @returns {Promise<void>} settled when it is there or has failed; never rejected
   */
  async start(options) {
    await this.#open(options);
    await this.#resetting;
  }

  /** @param {{ again?: boolean }} [options] */
  async #open({ again = false } = {}) {
    this.#client ??= this.#createClient();
    if (again && this.state.canRetry) await this.#rebuild(this.state.config);
    else if (this.state.status !== 'failed') await this.#build();
  }

  /**
   * @param {Config} config valid
   * @param {boolean} [isAnew] whether it begins anew; otherwise where it must
   */
  configure(config, isAnew = needsNewExperiment(this.state.config, config)) {
    if (this.#client && isAnew) this.#rebuild(config);
    else this.#store.dispatch({ type: 'configure', config });
  }

  /**
   * Keeps the part of the plane that is shown, while a setting is being dragged: what moves is then
   * the points, not the axes.
   *
   * @param {boolean} isHeld
   */
  holdBounds(isHeld) {
    const { config, description, metrics, outcome } = this.state;
    this.#held = isHeld && description ? { bounds: description.bounds } : undefined;
    if (this.#isStale && (metrics?.epoch === 0 || outcome > 0)) this.#rebuild(config);
  }

  get #isStale() {
    return this.#shown !== undefined && this.#held === undefined;
  }

  /** From now on frames are welcome, if the experiment is there and not at its end. */
  train() {
    this.#store.dispatch({ type: 'train' });
  }

  pause() {
    this.#store.dispatch({ type: 'pause' });
  }

  get mode() {
    return this.#client?.mode ?? 'worker';
  }

  /**
   * Asks for more epochs, as far as training goes.
   * @param {Omit<import('../worker/protocol.js').Advance, 'limit'>} how
   * @returns {Promise<() => void>} what takes the new frame over, unless another run has begun
   */
  async fetch(how) {
    const run = this.#run;
    const { isNext, end } = this.#order.frame();
    /** @type {import('../state/types.js').Frame | null} */
    let frame = null;
    await this.#request(async (client) => {
      frame = await client.advance({ ...how, ...stopOf(this.state), ...this.#looking.giveSpare() });
    });
    await isNext;
    return () => {
      if (frame && run === this.#run) this.#store.dispatch({ type: 'frame', frame });
      end();
    };
  }

  /**
   * Changes settings and parameters of the run at the epoch that it has come to, where the worker has it.
   *
   * @param {readonly import('../state/schedule.js').LiveChange[]} changes
   * @returns {Promise<{ epoch: number, before: Config } | null>} that epoch, and the configuration until
   *   then; null where the experiment has been replaced meanwhile
   * @throws {Error} that says what is not allowed; the run goes on as it was
   */
  async change(changes) {
    const client = await this.#ready();
    const run = this.#run;
    return this.#order.change(async (isNext) => {
      const reply = await client.change(changes);
      await isNext;
      if (run !== this.#run) return null;
      const { config: before } = this.state;
      this.#store.dispatch({ type: 'change', ...reply });
      return { epoch: reply.frame.metrics.epoch, before };
    });
  }

  reset() {
    this.#resetting = this.#goBack();
    return this.#resetting;
  }

  async #goBack() {
    await Promise.all([this.#open(), this.travel.stay()]);
    if (!this.#isBuilt) return this.#rebuild(this.state.config);
    this.pause();
    this.#run += 1;
    const run = this.#run;
    await this.#request(async (client) => {
      const frame = await client.reset();
      if (run === this.#run) this.#store.dispatch({ type: 'reset', frame });
    });
  }

  /**
   * @template T
   * @param {(client: Client) => Promise<T>} question about the network, that changes nothing
   * @returns {Promise<T>}
   */
  async ask(question) {
    return question(await this.#ready());
  }

  /**
   * @param {import('../state/model.js').StartingModel} model
   * @throws {Error} that says what is wrong with it; the experiment stays as it was
   */
  async importModel(model) {
    const client = await this.#ready();
    this.pause();
    const reply = await client.importModel(model);
    this.#run += 1;
    this.#store.dispatch({
      type: 'created',
      ...reply,
      imported: joinLayers(model.layers, model.layerSizes),
    });
  }

  /**
   * Goes on with an experiment that was trained apart, instead of the one that was here.
   *
   * @param {import('./again.js').Trained & { config: Config }} trained
   */
  adopt({ client, config, beginning, model, ...run }) {
    const former = this.#client;
    this.#client = client;
    former?.dispose();
    this.#building = null;
    this.#run += 1;
    this.#isBuilt = true;
    this.#shown = undefined;
    this.#looking.forget();
    this.#store.dispatch({ type: 'create', config });
    const imported = model ? joinLayers(model.layers, model.layerSizes) : undefined;
    this.#store.dispatch({ type: 'created', ...beginning, imported });
    if (run.frame !== beginning.frame) this.#store.dispatch({ type: 'frame', ...run });
  }

  /** Ends the worker. The session can be started again. */
  dispose() {
    this.#client?.dispose();
    this.#client = null;
    this.#building = null;
    this.#held = this.#shown = undefined;
    this.#isBuilt = false;
    this.#run += 1;
    this.#store.dispatch({ type: 'end' });
  }

  /** @param {Config} config */
  #rebuild(config) {
    this.#isBuilt = false;
    this.#store.dispatch({ type: 'create', config });
    return this.#build();
  }

  #build() {
    const client = this.#client;
    if (!client || this.#isBuilt) return Promise.resolve();
    this.#building ??= this.#buildNewest(client);
    return this.#building;
  }

  /** @param {Client} client */
  async #buildNewest(client) {
    while (client === this.#client && !this.#isBuilt && this.state.status !== 'failed') {
      await this.#request((one) => this.#make(one));
    }
    // At once: whoever hears that it is ready may already ask for another.
    if (client === this.#client) this.#building = null;
  }

  /**
   * @param {Client} client that is to have the experiment, unless another one is wanted meanwhile
   * @returns {Promise<void>}
   */
  async #make(client) {
    const { config } = this.state;
    const start = this.#held;
    this.#run += 1;
    const how = this.#looking.begin(this.travel.begin(start, client));
    const reply = await client.create(config, how);
    if (client !== this.#client) return;
    if (needsNewExperiment(config, this.state.config)) {
      const newest = this.#make(client);
      if (start) this.travel.pass(reply);
      return newest;
    }
    this.#shown = start;
    if (this.#isStale) return;
    this.#isBuilt = true;
    this.#store.dispatch({ type: 'created', ...reply });
    if (reply.arrived) this.travel.show(reply.arrived, start !== undefined);
  }

  /** @param {(client: Client) => Promise<void>} use a failure of the engine becomes a state */
  async #request(use) {
    const client = this.#client;
    if (!client) return;
    try {
      await use(client);
    } catch (error) {
      if (client === this.#client) this.#fail(error);
    }
  }

  /**
   * @returns {Promise<Client>}
   * @throws {Error} where there is no experiment to ask
   */
  async #ready() {
    await this.start();
    await this.travel.end;
    if (this.#client && this.#isBuilt) return this.#client;
    const { failure } = this.state;
    throw failure ? errorOf(Error, failure) : new Error('There is no experiment');
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#isBuilt = false;
    const failure = messageFrom(error);
    this.#store.dispatch({ type: 'fail', failure, isUnsupported: isOfBrowser(error) });
  }
}
