/** Runs that are kept beside the next ones: in curves and table, by hand and by script. */

import assert from 'node:assert/strict';
import { after, before as beforeAll, test } from 'node:test';
import { cells, configure, keepRuns, readRuns, table, told } from './keep-support.js';
import { train } from './record-support.js';
import { button, listen, picture, readLab, settle, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @type {import('./support.js').Site} */
let site;
beforeAll(async () => {
  site = await startSite();
});
after(() => site.close());

test('two learning rates are compared by three interactions', () =>
  site.visit({ query: '?epochs=60' }, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 60);
    await settle(page, 30);
    const loss = await picture(page, 'Loss');

    await button(page, 'Keep').click();
    const rate = page.getByLabel('Learning rate', { exact: true });
    await rate.fill('0.001');
    await rate.press('Enter');
    await button(page, 'Train').click();

    await waitForState(page, 'finished');
    await told(page, 'Kept as A, at epoch 60.');
    await waitUntil(async () => (await cells(page))[1]?.[2] === '60');
    const [names, now, kept] = await cells(page);
    assert.deepEqual(names, [
      'Run',
      'Learning rate',
      'Epoch',
      'Training loss',
      'Test loss',
      'Test accuracy',
    ]);
    assert.deepEqual([now[1], now[2], kept[1], kept[2]], ['0.001', '60', '0.03', '60']);
    assert.notEqual(now[3], kept[3]);
    assert.notEqual(await picture(page, 'Loss'), loss);
    const describedBy = page.locator('#loss-description');
    await waitUntil(async () => /Kept run A: .* at epoch 60\./.test(await describedBy.innerText()));
  }));

test('the kept run is that of the moment of the click, whatever is done next', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 20);
    const before = await readLab(page);
    const runs = await page.evaluate(async () => {
      const lab = /** @type {import('../../web/element/moon-lab.js').MoonLabElement} */ (
        document.querySelector('moon-lab')
      );
      const kept = lab.keep(' slow ');
      lab.config = { learningRate: 1, seed: 7 };
      await kept;
      return lab.runs;
    });
    assert.equal(runs.length, 1);
    assert.equal(runs[0].label, 'slow');
    assert.deepEqual(runs[0].config, before.config);
    assert.deepEqual(runs[0].metrics, before.metrics);
    assert.equal(runs[0].history.epoch.length, 21);
    assert.equal(runs[0].history.testLoss[20], before.metrics.testLoss);
  }));

test('a ninth run, and a label that is none, are refused; once one is removed there is room', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const refused = (/** @type {unknown} */ label) =>
      page.evaluate(
        (name) =>
          document
            .querySelector('moon-lab')
            ?.keep(/** @type {string} */ (name))
            .then(
              () => 'kept',
              (error) => `${error.name}: ${error.message}`,
            ),
        label,
      );
    assert.equal(
      await refused(3),
      'TypeError: keep: 3 is not a text; allowed are texts of up to 40 characters',
    );
    await keepRuns(page, ...Array(8).fill(undefined));
    assert.deepEqual(
      (await readRuns(page)).map(({ label }) => label),
      [...'ABCDEFGH'],
    );
    assert.equal(
      await refused('one more'),
      'RangeError: keep: 9 runs; allowed are up to 8. Remove some first',
    );
    await waitUntil(
      async () => (await button(page, 'Keep').getAttribute('aria-disabled')) !== null,
    );
    await button(page, 'Remove run C').click();
    await told(page, 'Removed: C.');
    assert.equal(await button(page, 'Keep').getAttribute('aria-disabled'), null);
    await button(page, 'Keep').click();
    await told(page, 'Kept as C, at epoch 0.');
    await button(page, 'Remove all').click();
    await told(page, 'Removed: A, B, D, E, F, G, H, C.');
    assert.equal(await table(page).isVisible(), false);
    await button(page, 'Undo').click();
    assert.equal((await readRuns(page)).length, 8);
    assert.equal(await table(page).isVisible(), true);
  }));

test('the curves tell the kept values where one points, and their letters read out', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 30);
    await keepRuns(page, undefined);
    await configure(page, { learningRate: 0.3 });
    await train(page, 30);
    const [{ history }] = await readRuns(page);
    await page.getByRole('img', { name: 'Loss', exact: true }).focus();
    await page.keyboard.press('End');
    const reading = page.locator('.picture-loss [aria-live]');
    await waitUntil(async () => /A 0\.\d{4}$/.test(await reading.innerText()));
    assert.ok((await reading.innerText()).endsWith(`A ${history.testLoss[30].toFixed(4)}`));
    await configure(page, { dataset: 'plane' });
    await train(page, 5);
    await settle(page, 30);
    await page.keyboard.press('End');
    await waitUntil(async () => /epoch 5/i.test(await reading.innerText()));
    assert.doesNotMatch(await reading.innerText(), /A 0/, 'another quantity is not compared');
    const [names, now, kept] = await cells(page);
    assert.deepEqual(names.slice(-2), ['Test R²', 'Test accuracy']);
    assert.deepEqual([now.at(-1), kept.at(-2)], ['–', '–']);
  }));

test('kept runs outlive a move in the page, and leaving with them asks first', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 5);
    const asks = () =>
      page.evaluate(() => {
        const event = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(event);
        return event.defaultPrevented;
      });
    assert.equal(await asks(), false);
    await button(page, 'Keep').click();
    await told(page, 'Kept as A, at epoch 5.');
    assert.equal(await asks(), true);
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    assert.equal(dialog.type(), 'beforeunload');
    await dialog.dismiss();
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      const place = document.createElement('div');
      document.body.append(place);
      if (lab) place.append(lab);
    });
    await settle(page);
    assert.equal((await readRuns(page)).length, 1);
    assert.equal(await asks(), true);
    await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      lab?.remove();
      await null;
      Object.assign(window, { lab });
    });
    await settle(page);
    assert.equal(await asks(), false, 'a lab that is gone holds nobody up');
    await page.evaluate(() => document.body.append(/** @type {any} */ (window).lab));
    await waitForState(page, 'ready');
    assert.equal((await readRuns(page)).length, 1);
    assert.equal(await asks(), true);
    await button(page, 'Remove run A').click();
    await told(page, 'Removed: A.');
    assert.equal(await asks(), false);
  }));

test('a run that has diverged is not kept, and the lab says so', () =>
  site.visit(
    { query: '?activation=linear&layers=64,64,64&optimizer=sgd&learning-rate=10&init=he' },
    async (page) => {
      await waitForState(page, 'ready');
      await page.evaluate(() => document.querySelector('moon-lab')?.train());
      await waitForState(page, 'failed');
      await button(page, 'Keep').click();
      await told(page, 'the weights at epoch');
      assert.deepEqual(await readRuns(page), []);
    },
  ));

test('the part can be hidden, and the methods work all the same', () =>
  site.visit({ query: '?hide=keep' }, async (page) => {
    await waitForState(page, 'ready');
    await page.getByRole('img', { name: 'Loss', exact: true }).waitFor();
    const errors = await listen(page, 'error');
    await keepRuns(page, 'unseen');
    assert.equal(await button(page, 'Keep').count(), 0);
    assert.equal((await readRuns(page)).length, 1);
    assert.deepEqual(await errors(), []);
  }));
