import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { settle, startSite, waitForState } from './support.js';

/** @typedef {import('playwright-core').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const LAB = '<moon-lab></moon-lab>';
const VIEWPORT = { viewport: { width: 1200, height: 900 } };

/** Style sheets that pages have. */
const SHEETS = {
  'resets every property of every element':
    '* { all: unset } html, body { display: block } head, script { display: none }',
  'has rules of its own for buttons, fields and pictures':
    'button { padding: 3em !important; background: red !important } input, select { width: 100% !important }' +
    'label { display: block !important; float: left } canvas, svg { max-width: 50%; height: auto !important }' +
    '* { box-sizing: content-box !important; margin: 0 }',
  'writes in large, wide, slanted capitals':
    'body { font: italic 700 30px/3 serif; letter-spacing: 0.3em; word-spacing: 1em; text-indent: 3em;' +
    'text-transform: uppercase; text-align: justify; white-space: nowrap; text-shadow: 1px 1px red; color: red }',
};

/**
 * Where everything in the lab stands, seen from its corner, and how it is written.
 *
 * @param {Page} page
 * @param {string} sheet
 * @returns {Promise<string[]>}
 */
async function layout(page, sheet) {
  await page.evaluate((text) => {
    const own = new CSSStyleSheet();
    // The size of the text around is the one thing that a lab takes over.
    own.replaceSync(`body { margin: 0 } moon-lab { --moonlab-font-size: 16px } ${text}`);
    document.adoptedStyleSheets = [own];
  }, sheet);
  await settle(page);
  return page.evaluate(() => {
    const surface = document.querySelector('moon-lab')?.shadowRoot?.querySelector('.surface');
    if (!surface) throw new Error('The lab has no surface');
    const corner = surface.getBoundingClientRect();
    return [surface, ...surface.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, font, textTransform, textShadow, letterSpacing } = getComputedStyle(element);
      const place = [x - corner.x, y - corner.y, width, height].map((one) => one.toFixed(1));
      return `${element.tagName}.${element.getAttribute('class')}: ${place}; ${[color, font, textTransform, textShadow, letterSpacing]}`;
    });
  });
}

test('whatever rules a page has, they leave the lab as it is', () =>
  visitHost(
    site,
    LAB,
    async (page) => {
      await waitForState(page, 'ready');
      const plain = await layout(page, '');
      assert.ok(plain.length > 100);
      for (const [what, sheet] of Object.entries(SHEETS)) {
        assert.deepEqual(await layout(page, sheet), plain, `a page that ${what}`);
      }
    },
    VIEWPORT,
  ));

test('a page that is written from right to left has the lab in its own order of reading', () =>
  visitHost(
    site,
    `<div dir="rtl">${LAB}</div>`,
    async (page) => {
      await waitForState(page, 'ready');
      const [train, reset] = await Promise.all(
        ['Train', 'Reset'].map((name) =>
          page.getByRole('button', { name, exact: true }).boundingBox(),
        ),
      );
      assert.ok(train && reset && train.x < reset.x);
    },
    VIEWPORT,
  ));

test('a page that hides what is around a lab hides the lab', () =>
  visitHost(site, `<div style="visibility: hidden">${LAB}</div>`, async (page) => {
    await waitForState(page, 'ready');
    assert.equal(await page.getByRole('button', { name: 'Train' }).count(), 0);
  }));

/** Places that ask what stands in them how wide it would like to be. */
const PLACES = {
  'a row of flex items': `<div style="display: flex"><p style="flex: none; width: 200px"></p>${LAB}</div>`,
  'a column of centred flex items': `<div style="display: flex; flex-direction: column; align-items: center">${LAB}</div>`,
  'a box as wide as its content': `<div style="width: fit-content">${LAB}</div>`,
  'a table cell': `<table><tr><td>${LAB}</td></tr></table>`,
};
for (const [place, html] of Object.entries(PLACES)) {
  test(`in ${place} a lab has the room that there is`, () =>
    visitHost(site, html, async (page) => {
      await waitForState(page, 'ready');
      for (const [width, least] of [
        [600, 300],
        [1200, 900],
      ]) {
        await page.setViewportSize({ width, height: 900 });
        await settle(page);
        const lab = await page.locator('moon-lab').boundingBox();
        assert.ok(lab && lab.width >= least, `${lab?.width} px of ${width}`);
        assert.ok(lab.x + lab.width <= width, 'it does not stick out');
      }
    }));
}

test('in three cells of a grid each lab has a third, however narrow', () =>
  visitHost(
    site,
    `<div style="display: grid; grid-template-columns: repeat(3, 1fr)"><div>${LAB}</div>${LAB}${LAB}</div>`,
    async (page) => {
      await waitForState(page, 'ready');
      const labs = await page.locator('moon-lab').all();
      assert.equal(labs.length, 3);
      for (const lab of labs) {
        const box = await lab.boundingBox();
        assert.ok(box && Math.abs(box.width - (1200 - 16) / 3) < 1, `${box?.width} px`);
      }
    },
    VIEWPORT,
  ));

/** @param {Page} page */
async function brightnessOf(page) {
  await settle(page);
  return page.evaluate(() => {
    const root = document.querySelector('moon-lab')?.shadowRoot;
    const canvas = /** @type {HTMLCanvasElement} */ (
      root?.querySelector('.picture-boundary canvas')
    );
    const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    copy?.drawImage(canvas, canvas.width / 2, 80, 1, 1, 0, 0, 1, 1);
    const [r, g, b] = copy?.getImageData(0, 0, 1, 1).data ?? [];
    const [text] =
      getComputedStyle(/** @type {Element} */ (root?.querySelector('.lab'))).color.match(/\d+/) ??
      [];
    return {
      picture: r + g + b > 382 ? 'light' : 'dark',
      text: Number(text) > 127 ? 'light' : 'dark',
    };
  });
}

const LIGHT = { picture: 'light', text: 'dark' };
const DARK = { picture: 'dark', text: 'light' };

test('a lab is dark on a page whose style sheet says so, and turns with the switch of the page', () =>
  visitHost(
    site,
    LAB,
    async (page) => {
      const turn = (/** @type {string} */ value) =>
        page.evaluate((scheme) => {
          const own = new CSSStyleSheet();
          own.replaceSync(
            '.dark { color-scheme: dark } .light { color-scheme: only light } .both { color-scheme: light dark }',
          );
          document.adoptedStyleSheets = [own];
          document.documentElement.className = scheme;
        }, value);
      await waitForState(page, 'ready');
      assert.deepEqual(await brightnessOf(page), LIGHT);
      await turn('dark');
      assert.deepEqual(await brightnessOf(page), DARK);
      await page.emulateMedia({ colorScheme: 'dark' });
      await turn('light');
      assert.deepEqual(await brightnessOf(page), LIGHT);
      await turn('both');
      assert.deepEqual(await brightnessOf(page), DARK, 'the page leaves it to the system');
      await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('theme', 'light'));
      assert.deepEqual(await brightnessOf(page), LIGHT, 'the lab has been told');
      await page.emulateMedia({ colorScheme: 'light' });
      await page.evaluate(() => document.querySelector('moon-lab')?.removeAttribute('theme'));
      await turn('');
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await brightnessOf(page), LIGHT, 'the page says nothing, and is white');
    },
    VIEWPORT,
  ));
