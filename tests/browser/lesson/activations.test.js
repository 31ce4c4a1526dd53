import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { loadShippedEngine } from '../../wasm/support.js';
import { button, settle, startSite } from '../support.js';

/** @typedef {import('playwright-core').Page} Page */

/** NumPy's, see tests/golden/activations.json. */
const GOLDEN = JSON.parse(
  readFileSync(new URL('../../golden/activations.json', import.meta.url), 'utf8'),
);
const NAMES = ['relu', 'sigmoid', 'tanh'];
const TITLES = ['ReLU', 'Sigmoid', 'tanh'];

/** @type {import('../support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * @param {string} widget
 * @param {(page: Page, widget: import('playwright-core').Locator) => Promise<void>} use
 */
function visit(widget, use) {
  return site.visit({ path: '/dist/lesson.html', query: '#activations' }, async (page) => {
    const found = page.locator(`[data-widget="${widget}"]`);
    await found.scrollIntoViewIfNeeded();
    await page.locator(`[data-widget="${widget}"][data-state="ready"]`).waitFor();
    await use(page, found);
  });
}

/**
 * What stands right of the last sign of equality of each block of formulas.
 *
 * @param {import('playwright-core').Locator} widget
 * @returns {Promise<string[]>}
 */
async function results(widget) {
  const blocks = await widget.locator('.calculation math').allTextContents();
  return blocks.map((block) => (block.split('=').at(-1) ?? '').replaceAll('−', '-').trim());
}

/**
 * @param {import('playwright-core').Locator} widget
 * @param {string} label
 * @param {number} value
 */
async function set(widget, label, value) {
  await widget.getByLabel(label, { exact: true }).fill(String(value));
  await widget.getByLabel(label, { exact: true }).press('Enter');
}

/** @param {string} text such as 5.45·10⁻⁹ */
function parsePower(text) {
  const [mantissa, exponent = ''] = text.split('·10');
  const digits = [...exponent].map((sign) =>
    sign === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)),
  );
  return Number(mantissa) * 10 ** Number(digits.join(''));
}

test('values and slopes of the three functions are NumPy’s, wherever x is put', () =>
  visit('activations-curves', async (_, widget) => {
    assert.deepEqual(await results(widget), ['1.5', '0.817574', '0.905148']);
    await widget.getByRole('radio', { name: 'Values and slopes' }).check();
    for (const index of [3, 49, 50, 71, 99]) {
      const cases = NAMES.map((name) =>
        GOLDEN.cases.find((/** @type {any} */ one) => one.activation === name),
      );
      const x = cases[0].x[index];
      await set(widget, 'x', x);
      const found = await results(widget);
      const [relu, sigmoid, tanh] = cases.map((one) => one.value[index]);
      const [reluSlope, sigmoidSlope, tanhSlope] = cases.map((one) => one.derivative[index]);
      assert.equal(Number(found[0]), Number(relu.toPrecision(6)));
      assert.equal(parseFloat(found[1]), reluSlope);
      assert.equal(found[3], sigmoid.toFixed(6));
      assert.equal(found[4], sigmoidSlope.toFixed(4));
      assert.equal(found[6], tanh.toFixed(6));
      assert.equal(found[7], tanhSlope.toFixed(4));
    }
  }));

test('slopes multiply: ten layers of sigmoids leave a millionth at best', () =>
  visit('activations-curves', async (page, widget) => {
    await widget.getByRole('radio', { name: 'Values and slopes' }).check();
    await set(widget, 'x', 0);
    const left = async () => {
      const found = await results(widget);
      return [found[2], found[5], found[8]].map(parsePower);
    };
    const [relu, sigmoid, tanh] = await left();
    assert.deepEqual([relu, tanh], [0, 1]);
    assert.ok(Math.abs(sigmoid / 0.25 ** 10 - 1) < 1e-2, `${sigmoid}`);
    await widget.getByLabel('Layers', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    const [, nine] = await left();
    assert.ok(Math.abs(nine / 0.25 ** 9 - 1) < 1e-2, `${nine}`);
    assert.ok(await widget.getByText('9 layers in a row leave').first().isVisible());
  }));

test('x follows a drag on any curve, and the arrow keys, in all three at once', () =>
  visit('activations-curves', async (page, widget) => {
    const canvas = widget.getByRole('img', { name: 'Sigmoid', exact: true });
    const box = await canvas.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 0.7 * box.width, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 2 * box.width, box.y + 60);
    await page.mouse.up();
    const field = widget.getByLabel('x', { exact: true });
    assert.equal(await field.inputValue(), '5', 'no further than the axis');
    assert.deepEqual(await results(widget), ['5', '0.993307', '0.999909']);
    await field.focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await field.inputValue(), '4.95');
    for (const title of TITLES) {
      const described = widget.getByRole('img', { name: title, exact: true });
      const id = await described.getAttribute('aria-describedby');
      assert.match(await widget.locator(`#${id}`).innerText(), /At x = 4\.95 the value is/);
    }
  }));

