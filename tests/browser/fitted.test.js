import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { settle, startSite, waitForState } from './support.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const SIZES = [
  [960, 540],
  [600, 400],
  [400, 700],
  [1280, 720],
];
const ASIDE = 'controls,goal,diagram,loss,accuracy,metrics,inside,export';
const HIDDEN = {
  nothing: '',
  'what lies behind': 'inside,export',
  'the controls': 'controls,inside,export',
  'all but buttons and picture': ASIDE,
  'all but the picture': `${ASIDE},transport,points,captions`,
};

/**
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<Box>}
 */
async function boxOf(page, selector) {
  const box = await page.locator(`moon-lab ${selector}`).boundingBox();
  assert.ok(box, `${selector} is there`);
  return box;
}

/**
 * @param {Page} page
 * @param {number[]} size
 * @param {string} hide
 */
async function fit(page, [width, height], hide) {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    ([size, parts]) => {
      const lab = /** @type {HTMLElement} */ (document.querySelector('moon-lab'));
      lab.style.setProperty('--moonlab-height', size);
      lab.setAttribute('hide', parts);
    },
    [`${height}px`, hide],
  );
  await settle(page);
}

/** @param {Page} page */
async function begin(page) {
  await waitForState(page, 'ready');
  await fit(page, SIZES[0], '');
  await page.waitForFunction(() => {
    const lab = document.querySelector('moon-lab')?.shadowRoot?.querySelector('.lab');
    return lab && getComputedStyle(lab).overflowY === 'auto';
  });
}

test('a lab of a given height keeps it, with buttons and picture in sight, whatever is hidden', () =>
  visitHost(site, '<style>body { margin: 0 }</style><moon-lab></moon-lab>', async (page) => {
    await begin(page);
    for (const size of SIZES) {
      const [width, height] = size;
      for (const [what, hide] of Object.entries(HIDDEN)) {
        await fit(page, size, hide);
        const where = `${width} × ${height}, without ${what}`;
        assert.equal((await boxOf(page, '.surface')).height, height, where);
        const { y, ...picture } = await boxOf(page, '.picture-boundary .picture-stage');
        assert.ok(y + picture.height <= height, `the picture is seen whole: ${where}`);
        assert.ok(picture.height >= height * 0.4, `${picture.height} px: ${where}`);
        if (!hide.includes('transport')) {
          const buttons = await boxOf(page, '.transport');
          assert.ok(buttons.y >= 0 && buttons.y + buttons.height <= y, where);
        }
        const sticksOut = await page
          .locator('moon-lab .lab')
          .evaluate((lab) => lab.scrollWidth - lab.clientWidth);
        assert.ok(sticksOut <= 0, `${sticksOut} px too wide: ${where}`);
      }
    }
  }));

test('with all else hidden the picture alone fills the height, and there is nothing to scroll', () =>
  visitHost(site, '<style>body { margin: 0 }</style><moon-lab></moon-lab>', async (page) => {
    await begin(page);
    for (const size of SIZES) {
      await fit(page, size, HIDDEN['all but the picture']);
      const { width, height } = await boxOf(page, '.picture-boundary .picture-stage');
      const where = `${width} × ${height} of ${size}`;
      assert.ok(height >= size[1] - 40 && width >= size[0] - 60, where);
      const shown = await page.locator('moon-lab .lab').evaluate((lab) => ({
        rest: lab.scrollHeight - lab.clientHeight,
        text: [...lab.querySelectorAll('button, .status, h3, output, ul')].filter(
          (element) => element.getBoundingClientRect().height > 1,
        ).length,
      }));
      assert.deepEqual(shown, { rest: 0, text: 0 }, where);
    }
  }));

test('what does not fit is scrolled to inside the lab, while the picture stays beside it', () =>
  visitHost(site, '<style>body { margin: 0 }</style><moon-lab></moon-lab>', async (page) => {
    await begin(page);
    await fit(page, SIZES[0], 'inside,export');
    const beside = await boxOf(page, '.picture-boundary');
    const loss = page.getByRole('img', { name: 'Loss', exact: true });
    await loss.scrollIntoViewIfNeeded();
    assert.deepEqual(await boxOf(page, '.picture-boundary'), beside);
    const box = await loss.boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= 540);
    assert.ok(box.x + box.width <= beside.x);
  }));
