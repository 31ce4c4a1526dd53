import { needsNewExperiment } from '../state/config.js';
import { initialState, reduce } from '../state/experiment.js';
import { History } from '../state/history.js';
import { errorOf } from '../state/messages.js';
import { HeldBounds } from './held-bounds.js';
import { isOfBrowser, messageFrom } from './inside/errors.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Frame} Frame */
/** @typedef {import('../state/experiment.js').ExperimentState} ExperimentState */
/** @typedef {import('../state/experiment.js').ExperimentEvent} ExperimentEvent */
/** @typedef {import('../worker/client.js').Client} Client */
/** @typedef {import('../worker/protocol.js').Beginning} Beginning */

/**
 * One lab's experiment between page and worker: sends requests, keeps the latest frame, the curves
 * and the state. Draws nothing.
 *
 * Configuration changes come faster than experiments can be made, while a slider is dragged: there
 * is at most one `create` under way, and after it the newest configuration is taken up.
 */
export class Session {
  #createClient;
  #present;
  #onChange;
  /** @type {Client | null} */
  #client = null;
  /** @type {ExperimentState} */
  #state;
  /** @type {Frame | null} */
  #frame = null;
  #history = new History();
  /** What the network began with, drawn or imported. @type {Float64Array | null} */
  #initialParameters = null;
  #isImported = false;
  /** @type {Promise<void> | null} */
  #building = null;
  /** Whether the worker's experiment is that of the configuration. */
  #isBuilt = false;
  /** What the picture keeps to until it is let go of, and what it shows of that. */
  #bounds = new HeldBounds();
  /** Counts experiments and resets, so that a late frame of a former run is known. */
  #run = 0;

  /**
   * @param {object} options
   * @param {() => Client} options.createClient
   * @param {Config} options.config
   * @param {(beginning: Beginning) => Promise<void>} [options.present] shows what comes, before it counts
   * @param {(state: ExperimentState, before: ExperimentState) => void} options.onChange
   */
  constructor({ createClient, config, present = async () => {}, onChange }) {
    this.#createClient = createClient;
    this.#present = present;
    this.#onChange = onChange;
    this.#state = initialState(config);
  }

  get state() {
    return this.#state;
  }

  get history() {
    return this.#history;
  }

  /** The latest frame; null until the first experiment is there. */
  get frame() {
    return this.#frame;
  }

  /** What the network had at epoch 0; null until the first experiment is there. */
  get initialParameters() {
    return this.#initialParameters;
  }

  /** The imported parameters that the run began with; null where they were drawn. */
  get imported() {
    return this.#isImported ? this.#initialParameters : null;
  }

