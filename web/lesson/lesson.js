/**
 * The lesson's page: everything that can be read is in its HTML; this brings it to life.
 *
 * @module
 */
import { keepWheel } from '../element/input.js';
import { loadEngine } from '../engine/load.js';
import { setUpContents } from './contents.js';
import { Drawer } from './drawer.js';
import { Frames } from './frames.js';
import { LiveValues } from './live.js';
import { mountWidgets } from './mount.js';
import { setUpPredictions } from './prediction.js';
import { Progress } from './progress.js';
import { PageTheme } from './theme.js';

/** @type {ReturnType<typeof loadEngine> | undefined} */
let engine;
const progress = new Progress();
const live = new LiveValues();
const theme = new PageTheme();
const drawer = new Drawer(live);

/** @type {import('./place.js').Lesson} */
const lesson = {
  engine: () => (engine ??= loadEngine().catch(forgetEngine)),
  frames: new Frames(),
  theme,
  live,
  showQuantity: (id) => drawer.open(id),
};

/**
 * @param {unknown} error
 * @returns {never} whoever asks again tries again
 */
function forgetEngine(error) {
  engine = undefined;
  throw error;
}

const select = /** @type {HTMLSelectElement} */ (document.getElementById('theme'));
select.value = theme.choice = progress.theme;
select.addEventListener('change', () => {
  progress.theme = theme.choice = /** @type {'light' | 'dark' | 'auto'} */ (select.value);
});
/** @type {HTMLElement} */ (document.getElementById('tools')).hidden = false;

setUpContents(/** @type {HTMLElement} */ (document.getElementById('contents')), progress);
setUpPredictions(lesson, progress);
drawer.setUpMentions(document.querySelectorAll('[data-quantity]'));
mountWidgets(lesson);
keepWheel(document);
