import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  EXAMPLES,
  LAB,
  LONGER,
  RESOLUTION,
  TO_SKETCH,
} from '../../../web/lesson/boundaries/examples.js';
import { compareBoundaries } from '../../../web/lesson/boundaries/section.js';
import { POINT_COUNT } from '../../../web/lesson/boundaries/sketch.js';
import { classifier, countRight, parseLine } from '../../../web/lesson/boundaries/sketch-line.js';
import { loadShippedEngine, sceneOf } from '../../wasm/support.js';
import { settle, startSite } from '../support.js';
import { cells, descriptionOf, epochOf, press, visitWidget } from './widget.js';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */

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

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)}%`;

test('the grid is the engine’s, live, under the training and under the test points', () =>
  visit('boundaries', async (widget, page) => {
    await press(widget, 'Train');
    await widget.getByLabel('Epoch', { exact: true }).getByText(/\d\d/).waitFor();
    await press(widget, 'Pause');
    const experiment = engine.createExperiment(LAB);
    experiment.step(await epochOf(widget));
    const grid = experiment.answer(RESOLUTION).grid;
    await press(widget, 'the grid');
    const panel = page.getByRole('complementary');
    const shown = await panel.locator('samp').innerText();
    const corners = [0, RESOLUTION - 1, grid.length - RESOLUTION, grid.length - 1];
    assert.deepEqual(
      shown.split('\n').map((line) => Number(line.split(': ')[1])),
      corners.map((corner) => grid[corner]),
    );
    await panel.getByText('shape (200, 200)').waitFor();
    await page.keyboard.press('Escape');

    for (const name of ['Training points', 'Test points']) {
      const { trainAccuracy } = experiment.metrics();
      const words = await descriptionOf(widget, name);
      assert.ok(
        words.includes(`${Number((100 * trainAccuracy).toFixed(1))}% of the training`),
        words,
      );
    }
  }));

test('pointing gives the probability, by keyboard too', () =>
  visit('boundaries', async (widget, page) => {
    for (let i = 0; i < 5; i += 1) await press(widget, 'Step');
    const experiment = engine.createExperiment(LAB);
    experiment.step(5);
    await widget.getByRole('img', { name: 'Test points' }).focus();
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowRight']) await page.keyboard.press(key);
    await settle(page);
    const readout = await widget
      .getByText(/^(Test point.*)?Probability of class 1: 0\.\d{3}/)
      .innerText();
    const [p, x1, x2] = ['class 1: ', 'x₁ ', 'x₂ '].map((name) =>
      Number(
        readout
          .split(name)[1]
          .match(/^−?[\d.]+/)?.[0]
          .replace('−', '-'),
      ),
    );
    const [exact] = experiment.predict([[x1, x2]]);
    // The place is printed with three digits, the probability interpolated.
    assert.ok(Math.abs(p - Number(exact)) < 0.01, `${p} where the engine says ${exact}`);
  }));

test('the other rule starts anew, and far away there is more of the plane', () =>
  visit('boundaries', async (widget, page) => {
    await press(widget, 'Step');
    await widget.getByLabel('The notebook’s rule').check();
    assert.equal(await epochOf(widget), 0);
    await widget.getByLabel('From far away').check();
    await press(widget, 'its bounds');
    const shown = await page.getByRole('complementary').locator('samp').innerText();
    const [from, to] = shown.split('\n').map(Number);
    const { bounds } = engine.createExperiment(LAB).description;
    assert.equal((to - from).toFixed(6), (5 * (bounds[1] - bounds[0])).toFixed(6));
  }));

test('too simple, smooth and jagged are what they are called', () =>
  visit('boundaries-three', async (widget) => {
    await press(widget, 'Train');
    await widget.getByText('Finished: 200 epochs').waitFor();
    const [simple, smooth, jagged] = EXAMPLES.map(({ config }) => {
      const experiment = engine.createExperiment(config);
      experiment.step(config.epochs);
      return experiment.metrics();
    });
    const all = [simple, smooth, jagged];
    assert.deepEqual((await cells(widget)).slice(1), [
      all.map(({ trainLoss }) => trainLoss.toFixed(4)),
      all.map(({ testLoss }) => testLoss.toFixed(4)),
      all.map(({ trainAccuracy }) => percent(trainAccuracy)),
      all.map(({ testAccuracy }) => percent(testAccuracy)),
    ]);
    // Underfitting: bad on both. Overfitting: perfect on what it knows, worst on what it does not.
    assert.ok(simple.trainLoss > 1.4 * smooth.trainLoss && simple.testLoss > 1.2 * smooth.testLoss);
    assert.ok(simple.testAccuracy < smooth.testAccuracy - 0.05);
    assert.ok(Math.abs(smooth.trainAccuracy - smooth.testAccuracy) < 0.03);
    assert.equal(jagged.trainAccuracy, 1);
    assert.ok(jagged.testLoss > 2 * smooth.testLoss && jagged.testLoss > 1.5 * simple.testLoss);
    assert.ok(jagged.testLoss > 20 * jagged.trainLoss);

    assert.match(await descriptionOf(widget, 'Too simple'), /one straight line/);
    assert.match(await descriptionOf(widget, 'Smooth'), /is one curve:/);
    assert.match(await descriptionOf(widget, 'Jagged'), /one curve and one closed curve/);
    await widget.getByLabel('Test points', { exact: true }).check();
  }));

test('trained ten times as long, the smooth one’s test loss rises', () =>
  visit('boundaries-three', async (_, page) => {
    const form = page.locator('form[data-prediction="boundaries-longer"]');
    await form.getByLabel('It rises').check();
    await form.getByRole('button', { name: 'Commit and run' }).click();
    const { config } = EXAMPLES[1];
    const experiment = engine.createExperiment(config);
    experiment.step(config.epochs);
    const early = experiment.metrics().testLoss;
    experiment.step((LONGER - 1) * config.epochs);
    const late = experiment.metrics().testLoss;
    await form.getByText(`the test loss from ${early.toFixed(3)} to ${late.toFixed(3)}.`).waitFor();
    await form.getByText('That is what happens.').waitFor();
  }));

/** @param {Page} page */
function sketchForm(page) {
  const form = page.locator('form[data-prediction="boundaries-sketch"]');
  return {
    form,
    point: (/** @type {number} */ number) =>
      form.getByRole('slider', { name: `Point ${number} of ${POINT_COUNT}` }),
    guess: () => form.locator('input[name="guess"]').inputValue(),
    line: async () => {
      const text = await form.locator('input[name="guess"]').inputValue();
      return parseLine(text, POINT_COUNT) ?? assert.fail(text);
    },
  };
}

test('a boundary is drawn by keyboard and by pointer, and kept on the device', () =>
  visit('boundaries-sketch', async (widget, page) => {
    const { point, line } = sketchForm(page);
    const { bounds, train } = engine.createExperiment(TO_SKETCH).description;
    const start = await line();
    await point(1).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Shift+ArrowUp']) {
      await page.keyboard.press(key);
    }
    const [width, height] = [bounds[1] - bounds[0], bounds[3] - bounds[2]];
    const moved = await line();
    assert.ok(Math.abs(moved[0][0] - start[0][0] - width / 40) < 0.002);
    assert.ok(Math.abs(moved[0][1] - start[0][1] + (2 / 40 - 1 / 200) * height) < 0.002);
    assert.deepEqual(moved.slice(1), start.slice(1));

    await point(3).scrollIntoViewIfNeeded();
    const box = (await point(3).boundingBox()) ?? assert.fail('it has a place');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 10, box.y - 60, { steps: 4 });
    await page.mouse.up();
    const dragged = await line();
    assert.ok(dragged[2][1] > start[2][1] + 0.2 && dragged[2][0] > start[2][0]);
    await settle(page);
    const after_ = (await point(3).boundingBox()) ?? assert.fail('it has a place');
    assert.ok(Math.abs(after_.x + after_.width / 2 - (box.x + box.width / 2 + 10)) < 2);
    assert.ok(Math.abs(after_.y + after_.height / 2 - (box.y - 60)) < 2);

    const right = countRight(train, classifier(dragged, bounds, train));
    await widget.getByText(`Your line gets ${right} of the 100 training points right.`).waitFor();
    for (let i = 0; i < 60; i += 1) await point(7).press('ArrowRight');
    assert.equal((await line())[6][0], Number(bounds[1].toFixed(3)));
  }));

test('the network is trained under the drawn boundary, and both are compared', () =>
  visit('boundaries-sketch', async (widget, page) => {
    const { form, point, guess, line } = sketchForm(page);
    for (let i = 0; i < 6; i += 1) await point(3).press('ArrowUp');
    for (let i = 0; i < 6; i += 1) await point(5).press('ArrowDown');
    const drawn = await guess();
    await form.getByRole('button', { name: 'Commit and run' }).click();
    const experiment = engine.createExperiment(TO_SKETCH);
    experiment.step(TO_SKETCH.epochs);
    const { text, isRight } = compareBoundaries(sceneOf(experiment), drawn);
    await form.getByText(text).waitFor();
    assert.match(text, /agree on \d+% of the plane and on \d+ of the 100 test points/);
    assert.equal(await form.locator('.right').isVisible(), isRight);
    assert.match(
      await descriptionOf(widget, 'Your boundary'),
      /The decision boundary is one curve/,
    );

    // Locked now, free again for another try.
    await point(1).press('ArrowUp');
    assert.equal(await guess(), drawn);
    await form.getByRole('button', { name: 'Predict again' }).click();
    await point(1).press('ArrowUp');
    assert.notEqual(await guess(), drawn);

    await page.reload();
    await widget.scrollIntoViewIfNeeded();
    await point(1).waitFor();
    assert.deepEqual(await line(), parseLine(drawn, POINT_COUNT));
  }));
