import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CSS_PROPERTIES, EVENTS, METHODS, PROPERTIES, SLOTS } from '../../web/embed/api.js';
import { PARTS } from '../../web/state/choices.js';
import { SCHEMA, markupName } from '../../web/state/schema.js';
import { dataSet, startSite, waitForState } from './support.js';

/** @typedef {import('playwright-core').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const PATH = { path: '/dist/embed.html' };

/** @param {Page} page */
const snippetOf = (page) => page.locator('#snippet').innerText();

/**
 * A page that holds what was copied, and nothing else.
 *
 * @param {string} snippet
 * @param {(page: Page) => Promise<void>} use
 */
function visitPasted(snippet, use) {
  return site.visit(
    {
      path: '/course/pasted.html',
      before: (page) =>
        page.route('**/course/pasted.html', (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: `<!doctype html><html lang="en"><title>Pasted</title><link rel="icon" href="data:,"><body>${snippet}`,
          }),
        ),
    },
    use,
  );
}

test('what is set up is what the pasted lines give, by script and by frame', async () => {
  const snippets = /** @type {string[]} */ ([]);
  await site.visit(PATH, async (page) => {
    await waitForState(page, 'ready');
    assert.match(
      await snippetOf(page),
      /<moon-lab><a href="http[^"]*\/dist\/index\.html">Open the lab<\/a><\/moon-lab>$/,
    );
    await dataSet(page, 'Circles').check();
    await page.getByLabel('Learning rate', { exact: true }).fill('0.01');
    await page.getByLabel('Learning rate', { exact: true }).press('Enter');
    await page.getByText('Hide nothing').click();
    await page.getByRole('checkbox', { name: 'Look inside' }).check();
    await page.getByText('Hide Look inside').waitFor();
    await page.getByLabel('Autoplay').check();
    await page.getByLabel('Theme').selectOption('dark');
    await page.getByLabel('Language').selectOption('de');
    snippets.push(await snippetOf(page));
    await page.getByLabel('npm package').check();
    assert.match(await snippetOf(page), /import 'moonlab\/define'/);
    await page.getByLabel('iframe').check();
    snippets.push(await snippetOf(page));
  });
  assert.match(
    snippets[0],
    /<moon-lab lang="de" data-set="circles" learning-rate="0.01" autoplay hide="inside" theme="dark">/,
  );
  const expected = { dataset: 'circles', learningRate: 0.01, autoplay: true, theme: 'dark' };
  for (const snippet of snippets) {
    await visitPasted(snippet, async (page) => {
      const isFrame = snippet.includes('<iframe');
      const place = isFrame ? page.frames()[1] : page;
      // It comes when it likes: the frame is lazy.
      if (isFrame) await place.waitForURL(/frame\.html/);
      await place.waitForFunction(
        () => (document.querySelector('moon-lab')?.metrics?.epoch ?? 0) > 0,
      );
      const config = await place.evaluate(() => document.querySelector('moon-lab')?.config);
      await place.getByRole('button', { name: 'Zurücksetzen' }).waitFor();
      for (const [key, value] of Object.entries(expected)) {
        assert.equal(
          config?.[/** @type {keyof import('../../web/state/types.js').Config} */ (key)],
          value,
        );
      }
    });
  }
});

test('an address with markup stays text in the lines to paste', () =>
  site.visit(PATH, async (page) => {
    await waitForState(page, 'ready');
    await page.getByLabel('Where the files are').fill('https://a.b/"><img src=x onerror=alert(1)>');
    assert.match(await snippetOf(page), /src="https:\/\/a\.b\/&quot;&gt;&lt;img/);
    assert.equal(await page.locator('img').count(), 0);
  }));

test('the reference names every attribute, property, method, event, slot, part and CSS property', () =>
  site.visit({ ...PATH, javaScriptEnabled: false }, async (page) => {
    /** @param {string} id */
    const rows = (id) => page.locator(`[aria-labelledby="${id}"] tbody th`).allInnerTexts();
    const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name);
    assert.deepEqual(await rows('attributes'), SCHEMA.map(markupName));
    assert.deepEqual(await rows('properties'), names(PROPERTIES));
    assert.deepEqual(await rows('methods'), names(METHODS));
    assert.deepEqual(await rows('events'), names(EVENTS));
    assert.deepEqual(await rows('slots'), names(SLOTS));
    assert.deepEqual(await rows('parts'), PARTS);
    assert.deepEqual(await rows('css'), names(CSS_PROPERTIES));
  }));

