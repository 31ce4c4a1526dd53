import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { field, fold, trains } from './own-data.js';
import { button, picture, readLab, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** @param {Page} page */
const tally = (page) => page.locator('.draw-tally');
/** @param {Page} page */
const canvas = (page) => page.getByRole('img', { name: 'Decision boundary', exact: true });

/**
 * @param {Page} page
 * @param {number} across share of the picture
 * @param {number} down
 */
async function press(page, across, down) {
  const box = await canvas(page).boundingBox();
  assert.ok(box);
  await canvas(page).click({ position: { x: box.width * across, y: box.height * down } });
}

test('points are drawn with the mouse, taken back, and trained on', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await fold(page).click();
    await button(page, 'Draw on the picture').click();
    const empty = await picture(page, 'Decision boundary');
    for (const across of [0.3, 0.4, 0.5]) await press(page, across, 0.3);
    await tally(page)
      .filter({ hasText: '3 of class 0, 0 of class 1. At least 4 points' })
      .waitFor();
    assert.notEqual(await picture(page, 'Decision boundary'), empty);
    await button(page, 'Done').click({ force: true });
    assert.equal((await readLab(page)).config.dataset, 'moons', 'too few are not taken');
    await page.getByRole('radio', { name: 'Class 1', exact: true }).check({ force: true });
    for (const across of [0.5, 0.6, 0.7]) await press(page, across, 0.6);
    await button(page, 'Undo').click();
    await tally(page).filter({ hasText: '3 of class 0, 2 of class 1.' }).waitFor();
    await button(page, 'Done').click();
    await waitForState(page, 'ready');
    const { config, query } = await readLab(page);
    assert.deepEqual(
      config.data.map(([, , label]) => label),
      [0, 0, 0, 1, 1],
    );
    assert.ok(config.data.every(([x1]) => Math.abs(x1) < 3));
    assert.match(query, /^\?dataset=own&data=(-?\d(\.\d{1,3})?,-?\d(\.\d{1,3})?,[01];?){5}$/);
    await trains(page);
  }));

test('points are drawn with the keyboard alone', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await fold(page).focus();
    await page.keyboard.press('Enter');
    await button(page, 'Draw on the picture').focus();
    await page.keyboard.press('Enter');
    assert.equal(await canvas(page).evaluate((element) => element.matches(':focus')), true);
    for (let i = 0; i < 3; i += 1) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
    }
    await page.getByRole('radio', { name: 'Class 0', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await canvas(page).focus();
    for (let i = 0; i < 3; i += 1) {
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
    }
    await tally(page).filter({ hasText: '3 of class 0, 3 of class 1.' }).waitFor();
    await settle(page);
    assert.match((await page.locator('.readout').textContent()) ?? '', /Training point of class 1/);
    await button(page, 'Done').focus();
    await page.keyboard.press('Enter');
    await waitForState(page, 'ready');
    assert.equal((await readLab(page)).config.data.length, 6);
  }));

test('a drawing that is cancelled or cleared loses nothing that is in force', () =>
  site.visit({ query: '?dataset=own&data=0,1,0;1,1,0;0,0,1;1,0,1' }, async (page) => {
    await waitForState(page, 'ready');
    const { config } = await readLab(page);
    await fold(page).click();
    await button(page, 'Draw on the picture').click();
    await tally(page).filter({ hasText: '2 of class 0, 2 of class 1.' }).waitFor();
    await press(page, 0.4, 0.4);
    await button(page, 'Clear').click();
    await tally(page).filter({ hasText: '0 of class 0, 0 of class 1.' }).waitFor();
    await press(page, 0.4, 0.4);
    await button(page, 'Cancel').click();
    assert.deepEqual((await readLab(page)).config, config);
    assert.equal(await tally(page).isVisible(), false);
    assert.match(await field(page).inputValue(), /^-?[\d.]+,-?[\d.]+,0\n$/, 'the draft stays');
  }));

test('Train while drawing trains on what has been drawn', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { data: /** @type {any} */ ('0,1,0;1,1,0;0,0,1;1,0,1') };
    });
    await fold(page).click();
    await button(page, 'Draw on the picture').click();
    await press(page, 0.4, 0.4);
    await button(page, 'Train').click();
    await waitForState(page, 'training');
    assert.equal((await readLab(page)).config.data.length, 5);
  }));

