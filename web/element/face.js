import { h, keepFocus, setAttribute, setHidden, setText } from '../views/dom.js';
import { createFormats } from '../views/text/formats.js';
import { notice } from '../views/controls/notice.js';
import { picture } from '../views/picture.js';
import { goalSign, transport } from '../views/controls/transport.js';
import { createControlPanel } from './control-panel.js';
import { Drawing } from './drawing.js';
import { Inside } from './inside/inside.js';
import { goalText, messageWords, statusText } from './sentences.js';
import { createNumbers, createReadouts } from './numbers.js';
import { Pictures } from './pictures.js';
import { createBoundary } from './plane.js';
import { StandIn } from './stand-in.js';
import { addFittedStyles } from './styles.js';

/** @typedef {import('../state/lab-state.js').LabState} LabState */
/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../languages/en.js').Texts} Texts */

/**
 * What the lab's controls can do; training concerns all the labs that it is linked with.
 *
 * @typedef {object} Controls
 * @property {import('./store.js').Store} store
 * @property {import('./saving/saving.js').Saving} saving
 * @property {(patch: import('./own-points.js').Patch) => void} commit changes settings
 * @property {(isHeld: boolean) => void} hold keeps the part of the plane that is shown
 * @property {import('./inside/inside.js').InsideOptions['ask']} ask of the worker
 * @property {() => void} train
 * @property {() => void} pause
 * @property {() => void} step
 * @property {() => void} reset
 */

/** What readers leave in a lab that is no setting: what they have opened, and typed so far. */
const DRAFTS = 'details, textarea, [aria-expanded]';

/**
 * All of a lab that is seen and read, made in one language. Another language is another face.
 */
export class Face {
  #texts;
  #formats;
  #controls;
  #views;
  #pictures;
  #drawing;
  #standIn;
  #showReadouts;
  /** What looks behind the pictures, once the face is complete. @type {Inside | null} */
  #inside = null;
  /** What is shown. @type {LabState | null} */
  #shown = null;

  /**
   * @param {Texts} texts
   * @param {Controls} controls
   */
  constructor(texts, controls) {
    const formats = createFormats(texts);
    this.#texts = texts;
    this.#formats = formats;
    this.#controls = controls;
    this.#views = this.#createViews();
    this.element = layOut(this.#views);
    this.element.lang = texts.locale;
    this.surface = h('div', { class: 'surface', dir: texts.direction }, this.element);
    new ResizeObserver(() => this.#fit()).observe(this.surface);
    this.#standIn = new StandIn(this.surface);
    this.#pictures = new Pictures(this.#views, texts, formats);
    const { schedule } = this.#pictures;
    this.#showReadouts = createReadouts({ ...this.#views, formats, schedule });
    this.#drawing = this.#createDrawing();
    /** To be called when another takes its place. */
    this.end = controls.store.show((state) => this.update(state));
  }

  #createViews() {
    const texts = this.#texts;
    const formats = this.#formats;
    const { commit, hold, reset } = this.#controls;
    const { toggle, step, draw, drawing } = this.#createActions();
    return {
      panel: createControlPanel({ texts, formats, onCommit: commit, onHold: hold, onDraw: draw }),
      transport: transport({
        texts: texts.transport,
        onToggle: toggle,
        onStep: step,
        onReset: reset,
      }),
      status: h('p', { class: 'status', part: 'captions', role: 'status' }),
      goal: goalSign(),
      messages: notice({ dismiss: texts.dismiss }),
      boundary: createBoundary(texts, { commit, drawing }),
      diagram: picture({ id: 'diagram', title: texts.diagram }),
      loss: picture({ id: 'loss', title: texts.loss }),
      accuracy: picture({ id: 'accuracy', title: texts.accuracy }),
      numbers: createNumbers({ texts, formats }),
    };
  }

  #createActions() {
    const { store, train, pause, step } = this.#controls;
    // Points that are being drawn are meant to be trained on.
    const afterDrawing = (/** @type {() => void} */ act) => {
      if (this.#drawing.finish()) act();
    };
    return {
      toggle: () => (store.state.isTraining ? pause() : afterDrawing(train)),
      step: () => afterDrawing(step),
      draw: () => {
        pause();
        this.#drawing.start();
      },
      drawing: {
        onClass: (/** @type {number} */ label) => this.#drawing.choose(label),
        onUndo: () => this.#drawing.undo(),
        onClear: () => this.#drawing.clear(),
        onDone: () => this.#drawing.finish(),
        onCancel: () => this.#drawing.cancel(),
      },
    };
  }

  #createDrawing() {
    const { boundary, panel } = this.#views;
    const { plane } = this.#pictures;
    const drawing = new Drawing({
      boundary,
      field: () => panel.ownPoints,
      texts: this.#texts.drawing,
      show: (points) => this.#pictures.showDrawn(points),
      commit: this.#controls.commit,
      onDrawing: (isDrawing) => {
        setAttribute(this.element, 'data-drawing', isDrawing);
        setHidden(boundary.points.element, isDrawing);
        setHidden(boundary.toolbar.element, !isDrawing);
      },
    });
    plane.onPress = (place) => drawing.add(place);
    return drawing;
  }

