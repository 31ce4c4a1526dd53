import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createData } from '../../../web/engine/data.js';
import { TrainingLog } from '../../../web/lesson/training/loop.js';
import { defaultConfig } from '../../../web/state/presets.js';
import { loadShippedEngine } from '../../wasm/support.js';
import { startSite } from '../support.js';
import { cells, descriptionOf, epochOf, golden, press, set, visitWidget } from './widget.js';

const NOTEBOOK = defaultConfig('notebook');

/** @type {import('../support.js').Site} */
let site;
/** @type {import('../../../web/engine/engine.js').Engine} */
let engine;
before(async () => {
  [site, engine] = await Promise.all([startSite(), loadShippedEngine()]);
});
after(() => site.close());

/**
 * @param {string} name
 * @param {Parameters<typeof visitWidget>[2]} use
 */
const visit = (name, use) => visitWidget(site, name, use);

/** @param {import('../../../web/engine/data.js').Data} data */
function counts({ train, test: rest }) {
  return [train, rest].map(({ y: [labels] }) => {
    const ones = labels.reduce((sum, label) => sum + label, 0);
    return [labels.length - ones, ones, labels.length].map(String);
  });
}

test('the moons are made and split as scikit-learn does it', () =>
  visit('training-data', async (widget) => {
    const printed = widget.getByLabel('What the notebook prints');
    assert.equal(await printed.innerText(), 'Training data: (2, 240)\nTraining labels: (1, 240)');
    const split = golden('split').cases[0];
    assert.deepEqual([split.n_samples, split.test_size, split.random_state], [300, 0.2, 42]);
    const [trained, tested] = await cells(widget);
    assert.equal(trained[2], String(split.train_indices.length));
    assert.equal(tested[2], String(split.test_indices.length));

    await set(widget, 'Samples', 50);
    await set(widget, 'Noise', 0.6);
    await set(widget, 'Test size', 0.5);
    await widget.getByLabel('Seed', { exact: true }).focus();
    await widget.page().keyboard.press('ArrowUp');
    const config = { ...NOTEBOOK, samples: 50, noise: 0.6, testSize: 0.5, seed: 43 };
    assert.deepEqual(await cells(widget), counts(createData(engine, config)));
    assert.match(await printed.innerText(), /\(2, 25\)/);
    await widget.getByLabel('Test', { exact: true }).check();
    const [, [zeros, ones]] = await cells(widget);
    const description = `25 test points, ${zeros} of class 0 and ${ones} of class 1.`;
    assert.equal(await descriptionOf(widget, 'The moons'), description);
    await press(widget, 'Back to the notebook’s');
    assert.match(await printed.innerText(), /\(2, 240\)/);
  }));

