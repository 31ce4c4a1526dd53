import assert from 'node:assert/strict';
import { after as afterAll, before as beforeAll, test } from 'node:test';
import { card, neuron, waitForTitle } from './network-support.js';
import { button, linger, picture, readLab, startSite, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** @typedef {import('./support.js').Page} Page */
/** @typedef {import('../../web/state/types.js').Config} Config */

const NETWORK = 'Network diagram';
const BOUNDARY = 'Decision boundary';
const WIDE = { width: 1440, height: 900 };

/**
 * @param {Page} page
 * @param {[string, string]} names of neurons of two layers that follow each other
 * @returns the middle between them, where their line is
 */
async function betweenNeurons(page, ...names) {
  const [from, to] = await Promise.all(names.map((name) => neuron(page, name).boundingBox()));
  assert.ok(from && to);
  return {
    x: (from.x + from.width + to.x) / 2,
    y: (from.y + from.height / 2 + to.y + to.height / 2) / 2,
  };
}

test('layers grow, shrink, are added between others and removed, and have activations of their own', () =>
  site.visit({ viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    const layers = async () => (await readLab(page)).config.layers;
    await button(page, 'Add a neuron to layer 2').click();
    assert.deepEqual(await layers(), [8, 9]);
    await button(page, 'Remove a neuron from layer 1').click();
    assert.deepEqual(await layers(), [7, 9]);
    await button(page, 'Add a layer before layer 2').click();
    assert.deepEqual(await layers(), [7, 7, 9]);
    await page.getByLabel('What hidden layer 2 does with the sum').selectOption('relu');
    assert.deepEqual((await readLab(page)).config.activation, ['tanh', 'relu', 'tanh']);
    await waitForState(page, 'ready');
    await button(page, 'Remove hidden layer 1').click();
    assert.deepEqual(await layers(), [7, 9]);
    assert.deepEqual((await readLab(page)).config.activation, ['relu', 'tanh']);
    await waitForState(page, 'ready');
    await neuron(page, 'Hidden layer 2, neuron 9').waitFor();
  }));

test('inputs are switched on and off beside their maps; the last stays', () =>
  site.visit({ viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    const features = async () => (await readLab(page)).config.features;
    await button(page, 'Use x₁x₂').click();
    assert.deepEqual(await features(), ['x1', 'x2', 'x1*x2']);
    await neuron(page, 'Input x1\\*x2').waitFor();
    await button(page, 'Use x₁').click();
    await button(page, 'Use x₂').click();
    assert.deepEqual(await features(), ['x1*x2']);
    await button(page, 'Use x₁x₂').press('Enter');
    assert.deepEqual(await features(), ['x1*x2']);
  }));

test('a weight is changed in the formula: metrics follow, and the record trains it again', () =>
  site.visit({ viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => document.querySelector('moon-lab')?.step(30));
    const before = await readLab(page);
    await neuron(page, 'Hidden layer 1, neuron 3').click();
    const field = page.getByRole('spinbutton', { name: 'Weight of x₁', exact: true });
    await field.fill('1.5');
    await field.press('Enter');
    await page.waitForFunction(() => document.querySelector('moon-lab')?.config.schedule !== '');
    const after = await readLab(page);
    assert.equal(after.config.schedule, '30:w1.3.1=1.5');
    assert.equal(after.metrics.epoch, 30);
    assert.notEqual(after.metrics.trainLoss, before.metrics.trainLoss);
    const { weight, again } = await page.evaluate(async () => {
      const lab = /** @type {import('../../web/element/moon-lab-element.js').MoonLabElement} */ (
        document.querySelector('moon-lab')
      );
      const model = await lab.exportModel();
      const record = await lab.exportRecord();
      await lab.importRecord(record);
      return { weight: model.layers[0].weights[2][0], again: lab.metrics };
    });
    assert.equal(weight, 1.5);
    assert.deepEqual(again, after.metrics);
  }));

test('without the controls of the network nothing of it can be changed', () =>
  site.visit({ query: '?hide=network', viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    await neuron(page, 'Hidden layer 1, neuron 3').click();
    await waitForTitle(page, 'Hidden layer 1, neuron 3');
    assert.equal(await page.getByRole('spinbutton', { name: 'Weight of x₁' }).count(), 0);
    assert.equal(await button(page, 'Add a neuron to layer 1').isVisible(), false);
    assert.equal(await button(page, 'Use x₁²').isVisible(), false);
    assert.match((await card(page)).formula, /^tanh\(/);
  }));

test('a line tells its weight and its ends beside it', () =>
  site.visit({ query: '?layers=&features=x1', viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    const before = await picture(page, NETWORK);
    const middle = await betweenNeurons(page, 'Input x1', 'Output');
    await page.mouse.move(middle.x, middle.y);
    await linger(page);
    assert.notEqual(await picture(page, NETWORK), before);
    await page.mouse.click(middle.x, middle.y);
    await page.waitForFunction(() => document.querySelector('moon-lab')?.config.neuron === '1.1');
  }));

test('what is pointed at or held may be gone from the network, or not be there yet', () =>
  site.visit({ viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    await page.locator('.lab[data-complete]').waitFor();
    const configure = async (/** @type {Partial<Config>} */ patch) => {
      await page.evaluate((change) => {
        const lab = document.querySelector('moon-lab');
        if (lab) lab.config = change;
      }, patch);
      await waitForState(page, 'ready');
      await linger(page);
    };
    await neuron(page, 'Hidden layer 2, neuron 3').hover();
    await waitForTitle(page, 'Hidden layer 2, neuron 3');
    await configure({ layers: [2] });
    await waitForTitle(page, BOUNDARY);
    await page.mouse.move(2, 2);
    await configure({ layers: [8, 8] });
    await waitForTitle(page, BOUNDARY);
    const line = await betweenNeurons(page, 'Hidden layer 1, neuron 1', 'Hidden layer 2, neuron 1');
    await page.mouse.move(line.x, line.y);
    await linger(page);
    await configure({ layers: [] });
    await configure({ layers: [2, 2, 2, 2], neuron: '5.1' });
    await configure({ layers: [9, 9, 9, 9, 9], neuron: '5.9' });
    await waitForTitle(page, 'Hidden layer 5, neuron 9');
    await configure({ layers: [3], neuron: '' });
    await waitForTitle(page, BOUNDARY);
  }));
