import { h } from '../views/dom.js';

/**
 * What the page shows in a lab's place: a poster until the experiment is there, other content where
 * nothing can be trained. Without them the lab shows itself, with what it has to say.
 */
export class StandIn {
  #lab;
  #poster = h('slot', { name: 'poster', hidden: true, onslotchange: () => this.#show() });
  #fallback = h('slot', { name: 'fallback', hidden: true, onslotchange: () => this.#show() });
  /** @type {HTMLSlotElement | null} */
  #wanted = null;

  /** @param {HTMLElement} lab */
  constructor(lab) {
    this.#lab = lab;
  }

  get elements() {
    return [this.#poster, this.#fallback];
  }

  /** @param {import('../state/experiment.js').ExperimentState} state */
  update({ status, description, isUnsupported }) {
    const isExpected = status === 'loading' && description === null;
    const wanted = isUnsupported ? this.#fallback : isExpected ? this.#poster : null;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#show();
  }

  #show() {
    const slot = this.#wanted?.assignedNodes().length ? this.#wanted : null;
    for (const element of this.elements) element.hidden = element !== slot;
    this.#lab.hidden = slot !== null;
  }
}
