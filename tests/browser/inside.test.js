import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { powerOfTen } from '../../web/lesson/parts/numbers.js';
import { assertNoViolationInBothThemes } from './axe.js';
import { button, readLab, settle, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const TITLES = [
  'Notebook parity',
  'Butterfly',
  'Gradient check',
  'What the network really has',
  'What an epoch costs',
];

/**
 * @param {Page} page
 * @param {string} title
 */
const panel = (page, title) =>
  page.getByRole('group').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

/**
 * @param {Page} page
 * @param {string} title
 */
async function open(page, title) {
  const found = panel(page, title);
  if (!(await found.evaluate((details) => /** @type {HTMLDetailsElement} */ (details).open))) {
    await page.getByRole('heading', { name: title, exact: true }).click();
  }
  // What it brings moves those below, on which somebody may be about to click.
  await found.locator(':is(.panel-content > *, .panel-message):visible').first().waitFor();
  return found;
}

/**
 * @param {import('playwright-core').Locator} table
 * @param {string} name of the row
 * @returns {Promise<string[]>} its cells
 */
const cells = (table, name) =>
  table
    .getByRole('row')
    .filter({ has: table.page().getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell')
    .allTextContents();

/**
 * @param {string} text as people read it: "2.5·10⁻⁷" or "0.023"
 * @returns {number}
 */
function parseScientific(text) {
  const [mantissa, exponent = ''] = text.replaceAll('−', '-').split('·10');
  const digits = [...exponent].map((sign) =>
    sign === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)),
  );
  return Number(mantissa) * 10 ** Number(digits.join(''));
}

/**
 * @param {Page} page
 * @param {number} power
 * @returns {Promise<number>} the largest relative error of all parameters
 */
async function worstError(page, power) {
  await page.getByLabel('Nudge ε', { exact: true }).fill(String(power));
  const name = `Every parameter, ε = ${powerOfTen(power)}`;
  const table = page.getByRole('table', { name, exact: true });
  await table.waitFor();
  const errors = await table.locator('tbody td:nth-child(4)').allTextContents();
  assert.equal(errors.length, 105);
  return Math.max(...errors.map(parseScientific));
}

test('all panels are closed at first, and nothing is computed for them', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    for (const title of TITLES) {
      await page.getByRole('heading', { name: title, exact: true }).waitFor();
      assert.equal(await panel(page, title).getByRole('table').count(), 0);
    }
    assert.equal(await page.locator('.gradient-table tr').count(), 0);
    assert.equal(await page.locator('.activity-layer').count(), 0);
  }));

test('parity finds data, split, weights and forward pass exact, and training as far as known', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const found = await open(page, 'Notebook parity');
    await button(page, 'Set the notebook’s run').click();
    await waitForState(page, 'ready');
    assert.equal((await readLab(page)).query, '?preset=notebook');
    const table = found.getByRole('table', { name: 'Step by step' });
    await table.getByText('train to see').waitFor();
    for (const stage of ['Data', 'Split', 'Initial weights', 'Forward pass']) {
      assert.equal((await cells(table, stage))[0], '✓ exact', stage);
    }
    assert.equal((await cells(table, 'Training'))[0], 'train to see');
    await page.evaluate(() => document.querySelector('moon-lab')?.step(170));
    await table.getByText('✓ within tolerance up to epoch 169').waitFor();
    assert.equal((await cells(table, 'Initial weights'))[0], '✓ exact', 'after training too');
  }));

test('the panel of parity opens with the notebook’s run, and goes with it', () =>
  site.visit({ query: '?preset=notebook' }, async (page) => {
    await waitForState(page, 'ready');
    const table = page.getByRole('table', { name: 'Step by step' });
    await table.waitFor();
    await page.evaluate(() => {
      Object.assign(document.querySelector('moon-lab') ?? {}, { config: { seed: 7 } });
    });
    await table.waitFor({ state: 'hidden' });
    await button(page, 'Set the notebook’s run').waitFor();
  }));

test('the butterfly parts under the simplified rule, and never under backpropagation', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const found = await open(page, 'Butterfly');
    await button(page, 'Run both').click();
    await found.getByText(/^Backpropagation: the two runs never part/).waitFor();
    const texts = await found.locator('.findings li').allTextContents();
    const parted = /From epoch (\d+) on.*at epoch (\d+) it first exceeds 0\.001/.exec(texts[0]);
    const [from, at] = [Number(parted?.[1]), Number(parted?.[2])];
    assert.ok(from >= 160 && from < 200, `grows from ${from}`);
    assert.ok(at >= 200 && at <= 260, `parts at ${at}`);
    const largest = /Largest difference: (.*)\.$/.exec(texts[1]);
    assert.ok(parseScientific(largest?.[1] ?? '') < 1e-12, texts[1]);
    for (const name of ['Loss, simplified rule', 'Loss, backpropagation']) {
      await found.getByRole('img', { name, exact: true }).waitFor();
    }
    const { config, metrics } = await readLab(page);
    assert.deepEqual([config.preset, metrics.epoch], ['default', 0], 'the lab is as it was');
  }));

test('the butterfly of the lab’s own settings goes no further than one waits', () =>
  site.visit({ query: '?layers=64,64,64&samples=2000' }, async (page) => {
    await waitForState(page, 'ready');
    const found = await open(page, 'Butterfly');
    await found.getByRole('radio', { name: 'This lab', exact: true }).check();
    await button(page, 'Run both').click();
    await found
      .getByText(/never part in \d+ epochs/)
      .first()
      .waitFor();
  }));

