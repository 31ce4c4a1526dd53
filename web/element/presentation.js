import { h } from '../views/dom.js';

/**
 * The lab large, for many to see: it fills the screen, and where that is refused the page's frame. Whatever
 * had the focus has it afterwards, and what is around the lab is scrolled as it was.
 */
export class Presentation {
  #host;
  #store;
  #root;
  /** Keeps the lab's place in the page. */
  #place = h('div');
  /** How far what is around the lab was scrolled. @type {[Element, number, number][]} */
  #scrolled = [];
  /** What had the focus and is not shown, and what has it instead. @type {(Element | null)[]} */
  #focused = [null, null];
  /** Ends every watch. */
  #watch = new AbortController();

  /**
   * @param {HTMLElement} host
   * @param {import('./store.js').Store} store
   */
  constructor(host, store) {
    this.#host = host;
    this.#store = store;
    this.#root = /** @type {ShadowRoot} */ (host.shadowRoot);
  }

  /** Whether it fills the frame alone: then nobody but the lab takes an Escape. */
  get isInFrame() {
    return this.#store.state.presentation === 'frame';
  }

  async toggle() {
    if (this.#store.state.presentation) return this.leave();
    this.#scrolled = scrolledAround(this.#host);
    // Only whoever has just pressed something is given the screen; to ask in vain is noted in the console.
    if (!(navigator.userActivation?.isActive ?? true)) return this.#fillFrame();
    try {
      await this.#host.requestFullscreen();
      this.#fillScreen();
    } catch {
      this.#fillFrame();
    }
  }

  leave() {
    if (this.#isFullScreen) this.#host.ownerDocument.exitFullscreen();
    else this.#end();
  }

  get #isFullScreen() {
    return this.#host.matches(':fullscreen');
  }

  get #surface() {
    return /** @type {HTMLElement} */ (this.#root.querySelector('.surface'));
  }

  #fillScreen() {
    const { signal } = this.#begin('screen');
    const onChange = () => {
      if (!this.#isFullScreen) this.#end();
    };
    this.#host.ownerDocument.addEventListener('fullscreenchange', onChange, { signal });
    // It may have been left since.
    onChange();
  }

  #fillFrame() {
    const surface = this.#surface;
    this.#place.style.height = `${surface.offsetHeight}px`;
    surface.before(this.#place);
    const { signal } = this.#begin('frame');
    // Above everything else of the page, whatever the lab stands in.
    surface.popover = 'manual';
    surface.showPopover?.();
    // Nothing is to have the focus behind it.
    const onLeave = (/** @type {FocusEvent} */ { relatedTarget }) => {
      if (relatedTarget) this.#end();
    };
    this.#host.addEventListener('focusout', onLeave, { signal });
  }

  /**
   * @param {'screen' | 'frame'} presentation
   * @returns {AbortController} of what is watched meanwhile
   */
  #begin(presentation) {
    const before = this.#root.activeElement;
    this.#show(presentation);
    // Its keys are to work.
    if (!this.#root.activeElement) this.#focus(this.#root.querySelector('.lab'));
    const now = this.#root.activeElement;
    this.#focused = [now === before ? null : before, now];
    this.#watch = new AbortController();
    return this.#watch;
  }

  #end() {
    if (!this.#store.state.presentation) return;
    this.#watch.abort();
    const [before, instead] = this.#focused;
    const isLeft = this.#root.activeElement === instead;
    const surface = this.#surface;
    if (surface.popover) surface.hidePopover?.();
    surface.popover = null;
    this.#place.remove();
    this.#show(null);
    if (isLeft) this.#focus(before);
    for (const [element, left, top] of this.#scrolled) {
      element.scrollTo({ left, top, behavior: 'instant' });
    }
  }

  /** @param {'screen' | 'frame' | null} presentation */
  #show(presentation) {
    this.#store.dispatch({ type: 'surround', changes: { presentation } });
    this.#store.flush();
  }

  /** @param {Element | null} element */
  #focus(element) {
    /** @type {HTMLElement | null} */ (element)?.focus({ preventScroll: true });
  }
}

/**
 * @param {Element} host
 * @returns {[Element, number, number][]} what it is in, and how far that is scrolled
 */
function scrolledAround(host) {
  /** @type {[Element, number, number][]} */
  const scrolled = [];
  for (let element = outerOf(host); element; element = outerOf(element)) {
    const { scrollLeft, scrollTop } = element;
    if (scrollLeft !== 0 || scrollTop !== 0) scrolled.push([element, scrollLeft, scrollTop]);
  }
  return scrolled;
}

/**
 * @param {Element} element
 * @returns {Element | null} around it, also out of a shadow tree
 */
function outerOf(element) {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
