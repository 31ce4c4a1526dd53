import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { visitHost } from './host-page.js';
import { button, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** A page of its own: what it keeps is nobody else's. */
const OWN = { before: async () => {} };

/** @param {Page} page */
const callOut = (page) => page.locator('.call-out');
/** @param {Page} page @param {string} text */
const isShown = (page, text) => callOut(page).filter({ hasText: text, visible: true }).waitFor();
/** @param {Page} page */
const isGone = (page) => callOut(page).waitFor({ state: 'detached' });
/** @param {Page} page */
const neuron = (page) => page.locator('.neurons .neuron').last();

/** @param {Page} page */
async function step(page) {
  await waitForState(page, 'ready', 'paused');
  await button(page, 'Step').click();
}

test('each call-out stays until what it speaks of is used, and none comes again', () =>
  site.visit(OWN, async (page) => {
    await isShown(page, 'Press Train');
    assert.equal(await callOut(page).count(), 1);
    await step(page);
    await isShown(page, 'Point at a neuron');
    await neuron(page).hover();
    await isShown(page, 'Change something');
    await page.reload();
    await isShown(page, 'Change something');
    await page.getByRole('radio', { name: 'Circles', exact: true }).check({ force: true });
    await isGone(page);
    await page.reload();
    await waitForState(page, 'ready');
    await step(page);
    await settle(page);
    assert.equal(await callOut(page).count(), 0);
  }));

test('the keyboard dismisses them, one after the other, and goes on at the lab', () =>
  site.visit(OWN, async (page) => {
    await isShown(page, 'Press Train');
    await page.getByRole('button', { name: 'Copy link' }).focus();
    for (const text of ['Press Train', 'Point at a neuron', 'Change something']) {
      await isShown(page, text);
      if (text === 'Press Train') await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => document.activeElement?.matches('.call-out button')));
      await page.keyboard.press('Enter');
    }
    await isGone(page);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'The lab');
    await page.reload();
    await waitForState(page, 'ready');
    await settle(page);
    assert.equal(await callOut(page).count(), 0);
  }));

test('where nothing may be kept, they go for this visit', () =>
  site.visit(
    {
      before: (page) =>
        page.addInitScript(() =>
          Object.defineProperty(window, 'localStorage', {
            get() {
              throw new DOMException('The page may not keep anything.', 'SecurityError');
            },
          }),
        ),
    },
    async (page) => {
      await isShown(page, 'Press Train');
      for (let left = 3; left > 0; left -= 1) {
        await callOut(page).getByRole('button').click();
      }
      await isGone(page);
      await step(page);
      await settle(page);
      assert.equal(await callOut(page).count(), 0);
      await page.reload();
      await isShown(page, 'Press Train');
    },
  ));

test('what is only looked at, or passed on the way, is no use of it', () =>
  site.visit(OWN, async (page) => {
    await isShown(page, 'Press Train');
    await neuron(page).hover();
    await page.getByLabel('Theme').selectOption('dark');
    await page.getByRole('radio', { name: 'Test', exact: true }).check({ force: true });
    await isShown(page, 'Press Train');
    await step(page);
    await isShown(page, 'Point at a neuron');
    // To click a neuron, or come to it with the keyboard, is meant at any time.
    await neuron(page).click();
    await isShown(page, 'Change something');
    await settle(page);
    assert.equal(await callOut(page).count(), 1);
  }));

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/**
 * @param {Box} a
 * @param {Box} b
 * @returns {{ x: number, y: number }} how far they are from each other; below 0 where they are beside
 */
const gapBetween = (a, b) => ({
  x: Math.max(a.x - (b.x + b.width), b.x - (a.x + a.width)),
  y: Math.max(a.y - (b.y + b.height), b.y - (a.y + a.height)),
});

