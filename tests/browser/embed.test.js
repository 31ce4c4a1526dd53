import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { readLab, settle, startSite, waitForEpoch, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('attributes set a lab up, and the host’s address is left alone', () =>
  visitHost(
    site,
    '<moon-lab layers="4" preset="notebook" theme="dark"></moon-lab>',
    async (page) => {
      await waitForState(page, 'ready');
      const { config } = await readLab(page);
      assert.deepEqual(config.layers, [4], 'the preset lies below, wherever it stands');
      assert.equal(config.learningRate, 0.5);
      assert.equal(config.noise, 0.2, 'the host’s query is the host’s');
      await page.evaluate(() => {
        const lab = document.querySelector('moon-lab');
        if (lab) lab.config = { seed: 1 };
      });
      await waitForState(page, 'ready');
      assert.match(page.url(), /\?noise=1$/);
    },
  ));

test('a setting that changes is written into its own attribute, and no other is touched', () =>
  visitHost(site, '<moon-lab layers="4" seed="3"></moon-lab>', async (page) => {
    await waitForState(page, 'ready');
    const touched = await page.evaluate(async () => {
      const [lab] = document.querySelectorAll('moon-lab');
      /** @type {Set<string>} */
      const names = new Set();
      for (const method of /** @type {const} */ (['setAttribute', 'removeAttribute'])) {
        const touch = /** @type {(...args: string[]) => void} */ (lab[method]).bind(lab);
        lab[method] = (/** @type {string[]} */ ...args) => {
          names.add(args[0]);
          touch(...args);
        };
      }
      for (const noise of [0.31, 0.32, 0.2]) lab.config = { noise };
      // In the preset's value: there is no need of an attribute.
      lab.setAttribute('seed', '42');
      await Promise.resolve();
      return { names: [...names], markup: lab.outerHTML.replace(/>.*/s, '>') };
    });
    assert.deepEqual(touched, { names: ['noise', 'seed'], markup: '<moon-lab layers="4">' });
  }));

test('properties that were set before the script came are taken over', () =>
  visitHost(
    site,
    "<moon-lab></moon-lab><script>document.querySelector('moon-lab').config = { seed: 5 };</script>",
    async (page) => {
      await waitForState(page, 'ready');
      assert.equal((await readLab(page)).config.seed, 5);
    },
  ));

test('labs of one page do not know of each other', () =>
  visitHost(site, '<moon-lab seed="1"></moon-lab><moon-lab seed="2"></moon-lab>', async (page) => {
    await waitForState(page, 'ready');
    const metrics = await page.evaluate(async () => {
      const labs = [...document.querySelectorAll('moon-lab')];
      await labs[0].step(5);
      await labs[1].step(3);
      return labs.map((lab) => lab.metrics?.epoch);
    });
    assert.deepEqual(metrics, [5, 3]);
    assert.equal(page.workers().length, 2);
  }));

test('hidden parts are not shown, and the rest works', () =>
  visitHost(
    site,
    '<moon-lab hide="controls,diagram,loss,accuracy,metrics"></moon-lab>',
    async (page) => {
      await waitForState(page, 'ready');
      const shown = async (/** @type {string} */ name) =>
        page.getByRole('img', { name, exact: true }).isVisible();
      assert.equal(await shown('Decision boundary'), true);
      assert.equal(await shown('Loss'), false);
      assert.equal(await page.getByLabel('Samples', { exact: true }).isVisible(), false);
      await page.evaluate(() => document.querySelector('moon-lab')?.step(5));
      await settle(page);
      assert.equal((await readLab(page)).metrics.epoch, 5);
    },
  ));

test('autoplay begins when the lab is seen, lazy loading when it is about to be', () =>
  visitHost(
    site,
    '<div style="height: 500vh"></div><moon-lab autoplay></moon-lab>',
    async (page) => {
      await settle(page);
      const state = () => page.evaluate(() => document.querySelector('moon-lab')?.state);
      assert.equal(await state(), 'loading');
      assert.equal(page.workers().length, 0);
      await page.evaluate(() => document.querySelector('moon-lab')?.scrollIntoView());
      await waitForEpoch(page, 5);
    },
  ));

test('a lab that a script has used is ready, all of it seen or not', () =>
  visitHost(
    site,
    '<moon-lab></moon-lab>',
    async (page) => {
      const states = await page.evaluate(async () => {
        const lab = document.querySelector('moon-lab');
        if (!lab) throw new Error('no lab');
        let ready = 0;
        lab.addEventListener('ready', () => (ready += 1));
        await customElements.whenDefined('moon-lab');
        const first = lab.state;
        await lab.step(3);
        const trained = lab.state;
        await lab.reset();
        return [first, trained, lab.state, ready];
      });
      assert.deepEqual(states, ['loading', 'paused', 'ready', 1]);
    },
    { before: (page) => page.route('**/rest-*.js', () => {}) },
  ));

test('models are exported, imported and asked', () =>
  visitHost(site, '<moon-lab></moon-lab>', async (page) => {
    const result = await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      if (!lab) throw new Error('no lab');
      await customElements.whenDefined('moon-lab');
      await lab.step(100);
      const points = /** @type {[number, number][]} */ ([
        [0, 1],
        [1, -0.5],
      ]);
      const trained = await lab.predict(points);
      const model = await lab.exportModel();
      await lab.reset();
      await lab.importModel(JSON.parse(JSON.stringify(model)));
      const imported = await lab.predict(points);
      const refusal = await lab.importModel({}).catch((error) => error.message);
      const range = await lab.step(0).catch((error) => error.name);
      return { trained, imported, refusal, range, epoch: lab.metrics?.epoch, state: lab.state };
    });
    assert.ok(Number(result.trained[0]) < 0.5 && Number(result.trained[1]) > 0.5);
    assert.deepEqual(result.imported, result.trained);
    assert.equal(typeof result.refusal, 'string');
    assert.equal(result.range, 'RangeError');
    assert.equal(result.epoch, 0);
    assert.equal(result.state, 'ready');
  }));