  get elements() {
    return [...this.#standIn.elements, this.surface];
  }

  get isComplete() {
    return this.#inside !== null;
  }

  /** Makes what takes a while and does not belong to the picture of the boundary. */
  complete() {
    const { panel, diagram, loss, accuracy, numbers } = this.#views;
    const { ask, commit, saving } = this.#controls;
    const [texts, formats] = [this.#texts, this.#formats];
    panel.fill();
    const charts = h('div', { class: 'charts' }, loss.element, accuracy.element);
    this.#inside = new Inside({ texts, formats, ask, commit });
    this.element.append(
      h('div', { class: 'insights' }, diagram.element, charts, numbers.element),
      this.#inside.element,
      saving.show({ texts, formats }),
    );
    setAttribute(this.element, 'data-complete', true);
  }

  /** Leaves the plane to the experiment. */
  endDrawing() {
    if (this.#drawing.isActive) this.#drawing.cancel();
  }

  /** @param {LabState} state */
  update(state) {
    const before = this.#shown;
    this.#shown = state;
    const { transport: bar, status, goal, numbers } = this.#views;
    const { config, reached, description, frame } = state;
    setAttribute(this.surface, 'data-theme', state.theme);
    this.#standIn.update(state);
    if (config !== before?.config || state.complaints !== before.complaints) {
      this.#updateSettings(state);
    }
    this.#updateMessages(state, before);
    bar.update(state);
    setAttribute(this.element, 'data-status', state.status);
    setText(status, statusText(state, this.#texts, this.#formats));
    if (config.goal !== before?.config.goal || reached !== before.reached) {
      const text = goalText(config.goal, reached, this.#texts.goal, this.#formats);
      goal.update(text, reached !== null);
    }
    this.#showReadouts(state);
    if (!description || !frame) return;
    numbers.showDescription(description);
    const scene = { ...state, description, frame };
    this.#pictures.update(scene);
    this.#inside?.show(scene);
  }

  /**
   * Not with every frame: that would overwrite what somebody is typing while it trains.
   *
   * @param {LabState} state
   */
  #updateSettings({ config, complaints }) {
    const { panel, boundary } = this.#views;
    panel.update(config);
    panel.showErrors(complaints.controls);
    boundary.points.update(config.points);
    const hidden = hiddenParts(config).join(' ');
    if (hidden === this.element.dataset.hide) return;
    keepFocus(this.element, () => setAttribute(this.element, 'data-hide', hidden));
  }

  /**
   * Complaints about controls stand at the control, all others above the picture.
   *
   * @param {LabState} state
   * @param {LabState | null} before
   */
  #updateMessages({ complaints, failure }, before) {
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

  /** Whether the page has given a height, not every browser can be asked in CSS. */
  #fit() {
    const height = getComputedStyle(this.surface).getPropertyValue('--moonlab-height');
    const isFitted = /\d/.test(height);
    if (isFitted) addFittedStyles().catch(() => {});
    setAttribute(this.surface, 'data-fitted', isFitted);
  }

  /**
   * @param {Face} former whose drafts stay
   * @param {Element | null} focused what had the focus in it
   */
  takeOver(former, focused) {
    const drafts = former.element.querySelectorAll(DRAFTS);
    this.element.querySelectorAll(DRAFTS).forEach((element, index) => {
      const draft = drafts[index];
      if (element instanceof HTMLDetailsElement) element.open = draft.hasAttribute('open');
      else if (element instanceof HTMLButtonElement) {
        const [was, is] = [draft, element].map((one) => one.getAttribute('aria-expanded'));
        if (is !== was) element.click();
      } else Object.assign(element, { value: Reflect.get(draft, 'value') });
    });
    if (!focused) return;
    const [before, now] = [former, this].map(({ surface }) => [
      .../** @type {NodeListOf<HTMLElement>} */ (surface.querySelectorAll(focused.localName)),
    ]);
    now[before.indexOf(/** @type {HTMLElement} */ (focused))]?.focus({ preventScroll: true });
  }
}

/**
 * What is needed to see the boundary, in the order of thought and of the keyboard. Where things lie in
 * it is the style sheet's business.
 *
 * @param {Record<'panel' | 'transport' | 'goal' | 'messages' | 'boundary', { element: HTMLElement }>
 *   & { status: HTMLElement }} views
 */
function layOut({ panel, transport: bar, status, goal, messages, boundary }) {
  const shown = [bar.element, status, goal.element, messages.element, boundary.element];
  return h('div', { class: 'lab' }, panel.element, h('div', { class: 'stage' }, ...shown));
}

/**
 * The parts not to show, with the columns that this leaves empty.
 *
 * @param {Config} config
 * @returns {string[]}
 */
function hiddenParts({ hide, goal }) {
  /** @type {string[]} */
  const hidden = [...hide];
  const isEmpty = (/** @type {Config['hide']} */ parts) =>
    parts.every((part) => hide.includes(part));
  if (isEmpty(['data', 'network', 'training'])) hidden.push('controls');
  const isAimless = goal === '' || hide.includes('goal');
  // Counters are no controls: they go with the other numbers.
  if (isEmpty(['transport', 'metrics'])) hidden.push('counters');
  if (isAimless && isEmpty(['transport', 'metrics', 'boundary'])) hidden.push('stage');
  if (isEmpty(['loss', 'accuracy'])) hidden.push('charts');
  if (isEmpty(['diagram', 'loss', 'accuracy', 'metrics'])) hidden.push('insights');
  if (isEmpty(['parity', 'butterfly', 'gradients', 'activity'])) hidden.push('inside');
  return hidden;
}
