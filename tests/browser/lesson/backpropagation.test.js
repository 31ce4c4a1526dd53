import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  createExampleNetwork,
  EXAMPLE,
  flat,
  look,
  PARAMETERS,
  parameterText,
  sampleOf,
} from '../../../web/lesson/backpropagation/example.js';
import { stepOnce } from '../../../web/lesson/backpropagation/section.js';
import { formatScientific, short } from '../../../web/lesson/parts/numbers.js';
import { loadShippedEngine } from '../../wasm/support.js';
import { button, startSite } from '../support.js';

/** @typedef {import('playwright-core').Page} Page */

/** @type {import('../support.js').Site} */
let site;
/** @type {import('../../../web/engine/engine.js').Engine} */
let engine;
before(async () => {
  site = await startSite();
  engine = await loadShippedEngine();
});
after(() => site.close());

/**
 * @param {'pass' | 'check'} widget
 * @param {(page: Page) => Promise<void>} use
 */
function visit(widget, use) {
  return site.visit({ path: '/dist/lesson.html', query: '#backpropagation' }, async (page) => {
    const place = page.locator(`[data-widget="backpropagation-${widget}"]`);
    await place.scrollIntoViewIfNeeded();
    await page.locator(`[data-widget="backpropagation-${widget}"][data-state="ready"]`).waitFor();
    await use(page);
  });
}

/**
 * @param {Page} page
 * @param {'pass' | 'check'} widget
 * @returns {Promise<string[][]>} the numbers by parameter and column
 */
