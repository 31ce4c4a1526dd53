import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import {
  entries,
  field,
  line,
  runOf,
  straightRunOf,
  train,
  trainOn,
  waitForSchedule,
} from './live-support.js';
import {
  button,
  listen,
  readLab,
  settle,
  startSite,
  unfoldControls,
  waitForState,
} from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('a setting that is changed while it trains is an entry of the schedule', () =>
  site.visit({}, async (page) => {
    await train(page);
    const changes = await listen(page, 'configchange');
    await field(page, 'Learning rate').fill('0.1');
    await field(page, 'Learning rate').press('Enter');
    await waitForSchedule(page, '^\\d+:learning-rate=0.1$');
    await field(page, 'Optimiser').selectOption({ label: 'RMSProp' });
    await waitForSchedule(page, 'optimizer=rmsprop');
    assert.equal((await readLab(page)).state, 'training');
    await trainOn(page, 20);
    const { config, query } = await readLab(page);
    assert.deepEqual([config.learningRate, config.optimizer], [0.03, 'adam']);
    assert.match(config.schedule, /^\d+:learning-rate=0.1 \d+:optimizer=rmsprop$/);
    assert.deepEqual(
      (await changes()).map(({ schedule }) => schedule),
      [config.schedule.split(' ')[0], config.schedule],
    );
    assert.equal(new URLSearchParams(query).get('schedule'), config.schedule);
    assert.equal(await page.locator('moon-lab').getAttribute('schedule'), config.schedule);
    assert.equal(await field(page, 'Learning rate').inputValue(), '0.1');
    assert.equal(await field(page, 'Optimiser').inputValue(), 'rmsprop');
    assert.deepEqual(await runOf(page), await straightRunOf(page));
    const [, epoch] = /** @type {RegExpExecArray} */ (/ (\d+):/.exec(config.schedule));
    assert.equal(await line(page).textContent(), `Optimiser RMSProp from epoch ${epoch} on.`);
  }));

test('controls show the setting that is in force, before and after its entry', () =>
  site.visit({ query: '?schedule=30:learning-rate=0.5' }, async (page) => {
    await waitForState(page, 'ready');
    assert.equal(await field(page, 'Learning rate').inputValue(), '0.03');
    await page.evaluate(() => document.querySelector('moon-lab')?.step(30));
    await settle(page);
    assert.equal(await field(page, 'Learning rate').inputValue(), '0.5');
    await button(page, 'Reset').click();
    await waitForState(page, 'ready');
    await settle(page);
    assert.equal(await field(page, 'Learning rate').inputValue(), '0.03');
    assert.equal((await readLab(page)).config.schedule, '30:learning-rate=0.5');
  }));

test('a slider that is dragged while it trains is one change, once it is let go of', () =>
  site.visit({}, async (page) => {
    await train(page);
    const slider = page.locator('.field', { has: field(page, 'Learning rate') }).locator('.slider');
    const box = await slider.boundingBox();
    assert.ok(box);
    const middle = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.4, middle);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, middle, { steps: 8 });
    const shown = await field(page, 'Learning rate').inputValue();
    assert.notEqual(shown, '0.03');
    assert.equal((await readLab(page)).config.schedule, '');
    await page.mouse.up();
    await waitForSchedule(page, '.');
    await trainOn(page, 5);
    const { schedule } = (await readLab(page)).config;
    assert.equal(schedule.replace(/^\d+/, ''), `:learning-rate=${shown}`);
  }));

test('a key that is held while it trains is one change, once it is let go of', () =>
  site.visit({}, async (page) => {
    await train(page);
    await field(page, 'Learning rate').focus();
    for (let repeats = 0; repeats < 3; repeats += 1) await page.keyboard.down('ArrowUp');
    assert.equal(await field(page, 'Learning rate').inputValue(), '0.07');
    assert.equal((await readLab(page)).config.schedule, '');
    await page.keyboard.up('ArrowUp');
    await waitForSchedule(page, '.');
    await trainOn(page, 5);
    const { schedule } = (await readLab(page)).config;
    assert.equal(schedule.replace(/^\d+/, ''), ':learning-rate=0.07');
    assert.deepEqual(await runOf(page), await straightRunOf(page));
  }));

test('what went on can start again instead, and what started again can go on', () =>
  site.visit({}, async (page) => {
    await train(page);
    await field(page, 'Batch size').fill('16');
    await field(page, 'Batch size').press('Enter');
    await waitForSchedule(page, 'batch-size=16');
    await page.evaluate(() => document.querySelector('moon-lab')?.pause());
    const { schedule } = (await readLab(page)).config;
    await button(page, 'Start again with it').click();
    await waitForState(page, 'ready');
    const again = await readLab(page);
    assert.deepEqual([again.config.schedule, again.config.batchSize], ['', 16]);
    assert.equal(await line(page).textContent(), 'Started again with batch size 16.');
    const epoch = schedule.split(':')[0];
    await button(page, `Go on from epoch ${epoch} instead`).click();
    await waitForSchedule(page, 'batch-size=16');
    const { config, metrics } = await readLab(page);
    assert.deepEqual([config.schedule, config.batchSize], [schedule, 0]);
    assert.equal(metrics.epoch, Number(epoch));
    assert.deepEqual(await runOf(page), await straightRunOf(page));
  }));

