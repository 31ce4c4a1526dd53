import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  button,
  listen,
  picture,
  readLab,
  settle,
  startSite,
  waitForEpoch,
  waitForState,
} from './support.js';

/** @typedef {import('../../web/state/types.js').Config} Config */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** Both moons are learnt within this time. */
const TEN_SECONDS = 10_000;

test('one click on Train bends the boundary round both moons', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const names = ['Decision boundary', 'Network diagram', 'Loss', 'Accuracy'];
    const untrained = await Promise.all(names.map((name) => picture(page, name)));

    await button(page, 'Train').click();
    await page.waitForFunction(
      () => (document.querySelector('moon-lab')?.metrics?.testAccuracy ?? 0) >= 0.95,
      null,
      { timeout: TEN_SECONDS },
    );
    const { metrics } = await readLab(page);
    await waitForEpoch(page, metrics.epoch + 50);
    await button(page, 'Pause').click();
    // The frame that was under way still comes.
    await page.evaluate(() => document.querySelector('moon-lab')?.pause());

    const trained = await Promise.all(names.map((name) => picture(page, name)));
    names.forEach((name, i) => assert.notEqual(trained[i], untrained[i], `${name} is drawn anew`));
    const { epochs, metrics: last } = await readLab(page);
    assert.equal(epochs, last.epoch + 1, 'the curves hold every epoch');
    const shown = await page.getByRole('status', { name: 'Epoch' }).textContent();
    assert.equal(shown, new Intl.NumberFormat('en').format(last.epoch));
  }));

/** While which it is watched. */
const FRAMES = 60;

test('while it trains, nothing of the page changes but the words that do', () =>
  site.visit({ query: '?speed=max' }, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Train').click();
    await waitForEpoch(page, 1000);
    await page.evaluate(() => {
      /** @type {MutationRecord[]} */
      const seen = Object.assign(window, { seen: [] }).seen;
      const observer = new MutationObserver((records) => seen.push(...records));
      const all = { subtree: true, attributes: true, childList: true, characterData: true };
      const root = document.querySelector('moon-lab')?.shadowRoot;
      if (root) observer.observe(root, all);
    });
    const { metrics } = await readLab(page);
    await page.evaluate(
      (frames) =>
        new Promise((resolve) => {
          document.addEventListener('progress', () => (frames -= 1) || resolve(undefined));
        }),
      FRAMES,
    );
    const all = await page.evaluate(() =>
      /** @type {any} */ (window).seen.map((/** @type {MutationRecord} */ record) => [
        record.type,
        record.attributeName,
        /** @type {Element} */ (record.target).className,
      ]),
    );
    assert.ok((await readLab(page)).metrics.epoch > metrics.epoch);
    // The slider of epochs goes along.
    const seen = all.filter(
      (/** @type {string[]} */ [, , place]) => !/^(slider|epoch-(track|marks))$/.test(place),
    );
    // Words are written into the text nodes that are there: no element is made anew. And nothing is
    // styled anew, but that a number with more digits gets a wider box.
    const words = seen.filter((/** @type {unknown[]} */ [type]) => type === 'characterData');
    assert.ok(words.length > 0);
    // That a neuron says the same for all points, or what another says, is no word on screen.
    const allowed = [
      ['attributes', 'style', 'counter-value'],
      ['attributes', 'aria-label', 'neuron'],
    ].map(String);
    for (const record of seen.filter((/** @type {unknown} */ each) => !words.includes(each))) {
      assert.ok(allowed.includes(String(record)), String(record));
    }
    assert.ok(seen.length - words.length < FRAMES / 10, `${seen.length - words.length} times`);
  }));

test('the counters’ boxes are as wide as what they show, however long the training', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const spare = () =>
      page.evaluate(() => {
        const shadow = document.querySelector('moon-lab')?.shadowRoot;
        return [...(shadow?.querySelectorAll('.counter-value') ?? [])].map((counter) => {
          const range = document.createRange();
          range.selectNodeContents(counter);
          const width = range.getBoundingClientRect().width;
          return counter.getBoundingClientRect().width / width;
        });
      });
    const first = await spare();
    await page.evaluate(() => document.querySelector('moon-lab')?.step(12_345));
    for (const ratio of [...first, ...(await spare())]) assert.ok(ratio > 0.97 && ratio < 1.5);
  }));

test('Pause stops, Step trains exactly one epoch, Reset shows the first frame again', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const first = { picture: await picture(page, 'Decision boundary'), ...(await readLab(page)) };

    await button(page, 'Train').click();
    await waitForEpoch(page, 20);
    await button(page, 'Pause').click();
    await page.evaluate(() => document.querySelector('moon-lab')?.pause());
    const paused = await readLab(page);
    await settle(page);
    assert.deepEqual(await readLab(page), paused, 'nothing is trained after Pause');

    await button(page, 'Step').click();
    await waitForEpoch(page, paused.metrics.epoch + 1);
    await settle(page);
    assert.equal((await readLab(page)).metrics.epoch, paused.metrics.epoch + 1);

    await button(page, 'Reset').click();
    await waitForState(page, 'ready');
    assert.deepEqual((await readLab(page)).metrics, first.metrics, 'the same digits');
    assert.equal((await readLab(page)).epochs, 1);
    // The pointer rests on Reset, not on the picture.
    assert.equal(await picture(page, 'Decision boundary'), first.picture, 'the same picture');
  }));

test('the same configuration gives the same digits, whatever the speed', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    /** @param {Config['speed']} speed */
    const trainTo200 = (speed) =>
      page.evaluate(async (chosen) => {
        const lab = document.querySelector('moon-lab');
        if (!lab) throw new Error('no lab');
        lab.config = { speed: chosen, epochs: 200 };
        await lab.reset();
        const finished = new Promise((resolve) => {
          lab.addEventListener('finish', resolve, { once: true });
        });
        await lab.train();
        await finished;
        return lab.history;
      }, speed);
    const history = await trainTo200('5');
    assert.equal(history.epoch.length, 201);
    assert.deepEqual(await trainTo200('max'), history);
    await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      await lab?.reset();
      for (let epoch = 0; epoch < 200; epoch++) await lab?.step();
    });
    assert.deepEqual(
      await page.evaluate(() => document.querySelector('moon-lab')?.history),
      history,
    );
  }));

test('training ends at the epoch limit and says so', () =>
  site.visit({ query: '?epochs=30' }, async (page) => {
    await waitForState(page, 'ready');
    const finishes = await listen(page, 'finish');
    await button(page, 'Train').click();
    await waitForState(page, 'finished');
    assert.equal((await readLab(page)).metrics.epoch, 30);
    assert.equal((await finishes()).length, 1);
    await page.getByText('Finished at epoch 30').waitFor();
  }));

test('a training that diverges stops, and says what happened and what to try', () =>
  site.visit(
    { query: '?activation=linear&layers=64,64,64&optimizer=sgd&learning-rate=10&init=he' },
    async (page) => {
      await waitForState(page, 'ready');
      const errors = await listen(page, 'error');
      await button(page, 'Train').click();
      await waitForState(page, 'failed');
      const [{ type, message }] = await errors();
      assert.equal(type, 'divergence');
      assert.match(message, /smaller learning rate/);
      await page.getByRole('listitem').filter({ hasText: message }).waitFor();

      await button(page, 'Reset').click();
      await waitForState(page, 'ready');
    },
  ));
