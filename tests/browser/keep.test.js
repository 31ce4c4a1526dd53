/** Runs that are kept beside the next ones: in curves and table, by hand and by script. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { choose, exportRecord, openPart, said, save, train } from './record-support.js';
import { button, listen, picture, readLab, settle, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** @param {Page} page */
const table = (page) => page.getByRole('table', { name: 'Kept runs' });

/**
 * @param {Page} page
 * @returns {Promise<string[][]>} the cells that hold text, by row
 */
const cells = (page) =>
  table(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].slice(0, -1).map((cell) => /** @type {HTMLElement} */ (cell).innerText),
      ),
    );

/**
 * @param {Page} page
 * @param {string} text
 */
const told = (page, text) => page.locator('.kept-news').getByText(text).waitFor();

/** @param {Page} page */
const readRuns = (page) => page.evaluate(() => document.querySelector('moon-lab')?.runs ?? []);

/**
 * @param {Page} page
 * @param {...string | undefined} labels
 */
async function keepRuns(page, ...labels) {
  await page.evaluate(async (names) => {
    for (const name of names) await document.querySelector('moon-lab')?.keep(name);
  }, labels);
}

/**
 * @param {Page} page
 * @param {object} patch
 */
async function configure(page, patch) {
  await page.evaluate((settings) => {
    const lab = document.querySelector('moon-lab');
    if (lab) lab.config = settings;
  }, patch);
  await waitForState(page, 'ready');
}

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

test('a restored run is there to the last bit, and goes on so; Undo brings back what there was', () =>
  site.visit({ query: '?batch-size=40&optimizer=momentum' }, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 150);
    await keepRuns(page, 'first');
    const first = await exportRecord(page);
    await train(page, 50);
    const further = await exportRecord(page);
    await configure(page, { layers: [3], dataset: 'circles', optimizer: 'adam' });
    await train(page, 30);
    const second = await exportRecord(page);

    await button(page, 'Restore run A').click();
    await page.getByText('Run A (first) is back, at epoch 150.').waitFor();
    assert.deepEqual(await exportRecord(page), first);
    await page.locator('.deed').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The run before is back, at epoch 30.').waitFor();
    assert.deepEqual(await exportRecord(page), second);
    await button(page, 'Restore run A').click();
    await page.getByText('Run A (first) is back, at epoch 150.').waitFor();
    await train(page, 50);
    assert.deepEqual(await exportRecord(page), further);
    assert.equal((await readRuns(page)).length, 1, 'it stays where it is kept');
  }));

test('a run that began from a model, and one that was changed as it went, are restored, too', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      await lab?.step(10);
      await lab?.importModel(await lab.exportModel());
      await lab?.step(25);
      await lab?.keep('from a model');
    });
    const imported = await exportRecord(page);
    assert.ok(imported.start);
    await configure(page, { schedule: '10:learning-rate=0.2 20:w1.1.1=0.5' });
    await train(page, 40);
    await keepRuns(page, 'changed');
    const changed = await exportRecord(page);
    await button(page, 'Restore run A').click();
    await page.getByText('Run A (from a model) is back, at epoch 25.').waitFor();
    assert.deepEqual(await exportRecord(page), imported);
    await button(page, 'Restore run B').click();
    await page.getByText('Run B (changed) is back, at epoch 40.').waitFor();
    assert.deepEqual(await exportRecord(page), changed);
  }));

test('restoring is cancelled, and the lab is as it was', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await configure(page, { layers: [64, 64, 64], samples: 2000 });
    await train(page, 2);
    // A run of many epochs that nobody has trained here: what is restored is its configuration.
    await keepRuns(page, 'long');
    await configure(page, { layers: [3], samples: 300 });
    await train(page, 5);
    const present = await exportRecord(page);
    // The worker that is to train it never answers.
    await page.evaluate(() => {
      Object.assign(window, { post: Worker.prototype.postMessage });
      Worker.prototype.postMessage = () => {};
    });
    await button(page, 'Restore run A').click();
    await page.getByText('Training again up to epoch 2 …').waitFor();
    await page.locator('.deed').getByRole('button', { name: 'Cancel' }).click();
    await page.evaluate(() => {
      Worker.prototype.postMessage = /** @type {any} */ (window).post;
    });
    assert.deepEqual(await exportRecord(page), present);
  }));

