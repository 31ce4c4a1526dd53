/** What reads a run reads one of several classes, or of values. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { visitHost } from './host-page.js';
import { button, listen, readLab, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1440, height: 900 };

/** @param {Page} page */
const whole = (page) => page.locator('.lab[data-complete]').waitFor();

/**
 * @param {Page} page
 * @param {number} epochs
 */
const step = (page, epochs) =>
  page.evaluate((count) => document.querySelector('moon-lab')?.step(count), epochs);

/**
 * @param {Page} page
 * @param {object} config
 */
async function configure(page, config) {
  await page.evaluate((patch) => {
    const lab = document.querySelector('moon-lab');
    if (lab) lab.config = /** @type {any} */ (patch);
  }, config);
  await waitForState(page, 'ready');
  await settle(page);
}

/** @param {Page} page */
const numbers = (page) => page.getByRole('region', { name: 'Numbers' });

/** @param {Page} page */
const counters = (page) => page.locator('.counters').innerText();

/**
 * @param {Page} page
 * @param {string} name
 */
const image = (page, name) => page.getByRole('img', { name, exact: true });

test('where values are learned, there is R² in place of the accuracy, and back', () =>
  site.visit({ query: '?dataset=plane&noise=0.05' }, async (page) => {
    await waitForState(page, 'ready');
    await whole(page);
    await image(page, 'R²').waitFor();
    assert.equal(await image(page, 'Accuracy').count(), 0);
    await page.getByRole('heading', { name: 'R²', exact: true }).waitFor();
    await step(page, 100);
    await waitForState(page, 'paused');
    const { metrics } = await readLab(page);
    assert.deepEqual(Object.keys(metrics), ['epoch', 'trainLoss', 'testLoss', 'trainR2', 'testR2']);
    assert.ok(Number(metrics.testR2) > 0.9, String(metrics.testR2));
    const printed = Number(metrics.testR2).toFixed(4);
    await page.getByText(`Paused at epoch 100, test R² ${printed}.`, { exact: true }).waitFor();
    assert.match(await counters(page), new RegExp(`Test R²\\s+${printed}`));
    const table = numbers(page).getByRole('table', { name: 'Loss and R²' });
    assert.deepEqual(await table.getByRole('columnheader').allInnerTexts(), [
      'Points',
      'Loss',
      'R²',
    ]);
    assert.equal(await table.getByRole('cell').last().innerText(), printed);
    await numbers(page).getByText('R²: 1 where every value is met').waitFor();

    await configure(page, { dataset: 'moons' });
    await image(page, 'Accuracy').waitFor();
    assert.equal(await image(page, 'R²').count(), 0);
    assert.match(await counters(page), /Test accuracy\s+\d+\.\d%/);
    await numbers(page).getByRole('table', { name: 'Loss and accuracy' }).waitFor();
    await numbers(page).getByText('R²').waitFor({ state: 'hidden' });
  }));

test('the curve of R² is described with what 1 and 0 mean, and hidden as the accuracy’s is', () =>
  site.visit({ query: '?dataset=hills&noise=0.05' }, async (page) => {
    await waitForState(page, 'ready');
    await step(page, 50);
    await page.waitForFunction(() =>
      document
        .querySelector('moon-lab')
        ?.shadowRoot?.getElementById('accuracy-description')
        ?.textContent?.match(
          /^From epoch 0 to 50, training R² went from .* R² is 1 where every value is met, and 0 /,
        ),
    );
    await image(page, 'R²').waitFor();
    await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('hide', 'accuracy'));
    await image(page, 'R²').waitFor({ state: 'detached' });
    await image(page, 'Loss').waitFor();
  }));

test('an R² that there is none of is a dash, never a name of what is no number', () =>
  site.visit({ query: '?dataset=plane&samples=10&test-size=0.9' }, async (page) => {
    await waitForState(page, 'ready');
    await whole(page);
    await step(page, 20);
    await settle(page);
    const table = numbers(page).getByRole('table', { name: 'Loss and R²' });
    assert.deepEqual((await table.getByRole('cell').allInnerTexts())[1], '–');
    const said = await page.evaluate(
      () => document.querySelector('moon-lab')?.shadowRoot?.textContent ?? '',
    );
    assert.doesNotMatch(said, /NaN|undefined/);
  }));

test('a goal may be of R², and one that the problem lacks is told', () =>
  site.visit(
    { query: '?dataset=plane&noise=0.05&goal=test-r2>=0.9,parameters<=105' },
    async (page) => {
      await waitForState(page, 'ready');
      const goals = await listen(page, 'goal');
      const sign = page.getByRole('status').filter({ hasText: 'Goal' });
      assert.equal(await sign.textContent(), 'Goal: test R² ≥\u00a00.9, parameters ≤\u00a0105');
      await step(page, 200);
      await sign.filter({ hasText: /^Goal reached at epoch \d+: test R²/ }).waitFor();
      const [{ metrics }] = await goals();
      assert.ok(metrics.testR2 >= 0.9 && !('testAccuracy' in metrics));

      await configure(page, { layers: [9, 9] });
      await step(page, 200);
      assert.equal(await sign.textContent(), 'Goal: test R² ≥\u00a00.9, parameters ≤\u00a0105');
      await configure(page, { dataset: 'blobs' });
      assert.equal(
        await sign.textContent(),
        'Goal: test R² ≥\u00a00.9, parameters ≤\u00a0105 (out of reach here: there is no test R²)',
      );
    },
  ));

