import { isNotebookRun } from '../../state/config.js';
import { loadPart } from '../../worker/load-part.js';
import { PanelSection } from '../panel-section.js';

/** @typedef {import('../../state/lab-state.js').Scene} Scene */

/** What the panels are made by, in their order: fetched once one is opened. */
const PANELS = {
  parity: {
    load: async () => (await loadPart(() => import('./parity-panel.js'))).createParityPanel,
  },
  butterfly: {
    load: async () => (await loadPart(() => import('./butterfly-panel.js'))).createButterflyPanel,
  },
  gradients: {
    load: async () => (await loadPart(() => import('./gradient-panel.js'))).createGradientPanel,
    needsFinite: true,
  },
  activity: {
    load: async () => (await loadPart(() => import('./activity-panel.js'))).createActivityPanel,
    needsFinite: true,
  },
  cost: {
    load: async () => (await loadPart(() => import('./cost-panel.js'))).createCostPanel,
  },
};

/**
 * The section below the lab that looks behind its pictures.
 *
 * @extends {PanelSection<keyof typeof PANELS>}
 */
export class Inside extends PanelSection {
  /** @type {Scene['config'] | null} */
  #config = null;

  /** @param {import('../panel-section.js').SectionOptions} options */
  constructor(options) {
    super('inside', 'inside', PANELS, options);
  }

  /** @override @param {Scene} scene */
  show(scene) {
    const before = this.#config;
    this.#config = scene.config;
    // Who asks for the notebook's run wants to see that it is the notebook's.
    const isOther = scene.config !== before && !(before && isNotebookRun(before));
    if (isOther && isNotebookRun(scene.config)) this.open('parity');
    super.show(scene);
  }
}
