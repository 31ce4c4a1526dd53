import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite } from '../support.js';
import { visitWidget } from './widget.js';

/** @typedef {import('playwright-core').Locator} Locator */

/** @type {import('../support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * @param {Locator} widget
 * @returns {Promise<{ left: number, right: number }[]>} the edges of its columns' parts
 */
const columnsOf = (widget) =>
  widget.locator('.columns > *').evaluateAll((parts) =>
    parts.map((part) => {
      const { left, right } = part.getBoundingClientRect();
      return { left, right };
    }),
  );

/**
 * @param {import('playwright-core').Page} page
 * @param {Locator} part
 * @param {string} property of the page that names a colour
 * @returns {Promise<[string, string]>} the part's background, and the page's colour of that name
 */
async function backgrounds(page, part, property) {
  const seen = await part.evaluate((element) => getComputedStyle(element).backgroundColor);
  const named = await page.evaluate((name) => {
    const probe = document.createElement('p');
    probe.style.setProperty('background-color', `var(${name})`);
    document.body.append(probe);
    const { backgroundColor } = getComputedStyle(probe);
    probe.remove();
    return backgroundColor;
  }, property);
  return [seen, named];
}

test('on a wide screen what is set stands beside its picture, on a narrow one above it', async () => {
  for (const [width, isWide] of /** @type {const} */ ([
    [1440, true],
    [390, false],
  ])) {
    const viewport = { width, height: 900 };
    await visitWidget(
      site,
      'neuron',
      async (widget) => {
        const [controls, picture] = await columnsOf(widget);
        assert.equal(picture.left >= controls.right, isWide, `${width} pixels`);
      },
      { viewport },
    );
  }
});

test('a widget has the page’s surface, in light and in dark', async () => {
  /** @type {string[]} */
  const colors = [];
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await visitWidget(
      site,
      'neuron',
      async (widget, page) => {
        const [seen, named] = await backgrounds(page, widget.locator('.surface'), '--surface');
        assert.equal(seen, named, colorScheme);
        colors.push(seen);
      },
      { colorScheme },
    );
  }
  assert.notEqual(colors[0], colors[1]);
});

test('what is read is larger than the page’s other text, and as wide as the questions at most', () =>
  visitWidget(
    site,
    'neuron',
    async (widget, page) => {
      const [other, prose] = await page
        .locator('body, #neuron > p:first-of-type')
        .evaluateAll((parts) => parts.map((part) => parseFloat(getComputedStyle(part).fontSize)));
      assert.ok(prose > other, `${prose} > ${other}`);
      const [paragraph, question] = await page
        .locator('#neuron > p:first-of-type, #neuron form.prediction')
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width));
      assert.equal(paragraph, question);
    },
    { viewport: { width: 1440, height: 900 } },
  ));
