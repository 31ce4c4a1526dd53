/**
 * The page of a frame: one lab, set up by the address, that tells the page around it its height.
 */

import '../element/define.js';
import { readParameters } from '../state/query.js';
import { CANVAS_RESIZE, EVENT, HEIGHT, HELLO } from './frame-messages.js';

/** Changes that come together, as while fonts and pictures arrive, are told once. */
const SETTLE_MS = 100;
/** What the page around is told of. */
const EVENTS = ['ready', 'finish', 'goal'];

const lab = /** @type {import('../element/moon-lab-element.js').MoonLabElement} */ (
  document.querySelector('moon-lab')
);
const root = document.documentElement;

let timer = 0;
let toldHeight = 0;

/** @param {object} message */
function tell(message) {
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  toldHeight = height;
  tell({ type: HEIGHT, height });
  tell({ subject: CANVAS_RESIZE, height });
  showFollowed();
}

/** Whether the page around has given the height; if not, the frame has to scroll. */
function showFollowed() {
  root.toggleAttribute('data-followed', window.innerHeight >= toldHeight);
}

function onContentResize() {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (Math.ceil(document.body.getBoundingClientRect().height) !== toldHeight) tellHeight();
  }, SETTLE_MS);
}

const parameters = readParameters(location.search);
// Of the page rather than of the lab: the lab speaks the language of the page that it is in.
root.lang = parameters.get('lang') ?? root.lang;
parameters.delete('lang');
lab.query = parameters.toString();
new ResizeObserver(onContentResize).observe(document.body);
window.addEventListener('resize', showFollowed);
window.addEventListener('message', ({ source, data }) => {
  if (source === window.parent && data?.type === HELLO) tellHeight();
});
for (const name of EVENTS) {
  lab.addEventListener(name, (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    tell({ type: EVENT, name, detail: detail ?? lab.metrics });
  });
}
