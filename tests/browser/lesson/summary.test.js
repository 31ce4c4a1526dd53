import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createData } from '../../../web/engine/data.js';
import { lineAccuracy } from '../../../web/lesson/summary/section.js';
import { CONFIG, createExperiment, loadShippedEngine } from '../../wasm/support.js';
import { button, startSite } from '../support.js';

/** @typedef {import('playwright-core').Page} Page */

/** The network of the widget, as an experiment. */
const NETWORK = { layers: [4], optimizer: 'sgd', learningRate: 0.5 };

/** @type {import('../support.js').Site} */
let site;
/** @type {Awaited<ReturnType<typeof loadShippedEngine>>} */
let engine;
before(async () => {
  engine = await loadShippedEngine();
  site = await startSite();
});
after(() => site.close());

/** @param {(page: Page) => Promise<void>} use */
function visit(use) {
  return site.visit({ path: '/dist/lesson.html', query: '#summary' }, async (page) => {
    await page.locator('[data-widget="summary-epoch"]').scrollIntoViewIfNeeded();
    await page.locator('[data-widget="summary-epoch"][data-state="ready"]').waitFor();
    await use(page);
  });
}

/**
 * @param {Page} page
 * @param {string} title of the line
 * @returns {Promise<number[]>}
 */
async function numbersOf(page, title) {
  const text = await page.getByRole('row', { name: title }).getByRole('cell').innerText();
  return (text.replaceAll('−', '-').match(/-?\d+\.\d+/g) ?? []).map(Number);
}

/** @param {Iterable<number>} values */
const rounded = (values) => [...values].map((value) => Number(value.toFixed(4)));

/**
 * Checks every line against the engine, at an epoch.
 *
 * @param {Page} page
 * @param {number} epochs
 */
async function assertLines(page, epochs) {
  const experiment = createExperiment(engine, NETWORK);
  experiment.step(epochs);
  const network = engine.createNetwork([2, 4, 1], ['tanh', 'sigmoid']);
  network.setParameters(experiment.parameters());
  const { train } = createData(engine, /** @type {any} */ (CONFIG));
  const x = train.X.map(([value]) => value);
  const y = train.y[0][0];
  const [{ weights, biases }, last] = network.layers();
  const z = [...weights].map(([w1, w2], i) => w1 * x[0] + w2 * x[1] + biases[i]);
  const a = z.map(Math.tanh);
  const sum = a.reduce((total, value, i) => total + last.weights[0][i] * value, last.biases[0]);
  const p = 1 / (1 + Math.exp(-sum));
  const back = a.map((value, i) => last.weights[0][i] * (p - y) * (1 - value * value));
  const [gradient] = network.gradient(train.X, train.y);

  assert.deepEqual(await numbersOf(page, 'Inputs'), rounded(x));
  assert.deepEqual(await numbersOf(page, 'Weighted sums'), rounded(z));
  assert.deepEqual(await numbersOf(page, 'Hidden outputs'), rounded(a));
  assert.deepEqual(await numbersOf(page, 'Prediction'), rounded([p]));
  const loss = -y * Math.log(p) - (1 - y) * Math.log(1 - p);
  assert.deepEqual(await numbersOf(page, 'Loss of this point'), rounded([loss]));
  assert.deepEqual(await numbersOf(page, 'Error at the output'), rounded([p - y]));
  assert.deepEqual(await numbersOf(page, 'Error, passed back'), rounded(back));
  const slopes = gradient.weights.flatMap((row) => [...row]);
  assert.deepEqual(await numbersOf(page, 'Gradient, of all points'), rounded(slopes));
  const { trainLoss, testAccuracy } = experiment.metrics();
  const share = (100 * testAccuracy).toFixed(1);
  await page
    .getByText(`Epoch ${epochs}: loss ${trainLoss.toFixed(4)}, test accuracy ${share}%`)
    .waitFor();
}

test('an epoch is shown with all its numbers, and the next follows from it', () =>
  visit(async (page) => {
    await assertLines(page, 0);
    const [before1] = await numbersOf(page, 'Weights, before their step');
    const [slope] = await numbersOf(page, 'Gradient, of all points');
    await button(page, 'One epoch').focus();
    await page.keyboard.press('Enter');
    await assertLines(page, 1);
    const [after1] = await numbersOf(page, 'Weights, before their step');
    // Each of the three is rounded to 4 digits.
    assert.ok(Math.abs(before1 - 0.5 * slope - after1) <= 1.3e-4);
    await button(page, 'Fifty epochs').click();
    await assertLines(page, 51);
    await button(page, 'Back to the start').click();
    await assertLines(page, 0);
  }));

test('a line’s quantity is shown three ways, with this widget’s value', () =>
  visit(async (page) => {
    for (const title of ['Weighted sums', 'Error, passed back', 'Gradient, of all points']) {
      const expected = await numbersOf(page, title);
      await page.getByRole('row', { name: title }).getByRole('button', { name: title }).click();
      const panel = page.getByRole('complementary');
      // The panel changes when its texts are there, a moment after the click.
      const values = panel.locator('samp').filter({ hasText: String(Math.abs(expected[0])) });
      const shown = (await values.innerText()).replaceAll('−', '-');
      assert.deepEqual((shown.match(/-?\d+\.\d+/g) ?? []).map(Number), expected);
      await panel.getByText('the network of the summary').waitFor();
    }
  }));

test('the prediction is answered by what the engine trains', () =>
  visit(async (page) => {
    const first = page.locator('form[data-prediction="summary-line"]');
    await first.getByLabel('About half, or fewer').check();
    await first.getByRole('button', { name: 'Commit and run' }).click();
    await first
      .locator('.answers')
      .getByText(`It gets ${(100 * lineAccuracy(engine)).toFixed(1)}%`)
      .waitFor();
    await first.getByText('That is what happens.').waitFor();
  }));