test('a drag sprays points, and drawing can begin with the points shown', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await fold(page).click();
    await button(page, 'Draw on the picture').click();
    await button(page, 'Begin with the points shown').click();
    await tally(page).filter({ hasText: '150 of class 0, 150 of class 1.' }).waitFor();
    await press(page, 0.3, 0.3);
    await tally(page).filter({ hasText: '151 of class 0, 150 of class 1.' }).waitFor();
    await page.getByRole('radio', { name: 'Class 1', exact: true }).check({ force: true });
    const box = await canvas(page).boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 0.4 * box.width, box.y + 0.4 * box.height);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.4 * box.width + 90, box.y + 0.4 * box.height, { steps: 10 });
    await page.mouse.up();
    await tally(page).filter({ hasText: '151 of class 0, 160 of class 1.' }).waitFor();
    await button(page, 'Done').click();
    await waitForState(page, 'ready');
    assert.equal((await readLab(page)).config.data.length, 311);
    await trains(page);
  }));

test('a class is chosen by digit, the next one is added, and three classes are trained on', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await fold(page).click();
    await button(page, 'Draw on the picture').click();
    const third = page.getByRole('radio', { name: 'Class 2', exact: true });
    assert.equal(await third.isVisible(), false);
    for (const across of [0.3, 0.35]) await press(page, across, 0.3);
    await page.keyboard.press('2');
    for (const across of [0.6, 0.65]) await press(page, across, 0.3);
    await page.keyboard.press('5');
    await press(page, 0.7, 0.3);
    await tally(page).filter({ hasText: '2 of class 0, 3 of class 1.' }).waitFor();
    await page.keyboard.press('3');
    assert.equal(await third.isChecked(), true);
    for (const across of [0.4, 0.5]) await press(page, across, 0.6);
    await tally(page).filter({ hasText: '2 of class 0, 3 of class 1, 2 of class 2.' }).waitFor();
    const add = button(page, 'Add a class');
    for (let label = 3; label < 6; label += 1) {
      await add.click();
      assert.equal(await page.getByRole('radio', { name: `Class ${label}` }).isChecked(), true);
    }
    assert.equal(await add.isVisible(), false, 'there are six');
    await button(page, 'Done').click();
    await waitForState(page, 'ready');
    const { config } = await readLab(page);
    assert.deepEqual(
      config.data.map(([, , label]) => label),
      [0, 0, 1, 1, 1, 2, 2],
    );
    assert.equal(config.classes, 3);
    await page.locator('.legend').filter({ hasText: 'Class 2' }).waitFor();
    await trains(page);
  }));

test('where values are learned, points are drawn with the value that is chosen', () =>
  site.visit({ query: '?problem=regression' }, async (page) => {
    await waitForState(page, 'ready');
    await fold(page).click();
    await button(page, 'Draw on the picture').click();
    assert.equal(await button(page, 'Add a class').isVisible(), false);
    const value = page.getByRole('spinbutton', { name: 'Value', exact: true });
    for (const [text, down] of /** @type {const} */ ([
      ['-0.5', 0.3],
      ['0.75', 0.6],
    ])) {
      await value.fill(text);
      await value.press('Enter');
      for (const across of [0.3, 0.4, 0.5]) await press(page, across, down);
    }
    await tally(page).filter({ hasText: '6 points, with values from −0.500 to 0.750.' }).waitFor();
    await settle(page);
    assert.match(
      (await page.locator('.readout').textContent()) ?? '',
      /Training point of value 0\.750/,
    );
    await button(page, 'Done').click();
    await waitForState(page, 'ready');
    const { config } = await readLab(page);
    assert.deepEqual(
      config.data.map(([, , label]) => label),
      [-0.5, -0.5, -0.5, 0.75, 0.75, 0.75],
    );
    assert.equal(config.problem, 'regression');
    await trains(page);
  }));

test('drawing ends when something else is to be learned', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await fold(page).click();
    await button(page, 'Draw on the picture').click();
    await press(page, 0.3, 0.3);
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { problem: 'regression' };
    });
    await waitForState(page, 'ready');
    await tally(page).waitFor({ state: 'hidden' });
    assert.equal(await page.getByRole('radiogroup', { name: 'Surface' }).isVisible(), false);
  }));
