/**
 * Call-outs for the first minute: each stands beside the part of the lab that it speaks of, until that
 * part is used or the call-out is dismissed, and does not come again. One is shown at a time.
 *
 * @module
 */

import { h, setHidden, setText } from '../views/dom.js';

/** @typedef {import('../element/moon-lab-element.js').MoonLabElement} Lab */
/** @typedef {'train' | 'neuron' | 'change'} HintName */

/**
 * @typedef {object} Hint
 * @property {HintName} name
 * @property {string} text
 * @property {string} part of the lab that it speaks of
 * @property {'below' | 'below-before' | 'beside'} side of that part at which it stands
 * @property {string} [clear] what of the lab it must not lie over: it stands above its part then
 * @property {readonly import('../state/types.js').PartName[]} hidden with one of these there is no such part
 */

/** In the order in which they are shown. @type {readonly Hint[]} */
const HINTS = [
  {
    name: 'train',
    text: 'Press Train',
    part: '.transport-buttons button',
    side: 'below',
    clear: '.counters',
    hidden: ['transport'],
  },
  {
    name: 'neuron',
    text: matchMedia('(hover: none)').matches ? 'Tap a neuron' : 'Point at a neuron',
    part: '.neurons .neuron:last-child',
    side: 'below-before',
    hidden: ['diagram'],
  },
  {
    name: 'change',
    text: 'Change something',
    part: '[data-group="data"] :is(.group-title, .group-toggle)',
    side: 'beside',
    hidden: ['data', 'controls'],
  },
];

/** Under which the page keeps what has been used. */
const STORE = 'moonlab-first-minute';

/** CSS pixels: between a call-out and its part, from its edge to its tip, and to the window's edge. */
const GAP = 9;
const TIP = 16;
const EDGE = 8;

/** What is only looked at, and is no change of the experiment. */
const LOOKS = /** @type {const} */ (['theme', 'neuron', 'points', 'surface']);

/** @param {Lab} lab whose experiment is there */
export function showFirstMinute(lab) {
  const callOuts = new CallOuts(lab);
  if (!callOuts.isOver) callOuts.start();
}

