import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  field,
  line,
  runOf,
  straightRunOf,
  train,
  trainOn,
  waitForSchedule,
} from './live-support.js';
import { readLab, startSite, waitForEpoch, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('only the lab’s own controls write the schedule, and of linked labs only one has it', () =>
  site.visit({ query: '?link=pair' }, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => {
      const other = document.createElement('moon-lab');
      other.config = { link: 'pair', loading: 'eager', learningRate: 0.01 };
      document.body.append(other);
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('moon-lab')].every((lab) => lab.metrics),
    );
    await page.evaluate(() => document.querySelector('moon-lab')?.train());
    await waitForEpoch(page, 20);
    await field(page, 'Learning rate').first().fill('0.2');
    await field(page, 'Learning rate').first().press('Enter');
    await waitForSchedule(page, 'learning-rate=0.2');
    const read = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('moon-lab')].map(({ config, metrics, state }) => ({
          schedule: config.schedule,
          rate: config.learningRate,
          epoch: metrics?.epoch,
          state,
        })),
      );
    await trainOn(page, 20);
    const [one, two] = await read();
    assert.equal(one.schedule.replace(/^\d+/, ''), ':learning-rate=0.2');
    assert.deepEqual([two.schedule, two.rate], ['', 0.01]);
    assert.equal(one.epoch, two.epoch);
    assert.deepEqual(await runOf(page), await straightRunOf(page, { link: '' }));
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { learningRate: 0.3 };
    });
    await waitForState(page, 'ready');
    const [set] = await read();
    assert.deepEqual([set.rate, set.schedule], [0.3, one.schedule], 'at epoch 0');
    assert.equal(await line(page).first().textContent(), '');
  }));

test('the record of a run that was changed while it trained opens, and goes on with the same digits', () =>
  site.visit({}, async (page) => {
    await train(page);
    await field(page, 'Learning rule').selectOption({ label: 'Simplified' });
    await waitForSchedule(page, 'rule=simplified');
    await field(page, 'Batch size').fill('32');
    await field(page, 'Batch size').press('Enter');
    await waitForSchedule(page, 'batch-size=32');
    await trainOn(page, 10);
    const { schedule } = (await readLab(page)).config;
    const [opened, original] = await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      if (!lab) throw new Error('There is no lab');
      const record = await lab.exportRecord();
      const other = document.createElement('moon-lab');
      other.config = { loading: 'eager', seed: 1 };
      document.body.append(other);
      await other.importRecord(structuredClone(record));
      const read = async () => [await other.exportRecord(), other.config.schedule];
      const repeated = await read();
      await Promise.all([other.step(10), lab.step(10)]);
      return [
        [...repeated, other.history],
        [record, lab.config.schedule, lab.history],
      ];
    });
    assert.deepEqual(opened, original);
    assert.equal(opened[1], schedule);
  }));