test('keys keep, name, restore and remove', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 12);
    await button(page, 'Keep').focus();
    await page.keyboard.press('Enter');
    await told(page, 'Kept as A, at epoch 12.');
    await table(page).waitFor();
    await page.keyboard.press('Tab');
    // The table scrolls by keyboard where it is too wide.
    await page.keyboard.press('Tab');
    await page.keyboard.type('good');
    await page.keyboard.press('Tab');
    await waitUntil(async () => (await readRuns(page))[0].label === 'good');
    await train(page, 3);
    await page.keyboard.press('Enter');
    await page.getByText('Run A (good) is back, at epoch 12.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await told(page, 'Removed: A.');
    const focused = () =>
      page.evaluate(
        () => document.querySelector('moon-lab')?.shadowRoot?.activeElement?.textContent,
      );
    assert.notEqual(await focused(), undefined, 'the focus stays in the lab');
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

test('kept runs are saved in one file, and opened again where there is room', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 40);
    await keepRuns(page, undefined);
    await configure(page, { dataset: 'hills', layers: [4], batchSize: 32 });
    await train(page, 25);
    await keepRuns(page, 'hills, “small”');
    const runs = await readRuns(page);
    const { name, bytes } = await save(page, 'Save kept runs');
    assert.equal(name, 'moonlab-kept-runs.json');
    await told(page, 'Saved as moonlab-kept-runs.json.');
    assert.equal(await page.getByText('Once this page is left').isVisible(), false);

    await button(page, 'Remove all').click();
    await told(page, 'Removed: A, B.');
    await openPart(page);
    await choose(page, String(bytes));
    await said(page, 'Opened 2 kept runs: every number is the same.');
    assert.deepEqual(await readRuns(page), runs);
    await button(page, 'Restore run A').click();
    await page.getByText('Run A is back, at epoch 40.').waitFor();
    assert.deepEqual((await readLab(page)).metrics, runs[0].metrics);

    for (const count of [4, 6, 8]) {
      await choose(page, String(bytes));
      await waitUntil(async () => (await readRuns(page)).length === count);
    }
    await choose(page, String(bytes));
    await said(page, 'keep: 10 runs; allowed are up to 8. Remove some first');
    assert.equal((await readRuns(page)).length, 8);
  }));

test('a file with a fault is refused by the place of that, and nothing is lost', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 10);
    await keepRuns(page, 'good', 'other');
    const { bytes } = await save(page, 'Save kept runs');
    const present = await readLab(page);
    const kept = await readRuns(page);
    await openPart(page);
    const refused = async (
      /** @type {(file: any) => void} */ spoil,
      /** @type {RegExp} */ message,
    ) => {
      const file = JSON.parse(String(bytes));
      spoil(file);
      await choose(page, file);
      await said(page, message);
      await said(page, 'The lab is as it was.');
    };
    await refused((file) => (file.version = 9), /^kept\.version: 9 is not known; allowed are 1$/);
    await refused(
      ({ runs }) => delete runs[1].record.metrics,
      /^kept\.runs\[1\]\.record\.metrics: undefined is missing/,
    );
    await refused(({ runs }) => (runs[0].label = 5), /^kept\.runs\[0\]\.label: 5 is not a text/);
    await refused(
      ({ runs }) => (runs[1].record.history.trainLoss[4] += 1e-9),
      /^kept\.runs\[1\]\.record\.history\.trainLoss\[4\]: /,
    );
    await refused((file) => (file.runs = []), /^kept\.runs\.length: 0 /);
    assert.deepEqual(await readLab(page), present);
    assert.deepEqual(await readRuns(page), kept);
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

test('nothing is wrong for assistive technology, with kept runs in either theme', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 5);
    await keepRuns(page, undefined, 'named');
    await table(page).waitFor();
    await assertNoViolationInBothThemes(page, 'moon-lab');
  }));

test('on a phone a run is kept, named and restored by touch, and nothing is wider than the screen', () =>
  site.visit(PHONE, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 8);
    await button(page, 'Keep').tap();
    await told(page, 'Kept as A, at epoch 8.');
    await page.getByLabel('Name of run A').tap();
    await page.keyboard.type('by touch');
    await page.getByRole('heading', { name: 'Loss', exact: true }).tap();
    await waitUntil(async () => (await readRuns(page))[0]?.label === 'by touch');
    await train(page, 4);
    await button(page, 'Restore run A').tap();
    await page.getByText('Run A (by touch) is back, at epoch 8.').waitFor();
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(widths[0] <= widths[1], String(widths));
    for (const name of ['Keep', 'Restore run A', 'Remove run A', 'Remove all']) {
      const box = await button(page, name).boundingBox();
      assert.ok(box && box.height >= 44, name);
    }
  }));

test('it speaks German, and the kept runs stay when the language changes', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await keepRuns(page, 'eins');
    await table(page).waitFor();
    await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('lang', 'de'));
    await button(page, 'Aufbewahren').waitFor();
    await page.getByRole('table', { name: 'Aufbewahrte Läufe' }).waitFor();
    await button(page, 'Lauf A zurückholen').waitFor();
    assert.equal(await page.getByLabel('Name des Laufs A').inputValue(), 'eins');
  }));

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
