import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolation, assertNoViolationInBothThemes } from './axe.js';
import { button, settle, startSite, waitForEpoch, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 360, height: 740 };

test('axe finds nothing in the lab, wide or narrow', () =>
  site.visit({ viewport: NARROW, query: '?samples=3' }, async (page) => {
    await waitForState(page, 'ready');
    await assertNoViolationInBothThemes(page);
    await page.setViewportSize(WIDE);
    await assertNoViolationInBothThemes(page);
    await page.setViewportSize(NARROW);
    for (const toggle of await page.locator('.group-toggle:visible').all()) await toggle.click();
    await page.getByLabel('Noise', { exact: true }).fill('7');
    await page.getByLabel('Noise', { exact: true }).press('Enter');
    await page.getByLabel('Preset', { exact: true }).selectOption('notebook');
    await page.getByText('layer by layer').click();
    await page.getByText('Save and open', { exact: true }).click();
    await button(page, 'Train').click();
    await waitForEpoch(page, 10);
    await button(page, 'Pause').click();
    await assertNoViolationInBothThemes(page);
    await page.setViewportSize(WIDE);
    await assertNoViolationInBothThemes(page);
  }));

test('the decision boundary is an image whose description follows what it shows', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const boundary = page.getByRole('img', { name: 'Decision boundary', exact: true });
    const describe = () =>
      boundary.evaluate((canvas) => {
        const id = canvas.getAttribute('aria-describedby') ?? '';
        const root = /** @type {ShadowRoot} */ (canvas.getRootNode());
        return root.getElementById(id)?.textContent ?? '';
      });
    await page.waitForFunction(
      () =>
        document.querySelector('moon-lab')?.shadowRoot?.getElementById('boundary-description')
          ?.textContent,
    );
    const untrained = await describe();
    assert.match(untrained, /boundary.*class 0.*class 1.*test points/);
    await button(page, 'Train').click();
    await waitForEpoch(page, 100);
    await button(page, 'Pause').click();
    await page.waitForFunction(
      (former) =>
        document.querySelector('moon-lab')?.shadowRoot?.getElementById('boundary-description')
          ?.textContent !== former,
      untrained,
    );
  }));

test('the status line tells a change of state, not every frame', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const changes = await page.evaluateHandle(() => {
      const status = document.querySelector('moon-lab')?.shadowRoot?.querySelector('[role=status]');
      /** @type {(string | null)[]} */
      const texts = [];
      const observer = new MutationObserver(() => texts.push(status?.textContent ?? null));
      if (status) observer.observe(status, { childList: true, characterData: true, subtree: true });
      return texts;
    });
    await button(page, 'Train').click();
    await waitForEpoch(page, 100);
    await button(page, 'Pause').click();
    await waitForState(page, 'paused');
    await page.evaluate(() => document.querySelector('moon-lab')?.pause());
    const texts = await changes.jsonValue();
    assert.ok(texts.length <= 3, texts.join('\n'));
    assert.match(texts[texts.length - 1] ?? '', /Paused at epoch \d+/);
  }));

test('in a narrow lab every target is large enough for a finger', () =>
  site.visit({ viewport: NARROW, hasTouch: true, isMobile: true }, async (page) => {
    await waitForState(page, 'ready');
    for (const toggle of await page.locator('.group-toggle').all()) await toggle.click();
    const { shown, small } = await page.evaluate(() => {
      const targets = document
        .querySelector('moon-lab')
        ?.shadowRoot?.querySelectorAll('button, select, input:not([type=radio]), .switch-option');
      const sizes = [...(targets ?? [])].flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width > 0 && height > 0 ? [{ width, height, html: target.outerHTML }] : [];
      });
      return { shown: sizes.length, small: sizes.filter(({ height }) => height < 34) };
    });
    assert.ok(shown > 20, `${shown} targets`);
    assert.deepEqual(small, []);
  }));

test('axe finds nothing in the whole lesson, wide and light or narrow and dark', () =>
  site.visit({ colorScheme: 'light', viewport: WIDE, path: '/dist/lesson.html' }, async (page) => {
    for (const widget of await page.locator('[data-widget]').all()) {
      await widget.scrollIntoViewIfNeeded();
      await settle(page);
    }
    await page.waitForFunction(
      () => document.querySelectorAll('[data-widget]:not([data-state="ready"])').length === 0,
    );
    await assertNoViolation(page);
    await page.setViewportSize(NARROW);
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertNoViolation(page);
  }));

test('axe finds nothing in the page of hosts, wide and light or narrow and dark', () =>
  site.visit(
    { colorScheme: 'light', viewport: WIDE, path: '/dist/where-it-works.html' },
    async (page) => {
      await assertNoViolation(page);
      await page.setViewportSize(NARROW);
      await page.emulateMedia({ colorScheme: 'dark' });
      await assertNoViolation(page);
    },
  ));

test('axe finds nothing in the configurator, wide and light or narrow and dark', () =>
  site.visit({ colorScheme: 'light', viewport: WIDE, path: '/dist/embed.html' }, async (page) => {
    await page.locator('moon-lab').scrollIntoViewIfNeeded();
    await waitForState(page, 'ready');
    await assertNoViolation(page);
    await page.setViewportSize(NARROW);
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertNoViolation(page);
  }));
