import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ANSWERS, startBadHost } from '../bad-host.js';
import { button, startSite } from '../support.js';

/** @typedef {import('../support.js').Page} Page */

/** @type {import('../support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * The lesson on a host that drops connections to some files.
 *
 * @param {RegExp} files
 * @param {(page: Page, host: import('../bad-host.js').BadHost) => Promise<void>} use
 */
async function visitBad(files, use) {
  const host = await startBadHost('');
  host.spoil(files, ANSWERS.dropped);
  try {
    await site.visit(
      { at: `${host.origin}/dist/lesson.html`, allowedMessages: /Failed to load resource/ },
      (page) => use(page, host),
    );
  } finally {
    host.close();
  }
}

/** @type {[name: string, files: RegExp][]} */
const PIECES = [
  ['its section', /\/section-/],
  ['the engine', /\.wasm$/],
];

for (const [name, files] of PIECES) {
  test(`a figure of the lesson without ${name} says so, and comes to life when tried again`, () =>
    visitBad(files, async (page, host) => {
      const widget = page.locator('[data-widget]').first();
      await widget.scrollIntoViewIfNeeded();
      await widget.getByText('This could not be loaded: the connection is gone').waitFor();
      await widget.getByRole('button', { name: 'Try again' }).click();
      await widget.getByText('This could not be loaded').waitFor();
      host.mend();
      await widget.getByRole('button', { name: 'Try again' }).click();
      await page.locator('[data-widget][data-state=ready]').first().waitFor();
      assert.equal(await widget.getByText('This could not be loaded').count(), 0);
    }));
}

test('the panel of a quantity says that it could not be loaded, and has it when opened again', () =>
  visitBad(/\/quantities-/, async (page, host) => {
    const mention = page.locator('button.quantity').first();
    const panel = page.getByRole('complementary');
    await mention.click();
    await panel.getByText('This could not be loaded').waitFor();
    assert.equal(await panel.getByText('NumPy').isVisible(), false);
    await button(page, 'Close').click();
    host.mend();
    await mention.click();
    await panel.getByText('NumPy').waitFor();
    assert.equal(await panel.getByText('This could not be loaded').count(), 0);
  }));
