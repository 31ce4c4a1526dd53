import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { visitHost } from './host-page.js';
import { button, listen, settle, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';
import { chart, epochOf, goTo, slider, trained, waitForEpochAt } from './timeline-support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * The numbers of a moment, and the picture's at a point.
 *
 * @param {Page} page
 */
const moment = (page) =>
  page.evaluate(async () => {
    const lab = /** @type {HTMLElementTagNameMap['moon-lab']} */ (
      document.querySelector('moon-lab')
    );
    return { metrics: lab.metrics, state: lab.state, answer: await lab.predict([[0.5, 0.25]]) };
  });

test('a script goes to any epoch, there is progress, and training goes on to the same digits', () =>
  site.visit({}, async (page) => {
    await trained(page, 40);
    const early = await moment(page);
    await page.evaluate(() => document.querySelector('moon-lab')?.step(160));
    const late = await moment(page);
    const progress = await listen(page, 'progress');
    await goTo(page, 40);
    assert.deepEqual(await moment(page), early);
    assert.deepEqual(
      (await progress()).map(({ epoch }) => epoch),
      [40],
    );
    await page.evaluate(() => document.querySelector('moon-lab')?.step(160));
    assert.deepEqual(await moment(page), late);
    const lengths = await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      await lab?.goto(7);
      const record = await lab?.exportRecord();
      return [lab?.history.epoch.length, record?.history.epoch.length];
    });
    assert.deepEqual(lengths, [201, 8]);
    await goTo(page, 0);
    assert.equal((await moment(page)).state, 'ready');
    const refused = await page.evaluate(() =>
      document
        .querySelector('moon-lab')
        ?.goto(1.5)
        .catch((error) => String(error)),
    );
    assert.match(String(refused), /^RangeError: goto: 1.5 is not an epoch/);
  }));

test('the slider goes along the run with keys, and says where it is', () =>
  site.visit({}, async (page) => {
    await trained(page, 200);
    const range = slider(page);
    assert.equal(await range.inputValue(), '200');
    assert.equal(await range.getAttribute('aria-valuetext'), '200, trained up to 200');
    await range.focus();
    await page.keyboard.press('ArrowLeft');
    await waitForEpochAt(page, 199);
    await page.keyboard.press('Home');
    await waitForEpochAt(page, 0);
    await page.keyboard.press('PageUp');
    await page.waitForFunction(() => (document.querySelector('moon-lab')?.metrics?.epoch ?? 0) > 1);
    await page.keyboard.press('ArrowRight');
    await settle(page);
    assert.match(String(await range.getAttribute('aria-valuetext')), /, trained up to 200$/);
    assert.equal(Number(await range.inputValue()), await epochOf(page));
  }));

test('however soon one goes on, the weights of a held neuron are those of the epoch', () =>
  site.visit({ query: '?neuron=1.1' }, async (page) => {
    await waitForState(page, 'ready');
    await page.locator('.lab[data-complete]').waitFor();
    const weight = await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      for (const epoch of [90, 40, 60]) await lab?.goto(epoch);
      return (await lab?.exportModel())?.layers[0].weights[0][0];
    });
    const text = String(Number(weight?.toFixed(3)));
    const field = page.locator('.weight').first();
    await waitUntil(async () => (await field.inputValue()) === text);
  }));

test('the slider is dragged by the pointer, and everything is that epoch’s', () =>
  site.visit({}, async (page) => {
    await trained(page, 100);
    const box = await slider(page).boundingBox();
    assert.ok(box);
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width - 8, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, y, { steps: 10 });
    await page.waitForFunction(
      () => (document.querySelector('moon-lab')?.metrics?.epoch ?? 0) < 60,
    );
    await page.mouse.up();
    await settle(page);
    const { metrics } = await moment(page);
    assert.ok(metrics && metrics.epoch > 40 && metrics.epoch < 60, String(metrics?.epoch));
    assert.equal(await page.locator('#epoch').textContent(), String(metrics.epoch));
    assert.equal(Number(await slider(page).inputValue()), metrics.epoch);
  }));

test('one press goes to the best epoch', () =>
  site.visit({ query: '?preset=overfitting' }, async (page) => {
    await trained(page, 400);
    await button(page, 'Go to the best').click();
    const best = await page.evaluate(() => {
      const losses = document.querySelector('moon-lab')?.history.testLoss ?? [];
      return losses.indexOf(Math.min(...losses));
    });
    assert.ok(best < 400);
    await waitForEpochAt(page, best);
  }));

test('after a divergence one press goes to just before it', () =>
  site.visit({ query: '?preset=regression&optimizer=sgd&learning-rate=10' }, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => document.querySelector('moon-lab')?.step(1000));
    await waitForState(page, 'failed');
    const end = await epochOf(page);
    await button(page, 'Go to just before it').click();
    await waitForEpochAt(page, end - 1);
    assert.equal((await moment(page)).state, 'paused');
  }));

