import { ENGLISH } from '../languages/en.js';
import { h } from '../views/dom.js';
import { Face } from './face.js';
import { keepKeys } from './keys.js';
import { Language } from './language.js';
import { messageWords } from './message-words.js';
import { statusText } from './status-text.js';
import { addressOf, watchPaper } from './paper.js';
import { labStyleSheet } from './styles.js';
import { resolveTheme, watchPlace } from './theme.js';
import { keepWheel } from './wheel.js';

/** @typedef {import('../languages/en.js').Texts} Texts */
/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').ConfigError} ConfigError */

/** So long, in milliseconds, everything else waits for the boundary. */
const PATIENCE_MS = 200;

/**
 * Shows a lab, a piece at a time: what is seen is made in a task after the one that brings the lab
 * into the page, so that a browser asked for the worker can see to it; and what the boundary can do
 * without, after the boundary.
 */
export class Display {
  #lab;
  #host;
  #root;
  #language;
  /** @type {Texts} */
  #texts = ENGLISH;
  /** @type {Face | null} */
  #face = null;
  /** What was not accepted of the last change that came from outside. @type {ConfigError[]} */
  #complaints = [];
  /** Of the piece that comes next. */
  #timer = 0;
  /** Takes the colour of the text around the lab, and tells when that changes, whatever has done it. */
  #ink = h('i', { class: 'ink', ontransitionrun: () => this.#showTheme() });
  #followTheme = () => {};
  #isOnPaper = false;

