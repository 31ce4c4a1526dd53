import { disclosure } from '../views/controls/disclosure.js';
import { h, setHidden, setText } from '../views/dom.js';
import { Schedule } from '../views/schedule.js';
import { messageWords } from './sentences.js';
import { isAbort, messageFrom } from '../state/messages.js';

/** @typedef {import('../state/lab-state.js').Scene} Scene */
/** @typedef {import('./inside/panel.js').Panel} Panel */
/** @typedef {import('./inside/panel.js').PanelOptions} PanelOptions */

/**
 * @typedef {Omit<PanelOptions, 'texts' | 'current' | 'refresh'>
 *   & { texts: import('../languages/en.js').Texts }} SectionOptions
 *
 * @typedef {object} PanelMaker
 * @property {() => Promise<(options: PanelOptions) => Panel>} load fetches what makes it
 * @property {string} [part] of the lab that it belongs to; one of its own, if missing
 * @property {boolean} [needsFinite] shows what the worker computes from the weights, which must be numbers
 */

/** How often open panels follow the training. */
const INTERVAL_MS = 500;

/**
 * A section of panels below the lab. A panel costs nothing until it is opened, and little then: it follows
 * the training twice a second, and a click at once.
 *
 * @template {string} PanelId
 */
export class PanelSection {
  #panels;
  #makers;
  #schedule = new Schedule();
  #messageWords;
  /** What is said where weights are no numbers any more. */
  #diverged;
  /** @type {Scene | null} */
  #scene = null;

  /**
   * @param {'inside' | 'trials'} name of the section, among the texts
   * @param {string} part
   * @param {Record<PanelId, PanelMaker>} makers of the panels, in their order
   * @param {SectionOptions} options
   */
  constructor(name, part, makers, options) {
    this.#makers = makers;
    const words = options.texts[name];
    const ids = /** @type {PanelId[]} */ (Object.keys(makers));
    this.#panels = ids.map((id) => this.#createPanel(id, { ...options, words }));
    this.#messageWords = messageWords(options.texts, options.formats.verbatim);
    this.#diverged = options.texts.inside.diverged;
    this.element = h(
      'section',
      { class: name, part, 'aria-label': words.title },
      h('h3', { class: 'inside-title' }, words.title),
      h('p', { class: 'panel-note' }, words.lead),
      ...this.#panels.map(({ element }) => element),
    );
  }

  /** @param {Scene} scene called with every frame */
  show(scene) {
    this.#scene = scene;
    for (const { element, request } of this.#panels) if (element.open) request.soon();
  }

  /** @param {PanelId} id */
  open(id) {
    const found = this.#panels.find((panel) => panel.id === id);
    if (found) found.element.open = true;
  }

  /**
   * @param {PanelId} id
   * @param {SectionOptions & { words: object }} options
   */
  #createPanel(id, { words, ...options }) {
    const texts = /** @type {PanelOptions['texts']} */ ({ ...options.texts, ...words });
    const message = h('p', { class: 'panel-message', hidden: true });
    const content = h('div', { class: 'panel-content' });
    const showMessage = (/** @type {string} */ text) => {
      setText(message, text);
      message.hidden = text === '';
      setHidden(content, text !== '');
    };
    /** @type {Panel | null} */
    let panel = null;
    const load = async () => {
      const create = await this.#makers[id].load();
      panel = create({
        ...options,
        texts,
        current: () => this.#scene,
        refresh: () => request.now(),
      });
      content.append(...panel.children);
      return panel;
    };
    const request = this.#schedule.add(
      () => this.#update(id, async () => panel ?? (await load()), showMessage),
      () => (this.#scene?.status === 'training' ? INTERVAL_MS : 0),
    );
    const named = /** @type {Record<string, { title: string, lead: string }>} */ (words);
    const element = disclosure({
      id,
      part: this.#makers[id].part,
      title: named[id].title,
      lead: named[id].lead,
      children: [message, content],
      onToggle: (isOpen) => {
        if (isOpen) request.now();
      },
    });
    return { id, element, request };
  }

  /**
   * @param {PanelId} id
   * @param {() => Promise<Panel>} getPanel
   * @param {(text: string) => void} showMessage instead of the panel's content
   */
  async #update(id, getPanel, showMessage) {
    const scene = this.#scene;
    // Once it has loaded, there is another scene.
    if (!scene || scene.status === 'loading') return;
    if (scene.frame.diverged && this.#makers[id].needsFinite) {
      showMessage(this.#diverged);
      return;
    }
    try {
      const panel = await getPanel();
      await panel.update(scene);
      showMessage('');
    } catch (error) {
      if (!isAbort(error)) showMessage(messageFrom(error)(this.#messageWords));
    }
  }
}