  /**
   * Starts the worker and makes the first experiment; where that has been done, waits for it.
   *
   * @param {{ again?: boolean }} [options] whether to try again where it has failed
   * @returns {Promise<void>} settled when it is there or has failed; never rejected
   */
  async start({ again = false } = {}) {
    this.#client ??= this.#createClient();
    if (again && this.#state.canRetry) await this.#rebuild(this.#state.config);
    else if (this.#state.status !== 'failed') await this.#build();
  }

  /** @param {Config} config valid */
  configure(config) {
    const isNew = needsNewExperiment(this.#state.config, config);
    if (isNew && this.#client) this.#rebuild(config);
    else this.#dispatch({ type: 'configure', config });
  }

  /**
   * Keeps the part of the plane that is shown, while a setting is being dragged: what moves is then
   * the points, not the axes.
   *
   * @param {boolean} isHeld
   */
  holdBounds(isHeld) {
    const { config, description, metrics } = this.#state;
    this.#bounds.held = isHeld ? description?.bounds : undefined;
    if (this.#bounds.isStale && metrics?.epoch === 0) this.#rebuild(config);
  }

  /** From now on frames are welcome, if the experiment is there and not at its end. */
  train() {
    this.#dispatch({ type: 'train' });
  }

  pause() {
    this.#dispatch({ type: 'pause' });
  }

  /** Where the training runs. */
  get mode() {
    return this.#client?.mode ?? 'worker';
  }

  /**
   * Asks for more epochs, up to the limit of epochs.
   * @param {Omit<import('../worker/protocol.js').Advance, 'limit'>} how
   * @returns {Promise<() => void>} what takes the new frame over, unless the experiment has been
   *   replaced meanwhile
   */
  async fetch(how) {
    const run = this.#run;
    /** @type {Frame | null} */
    let frame = null;
    await this.#request(async (client) => {
      frame = await client.advance({ ...how, limit: this.#state.config.epochs });
    });
    return () => {
      if (frame && run === this.#run) this.#take(frame);
    };
  }

  async reset() {
    await this.start();
    if (!this.#isBuilt) return this.#rebuild(this.#state.config);
    this.pause();
    this.#run += 1;
    const run = this.#run;
    await this.#request(async (client) => {
      const frame = await client.reset();
      if (run === this.#run) this.#begin({ type: 'reset', frame });
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
   * @param {unknown} model
   * @throws {Error} that says what is wrong with it; the experiment stays as it was
   */
  async importModel(model) {
    const client = await this.#ready();
    this.pause();
    const reply = await client.importModel(model);
    this.#run += 1;
    this.#isImported = true;
    this.#begin({ type: 'created', ...reply });
  }

  /**
   * Goes on with an experiment that was trained apart, instead of the one that was here.
   *
   * @param {import('./saving/replay.js').Trained & { config: Config }} trained
   */
  adopt({ client, config, beginning, isImported, frame, history }) {
    const former = this.#client;
    this.#client = client;
    former?.dispose();
    this.#building = null;
    this.#run += 1;
    this.#isBuilt = true;
    this.#bounds.shown = undefined;
    this.#isImported = isImported;
    this.#dispatch({ type: 'create', config });
    this.#begin({ type: 'created', ...beginning });
    this.#history = history;
    if (frame === beginning.frame) return;
    this.#frame = frame;
    this.#dispatch({ type: 'frame', frame });
  }

  /** Ends the worker. The session can be started again. */
  dispose() {
    this.#client?.dispose();
    this.#client = null;
    this.#building = null;
    this.#bounds = new HeldBounds();
    this.#isBuilt = false;
    this.#run += 1;
    this.#state = { ...initialState(this.#state.config) };
  }

  /** @param {Config} config */
  #rebuild(config) {
    this.#isBuilt = false;
    this.#dispatch({ type: 'create', config });
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
    while (client === this.#client && !this.#isBuilt && this.#state.status !== 'failed') {
      const { config } = this.#state;
      const bounds = this.#bounds.held;
      this.#run += 1;
      try {
        const reply = await client.create(config, bounds);
        await this.#present(reply);
        if (client !== this.#client || needsNewExperiment(config, this.#state.config)) continue;
        this.#bounds.shown = bounds;
        if (this.#bounds.isStale) continue;
        this.#isBuilt = true;
        this.#isImported = false;
        this.#begin({ type: 'created', ...reply });
      } catch (error) {
        if (client === this.#client) this.#fail(error);
      }
    }
    // At once: whoever hears that it is ready may already ask for another.
    if (client === this.#client) this.#building = null;
  }

  /** @param {Extract<ExperimentEvent, { type: 'created' | 'reset' }>} event */
  #begin(event) {
    this.#frame = event.frame;
    this.#initialParameters = event.frame.parameters;
    this.#history.clear();
    this.#history.append(event.frame.history);
    this.#dispatch(event);
  }

  /** @param {Frame} frame */
  #take(frame) {
    this.#frame = frame;
    this.#history.append(frame.history);
    this.#dispatch({ type: 'frame', frame });
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
    if (this.#client && this.#isBuilt) return this.#client;
    const { failure } = this.#state;
    throw failure ? errorOf(Error, failure) : new Error('There is no experiment');
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#isBuilt = false;
    const failure = messageFrom(error);
    this.#dispatch({ type: 'fail', failure, isUnsupported: isOfBrowser(error) });
  }

  /** @param {ExperimentEvent} event */
  #dispatch(event) {
    const before = this.#state;
    this.#state = reduce(before, event);
    this.#onChange(this.#state, before);
  }
}
