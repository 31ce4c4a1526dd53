import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { computeLayer } from '../../../web/lesson/layer/example.js';
import { loadShippedEngine } from '../../wasm/support.js';
import { button, startSite } from '../support.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** NumPy's, see tests/golden/forward.json: its first case is the notebook's layer. */
const [GOLDEN] = JSON.parse(
  readFileSync(new URL('../../golden/forward.json', import.meta.url), 'utf8'),
).cases;

/** What NumPy 1.24.2 prints for that case: `print(layer.forward(x))`. */
const PRINTED = '[[0.02163251]\n [0.00352312]\n [0.01705659]\n [0.        ]]';

/** @type {import('../support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** @param {(page: Page, widget: Locator) => Promise<void>} use */
function visit(use) {
  return site.visit({ path: '/dist/lesson.html', query: '#layer' }, async (page) => {
    await page.locator('[data-widget="layer"][data-state="ready"]').waitFor();
    await use(page, page.locator('[data-widget="layer"]'));
  });
}

/**
 * @param {Locator} widget
 * @param {string} name of the matrix
 * @returns {Promise<string[][]>} its cells' text or value
 */
async function matrix(widget, name) {
  const rows = await widget
    .getByLabel(new RegExp(`^${name}, shape`))
    .locator('tr')
    .all();
  return Promise.all(
    rows.map((row) =>
      row
        .locator('td')
        .evaluateAll((cells) =>
          cells.map((cell) => (cell.querySelector('input')?.value ?? cell.textContent) || ''),
        ),
    ),
  );
}

/** @param {ArrayLike<number>[]} rows */
const shown = (rows) =>
  rows.map((row) => Array.from(row, (value) => value.toFixed(5).replace('-', '−')));

test('the layer starts as the notebook’s and gives NumPy’s numbers, as NumPy prints them', () =>
  visit(async (_, widget) => {
    assert.deepEqual([GOLDEN.seed, GOLDEN.layer_sizes], [42, [3, 4]]);
    assert.deepEqual(await matrix(widget, 'Weights'), shown(GOLDEN.layers[0].weights));
    assert.deepEqual(
      await matrix(widget, 'Inputs'),
      GOLDEN.X.map((/** @type {number[]} */ row) => row.map(String)),
    );
    assert.deepEqual(await matrix(widget, 'Biases'), [['0'], ['0'], ['0'], ['0']]);
    assert.deepEqual(await matrix(widget, 'Output'), shown(GOLDEN.output));
    const printed = await widget.locator('pre').innerText();
    assert.ok(printed.endsWith(`Output values:\n${PRINTED}`), printed);
    for (const line of ['Weights shape: (4, 3)', 'Biases shape: (4, 1)', 'Input shape: (3, 1)']) {
      assert.ok(printed.includes(line), line);
    }
  }));

test('a pointed-at output lights up its row, column and bias, and shows its sum', () =>
  visit(async (_, widget) => {
    const marked = (/** @type {string} */ name) =>
      widget
        .getByLabel(new RegExp(`^${name}, shape`))
        .locator('td')
        .evaluateAll((cells) =>
          cells.flatMap((cell, i) => (cell.hasAttribute('data-marked') ? [i] : [])),
        );
    await widget.getByRole('gridcell').nth(3).hover();
    assert.deepEqual(await marked('Weights'), [9, 10, 11]);
    assert.deepEqual(await marked('Inputs'), [0, 1, 2]);
    assert.deepEqual(await marked('Biases'), [3]);
    assert.deepEqual([await marked('Sums'), await marked('Output')], [[3], [3]]);
    const bill = widget.getByRole('table', { name: 'The sum with its numbers' });
    const weights = GOLDEN.layers[0].weights[3];
    const rows = await bill.locator('tbody tr').allTextContents();
    const number = (/** @type {number} */ value, /** @type {number} */ digits) =>
      value.toFixed(digits).replace('-', '−');
    assert.deepEqual(rows, [
      ...weights.map(
        (/** @type {number} */ weight, /** @type {number} */ i) =>
          `x${'₁₂₃'[i]}${number(weight, 8)}· ${i + 1}${number(weight * (i + 1), 6)}`,
      ),
      'Bias0.000000',
      'Sum z−0.01781',
      'max(0, z)0.00000',
    ]);
  }));

test('the keyboard walks the output, and each cell is named', () =>
  visit(async (page, widget) => {
    await button(page, 'Add a sample').click();
    await widget.getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const focused = widget.locator('td:focus');
    assert.equal(await focused.getAttribute('aria-label'), 'Neuron 2, sample 2: 0.03867');
    await widget.getByRole('heading', { name: 'Neuron 2, sample 2' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await widget.getByRole('heading', { name: 'Neuron 2, sample 2' }).waitFor();
    assert.equal(await widget.locator('td[tabindex="0"]').count(), 1, 'one stop for Tab');
  }));

test('a batch, other inputs, biases and seeds give the engine’s numbers', () =>
  visit(async (page, widget) => {
    const engine = await loadShippedEngine();
    await button(page, 'Add a sample').click();
    await button(page, 'Add a sample').click();
    const change = async (/** @type {string} */ label, /** @type {string} */ value) => {
      await widget.getByLabel(label, { exact: true }).fill(value);
      await widget.getByLabel(label, { exact: true }).press('Enter');
    };
    await change('Input 2 of sample 3', '-7.5');
    await change('Bias of neuron 4', '0.5');
    await change('Seed', '7');
    const expected = computeLayer(engine, {
      seed: 7,
      samples: [
        [1, 2, 3],
        [3, 2, 1],
        [-1, -7.5, 1],
      ],
      biases: [0, 0, 0, 0.5],
    });
    assert.deepEqual(await matrix(widget, 'Weights'), shown(expected.weights));
    assert.deepEqual(await matrix(widget, 'Sums'), shown(expected.z));
    assert.deepEqual(await matrix(widget, 'Output'), shown(expected.output));
    assert.ok((await widget.locator('pre').innerText()).includes('Output shape: (4, 3)'));

    await change('Input 1 of sample 1', '1000');
    await widget.getByText('Input 1 of sample 1: “1000”; allowed: −100 to 100').waitFor();
    assert.deepEqual(await matrix(widget, 'Sums'), shown(expected.z));
    await button(page, 'Remove a sample').click();
    assert.equal((await matrix(widget, 'Output'))[0].length, 2);
    await button(page, 'Back to the notebook’s layer').click();
    assert.deepEqual(await matrix(widget, 'Output'), shown(GOLDEN.output));
  }));

test('both predictions are computed', () =>
  visit(async (page) => {
    const flip = page.locator('form[data-prediction="layer-flip"]');
    await flip.getByLabel('Outputs greater than 0').fill('1');
    await flip.getByRole('button', { name: 'Commit and run' }).click();
    await flip.getByText('The engine computes 0.0000, 0.0000, 0.0000, 0.0178.').waitFor();
    await flip.getByText('That is what happens.').waitFor();
    const shape = page.locator('form[data-prediction="layer-shape"]');
    await shape.getByLabel('(4, 8)').check();
    await shape.getByRole('button', { name: 'Commit and run' }).click();
    await shape.getByText('weights of shape (8, 4)').waitFor();
  }));
