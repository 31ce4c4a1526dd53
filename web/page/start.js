/**
 * What the lab's page runs first, small as it is: it sends for the engine, and for the experiment that
 * an address without settings means, while the rest arrives.
 */

import { giveHeadStart } from '../element/head-start.js';
import { defaultConfig } from '../state/presets.js';
import { readQuery } from './address.js';
import { startTrials } from './trials.js';

const lab = /** @type {Element} */ (document.querySelector('moon-lab'));
giveHeadStart(lab, readQuery(location) === '' ? defaultConfig() : undefined);
import('./page.js');
startTrials(lab);
