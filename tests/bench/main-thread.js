/**
 * What the page's main thread does in a frame, as Chromium's own trace tells it.
 *
 * @module
 */

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} TraceEvent times in microseconds
 * @property {string} name
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} [dur]
 * @property {number} [tdur] of the processor
 *
 * @typedef {object} Task times in milliseconds
 * @property {number} start
 * @property {number} duration
 * @property {number} busy of it, on the processor: the rest is what others had of a busy machine
 *
 * @typedef {{ duration: number, busy: number }} Frame in all of a frame's tasks, milliseconds
 */

const TASK = 'RunTask';
const CALLBACK = 'FireAnimationFrame';
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * @param {Page} page
 * @param {() => Promise<unknown>} use what is to be watched
 * @returns {Promise<{ tasks: Task[], frames: Frame[] }>} the main thread's tasks; and every frame but
 *   the last, with all tasks from its own to the next frame's
 */
export async function traceMainThread(page, use) {
  const browser = page.context().browser();
  if (!browser) throw new Error('A page without a browser has no trace');
  await browser.startTracing(page, { categories: CATEGORIES });
  await use();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  return readTrace(traceEvents);
}

/** @param {TraceEvent[]} events */
function readTrace(events) {
  const callbacks = events.filter(({ name }) => name === CALLBACK);
  if (callbacks.length === 0) throw new Error('The trace has no animation frame');
  const [{ pid, tid }] = callbacks;
  const tasks = events
    .filter((event) => event.name === TASK && event.pid === pid && event.tid === tid)
    .map(({ ts, dur = 0, tdur = 0 }) => ({
      start: ts / 1000,
      duration: dur / 1000,
      busy: tdur / 1000,
    }))
    .sort((a, b) => a.start - b.start);
  const starts = callbacks.map(({ ts }) => ts / 1000).sort((a, b) => a - b);
  return { tasks, frames: framesOf(tasks, starts) };
}

/**
 * @param {Task[]} tasks ascending
 * @param {number[]} callbacks when they started, ascending
 * @returns {Frame[]}
 */
function framesOf(tasks, callbacks) {
  /** @type {Frame[]} */
  const frames = [];
  let next = 0;
  for (const { start, duration, busy } of tasks) {
    const first = next;
    while (callbacks[next] < start + duration) next += 1;
    // All callbacks of a frame run in one task.
    if (next > first) frames.push({ duration: 0, busy: 0 });
    const frame = frames.at(-1);
    if (!frame) continue;
    frame.duration += duration;
    frame.busy += busy;
  }
  return frames.slice(0, -1);
}

/**
 * @param {number[]} values
 * @param {number} share 0 … 1
 * @returns {number} of the values, the one that so many of them do not exceed
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
