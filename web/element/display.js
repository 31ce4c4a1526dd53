import { ENGLISH } from '../languages/en.js';
import { messageFrom } from '../state/messages.js';
import { h } from '../views/dom.js';
import { loadPart } from '../worker/load-part.js';
import { Face } from './face.js';
import { keepKeys, keepWheel } from '../views/input.js';
import { Language } from './language.js';
import { labStyleSheet } from './styles.js';
import { resolveTheme, watchPlace } from './theme.js';
import { addressOf, watchPaper } from './watch.js';

/** @typedef {import('../languages/en.js').FirstTexts} FirstTexts */

/** So long, in milliseconds, everything else waits for the boundary. */
const PATIENCE_MS = 200;

/** Everything else. */
const restPart = () => loadPart(() => import('./rest.js'));

/**
 * The place of a lab in its page, in which a face shows what the store says: in the language and the
 * colours of the place, on screen and on paper. The face is made a piece at a time: what is seen, in a
 * task after the one that brings the lab into the page, so that a browser asked for the worker can see
 * to it; and what the boundary can do without is fetched, and made, after the boundary.
 */
export class Display {
  #host;
  #controls;
  #store;
  #root;
  #language;
  /** @type {FirstTexts} */
  #texts = ENGLISH;
  /** @type {Face | null} */
  #face = null;
  /** What the face is completed with, once it has come. @type {typeof import('./rest.js') | null} */
  #rest = null;
  #isComing = false;
  /** Of the piece that comes next. */
  #timer = 0;
  #isAwaited = false;
  /** Takes the colour of the text around the lab, and tells when that changes, whatever has done it. */
  #ink = h('i', { class: 'ink', ontransitionrun: () => this.#findTheme() });
  #followTheme = () => {};
  #isOnPaper = false;
  /** The theme that is asked for, when it was last found. */
  #wantedTheme = '';
  /** Once the rest has come. @type {import('./presentation.js').Presentation | null} */
  #presentation = null;
  #tellWhole = () => {};
  /** Settled once everything is there. @type {Promise<void>} */
  whole = new Promise((resolve) => {
    this.#tellWhole = resolve;
  });

  /**
   * @param {HTMLElement} host
   * @param {import('./controls.js').Controls} controls
   */
  constructor(host, controls) {
    this.#host = host;
    this.#controls = controls;
    this.#store = controls.store;
    this.#root = host.attachShadow({ mode: 'open' });
    this.dress();
    keepKeys(this.#root);
    keepWheel(this.#root);
    // What stands in for the lab keeps its place.
    if (!host.querySelector('[slot=poster], [slot=fallback]'))
      this.#root.append(h('div', { class: 'coming' }));
    this.#language = new Language(host, (texts) => this.#speak(texts));
    this.#store.show(() => this.#update());
  }

  /** To be called when the lab has come to another document, which leaves it without styles. */
  dress() {
    const { ownerDocument: page } = this.#host;
    if (page.defaultView) this.#root.adoptedStyleSheets = [labStyleSheet(page)];
  }

  /** @param {AbortSignal} signal ends every watch */
  start(signal) {
    this.#followTheme = watchPlace(this.#host, () => this.#findTheme(), signal);
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
    this.#findTheme();
    if (!this.#face) this.#next(() => this.#begin());
    else if (!this.#face.isComplete) this.#next(() => this.#complete(), PATIENCE_MS);
  }

  /** Leaves the plane to the experiment, if somebody draws on it. */
  endDrawing() {
    this.#face?.endDrawing();
  }

  #update() {
    const { state } = this.#store;
    // It is waited for.
    if (state.description) this.#begin();
    if (!this.#face) return;
    if (String(state.config.classNames) !== String(this.#face.classNames)) {
      // What its fields have now, the next one takes over.
      this.#face.update(state);
      return this.#renew(this.#face);
    }
    if (state.config.theme !== this.#wantedTheme) this.#findTheme();
    const isUnderWay = this.#isAwaited || this.#isComing || this.#face.isComplete;
    if (!isUnderWay && state.description && state.status !== 'failed') this.#completeAfterFrame();
  }

  async #completeAfterFrame() {
    this.#isAwaited = true;
    await nextFrameShown();
    this.#isAwaited = false;
    this.#complete();
  }

  /** Makes what is seen, unless it is there. */
  #begin() {
    if (!this.#face) this.#put(new Face(this.#texts, this.#controls));
  }

  /** @param {Face} face */
  #put(face) {
    this.#face = face;
    // Before it is in the page: to ask for a style then has the page laid out.
    this.#findTheme();
    this.#root.replaceChildren(...face.elements, this.#ink);
    this.#next(() => this.#complete(), PATIENCE_MS);
    face.update(this.#store.state);
    this.#update();
  }

  /** Makes what the boundary can do without: at once where it has come already. */
  #complete() {
    clearTimeout(this.#timer);
    if (!this.#rest) this.#fetchRest();
    if (!this.#rest || !this.#face || this.#face.isComplete) return;
    this.#presentation ??= new this.#rest.Presentation(this.#host, this.#store);
    this.#face.complete(this.#rest.Rest, this.#presentation);
    this.#store.dispatch({ type: 'surround', changes: { isWhole: true } });
    this.#face.update(this.#store.state);
    this.#tellWhole();
  }

  async #fetchRest() {
    if (this.#isComing) return;
    this.#isComing = true;
    try {
      this.#rest = await restPart();
    } catch (error) {
      const { isConnected } = this.#host;
      // Where it has failed already, that is what is to be mended first.
      if (isConnected && this.#store.state.status !== 'failed')
        this.#store.dispatch({ type: 'fail', failure: messageFrom(error) });
    }
    this.#isComing = false;
    if (this.#rest) this.#complete();
  }

  #findTheme() {
    // Elsewhere nobody sees it, and styles that are asked for take time.
    if (!this.#face || !this.#host.isConnected) return;
    this.#wantedTheme = this.#store.state.config.theme;
    const theme = this.#isOnPaper
      ? 'light'
      : resolveTheme(this.#store.state.config.theme, this.#host);
    this.#store.dispatch({ type: 'surround', changes: { theme } });
  }

  /** @param {boolean} isOnPaper where nothing that is still to come can be waited for */
  #print(isOnPaper) {
    this.#isOnPaper = isOnPaper;
    this.#begin();
    this.#findTheme();
    this.#store.flush();
    const { href, settings } = addressOf(this.#host, this.#store.state.config);
    const note = [this.#texts.onPaper, ' ', h('a', { href }, href), ' ', settings];
    this.#face?.print(...(isOnPaper ? note : []));
  }

  /**
   * Goes on in another language; the experiment does not notice.
   *
   * @param {FirstTexts} texts
   */
  #speak(texts) {
    if (texts === this.#texts) return;
    this.#texts = texts;
    if (this.#face) this.#renew(this.#face);
  }

  /** @param {Face} former says things otherwise than they are to be said now */
  #renew(former) {
    former.endDrawing();
    former.endAsking();
    former.end();
    const focused = this.#root.activeElement;
    this.#put(new Face(this.#texts, this.#controls));
    if (former.isComplete) this.#complete();
    // Until the rest has come, nobody has left anything.
    if (this.#face) this.#rest?.takeOver(former.surface, this.#face.surface, focused);
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
