import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { button, startSite, waitForEpoch, waitForState } from './support.js';

/**
 * How long a frame takes, the benchmark measures. Here is counted what it does, which is the same on
 * any machine.
 */

/** @typedef {import('./support.js').Page} Page */

/**
 * @typedef {object} Frame
 * @property {number} calls of canvas contexts
 * @property {number} pictures canvases of the lab that were drawn
 * @property {boolean} isOnce whether each of them was drawn once
 * @property {boolean} hasBoundary whether the map was painted
 */

const [SHORT_RUN, LONG_RUN] = [1000, 100_000];
const FRAMES = 60;
/** With curves of some hundred points, however long a run is; a point an epoch would be a hundred times as many. */
const MOST_CALLS = 1000;

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** Runs in the page: counts the calls of all canvases, in all and by canvas. */
function countCalls() {
  /** @type {any} */
  const { prototype } = CanvasRenderingContext2D;
  const counts = { calls: 0, maps: 0, cleared: /** @type {HTMLCanvasElement[]} */ ([]) };
  Object.assign(window, { counts });
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (typeof value !== 'function' || name === 'constructor') continue;
    prototype[name] = function (/** @type {unknown[]} */ ...given) {
      counts.calls += 1;
      if (name === 'putImageData') counts.maps += 1;
      // Every picture begins with it.
      if (name === 'clearRect' && this.canvas.getRootNode().host) counts.cleared.push(this.canvas);
      return Reflect.apply(value, this, given);
    };
  }
}

/**
 * @param {Page} page
 * @returns {Promise<Frame[]>} what is drawn in each of the next frames
 */
const watchFrames = (page) =>
  page.evaluate(async (count) => {
    const { counts } = /** @type {any} */ (window);
    const frames = [];
    for (let left = count; left > 0; left -= 1) {
      Object.assign(counts, { calls: 0, maps: 0, cleared: [] });
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const { calls, maps, cleared } = counts;
      const pictures = new Set(cleared).size;
      frames.push({ calls, pictures, isOnce: pictures === cleared.length, hasBoundary: maps > 0 });
    }
    return frames;
  }, FRAMES);

test('a frame at full speed draws each picture once, not all in one, and no more after 100,000 epochs', (t) =>
  site.visit(
    { query: '?speed=max&layers=2&samples=40', before: (page) => page.addInitScript(countCalls) },
    async (page) => {
      await waitForState(page, 'ready');
      await button(page, 'Train').click();
      const most = [];
      for (const epoch of [SHORT_RUN, LONG_RUN]) {
        await waitForEpoch(page, epoch);
        const frames = await watchFrames(page);
        most.push(Math.max(...frames.map(({ calls }) => calls)));
        assert.ok(frames.some(({ hasBoundary }) => hasBoundary));
        assert.ok(frames.some(({ hasBoundary, pictures }) => !hasBoundary && pictures > 0));
        assert.ok(frames.every(({ isOnce }) => isOnce));
        assert.ok(frames.every(({ pictures }) => pictures < 4));
      }
      t.diagnostic(`${most} calls in the busiest frame`);
      assert.ok(most[1] < MOST_CALLS, `${most} calls`);
    },
  ));