  /**
   * @param {HTMLElement} host
   * @param {import('./lab.js').Lab} lab
   */
  constructor(host, lab) {
    this.#lab = lab;
    this.#host = host;
    this.#root = host.attachShadow({ mode: 'open' });
    this.dress();
    keepKeys(this.#root);
    keepWheel(this.#root);
    // What stands in for the lab keeps its place.
    if (!host.querySelector('[slot]')) this.#root.append(h('div', { class: 'coming' }));
    this.#language = new Language(host, (texts) => this.#speak(texts));
  }

  /** What is seen; made at once for whom it is not there yet. */
  get face() {
    return this.#face ?? this.#begin(new Face(this.#texts, this.#lab));
  }

  /** To be called when the lab has come to another document, which leaves it without styles. */
  dress() {
    const { ownerDocument: page } = this.#host;
    if (page.defaultView) this.#root.adoptedStyleSheets = [labStyleSheet(page)];
  }

  /** @param {AbortSignal} signal ends every watch */
  start(signal) {
    this.#followTheme = watchPlace(this.#host, () => this.#showTheme(), signal);
    watchPaper(this.#host, (isOnPaper) => this.#print(isOnPaper), signal);
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#language.end();
    });
  }

  /** To be called whenever the lab has come to another place. */
  follow() {
    this.#language.follow();
    this.#followTheme();
    this.#showTheme();
    if (!this.#face) this.#next(() => this.face);
    else if (!this.#face.isComplete) this.#next(() => this.#complete(), PATIENCE_MS);
  }

  /** @param {Config} config */
  showConfig(config) {
    this.#face?.view.showConfig(config);
    this.#showTheme();
  }

  /**
   * Complaints about controls stand at the control, all others above the picture.
   *
   * @param {ConfigError[]} errors
   * @param {import('./lab.js').Origin} origin
   */
  showErrors(errors, origin) {
    this.#complaints = origin === 'outside' ? errors : [];
    this.#face?.view.panel.showErrors(origin === 'controls' ? errors : []);
    this.showMessages();
  }

  showMessages() {
    if (!this.#face) return;
    const { failure } = this.#lab.state;
    const { texts, formats, view } = this.#face;
    const complaints = this.#complaints.map(({ say }) => say(messageWords(texts)));
    const last = failure?.(messageWords(texts, formats.verbatim));
    view.messages.show(last ? [...complaints, last] : complaints);
  }

  /**
   * Shows what the first experiment begins with: the boundary, and then all the rest.
   *
   * @param {import('../worker/protocol.js').Beginning} beginning
   * @returns {Promise<void>} settled when everything is there
   */
  async present(beginning) {
    const { face } = this;
    if (face.isComplete) return;
    face.pictures.preview({
      ...beginning,
      config: this.#lab.state.config,
      theme: face.theme,
    });
    await nextFrameShown();
    this.#complete();
  }

  /** Brings the buttons up to date. */
  showTransport() {
    const { isTraining, canTrain } = this.#lab.playhead;
    // While loading too: the click then holds as soon as the experiment is there.
    this.#face?.view.transport.update({ isTraining, canTrain: isTraining || canTrain });
  }

  /**
   * Brings up to date what changes while an experiment trains.
   *
   * @param {Float64Array} [rows] the curves so far, for a new face
   */
  render(rows) {
    if (!this.#face) return;
    const { state, goal } = this.#lab;
    const { status, description, config } = state;
    const { view, texts, formats, standIn, readouts } = this.#face;
    standIn.update(state);
    view.showStatus(status, statusText(state, texts, formats));
    goal.show(config.goal, this.#face);
    if (description) view.numbers.showDescription(description);
    readouts.show(state);
    this.#draw(rows);
    // Then nothing is waited for any more.
    if (status === 'failed') this.#complete();
  }

  /** @param {Float64Array} [rows] the curves so far, for a new face */
  #draw(rows) {
    const { config, description, status } = this.#lab.state;
    const { frame, history, initialParameters } = this.#lab.session;
    if (!this.#face || !description || !frame) return;
    const { pictures, inside, theme } = this.#face;
    const scene = { config, description, frame, theme };
    pictures.show(scene, rows);
    inside?.show({ ...scene, status, history, initialParameters });
  }

  #showTheme() {
    // Elsewhere nobody sees it, and styles that are asked for take time.
    if (!this.#face || !this.#host.isConnected) return;
    const { theme: wanted } = this.#lab.state.config;
    const theme = this.#isOnPaper ? 'light' : resolveTheme(wanted, this.#host);
    if (theme === this.#face.theme) return;
    this.#face.theme = theme;
    this.#draw();
  }

  /** @param {boolean} isOnPaper where nothing that is still to come can be waited for */
  #print(isOnPaper) {
    this.#isOnPaper = isOnPaper;
    const { standIn, pictures, texts } = this.face;
    const { href, settings } = addressOf(this.#host, this.#lab.state.config);
    const note = [texts.onPaper, ' ', h('a', { href }, href), ' ', settings];
    standIn.print(...(isOnPaper ? note : []));
    this.#showTheme();
    pictures.schedule.flush();
  }

  /**
   * Goes on in another language; the experiment does not notice.
   *
   * @param {Texts} texts
   */
  #speak(texts) {
    const former = this.#face;
    if (texts === this.#texts) return;
    this.#texts = texts;
    if (!former) return;
    this.#complete();
    if (former.drawing.isActive) former.drawing.cancel();
    const focused = this.#root.activeElement;
    const face = new Face(texts, this.#lab);
    // First: one that has failed is complete at once, with what belongs to it.
    this.#lab.saving.speak(face);
    this.#begin(face);
    this.#complete();
    face.takeOver(former, focused);
  }

  /** @param {Face} face */
  #begin(face) {
    this.#face = face;
    // Before it is in the page: to ask for a style then has the page laid out.
    this.#showTheme();
    this.#root.replaceChildren(...face.elements, this.#ink);
    this.#showAll();
    this.#next(() => this.#complete(), PATIENCE_MS);
    return face;
  }

  #complete() {
    clearTimeout(this.#timer);
    const { face } = this;
    if (face.isComplete) return;
    face.complete();
    face.view.element.append(this.#lab.saving.element);
    this.#showAll();
  }

  #showAll() {
    const { playhead, session, state } = this.#lab;
    this.#face?.view.showConfig(state.config);
    this.showMessages();
    this.render(session.history.rows());
    playhead.refresh();
  }

  /**
   * @param {() => void} make
   * @param {number} [delay] milliseconds
   */
  #next(make, delay = 0) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(make, delay);
  }
}

/** @returns {Promise<void>} settled when what the next frame draws is seen, or nobody looks */
function nextFrameShown() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
    setTimeout(resolve, PATIENCE_MS);
  });
}
