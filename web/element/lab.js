import { applyPatch, defaultConfig, printQuery } from '../state/config.js';
import { inEnglish } from '../state/messages.js';
import { reflectAttributes } from './attributes.js';
import { Display } from './display.js';
import { Goal } from './goal.js';
import { endHeadStart, hasHeadStart, takeClient } from './head-start.js';
import { playheadOf, sharedSettings } from './link.js';
import { Playhead } from './playhead.js';
import { Saving } from './saving/saving.js';
import { Session } from './session.js';
import { watchVisibility } from './visibility.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').ConfigError} ConfigError */
/** @typedef {import('../state/experiment.js').ExperimentState} ExperimentState */
/** @typedef {'controls' | 'outside' | 'link'} Origin of a change: the lab's own, the page, a linked lab */

/**
 * What stands behind one `<moon-lab>`: joins the experiment, the pictures and the controls.
 */
export class Lab {
  #host;
  #display;
  /** @type {Saving | null} */
  #saving = null;
  #link = '';
  goal = new Goal();
  /** Shared with the labs that this one is linked with. */
  playhead = new Playhead();
  isVisible = false;
  /** Ends everything that watches the page, while connected. @type {AbortController | null} */
  #connection = null;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    this.#display = new Display(host, this);
    this.session = new Session({
      createClient: () => takeClient(host),
      config: defaultConfig(),
      present: (beginning) => this.#display.present(beginning),
      onChange: (state, before) => this.#onChange(state, before),
    });
    this.playhead.join(this);
  }

  get drawing() {
    return this.#display.face.drawing;
  }

  get saving() {
    this.#saving ??= new Saving(this.#display.face, {
      session: this.session,
      adopt: (config, trained) => this.#adopt(config, trained),
      complain: (message) => this.#fire('error', { type: 'record', message }),
    });
    return this.#saving;
  }

  /** @returns {ExperimentState} */
  get state() {
    return this.session.state;
  }

  connect() {
    if (!this.#connection) this.#start((this.#connection = new AbortController()).signal);
    this.#display.follow();
  }

  /** @param {AbortSignal} signal ends every watch */
  #start(signal) {
    const onVisible = (/** @type {boolean} */ isVisible) => {
      this.isVisible = isVisible;
      this.playhead.refresh();
    };
    watchVisibility(this.#host, { onNear: () => this.#load(), onVisible }, signal);
    this.#display.start(signal);
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
    this.isVisible = false;
  }

  /** Ends the worker and every watch; connecting again starts afresh. */
  disconnect() {
    this.#endWatches();
    this.#saving?.cancel();
    this.session.dispose();
    endHeadStart(this.#host);
    this.#joinLink();
    this.#render();
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
    this.session.configure(config);
    this.#showConfig(before, errors, origin);
  }

  /**
   * Goes on with what a record has brought.
   * @param {Config} config
   * @param {import('./saving/replay.js').Trained} trained
   */
  #adopt(config, trained) {
    const before = this.state.config;
    if (this.drawing.isActive) this.drawing.cancel();
    this.session.adopt({ ...trained, config });
    this.#showConfig(before, [], 'outside');
  }

  /**
   * Makes page, controls and messages say what the settings are now.
   * @param {Config} before
   * @param {ConfigError[]} errors
   * @param {Origin} origin
   */
  #showConfig(before, errors, origin) {
    const { config } = this.state;
    reflectAttributes(this.#host, config);
    // Not with every frame: that would overwrite what somebody is typing while it trains.
    this.#display.showConfig(config);
    if (origin !== 'link') this.#display.showErrors(errors, origin);
    this.#joinLink();
    if (origin !== 'link') this.playhead.share(this, sharedSettings(config, before));
    this.#render();
    for (const { message } of errors) this.#fire('error', { type: 'config', message });
    if (printQuery(before) !== printQuery(config)) {
      this.#fire('configchange', structuredClone(config));
    }
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
    if (first) this.follow(sharedSettings(first.session.state.config));
  }

  async #load() {
    await this.session.start();
    if (this.state.config.autoplay && this.state.metrics?.epoch === 0) await this.playhead.train();
  }

  /**
   * @param {ExperimentState} state
   * @param {ExperimentState} before
   */
  #onChange(state, before) {
    const reached = this.goal.update(this.session);
    const isLoading = state.status === 'loading' && before.status !== 'loading';
    if (isLoading || state.description !== before.description) this.playhead.restart(this.session);
    this.#render();
    if (state.failure !== before.failure) this.#display.showMessages();
    if (state.metrics && before.metrics && state.metrics.epoch > before.metrics.epoch) {
      this.#fire('progress', { ...state.metrics });
    }
    if (reached) this.#fire('goal', reached);
    if (state.status !== before.status) this.#tellStatus(state);
  }

  /** @param {ExperimentState} state */
  #tellStatus({ status, failure }) {
    if (status === 'ready') this.#fire('ready');
    if (status === 'finished') this.#fire('finish');
    if (status === 'failed' && failure) {
      const type = this.session.frame?.diverged ? 'divergence' : 'engine';
      this.#fire('error', { type, message: inEnglish(failure) });
    }
  }

  #render() {
    this.#display.render();
    this.playhead.refresh();
  }

  /** Brings the buttons up to date. */
  showTransport() {
    this.#display.showTransport();
  }

  /** @param {string} type @param {unknown} [detail] */
  #fire(type, detail) {
    this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