test('the gradient check agrees for tanh, except where ε is too large or too small', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const found = await open(page, 'Gradient check');
    await found.getByText('They agree').waitFor();
    assert.ok((await worstError(page, -5)) < 1e-5);
    assert.ok((await worstError(page, -1)) > 1e-2);
    await found.getByText('truncation error').waitFor();
    assert.ok((await worstError(page, -12)) > 1e-2);
    await found.getByText('round-off').first().waitFor();
    await found.getByRole('img', { name: 'Error against ε', exact: true }).waitFor();
  }));

test('at the notebook’s start the simplified rule is the gradient in the last layer only', () =>
  site.visit({ query: '?preset=notebook' }, async (page) => {
    await waitForState(page, 'ready');
    const found = await open(page, 'Gradient check');
    const table = found.getByRole('table', { name: 'Does the simplified rule point' });
    await table.getByText('1.00').waitFor();
    const cosines = ['Output layer', 'Hidden layer 2', 'Hidden layer 1'].map((layer) =>
      cells(table, layer),
    );
    assert.deepEqual((await Promise.all(cosines)).flat(), ['1.00', '0.23', '0.58']);
    await found.getByText('ReLU has a corner').waitFor();
  }));

test('a network too large to check is told so by its size', () =>
  site.visit({ query: '?layers=64,64' }, async (page) => {
    await waitForState(page, 'ready');
    const found = await open(page, 'Gradient check');
    await found.getByText('network: 4417 parameters; allowed: up to 2000').waitFor();
    await page.evaluate(() => {
      Object.assign(document.querySelector('moon-lab') ?? {}, { config: { layers: [4] } });
    });
    await found.getByText('They agree').waitFor();
  }));

test('a check that takes long waits to be asked for', () =>
  site.visit({ query: '?layers=32,32&samples=300' }, async (page) => {
    await waitForState(page, 'ready');
    const found = await open(page, 'Gradient check');
    await found.getByText('so it waits for you').waitFor();
    await button(page, 'Check now').click();
    await found.getByText('They agree').waitFor();
  }));

test('after the simplified run eight neurons act as one', () =>
  site.visit({ query: '?preset=notebook' }, async (page) => {
    await waitForState(page, 'ready');
    const found = await open(page, 'What the network really has');
    await found.getByText('effective rank 4.0').waitFor();
    await page.evaluate(() => document.querySelector('moon-lab')?.step(1000));
    await found.getByText('The 8 neurons of hidden layer 1 act as one.').waitFor();
    await found.getByText('The 8 neurons of hidden layer 2 act as one.').waitFor();
    assert.equal(await found.getByText('8 neurons, effective rank 1.0').count(), 2);
    assert.equal(await found.getByText('repeats neuron 1').count(), 14);
  }));

test('open panels follow the training a few times a second, and are right after a pause', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const found = await open(page, 'What the network really has');
    const rank = found.locator('.activity-rank').first();
    await rank.waitFor();
    const changes = await page.evaluateHandle(() => {
      const layers = document
        .querySelector('moon-lab')
        ?.shadowRoot?.querySelector('.activity-layers');
      const seen = { count: 0, frames: 0 };
      const observer = new MutationObserver(() => (seen.count += 1));
      if (layers) observer.observe(layers, { childList: true });
      document.addEventListener('progress', () => (seen.frames += 1));
      return seen;
    });
    const seen = () => changes.jsonValue();
    await button(page, 'Train').click();
    await waitUntil(async () => (await seen()).count >= 4);
    const { count, frames } = await seen();
    assert.ok(frames > 3 * count, `${count} times in ${frames} frames`);
    await button(page, 'Pause').click();
    await waitForState(page, 'paused');
    // The frame that was under way, what the panel asks the worker for then, and, if it was asking
    // already, what it asks for afterwards: each is there before the worker answers this.
    for (let times = 0; times < 3; times += 1) {
      await settle(page);
      await page.evaluate(() => document.querySelector('moon-lab')?.exportModel());
    }
    await settle(page);
    const shown = await found.locator('.activity-rank').allTextContents();
    const former = (await seen()).count;
    await panel(page, 'What the network really has').locator('summary').click();
    await panel(page, 'What the network really has').locator('summary').click();
    await waitUntil(async () => (await seen()).count > former);
    assert.deepEqual(await found.locator('.activity-rank').allTextContents(), shown);
  }));

test('panels that are hidden are not there', () =>
  site.visit({ path: '/dist/index.html' }, async (page) => {
    await waitForState(page, 'ready');
    const configure = (/** @type {string[]} */ hide) =>
      page.evaluate((parts) => {
        Object.assign(document.querySelector('moon-lab') ?? {}, { config: { hide: parts } });
      }, hide);
    await configure(['butterfly', 'gradients']);
    const heading = (/** @type {string} */ name) =>
      page.getByRole('heading', { name, exact: true });
    assert.equal(await heading('Butterfly').isVisible(), false);
    assert.equal(await heading('Notebook parity').isVisible(), true);
    await configure(['parity', 'butterfly', 'gradients', 'activity']);
    assert.equal(await heading('Look inside').isVisible(), false);
  }));

test('axe finds nothing in open panels, wide or narrow', () =>
  site.visit({ query: '?preset=notebook' }, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => document.querySelector('moon-lab')?.step(1000));
    for (const title of TITLES) await open(page, title);
    await button(page, 'Run both').click();
    await page.getByText(/^Backpropagation: the two runs never part/).waitFor();
    await page.getByText('act as one').first().waitFor();
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await assertNoViolationInBothThemes(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${overflow} px too wide`);
    }
  }));