test('Undo brings the former run back, whatever was changed', () =>
  site.visit({ query: '?speed=25' }, async (page) => {
    await waitForState(page, 'ready');
    await unfoldControls(page);
    await train(page);
    await trainOn(page, 50);
    const [first, former] = [await runOf(page), await readLab(page)];
    await field(page, 'Initialisation').selectOption({ label: 'He' });
    await waitForState(page, 'ready');
    assert.equal(await line(page).textContent(), 'Started again with initialisation He.');
    await page.evaluate(() => document.querySelector('moon-lab')?.step(10));
    await field(page, 'Preset').selectOption({ label: 'XOR' });
    await waitForState(page, 'ready');
    await field(page, 'Noise').fill('0.1');
    await field(page, 'Noise').press('Enter');
    await waitForState(page, 'ready');
    for (const epoch of [0, 10, former.metrics.epoch]) {
      await button(page, 'Undo').click();
      await page.getByText(`The run before is back, at epoch ${epoch}.`).waitFor();
    }
    assert.deepEqual(await runOf(page), first);
    assert.deepEqual((await readLab(page)).config, former.config);
    assert.equal((await readLab(page)).state, 'paused');
    assert.equal(await button(page, 'Undo').count(), 0);
    await button(page, 'Dismiss').click();
    assert.equal(await line(page).textContent(), '');
  }));

test('each entry can be removed, by the keyboard too, and Undo brings it back', () =>
  site.visit(
    { query: '?schedule=5:learning-rate=0.1 10:w1.3.2=0.5 10:b2.1=-1 15:optimizer=sgd' },
    async (page) => {
      await waitForState(page, 'ready');
      await page.evaluate(() => document.querySelector('moon-lab')?.step(40));
      assert.deepEqual(await entries(page).allTextContents(), [
        'Epoch 5: learning rate 0.1',
        'Epoch 10: weight w1.3.2 = 0.5',
        'Epoch 10: bias b2.1 = -1'.replace('-', '−'),
        'Epoch 15: optimiser Gradient descent',
      ]);
      const { schedule } = (await readLab(page)).config;
      await button(page, 'Remove: Epoch 10: weight w1.3.2 = 0.5').focus();
      await page.keyboard.press('Enter');
      await page.getByText('Removed: Epoch 10: weight w1.3.2 = 0.5.').waitFor();
      const less = '5:learning-rate=0.1 10:b2.1=-1 15:optimizer=sgd';
      assert.equal((await readLab(page)).config.schedule, less);
      assert.equal((await readLab(page)).metrics.epoch, 40);
      assert.deepEqual(await runOf(page), await straightRunOf(page));
      const focused = await page.evaluate(
        () => document.querySelector('moon-lab')?.shadowRoot?.activeElement?.ariaLabel,
      );
      assert.match(focused ?? '', /^Remove: Epoch 10: bias/);
      await button(page, 'Undo').press('Enter');
      await waitForSchedule(page, 'w1.3.2');
      assert.equal((await readLab(page)).config.schedule, schedule);
      assert.deepEqual(await runOf(page), await straightRunOf(page));
    },
  ));

test('changes are told in the curves’ descriptions, and move nothing', () =>
  site.visit({ query: '?schedule=5:learning-rate=0.1' }, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => document.querySelector('moon-lab')?.step(40));
    await settle(page, 20);
    const described = await page
      .getByRole('img', { name: 'Loss', exact: true })
      .evaluate((canvas) => {
        const root = /** @type {ShadowRoot} */ (canvas.getRootNode());
        const ids = (canvas.getAttribute('aria-describedby') ?? '').split(' ');
        return ids.map((id) => root.getElementById(id)?.textContent).join(' ');
      });
    assert.match(described, /1 change during the run is marked\./);
    await unfoldControls(page);
    const place = () => page.getByRole('img', { name: 'Decision boundary' }).boundingBox();
    const box = await place();
    await field(page, 'Initialisation').selectOption({ label: 'He' });
    await page.getByText('Started again with initialisation He.').waitFor();
    assert.deepEqual(await place(), box);
  }));

test('the line and the list are without faults, in both themes', () =>
  site.visit({}, async (page) => {
    await train(page);
    await field(page, 'Optimiser').selectOption({ label: 'RMSProp' });
    await waitForSchedule(page, 'optimizer=rmsprop');
    await page.evaluate(() => document.querySelector('moon-lab')?.pause());
    await settle(page);
    await assertNoViolationInBothThemes(page);
  }));
