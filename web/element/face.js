import { h, setAttribute } from '../views/dom.js';
import { createFormats } from '../views/formats.js';
import { createActions } from './actions.js';
import { Drawing } from './drawing.js';
import { Inside } from './inside/inside.js';
import { createLabView } from './lab-view.js';
import { Pictures } from './pictures.js';
import { Readouts } from './readouts.js';
import { StandIn } from './stand-in.js';
import { addFittedStyles } from './styles.js';

/** What readers leave in a lab that is no setting: what they have opened, and typed so far. */
const DRAFTS = 'details, textarea, [aria-expanded]';

/**
 * All of a lab that is seen and read, made in one language. Another language is another face.
 */
export class Face {
  #createInside;

  /**
   * @param {import('../languages/en.js').Texts} texts
   * @param {import('./lab.js').Lab} lab
   */
  constructor(texts, lab) {
    const commit = (/** @type {import('./control-panel.js').Patch} */ patch) =>
      lab.apply(patch, [], 'controls');
    this.texts = texts;
    this.formats = createFormats(texts);
    const { formats } = this;
    this.view = createLabView({ texts, formats, actions: createActions(lab) });
    this.surface = h('div', { class: 'surface', dir: texts.direction }, this.view.element);
    new ResizeObserver(() => this.#fit()).observe(this.surface);
    this.standIn = new StandIn(this.surface);
    this.pictures = new Pictures(this.view, texts, formats);
    this.readouts = new Readouts(this.view, formats, this.pictures.schedule);
    /** Points that somebody draws on the plane. */
    this.drawing = new Drawing({
      view: this.view,
      texts: texts.drawing,
      show: (points) => this.pictures.showDrawn(points),
      commit,
    });
    this.pictures.plane.onPress = (place) => this.drawing.add(place);
    /** What looks behind the pictures, once the face is complete. @type {Inside | null} */
    this.inside = null;
    this.#createInside = () =>
      new Inside({ texts, formats, ask: (question) => lab.session.ask(question), commit });
    this.view.element.lang = texts.locale;
  }

  get isComplete() {
    return this.inside !== null;
  }

  /** Makes what takes a while and does not belong to the picture of the boundary. */
  complete() {
    this.view.complete();
    this.inside = this.#createInside();
    this.view.element.append(this.inside.element);
  }

  /** Whether the page has given a height, not every browser can be asked in CSS. */
  #fit() {
    const height = getComputedStyle(this.surface).getPropertyValue('--moonlab-height');
    const isFitted = /\d/.test(height);
    if (isFitted) addFittedStyles().catch(() => {});
    setAttribute(this.surface, 'data-fitted', isFitted);
  }

  get elements() {
    return [...this.standIn.elements, this.surface];
  }

  /** The colours that the lab is in. @returns {import('../views/palette.js').ThemeName} */
  get theme() {
    return this.surface.dataset.theme === 'dark' ? 'dark' : 'light';
  }

  set theme(name) {
    this.surface.dataset.theme = name;
  }

  /**
   * @param {Face} former whose drafts stay
   * @param {Element | null} focused what had the focus in it
   */
  takeOver(former, focused) {
    const drafts = former.view.element.querySelectorAll(DRAFTS);
    this.view.element.querySelectorAll(DRAFTS).forEach((element, index) => {
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
