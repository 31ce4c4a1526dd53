import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { QUERY, choose, exportRecord, openPart, said, train } from './record-support.js';
import {
  button,
  dataSet,
  leavesWorkers,
  listen,
  readLab,
  startSite,
  waitForEpoch,
  waitForState,
} from './support.js';

/** @typedef {import('../../web/state/record.js').LabRecord} LabRecord */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('100 epochs, saved, opened elsewhere, and 100 more are 200 epochs to the last bit', async () => {
  /** @type {Record<string, LabRecord>} */
  const records = {};
  await site.visit({ query: QUERY }, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 100);
    records.half = await exportRecord(page);
    await train(page, 100);
    records.whole = await exportRecord(page);
  });
  await site.visit({ query: '?noise=0.1&theme=dark&hide=parity' }, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 3);
    const [progress, changes] = [
      await listen(page, 'progress'),
      await listen(page, 'configchange'),
    ];
    await openPart(page);
    await choose(page, records.half);
    await said(page, 'Opened at epoch 100: every number is the same.');
    assert.deepEqual(await exportRecord(page), records.half);
    const lab = await readLab(page);
    assert.equal(lab.state, 'paused');
    const asked = new URLSearchParams(`${QUERY}&hide=parity&theme=dark`);
    const has = new URLSearchParams(lab.query);
    asked.sort();
    has.sort();
    assert.equal(String(has), String(asked), 'its settings, in a page that keeps its own');
    assert.ok(await dataSet(page, 'Circles').isChecked());
    assert.equal((await changes()).length, 1);
    assert.equal((await progress())[0].epoch, 100);
    await page.getByText('Paused at epoch 100').waitFor();

    await button(page, 'Step').click();
    await waitForEpoch(page, 101);
    await train(page, 99);
    assert.deepEqual(await exportRecord(page), records.whole);
    await button(page, 'Reset').click();
    await train(page, 200);
    assert.deepEqual(await exportRecord(page), records.whole, 'Reset leads to its start');
  });
});

test('a record of an imported model opens by its methods, without a worker as well', () =>
  site.visit(
    {
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, 'Worker', { value: undefined });
        }),
    },
    async (page) => {
      await waitForState(page, 'ready');
      const { first, second } = await page.evaluate(async () => {
        const lab = document.querySelector('moon-lab');
        if (!lab) throw new Error('no lab');
        await lab.step(20);
        const model = await lab.exportModel();
        lab.config = { layers: [2], dataset: 'blobs' };
        await lab.importModel(model);
        await lab.step(30);
        const record = await lab.exportRecord();
        await lab.step(30);
        const went = await lab.exportRecord();
        lab.config = { seed: 9 };
        await lab.importRecord(JSON.parse(JSON.stringify(record)));
        await lab.step(30);
        return { first: went, second: await lab.exportRecord() };
      });
      assert.equal(first.metrics.epoch, 60);
      assert.deepEqual(second, first);
      assert.equal(page.workers().length, 0);
    },
  ));

test('saving does not stop the training, nor does a record that is refused', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Train').click();
    await waitForEpoch(page, 10);
    const worker = page.workers()[0];
    for (let times = 0; times < 5; times += 1) {
      const { metrics, history, model } = await exportRecord(page);
      assert.deepEqual(model.metrics, metrics);
      assert.equal(history.epoch.length, metrics.epoch + 1);
    }
    const record = await exportRecord(page);
    record.history.trainLoss[5] = 0.5;
    const refusal = await page.evaluate(
      (json) =>
        document
          .querySelector('moon-lab')
          ?.importRecord(json)
          .catch((error) => error.message),
      record,
    );
    assert.match(
      String(refusal),
      /^record\.history\.trainLoss\[5\]: 0\.5 is not what the training/,
    );
    const { state, metrics } = await readLab(page);
    assert.equal(state, 'training');
    await waitForEpoch(page, metrics.epoch + 10);
    await leavesWorkers(page, 1);
    assert.deepEqual(page.workers(), [worker]);
  }));

test('a record takes the place of a training that goes on', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 20);
    const record = await exportRecord(page);
    await button(page, 'Train').click();
    await waitForEpoch(page, 40);
    await page.evaluate((json) => document.querySelector('moon-lab')?.importRecord(json), record);
    const { state, metrics } = await readLab(page);
    assert.deepEqual([state, metrics.epoch], ['paused', 20]);
    await leavesWorkers(page, 1);
    await button(page, 'Train').click();
    await waitForEpoch(page, 30);
  }));

test('a lab that is taken away while it opens a record leaves nothing behind', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 3000);
    const record = await exportRecord(page);
    const name = await page.evaluate((json) => {
      const lab = document.querySelector('moon-lab');
      const opening = lab?.importRecord(json).catch((error) => error.name);
      lab?.remove();
      return opening;
    }, record);
    assert.equal(name, 'AbortError');
    await page.waitForFunction(() => document.querySelector('moon-lab') === null);
    await leavesWorkers(page, 0);
  }));

test('a record is dropped on the part, folded or not, and nothing else is taken', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 10);
    const record = JSON.stringify(await exportRecord(page));
    await button(page, 'Reset').click();
    const drop = (/** @type {string[]} */ texts) =>
      page.locator('.panel-export').evaluate((part, contents) => {
        const dataTransfer = new DataTransfer();
        for (const text of contents) dataTransfer.items.add(new File([text], 'a.json'));
        const init = { dataTransfer, bubbles: true, cancelable: true, composed: true };
        const over = new DragEvent('dragover', init);
        part.dispatchEvent(over);
        part.dispatchEvent(new DragEvent('drop', init));
        return over.defaultPrevented;
      }, texts);
    assert.equal(await drop([record]), true);
    await said(page, 'Opened at epoch 10');
    assert.equal((await readLab(page)).metrics.epoch, 10);
    await drop([record, record]);
    await said(page, 'record: 2 files at once; allowed are single files');
    assert.equal(await drop([]), false, 'a text that is dragged is not our business');
  }));

/**
 * Runs in the page, as the training may be over before another process has found the button.
 *
 * @returns {Promise<string>} what stood beside the button
 */
function cancelAtFirstSight() {
  const root = document.querySelector('moon-lab')?.shadowRoot;
  if (!root) throw new Error('There is no lab');
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const progress = [...root.querySelectorAll('*')].find(
        ({ children, textContent }) =>
          children.length === 0 && textContent?.startsWith('Repeating the training'),
      );
      const cancel = [...root.querySelectorAll('button')].find(
        (element) => element.textContent === 'Cancel' && element.checkVisibility(),
      );
      if (!progress || !cancel) return;
      observer.disconnect();
      cancel.click();
      resolve(progress.textContent ?? '');
    });
    observer.observe(root, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
}

test('a long training shows how far it is, and can be given up', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { samples: 2000 };
    });
    await train(page, 4000);
    const record = await exportRecord(page);
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { preset: 'default' };
    });
    await train(page, 1);
    await openPart(page);
    const cancelled = page.evaluate(cancelAtFirstSight);
    await choose(page, record);
    assert.match(await cancelled, /^Repeating the training: epoch [\d,]+ of 4,000$/);
    await said(page, 'Cancelled. The lab is as it was.');
    assert.equal(await button(page, 'Cancel').isVisible(), false);
    assert.equal((await readLab(page)).metrics.epoch, 1);
    await leavesWorkers(page, 1);
  }));
