import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { settle, startSite } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const HIDE = 'loading="eager" hide="controls,diagram,loss,accuracy,metrics,inside,export"';
const FAR_PAIR = `<moon-lab link="far"></moon-lab><div style="height: 500vh"></div>
  <moon-lab link="far" optimizer="sgd"></moon-lab>`;
const PAIR = `<moon-lab id="a" link="pair" ${HIDE}></moon-lab>
  <moon-lab id="b" link="pair" learning-rate="0.003" ${HIDE}></moon-lab>`;

/** @param {Page} page */
const read = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('moon-lab')].map((lab) => ({
      state: lab.state,
      epoch: lab.metrics?.epoch,
      config: lab.config,
    })),
  );

/**
 * @param {Page} page
 * @param {string} state
 */
const waitForAll = (page, state) =>
  page.waitForFunction(
    (wanted) => [...document.querySelectorAll('moon-lab')].every((lab) => lab.state === wanted),
    state,
  );

/**
 * @param {Page} page
 * @param {number} lab
 * @param {string} name
 */
const press = (page, lab, name) =>
  page.locator('moon-lab').nth(lab).getByRole('button', { name, exact: true }).click();

test('linked labs train together, frame by frame, and pause and reset together', () =>
  visitHost(site, PAIR, async (page) => {
    await waitForAll(page, 'ready');
    await page.evaluate(() => {
      /** @type {Set<string>} */
      const seen = new Set();
      Object.assign(window, { seen });
      const look = () => {
        const epochs = [...document.querySelectorAll('moon-lab')].map((lab) => lab.metrics?.epoch);
        seen.add(epochs.join());
        requestAnimationFrame(look);
      };
      look();
    });
    await press(page, 1, 'Train');
    await page.waitForFunction(
      () => (document.querySelector('moon-lab')?.metrics?.epoch ?? 0) >= 100,
    );
    await press(page, 0, 'Pause');
    await waitForAll(page, 'paused');
    const seen = await page.evaluate(() => [.../** @type {any} */ (window).seen]);
    assert.ok(seen.length > 3);
    for (const pair of seen) assert.match(pair, /^(\d+),\1$/);

    await press(page, 0, 'Step');
    await waitForAll(page, 'paused');
    const [a, b] = await read(page);
    assert.equal(a.epoch, b.epoch);
    assert.notEqual(a.config.learningRate, b.config.learningRate, 'each its own');
    await press(page, 1, 'Reset');
    await waitForAll(page, 'ready');
    assert.deepEqual(
      (await read(page)).map(({ epoch }) => epoch),
      [0, 0],
    );
  }));

test('linked labs share the data, whoever sets it, and the same digits come as alone', () =>
  visitHost(site, `${PAIR}<moon-lab id="alone" ${HIDE}></moon-lab>`, async (page) => {
    await waitForAll(page, 'ready');
    const data = { dataset: 'blobs', samples: 120, noise: 0.4, seed: 7, testSize: 0.3 };
    const metrics = await page.evaluate(async (patch) => {
      const [first, second, alone] = document.querySelectorAll('moon-lab');
      second.config = { .../** @type {any} */ (patch), layers: [3] };
      alone.config = { .../** @type {any} */ (patch), layers: [3], learningRate: 0.003 };
      first.setAttribute('speed', '25');
      await first.step(40);
      await alone.step(40);
      return [second.metrics, alone.metrics];
    }, data);
    assert.deepEqual(metrics[0], metrics[1]);
    const [a, b, alone] = await read(page);
    assert.deepEqual({ ...a.config, ...data, speed: '25' }, a.config);
    assert.deepEqual({ ...b.config, ...data, speed: '25', layers: [3] }, b.config);
    assert.deepEqual(a.config.layers, [8, 8]);
    assert.equal(alone.config.speed, '5', 'who is not linked is left alone');
    assert.deepEqual([a.epoch, b.epoch], [40, 40]);
    const markup = await page.locator('#a').evaluate((lab) => lab.getAttribute('data-set'));
    assert.equal(markup, 'blobs');
  }));

test('a change of one network takes both back to the beginning', () =>
  visitHost(site, PAIR, async (page) => {
    await waitForAll(page, 'ready');
    await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      await lab?.step(30);
      lab?.setAttribute('activation', 'relu');
    });
    await waitForAll(page, 'ready');
    assert.deepEqual(
      (await read(page)).map(({ epoch, config }) => [epoch, config.activation]),
      [
        [0, 'relu'],
        [0, 'tanh'],
      ],
    );
  }));

test('labs join and leave at any time, and a lab that is moved stays', () =>
  visitHost(site, PAIR, async (page) => {
    await waitForAll(page, 'ready');
    const joined = await page.evaluate(async () => {
      const [first, second] = document.querySelectorAll('moon-lab');
      first.config = { seed: 3 };
      await first.step(10);
      const late = document.createElement('moon-lab');
      late.setAttribute('link', 'pair');
      late.setAttribute('seed', '99');
      late.setAttribute('loading', 'eager');
      document.body.append(late);
      await new Promise((resolve) => late.addEventListener('ready', resolve, { once: true }));
      await late.step(5);
      const together = [first, second, late].map((lab) => [lab.metrics?.epoch, lab.config.seed]);
      document.body.prepend(late);
      await first.step(5);
      const moved = [first, second, late].map((lab) => lab.metrics?.epoch);
      second.removeAttribute('link');
      late.remove();
      await new Promise((resolve) => setTimeout(resolve));
      await first.step(5);
      await second.step(1);
      return { together, moved, apart: [first, second].map((lab) => lab.metrics?.epoch) };
    });
    assert.deepEqual(joined.together, [
      [5, 3],
      [5, 3],
      [5, 3],
    ]);
    assert.deepEqual(joined.moved, [10, 10, 10]);
    assert.deepEqual(joined.apart, [15, 11]);
  }));

test('while one of them can be seen, all of them train', () =>
  visitHost(site, FAR_PAIR, async (page) => {
    await page.waitForFunction(() => document.querySelector('moon-lab')?.state === 'ready');
    assert.deepEqual(
      (await read(page)).map(({ state }) => state),
      ['ready', 'loading'],
      'the other has not been near',
    );
    await press(page, 0, 'Train');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('moon-lab')].every((lab) => (lab.metrics?.epoch ?? 0) > 20),
    );
    await press(page, 0, 'Pause');
    await waitForAll(page, 'paused');
    await settle(page);
    const [a, b] = await read(page);
    assert.equal(a.epoch, b.epoch);
  }));