class CallOuts {
  #lab;
  #used = readUsed();
  #isHeard = false;
  #text = h('span');
  #dismiss = h(
    'button',
    { type: 'button', 'aria-label': 'Dismiss this hint', onclick: () => this.#dismissShown() },
    h('span', { 'aria-hidden': 'true' }, '×'),
  );
  #element = h(
    'div',
    { class: 'call-out', role: 'group', 'aria-label': 'Hint', hidden: true },
    this.#text,
    this.#dismiss,
  );
  #voice = h('p', { class: 'visually-hidden', role: 'status' });
  /** Ends all watching. */
  #watch = new AbortController();
  #frame = 0;
  /** Until the part is there. */
  #mutations = new MutationObserver(() => this.#placeSoon());
  #sizes = new ResizeObserver(() => this.#placeSoon());
  #settings;

  /** @param {Lab} lab */
  constructor(lab) {
    this.#lab = lab;
    this.#settings = settingsOf(lab.config);
  }

  /** @returns {Hint | undefined} the one to be shown */
  get #shown() {
    const { hide } = this.#lab.config;
    return HINTS.find(
      ({ name, hidden }) => !this.#used.has(name) && !hidden.some((part) => hide.includes(part)),
    );
  }

  get isOver() {
    return HINTS.every(({ name }) => this.#used.has(name));
  }

  start() {
    // Before the lab, so that the keyboard comes to it first.
    this.#lab.before(this.#voice, this.#element);
    const { signal } = this.#watch;
    const lab = this.#lab;
    const place = () => this.#placeSoon();
    window.addEventListener('resize', place, { signal });
    window.addEventListener('scroll', place, { signal, capture: true, passive: true });
    this.#sizes.observe(lab);
    lab.addEventListener('progress', () => this.#use('train'), { signal });
    lab.addEventListener('configchange', ({ detail }) => this.#onChange(detail), { signal });
    // What goes from one part of the lab to another never leaves it.
    for (const type of ['click', 'focusin', 'pointerover']) {
      lab.shadowRoot?.addEventListener(type, (event) => this.#onNeuron(event), { signal });
    }
    this.#show();
  }

  /** @param {import('../state/types.js').Config} config */
  #onChange(config) {
    const settings = settingsOf(config);
    if (settings !== this.#settings) this.#use('change');
    this.#settings = settings;
    this.#show();
  }

  /** @param {Event} event */
  #onNeuron(event) {
    const isNeuron = event.target instanceof Element && event.target.matches('.neuron');
    // On its way to a button, a pointer comes across neurons that nobody means.
    const isMeant = event.type !== 'pointerover' || this.#shown?.name === 'neuron';
    if (isNeuron && isMeant) this.#use('neuron');
  }

  #dismissShown() {
    const isFocused = document.activeElement === this.#dismiss;
    if (this.#shown) this.#use(this.#shown.name);
    // Whoever used the keyboard goes on from there.
    if (isFocused && !this.#element.isConnected) {
      this.#lab.parentElement?.querySelector('h2')?.focus();
    }
  }

  /** @param {HintName} name */
  #use(name) {
    if (this.#used.has(name)) return;
    this.#used.add(name);
    writeUsed(this.#used);
    if (this.isOver) this.#end();
    else this.#show();
  }

  #end() {
    this.#watch.abort();
    this.#mutations.disconnect();
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#element.remove();
    this.#voice.remove();
  }

  #show() {
    setText(this.#text, this.#shown?.text ?? '');
    // With the next frame: to ask now where a part is has the page laid out once more.
    this.#placeSoon();
  }

  #placeSoon() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#place();
    });
  }

  #place() {
    const hint = this.#shown;
    const part = hint && this.#boxOf(hint.part);
    this.#mutations.disconnect();
    setHidden(this.#element, !part);
    if (hint && part) this.#stand(hint, part);
    else if (hint && this.#lab.shadowRoot) {
      this.#mutations.observe(this.#lab.shadowRoot, { childList: true, subtree: true });
    }
  }

  /**
   * @param {string} part of the lab
   * @returns {DOMRect | undefined} where it is seen, if it is
   */
  #boxOf(part) {
    const all = [...(this.#lab.shadowRoot?.querySelectorAll(part) ?? [])];
    return all.map((one) => one.getBoundingClientRect()).find(({ width }) => width > 1);
  }

  /**
   * @param {Hint} hint
   * @param {DOMRect} part
   */
  #stand({ side, clear }, part) {
    const { clientWidth } = document.documentElement;
    const { width, height } = this.#element.getBoundingClientRect();
    const fits = side === 'beside' && part.right + GAP + width + EDGE <= clientWidth;
    const tip = part.left + part.width / 2;
    // Not over the neurons of the layer before.
    const wanted = side === 'below-before' ? part.right + GAP - width : tip - TIP;
    const left = Math.max(EDGE, Math.min(clientWidth - width - EDGE, wanted));
    const below = new DOMRect(left, part.bottom + GAP, width, height);
    const kept = clear && this.#boxOf(clear);
    const isAbove = kept && areOverlapping(kept, below);
    const top = isAbove ? part.top - GAP - height : below.top;
    const { style, dataset } = this.#element;
    dataset.side = fits ? 'beside' : isAbove ? 'above' : 'below';
    style.left = `${scrollX + (fits ? part.right + GAP : left)}px`;
    style.top = `${scrollY + (fits ? part.top + (part.height - height) / 2 : top)}px`;
    style.setProperty('--tip', `${tip - left}px`);
    this.#say();
  }

  /** Once is enough: from then on, the page's own words tell how it goes on. */
  #say() {
    if (this.#isHeard) return;
    this.#isHeard = true;
    // A live region is heard only when it was there before.
    requestAnimationFrame(() => setText(this.#voice, this.#text.textContent ?? ''));
  }
}

/**
 * @param {DOMRect} a
 * @param {DOMRect} b
 */
function areOverlapping(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** @param {import('../state/types.js').Config} config */
function settingsOf(config) {
  const looks = Object.fromEntries(LOOKS.map((key) => [key, null]));
  return JSON.stringify({ ...config, ...looks });
}

/** @returns {Set<string>} */
function readUsed() {
  try {
    return new Set(localStorage.getItem(STORE)?.split(','));
  } catch {
    // Where nothing may be kept, they go for this visit.
    return new Set();
  }
}

/** @param {Set<string>} used */
function writeUsed(used) {
  try {
    localStorage.setItem(STORE, [...used].join(','));
  } catch {
    // See readUsed().
  }
}
