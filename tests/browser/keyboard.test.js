import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  readLab,
  settle,
  startSite,
  unfoldControls,
  waitForEpoch,
  waitForState,
} from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** More presses of Tab than the page has stops. */
const MANY = 80;

/**
 * @param {Page} page
 * @returns {Promise<string>} what the focus is on, by the name that a person would use
 */
async function focusName(page) {
  const name = await page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) return '';
    const [label] = /** @type {HTMLInputElement} */ (element).labels ?? [];
    return element.getAttribute('aria-label') ?? (label ?? element).textContent;
  });
  return (name ?? '').trim();
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function tabTo(page, name) {
  for (let press = 0; press < MANY; press++) {
    if ((await focusName(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never comes to ${name}`);
}

/**
 * @param {Page} page
 * @param {string[]} order in which Tab meets these, among others
 */
async function expectOrder(page, order) {
  /** @type {string[]} */
  const met = [];
  for (let press = 0; press < MANY; press++) {
    await page.keyboard.press('Tab');
    met.push(await focusName(page));
  }
  assert.deepEqual(
    met.filter((name, i) => order.includes(name) && met.indexOf(name) === i),
    order,
  );
}

test('the keyboard meets the controls in the order of thought', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await unfoldControls(page);
    const order = [
      ...['Train', 'Step', 'Reset'],
      ...['Preset', 'Two moons', 'Samples', 'Noise', 'Seed', 'Test share'],
      ...['Remove a layer', 'Add a layer', 'Neurons of layer 1'],
      ...['Activation', 'Initialisation'],
      ...['Learning rule', 'Optimiser', 'Learning rate', 'Batch size', 'Epoch limit', 'Speed'],
      ...['Both', 'Decision boundary'],
    ];
    // Where the pointer has been last, the way would begin.
    await page.getByRole('link', { name: 'Lab', exact: true }).focus();
    await expectOrder(page, order);
  }));

test('the keyboard alone sets an experiment up', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await tabTo(page, 'Two moons');
    await page.keyboard.press('ArrowRight');
    assert.equal((await readLab(page)).config.dataset, 'circles');

    await tabTo(page, 'Noise');
    await page.keyboard.press('ArrowUp');
    assert.equal((await readLab(page)).config.noise, 0.21);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal((await readLab(page)).config.noise, 0.19);

    await unfoldControls(page);
    await tabTo(page, 'Add a layer');
    await page.keyboard.press('Space');
    assert.deepEqual((await readLab(page)).config.layers, [8, 8, 8]);

    await tabTo(page, 'Learning rate');
    await page.keyboard.press('ArrowUp');
    assert.equal((await readLab(page)).config.learningRate, 0.04);
  }));

test('the keyboard alone trains, pauses, steps and resets', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await tabTo(page, 'Train');
    await page.keyboard.press('Enter');
    await waitForEpoch(page, 5);
    assert.equal(await focusName(page), 'Pause', 'the toggle keeps the focus');
    await page.keyboard.press('Enter');
    await waitForState(page, 'paused');
    await page.evaluate(() => document.querySelector('moon-lab')?.pause());

    const { epoch } = (await readLab(page)).metrics;
    await tabTo(page, 'Step');
    await page.keyboard.press('Space');
    await waitForEpoch(page, epoch + 1);
    assert.equal((await readLab(page)).metrics.epoch, epoch + 1);

    await tabTo(page, 'Reset');
    await page.keyboard.press('Enter');
    await waitForState(page, 'ready');
    assert.equal((await readLab(page)).metrics.epoch, 0);
  }));

test('arrow keys point at the decision boundary, and the readout tells what is there', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const readout = page.locator('.readout');
    const hint = await readout.textContent();
    await tabTo(page, 'Decision boundary');
    const read = new Set([hint]);
    for (const key of ['ArrowUp', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
      await page.keyboard.press(key);
      await settle(page);
      const text = (await readout.textContent()) ?? '';
      assert.match(text, /Probability of class 1: 0?\.\d+.*x₁.*x₂/);
      read.add(text);
    }
    assert.ok(read.size >= 4, 'every press reads another place');
    await page.keyboard.press('Escape');
    await settle(page);
    assert.equal(await readout.textContent(), hint);
  }));
