/**
 * The page of a frame: one lab, set up by the address, that goes with the page around it.
 */

import '../element/define.js';
import { readParameters } from '../state/query.js';
import { readQuery } from './address.js';
import { talkToParent } from './parent-page.js';
import { startTrials } from './trials.js';

const lab = /** @type {import('../element/moon-lab-element.js').MoonLabElement} */ (
  document.querySelector('moon-lab')
);
const root = document.documentElement;
const query = readQuery(location);
const parameters = readParameters(query);
// Of the page rather than of the lab: the lab speaks the language of the page that it is in.
root.lang = parameters.get('lang') ?? root.lang;
parameters.delete('lang');
lab.query = parameters.toString();
// A page around that names other settings behind the # gets another lab without asking the host.
window.addEventListener('hashchange', () => {
  if (readQuery(location) !== query) location.reload();
});
talkToParent(lab);
startTrials(lab);
