import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { createNeuron, EXAMPLE } from '../../../web/lesson/neuron/section.js';
import { loadShippedEngine } from '../../wasm/support.js';
import { button, settle, startSite } from '../support.js';

/** @typedef {import('playwright-core').Page} Page */

/** NumPy's, see tests/golden/neuron.json. */
const GOLDEN = JSON.parse(
  readFileSync(new URL('../../golden/neuron.json', import.meta.url), 'utf8'),
);

/** @type {import('../support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** @param {(page: Page) => Promise<void>} use */
function visit(use) {
  return site.visit({ path: '/dist/lesson.html', query: '#neuron' }, async (page) => {
    await page.locator('[data-widget="neuron"][data-state="ready"]').waitFor();
    await use(page);
  });
}

/**
 * The lines of the calculation, each what stands right of its sign of equality.
 *
 * @param {Page} page
 */
async function calculation(page) {
  const lines = await page.locator('.calculation mtr').allTextContents();
  return lines.map((line) => line.split('=')[1].replaceAll('−', '-').trim());
}

/**
 * @param {Page} page
 * @param {string} label
 * @param {number} value
 */
async function set(page, label, value) {
  await page.getByLabel(label, { exact: true }).fill(String(value));
  await page.getByLabel(label, { exact: true }).press('Enter');
}

test('the neuron starts as the notebook’s and gives NumPy’s numbers', () =>
  visit(async (page) => {
    const { x1, x2, w1, w2, bias } = EXAMPLE;
    const golden = GOLDEN.cases.find(
      (/** @type {any} */ one) =>
        one.bias === bias && one.inputs[0] === x1 && one.weights[1] === w2,
    );
    assert.deepEqual(
      [golden.inputs, golden.weights],
      [
        [x1, x2],
        [w1, w2],
      ],
    );
    const lines = await calculation(page);
    assert.equal(lines[2], golden.z.toFixed(4));
    assert.equal(lines[5], golden.output.toFixed(4));
    assert.equal(lines[5], '0.7109');
    await page.getByText('Good weather: 71.1% for good').waitFor();
  }));

test('any neuron typed in gives the engine’s numbers', () =>
  visit(async (page) => {
    const engine = await loadShippedEngine();
    const sum = createNeuron(engine, 'linear');
    const output = createNeuron(engine, 'sigmoid');
    for (const neuron of [
      { x1: 31.5, x2: 0.25, w1: -0.013, w2: 0.37, bias: 2.5 },
      { x1: -20, x2: 16, w1: 0.1, w2: -0.5, bias: -5 },
      { x1: 0, x2: 0, w1: 0, w2: 0, bias: 0 },
    ]) {
      await set(page, 'Temperature x₁', neuron.x1);
      await set(page, 'Sunshine x₂', neuron.x2);
      await set(page, 'Weight w₁', neuron.w1);
      await set(page, 'Weight w₂', neuron.w2);
      await set(page, 'Bias b', neuron.bias);
      const lines = await calculation(page);
      assert.equal(lines[2], sum.compute(neuron).toFixed(4));
      assert.equal(lines[5], output.compute(neuron).toFixed(4));
    }
  }));

test('the keyboard moves a slider’s number, the line and the words', () =>
  visit(async (page) => {
    const plane = page.getByRole('img', { name: 'Good and bad days' });
    const first = await plane.evaluate((canvas) =>
      /** @type {HTMLCanvasElement} */ (canvas).toDataURL(),
    );
    await page.getByLabel('Bias b', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await settle(page);
    const lines = await calculation(page);
    assert.equal(lines[2], '0.8000');
    assert.equal(lines[5], (1 / (1 + Math.exp(-0.8))).toFixed(4));
    const second = await plane.evaluate((canvas) =>
      /** @type {HTMLCanvasElement} */ (canvas).toDataURL(),
    );
    assert.notEqual(second, first);
    await button(page, 'Back to the example').click();
    assert.equal((await calculation(page))[2], '0.9000');
  }));

test('a number out of range is refused by name, and nothing changes', () =>
  visit(async (page) => {
    await set(page, 'Weight w₁', 7);
    await page.getByText('Weight w₁: “7”; allowed: -0.1 to 0.1').waitFor();
    assert.equal((await calculation(page))[5], '0.7109');
  }));

test('a committed prediction is shown beside what the engine computes', () =>
  visit(async (page) => {
    const form = page.locator('form[data-prediction="neuron-double"]');
    await form.getByLabel('Probability').fill('0.8');
    await form.getByRole('button', { name: 'Commit and run' }).click();
    await form.getByText('You said 0.8. The engine computes 0.8581.').waitFor();
    await form.getByText('Close.').waitFor();
    assert.ok(await form.getByText('The sum doubles to').isVisible());

    const even = page.locator('form[data-prediction="neuron-bias"]');
    await even.getByLabel('Bad weather').check();
    await even.getByRole('button', { name: 'Commit and run' }).click();
    await even
      .getByText('You said “Bad weather”. The engine computes 0.5000, one half but for')
      .waitFor();
  }));

test('a quantity is shown three ways, with the value of the moment', () =>
  visit(async (page) => {
    const opener = page.locator('#neuron').getByRole('button', { name: 'weighted sum' }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Weighted sum z' });
    await panel.getByText('z = np.dot(weights, inputs) + bias').waitFor();
    await panel.getByText('Matrix weighted_sums(').waitFor();
    const golden = GOLDEN.cases[0];
    assert.match(await panel.locator('samp').innerText(), new RegExp(`z = ${golden.z}`));
    await set(page, 'Bias b', 0);
    assert.match(await panel.locator('samp').innerText(), /z = 2\.4/);
    await panel.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    assert.ok(await opener.evaluate((element) => element === document.activeElement));
  }));