test('a curve that is pressed, or read with the keys, goes to that epoch', () =>
  site.visit({}, async (page) => {
    await trained(page, 100);
    const loss = chart(page, 'Loss');
    const box = await loss.boundingBox();
    assert.ok(box);
    await loss.click({ position: { x: box.width / 2, y: box.height / 2 } });
    await page.waitForFunction(
      () => (document.querySelector('moon-lab')?.metrics?.epoch ?? 0) < 100,
    );
    const pressed = await epochOf(page);
    assert.ok(pressed > 30 && pressed < 70, String(pressed));
    await chart(page, 'Accuracy').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await waitForEpochAt(page, 0);
  }));

test('a change at an earlier epoch branches off there, and is undone', () =>
  site.visit({}, async (page) => {
    await trained(page, 100);
    await goTo(page, 60);
    await page.getByRole('combobox', { name: 'Optimiser' }).selectOption('sgd');
    await page.waitForFunction(
      () => document.querySelector('moon-lab')?.config.schedule === '60:optimizer=sgd',
    );
    assert.equal(
      await page.evaluate(() => document.querySelector('moon-lab')?.history.epoch.length),
      61,
    );
    assert.equal(await epochOf(page), 60);
    await button(page, 'Undo').first().click();
    await page.waitForFunction(() => document.querySelector('moon-lab')?.config.schedule === '');
    await waitForEpochAt(page, 60);
  }));

test('a long way tells how far it is, and ends where it is told to', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => void document.querySelector('moon-lab')?.goto(1e9));
    await page.getByText('On the way to epoch 1,000,000,000').waitFor();
    await button(page, 'Cancel').click();
    await waitForState(page, 'paused');
    assert.ok((await epochOf(page)) < 1e9);
    assert.equal(await page.getByText('On the way to').count(), 0);
  }));

test('linked labs go together', () =>
  visitHost(
    site,
    `<moon-lab link="a" loading="eager"></moon-lab><moon-lab link="a" loading="eager" optimizer="sgd"></moon-lab>`,
    async (page) => {
      const all = (/** @type {number} */ epoch) =>
        page.waitForFunction(
          (wanted) =>
            [...document.querySelectorAll('moon-lab')].every(
              (lab) => lab.metrics?.epoch === wanted,
            ),
          epoch,
        );
      await all(0);
      await page.evaluate(() => document.querySelector('moon-lab')?.goto(50));
      await all(50);
      await page.evaluate(() => document.querySelectorAll('moon-lab')[1].goto(20));
      await all(20);
    },
  ));

test('with `at` it opens at that epoch, once, and a copied link does at the present one', () =>
  site.visit(
    { query: '?at=70', permissions: ['clipboard-read', 'clipboard-write'] },
    async (page) => {
      await waitForEpochAt(page, 70);
      assert.equal((await moment(page)).state, 'paused');
      await button(page, 'Reset').click();
      await waitForEpochAt(page, 0);
      await goTo(page, 33);
      await button(page, 'Copy link').click();
      await page.getByRole('button', { name: 'Link copied' }).waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(new URL(link).search, '?at=33');
      const config = await page.evaluate(async () => {
        const record = await document.querySelector('moon-lab')?.exportRecord();
        return Object.keys(record?.config ?? {});
      });
      assert.ok(config.includes('epochs') && !config.includes('at'), String(config));
    },
  ));

test('after `at`, it plays by itself where it is to', () =>
  site.visit({ query: '?at=50&autoplay&epochs=90' }, async (page) => {
    await waitForState(page, 'finished');
    assert.equal(await epochOf(page), 90);
  }));

test('with `stop` it pauses exactly where the goal is reached, and goes on past it', () =>
  site.visit({ query: '?goal=test-accuracy>=0.95&stop=goal&speed=max' }, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Train').click();
    await waitForState(page, 'paused');
    const { accuracies, epoch } = await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      return { accuracies: lab?.history.testAccuracy ?? [], epoch: lab?.metrics?.epoch };
    });
    assert.equal(
      accuracies.findIndex((accuracy) => accuracy >= 0.95),
      epoch,
    );
    assert.equal(accuracies.length, Number(epoch) + 1);
    await button(page, 'Train').click();
    await page.waitForFunction(
      (reached) => (document.querySelector('moon-lab')?.metrics?.epoch ?? 0) > reached + 20,
      Number(epoch),
    );
    await goTo(page, Number(epoch) - 5);
    await page.evaluate(() => document.querySelector('moon-lab')?.step(20));
    assert.equal(await epochOf(page), Number(epoch) + 15, 'a step does not stop there');
  }));

test('it can be hidden, is found by touch on a phone, and axe finds nothing', () =>
  site.visit({ viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
    await trained(page, 100);
    const range = slider(page);
    await range.scrollIntoViewIfNeeded();
    const box = await range.boundingBox();
    assert.ok(box && box.height >= 24 && box.width > 150, JSON.stringify(box));
    await page.touchscreen.tap(box.x + box.width / 4, box.y + box.height / 2);
    await page.waitForFunction(
      () => (document.querySelector('moon-lab')?.metrics?.epoch ?? 0) < 50,
    );
    await assertNoViolationInBothThemes(page, 'moon-lab');
    await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('hide', 'timeline'));
    await settle(page);
    assert.equal(await range.isVisible(), false);
  }));
