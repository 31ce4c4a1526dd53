import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { visitHost } from './host-page.js';
import { button, readLab, settle, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** @param {Page} page */
const field = (page) => page.getByLabel('Show at once', { exact: true });

/**
 * @param {Page} page
 * @param {string} epoch
 */
async function showAtOnce(page, epoch) {
  await field(page).fill(epoch);
  await field(page).press('Enter');
}

/**
 * @param {Page} page
 * @param {number} epoch
 */
const comesTo = (page, epoch) =>
  waitUntil(async () => {
    const { state, metrics } = await readLab(page);
    return state === 'paused' && metrics.epoch === epoch;
  });

/** @param {Page} page */
const model = (page) => page.evaluate(() => document.querySelector('moon-lab')?.exportModel());

/**
 * What training alone comes to.
 *
 * @param {string} query
 * @param {number} epochs
 */
async function trained(query, epochs) {
  /** @type {{ lab: Awaited<ReturnType<typeof readLab>>, model: unknown } | undefined} */
  let found;
  await site.visit({ query }, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate((count) => document.querySelector('moon-lab')?.step(count), epochs);
    found = { lab: await readLab(page), model: await model(page) };
  });
  assert.ok(found);
  return found;
}

test('what is changed is shown at the epoch at once, exactly as training comes to it', async () => {
  const expected = await trained('?learning-rate=0.1', 200);
  await site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await showAtOnce(page, '200');
    await comesTo(page, 200);
    await page.getByLabel('Learning rate', { exact: true }).fill('0.1');
    await page.getByLabel('Learning rate', { exact: true }).press('Enter');
    await waitUntil(async () => (await readLab(page)).config.learningRate === 0.1);
    await comesTo(page, 200);
    const { metrics, epochs } = await readLab(page);
    assert.deepEqual(metrics, expected.lab.metrics);
    assert.equal(epochs, 201);
    assert.deepEqual(await model(page), expected.model);
    await button(page, 'Step').click();
    await comesTo(page, 201);
    await button(page, 'Undo').click();
    await comesTo(page, 200);
    assert.equal((await readLab(page)).config.learningRate, 0.03);
  });
});

test('while a slider is dragged nobody sees the beginning', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await showAtOnce(page, '300');
    await comesTo(page, 300);
    const slider = page.locator('.field:has(#noise) .slider');
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    assert.ok(box);
    const seen = await page.evaluateHandle(() => {
      /** @type {Set<string>} */
      const epochs = new Set();
      const look = () => {
        const root = document.querySelector('moon-lab')?.shadowRoot;
        epochs.add(root?.querySelector('.counters output, .counters')?.textContent ?? '');
        requestAnimationFrame(look);
      };
      look();
      return epochs;
    });
    await page.mouse.move(box.x + 4, box.y + box.height / 2);
    await page.mouse.down();
    for (let x = 4; x < box.width - 4; x += 6) {
      await page.mouse.move(box.x + x, box.y + box.height / 2);
      await settle(page);
    }
    await page.mouse.up();
    await comesTo(page, 300);
    const { config, metrics } = await readLab(page);
    const epochs = await seen.evaluate((set) => [...set]);
    assert.ok(epochs.length > 3, 'the picture has followed the hand');
    // On a busy machine some of the way is shown first.
    const isUnderWay = (/** @type {string} */ text) => /Epoch\s*[1-9]/.test(text);
    assert.ok(epochs.every(isUnderWay), epochs.join('; '));
    const { lab } = await trained(`?noise=${config.noise}`, 300);
    assert.deepEqual(metrics, lab.metrics);
  }));

test('a hand that never rests sees what it passes by, whatever the slider', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await showAtOnce(page, '100');
    await comesTo(page, 100);
    for (const id of ['noise', 'learning-rate']) {
      const numbers = await page.evaluate(dragUntilShown, id);
      assert.equal(numbers.length, 4, 'while the next experiment was under way');
      await comesTo(page, 100);
    }
    const { config, metrics } = await readLab(page);
    const { noise, learningRate } = config;
    const { lab } = await trained(`?noise=${noise}&learning-rate=${learningRate}`, 100);
    assert.deepEqual(metrics, lab.metrics);
  }));

