import { applyPatch, defaultConfig, needsNewExperiment, printQuery } from '../state/config.js';
import { withinLimit } from '../state/limit.js';
import { newsOf } from '../state/news.js';
import { problemOf } from '../state/problem.js';
import { loadPart } from '../worker/load-part.js';
import { Display } from './display.js';
import { Keeper } from './kept/keeper.js';
import { endHeadStart, hasHeadStart, takeClient } from './head-start.js';
import { playheadOf } from './links.js';
import { reflectAttributes } from './markup.js';
import { Playhead } from './playhead.js';
import { Saving } from './saving/saving.js';
import { Session } from './session.js';
import { sharedSettings } from './shared-settings.js';
import { Store } from './store.js';
import { watchVisibility } from './watch.js';

/** @import { Config, ConfigError } from '../state/types.js' */
/** @typedef {'controls' | 'outside' | 'link'} Origin of a change: the lab's own, the page, a linked lab */

/** What stands behind one `<moon-lab>`: brings settings in, and tells the page what has come of them. */
export class Lab {
  #host;
  #display;
  /** From the first look of its controls on. @type {import('./changes.js').Changes | null} */
  #changes = null;
  #link = '';
  #isOpened = false;
  /** Ends everything that watches the page, while connected. @type {AbortController | null} */
  #connection = null;
  store = new Store(defaultConfig());
  /** Shared with the labs that this one is linked with. */
  playhead = new Playhead();

  /** @param {HTMLElement} host */
  constructor(host) {
    const { store } = this;
    this.#host = host;
    this.session = new Session({ createClient: () => takeClient(host), store });
    this.keeper = new Keeper(this, host);
    this.saving = new Saving({
      session: this.session,
      keeper: this.keeper,
      adopt: (...record) => {
        this.#changes?.forget();
        this.#adopt(...record);
      },
      complain: (message) => this.#fire('error', { type: 'record', message }),
    });
    this.#display = new Display(host, this.#controls());
    this.playhead.join(this);
    store.listen((state, before) => {
      for (const [type, detail] of newsOf(state, before)) this.#fire(type, detail);
    });
  }