test('the element has what the reference says, and no more', () =>
  site.visit(PATH, async (page) => {
    await waitForState(page, 'ready');
    const own = await page.evaluate(() => {
      const lab = /** @type {any} */ (document.querySelector('moon-lab'));
      const root = lab.shadowRoot;
      const described = Object.entries(
        Object.getOwnPropertyDescriptors(Object.getPrototypeOf(lab)),
      ).filter(([name]) => name !== 'constructor' && !name.endsWith('Callback'));
      const sheets = [...root.adoptedStyleSheets].flatMap((sheet) =>
        [...sheet.cssRules].map((rule) => rule.cssText),
      );
      return {
        properties: described.filter(([, { get }]) => get).map(([name]) => name),
        methods: described.filter(([, { value }]) => value).map(([name]) => name),
        parts: [...root.querySelectorAll('[part]')].map((element) => element.getAttribute('part')),
        slots: [...root.querySelectorAll('slot')].map((slot) => slot.name),
        css: [...sheets.join('\n').matchAll(/var\(\s*(--moonlab-[a-z-]+)/g)].map(
          ([, name]) => name,
        ),
      };
    });
    const sorted = (/** @type {Iterable<string>} */ list) => [...new Set(list)].sort();
    const names = (/** @type {{ name: string }[]} */ list) => sorted(list.map(({ name }) => name));
    assert.deepEqual(sorted(own.properties), names(PROPERTIES));
    assert.deepEqual(sorted(own.methods), names(METHODS));
    assert.deepEqual(sorted(own.slots), names(SLOTS));
    assert.deepEqual(sorted(own.css), names(CSS_PROPERTIES));
    assert.deepEqual(sorted(own.parts), sorted(PARTS));
  }));

test('custom-elements.json is a manifest of the same', () =>
  site.visit(PATH, async (page) => {
    const manifest = await page.evaluate(async () => (await fetch('custom-elements.json')).json());
    const [{ declarations }] = manifest.modules;
    assert.equal(declarations[0].tagName, 'moon-lab');
    assert.deepEqual(
      declarations[0].attributes.map((/** @type {any} */ { name }) => name),
      SCHEMA.map(markupName),
    );
  }));

/**
 * The examples leave the icon to the site that they stand in.
 *
 * @param {Page} page
 */
function withoutFavicon(page) {
  return page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
}

for (const name of ['plain', 'course', 'linked', 'graded', 'dark']) {
  test(`the example ${name}.html works as it is`, () =>
    site.visit({ path: `/dist/examples/${name}.html`, before: withoutFavicon }, async (page) => {
      const labs = await page.locator('moon-lab').all();
      assert.ok(labs.length > 0);
      for (const lab of labs) {
        await lab.scrollIntoViewIfNeeded();
        await lab.evaluate(
          (element) =>
            /** @type {any} */ (element).metrics ??
            new Promise((resolve) => element.addEventListener('ready', resolve, { once: true })),
        );
        await lab.getByRole('button', { name: 'Step', exact: true }).click();
        await page.waitForFunction(
          (element) => /** @type {any} */ (element).metrics.epoch > 0,
          await lab.elementHandle(),
        );
      }
    }));
}

/**
 * The host of the site allows no frames; a course page does.
 *
 * @param {Page} page
 */
async function withFrames(page) {
  await withoutFavicon(page);
  await page.route('**/examples/framed.html', async (route) => {
    const response = await route.fetch();
    const policy = "default-src 'self'";
    const headers = { ...response.headers(), 'content-security-policy': policy };
    await route.fulfill({ response, headers });
  });
}

test('the example framed.html commands the lab in its frame, and hears of it', () =>
  site.visit({ path: '/dist/examples/framed.html', before: withFrames }, async (page) => {
    const lab = page.frameLocator('iframe').getByRole('button', { name: 'Train', exact: true });
    await lab.waitFor();
    await page.getByRole('button', { name: 'Train 100 epochs' }).click();
    await page.getByText(/^Accuracy: [01]/).waitFor();
  }));
