import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { METHODS } from '../../../web/lesson/optimisers/methods.js';
import { TrainingPath } from '../../../web/lesson/optimisers/race.js';
import { runUpdates } from '../../../web/lesson/optimisers/one-update.js';
import { SHAPES, Valley, VALLEY_EPOCHS } from '../../../web/lesson/optimisers/problems.js';
import { loadShippedEngine } from '../../wasm/support.js';
import { startSite } from '../support.js';
import { atRest, cells, set, visitWidget } from './optimisers-support.js';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('../../../web/lesson/optimisers/methods.js').OptimizerName} OptimizerName */

const [SHIFTED, SCALED] = SHAPES;

/** @type {import('../support.js').Site} */
let site;
/** @type {import('../../../web/engine/engine.js').Engine} */
let engine;
before(async () => {
  [site, engine] = await Promise.all([startSite(), loadShippedEngine()]);
});
after(() => site.close());

/**
 * The loss above the minimum, computed here.
 *
 * @param {import('../../../web/lesson/optimisers/problems.js').Shape} shape
 * @param {OptimizerName} method
 * @param {number} rate
 * @returns {number[]} by epoch
 */
function lossesAbove(shape, method, rate) {
  const valley = new Valley(engine, shape);
  const path = new TrainingPath(engine, valley.problem(shape.start), {
    optimizer: method,
    learningRate: rate,
  });
  while (path.length < VALLEY_EPOCHS) path.step();
  return path.metrics.map(({ trainLoss }) => trainLoss - valley.lowest);
}

test('the four paths through the valley are the engine’s, at any epoch and learning rate', () =>
  visitWidget(site, 'valley', async (widget, page) => {
    const ofShape = (
      /** @type {import('../../../web/lesson/optimisers/problems.js').Shape} */ shape,
    ) => METHODS.map(({ id }) => lossesAbove(shape, id, shape.rates[id]));
    let expected = ofShape(SHIFTED);
    const shown = await cells(widget);
    assert.deepEqual(
      shown.map(([now]) => now),
      expected.map((losses) => losses[VALLEY_EPOCHS].toFixed(6)),
    );
    assert.deepEqual(
      shown.map(([, arrival]) => arrival),
      ['from epoch 118', 'from epoch 76', 'from epoch 175', 'from epoch 82'],
    );

    await set(widget, 'Epoch', 7);
    await atRest(page, 'valley');
    assert.deepEqual(
      (await cells(widget)).map(([now]) => now),
      expected.map((losses) => losses[7].toFixed(6)),
    );
    await widget.getByRole('button', { name: 'Step', exact: true }).click();
    await set(widget, 'Adam', 0.05);
    await atRest(page, 'valley');
    expected[3] = lossesAbove(SHIFTED, 'adam', 0.05);
    assert.deepEqual(
      (await cells(widget)).map(([now]) => now),
      expected.map((losses) => losses[8].toFixed(6)),
    );

    await widget.getByRole('radio', { name: 'Times 8' }).check();
    await atRest(page, 'valley');
    expected = ofShape(SCALED);
    assert.deepEqual(
      (await cells(widget)).map(([now]) => now),
      expected.map((losses) => losses[8].toFixed(6)),
    );
    await widget.getByText('curves 21.1 times as strongly').waitFor();
  }));

/**
 * @param {Locator} handle
 * @returns {Promise<import('../../../web/lesson/optimisers/problems.js').Pair>} as it says
 */
async function startOf(handle) {
  const label = (await handle.getAttribute('aria-label')) ?? '';
  const [, w, b] = /weight (\S+), bias (\S+)\./.exec(label.replaceAll('−', '-')) ?? [];
  return [Number(w), Number(b)];
}

