/**
 * How the built site keeps up: how soon the boundary is there, and what a frame of training at full
 * speed takes of the page's own thread.
 *
 * @module
 */

import { button, settle, startSite, waitForEpoch, waitForState } from '../browser/support.js';
import { quantile, traceMainThread } from './main-thread.js';
import { timeOutcomes } from './outcome.js';

/** @typedef {import('../browser/support.js').Site} Site */

/**
 * @typedef {object} PageTimes milliseconds
 * @property {FrameTimes[]} frames in light and in dark
 * @property {FrameTimes} largeFrames of a network of 6×64
 * @property {number[]} progress until it is told how far a way has come, with that network
 * @property {number[]} paints of the boundary, after a new page was asked for
 * @property {number[]} ways to other epochs of a long run, until they are there
 * @property {Record<'default' | 'large', number[]>} outcomes until what a slider comes to is drawn
 * @property {number} drag frames a second that show another epoch, while a slider is dragged
 *
 * @typedef {object} FrameTimes what half and 95 % of them do not exceed, on the processor; the longest task
 *   meanwhile, by the clock; and how many there are a second
 * @property {number} median
 * @property {number} most
 * @property {number} task
 * @property {number} rate
 */

const LONG_RUN = 100_000;
const SMALL = { query: '?speed=max&layers=2&samples=40', from: LONG_RUN };
const LARGE = { query: '?speed=max&layers=64,64,64,64,64,64', from: 20 };
/** As far as a slider is dragged. */
const DRAGGED = 10_000;
/** Some three seconds. */
const WATCHED_FRAMES = 180;
const VISITS = 9;

/** @returns {Promise<PageTimes>} */
export async function measurePage() {
  const site = await startSite();
  try {
    const frames = [await watchFrames(site, SMALL), await watchFrames(site, SMALL, 'dark')];
    const largeFrames = await watchFrames(site, LARGE);
    const progress = await timeProgress(site);
    const paints = [];
    for (let visit = 0; visit < VISITS; visit += 1) paints.push(await timeToPaint(site));
    const outcomes = {
      default: await timeOutcomes(site, ''),
      large: await timeOutcomes(site, '?layers=64,64', 1),
    };
    return { frames, largeFrames, progress, paints, ...(await travel(site)), outcomes };
  } finally {
    await site.close();
  }
}

/**
 * @param {Site} site
 * @param {{ query: string, from: number }} run what is trained, and from which epoch on it is watched
 * @param {'light' | 'dark'} [colorScheme]
 */
async function watchFrames(site, { query, from }, colorScheme = 'light') {
  /** @type {FrameTimes} */
  let times = { median: NaN, most: NaN, task: NaN, rate: NaN };
  await site.visit({ query, colorScheme }, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Train').click();
    await waitForEpoch(page, from);
    const { tasks, frames } = await traceMainThread(page, () => settle(page, WATCHED_FRAMES));
    const busy = frames.map((frame) => frame.busy);
    const seconds = ((tasks.at(-1)?.start ?? NaN) - tasks[0].start) / 1000;
    times = {
      median: quantile(busy, 0.5),
      most: quantile(busy, 0.95),
      task: Math.max(...tasks.map(({ duration }) => duration)),
      rate: frames.length / seconds,
    };
  });
  return times;
}

/**
 * @param {Site} site
 * @returns {Promise<number[]>} until it is told how far it has come
 */
async function timeProgress(site) {
  /** @type {number[]} */
  let times = [];
  await site.visit(LARGE, async (page) => {
    await waitForState(page, 'ready');
    await page.locator('.lab[data-complete]').waitFor();
    times = await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      const line = /** @type {Element} */ (lab?.shadowRoot?.querySelector('.deed'));
      const found = [];
      for (let way = 1; way <= 9; way += 1) {
        const began = performance.now();
        const told = new Promise((resolve) => {
          const options = { subtree: true, childList: true, characterData: true };
          new MutationObserver(resolve).observe(line, options);
        });
        const arrived = lab?.goto(200 * way);
        await told;
        found.push(performance.now() - began);
        await arrived;
      }
      return found;
    });
  });
  return times;
}

/**
 * To epochs all over a long run of the default network, and along the last part of it.
 *
 * @param {Site} site
 * @returns {Promise<Pick<PageTimes, 'ways' | 'drag'>>}
 */
async function travel(site) {
  /** @type {Pick<PageTimes, 'ways' | 'drag'>} */
  let found = { ways: [], drag: NaN };
  await site.visit({ query: '?speed=max' }, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate((last) => document.querySelector('moon-lab')?.goto(last), LONG_RUN);
    const ways = await page.evaluate(timeWays, LONG_RUN);
    await page.evaluate((last) => document.querySelector('moon-lab')?.goto(last), DRAGGED);
    found = { ways, drag: await page.evaluate(countDragged, DRAGGED) };
  });
  return found;
}

/**
 * Runs in the page.
 *
 * @param {number} last epoch
 */
async function timeWays(last) {
  const lab = document.querySelector('moon-lab');
  const times = [];
  for (let way = 1; way <= 60; way += 1) {
    const began = performance.now();
    await lab?.goto((way * 61_803) % last);
    times.push(performance.now() - began);
  }
  return times;
}

/**
 * Runs in the page: a hand that moves with every frame for two seconds.
 *
 * @param {number} last epoch
 */
async function countDragged(last) {
  const lab = document.querySelector('moon-lab');
  const slider = /** @type {HTMLInputElement | null | undefined} */ (
    lab?.shadowRoot?.querySelector('.epoch-track input')
  );
  const seen = new Set();
  const began = performance.now();
  for (let share = 0; share < 1; share = (performance.now() - began) / 2000) {
    if (slider) slider.value = String(Math.round(last * Math.abs(Math.sin(7 * share))));
    slider?.dispatchEvent(new Event('input'));
    await new Promise(requestAnimationFrame);
    seen.add(lab?.metrics?.epoch);
  }
  return seen.size / 2;
}

/**
 * @param {Site} site
 * @returns {Promise<number>} milliseconds after a new page is asked for
 */
async function timeToPaint(site) {
  /** @type {(time: number) => void} */
  let tell = () => {};
  const painted = new Promise((resolve) => (tell = resolve));
  // Told by the page: to ask it with every frame would hold up what is measured.
  const prepare = async (/** @type {import('playwright-core').Page} */ page) => {
    await page.exposeFunction('tellPaint', tell);
    await page.addInitScript(markFirstPaint);
  };
  let time = NaN;
  await site.visit({ before: prepare }, async () => {
    time = await painted;
  });
  return time;
}

/** Runs in the page: tells of the frame after the one in which the boundary's grid was drawn. */
function markFirstPaint() {
  const { putImageData } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.putImageData = function (/** @type {any[]} */ ...image) {
    CanvasRenderingContext2D.prototype.putImageData = putImageData;
    requestAnimationFrame(() => /** @type {any} */ (window).tellPaint(performance.now()));
    Reflect.apply(putImageData, this, image);
  };
}
