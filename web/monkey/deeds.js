/**
 * What the monkey can do to a lab, each as a function of a step that is plain JSON, and when the lab has
 * settled after it.
 *
 * @module
 */
import { SCHEMA } from '../state/schema.js';
import { findTarget } from './targets.js';

/** @typedef {import('../element/moon-lab-element.js').MoonLabElement} Lab */
/** @typedef {import('./choose.js').Step} Step */

/**
 * @typedef {object} Stage
 * @property {Lab} lab
 * @property {string} query that the lab began with
 * @property {string} lang of the page
 * @property {Element} place that the lab stands in
 */

/** @typedef {(string | number)[]} Place */

/** Longer than anything that a lab is asked for here takes, on the slowest of machines. */
const PATIENCE_MS = 60_000;
/** Where nothing is drawn, as in a hidden page, there are no frames to wait for. */
const FRAME_MS = 250;

/** What is put in the place of something else. @type {unknown[]} */
const WRONG = ['<b>', -1, 1e99, null, true, {}, [], undefined];

/** After these nobody may expect the focus to be where it was: the lab was taken from under it. */
export const TAKES_FOCUS = ['home', 'hide', 'move', 'leave', 'resize'];

/**
 * @param {Stage} stage
 * @param {Step} step
 * @returns {Promise<Element | null>} what had the focus, settled once it is done; what follows of it
 *   may still be under way
 */
export async function perform(stage, step) {
  const { lab } = stage;
  const target = step.target === undefined ? undefined : findTarget(lab, step.target);
  const { activeElement } = document;
  if (step.target !== undefined && !target) return activeElement;
  if (target) focusOn(target);
  const focused = document.activeElement;
  await DEEDS[step.do]?.(stage, step.value, /** @type {any} */ (target));
  return focused;
}

/** @param {HTMLElement} target */
function focusOn(target) {
  // Sliders are for the pointer alone, and are not asked for by name.
  if (target.tabIndex >= 0) target.focus({ preventScroll: true });
}

/** @type {Record<string, (stage: Stage, value: any, target: any) => unknown>} */
const DEEDS = {
  press: (_, __, target) => target?.click(),

  set(_, value, target) {
    if (!target) return;
    target.value = value;
    target.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    target.dispatchEvent(new Event('change', { bubbles: true }));
  },

  key(_, value, target) {
    if (!target) return;
    const options = { ...value, bubbles: true, composed: true, cancelable: true };
    const isFree = target.dispatchEvent(new KeyboardEvent('keydown', options));
    // What browsers do by themselves, where it is a person who presses.
    const isPressed = ['Enter', ' '].includes(value.key) && target.matches('button, summary');
    if (isFree && isPressed) target.click();
    target.dispatchEvent(new KeyboardEvent('keyup', options));
  },

  point: (_, value, target) => target && point(target, value),

  config({ lab }, value) {
    lab.config = value;
  },

  attribute({ lab }, { name, value }) {
    if (value === null) lab.removeAttribute(name);
    else lab.setAttribute(name, value);
  },

  async train({ lab }, count) {
    await lab.train();
    await frames(count);
  },

  epochs: ({ lab }, count) => lab.step(count),
  reset: ({ lab }) => lab.reset(),

  resize({ lab }, width) {
    lab.style.width = width;
  },

  async hide({ lab }, count) {
    lab.hidden = true;
    await frames(count);
    lab.hidden = false;
  },

  move: ({ lab, place }, goal) => (goal === 'page' ? document.body : place).append(lab),

  async leave({ lab, place }, count) {
    lab.remove();
    await frames(count);
    place.append(lab);
  },

  scroll(_, share) {
    const { scrollHeight } = document.documentElement;
    window.scrollTo(0, share * scrollHeight);
  },

  speak({ lang }, value) {
    document.documentElement.lang = value || lang;
  },

  async spoil({ lab }, how) {
    const record = spoil(await exportRecord(lab), how);
    await lab.importRecord(record).catch(expectRefusal);
  },

  async reopen({ lab }) {
    const record = await exportRecord(lab);
    if (record) await lab.importRecord(record);
  },

  wait: (_, count) => frames(count),

  async home({ lab, query, lang, place }) {
    if (lab.parentNode !== place) place.append(lab);
    await lab.pause();
    lab.style.width = '';
    document.documentElement.lang = lang;
    const all = /** @type {any} */ (Object.fromEntries(SCHEMA.map(({ key }) => [key, null])));
    lab.config = all;
    lab.query = query;
    for (const fold of lab.shadowRoot?.querySelectorAll('details') ?? []) fold.open = false;
    await lab.reset();
  },
};

