import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { measureSamples, orderBy } from '../../../web/lesson/training/sample-losses.js';
import { defaultConfig } from '../../../web/state/presets.js';
import { loadShippedEngine, sceneOf } from '../../wasm/support.js';
import { settle, startSite } from '../support.js';
import { atRest, cells, epochOf, press, set, visitWidget } from './widget.js';

/** @typedef {import('playwright-core').Locator} Locator */

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

/**
 * @param {Locator} widget
 * @param {import('../../../web/lesson/training/sample-losses.js').SampleLosses} samples
 * @param {number} sample whose calculation should stand there
 */
async function showsSample(widget, samples, sample) {
  const { x1, x2, labels, probabilities, losses, mean } = samples;
  await widget.getByText(`Training sample ${sample}, of class ${labels[sample]}`).waitFor();
  const lines = await widget.locator('.calculation mtr').allTextContents();
  const plain = lines.map((line) => line.replaceAll('−', '-').replace(/\s/g, ''));
  const loss = losses[sample];
  assert.ok(plain[0].includes(`(${x1[sample].toFixed(4)},${x2[sample].toFixed(4)})`));
  assert.equal(plain[2].split('=')[1], probabilities[sample].toFixed(4));
  assert.equal(plain[4], `=${loss.toFixed(4)}`);
  assert.ok(plain[5].endsWith((loss / losses.length).toFixed(4)));
  const share = (100 * loss) / (losses.length * mean);
  await widget.getByText(`makes ${share.toFixed(2)}% of the loss`).waitFor();
}

test('every bar opens its sample’s calculation, by pointer and by keyboard', () =>
  visit('training-bars', async (widget, page) => {
    for (let i = 0; i < 3; i += 1) await press(widget, 'Step');
    const experiment = engine.createExperiment(NOTEBOOK);
    experiment.step(3);
    const samples = measureSamples(engine, sceneOf(experiment));
    const order = orderBy('loss', samples.losses);
    const isShown = (/** @type {number} */ sample) => showsSample(widget, samples, sample);
    await press(widget, 'The tallest');
    await isShown(order[0]);
    await widget.getByLabel('Bar', { exact: true }).focus();
    await page.keyboard.press('ArrowUp');
    await isShown(order[1]);

    await widget.getByLabel('By index').check();
    await set(widget, 'Bar', 100);
    await isShown(99);
    const bars = widget.getByRole('img', { name: 'The loss of every training sample' });
    await bars.scrollIntoViewIfNeeded();
    const box = await bars.boundingBox();
    assert.ok(box);
    // The last bar ends 8 pixels from the right edge.
    await bars.click({ position: { x: box.width - 9, y: box.height / 2 } });
    await isShown(239);
  }));

test('a point of the plane opens its sample’s calculation, by keyboard', () =>
  visit('training-bars', async (widget, page) => {
    const samples = measureSamples(engine, sceneOf(engine.createExperiment(NOTEBOOK)));
    await widget.getByLabel('By index').check();
    const first = await widget.getByLabel('Bar', { exact: true }).inputValue();
    await widget.getByRole('img', { name: 'Where the sample is' }).focus();
    const readout = widget.getByText(/^Training point of class/);
    for (let i = 0; i < 60 && !(await readout.isVisible()); i += 1) {
      await page.keyboard.press(i % 8 < 4 ? 'ArrowLeft' : 'ArrowDown');
      await settle(page);
    }
    const label = (await readout.innerText()).match(/class (\d)/)?.[1];
    await page.keyboard.press('Enter');
    const bar = await widget.getByLabel('Bar', { exact: true }).inputValue();
    assert.notEqual(bar, first);
    assert.equal(samples.labels[Number(bar) - 1], Number(label));
    await showsSample(widget, samples, Number(bar) - 1);
  }));

test('both rules from one start: ranks, cosines and metrics are the engine’s', () =>
  visit('training-rules', async (widget) => {
    const rules = /** @type {const} */ (['simplified', 'backprop']);
    const start = (/** @type {'small' | 'xavier'} */ init) =>
      rules.map((rule) => engine.createExperiment({ ...NOTEBOOK, init, rule }));
    /** @param {ReturnType<typeof start>} experiments */
    const expected = (experiments) => {
      const metrics = experiments.map((one) => one.metrics());
      const ranks = experiments.map((one) => one.activities());
      const { cosines } = experiments[0].gradientCheck(1e-5);
      return [
        metrics.map(({ trainLoss }) => trainLoss.toFixed(4)),
        metrics.map(({ testLoss }) => testLoss.toFixed(4)),
        metrics.map(({ trainAccuracy }) => `${(100 * trainAccuracy).toFixed(1)}%`),
        metrics.map(({ testAccuracy }) => `${(100 * testAccuracy).toFixed(1)}%`),
        ...[0, 1].map((layer) => ranks.map((one) => one[layer].effectiveRank.toFixed(2))),
        ...cosines.map((cosine) => [cosine.toFixed(2).replace('-', '−'), '1.00']),
      ];
    };
    const before_ = start('small');
    const atStart = await cells(widget);
    assert.deepEqual(atStart, expected(before_));
    assert.deepEqual(atStart.slice(6), [
      ['0.58', '1.00'],
      ['0.23', '1.00'],
      ['1.00', '1.00'],
    ]);
    await press(widget, 'Train');
    await widget.getByLabel('Epoch', { exact: true }).getByText(/[1-9]/).waitFor();
    await press(widget, 'Pause');
    const epochs = await epochOf(widget);
    for (const experiment of before_) experiment.step(epochs);
    assert.deepEqual(await cells(widget), expected(before_));
    // The simplified rule has made eight neurons one; the exact one has not.
    const [notebook, exact] = (await cells(widget))[4].map(Number);
    assert.ok(notebook < 1.3 && exact > 3, `${notebook} and ${exact} after ${epochs} epochs`);

    await widget.getByLabel('Xavier').check();
    await atRest(widget);
    assert.deepEqual(await cells(widget), expected(start('xavier')));
    assert.equal(await epochOf(widget), 0);
  }));
