import { h, keepFocus, setAttribute, setText } from '../views/dom.js';
import { labelsOf, problemOf } from '../state/problem.js';
import { createFormats } from '../views/text/formats.js';
import { notice } from '../views/controls/notice.js';
import { namesOf, pictureWords } from '../views/text/picture-words.js';
import { goalSign, transport } from '../views/controls/transport.js';
import { createControlGroups } from './control-groups.js';
import { hiddenParts } from './hidden-parts.js';
import { goalText, messageWords, printScore, statusText, testScoreOf } from './sentences.js';
import { Pictures } from './pictures.js';
import { createBoundary } from './plane.js';
import { StandIn } from './stand-in.js';
import { addFittedStyles } from './styles.js';

/** @typedef {import('../state/lab-state.js').LabState} LabState */
/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../languages/en.js').FirstTexts} FirstTexts */
/** @typedef {import('./controls.js').Controls} Controls */

/**
 * Faster than ten times a second nobody reads, and every number that is written has the page laid out
 * anew, which takes as long as a picture: it takes turns with them.
 */
const READOUT_INTERVAL_MS = 80;

/** What it says of what has been done. */
const DONE = /** @type {const} */ (['deed', 'canUndo', 'travel']);

/** What its controls show. */
const SET = /** @type {const} */ (['config', 'inForce', 'outcome', 'complaints']);

/**
 * All of a lab that is seen and read, made in one language. Another language is another face, and so are
 * other names of the classes.
 */
export class Face {
  #texts;
  #formats;
  #controls;
  #views;
  #pictures;
  #standIn;
  #readouts;
  /** Once the face is complete. @type {import('./rest.js').Rest | null} */
  #rest = null;
  /** What is shown. @type {LabState | null} */
  #shown = null;

