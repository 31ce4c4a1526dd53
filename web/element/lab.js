import { ENGLISH } from '../languages/en.js';
import { applyPatch, defaultConfig, printQuery } from '../state/config.js';
import { inEnglish } from '../state/messages.js';
import { mergeSettings } from '../state/record.js';
import { reflectAttributes } from './attributes.js';
import { Face } from './face.js';
import { Goal } from './goal.js';
import { HeadStart } from './head-start.js';
import { Language } from './language.js';
import { playheadOf, sharedSettings } from './link.js';
import { messageWords } from './message-words.js';
import { Playhead } from './playhead.js';
import { Saving } from './saving/saving.js';
import { Session } from './session.js';
import { statusText } from './status-text.js';
import { labStyleSheet } from './styles.js';
import { resolveTheme, watchPageTheme } from './theme.js';
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
  #headStart;
  #root;
  #language;
  #face;
  #goal = new Goal();
  #link = '';
  /** Shared with the labs that this one is linked with. */
  playhead = new Playhead();
  isVisible = false;
  /** What was not accepted of the last change that came from outside. @type {ConfigError[]} */
  #complaints = [];
  /** Ends everything that watches the page, while connected. @type {AbortController | null} */
  #connection = null;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    this.#headStart = new HeadStart(host);
    this.#root = host.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = [labStyleSheet()];
    this.#language = new Language(host, (texts) => this.#speak(texts));
    this.session = new Session({
      createClient: () => this.#headStart.takeClient(),
      config: defaultConfig(),
      onChange: (state, before) => this.#onChange(state, before),
    });
    this.#face = new Face(ENGLISH, this);
    this.saving = new Saving(this.#face, {
      session: this.session,
      adopt: (config, trained) => this.#adopt(config, trained),
      complain: (message) => this.#fire('error', { type: 'record', message }),
    });
    this.playhead.join(this);
    this.#showFace();
  }

  get drawing() {
    return this.#face.drawing;
  }

  /** @returns {ExperimentState} */
  get state() {
    return this.session.state;
  }

  connect() {
    if (!this.#connection) this.#start((this.#connection = new AbortController()).signal);
    this.#language.follow();
    this.#showTheme();
  }

  /** @param {AbortSignal} signal ends every watch */
  #start(signal) {
    const onVisible = (/** @type {boolean} */ isVisible) => {
      this.isVisible = isVisible;
      this.playhead.refresh();
    };
    watchVisibility(this.#host, { onNear: () => this.#load(), onVisible }, signal);
    watchPageTheme(() => this.#showTheme(), signal);
    this.#joinLink();
    if (this.#headStart.isReady || this.state.config.loading === 'eager') this.#load();
  }

  /** Ends the worker and every watch; connecting again starts afresh. */
  disconnect() {
    this.#connection?.abort();
    this.#connection = null;
    this.#language.end();
    this.isVisible = false;
    this.saving.cancel();
    this.session.dispose();
    this.#headStart.end();
    this.#joinLink();
    this.#render();
  }

  /**
   * Goes on in another language; the experiment does not notice.
   *
   * @param {import('../languages/en.js').Texts} texts
   */
  #speak(texts) {
    const former = this.#face;
    if (texts === former.texts) return;
    if (former.drawing.isActive) former.drawing.cancel();
    this.#face = new Face(texts, this);
    this.saving.speak(this.#face);
    this.#showFace();
    this.#face.takeOver(former);
  }

  #showFace() {
    const { view, elements } = this.#face;
    view.element.append(this.saving.element);
    this.#root.replaceChildren(...elements);
    view.showConfig(this.state.config);
    this.#showMessages();
    this.#showTheme();
    this.#render(this.session.history.rows());
  }

  /**
   * Changes settings. Complaints about controls stand at the control, all others above the picture.
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
   * Goes on with what a record has brought. What a page has set about its lab, it keeps.
   * @param {Config} recorded
   * @param {import('./saving/replay.js').Trained} trained
   */
  #adopt(recorded, trained) {
    const before = this.state.config;
    if (this.drawing.isActive) this.drawing.cancel();
    this.session.adopt({ ...trained, config: mergeSettings(recorded, before) });
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
    this.#face.view.showConfig(config);
    this.#showTheme();
    if (origin !== 'link') this.#showErrors(errors, origin);
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
    const reached = this.#goal.update(this.session);
    const isLoading = state.status === 'loading' && before.status !== 'loading';
    if (isLoading || state.description !== before.description) this.playhead.restart(this.session);
    this.#render();
    if (state.failure !== before.failure) this.#showMessages();
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

  /**
   * @param {ConfigError[]} errors
   * @param {Origin} origin
   */
  #showErrors(errors, origin) {
    this.#complaints = origin === 'outside' ? errors : [];
    this.#face.view.panel.showErrors(origin === 'controls' ? errors : []);
    this.#showMessages();
  }

  #showMessages() {
    const { failure } = this.state;
    const { texts, formats, view } = this.#face;
    const complaints = this.#complaints.map(({ say }) => say(messageWords(texts)));
    const last = failure?.(messageWords(texts, formats.verbatim));
    view.messages.show(last ? [...complaints, last] : complaints);
  }

  /**
   * Brings up to date what changes while an experiment trains.
   *
   * @param {Float64Array} [rows] the curves so far, for a new face
   */
  #render(rows) {
    const { status, description, config } = this.state;
    const { view, texts, formats, standIn, readouts } = this.#face;
    standIn.update(this.state);
    view.showStatus(status, statusText(this.state, texts, formats));
    this.#goal.show(config.goal, this.#face);
    if (description) view.numbers.showDescription(description);
    readouts.show(this.state);
    this.playhead.refresh();
    this.#draw(rows);
  }

  /** Brings the buttons up to date. */
  showTransport() {
    this.#face.view.transport.update({
      isTraining: this.playhead.isTraining,
      // While loading too: the click then holds as soon as the experiment is there.
      canTrain: this.playhead.isTraining || this.playhead.canTrain,
    });
  }

  #showTheme() {
    if (!this.#connection) return; // Nobody sees it, and styles that are asked for take time.
    const theme = resolveTheme(this.state.config.theme, this.#host);
    if (theme === this.#face.theme) return;
    this.#face.theme = theme;
    this.#draw();
  }

  /** @param {Float64Array} [rows] the curves so far, for a new face */
  #draw(rows) {
    const { config, description, status } = this.state;
    const { frame, history, initialParameters } = this.session;
    const { pictures, inside, theme } = this.#face;
    if (!description || !frame) return;
    const scene = { config, description, frame, theme };
    pictures.show(scene, rows);
    inside.show({ ...scene, status, history, initialParameters });
  }

  /** @param {string} type @param {unknown} [detail] */
  #fire(type, detail) {
    this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
