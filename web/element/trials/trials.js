import { loadPart } from '../../worker/load-part.js';
import { PanelSection } from '../panel-section.js';

/** What `hide` calls all of it. */
const PART = 'sweep';

/** What the panels are made by, in their order: fetched once one is opened. */
const PANELS = {
  sweep: {
    part: PART,
    load: async () => (await loadPart(() => import('./sweep-panel.js'))).createSweepPanel,
  },
  luck: {
    part: PART,
    load: async () => (await loadPart(() => import('./luck-panel.js'))).createLuckPanel,
  },
  influence: {
    part: PART,
    load: async () => (await loadPart(() => import('./influence-panel.js'))).createInfluencePanel,
  },
};

/**
 * The section below the lab that trains many runs at once.
 *
 * @extends {PanelSection<keyof typeof PANELS>}
 */
export class Trials extends PanelSection {
  /** @param {import('../panel-section.js').SectionOptions} options */
  constructor(options) {
    super('trials', PART, PANELS, options);
  }
}
