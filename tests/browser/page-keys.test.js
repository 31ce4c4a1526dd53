import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { field, fold } from './own-data.js';
import { visitHost } from './host-page.js';
import { button, dataSet, readLab, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** The page listens for shortcuts as slides and documentation do. */
const listenForShortcuts = (/** @type {Page} */ page) =>
  page.addInitScript(() => {
    /** @type {string[]} */
    const heard = [];
    Object.assign(window, { heard });
    for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup'])) {
      document.addEventListener(type, ({ key }) => heard.push(`${type} ${key}`));
    }
  });

/**
 * @param {Page} page
 * @returns {Promise<string[]>} what the page has heard since it was last asked
 */
const heard = (page) => page.evaluate(() => /** @type {any} */ (window).heard.splice(0));

/**
 * @param {Page} page
 * @param {string[]} keys pressed one after the other
 */
async function press(page, keys) {
  await heard(page);
  for (const key of keys) await page.keyboard.press(key);
  return heard(page);
}

/** @param {(page: Page) => Promise<void>} use */
const visit = (use, body = '<moon-lab></moon-lab>') =>
  visitHost(
    site,
    body,
    async (page) => {
      await waitForState(page, 'ready');
      await use(page);
    },
    { before: listenForShortcuts, viewport: { width: 1200, height: 900 } },
  );

const EDITING = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'Home', 'End', 'PageDown', 'Backspace'];
const canvas = (/** @type {Page} */ page) =>
  page.getByRole('img', { name: 'Decision boundary', exact: true });

test('what is typed in the lab is no shortcut of the page', () =>
  visit(async (page) => {
    await page.getByLabel('Seed', { exact: true }).focus();
    assert.deepEqual(await press(page, ['7', '/', 's', '?', ...EDITING, 'Enter']), []);
    await fold(page).click();
    await field(page).focus();
    assert.deepEqual(await press(page, ['1', ' ', 's', 'N', 'Enter', ...EDITING]), []);
    assert.match(await field(page).inputValue(), /1 sN/);
    await dataSet(page, 'Two moons').focus();
    assert.deepEqual(await press(page, ['ArrowDown', 's', 'PageDown', 'Home']), []);
  }));

test('keys that a control uses are no shortcuts of the page', () =>
  visit(async (page) => {
    await canvas(page).focus();
    const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Shift+ArrowDown', 'Enter'];
    assert.deepEqual(
      (await press(page, arrows)).filter((event) => !event.endsWith('Shift')),
      [],
    );
    await page.getByRole('radio', { name: 'Both', exact: true }).focus();
    assert.deepEqual(await press(page, ['ArrowRight', ' ', 'ArrowLeft']), []);
    await button(page, 'Step').focus();
    assert.deepEqual(await press(page, [' ', 'Enter']), []);
    await page.locator('.panel-gradients > summary').focus();
    assert.deepEqual(await press(page, ['Enter']), []);
    await page.getByRole('slider').last().focus();
    const ends = ['ArrowLeft', 'PageUp', 'Home', 'End'];
    assert.deepEqual(await press(page, ends), []);
    await page.getByRole('region', { name: /gradients/i }).focus();
    assert.deepEqual(await press(page, ['ArrowDown', 'PageDown', ' ']), []);
  }));

test('keys that nothing in the lab uses are the page’s', () =>
  visit(async (page) => {
    await canvas(page).focus();
    assert.deepEqual(await press(page, ['PageDown']), ['keydown PageDown', 'keyup PageDown']);
    await button(page, 'Step').focus();
    assert.deepEqual(await press(page, ['ArrowLeft']), ['keydown ArrowLeft', 'keyup ArrowLeft']);
    await page.getByLabel('Seed', { exact: true }).focus();
    for (const key of ['Control+k', 'Meta+k', 'Alt+k', 'F8', 'Tab']) {
      const name = key.split('+').pop();
      assert.ok((await press(page, [key])).includes(`keydown ${name}`), key);
    }
  }));

test('what is typed anywhere in the lab is none of the page’s shortcuts', () =>
  visit(async (page) => {
    for (const place of [canvas(page), button(page, 'Step')]) {
      await place.focus();
      assert.deepEqual(await press(page, ['s', '/', '?', 'n']), []);
    }
  }));

test('a sign typed with AltGr is typed, and what an input method composes, too', () =>
  visit(async (page) => {
    await fold(page).click();
    const told = await field(page).evaluate((area) => {
      const say = (/** @type {KeyboardEventInit} */ init) => {
        const event = { bubbles: true, composed: true, code: 'KeyQ', ...init };
        area.dispatchEvent(new KeyboardEvent('keydown', event));
      };
      say({ key: '@', ctrlKey: true, altKey: true, modifierAltGraph: true });
      say({ key: 'Escape', isComposing: true });
      return /** @type {any} */ (window).heard;
    });
    assert.deepEqual(told, []);
  }));

test('an Escape that lets go of something in the lab goes no further, any other does', () =>
  visit(async (page) => {
    const passed = ['keydown Escape', 'keyup Escape'];
    await canvas(page).focus();
    assert.deepEqual(await press(page, ['Escape']), passed, 'nothing is pointed at');
    await page.keyboard.press('ArrowUp');
    assert.deepEqual(await press(page, ['Escape']), [], 'it puts the crosshair away');
    assert.deepEqual(await press(page, ['Escape']), passed);
    await page.getByLabel('Seed', { exact: true }).focus();
    assert.deepEqual(await press(page, ['Escape']), passed);

    await fold(page).click();
    await button(page, 'Draw on the picture').click();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    assert.deepEqual(await press(page, ['Escape', 'Escape']), [], 'the second ends the drawing');
    assert.equal(await page.locator('.draw-toolbar').isVisible(), false);
    assert.match(await field(page).inputValue(), /,0\n$/, 'what was drawn stays');
    assert.deepEqual(await press(page, ['Escape']), passed);
  }));

test('keys in what the page has put into the lab are the page’s', () =>
  visitHost(
    site,
    '<moon-lab><label slot="poster">Note <input /></label></moon-lab>',
    async (page) => {
      await page.getByLabel('Note').focus();
      assert.deepEqual(await press(page, ['s']), ['keydown s', 'keypress s', 'keyup s']);
    },
    {
      async before(page) {
        await listenForShortcuts(page);
        await page.route('**/*.wasm', () => {});
      },
    },
  ));

test('with the focus in the page, no key does anything in the lab', () =>
  visit(async (page) => {
    await canvas(page).hover();
    await settle(page);
    const lab = await readLab(page);
    const readout = await page.locator('.readout').textContent();
    // Those that would not scroll the page away from under the pointer.
    await press(page, ['Enter', 'Escape', 's', '1', 'Delete']);
    await settle(page);
    assert.deepEqual(await readLab(page), lab);
    assert.equal(await page.locator('.readout').textContent(), readout);
  }));