/**
 * Runs in the page: a hand that goes on, until other numbers have been seen on its way.
 *
 * @param {string} id of the slider's field
 * @returns {Promise<string[]>} the numbers that were shown while an experiment was under way
 */
async function dragUntilShown(id) {
  const lab = document.querySelector('moon-lab');
  const root = lab?.shadowRoot;
  const slider = /** @type {HTMLInputElement} */ (
    root?.querySelector(`.field:has(#${id}) .slider`)
  );
  const numbers = () => root?.querySelector('.numbers-section table')?.textContent ?? '';
  const seen = [numbers()];
  slider.dispatchEvent(new PointerEvent('pointerdown'));
  for (let move = 0; seen.length < 5 && move < 2000; move += 1) {
    slider.valueAsNumber = 2 + (move % 9);
    slider.dispatchEvent(new Event('input'));
    // Sooner than it can be answered.
    await new Promise((resolve) => setTimeout(resolve, 4));
    if (lab?.state === 'loading' && numbers() !== seen.at(-1)) seen.push(numbers());
  }
  slider.dispatchEvent(new PointerEvent('pointerup'));
  slider.dispatchEvent(new Event('change'));
  return seen.slice(1);
}

test('what takes longer is shown on its way, and comes to the epoch exactly', async () => {
  const query = '?layers=64,64,64&samples=1000';
  const { lab } = await trained(`${query}&seed=5`, 200);
  await site.visit({ query }, async (page) => {
    await waitForState(page, 'ready');
    await showAtOnce(page, '200');
    await comesTo(page, 200);
    await page.evaluate(() => {
      Object.assign(document.querySelector('moon-lab') ?? {}, { config: { seed: 5 } });
    });
    await comesTo(page, 200);
    assert.deepEqual((await readLab(page)).metrics, lab.metrics);
  });
});

test('switched off, a change starts again as ever; what is no epoch is told', () =>
  site.visit({ viewport: { width: 390, height: 844 } }, async (page) => {
    await waitForState(page, 'ready');
    await page.getByRole('button', { name: /^Learning/ }).click();
    assert.equal(await field(page).inputValue(), 'off');
    await showAtOnce(page, '50');
    await comesTo(page, 50);
    await showAtOnce(page, '12.5');
    await page.getByText(/Show at once.*12\.5.*whole number.*0 to 1000000/).waitFor();
    assert.equal((await readLab(page)).metrics.epoch, 50);
    await assertNoViolationInBothThemes(page);
    await showAtOnce(page, 'off');
    await page.getByLabel('Learning rate', { exact: true }).fill('0.2');
    await page.getByLabel('Learning rate', { exact: true }).press('Enter');
    await waitForState(page, 'ready');
    assert.equal((await readLab(page)).metrics.epoch, 0);
  }));

test('linked labs come to it together', () =>
  visitHost(
    site,
    '<moon-lab link="a"></moon-lab><moon-lab link="a" layers="2"></moon-lab>',
    async (page) => {
      await waitForState(page, 'ready');
      const epochs = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('moon-lab')].map(({ metrics }) => metrics?.epoch),
        );
      await showAtOnce(/** @type {any} */ (page.locator('moon-lab').first()), '120');
      await waitUntil(async () => String(await epochs()) === '120,120');
      const second = /** @type {any} */ (page.locator('moon-lab').last());
      assert.equal(await field(second).inputValue(), '120', 'they share what is shown at once');
      await page.evaluate(() => {
        Object.assign(document.querySelector('moon-lab') ?? {}, { config: { seed: 3 } });
      });
      await waitUntil(async () => {
        const seeds = await page.evaluate(() =>
          [...document.querySelectorAll('moon-lab')].map(({ config }) => config.seed),
        );
        return String(seeds) === '3,3' && String(await epochs()) === '120,120';
      });
    },
  ));
