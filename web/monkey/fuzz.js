/**
 * A monkey that uses a page's lab by chance, and reports what goes wrong with the steps that lead there.
 *
 * @module
 */
import { h } from '../views/dom.js';
import { exportRecord } from './deeds.js';
import { run } from './run.js';

/** @typedef {import('./choose.js').Step} Step */
/** @typedef {import('./deeds.js').Lab} Lab */

/**
 * @typedef {object} Report plain JSON; played again, it takes the same steps
 * @property {string} seed
 * @property {string} address that repeats it
 * @property {{ width: number, height: number }} window
 * @property {Step[]} steps
 * @property {import('./invariants.js').Fault[]} faults
 * @property {unknown} record of the lab at the end; null where it had none to give
 */

/** For the lab's record, at the end. */
const RECORD_MS = 5000;

/** So many steps are shown; the record holds all. */
const SHOWN = 20;

/**
 * @param {Lab} lab
 * @param {URLSearchParams} asked
 */
export async function fuzz(lab, asked) {
  let stopping = new AbortController();
  const { href } = location;
  const panel = createPanel({
    onStop: () => stopping.abort(),
    onPlay: (record) => begin(/** @type {Report} */ (record).seed, {}, stepsOf(record)),
  });
  document.body.append(panel.element);

  /**
   * @param {string} seed
   * @param {{ most?: number, seconds?: number }} limits
   * @param {Step[]} [steps]
   */
  async function begin(seed, { most = Infinity, seconds = Infinity }, steps) {
    stopping = new AbortController();
    panel.begin(seed);
    const { signal } = stopping;
    const found = await run({
      ...{ lab, seed, steps, signal, onStep: panel.showSteps },
      most: steps ? steps.length : most,
      milliseconds: 1000 * seconds,
    });
    const report = {
      seed,
      address: href,
      window: sizeOfWindow(),
      ...found,
      record: await kept(lab),
    };
    panel.end(report);
    window.dispatchEvent(new CustomEvent('fuzz', { detail: report }));
  }

  try {
    const limits = {
      most: readLimit(asked, 'fuzz-steps'),
      seconds: readLimit(asked, 'fuzz-seconds'),
    };
    await begin(asked.get('fuzz') || '0', limits);
  } catch (error) {
    panel.refuse(error);
  }
}

/**
 * @param {URLSearchParams} asked
 * @param {string} name
 * @returns {number | undefined}
 */
function readLimit(asked, name) {
  const text = asked.get(name);
  if (text === null) return undefined;
  const number = Number(text);
  if (number > 0) return number;
  throw new RangeError(`${name}: ${text} is not accepted; allowed are numbers above 0`);
}

/**
 * @param {any} record
 * @returns {Step[]}
 */
function stepsOf(record) {
  const isList = Array.isArray(record?.steps);
  if (isList && record.steps.every((/** @type {any} */ step) => typeof step?.do === 'string')) {
    return record.steps;
  }
  throw new TypeError('record: has no steps; allowed are files that Fuzz has saved');
}

function sizeOfWindow() {
  return { width: window.innerWidth, height: window.innerHeight };
}

/** @param {Lab} lab */
async function kept(lab) {
  const late = new Promise((resolve) => setTimeout(resolve, RECORD_MS, null));
  return Promise.race([exportRecord(lab).catch(() => null), late]);
}

/**
 * What the page says at its end of the monkey's doings. It is for whoever works on the lab, and in
 * English alone.
 *
 * @param {{ onStop: () => void, onPlay: (record: unknown) => void }} actions
 */
export function createPanel({ onStop, onPlay }) {
  const title = h('h2', {}, 'Fuzz');
  const status = h('p');
  const stop = h('button', { type: 'button', onclick: onStop }, 'Stop');
  const player = h('input', { type: 'file', accept: '.json', onchange: play });
  const details = h('div');
  const element = h(
    'section',
    { 'data-fuzz': 'running', 'aria-label': 'Fuzz' },
    title,
    status,
    stop,
    h('label', {}, 'Play a record: ', player),
    details,
  );
  Object.assign(element.style, { padding: '1em', font: '14px/1.4 system-ui, sans-serif' });

  async function play() {
    const [file] = player.files ?? [];
    player.value = '';
    if (file) onPlay(JSON.parse(await file.text()));
  }

  return {
    element,

    /** @param {string} seed */
    begin(seed) {
      element.dataset.fuzz = 'running';
      title.textContent = `Fuzz ${seed}`;
      stop.hidden = false;
      details.replaceChildren();
    },

    /** @param {Step[]} steps */
    showSteps(steps) {
      status.textContent = `Step ${steps.length}: ${print(steps[steps.length - 1])}`;
    },

    /** @param {Report} report */
    end(report) {
      const { faults, steps, address } = report;
      element.dataset.fuzz = faults.length > 0 ? 'failed' : 'passed';
      stop.hidden = true;
      status.textContent =
        faults.length > 0 ? `A fault at step ${steps.length}.` : `${steps.length} steps, no fault.`;
      const file = new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' });
      details.replaceChildren(
        ...faults.map(({ kind, message }) => h('pre', {}, `${kind}: ${message}`)),
        h('p', {}, h('a', { href: address }, 'The same steps again')),
        h(
          'p',
          {},
          h('a', { href: URL.createObjectURL(file), download: 'fuzz.json' }, 'The record'),
        ),
        h(
          'ol',
          { start: Math.max(1, steps.length - SHOWN + 1) },
          ...steps.slice(-SHOWN).map((step) => h('li', {}, print(step))),
        ),
      );
    },

    /** @param {unknown} error */
    refuse(error) {
      element.dataset.fuzz = 'refused';
      stop.hidden = true;
      status.textContent = error instanceof Error ? error.message : String(error);
    },
  };
}

/** @param {Step} step */
function print({ do: name, target = '', label = '', value }) {
  const given = value === undefined ? '' : JSON.stringify(value);
  return [name, target, label && `“${label}”`, given].filter(Boolean).join(' ');
}
