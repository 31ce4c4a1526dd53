import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { field, fold } from './own-data.js';
import { button, picture, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** What pages do to what stands in them: the styles of the lab's place and of the lab. */
const PLACES = {
  'a page that scales it': ['transform: scale(0.6)', ''],
  'a page that turns it': ['transform: rotate(20deg)', ''],
  'a page that zooms it': ['zoom: 1.5', ''],
  'a page that zooms the lab itself': ['', 'zoom: 0.7'],
  'a page that does it all': ['transform: rotate(-15deg) scale(0.8); zoom: 1.5', 'zoom: 0.75'],
};
const ROOM = { width: 1600, height: 1400 };
/** So many presses of arrows lead right and up from the middle, 16 pixels each. */
const STEPS = { right: 4, up: 3 };
const KEY_STEP = 16;

/**
 * @param {string[]} styles
 * @param {(page: Page) => Promise<void>} use
 */
const visit = ([place, lab], use) =>
  visitHost(
    site,
    `<div id="place"><moon-lab epochs="60"></moon-lab></div>`,
    async (page) => {
      await page.evaluate(
        ([around, own]) => {
          const box = document.getElementById('place');
          if (box) box.style.cssText = `width: 700px; margin: 150px; ${around}`;
          const element = document.querySelector('moon-lab');
          if (element) element.style.cssText = own;
        },
        [place, lab],
      );
      await waitForState(page, 'ready');
      await use(page);
    },
    { viewport: ROOM },
  );

/**
 * @param {Page} page
 * @param {string} name of a picture
 * @param {{ across: number, down: number }} at shares of it
 * @param {{ x: number, y: number }} [further] CSS pixels of the lab's own
 * @returns {Promise<{ x: number, y: number }>} where that is in the window: where the page has put a
 *   mark that stands there
 */
async function placeOf(page, name, { across, down }, further = { x: 0, y: 0 }) {
  const canvas = page.getByRole('img', { name, exact: true });
  await canvas.scrollIntoViewIfNeeded();
  return canvas.evaluate(
    (element, [left, top]) => {
      const mark = document.createElement('i');
      mark.style.cssText = `position: absolute; left: ${left}; top: ${top}`;
      element.after(mark);
      const { x, y } = mark.getBoundingClientRect();
      mark.remove();
      return { x, y };
    },
    [`calc(${100 * across}% + ${further.x}px)`, `calc(${100 * down}% + ${further.y}px)`],
  );
}

/**
 * @param {Page} page
 * @returns {Promise<[number, number]>} the place of the plane that the readout tells of
 */
async function readout(page) {
  await settle(page);
  const text = (await page.locator('.readout').textContent()) ?? '';
  const found = /x₁ (\S+), x₂ (\S+)/.exec(text.replaceAll('−', '-'));
  assert.ok(found, text);
  return [Number(found[1]), Number(found[2])];
}

/**
 * @param {Page} page
 * @returns {Promise<{ from: [number, number], to: [number, number] }>} what the arrow keys point at in
 *   the middle of the picture, and some steps from there
 */
async function byKeys(page) {
  await page.getByRole('img', { name: 'Decision boundary', exact: true }).focus();
  await page.keyboard.press('ArrowUp');
  const from = await readout(page);
  for (let i = 0; i < STEPS.right; i += 1) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < STEPS.up; i += 1) await page.keyboard.press('ArrowUp');
  return { from, to: await readout(page) };
}

for (const [what, styles] of Object.entries(PLACES)) {
  test(`in ${what} the pointer means what is under it`, () =>
    visit(styles, async (page) => {
      // Points would draw the crosshair to themselves.
      await fold(page).dispatchEvent('click');
      await button(page, 'Draw on the picture').dispatchEvent('click');
      await button(page, 'Clear').dispatchEvent('click');
      const { from, to } = await byKeys(page);
      const middle = { across: 0.5, down: 0.5 };
      const steps = { x: STEPS.right * KEY_STEP, y: -STEPS.up * KEY_STEP };
      const { x, y } = await placeOf(page, 'Decision boundary', middle, steps);
      await page.mouse.move(x, y);
      const pointed = await readout(page);
      const pixel = to.map(
        (value, i) => Math.abs(value - from[i]) / Math.abs([steps.x, steps.y][i]),
      );
      pointed.forEach((value, i) => {
        assert.ok(Math.abs(value - to[i]) <= pixel[i], `${pointed}, and by keys ${to}`);
      });
      await page.mouse.click(x, y);
      const [drawn] = (await field(page).inputValue()).split('\n').map((row) => row.split(','));
      [0, 1].forEach((i) => {
        assert.ok(Math.abs(Number(drawn[i]) - to[i]) <= pixel[i], `${drawn}, and by keys ${to}`);
      });
    }));
}

/**
 * @param {Page} page
 * @param {string} name of a picture
 * @param {number[]} across shares of its width
 * @returns {Promise<string[]>} what it shows with the pointer there, half way down
 */
async function pointedAt(page, name, across) {
  const seen = [];
  for (const share of across) {
    const { x, y } = await placeOf(page, name, { across: share, down: 0.5 });
    await page.mouse.move(x, y);
    seen.push(await picture(page, name));
  }
  return seen;
}

test('in the diagram and the curves, too, where a page zooms them', () =>
  visit(PLACES['a page that zooms it'], async (page) => {
    await page.evaluate(() => document.querySelector('moon-lab')?.step(60));
    const network = await page.getByRole('img', { name: /network/i }).getAttribute('aria-label');
    const diagram = await pointedAt(page, network ?? '', [0, 0.84, 0.87, 0.9, 0.93, 0.96]);
    assert.ok(new Set(diagram).size > 1, 'the output at its right end is met');
    const loss = await pointedAt(page, 'Loss', [0.8, 0.98]);
    assert.notEqual(loss[0], loss[1], 'another epoch, another value');
  }));

for (const handle of ['.sketch-handle', '.handle']) {
  test(`in a zoomed lesson a ${handle} goes where the pointer takes it`, () =>
    site.visit({ path: '/dist/lesson.html', viewport: ROOM }, async (page) => {
      await page.evaluate(() => (document.body.style.zoom = '1.5'));
      const widget = { '.sketch-handle': 'boundaries-sketch', '.handle': 'optimisers' }[handle];
      await page.locator(`[data-widget^=${widget}]`).first().scrollIntoViewIfNeeded();
      const grip = page.locator(handle).first();
      await grip.scrollIntoViewIfNeeded();
      await settle(page);
      const middle = () =>
        grip.evaluate((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        });
      const from = await middle();
      const to = { x: from.x + 45, y: from.y - 30 };
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 3 });
      await settle(page);
      const at = await middle();
      assert.ok(Math.hypot(at.x - to.x, at.y - to.y) <= 2, JSON.stringify({ at, to }));
      await page.mouse.up();
    }));
}
