import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { button, startSite, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * Runs in the page, until the sweep has ended.
 *
 * @param {Element} panel
 * @returns {Promise<{ painted: number, written: number, sized: number }[]>} pictures that were painted, cells
 *   that were written, and pictures that got another size, by frame
 */
async function watchFrames(panel) {
  /** @type {Set<Element>} */
  const painted = new Set();
  const { drawImage } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.drawImage = function (/** @type {any[]} */ ...image) {
    if (this.canvas.className === 'sweep-map') painted.add(this.canvas);
    Reflect.apply(drawImage, this, image);
  };
  /** @type {Map<Node, number>} */
  const widths = new Map();
  const [written, sized] = [new Set(), new Set()];
  const observer = new MutationObserver((records) => {
    for (const { target, attributeName } of records) {
      if (attributeName === 'aria-label') written.add(target);
      if (!(target instanceof HTMLCanvasElement)) continue;
      const { width } = target;
      if (widths.get(target) !== width) sized.add(target);
      widths.set(target, width);
    }
  });
  const attributeFilter = ['aria-label', 'width'];
  observer.observe(panel, { attributes: true, attributeFilter, subtree: true });
  const frames = [];
  while (!panel.querySelector('.effort-status')?.textContent?.includes('runs in')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push({ painted: painted.size, written: written.size, sized: sized.size });
    for (const set of [painted, written, sized]) set.clear();
  }
  return frames;
}

test('a frame of a sweep paints one picture or writes a few numbers, and has no other laid out', (t) =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.getByRole('heading', { name: 'Sweep', exact: true }).click();
    await button(page, 'Start sweep').waitFor();
    const watching = page.locator('.panel-sweep').evaluate(watchFrames);
    await button(page, 'Start sweep').click();
    const frames = await watching;
    const busy = frames.filter(({ painted, written }) => painted + written > 0);
    t.diagnostic(`${busy.length} of ${frames.length} frames`);
    assert.ok(busy.some(({ painted }) => painted > 0));
    // All are written where it begins and where it ends.
    const full = busy.filter(({ painted, written }) => written > 4 || (painted && written));
    assert.ok(full.length <= 2, `${full.length} frames`);
    assert.ok(busy.every(({ painted }) => painted <= 1));
    assert.equal(frames.filter(({ sized }) => sized > 0).length, 1);
  }));
