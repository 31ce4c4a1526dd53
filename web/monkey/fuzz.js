/**
 * A monkey that uses a page's lab by chance, and reports what goes wrong with the steps that lead
 * there.
 *
 * @module
 */

import { exportRecord } from './deeds.js';
import { createPanel } from './panel.js';
import { run } from './run.js';

/** @typedef {import('./deeds.js').Lab} Lab */
/** @typedef {import('./choose.js').Step} Step */

/**
 * @typedef {object} Report plain JSON; played again, it takes the same steps
 * @property {string} seed
 * @property {string} address that repeats it
 * @property {{ width: number, height: number }} window
 * @property {Step[]} steps
 * @property {import('./watch.js').Fault[]} faults
 * @property {unknown} record of the lab at the end; null where it had none to give
 */

/** For the lab's record, at the end. */
const RECORD_MS = 5000;

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
