/** A kept run's picture beside this one's. */

import assert from 'node:assert/strict';
import { after, before as beforeAll, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { configure, keepRuns, readRuns, told } from './keep-support.js';
import { train } from './record-support.js';
import { button, leavesWorkers, picture, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
beforeAll(async () => {
  site = await startSite();
});
after(() => site.close());

/** @param {Page} page */
const titles = (page) => page.locator('.kept-beside .picture-title').allInnerTexts();

/**
 * @param {Page} page
 * @param {...string} wanted
 */
async function titled(page, ...wanted) {
  await waitUntil(async () => String(await titles(page)) === String(wanted));
}

/** @param {Page} page with a run of 40 epochs that is kept, and another at 10 */
async function keepOne(page) {
  await waitForState(page, 'ready');
  await train(page, 40);
  await keepRuns(page, undefined);
  await configure(page, { learningRate: 0.003 });
  await train(page, 10);
  await button(page, 'Beside this run: A').click();
}

test('both are at the same epoch, as far as the kept run has come, forwards and backwards', () =>
  site.visit({}, async (page) => {
    await keepOne(page);
    await titled(page, 'This run, epoch 10', 'Run A, epoch 10');
    const at10 = await picture(page, 'Run A');
    await train(page, 20);
    await titled(page, 'This run, epoch 30', 'Run A, epoch 30');
    assert.notEqual(await picture(page, 'Run A'), at10);
    await train(page, 30);
    await titled(page, 'This run, epoch 60', 'Run A, epoch 40, where it was kept');
    const [{ metrics }] = await readRuns(page);
    const share = `${(100 * metrics.testAccuracy).toFixed(1)}%`;
    const words = await page.locator('#beside-kept-description').innerText();
    assert.ok(words.includes(share), `${words} should tell ${share}`);
    await page.evaluate(() => document.querySelector('moon-lab')?.reset());
    await titled(page, 'This run, epoch 0', 'Run A, epoch 0');
    await train(page, 10);
    await titled(page, 'This run, epoch 10', 'Run A, epoch 10');
    assert.equal(await picture(page, 'Run A'), at10);
  }));

test('it follows a training until it is put away, and a name that is changed', () =>
  site.visit({ query: '?speed=1' }, async (page) => {
    await keepOne(page);
    await button(page, 'Train').click();
    await titledBeyond(page, 40);
    await button(page, 'Pause').click();
    const name = page.getByLabel('Name of run A');
    await name.fill('fast');
    await name.press('Enter');
    await waitUntil(async () => /^Run A \(fast\), epoch 40/.test((await titles(page))[1] ?? ''));
    const beside = button(page, 'Beside this run: A');
    assert.equal(await beside.getAttribute('aria-pressed'), 'true');
    await beside.press('Enter');
    assert.deepEqual(await titles(page), []);
    assert.equal(await beside.getAttribute('aria-pressed'), 'false');
  }));

/**
 * @param {Page} page
 * @param {number} epoch that this run is to come to
 */
function titledBeyond(page, epoch) {
  return waitUntil(async () => {
    const [present = ''] = await titles(page);
    return Number(/epoch (\d+)/.exec(present)?.[1]) > epoch;
  });
}

test('a run that is removed is beside nothing, and a lab that is gone has no workers', () =>
  site.visit({}, async (page) => {
    await keepOne(page);
    await keepRuns(page, undefined);
    await titled(page, 'This run, epoch 10', 'Run A, epoch 10');
    await button(page, 'Remove run A').click();
    await told(page, 'Removed: A.');
    assert.deepEqual(await titles(page), []);
    await button(page, 'Beside this run: B').click();
    await titled(page, 'This run, epoch 10', 'Run B, epoch 10');
    await page.evaluate(() => document.querySelector('moon-lab')?.remove());
    await leavesWorkers(page, 0);
  }));

test('nothing is wrong for assistive technology, in either theme', () =>
  site.visit({}, async (page) => {
    await keepOne(page);
    await titled(page, 'This run, epoch 10', 'Run A, epoch 10');
    await assertNoViolationInBothThemes(page, 'moon-lab');
  }));
