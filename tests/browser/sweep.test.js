import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { assertNoViolationInBothThemes } from './axe.js';
import { button, readLab, settle, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */
/** @typedef {import('../../web/element/moon-lab-element.js').MoonLabElement} MoonLabElement */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * @param {Page} page
 * @param {Record<string, string>} [typed] into its fields
 */
async function openPanel(page, typed = {}) {
  await waitForState(page, 'ready');
  await page.getByRole('heading', { name: 'Sweep', exact: true }).click();
  await button(page, 'Start sweep').waitFor();
  for (const [label, text] of Object.entries(typed)) await type(page, label, text);
}

/**
 * @param {Page} page
 * @param {string} label
 * @param {string} text
 */
async function type(page, label, text) {
  const field = page.locator('.panel-sweep').getByLabel(label, { exact: true });
  await field.fill(text);
  await field.press('Tab');
}

/** @param {Page} page */
const status = (page) => page.locator('.panel-sweep .effort-status');
/** @param {Page} page */
const cellsOf = (page) => page.locator('.sweep-cell');

const SMALL = {
  'Values across': '0.01 0.1',
  'Values down': '0 4',
  'Weight seeds each': '2',
  Epochs: '40',
};

/** The same for scripts. @param {Page} page */
const sweepByScript = (page) =>
  page.evaluate(() => {
    const lab = /** @type {MoonLabElement} */ (document.querySelector('moon-lab'));
    const x = { key: 'learningRate', values: [0.01, 0.1] };
    return lab.sweep({ x, y: { key: 'layers', values: [[], [4]] }, seeds: 2, epochs: 40 });
  });

/** @param {Page} page */
async function runSmall(page) {
  await openPanel(page, SMALL);
  assert.equal(await status(page).textContent(), 'That is 8 runs of 40 epochs.');
  await button(page, 'Start sweep').click();
  await status(page).getByText('8 runs in').waitFor();
}

/** @param {Page} page */
const reading = (page) => page.locator('.sweep-reading').textContent();

test('fills a table with the means, says what it comes to, and opens a run in the lab', () =>
  site.visit({ query: '?noise=0.3' }, async (page) => {
    await runSmall(page);
    const results = await sweepByScript(page);
    const means = [0, 1, 2, 3].map(
      (i) =>
        results
          .filter((_, k) => k % 4 === i)
          .reduce((sum, { metrics }) => sum + (metrics?.testAccuracy ?? NaN), 0) / 2,
    );
    assert.deepEqual(
      await cellsOf(page).allTextContents(),
      means.map((mean) => `${(100 * mean).toFixed(1)}%`),
    );
    assert.match(
      String(await page.locator('.sweep-finding').textContent()),
      /^Best: learning rate /,
    );
    await cellsOf(page).nth(2).hover();
    assert.match(
      (await reading(page)) ?? '',
      /^Learning rate 0\.01, hidden layers 4: test accuracy [\d.]+% on average of 2 seeds, from /,
    );
    await cellsOf(page).nth(3).click();
    await page.locator('.deed').getByText('Opened at epoch 40.').waitFor();
    const { config, metrics, state } = await readLab(page);
    assert.deepEqual(
      [config.learningRate, config.layers, config.noise, config.weightSeed, state],
      [0.1, [4], 0.3, null, 'paused'],
    );
    assert.deepEqual(metrics, results[3].metrics);
    await page.locator('.deed').getByRole('button', { name: 'Undo' }).click();
    await waitUntil(async () => (await readLab(page)).config.learningRate === 0.03);
  }));

test('is walked through by keys: arrows in the table, Enter opens', () =>
  site.visit({}, async (page) => {
    await runSmall(page);
    await cellsOf(page).first().focus();
    const focused = () =>
      page.evaluate(
        () =>
          document
            .querySelector('moon-lab')
            ?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? '',
      );
    assert.match(await focused(), /^learning rate 0\.01, hidden layers none: test accuracy /);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.match(await focused(), /^learning rate 0\.1, hidden layers 4: /);
    assert.match((await reading(page)) ?? '', /^Learning rate 0\.1, hidden layers 4: /);
    assert.equal(await page.locator('.sweep-cell[tabindex="0"]').count(), 1);
    await page.keyboard.press('Enter');
    await page.locator('.deed').getByText('Opened at epoch 40.').waitFor();
    assert.deepEqual((await readLab(page)).config.layers, [4]);
  }));

test('is cancelled at once, and keeps what is there', () =>
  site.visit({}, async (page) => {
    await openPanel(page, { ...SMALL, 'Values across': '0.01', Epochs: '1000000' });
    await button(page, 'Start sweep').click();
    const cancel = page.locator('.panel-sweep').getByRole('button', { name: 'Cancel' });
    await page.locator('.effort-progress').getByText('0 of 4 runs').waitFor();
    await cancel.click();
    await status(page).getByText('Cancelled after 0 of 4 runs.').waitFor();
    assert.equal(await cellsOf(page).count(), 2);
    assert.equal(await button(page, 'Start sweep').count(), 1);
  }));

test('says what is not allowed, in words that the lab has for it', () =>
  site.visit({}, async (page) => {
    await openPanel(page);
    const cases = /** @type {const} */ ([
      ['Values across', '0.1 20', /^Learning rate: 20 is too large; allowed are numbers above 0/],
      ['Values across', '  ', /^Learning rate: there are 0 values; allowed are 1 to 12/],
      ['Weight seeds each', '21', /^Weight seeds each: 21 is too large; allowed are 1 to 20/],
      ['Epochs', '1.5', /^Epochs: "1\.5" is not a whole number; allowed are 1 to /],
    ]);
    for (const [label, text, message] of cases) {
      const field = page.locator('.panel-sweep').getByLabel(label, { exact: true });
      const good = await field.inputValue();
      await type(page, label, text);
      await button(page, 'Start sweep').click();
      assert.match((await status(page).textContent()) ?? '', message);
      assert.equal(await status(page).getAttribute('data-error'), '');
      await type(page, label, good);
      assert.equal(await status(page).getAttribute('data-error'), null);
    }
    assert.equal(await cellsOf(page).count(), 0);
  }));

test('marks what diverges, and opens it where it did', () =>
  site.visit({ query: '?dataset=hills&optimizer=sgd&activation=relu' }, async (page) => {
    await openPanel(page, { ...SMALL, 'Values across': '0.001 10', Epochs: '500' });
    await button(page, 'Start sweep').click();
    await status(page).getByText('8 runs in').waitFor();
    const lost = page.locator('.sweep-cell[data-state="diverged"]');
    assert.ok((await lost.count()) > 0);
    assert.equal(await lost.first().textContent(), 'diverged');
    assert.match((await lost.first().getAttribute('aria-label')) ?? '', /2 of 2 diverged\.$/);
    await lost.first().click();
    await page
      .locator('.deed')
      .getByText(/^Opened at epoch \d+\./)
      .waitFor();
    assert.equal((await readLab(page)).config.learningRate, 10);
  }));

test('saves its runs as CSV with the digits that they have, and its pictures as PNG', () =>
  site.visit({}, async (page) => {
    await runSmall(page);
    const saveAs = async (/** @type {string} */ name) => {
      const coming = page.waitForEvent('download');
      await button(page, name).click();
      const download = await coming;
      return { name: download.suggestedFilename(), file: await readFile(await download.path()) };
    };
    const csv = await saveAs('Save as CSV');
    assert.equal(csv.name, 'moonlab-moons-sweep-learningrate-layers.csv');
    const [head, ...lines] = csv.file.toString().trim().split('\r\n');
    assert.match(head, /^learning_rate,layers,weight_seed,epoch,train_loss,/);
    const results = await sweepByScript(page);
    const losses = lines.map((line) => Number(line.split(',')[5])).sort();
    assert.deepEqual(losses, results.map(({ metrics }) => metrics?.testLoss).sort());
    const png = await saveAs('Save as PNG');
    assert.equal(png.file.subarray(1, 4).toString(), 'PNG');
    assert.ok(png.file.length > 10_000);
  }));

test('has names, colours and sizes for everybody, on a phone as well', () =>
  site.visit({}, async (page) => {
    await runSmall(page);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await settle(page);
      await assertNoViolationInBothThemes(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${overflow} px too wide`);
    }
  }));

test('goes on while it is folded, and shows its pictures when it is opened again', () =>
  site.visit({}, async (page) => {
    await openPanel(page, SMALL);
    await button(page, 'Start sweep').click();
    const heading = page.getByRole('heading', { name: 'Sweep', exact: true });
    await heading.click();
    await waitUntil(async () => ((await status(page).textContent()) ?? '').includes('8 runs in'));
    await settle(page);
    await heading.click();
    const colors = () =>
      page.locator('.sweep-map').evaluateAll((maps) =>
        maps.map((map) => {
          const { width, height } = /** @type {HTMLCanvasElement} */ (map);
          const context = /** @type {HTMLCanvasElement} */ (map).getContext('2d');
          return new Set(context?.getImageData(0, 0, width, height).data).size;
        }),
      );
    await waitUntil(async () => (await colors()).every((count) => count > 4));
  }));

test('wants two settings, or one', () =>
  site.visit({}, async (page) => {
    await openPanel(page, SMALL);
    const down = page.locator('.panel-sweep').getByLabel('Down', { exact: true });
    await down.selectOption('Learning rate');
    assert.equal(
      await status(page).textContent(),
      'Across and down are the same setting; allowed are two.',
    );
    await down.selectOption('Nothing');
    assert.equal(await status(page).textContent(), 'That is 4 runs of 40 epochs.');
    await button(page, 'Start sweep').click();
    await status(page).getByText('4 runs in').waitFor();
    assert.equal(await cellsOf(page).count(), 2);
  }));

test('is touched on a phone', () =>
  site.visit(
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    async (page) => {
      await openPanel(page, SMALL);
      await button(page, 'Start sweep').tap();
      await status(page).getByText('8 runs in').waitFor();
      await cellsOf(page).nth(1).tap();
      await page.locator('.deed').getByText('Opened at epoch 40.').waitFor();
      assert.equal((await readLab(page)).config.learningRate, 0.1);
    },
  ));

test('goes with hide="sweep", and with all other panels', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const section = page.locator('.trials');
    await section.waitFor();
    for (const hide of ['sweep', 'inside,export']) {
      await page.evaluate((parts) => {
        document.querySelector('moon-lab')?.setAttribute('hide', parts);
      }, hide);
      await settle(page);
      assert.equal(await section.isVisible(), false, hide);
    }
  }));

test('a wide table is scrolled where there is no room beside it, and nothing of the words is out of sight', () =>
  site.visit({ viewport: { width: 800, height: 900 } }, async (page) => {
    await openPanel(page, { ...SMALL, 'Values across': '0.001 0.003 0.01 0.03 0.1 0.3 1' });
    await button(page, 'Start sweep').click();
    await status(page).getByText('28 runs in').waitFor();
    const over = await page
      .locator('.panel-sweep')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    assert.equal(over, 0);
  }));
