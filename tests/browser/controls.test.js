import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  button,
  dataSet,
  listen,
  picture,
  readLab,
  settle,
  startSite,
  unfoldControls,
  waitForEpoch,
  waitForState,
} from './support.js';

/** @typedef {import('./support.js').Page} Page */
/** @typedef {import('./support.js').Config} Config */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * What somebody does at each control, and the setting that must follow.
 *
 * @type {[label: string, key: keyof Config, input: string, value: unknown][]}
 */
const MENUS = [
  ['Activation', 'activation', 'ReLU', 'relu'],
  ['Initialisation', 'init', 'He', 'he'],
  ['Learning rule', 'rule', 'Simplified', 'simplified'],
  ['Optimiser', 'optimizer', 'Momentum', 'momentum'],
  ['Speed', 'speed', '25 a frame', '25'],
  ['Scaling', 'scale', 'Standardised', 'standard'],
  ['Loss function', 'loss', 'Squared error', 'squared_error'],
  ['Regularisation', 'regularization', 'L2', 'l2'],
];
/** @type {typeof MENUS} */
const NUMBERS = [
  ['Samples', 'samples', '120', 120],
  ['Noise', 'noise', '0.15', 0.15],
  ['Seed', 'seed', '7', 7],
  ['Weight seed', 'weightSeed', '8', 8],
  ['Regularisation rate', 'regularizationRate', '0.1', 0.1],
  ['Test share', 'testSize', '0.3', 0.3],
  ['Learning rate', 'learningRate', '0.05', 0.05],
  ['Batch size', 'batchSize', '32', 32],
  ['Epoch limit', 'epochs', '500', 500],
];

/**
 * @param {Page} page
 * @param {string} label
 */
const field = (page, label) => page.getByLabel(label, { exact: true });

test('every control changes its setting, and the lab goes on', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await unfoldControls(page);
    const changes = await listen(page, 'configchange');
    for (const [label, key, input, value] of MENUS) {
      await field(page, label).selectOption({ label: input });
      assert.deepEqual((await readLab(page)).config[key], value, label);
    }
    for (const [label, key, input, value] of NUMBERS) {
      await field(page, label).fill(input);
      await field(page, label).press('Enter');
      assert.deepEqual((await readLab(page)).config[key], value, label);
    }
    await page.getByRole('radio', { name: 'Test', exact: true }).check();
    assert.equal((await readLab(page)).config.points, 'test');
    await page.getByRole('radio', { name: 'Classes', exact: true }).check();
    assert.equal((await readLab(page)).config.surface, 'classes');
    await page.getByRole('checkbox', { name: 'x₁²', exact: true }).check();
    assert.deepEqual((await readLab(page)).config.features, ['x1', 'x2', 'x1^2']);
    assert.equal((await changes()).length, MENUS.length + NUMBERS.length + 3);

    await waitForState(page, 'ready');
    await button(page, 'Step').click();
    await waitForState(page, 'paused');
    assert.equal((await readLab(page)).metrics.epoch, 1);
  }));

test('what does not apply is not there', () =>
  site.visit({ path: '/dist/index.html?layers=' }, async (page) => {
    await waitForState(page, 'ready');
    await unfoldControls(page);
    /** @param {Record<string, boolean>} expected */
    const expectVisible = async (expected) => {
      for (const [label, isThere] of Object.entries(expected)) {
        assert.equal(await field(page, label).isVisible(), isThere, label);
      }
    };
    await expectVisible({ Activation: false, 'Regularisation rate': false });
    const count = page.locator('#classes');
    const names = field(page, 'Class names');
    assert.equal(await count.isVisible(), false, 'moons have two');
    assert.equal(await names.isVisible(), true);
    await field(page, 'Regularisation').selectOption({ label: 'L1' });
    await button(page, 'Add a layer').click();
    await expectVisible({ Activation: true, 'Regularisation rate': true, 'Learning rule': true });

    await dataSet(page, 'Spirals').check();
    await button(page, 'One class more').click();
    assert.equal((await readLab(page)).config.classes, 3);
    await expectVisible({ 'Learning rule': false, 'Loss function': true });

    await dataSet(page, 'Hills').check();
    await expectVisible({ 'Loss function': false, 'Learning rule': true });
    assert.equal(await count.isVisible(), false, 'values have none');
    assert.equal(await names.isVisible(), false);

    const data = '0,0,1;1,1,0;2,0,1;0,2,0';
    await page.evaluate((points) => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { problem: 'classification', dataset: 'own', data: points };
    }, data);
    await expectVisible({ Samples: false, Noise: false, Seed: true });
    assert.equal(await names.isVisible(), true);
  }));

