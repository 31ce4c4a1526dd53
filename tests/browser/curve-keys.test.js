import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * @param {Page} page
 * @param {string} name
 */
const chart = (page, name) => page.getByRole('img', { name, exact: true });

/**
 * @param {Page} page
 * @param {string} name of a chart
 */
async function read(page, name) {
  const text = await page
    .locator('section.picture', { has: chart(page, name) })
    .locator('[aria-live]')
    .textContent();
  return text ?? '';
}

/**
 * @param {Page} page
 * @param {number} epochs
 */
async function trained(page, epochs) {
  await waitForState(page, 'ready');
  await page.evaluate((count) => document.querySelector('moon-lab')?.step(count), epochs);
  await waitForState(page, 'paused');
  await settle(page);
}

const CHARTS = /** @type {const} */ ([
  {
    name: 'Loss',
    keys: ['trainLoss', 'testLoss'],
    print: (/** @type {number} */ v) => v.toFixed(4),
  },
  {
    name: 'Accuracy',
    keys: ['trainAccuracy', 'testAccuracy'],
    print: (/** @type {number} */ v) => `${Number((100 * v).toFixed(1))}%`,
  },
]);

for (const { name, keys, print } of CHARTS) {
  test(`${name} is read value by value with the keyboard, and every value is the run’s`, () =>
    site.visit({}, async (page) => {
      await trained(page, 20);
      const history = await page.evaluate(() => document.querySelector('moon-lab')?.history);
      const valuesAt = (/** @type {number} */ epoch) => {
        const [onTrain, onTest] = keys.map((key) => print(history?.[key][epoch] ?? NaN));
        return `Epoch ${epoch}, Training ${onTrain}, Test ${onTest}`;
      };
      await chart(page, name).focus();
      assert.equal(await read(page, name), '');
      const walk = /** @type {const} */ ([
        ['ArrowLeft', 20],
        ['ArrowLeft', 19],
        ['Shift+ArrowLeft', 18],
        ['ArrowRight', 19],
        ['Home', 0],
        ['ArrowLeft', 0],
        ['PageUp', 3],
        ['End', 20],
        ['PageDown', 17],
      ]);
      for (const [key, epoch] of walk) {
        await page.keyboard.press(key);
        assert.equal(await read(page, name), valuesAt(epoch), key);
      }
      await page.keyboard.press('Escape');
      assert.equal(await read(page, name), '');
    }));
}

test('what the keys come to is drawn as at the pointer, and goes with the focus', () =>
  site.visit({}, async (page) => {
    await trained(page, 20);
    const loss = chart(page, 'Loss');
    const look = () =>
      loss.evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());
    const without = await look();
    await loss.focus();
    await page.keyboard.press('Home');
    assert.notEqual(await look(), without);
    await loss.evaluate((canvas) => canvas.blur());
    assert.equal(await look(), without);
    assert.equal(await read(page, 'Loss'), '');
  }));

test('where the keys stand is forgotten with the run that it belonged to', () =>
  site.visit({}, async (page) => {
    await trained(page, 20);
    await chart(page, 'Loss').focus();
    await page.keyboard.press('End');
    assert.match(await read(page, 'Loss'), /^Epoch 20,/);
    await page.evaluate(() => document.querySelector('moon-lab')?.reset());
    await waitForState(page, 'ready');
    await settle(page);
    assert.equal(await read(page, 'Loss'), '');
    await page.keyboard.press('ArrowLeft');
    assert.match(await read(page, 'Loss'), /^Epoch 0,/);
  }));

test('keys that mean nothing to a curve stay with the page', () =>
  site.visit({}, async (page) => {
    await trained(page, 3);
    await chart(page, 'Loss').focus();
    const taken = await page.evaluate(() => {
      const canvas = document.querySelector('moon-lab')?.shadowRoot?.activeElement;
      return ['ArrowDown', 'ArrowUp', 'a', 'Enter', 'Escape', 'ArrowLeft'].filter(
        (key) =>
          !canvas?.dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
          ),
      );
    });
    assert.deepEqual(taken, ['ArrowLeft']);
  }));

test('a curve that is being read is accessible, in both themes', () =>
  site.visit({}, async (page) => {
    await trained(page, 5);
    await chart(page, 'Accuracy').focus();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await chart(page, 'Accuracy').getAttribute('role'), 'img');
    await assertNoViolationInBothThemes(page);
  }));