/** @type {[text: string, part: string, go: (page: Page) => Promise<void>][]} */
const PARTS = [
  ['Press Train', '.transport-buttons button', async () => {}],
  ['a neuron', '.neurons .neuron >> nth=-1', (page) => callOut(page).getByRole('button').click()],
  [
    'Change something',
    // Its title, or in a narrow lab what it is unfolded with.
    '[data-group="data"] > :is(.group-title, .group-toggle)',
    (page) => callOut(page).getByRole('button').click(),
  ],
];

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
]) {
  test(`a call-out is beside its part, covers none of it, and moves nothing, ${viewport.width} pixels wide`, () =>
    site.visit({ ...OWN, viewport, hasTouch: viewport.width < 700 }, async (page) => {
      const isNarrow = viewport.width < 640;
      // The guide below has its height only once it has come near.
      const place = () =>
        page.evaluate(() => {
          const lab = document.querySelector('moon-lab');
          const parts = ['.lab', '.transport', '.network', '.charts', '.results'];
          return [
            document.documentElement.scrollWidth,
            ...parts.map(
              (part) => lab?.shadowRoot?.querySelector(part)?.getBoundingClientRect().top,
            ),
          ];
        });
      await isShown(page, 'Press Train');
      await page.locator('.lab[data-complete]').waitFor();
      const placed = await place();
      for (const [text, part, go] of PARTS) {
        await go(page);
        await isShown(page, text);
        const target = page.locator(part).nth(isNarrow && text === 'Change something' ? 1 : 0);
        await target.scrollIntoViewIfNeeded();
        await settle(page);
        const [a, b] = [await callOut(page).boundingBox(), await target.boundingBox()];
        assert.ok(a && b, text);
        const apart = gapBetween(a, b);
        const gap = Math.max(apart.x, apart.y);
        assert.ok(gap > 0 && gap < 16, `${text}: ${gap} pixels from its part`);
        assert.ok(Math.min(apart.x, apart.y) < 0, `${text} points at it`);
        assert.ok(a.x >= 0 && a.x + a.width <= viewport.width, text);
        for (const counter of await page.locator('.counter').all()) {
          const { x, y } = gapBetween(a, (await counter.boundingBox()) ?? assert.fail());
          assert.ok(Math.max(x, y) >= 0, `${text} covers no number`);
        }
      }
      // What a neuron that is held has below it is no call-out.
      await page.evaluate(() => {
        const lab = document.querySelector('moon-lab');
        if (lab) lab.config = { neuron: '' };
        scrollTo(0, 0);
      });
      await callOut(page).getByRole('button').click();
      await isGone(page);
      assert.deepEqual(await place(), placed);
    }));
}

test('what lies below a call-out can be clicked', () =>
  site.visit(OWN, async (page) => {
    await isShown(page, 'Press Train');
    const box = await callOut(page).locator('span').first().boundingBox();
    assert.ok(box);
    const hit = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName, {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
    });
    assert.equal(hit, 'moon-lab');
  }));

test('it is read out once, politely, and is not on paper', () =>
  site.visit(OWN, async (page) => {
    await isShown(page, 'Press Train');
    const voice = page.locator('main > [role="status"]');
    await voice.filter({ hasText: 'Press Train' }).waitFor({ state: 'attached' });
    await step(page);
    await isShown(page, 'Point at a neuron');
    await settle(page);
    assert.equal(await voice.textContent(), 'Press Train');
    await page.emulateMedia({ media: 'print' });
    assert.ok(!(await callOut(page).isVisible()));
  }));

test('a part that the page has hidden is not spoken of', () =>
  site.visit({ ...OWN, query: '?hide=transport,diagram' }, async (page) => {
    await isShown(page, 'Change something');
  }));

test('an embedded lab has no call-outs, nor has a frame', async () => {
  const look = async (/** @type {Page} */ page) => {
    await waitForState(page, 'ready');
    await page.locator('.lab[data-complete]').waitFor();
    await settle(page);
    assert.equal(await callOut(page).count(), 0);
  };
  await site.visit({ path: '/dist/frame.html' }, look);
  await visitHost(site, '<moon-lab></moon-lab>', look);
});

test('a call-out is accessible in both themes', () =>
  site.visit(OWN, async (page) => {
    await isShown(page, 'Press Train');
    await assertNoViolationInBothThemes(page, '.call-out');
  }));