test('the network’s outputs are called by their classes', () =>
  site.visit({ query: '?dataset=blobs&classes=3&class-names=ant,bee,crow' }, async (page) => {
    await waitForState(page, 'ready');
    const description = () =>
      page.evaluate(
        () =>
          document.querySelector('moon-lab')?.shadowRoot?.getElementById('diagram-description')
            ?.textContent,
      );
    await page.waitForFunction(() =>
      document
        .querySelector('moon-lab')
        ?.shadowRoot?.getElementById('diagram-description')
        ?.textContent?.includes('softmax'),
    );
    assert.match(
      (await description()) ?? '',
      /3 softmax neurons, one for each class \(ant, bee, crow\)/,
    );
  }));

/**
 * @param {Page} page
 * @param {string} title
 */
async function open(page, title) {
  await page.getByRole('heading', { name: title, exact: true }).click();
  const found = page
    .getByRole('group')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await found.locator(':is(.panel-content > *, .panel-message):visible').first().waitFor();
  return found;
}

test('the looks inside have several outputs, and no rule that is for one', () =>
  site.visit({ query: '?dataset=blobs&classes=3&class-names=ant,bee,crow' }, async (page) => {
    await waitForState(page, 'ready');
    await step(page, 5);
    const check = await open(page, 'Gradient check');
    const table = check.getByRole('table', { name: /^Every parameter/ });
    await table.waitFor();
    assert.deepEqual(await table.getByRole('columnheader').allInnerTexts(), [
      'Parameter',
      'Backpropagation',
      'Measured',
      'Relative error',
    ]);
    await check.getByText('Does the simplified rule').waitFor({ state: 'hidden' });
    await check.getByText('They agree: backpropagation is right.').waitFor();
    assert.equal(await table.getByRole('rowheader', { name: 'class bee ← neuron 8' }).count(), 1);
    assert.equal(await table.getByRole('rowheader', { name: 'class crow, bias' }).count(), 1);
    assert.equal(await table.getByRole('rowheader', { name: 'neuron 1 ← x₁' }).count(), 1);

    const butterfly = await open(page, 'Butterfly');
    await butterfly.getByRole('radio', { name: 'This lab' }).check({ force: true });
    await butterfly.getByRole('button', { name: 'Run both' }).click();
    await butterfly.getByText('The simplified rule is for a single output').waitFor();
    assert.deepEqual(
      (await butterfly.getByRole('listitem').allInnerTexts()).map((text) => text.split(':')[0]),
      ['Backpropagation'],
    );
    await (
      await open(page, 'What the network really has')
    )
      .getByText('effective rank')
      .first()
      .waitFor();
  }));

test('the gradient check of one output has the simplified rule again, values or not', () =>
  site.visit({ query: '?dataset=blobs&classes=3' }, async (page) => {
    await waitForState(page, 'ready');
    const check = await open(page, 'Gradient check');
    const table = check.getByRole('table', { name: /^Every parameter/ });
    await table.waitFor();
    for (const dataset of ['hills', 'moons']) {
      await configure(page, { dataset });
      await check.getByRole('columnheader', { name: 'Simplified rule' }).waitFor();
      assert.equal(await table.getByRole('columnheader').count(), 5);
      await check.getByText('Does the simplified rule').waitFor();
      await check.getByText('They agree: backpropagation is right.').waitFor();
    }
  }));

test('linked labs share what is to be learned', () =>
  visitHost(
    site,
    `<moon-lab link="pair" loading="eager"></moon-lab>
     <moon-lab link="pair" loading="eager" layers="4"></moon-lab>`,
    async (page) => {
      const ready = () =>
        page.waitForFunction(() =>
          [...document.querySelectorAll('moon-lab')].every((lab) => lab.state === 'ready'),
        );
      await ready();
      await page.evaluate(() => {
        const lab = document.querySelector('moon-lab');
        if (lab) lab.config = { dataset: 'hills' };
      });
      await page.waitForFunction(() =>
        [...document.querySelectorAll('moon-lab')].every((lab) => 'testR2' in (lab.metrics ?? {})),
      );
      await ready();
      await page.locator('moon-lab').nth(1).getByText('Test R²', { exact: true }).waitFor();
    },
  ));

test('axe finds nothing where there are six classes, or values', () =>
  site.visit({ viewport: NARROW, query: '?dataset=blobs&classes=6' }, async (page) => {
    await waitForState(page, 'ready');
    await step(page, 10);
    await open(page, 'Gradient check');
    for (const config of [{ seed: 1 }, { dataset: 'hills', goal: 'test-accuracy>=0.9' }]) {
      await configure(page, config);
      await step(page, 10);
      for (const viewport of [NARROW, WIDE]) {
        await page.setViewportSize(viewport);
        await assertNoViolationInBothThemes(page);
      }
    }
  }));

test('a lab of values is used by keys as any other', () =>
  site.visit({ query: '?dataset=hills' }, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Step').focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Paused at epoch 1, test R²/).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await waitForState(page, 'ready');
    assert.match(await counters(page), /Epoch\s+0\s+Test R²/);
  }));

test('German says R² in its own words', () =>
  site.visit(
    { path: '/dist/frame.html', query: '?dataset=hills&lang=de&goal=test-accuracy>=0.9' },
    async (page) => {
      await waitForState(page, 'ready');
      await whole(page);
      await step(page, 3);
      await page.getByText(/^Pause bei Epoche 3, R² im Test −?\d+,\d{4}\.$/).waitFor();
      await page.getByRole('table', { name: 'Verlust und R²' }).waitFor();
      await page.getByText('(hier nicht zu erreichen: Testgenauigkeit gibt es nicht)').waitFor();
      await image(page, 'R²').waitFor();
    },
  ));