test('there are as many classes as a data set can be made with', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const count = page.locator('#classes');
    const more = button(page, 'One class more');
    for (const [name, most] of /** @type {const} */ ([
      ['Clusters', 4],
      ['Blobs', 6],
    ])) {
      await dataSet(page, name).check();
      for (let i = 0; i < 6; i++) await more.press('Enter');
      assert.equal((await readLab(page)).config.classes, most, name);
      assert.equal(await more.getAttribute('aria-disabled'), 'true');
      await count.fill('7');
      await count.press('Enter');
      assert.match((await page.locator('#classes-error').textContent()) ?? '', /^Classes: 7 is/);
      assert.equal((await readLab(page)).config.classes, most);
      for (let i = 0; i < 6; i++) await button(page, 'One class fewer').press('Enter');
      assert.equal((await readLab(page)).config.classes, 2, name);
    }
  }));

test('points of one’s own are classes or values, as they are told to be', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.locator('.fold-summary', { hasText: 'Own points' }).click();
    await field(page, 'Problem').selectOption({ label: 'Values' });
    assert.equal((await readLab(page)).config.problem, 'regression');
    await page.locator('#data-points').fill('0,0,0.5\n1,1,1.5\n0,1,2.5\n1,0,-3\n2,2,7\n2,1,8\n');
    await button(page, 'Use these points').click();
    await waitForState(page, 'ready');
    const { config } = await readLab(page);
    assert.deepEqual([config.dataset, config.problem], ['own', 'regression']);
    assert.deepEqual(
      config.data.map(([, , value]) => value),
      [0.5, 1.5, 2.5, -3, 7, 8],
    );
    await page.getByRole('button', { name: 'New split', exact: true }).click();
    assert.notEqual((await readLab(page)).config.seed, 42);
  }));

test('the classes are called by their names, in the legend and in words', () =>
  site.visit({ path: '/dist/index.html?class-names=apple,pear' }, async (page) => {
    await waitForState(page, 'ready');
    const legend = page.getByRole('list', { name: 'Marks' });
    await legend.getByText('Class apple').waitFor();
    await page.locator('[data-fold="names"] > summary').click();
    await field(page, 'Class names').fill('in,out');
    await field(page, 'Class names').press('Enter');
    await legend.getByText('Class out').waitFor();
    assert.equal(await page.locator('[data-fold="names"]').getAttribute('open'), '');
    await page
      .locator('#boundary-description')
      .filter({ hasText: 'class in (blue)' })
      .waitFor({ state: 'attached' });
  }));

test('a new value is seen in the picture at once', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const shown = new Set([await picture(page, 'Decision boundary')]);
    for (const patch of [{ seed: 7 }, { noise: 0 }, { layers: [] }, { points: 'train' }]) {
      await page.evaluate((change) => {
        const lab = document.querySelector('moon-lab');
        if (lab) lab.config = change;
      }, /** @type {any} */ (patch));
      await waitForState(page, 'ready');
      shown.add(await picture(page, 'Decision boundary'));
    }
    assert.equal(shown.size, 5);
  }));

