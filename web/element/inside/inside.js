import { disclosure } from '../../views/controls/disclosure.js';
import { isNotebookRun } from '../../state/config.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { Schedule } from '../../views/schedule.js';
import { loadPart } from '../../worker/load-part.js';
import { messageWords } from '../sentences.js';
import { isAbort, messageFrom } from '../../state/messages.js';

/** @typedef {import('../../state/lab-state.js').Scene} Scene */
/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {keyof typeof PANELS} PanelId */

/**
 * @typedef {Omit<import('./panel.js').PanelOptions, 'texts' | 'current' | 'refresh'>
 *   & { texts: import('../../languages/en.js').Texts }} InsideOptions
 */

/** What the panels are made by, in their order: fetched once one is opened. */
const PANELS = {
  parity: async () => (await loadPart(() => import('./parity-panel.js'))).createParityPanel,
  butterfly: async () =>
    (await loadPart(() => import('./butterfly-panel.js'))).createButterflyPanel,
  gradients: async () => (await loadPart(() => import('./gradient-panel.js'))).createGradientPanel,
  activity: async () => (await loadPart(() => import('./activity-panel.js'))).createActivityPanel,
  cost: async () => (await loadPart(() => import('./cost-panel.js'))).createCostPanel,
};
/** How often open panels follow the training. */
const INTERVAL_MS = 500;
/** Panels that show what the worker computes from the weights, which must be numbers. */
const NEEDS_FINITE = ['gradients', 'activity'];

/**
 * The section below the lab that looks behind its pictures. A panel costs nothing until it is opened,
 * and little then: it follows the training twice a second, and a click at once.
 */
export class Inside {
  #panels;
  #schedule = new Schedule();
  #messageWords;
  /** What is said where weights are no numbers any more. */
  #diverged;
  /** @type {Scene | null} */
  #scene = null;

  /** @param {InsideOptions} options */
  constructor(options) {
    const ids = /** @type {PanelId[]} */ (Object.keys(PANELS));
    this.#panels = ids.map((id) => this.#createPanel(id, options));
    this.#messageWords = messageWords(options.texts, options.formats.verbatim);
    const { title, lead, diverged } = options.texts.inside;
    this.#diverged = diverged;
    this.element = h(
      'section',
      { class: 'inside', part: 'inside', 'aria-label': title },
      h('h3', { class: 'inside-title' }, title),
      h('p', { class: 'panel-note' }, lead),
      ...this.#panels.map(({ element }) => element),
    );
  }

  /** @param {Scene} scene called with every frame */
  show(scene) {
    const { config } = scene;
    const before = this.#scene?.config;
    // Who asks for the notebook's run wants to see that it is the notebook's.
    if (config !== before && isNotebookRun(config) && !(before && isNotebookRun(before))) {
      this.#open('parity');
    }
    this.#scene = scene;
    for (const { element, request } of this.#panels) if (element.open) request.soon();
  }

  /** @param {PanelId} id */
  #open(id) {
    const found = this.#panels.find((panel) => panel.id === id);
    if (found) found.element.open = true;
  }

  /**
   * @param {PanelId} id
   * @param {InsideOptions} options
   */
  #createPanel(id, options) {
    const texts = { ...options.texts, ...options.texts.inside };
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
      const create = await PANELS[id]();
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
    const element = disclosure({
      id,
      title: texts[id].title,
      lead: texts[id].lead,
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
    if (scene.frame.diverged && NEEDS_FINITE.includes(id)) {
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