/**
 * @param {Lab} lab
 * @returns {Promise<import('../state/record.js').LabRecord | null>} null where there is none to have
 */
export async function exportRecord(lab) {
  // What has diverged, or has failed to begin, is no run to keep.
  if (lab.state === 'failed' || !lab.metrics) return null;
  try {
    return await lab.exportRecord();
  } catch (error) {
    // Only who trains is told that it has diverged.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** @param {unknown} error */
function expectRefusal(error) {
  const isRefusal = error instanceof TypeError || error instanceof RangeError;
  const isCancelled = error instanceof DOMException && error.name === 'AbortError';
  if (!isRefusal && !isCancelled) throw error;
}

/**
 * @param {HTMLElement} canvas
 * @param {{ type: string, path: [number, number][], ends: string }} how
 */
function point(canvas, { type, path, ends }) {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const send = (/** @type {string} */ name, /** @type {[number, number]} */ [x, y], more = {}) => {
    const place = { clientX: left + x * width, clientY: top + y * height };
    const common = { bubbles: true, composed: true, cancelable: true, ...place, ...more };
    const Kind = name === 'click' ? MouseEvent : name === 'wheel' ? WheelEvent : PointerEvent;
    const pointer = { pointerId: 1, isPrimary: true, pointerType: type };
    canvas.dispatchEvent(new Kind(name, { ...common, ...pointer }));
  };
  const last = path[path.length - 1];
  send('pointerenter', path[0], { bubbles: false });
  send('pointerdown', path[0], { buttons: 1 });
  for (const place of path) send('pointermove', place, { buttons: 1 });
  if (ends === 'cancel') send('pointercancel', last);
  else send('pointerup', last);
  if (ends === 'click') send('click', last);
  if (ends === 'wheel') send('wheel', last, { deltaY: 40 });
  if (ends === 'leave' || type === 'touch') send('pointerleave', last, { bubbles: false });
}

/**
 * @param {number} count
 * @returns {Promise<void>}
 */
async function frames(count) {
  for (let i = 0; i < count; i += 1) await frame();
}

/** @returns {Promise<void>} */
function frame() {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // After what else is done in the frame.
      setTimeout(resolve);
    });
  });
}

/**
 * @param {import('../element/moon-lab-element.js').MoonLabElement} lab
 * @returns {Promise<void>} settled when the lab has its experiment, or has said why not, and shows it
 * @throws {Error} if it never does
 */
export async function settle(lab) {
  const end = performance.now() + PATIENCE_MS;
  await frames(2);
  while (lab.state === 'loading') {
    if (performance.now() > end) throw new Error('the lab has been loading for a minute');
    // It loads when it is about to be seen.
    lab.scrollIntoView({ block: 'nearest' });
    await frames(1);
  }
  await frames(1);
}

/**
 * @param {unknown} json
 * @param {{ place: number, wrong: number }} how `place` is a share of all places in it
 * @returns {unknown} the same, spoilt at one place
 */
export function spoil(json, { place, wrong }) {
  const places = placesIn(json, []);
  const path = places[Math.floor(place * places.length)];
  return replaced(json, path, WRONG[wrong]);
}

/**
 * @param {unknown} json
 * @param {Place} path
 * @returns {Place[]} it, and all below it; of each list, its first item stands for all
 */
function placesIn(json, path) {
  if (typeof json !== 'object' || json === null) return [path];
  const keys = Array.isArray(json) ? [...json.keys()].slice(0, 1) : Object.keys(json);
  const below = keys.flatMap((key) => placesIn(Reflect.get(json, key), [...path, key]));
  return [path, ...below];
}

/**
 * @param {any} json
 * @param {Place} path
 * @param {unknown} value
 * @returns {unknown} a copy
 */
function replaced(json, [key, ...rest], value) {
  if (key === undefined) return value;
  const copy = Array.isArray(json) ? [...json] : { ...json };
  copy[key] = replaced(json[key], rest, value);
  return copy;
}
