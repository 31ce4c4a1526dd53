import { h, setText } from '../views/dom.js';
import { mathFrom } from './parts/math.js';
import { loadPart } from '../worker/load-part.js';
import { failureText } from './failure.js';

/** @typedef {import('./quantities.js').RenderedQuantity} RenderedQuantity */

const TEXTS = {
  close: 'Close',
  numpy: 'NumPy',
  formula: 'Formula',
  cpp: 'Engine, C++',
  now: 'Now',
  none: 'No value yet: operate the section’s widget.',
  shape: 'shape',
  missing: 'Not there',
};

/**
 * The panel at the foot of the page that shows a quantity three ways, with what it is just now. It
 * stays open beside the page, so that one can watch the numbers change.
 */
export class Drawer {
  #live;
  /** @type {RenderedQuantity | null} */
  #quantity = null;
  /** Where the focus goes back to. @type {Element | null} */
  #opener = null;
  #title = h('h2', { id: 'drawer-title', tabindex: -1 });
  #note = h('p', { class: 'drawer-note' });
  #numpy = h('code');
  #formula = h('div', { class: 'drawer-formula' });
  #file = h('span', { class: 'drawer-file' });
  #cpp = h('code');
  #now = h('div', { class: 'drawer-now' });
  #ways = h(
    'div',
    { class: 'drawer-ways' },
    way(TEXTS.numpy, h('pre', { tabindex: 0 }, this.#numpy)),
    way(TEXTS.formula, this.#formula),
    way(TEXTS.now, this.#now),
    way(TEXTS.cpp, this.#file, h('pre', { tabindex: 0 }, this.#cpp)),
  );
  #element = h(
    'aside',
    { class: 'drawer', 'aria-labelledby': 'drawer-title', hidden: true },
    h(
      'header',
      {},
      this.#title,
      h('button', { type: 'button', class: 'tool', onclick: () => this.close() }, TEXTS.close),
    ),
    this.#note,
    this.#ways,
  );

  /** @param {import('./page.js').LiveValues} live */
  constructor(live) {
    this.#live = live;
    live.watch((id) => {
      if (id === this.#quantity?.id) this.#showNow();
    });
    this.#element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
    document.body.append(this.#element);
  }

  /**
   * Makes the prose's mentions of quantities buttons.
   *
   * @param {Iterable<Element>} mentions
   */
  setUpMentions(mentions) {
    for (const mention of mentions) {
      const id = /** @type {HTMLElement} */ (mention).dataset.quantity ?? '';
      const button = h('button', {
        type: 'button',
        class: 'quantity',
        onclick: () => this.open(id),
      });
      button.append(...mention.childNodes);
      mention.replaceWith(button);
    }
  }

  /** @param {string} id of the quantity */
  async open(id) {
    const opener = deepActiveElement();
    const quantities = await loadQuantities().catch((error) => this.#tell(opener, error));
    if (!quantities) return;
    const quantity = quantities.find((one) => one.id === id);
    if (!quantity) throw new RangeError(`quantity: "${id}"; allowed: those of quantities.js`);
    this.#quantity = quantity;
    this.#title.textContent = quantity.title;
    this.#note.textContent = quantity.note;
    this.#numpy.textContent = quantity.numpy;
    this.#formula.replaceChildren(mathFrom(quantity.formula));
    this.#file.textContent = quantity.cpp.file;
    this.#cpp.textContent = quantity.cpp.source;
    this.#showNow();
    this.#ways.hidden = false;
    this.#show(opener);
  }

  /**
   * @param {Element | null} opener
   * @param {unknown} error why there is nothing to show
   */
  #tell(opener, error) {
    this.#quantity = null;
    this.#title.textContent = TEXTS.missing;
    this.#note.textContent = failureText(error);
    this.#ways.hidden = true;
    this.#show(opener);
  }

  /** @param {Element | null} opener where the focus goes back to */
  #show(opener) {
    this.#opener = opener;
    this.#element.hidden = false;
    document.documentElement.dataset.drawer = 'open';
    this.#title.focus();
  }

  close() {
    this.#element.hidden = true;
    delete document.documentElement.dataset.drawer;
    if (this.#opener instanceof HTMLElement) this.#opener.focus();
    this.#quantity = null;
  }

  #showNow() {
    const value = this.#quantity && this.#live.get(this.#quantity.id);
    if (!value) {
      this.#now.replaceChildren(h('p', {}, TEXTS.none));
      return;
    }
    const parts = [value.where, `${TEXTS.shape} ${value.shape}`];
    setText(this.#now, '');
    this.#now.replaceChildren(
      h('p', { class: 'drawer-shape' }, parts.filter(Boolean).join(' · ')),
      h('pre', { tabindex: 0 }, h('samp', {}, value.values)),
    );
  }
}

/** @returns {Promise<RenderedQuantity[]>} */
async function loadQuantities() {
  return (await loadPart(() => import('./quantities.js?rendered'))).default;
}

/**
 * @param {string} title
 * @param {...Node} children
 */
function way(title, ...children) {
  return h('section', { class: 'drawer-way' }, h('h3', {}, title), ...children);
}

/** The element that has the focus, inside a widget too. */
function deepActiveElement() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