test('layers and neurons come and go with + and −', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await unfoldControls(page);
    const layers = async () => (await readLab(page)).config.layers;
    await button(page, 'Add a layer').click();
    assert.deepEqual(await layers(), [8, 8, 8]);
    await button(page, 'Add a neuron to layer 1').click();
    await button(page, 'Remove a neuron from layer 3').click();
    assert.deepEqual(await layers(), [9, 8, 7]);
    await page.getByLabel('Neurons of layer 2').fill('3');
    await page.getByLabel('Neurons of layer 2').press('Enter');
    assert.deepEqual(await layers(), [9, 3, 7]);
    for (let i = 0; i < 4; i++) await button(page, 'Remove a layer').press('Enter');
    assert.deepEqual(await layers(), [], 'at none, − does nothing');
    for (let i = 0; i < 7; i++) await button(page, 'Add a layer').press('Enter');
    assert.equal((await layers()).length, 6, 'at six, + does nothing');
  }));

test('each hidden layer can have an activation of its own', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await unfoldControls(page);
    await field(page, 'Activation').selectOption({ label: 'One per layer' });
    await field(page, 'Layer 2').selectOption({ label: 'ReLU' });
    assert.deepEqual((await readLab(page)).config.activation, ['tanh', 'relu']);
    await button(page, 'Add a layer').click();
    assert.deepEqual((await readLab(page)).config.activation, ['tanh', 'relu', 'relu']);
    await field(page, 'Activation').selectOption({ label: 'Sigmoid' });
    assert.equal((await readLab(page)).config.activation, 'sigmoid');
  }));

test('a slider changes its setting while it is dragged', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const slider = page.locator('.field', { has: page.getByLabel('Noise') }).locator('.slider');
    const box = await slider.boundingBox();
    assert.ok(box);
    const middle = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.2, middle);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, middle, { steps: 5 });
    const { noise } = (await readLab(page)).config;
    await page.mouse.up();
    assert.ok(noise > 0.7, `noise is ${noise}`);
    assert.equal(await field(page, 'Noise').inputValue(), String(noise));
  }));

test('a change of what is trained starts again, any other goes on', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await unfoldControls(page);
    await button(page, 'Train').click();
    await field(page, 'Speed').selectOption({ label: '25 a frame' });
    await page.getByRole('radio', { name: 'Training', exact: true }).check();
    assert.equal((await readLab(page)).state, 'training');
    await field(page, 'Initialisation').selectOption({ label: 'He' });
    await waitForState(page, 'ready');
    assert.equal((await readLab(page)).metrics.epoch, 0);
  }));

test('the preset Notebook gives the notebook’s numbers, and shows them beside ours', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await field(page, 'Preset').selectOption({ label: 'Notebook' });
    await waitForState(page, 'ready');
    const table = page.getByRole('table', { name: 'The notebook’s numbers and ours' });
    await button(page, 'Train').click();
    await waitForState(page, 'finished');
    await settle(page);
    for (const epoch of [0, 50, 100, 150]) {
      const row = table
        .getByRole('row')
        .filter({ hasText: `Loss, epoch ${epoch}` })
        .first();
      assert.match((await row.textContent()) ?? '', /✓ 1\d digits/);
    }
    await field(page, 'Samples').fill('200');
    await field(page, 'Samples').press('Enter');
    await table.waitFor({ state: 'hidden' });
    await button(page, 'Undo all changes').click();
    assert.equal((await readLab(page)).query, '?preset=notebook');
  }));

test('what somebody types while it trains stays until it is entered', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Train').click();
    await field(page, 'Samples').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('12', { delay: 50 });
    await waitForEpoch(page, (await readLab(page)).metrics.epoch + 20);
    await page.keyboard.type('0');
    assert.equal(await field(page, 'Samples').inputValue(), '120');
    assert.equal((await readLab(page)).config.samples, 300);
    await page.keyboard.press('Tab');
    assert.equal((await readLab(page)).config.samples, 120);
  }));
