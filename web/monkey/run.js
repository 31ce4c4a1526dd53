import { chooseStep } from './choose.js';
import { perform, settle, TAKES_FOCUS } from './deeds.js';
import {
  checkAccessibility,
  checkFocus,
  checkRun,
  checkSize,
  measure,
  told,
  watchPage,
} from './invariants.js';

/** @typedef {import('./choose.js').Step} Step */
/** @typedef {import('./deeds.js').Lab} Lab */
/** @typedef {import('./invariants.js').Fault} Fault */

/** So often a fresh run is compared with the lab's. */
const CHECK_INTERVAL = 10;
/** No step takes so long on the slowest of machines. */
const STEP_MS = 120_000;

/**
 * @typedef {object} Plan
 * @property {Lab} lab
 * @property {string} seed
 * @property {Step[]} [steps] to take instead of those that the seed brings
 * @property {number} most steps
 * @property {number} milliseconds after which no further step begins
 * @property {AbortSignal} signal ends it after the step that is under way
 * @property {(steps: Step[]) => void} onStep
 */

/**
 * Uses a lab until something is wrong, or the plan ends it.
 *
 * @param {Plan} plan
 * @returns {Promise<{ steps: Step[], faults: Fault[] }>}
 */
export async function run({ lab, seed, steps: given, most, milliseconds, signal, onStep }) {
  const ending = new AbortController();
  const { faults, workers } = watchPage(lab, ending.signal);
  const stage = {
    lab,
    query: lab.query,
    lang: document.documentElement.lang,
    place: /** @type {Element} */ (lab.parentElement),
  };
  /** @type {Step[]} */
  const steps = [];
  /** @type {import('./invariants.js').Size | null} */
  let first = null;

  /** @param {Step} step */
  async function take(step) {
    const focused = await perform(stage, step);
    await settle(lab);
    if (!TAKES_FOCUS.includes(step.do)) faults.push(...checkFocus(focused));
    const isHome = step.do === 'home';
    if (isHome || steps.length % CHECK_INTERVAL === 0) await checkNumbers();
    if (isHome) await checkPage();
  }

  async function checkNumbers() {
    const wasTraining = lab.state === 'training';
    await lab.pause();
    await settle(lab);
    faults.push(...(await checkRun(lab)));
    if (wasTraining) await lab.train();
  }

  async function checkPage() {
    const size = measure(lab);
    first ??= size;
    faults.push(...checkSize(size, first, workers), ...(await checkAccessibility(lab)));
  }

  try {
    await settle(lab);
    const end = performance.now() + milliseconds;
    const isOver = () =>
      signal.aborted || steps.length >= most || performance.now() >= end || faults.length > 0;
    while (!isOver()) {
      const step = given ? given[steps.length] : chooseStep(lab, seed, steps.length + 1);
      steps.push(step);
      onStep(steps);
      await withinTime(take(step));
    }
    if (faults.length === 0) await withinTime(take({ do: 'home' }));
  } catch (error) {
    faults.push({ kind: 'step', message: told(error) });
  } finally {
    ending.abort();
  }
  return { steps, faults };
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
async function withinTime(promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${STEP_MS / 1000} s`)), STEP_MS);
  });
  try {
    return /** @type {T} */ (await Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}
