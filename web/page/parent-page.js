/**
 * What a page in a frame, of which the lab is the most, tells the page around it, and does for it: the
 * messages are those of frame-messages.js.
 *
 * @module
 */
import {
  ANSWER,
  ERROR,
  EVENT,
  HEIGHT,
  HELLO,
  LTI_RESIZES,
  checkRequest,
  isMessage,
} from './frame-messages.js';

/** @typedef {import('../element/moon-lab-element.js').MoonLabElement} MoonLabElement */
/** @typedef {import('./frame-messages.js').Request} Request */

/** Changes that come together, as while fonts and pictures arrive, are told once. */
const SETTLE_MS = 100;
/** What the page around is told of. */
const EVENTS = ['ready', 'progress', 'finish', 'goal', 'error', 'configchange'];
/** What a lab is seen in whose window is as high as it asks for, so that it must not ask the window. */
const LAB_HEIGHT = '56rem';

const root = document.documentElement;

/** @param {MoonLabElement} lab */
export function talkToParent(lab) {
  if (window.parent === window) return;
  root.style.setProperty('--moonlab-window-height', LAB_HEIGHT);
  const tellHeight = watchHeight();
  for (const name of EVENTS) {
    lab.addEventListener(name, (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      tell({ type: EVENT, name, detail: detail ?? lab.metrics });
    });
  }
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || !isMessage(data)) return;
    if (data.type === HELLO) tellHeight();
    else answer(lab, data);
  });
  tell({ type: HELLO });
}

/**
 * None of it is for particular eyes.
 *
 * @param {object} message
 */
function tell(message) {
  window.parent.postMessage(message, '*');
}

/** @returns {() => void} tells the height at once */
function watchHeight() {
  let timer = 0;
  let toldHeight = 0;
  const height = () => Math.ceil(document.body.getBoundingClientRect().height);
  // Where the page around has given the height there is nothing to scroll; else there is.
  const showFollowed = () => {
    const isFollowed = window.innerHeight >= toldHeight;
    root.toggleAttribute('data-followed', isFollowed);
    root.style.overflow = isFollowed ? 'hidden' : '';
  };
  const tellHeight = () => {
    toldHeight = height();
    tell({ type: HEIGHT, height: toldHeight });
    for (const subject of LTI_RESIZES) tell({ subject, height: toldHeight });
    showFollowed();
  };
  const onContentResize = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => height() !== toldHeight && tellHeight(), SETTLE_MS);
  };
  new ResizeObserver(onContentResize).observe(document.body);
  window.addEventListener('resize', showFollowed);
  return tellHeight;
}

/**
 * @param {MoonLabElement} lab
 * @param {{ type: string, id?: unknown }} message
 */
async function answer(lab, message) {
  const about = { to: message.type, id: message.id };
  try {
    const result = await ACTIONS[checkRequest(message)](lab, message);
    tell({ type: ANSWER, ...about, ...result, state: lab.state, metrics: lab.metrics });
  } catch (error) {
    tell({ type: ERROR, ...about, message: /** @type {Error} */ (error).message });
  }
}

/** @type {Record<Request, (lab: MoonLabElement, message: any) => Promise<object | void> | void>} */
const ACTIONS = {
  'moonlab:hello': () => {},
  'moonlab:theme': (_, { theme }) => {
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
  },
  'moonlab:config': (lab, { config }) => configure(lab, config),
  'moonlab:train': (lab) => lab.train(),
  'moonlab:pause': (lab) => lab.pause(),
  'moonlab:step': (lab, { epochs }) => lab.step(epochs),
  'moonlab:reset': (lab) => lab.reset(),
  'moonlab:record': async (lab, { record }) =>
    record === undefined ? { record: await lab.exportRecord() } : lab.importRecord(record),
  'moonlab:state': () => {},
};

/**
 * @param {MoonLabElement} lab
 * @param {any} patch
 * @throws {TypeError} with all that is not accepted; the rest is
 */
function configure(lab, patch) {
  /** @type {string[]} */
  const errors = [];
  const collect = (/** @type {Event} */ event) =>
    errors.push(/** @type {CustomEvent} */ (event).detail.message);
  lab.addEventListener('error', collect);
  lab.config = patch;
  lab.removeEventListener('error', collect);
  if (errors.length > 0) throw new TypeError(errors.join('; '));
}