function table(page, widget) {
  return page
    .locator(`[data-widget="backpropagation-${widget}"] tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
}

/** @param {Page} page */
async function formulas(page) {
  const lines = await page
    .locator('[data-widget="backpropagation-pass"] .calculation math > mtable > mtr')
    .allTextContents();
  return lines.map((line) => line.replaceAll('−', '-'));
}

/**
 * @param {Page} page
 * @param {number} count
 */
async function step(page, count) {
  for (let i = 0; i < count; ++i) await button(page, 'Step').click();
}

test('the keyboard walks through every step, with the numbers of the chain rule', () =>
  visit('pass', async (page) => {
    // By hand: 0.5 · 1.5 + 0.3 · (-0.5) + 0.1, and so on, each from those before.
    const z = [0.7, 0.3];
    const a = z.map(Math.tanh);
    const sum = a[0] - 2 * a[1] - 0.2;
    const p = 1 / (1 + Math.exp(-sum));
    const error = p - 1;
    const deltas = [1, -2].map((v, j) => v * error * (1 - a[j] ** 2));
    const number = (/** @type {number} */ value) => value.toPrecision(4);
    const results = [
      ['1.5', '-0.5', '1'],
      z.map(number),
      a.map(number),
      [number(sum)],
      [number(p)],
      [number(-Math.log(p))],
      [number(error / (p * (1 - p)))],
      [number(error)],
      [...a.map((value) => number(error * value)), number(error)],
      [1, -2].map((v) => number(v * error)),
      deltas.map(number),
      deltas.flatMap((delta) => [number(delta * 1.5), number(delta * -0.5), number(delta)]),
    ];
    await button(page, 'Step').focus();
    for (const [i, expected] of results.entries()) {
      await page.getByText(`Step ${i + 1} of 12.`).waitFor();
      const shown = (await formulas(page)).join(' ');
      for (const text of expected) assert.ok(shown.includes(text), `${text} in ${shown}`);
      if (i < 11) await page.keyboard.press('Enter');
    }
  }));

test('every connection shows its gradient, and the table the simplified rule’s beside it', () =>
  visit('pass', async (page) => {
    assert.deepEqual((await table(page, 'pass'))[0], ['0.5', '', '']);
    await step(page, 11);
    const { gradient, simplified } = look(engine, EXAMPLE);
    const rows = await table(page, 'pass');
    rows.forEach(([, exact, simple], i) => {
      assert.equal(exact, short(gradient[i]));
      const isOpposed = gradient[i] * simplified[i] < 0;
      assert.equal(simple, `${isOpposed ? '✗ the wrong way: ' : ''}${short(simplified[i])}`);
    });
    const opposed = PARAMETERS.flatMap((_, i) =>
      rows[i][2].includes('✗') ? parameterText(i) : [],
    );
    assert.deepEqual(opposed, ['w₂₁', 'w₂₂', 'b₂']);
    const labels = await page
      .locator('[data-widget="backpropagation-pass"] .flow > .flow-slope')
      .allTextContents();
    assert.deepEqual(
      labels,
      [0, 1, 2, 3, 6, 7].map((i) => `∂ ${short(gradient[i])}`),
    );
  }));

test('the exact gradient and the simplified rule’s are shown three ways, with their values', () =>
  visit('pass', async (page) => {
    const seen = look(engine, EXAMPLE);
    const widget = page.locator('[data-widget="backpropagation-pass"]');
    for (const [name, slopes] of /** @type {[string, number[]][]} */ ([
      ['gradients', seen.gradient],
      ['simplified rule', seen.simplified],
    ])) {
      await widget.getByRole('button', { name, exact: true }).click();
      const expected = slopes.map((slope, i) => `${parameterText(i)}: ${slope}`);
      // The panel opens a moment after the click, and shows the one before until then.
      const shown = page.getByRole('complementary').locator('samp', { hasText: expected[0] });
      assert.deepEqual((await shown.innerText()).split('\n'), expected);
    }
  }));

test('another sample, label, activation and other weights are followed too', () =>
  visit('pass', async (page) => {
    await step(page, 11);
    await page.getByLabel('Input x₁', { exact: true }).fill('0.25');
    await page.getByLabel('Input x₁', { exact: true }).press('Enter');
    await page.getByRole('radio', { name: '0', exact: true }).check();
    await page.getByRole('radio', { name: 'ReLU' }).check();
    await button(page, 'Other weights').click();
    const rows = await table(page, 'pass');
    const parameters = rows.map(([value]) => Number(value.replace('−', '-')));
    assert.notDeepEqual(parameters, EXAMPLE.parameters);
    const { gradient } = look(engine, {
      x1: 0.25,
      x2: EXAMPLE.x2,
      y: 0,
      activation: 'relu',
      parameters,
    });
    assert.deepEqual(
      rows.map(([, exact]) => exact),
      gradient.map(short),
    );
    await button(page, 'Back to the example').click();
    assert.deepEqual(
      (await table(page, 'pass')).map(([, exact]) => exact),
      look(engine, EXAMPLE).gradient.map(short),
    );
  }));

test('measured and derived slopes agree, unless the nudge is too large or too small', () =>
  visit('check', async (page) => {
    const network = createExampleNetwork(engine, EXAMPLE);
    const { X, y } = sampleOf(EXAMPLE);
    const exact = flat(network.gradient(X, y));
    const apart = async () => {
      const rows = await table(page, 'check');
      assert.deepEqual(
        rows.map(([derived]) => derived),
        exact.map((slope) => formatScientific(slope, 5)),
      );
      const text = await page.getByText('All nine together').innerText();
      const [, mantissa, power] = text.match(/by ([\d.]+)(?:·10⁻([⁰¹²³⁴⁵⁶⁷⁸⁹]+))? of/) ?? [];
      const digits = [...(power ?? '⁰')].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('');
      return Number(mantissa) * 10 ** -Number(digits);
    };
    const slider = page.getByRole('slider', { name: 'Nudge ε' });
    const best = await apart();
    assert.ok(best < 1e-9, `${best}`);
    await slider.focus();
    await page.keyboard.press('End');
    assert.ok((await apart()) > 1e-3);
    await page.keyboard.press('Home');
    assert.ok((await apart()) > 1e-6);
  }));

test('the curve of any parameter is told in words, for the sample and for the training set', () =>
  visit('check', async (page) => {
    const { gradient, simplified, loss } = look(engine, EXAMPLE);
    const chart = page.getByRole('img', { name: 'The loss along one parameter' });
    const words = () =>
      chart.evaluate((canvas) => {
        const id = canvas.getAttribute('aria-describedby') ?? '';
        const root = /** @type {ShadowRoot} */ (canvas.getRootNode());
        return root.getElementById(id)?.textContent ?? '';
      });
    await page.getByLabel('Parameter', { exact: true }).selectOption('b₂');
    const told = await words();
    for (const value of [EXAMPLE.parameters[5], loss, gradient[5], simplified[5]]) {
      assert.ok(told.includes(short(value)), `${short(value)} in ${told}`);
    }
    await page.getByRole('radio', { name: 'the training set' }).check();
    assert.notEqual(await words(), told);
    const rows = await table(page, 'check');
    assert.ok(rows.every(([derived, measured]) => derived === measured));
  }));

test('the predictions are answered by the engine', () =>
  visit('check', async (page) => {
    const passes = page.locator('form[data-prediction="backpropagation-passes"]');
    await passes.getByLabel('Forward passes').fill('105');
    await passes.getByRole('button', { name: 'Commit and run' }).click();
    await passes.getByText('Two for each of its 105 parameters: 210.').waitFor();
    await passes.getByText('Not what you expected?').waitFor();

    const simplified = stepOnce(engine, 'simplified');
    assert.ok(simplified.after > simplified.before);
    const form = page.locator('form[data-prediction="backpropagation-step"]');
    await form.getByLabel('It rises').check();
    await form.getByRole('button', { name: 'Commit and run' }).click();
    const { before: from, after: to } = simplified;
    await form.getByText(`From ${from.toFixed(3)} it goes to ${to.toFixed(3)};`).waitFor();
    await form.getByText('That is what happens.').waitFor();
  }));
