import { applyPatch, defaultConfig, printQuery } from '../state/config.js';
import { canTrain } from '../state/experiment.js';
import { mergeSettings } from '../state/record.js';
import { createFormats } from '../views/formats.js';
import { createClient } from '../worker/client.js';
import { reflectAttributes } from './attributes.js';
import { Drawing } from './drawing.js';
import { goalText } from './goal-text.js';
import { GoalWatch } from './goal-watch.js';
import { Inside } from './inside/inside.js';
import { createLabView } from './lab-view.js';
import { Pacing } from './pacing.js';
import { Pictures } from './pictures.js';
import { Saving } from './saving/saving.js';
import { Session } from './session.js';
import { statusText } from './status-text.js';
import { labStyleSheet } from './styles.js';
import { ENGLISH } from './texts.js';
import { resolveTheme, watchSystemTheme } from './theme.js';
import { watchVisibility } from './visibility.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').ConfigError} ConfigError */
/** @typedef {import('../state/experiment.js').ExperimentState} ExperimentState */

/**
 * What stands behind one `<moon-lab>`: joins the experiment, the pictures and the controls.
 */
export class Lab {
  #host;
  #texts = ENGLISH;
  #formats = createFormats(ENGLISH);
  #view;
  #pictures;
  #drawing;
  #inside;
  #pacing;
  /** What was not accepted of the last change that came from outside. @type {string[]} */
  #complaints = [];
  #goal = new GoalWatch();
  #isVisible = false;
  /** Ends everything that watches the page, while connected. @type {AbortController | null} */
  #connection = null;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    this.#view = createLabView({
      texts: this.#texts,
      formats: this.#formats,
      actions: this.#actions(),
    });
    this.#pictures = new Pictures(this.#view, this.#texts);
    this.#drawing = new Drawing({
      view: this.#view,
      texts: this.#texts.drawing,
      show: (points) => this.#pictures.showDrawn(points),
      commit: (patch) => this.apply(patch, [], 'controls'),
    });
    this.#pictures.plane.onPress = (place) => this.#drawing.add(place);
    this.#inside = new Inside({
      texts: this.#texts,
      formats: this.#formats,
      ask: (question) => this.session.ask(question),
      commit: (patch) => this.apply(patch, [], 'controls'),
    });
    this.session = new Session({
      createClient,
      config: defaultConfig(),
      onChange: (state, before) => this.#onChange(state, before),
    });
    this.saving = new Saving({
      texts: this.#texts,
      formats: this.#formats,
      session: this.session,
      adopt: (config, trained) => this.#adopt(config, trained),
      complain: (message) => this.#fire('error', { type: 'record', message }),
    });
    this.#view.element.append(this.#inside.element, this.saving.element);
    this.#pacing = new Pacing(() => this.session.advance());
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [labStyleSheet()];
    root.append(this.#view.element);
    this.#view.showConfig(this.state.config);
    this.#render();
  }

  /** @returns {import('./lab-view.js').LabActions} what the controls do */
  #actions() {
    return {
      commit: (patch) => this.apply(patch, [], 'controls'),
      toggle: () =>
        this.state.status === 'training'
          ? this.session.pause()
          : this.#drawing.finish() && this.session.train(),
      // Points that are being drawn are meant to be trained on.
      step: () => this.#drawing.finish() && this.session.step(1),
      reset: () => this.session.reset(),
      draw: () => {
        this.session.pause();
        this.#drawing.start();
      },
      drawing: {
        onClass: (label) => this.#drawing.choose(label),
        onUndo: () => this.#drawing.undo(),
        onClear: () => this.#drawing.clear(),
        onDone: () => this.#drawing.finish(),
        onCancel: () => this.#drawing.cancel(),
      },
    };
  }

  /** @returns {ExperimentState} */
  get state() {
    return this.session.state;
  }

  connect() {
    if (this.#connection) return;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const watchers = {
      onNear: () => this.#start(),
      onVisible: (/** @type {boolean} */ isVisible) => {
        this.#isVisible = isVisible;
        this.#pace();
      },
    };
    watchVisibility(this.#host, watchers, signal);
    watchSystemTheme(() => this.#draw(), signal);
    if (this.state.config.loading === 'eager') this.#start();
  }

  /** Ends the worker and every watch; connecting again starts afresh. */
  disconnect() {
    this.#connection?.abort();
    this.#connection = null;
    this.#isVisible = false;
    this.saving.cancel();
    this.session.dispose();
    this.#render();
  }

  /**
   * Changes settings. Complaints about controls stand at the control, all others above the picture.
   *
   * @param {unknown} patch
   * @param {ConfigError[]} foundErrors what reading the patch has already found
   * @param {'controls' | 'outside'} origin
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
   *
   * @param {Config} recorded
   * @param {import('./saving/replay.js').Trained} trained
   */
  #adopt(recorded, trained) {
    const before = this.state.config;
    if (this.#drawing.isActive) this.#drawing.cancel();
    this.session.adopt({ ...trained, config: mergeSettings(recorded, before) });
    this.#showConfig(before, [], 'outside');
  }

  /**
   * Makes page, controls and messages say what the settings are now.
   *
   * @param {Config} before
   * @param {ConfigError[]} errors
   * @param {'controls' | 'outside'} origin
   */
  #showConfig(before, errors, origin) {
    const { config } = this.state;
    this.#complaints = origin === 'outside' ? errors.map((error) => error.message) : [];
    reflectAttributes(this.#host, config);
    // Not with every frame: that would overwrite what somebody is typing while it trains.
    this.#view.showConfig(config);
    this.#view.panel.showErrors(origin === 'controls' ? errors : []);
    this.#showMessages();
    this.#render();
    for (const { message } of errors) this.#fire('error', { type: 'config', message });
    if (printQuery(before) !== printQuery(config)) {
      this.#fire('configchange', structuredClone(config));
    }
  }

  async #start() {
    await this.session.start();
    if (this.state.config.autoplay && this.state.metrics?.epoch === 0) await this.session.train();
  }

  /**
   * @param {ExperimentState} state
   * @param {ExperimentState} before
   */
  #onChange(state, before) {
    const { goal } = state.config;
    const isReached =
      state.metrics !== null && this.#goal.update(goal, this.session.frame, this.session.history);
    this.#render();
    if (state.message !== before.message) this.#showMessages();
    if (state.metrics && before.metrics && state.metrics.epoch > before.metrics.epoch) {
      this.#fire('progress', { ...state.metrics });
    }
    if (isReached) this.#fire('goal', { goal, metrics: { ...this.#goal.reached } });
    if (state.status !== before.status) this.#tellStatus(state);
  }

  /** @param {ExperimentState} state */
  #tellStatus({ status, message }) {
    if (status === 'ready') this.#fire('ready');
    if (status === 'finished') this.#fire('finish');
    if (status === 'failed') {
      const type = this.session.frame?.diverged ? 'divergence' : 'engine';
      this.#fire('error', { type, message });
    }
  }

  #showMessages() {
    const { message } = this.state;
    this.#view.messages.show(message ? [...this.#complaints, message] : this.#complaints);
  }

  /** Brings up to date what changes while an experiment trains. */
  #render() {
    const { status, metrics, description } = this.state;
    const view = this.#view;
    view.showStatus(status, statusText(this.state, this.#texts, this.#formats));
    view.transport.update({
      isTraining: status === 'training',
      // While loading too: the click then holds as soon as the experiment is there.
      canTrain: status === 'training' || status === 'loading' || canTrain(this.state),
      epoch: this.#formats.count(metrics?.epoch ?? 0),
      testAccuracy: this.#formats.percent(metrics?.testAccuracy ?? NaN),
    });
    const { reached } = this.#goal;
    const goal = goalText(this.state.config.goal, reached, this.#texts.goal, this.#formats);
    view.goal.update(goal, reached !== null);
    if (description) view.numbers.showDescription(description);
    if (metrics) view.numbers.showMetrics(metrics);
    this.#pace();
    this.#draw();
  }

  #draw() {
    const { config, description, status } = this.state;
    const { frame, history } = this.session;
    if (!description || !frame) return;
    const scene = { config, description, frame, theme: resolveTheme(config.theme) };
    this.#pictures.show(scene);
    this.#inside.show({ ...scene, status, history });
  }

  #pace() {
    this.#pacing.run(this.#isVisible && this.state.status === 'training');
  }

  /**
   * @param {string} type
   * @param {unknown} [detail]
   */
  #fire(type, detail) {
    this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