  /** What a change with its controls acts on. @returns {import('./changes.js').ChangedLab} */
  get #changed() {
    return {
      store: this.store,
      session: this.session,
      apply: (patch) => this.apply(patch, [], 'controls'),
      adopt: (config, trained) => this.#adopt(config, trained),
      settle: (before) => {
        this.#settle(before, 'controls', []);
        this.#tellConfig(before);
      },
      complain: (errors, origin) => {
        this.#complain(errors, origin);
        this.#fireErrors(errors);
      },
      pause: () => this.playhead.pause(),
    };
  }

  /** What its controls can do. @returns {import('./controls.js').Controls} */
  #controls() {
    const { store, saving, session, keeper } = this;
    return {
      store,
      saving,
      keeper,
      takeChanges: (Changes) => (this.#changes ??= new Changes(this.#changed)),
      commit: (patch, options) =>
        this.#changes ? this.#changes.commit(patch, options) : this.apply(patch, [], 'controls'),
      edit: async (changes) => this.#changes?.edit(changes),
      open: (run) => this.#changes?.open(run),
      life: () => this.#connection?.signal ?? AbortSignal.abort(),
      showAtOnce: (epoch) => this.playhead.showAtOnce(epoch),
      hold: (isHeld) => {
        session.holdBounds(isHeld);
        this.#surround({ isHeld });
      },
      results: {},
      ask: (question) => session.ask(question),
      point: (neuron) => this.#surround({ pointed: neuron }),
      train: () => this.playhead.train(),
      pause: () => this.playhead.pause(),
      step: () => this.playhead.step(1),
      reset: () => this.playhead.reset(),
      goto: (epoch, isPassing) => this.playhead.goto(epoch, isPassing),
    };
  }

  get state() {
    return this.store.state;
  }

  connect() {
    if (!this.#connection) this.#start((this.#connection = new AbortController()).signal);
    this.#display.follow();
  }

  /** @param {AbortSignal} signal ends every watch */
  #start(signal) {
    const onVisible = (/** @type {boolean} */ isVisible) => this.#surround({ isVisible });
    watchVisibility(this.#host, { onNear: () => this.#load(), onVisible }, signal);
    this.#display.start(signal);
    this.keeper.guard(true);
    this.#joinLink();
    if (hasHeadStart(this.#host) || this.state.config.loading === 'eager') this.#load();
  }

  /** Goes on in another document, once connected there. */
  moveToDocument() {
    this.#display.dress();
    this.#endWatches();
    this.#joinLink();
  }

  #endWatches() {
    this.#connection?.abort();
    this.#connection = null;
    this.keeper.guard(false);
    this.#surround({ isVisible: false });
  }

  /** Ends the worker and every watch; connecting again starts afresh. */
  disconnect() {
    this.#endWatches();
    // The labs that it was linked with go on.
    this.#joinLink();
    this.saving.cancel();
    this.#changes?.cancel();
    this.session.dispose();
    endHeadStart(this.#host);
  }

  /** @param {Partial<import('../state/lab-state.js').Surroundings>} changes */
  #surround(changes) {
    this.store.dispatch({ type: 'surround', changes });
  }

  /**
   * Starts its experiment; settled when that is there, or has failed. Training waits for nothing else.
   *
   * @param {{ again?: boolean }} [options] see Session
   */
  start(options) {
    return this.session.start(options);
  }

  /**
   * @param {unknown} model
   * @throws {TypeError} that says what is wrong with it; the lab stays as it was
   */
  async importModel(model) {
    const { readStartingModel } = await loadPart(() => import('../state/model-check.js'));
    const problem = problemOf(this.state.config);
    await this.session.importModel(readStartingModel('model', model, problem));
    this.#changes?.forget();
    await this.start();
  }

  /**
   * @param {unknown} record
   * @throws {TypeError} that says what is wrong with it; the lab stays as it was
   */
  async importRecord(record) {
    await this.saving.importRecord(record);
    await this.start();
  }

  /**
   * Changes settings.
   *
   * @param {unknown} patch
   * @param {ConfigError[]} foundErrors what reading the patch has already found
   * @param {Origin} origin
   */
  apply(patch, foundErrors, origin) {
    const before = this.state.config;
    const { config, errors: newErrors } = applyPatch(before, patch);
    const errors = [...foundErrors, ...newErrors];
    if (origin !== 'link') this.#complain(errors, origin);
    if (origin !== 'controls' && needsNewExperiment(before, config)) this.#changes?.forget();
    this.session.configure(config);
    this.#settle(before, origin, Object.keys(Object(patch)));
    this.#fireErrors(errors);
    this.#tellConfig(before);
  }

  /**
   * Goes on with what a record has brought.
   * @param {Config} config
   * @param {import('./again.js').Trained} trained
   */
  #adopt(config, trained) {
    const before = this.state.config;
    this.#display.endDrawing();
    this.#complain([], 'outside');
    this.session.adopt({ ...trained, config });
    this.#settle(before, 'outside', []);
    this.#tellConfig(before);
  }

  /**
   * @param {ConfigError[]} errors
   * @param {'controls' | 'outside'} origin
   */
  #complain(errors, origin) {
    this.#surround({ complaints: { controls: [], outside: [], [origin]: errors } });
  }

  /** @param {ConfigError[]} errors */
  #fireErrors(errors) {
    for (const { message } of errors) this.#fire('error', { type: 'config', message });
  }

  /**
   * Has markup and linked labs say what the settings are now.
   *
   * @param {Config} before
   * @param {Origin} origin
   * @param {string[]} named settings that may be written otherwise, or were refused
   */
  #settle(before, origin, named) {
    const { config } = this.state;
    reflectAttributes(
      this.#host,
      config,
      ({ key }) =>
        config.preset !== before.preset || config[key] !== before[key] || named.includes(key),
    );
    this.#joinLink();
    if (origin !== 'link') this.playhead.share(this, sharedSettings(config, before));
    // Whoever sets something may look at once at what it shows.
    this.store.flush();
  }

  /**
   * Takes over what a lab that this one is linked with has set.
   *
   * @param {Partial<Config>} settings
   */
  follow(settings) {
    this.apply(settings, [], 'link');
  }

  /** Goes with the labs that the setting names, as long as this one is in the page. */
  #joinLink() {
    const link = this.#connection ? this.state.config.link : '';
    if (link === this.#link) return;
    this.#link = link;
    this.playhead.leave(this);
    this.playhead = playheadOf(this.#host.ownerDocument, link);
    const { first } = this.playhead;
    this.playhead.join(this);
    if (first) this.follow(sharedSettings(first.store.state.config));
  }

  async #load() {
    await this.start();
    // Who only looks on is shown all of it first.
    await this.#display.whole;
    if (this.state.metrics?.epoch !== 0) return;
    const { at, autoplay, epochs } = this.state.config;
    const first = this.#isOpened ? 0 : at;
    this.#isOpened = true;
    if (first > 0) await this.playhead.goto(first);
    // Unless somebody has had enough on the way.
    const isThere = this.state.failure || this.state.metrics.epoch === withinLimit(first, epochs);
    if (autoplay && isThere) await this.playhead.train();
  }

  /** @param {Config} before */
  #tellConfig(before) {
    const { config } = this.state;
    if (printQuery(before) !== printQuery(config)) {
      this.#fire('configchange', structuredClone(config));
    }
  }

  /** @param {string} type @param {unknown} [detail] */
  #fire(type, detail) {
    this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
