import { parseQuery, printQuery } from '../state/config.js';
import { statusOf } from '../state/news.js';
import { columnsIn, mapColumns } from '../state/metrics.js';
import { loadPart } from '../worker/load-part.js';
import { Lab } from './lab.js';
import {
  ATTRIBUTES,
  isReflected,
  misspeltAttributes,
  readAttributes,
  warnOfSwallowed,
} from './markup.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').ConfigError} ConfigError */
/** @typedef {import('../state/types.js').Metrics} Metrics */

/** Where pages are rendered without a browser there is none; the module can be imported there, too. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/**
 * `<moon-lab>`: the whole lab as one element.
 *
 * Settings can be given as attributes (`learning-rate="0.03"`), through {@link config}, through
 * {@link query} and with the lab's own controls; setting one shows in the others. What is not
 * allowed is reported, by a message in the lab and an `error` event, and the previous value stays.
 *
 * Any change of a setting that decides the digits makes a new experiment at epoch 0, and pauses; but
 * what its `schedule` can hold, the lab's own controls change while it trains, as entries of it.
 *
 * @fires ready the experiment is there
 * @fires progress it has come to another epoch, or weights were edited; `detail` is {@link metrics}
 * @fires finish training has come to the epoch limit
 * @fires goal the goal is reached, once a run; `detail` is `{ goal, metrics }`, of the first epoch
 *   at which it holds
 * @fires error `detail` is `{ type, message }`; type is `config`, `record`, `divergence` or `engine`
 * @fires configchange a setting has changed; `detail` is {@link config}
 */
export class MoonLabElement extends Base {
  static observedAttributes = ATTRIBUTES;

  #lab = new Lab(this);
  /** Attributes that may say something new. @type {Set<string>} */
  #changedAttributes = new Set();
  /** Names that need not be looked at for misspellings any more. @type {Set<string>} */
  #seenAttributes = new Set();
  /** Tells of attributes that are not observed. */
  #misspellings = new MutationObserver(() => this.#takeAttributes());

  connectedCallback() {
    this.#upgradeProperty('config');
    this.#upgradeProperty('query');
    this.#misspellings.observe(this, { attributes: true });
    // After this turn: whoever has just made the element may still be setting it up. And an element
    // that is only being moved comes back within the turn, and goes on.
    queueMicrotask(() => {
      this.#takeAttributes();
      if (!this.isConnected) return;
      this.#lab.connect();
      warnOfSwallowed(this);
    });
  }

