import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { leavesWorkers, linger, startSite } from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const MANY = 30;
/** As many as a page has at most, however many cores there are. */
const MOST_WORKERS = 8;
/** So low that several are seen at once. */
const THIRTY =
  '<moon-lab loading="eager" hide="inside,diagram,loss,accuracy,metrics,data"></moon-lab>'.repeat(
    MANY,
  );
/** CSS pixels that the page is scrolled in a frame. */
const SCROLLED = 100;

const COUNT = 10;
/** How often labs come and go, in rounds of ten, after one in which the browser settles. */
const ROUNDS = 10;
const SETTLING_ROUNDS = 1;
/** A round's leak of a single lab, were there one, is some 400 kB a lab. */
const ALLOWED_GROWTH_BYTES = 100e3 * COUNT;

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

/**
 * Scrolls a page of labs from its beginning to its end.
 *
 * @param {Page} page
 * @returns {Promise<{ isThere: boolean, epochs: number }[]>} of each frame, whether the page was
 *   scrolled as far as was asked for, and how many epochs all labs had been trained
 */
const scrollThrough = (page) =>
  page.evaluate(async (step) => {
    const labs = [...document.querySelectorAll('moon-lab')];
    const end = document.documentElement.scrollHeight - innerHeight;
    const frames = [];
    for (let top = 0; top < end; top += step) {
      scrollTo(0, top);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const epochs = labs.reduce((sum, { metrics }) => sum + (metrics?.epoch ?? 0), 0);
      frames.push({ isThere: scrollY === top, epochs });
    }
    return frames;
  }, SCROLLED);

test('thirty labs of a page fetch one module, share its workers, and train as the page scrolls by', (t) => {
  /** @type {string[]} */
  const requests = [];
  const workers = { now: 0, most: 0 };
  return visitHost(
    site,
    THIRTY,
    async (page) => {
      await waitUntilAllAreReady(page);
      const most = Math.min(MOST_WORKERS, await page.evaluate(() => navigator.hardwareConcurrency));
      const fetched = (/** @type {RegExp} */ pattern) =>
        requests.filter((url) => pattern.test(url)).length;
      assert.equal(fetched(/\.wasm$/), 1);
      assert.equal(fetched(/moon-lab\.js$/), 1);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).compilations), 1);

      await page.evaluate(async () => {
        for (const lab of document.querySelectorAll('moon-lab')) await lab.train();
      });
      const frames = await scrollThrough(page);
      assert.ok(frames.length > MANY && frames.every(({ isThere }) => isThere));
      // Once more than a lab's turn would take: the page scrolls while they train, not in between.
      const growing = frames.filter(({ epochs }, i) => i > 0 && epochs > frames[i - 1].epochs);
      assert.ok(growing.length > MANY, `epochs came in ${growing.length} of ${frames.length}`);
      const epochs = await page.evaluate(() =>
        [...document.querySelectorAll('moon-lab')].map((lab) => lab.metrics?.epoch ?? 0),
      );
      assert.ok(Math.min(...epochs) > 0, `epochs are ${epochs}`);
      t.diagnostic(
        `${workers.most} workers; epochs in ${growing.length} of ${frames.length} frames`,
      );
      assert.deepEqual(workers, { now: most, most }, 'a worker a core');
    },
    {
      before: async (page) => {
        page.on('request', (request) => requests.push(request.url()));
        page.on('worker', (worker) => {
          workers.now += 1;
          workers.most = Math.max(workers.most, workers.now);
          worker.on('close', () => (workers.now -= 1));
        });
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
  visitHost(site, '', async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const measure = async () => {
      await leavesWorkers(page, 0);
      // What is drawn some frames later is drawn, and what is then let go is collected.
      for (let times = 0; times < 2; times += 1) {
        await linger(page);
        await session.send('HeapProfiler.collectGarbage');
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
      const left = () =>
        page.evaluate(
          () =>
            /** @type {WeakRef<object>[]} */ (/** @type {any} */ (window).instances).filter(
              (instance) => instance.deref(),
            ).length,
        );
      await waitUntil(async () => {
        await page.requestGC();
        return (await left()) === 0;
      });
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
