import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ACTIVATIONS, createExample, LAYER_SIZES } from '../../../web/lesson/network/example.js';
import { short } from '../../../web/lesson/parts/numbers.js';
import { loadShippedEngine } from '../../wasm/support.js';
import { button, startSite } from '../support.js';

/** @typedef {import('playwright-core').Page} Page */

/** NumPy's, see tests/golden/forward.json. */
const GOLDEN = JSON.parse(
  readFileSync(new URL('../../golden/forward.json', import.meta.url), 'utf8'),
).cases.find(
  (/** @type {any} */ one) =>
    one.seed === 42 && JSON.stringify(one.layer_sizes) === JSON.stringify(LAYER_SIZES),
);

/** @type {import('../support.js').Site} */
let site;
/** @type {import('../../../web/engine/engine.js').Engine} */
let engine;
before(async () => {
  site = await startSite();
  engine = await loadShippedEngine();
});
after(() => site.close());

/** @param {(page: Page) => Promise<void>} use */
function visit(use) {
  return site.visit({ path: '/dist/lesson.html', query: '#network' }, async (page) => {
    await page.locator('[data-widget="network"][data-state="ready"]').waitFor();
    await use(page);
  });
}

/**
 * @param {Page} page
 * @returns {Promise<string[][]>} the numbers of the shown layer, by row and sample
 */
function table(page) {
  return page
    .locator('[data-widget="network"] tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
}

/** @param {ArrayLike<ArrayLike<number>>} rows */
const texts = (rows) => Array.from(rows, (row) => Array.from(row, short));

/** @param {Page} page */
async function lastLine(page) {
  const lines = await page.locator('[data-widget="network"] .calculation mtr').allTextContents();
  return lines[lines.length - 1];
}

test('five samples pass through the notebook’s network with NumPy’s numbers', () =>
  visit(async (page) => {
    assert.deepEqual(GOLDEN.activations, ACTIVATIONS);
    await page.getByText('Layer 2: 4 → 3 (relu)').waitFor();
    const printed = await page.locator('.printed', { hasText: 'Output shape: (1, 5)' }).innerText();
    assert.deepEqual(printed.split('\n').slice(-6), [
      'Output values (probabilities):',
      // As NumPy prints golden/forward.json's output, transposed.
      '[[0.5       ]',
      ' [0.5       ]',
      ' [0.5       ]',
      ' [0.50000042]',
      ' [0.5       ]]',
    ]);
    const layers = createExample(engine).network.trace(GOLDEN.X);
    assert.deepEqual(await table(page), texts(GOLDEN.X));
    for (const { z, output } of layers.slice(0, 2)) {
      await button(page, 'Step').click();
      assert.deepEqual(await table(page), texts(z));
      await button(page, 'Step').click();
      assert.deepEqual(await table(page), texts(output));
    }
    await button(page, 'Step').click();
    await button(page, 'Step').click();
    const answers = GOLDEN.output[0].map((/** @type {number} */ p) => p.toFixed(7));
    assert.deepEqual(await table(page), [answers]);
    assert.equal(answers.join(' '), '0.5000000 0.5000000 0.5000000 0.5000004 0.5000000');
    assert.match(await lastLine(page), /=0\.5000004$/);
  }));

test('the keyboard steps, picks a neuron, and shows its calculation', () =>
  visit(async (page) => {
    const { network, X } = createExample(engine);
    const layers = network.trace(X);
    await button(page, 'Step').focus();
    for (let i = 0; i < 3; ++i) await page.keyboard.press('Enter');
    const neurons = page.getByRole('radiogroup', { name: 'The network’s neurons' });
    await neurons.getByRole('radio', { name: /^hidden layer 2, neuron 1/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText('Hidden layer 2, neuron 2', { exact: true }).waitFor();
    assert.equal(await lastLine(page), '=−3.97·10⁻⁴');
    assert.ok(Math.abs(layers[1].z[1][3] + 3.97e-4) < 5e-7);
    await page.keyboard.press('ArrowLeft');
    const picked = neurons.getByRole('radio', { checked: true });
    const label = `hidden layer 1, neuron 2, z ${short(layers[0].z[1][3])}, a ${short(layers[0].output[1][3])}`;
    assert.equal(await picked.getAttribute('aria-label'), label);
    assert.ok(await picked.evaluate((box) => box.matches(':focus')));
  }));

test('larger weights leave the same neurons silent', () =>
  visit(async (page) => {
    const silent = () =>
      page
        .locator('[data-widget="network"] [data-silent]')
        .evaluateAll((boxes) =>
          boxes.map((box) => box.getAttribute('aria-label')?.split(', z')[0]),
        );
    for (let i = 0; i < 6; ++i) await button(page, 'Step').click();
    for (let sample = 1; sample <= 5; ++sample) {
      await page.getByRole('radio', { name: 'The notebook’s' }).check();
      await page.getByRole('radio', { name: String(sample), exact: true }).check();
      const small = await silent();
      assert.equal(
        small.filter((name) => name?.startsWith('hidden layer 2')).length,
        sample === 4 ? 1 : 3,
      );
      await page.getByRole('radio', { name: 'Larger (He)' }).check();
      assert.deepEqual(await silent(), small);
    }
    const [answers] = createExample(engine, 'he').network.forward(GOLDEN.X);
    assert.deepEqual(await table(page), [Array.from(answers, (p) => p.toFixed(7))]);
  }));

test('it plays to the end by itself, and starts over', () =>
  visit(async (page) => {
    for (let i = 0; i < 4; ++i) await button(page, 'Step').click();
    await button(page, 'Play').click();
    await button(page, 'Pause').waitFor();
    await page.getByText('Step 7 of 7.').waitFor();
    await button(page, 'Play').waitFor();
    await button(page, 'Start over').click();
    await page.getByText('Step 1 of 7.').waitFor();
  }));

test('the predictions are answered by the engine', () =>
  visit(async (page) => {
    const count = page.locator('form[data-prediction="network-parameters"]');
    await count.getByLabel('Numbers').fill('31');
    await count.getByRole('button', { name: 'Commit and run' }).click();
    await count.getByText('You said 31. The engine’s network has 31.').waitFor();
    await count.getByText('That is what happens.').waitFor();

    const growth = page.locator('form[data-prediction="network-growth"]');
    await growth.getByLabel('It grows a hundred times').check();
    await growth.getByRole('button', { name: 'Commit and run' }).click();
    await growth.getByText('a sum 1,000,000 times as large, and the answer 0.8448').waitFor();
    await growth.getByText('Not what you expected?').waitFor();
  }));