test('the start is dragged with the pointer and moved with the keyboard', () =>
  visitWidget(site, 'valley', async (widget, page) => {
    const valley = new Valley(engine, SHIFTED);
    const handle = widget.getByRole('button', { name: /^Start:/ });
    assert.deepEqual(await startOf(handle), SHIFTED.start);
    await widget.getByRole('button', { name: 'Reset' }).click();

    const assertLoss = async () => {
      await atRest(page, 'valley');
      const start = await startOf(handle);
      const above = valley.loss(start) - valley.lowest;
      for (const [now] of await cells(widget)) {
        // The handle says where it is to two decimals.
        assert.ok(Math.abs(Number(now) - above) < 0.02, `${now} near ${above}`);
      }
      return start;
    };
    const box = await handle.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 80, box.y + box.height / 2 - 60, { steps: 4 });
    await page.mouse.up();
    const [w, b] = await assertLoss();
    assert.ok(w < SHIFTED.start[0] - 0.5 && b > SHIFTED.start[1] + 0.5);
    // A unit is as long upwards as across.
    assert.ok(Math.abs((SHIFTED.start[0] - w) / 80 - (b - SHIFTED.start[1]) / 60) < 0.001);

    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const [right, down] = await assertLoss();
    assert.ok(right > w && down < b);
    await widget.getByRole('button', { name: 'Back to the example' }).click();
    await atRest(page, 'valley');
    assert.deepEqual(await startOf(handle), SHIFTED.start);
  }));

test('playing goes through the epochs and ends; the picture says in words where all are', () =>
  visitWidget(site, 'valley', async (widget, page) => {
    await set(widget, 'Epoch', VALLEY_EPOCHS - 3);
    await widget.getByRole('button', { name: 'Play' }).click();
    await atRest(page, 'valley');
    const epoch = widget.getByLabel('Epoch', { exact: true });
    assert.equal(await epoch.inputValue(), String(VALLEY_EPOCHS));
    await widget.getByRole('button', { name: 'Play' }).waitFor();
    const image = widget.getByRole('img', { name: 'Loss of one neuron' });
    const description = await image.evaluate(
      (canvas) =>
        /** @type {ShadowRoot} */ (canvas.getRootNode()).getElementById(
          canvas.getAttribute('aria-describedby') ?? '',
        )?.textContent,
    );
    assert.match(
      description ?? '',
      /lowest loss is at weight −2\.73, bias 5\.37\. After 200 epochs: SGD at weight −2\.6/,
    );
  }));

/**
 * @param {Locator} widget
 * @returns {Promise<string[]>} the lines of the calculation, in ASCII
 */
async function calculation(widget) {
  const lines = await widget.locator('.calculation mtr').allTextContents();
  return lines.map((line) => line.replaceAll('−', '-').replaceAll(/\s/g, ''));
}

test('an update is written out with the engine’s numbers, and ends where the engine does', () =>
  visitWidget(site, 'update', async (widget, page) => {
    const valley = new Valley(engine, SCALED);
    const [sgd, , rmsprop, adam] = runUpdates(engine, valley, SCALED.start, 0.1, 3);
    const first = adam.updates[0][0];
    let lines = await calculation(widget);
    assert.equal(lines[0], `g=∂L∂w=${first.gradient.toPrecision(4)}`);
    assert.equal(lines.at(-1), `=${first.after.toPrecision(4)}`);
    await widget.getByText('Adam, update 1: w moves by −0.1000').waitFor();
    await widget.getByText(`w = ${adam.ends[0][0].toFixed(10)}, the same number.`).waitFor();
    const [ofSgd, , ofRmsprop, ofAdam] = (await cells(widget)).map((row) => row.map(Number));
    assert.deepEqual([ofAdam[1], ofAdam[3]], [-0.1, -0.1]);
    assert.deepEqual([ofRmsprop[1], ofRmsprop[3]], [-1, -1]);
    assert.equal(ofSgd[1], Number(sgd.updates[0][0].change.toPrecision(3)));

    await widget.getByRole('radio', { name: 'RMSProp' }).check();
    await widget.getByRole('radio', { name: 'Bias b' }).check();
    await widget.getByRole('button', { name: 'Step', exact: true }).focus();
    await page.keyboard.press('Enter');
    const second = rmsprop.updates[1][1];
    lines = await calculation(widget);
    assert.equal(lines[0], `g=∂L∂b=${second.gradient.toPrecision(4)}`);
    assert.equal(lines[3], `=${second.square.toPrecision(4)}`);
    await widget.getByText(/^RMSProp, update 2: b moves by/).waitFor();
    await widget.getByText(/, the same number\.$/).waitFor();

    await widget.getByRole('button', { name: 'running mean square' }).click();
    const panel = page.getByRole('complementary', { name: 'Running mean of the squared gradient' });
    await panel.getByText('void Optimizer::update').waitFor();
    assert.equal(await panel.locator('samp').innerText(), `s = ${second.square}`);
  }));