test('four samples’ loss is written out term by term', () =>
  visit('training-loss', async (widget, page) => {
    const example = golden('loss').cases.find(
      (/** @type {any} */ one) => one.y_pred.length === 4 && one.y_pred[0] === 0.1,
    );
    const { binary_cross_entropy: loss, accuracy } = example;
    const verdict = (/** @type {number} */ l, /** @type {number} */ a) =>
      widget.getByText(`Loss ${l.toFixed(4)}, accuracy ${a.toFixed(4)}`).waitFor();
    await verdict(loss, accuracy);
    assert.equal(loss.toFixed(4), '0.1643');

    // By keyboard: the third sample becomes one of class 0, the first is predicted nearly right.
    await widget.getByRole('group', { name: 'Sample 3' }).getByLabel('1', { exact: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await set(widget, 'Predicted ŷ₁', 0);
    await verdict(
      engine.binaryCrossEntropy([0, 1, 0, 0], [0, 0.9, 0.8, 0.2]),
      engine.accuracy([0, 1, 0, 0], [0, 0.9, 0.8, 0.2]),
    );
    const lines = await widget.locator('.calculation mtr').allTextContents();
    assert.equal(
      lines[5].replace(/\s/g, ''),
      `=${engine.binaryCrossEntropy([0], [0.8]).toFixed(4)}`,
    );

    // Exactly one half is class 0.
    await set(widget, 'Predicted ŷ₁', 0.5);
    await set(widget, 'Predicted ŷ₂', 0.5);
    await set(widget, 'Predicted ŷ₃', 0);
    await verdict(engine.binaryCrossEntropy([0, 1, 0, 0], [0.5, 0.5, 0, 0.2]), 0.75);
    await set(widget, 'Predicted ŷ₂', 0);
    await verdict(engine.binaryCrossEntropy([0, 1, 0, 0], [0.5, 0, 0, 0.2]), 0.75);
    assert.match((await widget.locator('.calculation mtr').allTextContents())[2], /10⁻⁷/);
  }));

test('the loop prints what the notebook’s prints, and its losses are NumPy’s', () =>
  visit('training-loop', async (widget, page) => {
    const { losses, accuracies } = golden('notebook').cases[0].networks[0];
    await press(widget, 'Step');
    await widget.getByRole('button', { name: 'binary cross-entropy' }).click();
    const now = page.getByRole('complementary').locator('samp');
    assert.ok(Math.abs(Number(await now.innerText()) - losses[1]) <= 1e-8 * losses[1]);
    await page.keyboard.press('Escape');
    await widget.getByRole('button', { name: 'accuracy', exact: true }).click();
    assert.equal(Number(await now.innerText()), accuracies[1]);
    await page.keyboard.press('Escape');

    await widget.getByLabel('Speed').selectOption('25');
    await press(widget, 'Train');
    await widget.getByText('Finished: 1,000 epochs').waitFor();
    const experiment = engine.createExperiment(NOTEBOOK);
    const log = new TrainingLog(NOTEBOOK.epochs);
    log.append(experiment.metricsRow());
    log.append(experiment.step(NOTEBOOK.epochs));
    const printed = await widget.getByLabel('What the loop prints').innerText();
    assert.equal(printed, log.text);
    assert.match(printed, /\nEpoch 200\/1000 - Loss: \d\.\d{4}, Accuracy: 0\.\d{4}\n/);
    assert.equal(await epochOf(widget), 1000);
    const { testAccuracy } = experiment.metrics();
    const [low, high] = golden('notebook').cases[0].networks[0].test_accuracy_range;
    assert.ok(testAccuracy >= low - 1 / 60 && testAccuracy <= high + 1 / 60);
    const charts = await widget.locator('figure p').allInnerTexts();
    const { trainLoss } = experiment.metrics();
    const words = `From epoch 0 to 1,000, training loss went from 0.693 to ${trainLoss.toFixed(3)} `;
    assert.ok(charts[0].startsWith(words), charts[0]);
    await press(widget, 'Reset');
    assert.equal(await epochOf(widget), 0);
    assert.equal(await widget.getByLabel('What the loop prints').innerText(), 'Training...\n');
  }));

test('a committed prediction is shown beside what the engine computes', () =>
  visit('training-rules', async (_, page) => {
    const neurons = page.locator('form[data-prediction="training-neurons"]');
    await neurons.getByLabel('Further').check();
    await neurons.getByRole('button', { name: 'Commit and run' }).click();
    const experiment = engine.createExperiment(NOTEBOOK);
    const first = experiment.parameters();
    experiment.step(NOTEBOOK.epochs);
    const last = experiment.parameters();
    const gap = Math.abs(first[0] - first[2]).toFixed(6);
    await neurons
      .getByText(
        `went from ${first[0].toFixed(4)} and ${first[2].toFixed(4)} to ` +
          `${last[0].toFixed(4)} and ${last[2].toFixed(4)}: ${gap} apart before, ${gap} after.`,
      )
      .waitFor();
    assert.ok(await neurons.locator('.wrong').isVisible());
  }));