test('two layers with nothing between are their product, to rounding; with ReLU they are not', () =>
  visit('activations-collapse', async (page, widget) => {
    const details = widget.getByText('Compared at 10,000 inputs');
    const apart = async () => {
      const text = await details.innerText();
      return parsePower(/at most ([^,;]+)[,;]/.exec(text)?.[1] ?? 'none');
    };
    await widget.getByText('They are one function.').waitFor();
    assert.ok((await apart()) < 1e-12);
    assert.deepEqual(await results(widget), ['1.01', '1.01']);
    await widget.getByRole('radio', { name: 'ReLU' }).check();
    await widget.getByText('They are two functions.').waitFor();
    assert.ok((await apart()) > 1);
    assert.deepEqual(await results(widget), ['0.285', '1.01']);
    await page.keyboard.press('ArrowRight');
    assert.ok(await widget.getByRole('radio', { name: 'tanh' }).isChecked());
    assert.ok((await apart()) > 0.1);
  }));

test('the collapse computes with NumPy’s random numbers, and with any input', () =>
  visit('activations-collapse', async (page, widget) => {
    const engine = await loadShippedEngine();
    await set(widget, 'Seed', 7);
    await set(widget, 'Input x₁', -2.25);
    await set(widget, 'Input x₂', 1);
    const drawn = Array.from(engine.createRandomState(7).randn(13), (v) => Number(v.toFixed(1)));
    const [w, b, v, c] = [drawn.slice(0, 6), drawn.slice(6, 9), drawn.slice(9, 12), drawn[12]];
    const hidden = b.map((bias, i) => w[2 * i] * -2.25 + w[2 * i + 1] + bias);
    const y = v.reduce((sum, weight, i) => sum + weight * hidden[i], c);
    const rounded = String(Number(y.toFixed(4)));
    assert.deepEqual(await results(widget), [rounded, rounded]);
    await settle(page);
    const [two, one] = await Promise.all(
      ['Output of two layers', 'Output of one layer'].map((name) =>
        widget
          .getByRole('img', { name, exact: true })
          .evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL()),
      ),
    );
    assert.equal(two, one, 'the same picture');
    await button(page, 'Draw a new seed').first().click();
    assert.notEqual(await widget.getByLabel('Seed', { exact: true }).inputValue(), '7');
    await set(widget, 'Seed', -1);
    await widget.getByText('Seed: “-1”; allowed: a whole number from 0').waitFor();
  }));

test('both predictions are computed, and say what they found', () =>
  visit('activations-collapse', async (page) => {
    const vanishing = page.locator('form[data-prediction="activations-vanishing"]');
    await vanishing.getByLabel('About a thousandth').check();
    await vanishing.getByRole('button', { name: 'Commit and run' }).click();
    await vanishing.getByText('Not what you expected?').waitFor();
    const row = vanishing.getByRole('row', { name: 'Sigmoid' });
    const [last, first, share] = (await row.getByRole('cell').allTextContents()).map(parsePower);
    assert.ok(Math.abs(first / last / share - 1) < 0.1);
    assert.ok(share > 1e-7 && share < 1e-5, `${share}`);

    const linear = page.locator('form[data-prediction="activations-linear"]');
    await linear.getByLabel('Weights and biases').fill('3');
    await linear.getByRole('button', { name: 'Commit and run' }).click();
    await linear.getByText('That is what happens.').waitFor();
    await linear.getByText(/3 parameters gives what the network with 4,417 gives/).waitFor();
  }));
