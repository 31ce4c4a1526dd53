/**
 * Runs in a page: the timeline of a run that holds all of its marks, in the lab's own styles, in light and in
 * dark. What has words is left out.
 *
 * @module
 */

import { TimelineControl } from '../../web/element/timeline.js';
import { History } from '../../web/state/history.js';

const WIDTH = 400;
const STYLES = ['base', 'controls', 'transport', 'timeline'];
/** Where it is, how far it has come, and what lies on its way. */
const [EPOCH, BEST, LAST, LIMIT] = [110, 70, 160, 200];
const SCHEDULE = '30:learning-rate=0.1';

/** @returns {Promise<void>} settled when the page has this style sheet */
function addStyles(/** @type {Node} */ root, /** @type {string} */ name) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `/web/element/styles/${name}.css`;
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = reject;
    root.appendChild(link);
  });
}

/** @param {'light' | 'dark'} theme */
async function showTimeline(theme) {
  const host = document.createElement('div');
  host.style.width = `${WIDTH}px`;
  const root = host.attachShadow({ mode: 'open' });
  const surface = document.createElement('div');
  surface.className = 'surface';
  surface.dataset.theme = theme;
  const place = document.createElement('div');
  place.className = 'timeline';
  surface.append(place);
  root.append(surface);
  document.body.append(host);
  await Promise.all(STYLES.map((name) => addStyles(root, name)));
  const timeline = new TimelineControl({
    texts: /** @type {any} */ ({ value: String, before: '', best: '' }),
    formats: /** @type {any} */ ({ count: String }),
    onGoto() {},
    place,
  });
  const history = new History();
  const rows = Array.from({ length: LAST + 1 }, (_, epoch) => {
    const loss = 0.2 + ((epoch - BEST) / LAST) ** 2;
    return [epoch, loss, loss, 0.5, 0.5];
  });
  history.append(rows.flat());
  const run = { history, metrics: { epoch: EPOCH }, divergence: LAST, travel: null };
  timeline.update(/** @type {any} */ ({ ...run, config: { schedule: SCHEDULE, epochs: LIMIT } }));
  const track = /** @type {HTMLElement} */ (place.querySelector('.epoch-track'));
  track.id = `timeline-${theme}`;
  place.replaceChildren(track);
}

document.body.style.margin = '0';
await showTimeline('light');
await showTimeline('dark');
Object.assign(window, { isShown: true });
