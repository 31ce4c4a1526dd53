import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { visitHost } from './host-page.js';
import { linger, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const ROOM = { width: 1000, height: 800 };
const FAR = '<div style="height: 5000px"></div>';

/** A page that can say at once what its lab looks like, and says so of paper. */
const addEyes = (/** @type {Page} */ page) =>
  page.evaluate(() => {
    const look = () => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('moon-lab')?.shadowRoot);
      const lab = /** @type {Element} */ (root.querySelector('.lab'));
      return {
        color: getComputedStyle(lab).color,
        pictures: [...root.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()),
      };
    };
    Object.assign(window, { look });
    addEventListener('beforeprint', () => Object.assign(window, { printed: look() }));
  });

/**
 * What it comes to look like: pictures are drawn one after the other, not all in a frame.
 *
 * @param {Page} page
 */
const look = async (page) => {
  for (let former; ;) {
    for (let frame = 0; frame < 5; frame += 1) await settle(page);
    const now = await page.evaluate(() => /** @type {any} */ (window).look());
    if (isDeepStrictEqual(now, former)) return now;
    former = now;
  }
};

test('a dark lab is printed in the colours of a light one, pictures too, and stays dark on screen', () =>
  visitHost(
    site,
    '<moon-lab theme="light"></moon-lab>',
    async (page) => {
      await waitForState(page, 'ready');
      await page.evaluate(() => document.querySelector('moon-lab')?.step(20));
      await addEyes(page);
      // Until it is known which neurons say the same, and marked.
      await linger(page);
      const light = await look(page);
      assert.ok(light.pictures.length >= 4);
      await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('theme', 'dark'));
      const dark = await look(page);
      assert.notDeepEqual(dark, light);
      await page.pdf();
      const printed = await page.evaluate(() => /** @type {any} */ (window).printed);
      assert.deepEqual(printed.pictures, light.pictures);
      assert.equal(printed.color, light.color);
      assert.deepEqual(await look(page), dark);
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual((await look(page)).pictures, light.pictures);
    },
    { viewport: ROOM },
  ));

test('a page that gives the lab light text has dark text on paper', () =>
  visitHost(
    site,
    '<div style="--moonlab-text: #eee; --moonlab-muted: #ccc; --moonlab-background: #000"><moon-lab></moon-lab></div>',
    async (page) => {
      await waitForState(page, 'ready');
      await page.emulateMedia({ media: 'print' });
      const colors = await page.evaluate(() => {
        const root = document.querySelector('moon-lab')?.shadowRoot;
        return ['.lab', '.counter-name', '.legend'].map(
          (name) => getComputedStyle(/** @type {Element} */ (root?.querySelector(name))).color,
        );
      });
      for (const color of colors) {
        const parts = (color.match(/\d+/g) ?? []).map(Number);
        assert.ok(Math.max(...parts) < 128, color);
      }
    },
    { viewport: ROOM },
  ));

test('a lab that is not loaded yet is printed as its address, with what it is set to', () =>
  visitHost(
    site,
    `${FAR}<moon-lab id="second" data-set="circles" noise="0.1"></moon-lab>`,
    async (page) => {
      await page.getByText('Two moons').first().waitFor({ state: 'attached' });
      const train = page.getByRole('button', { name: 'Step', exact: true });
      assert.equal(await train.isVisible(), true);
      await page.emulateMedia({ media: 'print' });
      const address = `${site.origin}/course/page.html?noise=1#second`;
      await page.getByRole('link', { name: address, exact: true }).waitFor();
      const note = await page.locator('.paper-note').textContent();
      assert.match(note ?? '', /An interactive lab, to be used at .*\?dataset=circles&noise=0\.1$/);
      assert.equal(await page.locator('canvas').first().isVisible(), false, 'nothing empty');
      await page.emulateMedia({ media: 'screen' });
      await page.locator('.paper-note').waitFor({ state: 'hidden' });
      assert.equal(await train.isVisible(), true);
    },
    { viewport: ROOM },
  ));

test('with a poster it is printed as its poster, with its address', () =>
  visitHost(
    site,
    `${FAR}<moon-lab><p slot="poster">Two moons, learned</p></moon-lab>`,
    async (page) => {
      await page.waitForFunction(() =>
        document.querySelector('moon-lab')?.shadowRoot?.querySelector('[name=poster]'),
      );
      await page.emulateMedia({ media: 'print' });
      const link = page.getByRole('link', { name: `${site.origin}/course/page.html?noise=1` });
      await link.waitFor();
      assert.equal(await page.getByText('Two moons, learned').isVisible(), true);
    },
    { viewport: ROOM },
  ));

test('on paper pictures are neither split nor stretched, and what scrolls is there in full', () =>
  visitHost(
    site,
    '<moon-lab></moon-lab>',
    async (page) => {
      await waitForState(page, 'ready');
      await page.locator('.panel-gradients > summary').click();
      await page.locator('.panel-gradients table').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      const styles = await page.evaluate(() => {
        const root = document.querySelector('moon-lab')?.shadowRoot;
        const of = (/** @type {string} */ selector) =>
          [...(root?.querySelectorAll(selector) ?? [])].map((each) => getComputedStyle(each));
        return {
          split: of('.picture, .chart-figure').map(({ breakInside }) => breakInside),
          stretched: of('canvas').map(({ objectFit }) => objectFit),
          cut: of('.scroll-region').map(({ maxHeight, overflowX }) => `${maxHeight} ${overflowX}`),
        };
      });
      assert.deepEqual(new Set(styles.split), new Set(['avoid']));
      assert.deepEqual(new Set(styles.stretched), new Set(['contain']));
      assert.deepEqual(new Set(styles.cut), new Set(['none visible']));
    },
    { viewport: ROOM },
  ));

test('the page round a dark lab is printed in dark ink, too', () =>
  site.visit({ colorScheme: 'dark' }, async (page) => {
    await waitForState(page, 'ready');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    const ink = () =>
      page.locator('.wordmark').evaluate((wordmark) => getComputedStyle(wordmark).color);
    const onScreen = await ink();
    await page.emulateMedia({ media: 'print' });
    assert.equal(onScreen, 'rgb(232, 236, 241)');
    assert.equal(await ink(), 'rgb(27, 36, 48)');
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await ink(), onScreen);
  }));
