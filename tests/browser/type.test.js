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

const WIDTHS = [320, 480, 640, 820, 1024, 1100, 1440];
/** CSS pixels. */
const LEAST_TEXT = 11;

/** Pages by their size of type: what an em of the lab is there, in CSS pixels. */
const PAGES = {
  'whose rem is 10 pixels': {
    css: 'html { font-size: 62.5% } body { font-size: 1.6rem }',
    size: 16,
  },
  'whose rem is 10 pixels, as is its text': { css: 'html { font-size: 62.5% }', size: 14 },
  'as browsers have it': { css: '', size: 16 },
  'whose rem is 20 pixels': {
    css: 'html { font-size: 125% } body { font-size: 0.8rem }',
    size: 16,
  },
  'whose text is 20 pixels': { css: 'html { font-size: 125% }', size: 20 },
  'with text of 12 pixels': { css: 'body { font-size: 12px }', size: 14 },
  'with text of 24 pixels': { css: 'body { font-size: 24px }', size: 20 },
  'that sets the size': {
    css: 'body { font-size: 40px } moon-lab { --moonlab-font-size: 1.125rem }',
    size: 18,
  },
};

/**
 * @param {Page} page
 * @param {string} css
 */
async function dress(page, css) {
  await page.evaluate((text) => {
    const own = new CSSStyleSheet();
    own.replaceSync(`body { margin: 0 } ${text}`);
    document.adoptedStyleSheets = [own];
  }, css);
  await settle(page);
}

/**
 * Runs in the page.
 *
 * @param {number} leastText
 * @returns {string[]} what sticks out, lies on something else, or is too small to read
 */
function findFaults(leastText) {
  const lab = document.querySelector('moon-lab')?.shadowRoot?.querySelector('.lab');
  if (!lab) return ['There is no lab'];
  const seen = [...lab.querySelectorAll('*')].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility();
  });
  const isWritten = (/** @type {Element} */ { childNodes }) =>
    [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  const small = seen
    .filter(
      (element) => isWritten(element) && parseFloat(getComputedStyle(element).fontSize) < leastText,
    )
    .map((element) => `small: ${element.textContent}`);
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const words =
    'button, select, input:not([type=radio], [type=file]), .switch-option, .switch-label';
  const boxes = seen
    .filter((element) => element.matches(`${words}, .field-label, .picture-title, .counter`))
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  const name = (/** @type {Element} */ element) =>
    `${element.className} ${element.textContent?.slice(0, 20) || element.id}`;
  const on = boxes.flatMap(({ element, box }, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (other) =>
          !element.contains(other.element) &&
          Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
          Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1,
      )
      .map((other) => `${name(element)} on ${name(other.element)}`),
  );
  return [...small, ...on, ...(wide > 0 ? [`${wide} px too wide`] : [])];
}

test('a lab’s type follows the text around it, within limits, and nothing of it collides', () =>
  visitHost(site, '<moon-lab></moon-lab>', async (page) => {
    await waitForState(page, 'ready');
    /** @type {string[]} */
    const faults = [];
    for (const [name, { css, size }] of Object.entries(PAGES)) {
      await dress(page, css);
      const surface = page.locator('moon-lab .surface');
      const found = await surface.evaluate((element) => getComputedStyle(element).fontSize);
      if (found !== `${size}px`) faults.push(`a page ${name}: ${found}`);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await settle(page);
        const here = await page.evaluate(findFaults, LEAST_TEXT);
        faults.push(...here.map((fault) => `a page ${name}, ${width} px wide: ${fault}`));
      }
    }
    assert.deepEqual(faults, []);
  }));

test('a lab has as many columns as its text has room for', () =>
  visitHost(site, '<moon-lab></moon-lab>', async (page) => {
    await waitForState(page, 'ready');
    await page.setViewportSize({ width: 700, height: 900 });
    const fold = page.locator('moon-lab .group-toggle').first();
    assert.equal(await fold.isVisible(), false);
    await dress(page, 'moon-lab { --moonlab-font-size: 20px }');
    assert.equal(await fold.isVisible(), true);
  }));

test('the buttons of an embedded lab scroll with the page, unless it says where they are to stay', () =>
  visitHost(
    site,
    '<moon-lab></moon-lab>',
    async (page) => {
      await waitForState(page, 'ready');
      const top = async () => {
        await page.evaluate(() => window.scrollTo(0, 900));
        await settle(page);
        return (await page.locator('moon-lab .transport').boundingBox())?.y ?? NaN;
      };
      assert.ok((await top()) < 0);
      await dress(page, 'moon-lab { --moonlab-sticky-top: 64px }');
      assert.equal(await top(), 64);
    },
    { viewport: { width: 390, height: 700 } },
  ));
