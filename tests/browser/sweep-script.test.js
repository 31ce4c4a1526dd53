import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startSite, waitForState } from './support.js';

/** @typedef {import('../../web/element/moon-lab-element.js').MoonLabElement} MoonLabElement */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('every cell has the digits of the run that a lab comes to, while the lab goes on', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const found = await page.evaluate(async () => {
      const lab = /** @type {MoonLabElement} */ (document.querySelector('moon-lab'));
      await lab.train();
      const x = { key: 'learningRate', values: [0.003, 0.1] };
      const y = { key: 'layers', values: [[], [4]] };
      const cells = await lab.sweep({ x, y, seeds: 2, epochs: 40 });
      const { state } = lab;
      const alone = [];
      for (const cell of cells) {
        const named = { learningRate: cell.x, layers: cell.y, weightSeed: cell.seed };
        lab.config = /** @type {any} */ (named);
        await lab.step(40);
        alone.push(lab.metrics);
      }
      return { cells, alone, state };
    });
    assert.equal(found.state, 'training');
    assert.deepEqual(
      found.cells.map(({ metrics }) => metrics),
      found.alone,
    );
    assert.equal(found.cells.length, 8);
  }));

test('a signal cancels it, and what is not allowed is refused in the settings’ own words', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const said = await page.evaluate(async () => {
      const lab = /** @type {MoonLabElement} */ (document.querySelector('moon-lab'));
      const tell = (/** @type {any} */ error) => `${error.name}: ${error.message}`;
      const cancel = new AbortController();
      const x = { key: 'learningRate', values: [0.1, 0.2] };
      const long = lab.sweep({ x, epochs: 1e8, signal: cancel.signal }).then(String, tell);
      setTimeout(() => cancel.abort(), 100);
      const few = { key: 'samples', values: [3] };
      const wrong = lab.sweep({ x: few, epochs: 10 }).then(String, tell);
      return [await long, await wrong];
    });
    assert.match(said[0], /^AbortError: /);
    assert.equal(said[1], 'RangeError: samples: 3 is too small; allowed are 4 to 10000');
  }));

test('where no worker can start, the page trains the same slice by slice, and draws meanwhile', () =>
  site.visit({ before: (page) => page.addInitScript(refuseWorkers) }, async (page) => {
    await waitForState(page, 'ready');
    const { frames, cell, alone } = await page.evaluate(async () => {
      const lab = /** @type {MoonLabElement} */ (document.querySelector('moon-lab'));
      let count = 0;
      const draw = () => {
        count += 1;
        requestAnimationFrame(draw);
      };
      draw();
      const x = { key: 'noise', values: [0.1, 0.2, 0.3] };
      const [, found] = await lab.sweep({ x, seeds: 2, epochs: 3000 });
      const drawn = count;
      await lab.step(3000);
      return { frames: drawn, cell: found, alone: lab.metrics };
    });
    assert.equal(page.workers().length, 0);
    assert.deepEqual(cell.metrics, alone);
    assert.ok(frames > 5, `${frames} frames`);
  }));

/** Runs in the page. */
function refuseWorkers() {
  Object.assign(window, {
    Worker: class {
      constructor() {
        throw new Error('no workers here');
      }
    },
  });
}
