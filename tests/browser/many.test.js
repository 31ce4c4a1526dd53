import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { startSite } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const COUNT = 10;
const TEN = '<moon-lab loading="eager"></moon-lab>'.repeat(COUNT);
/** How often labs come and go, in rounds of ten, after one in which the browser settles. */
const ROUNDS = 10;
const SETTLING_ROUNDS = 1;
/** A round's leak of a single lab, were there one, is some 400 kB a lab. */
const ALLOWED_GROWTH_BYTES = 100e3 * COUNT;

/**
 * @param {Page} page
 * @param {number} count
 */
async function leavesWorkers(page, count) {
  for (let tries = 0; page.workers().length !== count && tries < 100; tries += 1) {
    await page.waitForTimeout(50);
  }
  assert.equal(page.workers().length, count);
}

/** @param {Page} page */
const waitUntilAllAreReady = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('moon-lab')].every(({ state }) => state === 'ready'),
  );

/**
 * Ten labs are made, trained a little, and removed.
 *
 * @param {Page} page
 */
const comeAndGo = (page) =>
  page.evaluate(async (count) => {
    const labs = Array.from({ length: count }, () => document.createElement('moon-lab'));
    for (const lab of labs) lab.setAttribute('loading', 'eager');
    document.body.replaceChildren(...labs);
    await Promise.all(labs.map((lab) => lab.step(5)));
    document.body.replaceChildren();
  }, COUNT);

test('ten labs of a page share its cores and one module, all train when asked, and the page scrolls meanwhile', (t) => {
  /** @type {string[]} */
  const requests = [];
  return visitHost(
    site,
    TEN,
    async (page) => {
      await waitUntilAllAreReady(page);
      await leavesWorkers(page, await page.evaluate(() => navigator.hardwareConcurrency));
      const fetched = (/** @type {RegExp} */ pattern) =>
        requests.filter((url) => pattern.test(url)).length;
      assert.equal(fetched(/\.wasm$/), 1);
      assert.equal(fetched(/moon-lab\.js$/), 1);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).compilations), 1);

      const gaps = await page.evaluate(async () => {
        const labs = [...document.querySelectorAll('moon-lab')];
        for (const lab of labs) await lab.train();
        const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const end = document.documentElement.scrollHeight - innerHeight;
        /** @type {number[]} */
        const frames = [];
        let last = await nextFrame();
        for (let top = 0; top < end; top += 100) {
          scrollTo(0, top);
          const now = await nextFrame();
          frames.push(now - last);
          last = now;
        }
        return frames;
      });
      const epochs = await page.evaluate(() =>
        [...document.querySelectorAll('moon-lab')].map((lab) => lab.metrics?.epoch ?? 0),
      );
      assert.ok(Math.min(...epochs) > 0, `epochs are ${epochs}`);
      const sorted = [...gaps].sort((a, b) => a - b);
      const report = [0.5, 0.95, 1].map((share) => {
        const index = Math.ceil(share * (sorted.length - 1));
        return `${100 * share} % within ${Math.round(sorted[index])} ms`;
      });
      t.diagnostic(`Of ${gaps.length} frames of scrolling ${report.join(', ')}`);
    },
    {
      before: async (page) => {
        page.on('request', (request) => requests.push(request.url()));
        await page.addInitScript(() => {
          const { compileStreaming, compile } = WebAssembly;
          Object.assign(window, { compilations: 0 });
          const count = (/** @type {any} */ original) => (/** @type {any} */ source) => {
            /** @type {any} */ (window).compilations += 1;
            return original.call(WebAssembly, source);
          };
          WebAssembly.compileStreaming = count(compileStreaming);
          WebAssembly.compile = count(compile);
        });
      },
    },
  );
});

test('a hundred labs come, train and go, and nothing of them stays', (t) =>
  visitHost(site, TEN, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const measure = async () => {
      await leavesWorkers(page, 0);
      // What is drawn some frames later is drawn, and what is then let go is collected.
      await page.waitForTimeout(300);
      for (let times = 0; times < 2; times += 1) {
        await session.send('HeapProfiler.collectGarbage');
        await page.waitForTimeout(50);
      }
      const { metrics } = await session.send('Performance.getMetrics');
      const values = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
      const { Nodes, JSEventListeners, Documents, JSHeapUsedSize } = values;
      return { Nodes, JSEventListeners, Documents, JSHeapUsedSize };
    };
    await page.waitForFunction(() => customElements.get('moon-lab'));
    for (let round = 0; round < SETTLING_ROUNDS; round += 1) await comeAndGo(page);
    const start = await measure();
    for (let round = 0; round < ROUNDS; round += 1) {
      await comeAndGo(page);
      await leavesWorkers(page, 0);
    }
    const end = await measure();
    t.diagnostic(JSON.stringify({ start, end }));
    assert.ok(end.Nodes <= start.Nodes, `nodes: ${start.Nodes}, then ${end.Nodes}`);
    assert.ok(end.JSEventListeners <= start.JSEventListeners);
    assert.equal(end.Documents, start.Documents);
    assert.ok(end.JSHeapUsedSize - start.JSHeapUsedSize < ALLOWED_GROWTH_BYTES);
  }));

test('where the page trains by itself, the engines of labs that are gone are let go', () =>
  visitHost(
    site,
    '',
    async (page) => {
      await page.waitForFunction(() => customElements.get('moon-lab'));
      await comeAndGo(page);
      await comeAndGo(page);
      assert.equal(page.workers().length, 0);
      const [made, cores] = await page.evaluate(() => [
        /** @type {any} */ (window).instances.length,
        navigator.hardwareConcurrency,
      ]);
      assert.ok(made > 0 && made <= 2 * cores, `${made} engines for ${2 * COUNT} labs`);
      let left = made;
      for (let tries = 0; left > 0 && tries < 20; tries += 1) {
        await page.waitForTimeout(100);
        await page.requestGC();
        left = await page.evaluate(
          () =>
            /** @type {WeakRef<object>[]} */ (/** @type {any} */ (window).instances).filter(
              (instance) => instance.deref(),
            ).length,
        );
      }
      assert.equal(left, 0);
    },
    {
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, 'Worker', { value: undefined });
          const { instantiate } = WebAssembly;
          /** @type {WeakRef<object>[]} */
          const instances = [];
          Object.assign(window, { instances });
          Object.assign(WebAssembly, {
            async instantiate(/** @type {any[]} */ ...given) {
              const instance = await /** @type {any} */ (instantiate).apply(WebAssembly, given);
              instances.push(new WeakRef(instance));
              return instance;
            },
          });
        }),
    },
  ));
