import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { button, listen, readLab, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** @param {Page} page */
const sign = (page) => page.getByRole('status').filter({ hasText: 'Goal' });

/**
 * @param {Page} page
 * @param {number} epochs
 */
const step = (page, epochs) =>
  page.evaluate((count) => document.querySelector('moon-lab')?.step(count), epochs);

test('a goal that is reached is told by an event, once a run, and by a sign that stays', () =>
  site.visit({ query: '?goal=test-accuracy>=0.95' }, async (page) => {
    await waitForState(page, 'ready');
    const goals = await listen(page, 'goal');
    assert.equal(await sign(page).textContent(), 'Goal: test accuracy ≥\u00a095%');
    await step(page, 1);
    assert.deepEqual(await goals(), []);
    await step(page, 300);
    const { accuracies, goal } = await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      return { accuracies: lab?.history.testAccuracy ?? [], goal: lab?.config.goal };
    });
    const first = accuracies.findIndex((accuracy) => accuracy >= 0.95);
    assert.ok(first > 1 && first < 300, 'within one step, not at its end');
    const [{ metrics, ...rest }, ...others] = await goals();
    assert.deepEqual(others, []);
    assert.deepEqual(rest, { goal });
    assert.equal(metrics.epoch, first);
    assert.equal(metrics.testAccuracy, accuracies[first]);
    assert.equal(
      await sign(page).textContent(),
      `Goal reached at epoch ${first}: test accuracy ≥\u00a095%`,
    );
    await step(page, 10);
    assert.equal((await goals()).length, 1);

    await button(page, 'Reset').click();
    await waitForState(page, 'ready');
    assert.equal(await sign(page).textContent(), 'Goal: test accuracy ≥\u00a095%');
    await step(page, 300);
    assert.equal((await goals()).length, 2);
    await page.getByLabel('Seed', { exact: true }).fill('1');
    await page.getByLabel('Seed', { exact: true }).press('Enter');
    await waitForState(page, 'ready');
    assert.equal(await sign(page).textContent(), 'Goal: test accuracy ≥\u00a095%');
  }));

test('goals come and go at any time, and are no business of presets', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const goals = await listen(page, 'goal');
    assert.equal(await sign(page).count(), 0);
    await step(page, 20);
    await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('goal', 'epoch>9'));
    await sign(page).filter({ hasText: 'Goal reached at epoch 10: epoch >\u00a09' }).waitFor();
    assert.equal((await goals())[0].metrics.epoch, 10);
    await page.getByLabel('Preset', { exact: true }).selectOption({ label: 'Notebook' });
    await waitForState(page, 'ready');
    assert.equal((await readLab(page)).config.goal, 'epoch>9');
    await page.evaluate(() => document.querySelector('moon-lab')?.removeAttribute('goal'));
    await sign(page).waitFor({ state: 'detached' });
    await step(page, 20);
    assert.equal((await goals()).length, 1);
  }));

test('a goal is seen although the picture and the buttons are hidden, and can be hidden itself', () =>
  site.visit({ query: '?goal=epoch>5&hide=transport,boundary' }, async (page) => {
    await waitForState(page, 'ready');
    assert.equal(await sign(page).isVisible(), true);
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { hide: ['goal'] };
    });
    assert.equal(await sign(page).count(), 0);
    await step(page, 20);
    assert.equal((await readLab(page)).metrics.epoch, 20);
  }));
