import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BUDGET, REST, firstLoad, moduleSize } from '../../web/build/first-load.js';
import { button, readLab, settle, startSite, waitForEpoch, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('the lab trains with what the size report lists, each fetched once, and nothing else', async () => {
  /** @type {string[]} */
  const asked = [];
  await site.visit(
    {
      async before(page) {
        page.on('request', (request) => asked.push(request.url().split('/dist/')[1]));
        await page.route(REST, () => {});
      },
    },
    async (page) => {
      await button(page, 'Train').click();
      await waitForEpoch(page, 20);
    },
  );
  // Not every browser without a window asks for the icon.
  const isCounted = (/** @type {string} */ name) => !name.endsWith('.svg') && !REST.test(name);
  assert.deepEqual(
    asked.filter(isCounted).sort(),
    firstLoad()
      .map(({ name }) => name)
      .filter(isCounted)
      .sort(),
  );
});

/**
 * @param {string[]} calls of a lab
 * @returns {string | undefined} the first, if the like is not called again
 */
function onlyOne([first, ...others]) {
  return others.includes(first) ? undefined : first;
}

test('the page sends for its experiment before there is a lab, once, and the address does not say so', () =>
  site.visit({ before: (page) => page.addInitScript(noteRequests) }, async (page) => {
    await waitForState(page, 'ready');
    const { wasDefined, calls } = await page.evaluate(() => /** @type {any} */ (window).noted);
    assert.equal(wasDefined, false);
    assert.equal(onlyOne(calls), 'create');
    assert.equal(page.workers().length, 1);
    assert.equal((await readLab(page)).query, '');
    assert.equal((await readLab(page)).config.loading, 'lazy');
  }));

test('an address with settings has the worker sent for as early, and the experiment that it names', () =>
  site.visit(
    { query: '?layers=3', before: (page) => page.addInitScript(noteRequests) },
    async (page) => {
      await waitForState(page, 'ready');
      const { wasDefined, calls, layers } = await page.evaluate(
        () => /** @type {any} */ (window).noted,
      );
      assert.equal(wasDefined, false);
      assert.equal(onlyOne(calls), 'create');
      assert.deepEqual(layers, [3]);
    },
  ));

/** Runs in the page: notes whether there was a lab when the worker started, and what it was asked. */
function noteRequests() {
  const noted = { wasDefined: true, calls: /** @type {string[]} */ ([]), layers: [] };
  Object.assign(window, { noted });
  window.Worker = class extends Worker {
    /** @param {ConstructorParameters<typeof Worker>} given */
    constructor(...given) {
      super(...given);
      noted.wasDefined = customElements.get('moon-lab') !== undefined;
    }

    /** @param {[any, any]} given */
    postMessage(...given) {
      super.postMessage(...given);
      const [{ call, args }] = given;
      if (!call) return; // The engine.
      noted.calls.push(call);
      if (call === 'create') noted.layers = args[0].layers;
    }
  };
}

test('the boundary comes before everything that can wait for it', () =>
  site.visit({ before: (page) => page.addInitScript(notePaint) }, async (page) => {
    await page.getByLabel('Learning rate').first().waitFor();
    const { buttons, fields, charts } = await page.evaluate(
      () => /** @type {any} */ (window).atPaint,
    );
    assert.ok(buttons > 0, 'the buttons are there already');
    assert.deepEqual([fields, charts], [0, 0]);
    assert.equal(await page.getByRole('img', { name: 'Loss' }).count(), 1);
    assert.equal(await page.getByText('Look inside').count(), 1);
  }));

/**
 * Runs in the page: notes what the lab consisted of when the boundary was painted. On a busy machine
 * the boundary may take longer than the rest is patient, so nothing waits here by the clock.
 */
function notePaint() {
  const { setTimeout } = window;
  Object.assign(window, {
    setTimeout: (/** @type {() => void} */ run, delay = 0) => (delay > 0 ? 0 : setTimeout(run)),
  });
  const { putImageData } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.putImageData = function (/** @type {any[]} */ ...image) {
    const root = document.querySelector('moon-lab')?.shadowRoot;
    const count = (/** @type {string} */ parts) => root?.querySelectorAll(parts).length;
    CanvasRenderingContext2D.prototype.putImageData = putImageData;
    Object.assign(window, {
      atPaint: { buttons: count('button'), fields: count('.field'), charts: count('.charts') },
    });
    Reflect.apply(putImageData, this, image);
  };
}

for (const width of [360, 768, 1440]) {
  test(`what is seen first stays where it is when the rest comes, ${width} pixels wide`, async () => {
    let release = () => {};
    const released = new Promise((resolve) => (release = () => resolve(null)));
    const hold = (/** @type {import('playwright-core').Route} */ route) =>
      released.then(() => route.continue());
    await site.visit(
      { viewport: { width, height: 900 }, before: (page) => page.route(REST, hold) },
      async (page) => {
        await page.waitForFunction(() => document.querySelector('moon-lab')?.metrics);
        await settle(page);
        const first = await page.evaluate(placesSeen);
        assert.equal(await page.getByLabel('Learning rate').count(), 0);
        release();
        await waitForState(page, 'ready');
        await settle(page);
        assert.deepEqual(await page.evaluate(placesSeen), first);
      },
    );
  });
}

/** Runs in the page: the places of what is there from the start. */
function placesSeen() {
  const root = /** @type {ShadowRoot} */ (document.querySelector('moon-lab')?.shadowRoot);
  const parts = ['h3', 'canvas', '.legend', '.readout'].map((part) => `.picture-boundary ${part}`);
  return ['.transport', '.status', ...parts, '.group-toggle'].map((part) => {
    const { x, y, width, height } = /** @type {Element} */ (
      root.querySelector(part)
    ).getBoundingClientRect();
    return [part, x, y, width, height];
  });
}

test('when the lab says that it is ready, all of it is there', () =>
  site.visit({ before: (page) => page.addInitScript(noteReady) }, async (page) => {
    await page.waitForFunction(() => 'atReady' in window);
    const atReady = await page.evaluate(() => /** @type {any} */ (window).atReady);
    assert.deepEqual(atReady, { state: 'ready', groups: 3, charts: 2, panels: 9 });
  }));

/** Runs in the page: notes what the lab consists of when it says so. */
function noteReady() {
  document.addEventListener('ready', ({ target }) => {
    const lab = /** @type {import('../../web/element/moon-lab-element.js').MoonLabElement} */ (
      target
    );
    const count = (/** @type {string} */ parts) => lab.shadowRoot?.querySelectorAll(parts).length;
    const groups = count('.group:has(.field)');
    const [charts, panels] = [count('.charts canvas'), count('details.panel')];
    Object.assign(window, { atReady: { state: lab.state, groups, charts, panels } });
  });
}

test('everything else is there although the engine does not come', () =>
  site.visit({ before: (page) => page.route('**/*.wasm', () => {}) }, async (page) => {
    await page.getByLabel('Learning rate').first().waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('moon-lab')?.state), 'loading');
    assert.equal(await page.getByRole('img', { name: 'Loss' }).count(), 1);
  }));

test('the first load is small: in all, and its module', async (t) => {
  const total = firstLoad().reduce((sum, { bytes }) => sum + bytes, 0);
  const module = await moduleSize();
  t.diagnostic(`${total} bytes compressed, of them ${module} for the module and its glue`);
  assert.ok(total <= BUDGET.total, `${total} bytes in all; allowed are ${BUDGET.total}`);
  assert.ok(module <= BUDGET.module, `${module} bytes; allowed are ${BUDGET.module}`);
});

test('no request of the first load waits for more than one other, after the page', () => {
  for (const { name, depth } of firstLoad()) assert.ok(depth <= BUDGET.depth, `${name}: ${depth}`);
});
