import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BY_HAND } from '../wasm/by-hand.js';
import { assertNoViolationInBothThemes } from './axe.js';
import { visitHost } from './host-page.js';
import { readLab, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const SIZES = [
  { width: 1280, height: 720 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];

/** @param {Page} page */
async function complete(page) {
  await waitForState(page, 'ready');
  await page.locator('.lab[data-complete]').waitFor();
}

for (const viewport of SIZES) {
  test(`the guide stands below the numbers and above what experts open, ${viewport.width} pixels wide`, () =>
    site.visit({ viewport }, async (page) => {
      await complete(page);
      const box = async (/** @type {string} */ selector) => {
        const found = await page.locator(selector).boundingBox();
        assert.ok(found && found.height > 0, selector);
        return { ...found, bottom: found.y + found.height };
      };
      const guide = await box('.guide');
      for (const above of ['.picture-boundary', '.network', '.charts', '.results']) {
        assert.ok((await box(above)).bottom <= guide.y, above);
      }
      for (const below of ['.trials', '.inside', '.panel-export']) {
        assert.ok((await box(below)).y >= guide.bottom, below);
      }
      assert.ok(guide.x >= 0 && guide.x + guide.width <= viewport.width);
    }));
}

test('nothing moves when the guide comes', () =>
  site.visit(
    {
      before: (page) =>
        page.addInitScript(() => {
          /** @type {number[]} */
          const shifts = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.push(/** @type {any} */ (entry).value);
          }).observe({ type: 'layout-shift', buffered: true });
        }),
    },
    async (page) => {
      await complete(page);
      await page.locator('.guide').scrollIntoViewIfNeeded();
      const shifts = await page.evaluate(() => /** @type {any} */ (window).shifts);
      assert.ok(
        shifts.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0) < 0.1,
      );
    },
  ));

test('until the lab is there, the guide waits below its place', () =>
  site.visit(
    {
      before: (page) => page.route('**/*.js', (route) => route.abort()),
      viewport: { width: 1280, height: 720 },
      allowedMessages: /Failed to load resource/,
    },
    async (page) => {
      await page.locator('.guide').waitFor();
      const top = await page.locator('.guide').evaluate((box) => box.getBoundingClientRect().top);
      assert.ok(top >= 720, `${top}`);
    },
  ));

test('the keyboard comes to the guide’s link before it comes to what experts open', () =>
  site.visit({}, async (page) => {
    await complete(page);
    await page.locator('.guide a.challenge').focus();
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(() =>
      Boolean(document.querySelector('moon-lab')?.shadowRoot?.activeElement?.closest('.trials')),
    );
    assert.ok(isInside);
    await page.keyboard.press('Shift+Tab');
    assert.ok(await page.evaluate(() => document.activeElement?.matches('a.challenge')));
  }));

test('the challenge opens untrained, and weights by hand meet it', () =>
  site.visit({}, async (page) => {
    await complete(page);
    await page.locator('.guide a.challenge').click();
    await page.waitForURL(/layers=3/);
    await complete(page);
    const { config, metrics } = await readLab(page);
    assert.deepEqual([config.dataset, config.layers], ['circles', [3]]);
    assert.equal(metrics.epoch, 0);
    const goal = page.locator('.goal');
    assert.match((await goal.textContent()) ?? '', /^Goal: test accuracy ≥.95%/);
    assert.equal(await goal.getAttribute('data-reached'), null);
    for (const [name, values] of neuronsByHand()) {
      await page.getByRole('button', { name, pressed: false }).click();
      await page.getByRole('button', { name, pressed: true }).waitFor();
      await settle(page);
      const fields = page.locator('.network input[type=number]');
      for (const [i, value] of values.entries()) {
        await fields.nth(i).fill(value);
        await fields.nth(i).press('Enter');
      }
    }
    await page.locator('.goal[data-reached]').waitFor();
    const reached = await readLab(page);
    assert.equal(reached.metrics.epoch, 0);
    assert.ok(reached.metrics.testAccuracy >= 0.95);
  }));

/**
 * @returns {[name: RegExp, values: string[]][]} what each neuron is called, and the weights and the bias
 *   that it is to have
 */
function neuronsByHand() {
  const valuesOf = (/** @type {string} */ neuron) =>
    BY_HAND.split(' ')
      .filter((change) => RegExp(`[wb]${neuron}\\b`).test(change))
      .map((change) => change.split('=')[1]);
  return [
    [/^Hidden layer 1, neuron 1/, valuesOf('1.1')],
    [/^Hidden layer 1, neuron 2/, valuesOf('1.2')],
    [/^Hidden layer 1, neuron 3/, valuesOf('1.3')],
    [/^Output/, valuesOf('2.1')],
  ];
}

test('a page’s own guide is shown in an embedded lab, and without one nothing keeps its place', () =>
  visitHost(site, '<moon-lab><p slot="guide">What this is about.</p></moon-lab>', async (page) => {
    await complete(page);
    assert.ok(await page.getByText('What this is about.').isVisible());
    const gap = () =>
      page.evaluate(() => {
        const root = document.querySelector('moon-lab')?.shadowRoot;
        const [above, below] = ['.results', '.trials'].map((selector) =>
          root?.querySelector(selector)?.getBoundingClientRect(),
        );
        return (below?.top ?? NaN) - (above?.bottom ?? NaN);
      });
    const withGuide = await gap();
    await page.evaluate(() => document.querySelector('[slot=guide]')?.remove());
    const margin = await page
      .locator('.results')
      .evaluate((element) => parseFloat(getComputedStyle(element).marginBottom));
    assert.ok((await gap()) < withGuide);
    assert.ok((await gap()) <= 2 * margin + 24, `${await gap()} with margins of ${margin}`);
  }));

test('the guide is accessible in both themes', () =>
  site.visit({}, async (page) => {
    await complete(page);
    await page.locator('.guide').scrollIntoViewIfNeeded();
    await assertNoViolationInBothThemes(page, '.guide');
  }));
