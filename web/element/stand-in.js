import { h } from '../views/dom.js';

/**
 * What is shown in a lab's place: a poster of the page's until the experiment is there, other content
 * of its where nothing can be trained; on paper, where no experiment is there, the lab's address.
 * Without them the lab shows itself, with what it has to say.
 */
export class StandIn {
  #lab;
  #poster = h('slot', { name: 'poster', hidden: true, onslotchange: () => this.#show() });
  #fallback = h('slot', { name: 'fallback', hidden: true, onslotchange: () => this.#show() });
  #note = h('p', { class: 'paper-note', hidden: true });
  /** @type {HTMLSlotElement | null} */
  #wanted = null;
  #isEmpty = true;

  /** @param {HTMLElement} lab */
  constructor(lab) {
    this.#lab = lab;
  }

  get elements() {
    return [this.#poster, this.#fallback, this.#note];
  }

  /** @param {import('../state/lab-state.js').LabState} state */
  update({ status, description, isUnsupported, isWhole }) {
    const isExpected = status !== 'failed' && (description === null || !isWhole);
    const wanted = isUnsupported ? this.#fallback : isExpected ? this.#poster : null;
    const isEmpty = description === null;
    if (wanted === this.#wanted && isEmpty === this.#isEmpty) return;
    this.#wanted = wanted;
    this.#isEmpty = isEmpty;
    this.#show();
  }

  /** @param {(Node | string)[]} note what stands on paper for an empty lab; nothing on screen */
  print(...note) {
    this.#note.replaceChildren(...note);
    this.#show();
  }

  #show() {
    const slot = this.#wanted?.assignedNodes().length ? this.#wanted : null;
    const note = this.#isEmpty && this.#note.hasChildNodes() ? this.#note : null;
    for (const element of this.elements) element.hidden = element !== slot && element !== note;
    this.#lab.hidden = slot !== null || note !== null;
  }
}