  adoptedCallback() {
    this.#lab.moveToDocument();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#lab.disconnect();
    });
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (isReflected(this, name, this.#lab.state.config)) return;
    if (this.#changedAttributes.size === 0) queueMicrotask(() => this.#takeAttributes());
    this.#changedAttributes.add(name);
  }

  /**
   * All settings. Set to an object with some of them, which changes these; a `preset` among them
   * lays its values down first, `null` brings a setting back to its preset's value.
   *
   * @type {Config}
   */
  get config() {
    this.#takeAttributes();
    return structuredClone(this.#lab.state.config);
  }

  /** @param {import('../state/types.js').ConfigPatch} patch */
  set config(patch) {
    this.#takeAttributes();
    this.#apply(patch, []);
  }

  /** The settings as an address's query: empty, or `?` and what differs from the preset. */
  get query() {
    this.#takeAttributes();
    return printQuery(this.#lab.state.config);
  }

  set query(search) {
    this.#takeAttributes();
    const { patch, errors } = parseQuery(search);
    this.#apply(patch, errors);
  }

  /** `loading`, `ready`, `training`, `paused`, `finished` or `failed`. */
  get state() {
    return statusOf(this.#lab.state);
  }

  /** Of the current weights; null before the experiment is there. */
  get metrics() {
    const { metrics } = this.#lab.state;
    return metrics && { ...metrics };
  }

  /**
   * The metrics of every epoch up to the furthest that has been trained, one array each.
   *
   * @returns {{ [Name in keyof Metrics]: number[] }}
   */
  get history() {
    const curves = this.#lab.state.history.curves();
    return mapColumns((name) => Array.from(curves[name] ?? []), columnsIn(curves));
  }

  /**
   * The runs that are kept beside this one, in their order.
   *
   * @returns {import('./kept/keeping.js').GivenRun[]}
   */
  get runs() {
    return this.#lab.keeper.runs;
  }

  /** Trains until paused, finished or failed. Settled once training has begun. */
  train() {
    return this.#lab.playhead.train();
  }

  /** Settled once no more epochs will come. */
  pause() {
    return this.#lab.playhead.pause();
  }

  /**
   * Pauses, and trains exactly so many epochs.
   *
   * @param {number} [epochs]
   */
  step(epochs = 1) {
    return this.#lab.playhead.step(epochs);
  }

  /**
   * Comes to an epoch, before or after the present one, exactly as it was or will be; from there training
   * goes on with the same digits. Ends early at the limit of epochs, and where it diverges: it is paused
   * there, too, and finishes or fails when it is to train on.
   *
   * @param {number} epoch a whole number from 0
   * @returns {Promise<void>} settled when it is there; it is paused then, and ready at 0
   * @throws {RangeError} for anything else
   */
  goto(epoch) {
    return this.#lab.playhead.goto(epoch);
  }

  /** Back to epoch 0: the same data, the same initial weights. */
  reset() {
    return this.#lab.playhead.reset();
  }

  /**
   * @param {[number, number][]} points
   * @returns {Promise<number[] | number[][]>} probabilities of class 1; of three classes or more a list
   *   each, of all of them; where values are learned, these
   */
  predict(points) {
    return this.#lab.session.ask((client) => client.predict(points));
  }

  /**
   * What a neuron gives over the plane that the picture shows.
   *
   * @param {number} layer 0 is the inputs, 1 the first hidden layer, …; the output layer is one, too
   * @param {number} neuron counted from 1
   * @param {number} [resolution] points a side, 2 to 2000
   * @returns {Promise<Float64Array>} resolution² numbers, row by row from the lowest x2
   * @throws {RangeError} that says what came and what is allowed
   */
  async neuronMap(layer, neuron, resolution = 200) {
    const part = await loadPart(() => import('./neuron-map.js'));
    return part.neuronMap(this.#lab.session, layer, neuron, resolution);
  }

  /**
   * Keeps the run as it is at this moment beside the next ones, in curves and table: up to eight, until the
   * page is left.
   *
   * @param {string} [label] up to 40 characters; a letter where there is none
   * @throws {RangeError} where there are eight
   * @throws {TypeError} that says what the label is, and what is allowed
   */
  async keep(label) {
    await this.#lab.keeper.keep(label);
  }

  /**
   * Trains the lab's configuration, which goes on meanwhile, with every pair of values of two settings.
   *
   * @param {import('../state/sweep.js').Sweep & { signal?: AbortSignal }} options `x` and `y`, which may be
   *   missing, are `{ key, values }`; `seeds`, 1 to 1000, count up from the configuration's weight seed, on
   *   the same data; `epochs` to train for; `signal` cancels
   * @returns {Promise<import('../state/sweep.js').SweepResult[]>} one for each pair and seed, each with the
   *   metrics that it has alone: x varies fastest, then y, then the seed
   * @throws {TypeError | RangeError} that says what is not allowed, before anything is trained; an
   *   AbortError once it is cancelled
   */
  async sweep(options) {
    this.#takeAttributes();
    const { config } = this.#lab.state;
    const { sweepResults } = await loadPart(() => import('./trials/sweep.js'));
    return sweepResults(config, Object(options));
  }

  /** @returns {Promise<import('../state/model.js').Model>} the network as plain JSON */
  async exportModel() {
    const model = await this.#lab.session.ask((client) => client.exportModel());
    // Names may have changed since the worker was told of them.
    return { ...model, classNames: [...this.#lab.state.config.classNames] };
  }

  /**
   * Trains on from a network, at epoch 0.
   *
   * @param {unknown} model what exportModel() gave
   * @throws {TypeError} that names the field, what came and what is allowed; the lab stays as it was
   */
  importModel(model) {
    return this.#lab.importModel(model);
  }

  /**
   * The whole run as plain JSON: settings, metrics, history and weights. Training goes on meanwhile.
   *
   * @returns {Promise<import('../state/record.js').LabRecord>}
   */
  exportRecord() {
    return this.#lab.saving.exportRecord();
  }

  /**
   * Opens a record: its training is repeated and compared with it, then goes on from there. Until
   * then the lab goes on as it was, and so it does if the record is refused.
   *
   * @param {unknown} record what exportRecord() gave
   * @throws {TypeError} that names the field, what came and what is allowed
   */
  importRecord(record) {
    return this.#lab.importRecord(record);
  }

  #takeAttributes() {
    const errors = misspeltAttributes(this, this.#seenAttributes);
    if (this.#changedAttributes.size === 0 && errors.length === 0) return;
    const patch = readAttributes(this, this.#changedAttributes, this.#lab.state.config);
    this.#changedAttributes.clear();
    if (Object.keys(patch).length > 0 || errors.length > 0) this.#apply(patch, errors);
  }

  /**
   * @param {unknown} patch
   * @param {ConfigError[]} errors already found
   */
  #apply(patch, errors) {
    this.#lab.apply(patch, errors, 'outside');
  }

  /**
   * Takes over a property that was set before the element was defined.
   *
   * @param {'config' | 'query'} name
   */
  #upgradeProperty(name) {
    if (!Object.hasOwn(this, name)) return;
    const { [name]: value } = this;
    delete this[name];
    Object.assign(this, { [name]: value });
  }
}