  /**
   * @param {FirstTexts} texts
   * @param {Controls} controls
   */
  constructor(texts, controls) {
    const formats = createFormats(texts);
    this.#texts = texts;
    this.#formats = formats;
    this.#controls = controls;
    /** What the classes are called as long as it lives. */
    this.classNames = controls.store.state.config.classNames;
    this.#views = this.#createViews();
    this.element = layOut(this.#views);
    this.element.lang = texts.locale;
    this.surface = h('div', { class: 'surface', dir: texts.direction }, this.element);
    new ResizeObserver(() => this.#fit()).observe(this.surface);
    this.#standIn = new StandIn(this.surface);
    const words = pictureWords(texts, formats, this.classNames);
    this.#pictures = new Pictures(this.#views.boundary, words, {
      readout: texts.readoutHint,
      drawing: texts.drawingHint,
    });
    this.#readouts = this.#pictures.schedule.add(
      () => this.#writeReadouts(),
      () => READOUT_INTERVAL_MS,
    );
    /** To be called when another takes its place. */
    this.end = controls.store.show((state) => this.update(state));
  }

  #createViews() {
    const texts = this.#texts;
    const { store, commit, train, pause, step, reset } = this.#controls;
    const labels = labelsOf(problemOf(store.state.config));
    // Points that are being drawn are meant to be trained on.
    const afterDrawing = (/** @type {() => void} */ act) => {
      if (this.#rest?.drawing.finish() ?? true) act();
    };
    const status = h('p', { class: 'status', part: 'captions', role: 'status' });
    const timeline = h('div', { class: 'timeline', part: 'timeline' });
    return {
      transport: transport({
        texts: texts.transport,
        onToggle: () => (store.state.isTraining ? pause() : afterDrawing(train)),
        onStep: () => afterDrawing(step),
        onReset: reset,
        onPresent: () => this.#rest?.present(),
        onShortcuts: () => this.#rest?.showShortcuts(),
        status,
        timeline,
      }),
      status,
      timeline,
      goal: goalSign(),
      messages: notice({ dismiss: texts.dismiss }),
      groups: createControlGroups({ texts, formats: this.#formats }),
      network: h('div', { class: 'network' }),
      boundary: createBoundary(texts, { labels, nameOf: namesOf(this.classNames) }, commit),
    };
  }

  get elements() {
    return [...this.#standIn.elements, this.surface];
  }

  get isComplete() {
    return this.#rest !== null;
  }

  /**
   * @param {typeof import('./rest.js').Rest} Rest what does not belong to the picture of the boundary
   * @param {import('./presentation.js').Presentation} presentation
   */
  complete(Rest, presentation) {
    this.#rest = new Rest({
      firstTexts: this.#texts,
      formats: this.#formats,
      controls: this.#controls,
      lab: this.element,
      presentation,
      transport: this.#views.transport,
      timeline: this.#views.timeline,
      notice: this.#views.messages.element,
      groups: this.#views.groups,
      network: this.#views.network,
      boundary: this.#views.boundary,
      pictures: this.#pictures,
    });
  }

  /** Leaves the plane to the experiment. */
  endDrawing() {
    if (this.#rest?.drawing.isActive) this.#rest.drawing.cancel();
  }

  /** Takes back what has been asked, which the next face does not ask. */
  endAsking() {
    this.#rest?.endAsking();
  }

  /** @param {LabState} state */
  update(state) {
    const before = this.#shown;
    this.#shown = state;
    const { transport: bar, status } = this.#views;
    const { description, frame } = state;
    setAttribute(this.surface, 'data-theme', state.theme);
    if (state.presentation !== (before?.presentation ?? null)) this.#present(state.presentation);
    this.#standIn.update(state);
    if (!before || SET.some((key) => state[key] !== before[key])) this.#updateSettings(state);
    this.#updateMessages(state, before);
    this.#updateDeed(state, before);
    bar.update(state);
    setAttribute(this.element, 'data-failed', state.failure !== null);
    setText(status, statusText(state, this.#texts, this.#formats));
    this.#updateGoal(state, before);
    this.#updateReadouts(state, before);
    if (!description || !frame) return;
    const scene = { ...state, description, frame };
    this.#pictures.update(scene);
    this.#rest?.update(scene);
  }

  /**
   * What the run has come to: ten times a second while it trains, otherwise at once.
   *
   * @param {LabState} state
   * @param {LabState | null} before
   */
  #updateReadouts({ status, metrics }, before) {
    if (status !== 'training') this.#writeReadouts();
    else if (metrics !== before?.metrics) this.#readouts.soon();
  }

  #writeReadouts() {
    if (!this.#shown) return;
    const { metrics } = this.#shown;
    const { name, test } = testScoreOf(this.#shown);
    this.#views.transport.count({
      epoch: this.#formats.count(metrics?.epoch ?? 0),
      testScore: printScore(name, test, this.#formats),
      isR2: name === 'r2',
    });
    if (metrics) this.#rest?.showMetrics(this.#shown, metrics);
  }

  /**
   * @param {LabState} state
   * @param {LabState | null} before
   */
  #updateGoal({ config, reached }, before) {
    const { goal, problem } = before?.config ?? {};
    if (goal === config.goal && problem === config.problem && reached === before?.reached) return;
    const text = goalText(config, reached, this.#texts.goal, this.#formats);
    this.#views.goal.update(text, reached !== null);
  }

  /**
   * Not with every frame: that would overwrite what somebody is typing while it trains.
   *
   * @param {LabState} state
   */
  #updateSettings(state) {
    const { config, inForce } = state;
    this.#views.groups.update(inForce);
    this.#views.boundary.points.update(config.points);
    this.#views.boundary.surface.update(config.surface);
    this.#rest?.updateSettings(state);
    const hidden = hiddenParts(config).join(' ');
    if (hidden === this.element.dataset.hide) return;
    keepFocus(this.element, () => setAttribute(this.element, 'data-hide', hidden));
  }

  /**
   * @param {LabState} state
   * @param {LabState | null} before
   */
  #updateDeed(state, before) {
    const isSame = DONE.every((key) => state[key] === before?.[key]);
    if (!isSame) this.#rest?.showDeed(state);
  }

  /**
   * Complaints about controls stand at the control, all others above the picture.
   *
   * @param {LabState} state
   * @param {LabState | null} before
   */
  #updateMessages(state, before) {
    const { complaints, failure } = state;
    if (complaints === before?.complaints && failure === before.failure) return;
    const words = messageWords(this.#texts);
    const last = failure?.(messageWords(this.#texts, this.#formats.verbatim));
    const lines = complaints.outside.map(({ say }) => say(words));
    this.#views.messages.show(last ? [...lines, last] : lines);
  }

  /** @param {(Node | string)[]} note what stands on paper for an empty lab; nothing on screen */
  print(...note) {
    this.#standIn.print(...note);
    this.#pictures.schedule.flush();
  }

  /** @param {LabState['presentation']} presentation */
  #present(presentation) {
    const { presentation: button } = this.#views.transport.buttons;
    if (button) setAttribute(button, 'aria-pressed', String(presentation !== null));
    keepFocus(this.element, () => setAttribute(this.surface, 'data-presentation', presentation));
  }

  /** Whether the page has given a height, not every browser can be asked in CSS. */
  #fit() {
    const height = getComputedStyle(this.surface).getPropertyValue('--moonlab-height');
    const isFitted = /\d/.test(height) && !this.#shown?.presentation;
    if (isFitted) addFittedStyles().catch(() => {});
    setAttribute(this.surface, 'data-fitted', isFitted);
  }
}

/**
 * What is needed to see the boundary, with the place of the network, in the order of thought and of the
 * keyboard: what goes in, what is made of it, what comes out. Where things lie is the style sheet's
 * business.
 *
 * @param {Record<'groups' | 'transport' | 'goal' | 'messages' | 'boundary', { element: HTMLElement }>
 *   & { network: HTMLElement }} views
 */
function layOut({ transport: bar, goal, messages, groups, network, boundary }) {
  const head = h('div', { class: 'head' }, bar.element, goal.element, messages.element);
  // Who presses its empty ground means the lab: its keys are to work then.
  const look = { class: 'lab', tabindex: -1 };
  return h('div', look, head, groups.element, network, boundary.element);
}
