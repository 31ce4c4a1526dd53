import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBadHost } from './bad-host.js';
import { visitHost } from './host-page.js';
import { button, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const DIST = new URL('../../dist/', import.meta.url);
const LAB =
  '<moon-lab><p slot="fallback">Here is a film instead</p><a href="/lab">Open the lab</a></moon-lab>';
/** What Chromium itself says where it refuses a script. */
const REFUSED = /CORS policy|net::ERR_FAILED|Failed to load resource/;

/** What browsers of some years ago lack. @type {[string, () => void][]} */
const MISSING = [
  [
    'new CSSStyleSheet()',
    () => {
      Object.assign(window, {
        CSSStyleSheet: class {
          constructor() {
            throw new TypeError('Illegal constructor');
          }
        },
      });
    },
  ],
  [
    'adoptedStyleSheets',
    () => void Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets'),
  ],
  ['Object.hasOwn', () => void Reflect.deleteProperty(Object, 'hasOwn')],
  ['structuredClone', () => void Reflect.deleteProperty(window, 'structuredClone')],
  [
    'light-dark()',
    () => {
      const { supports } = CSS;
      CSS.supports = (/** @type {string[]} */ ...what) =>
        !what.join().includes('light-dark') && Reflect.apply(supports, CSS, what);
    },
  ],
];

for (const [name, remove] of MISSING) {
  test(`a browser without ${name} shows what the page has put into the lab`, () =>
    visitHost(
      site,
      LAB,
      async (page) => {
        await page.waitForLoadState('networkidle');
        assert.equal(await page.evaluate(() => customElements.get('moon-lab')), undefined);
        await page.getByText('Here is a film instead').waitFor();
        await page.getByRole('link', { name: 'Open the lab' }).waitFor();
      },
      { before: (page) => page.addInitScript(remove) },
    ));
}

for (const path of ['index.html', 'frame.html', 'embed.html']) {
  test(`${path} says in a browser that is too old what the lab needs, and throws nothing`, () =>
    site.visit(
      {
        path: `/dist/${path}`,
        before: (page) => page.addInitScript(() => Reflect.deleteProperty(Object, 'hasOwn')),
      },
      (page) => page.getByText(/(has not started|no lab comes)[^]*browser\s+of 2024/).waitFor(),
    ));
}

test('what stands in a lab for whom it does not come is not seen where it comes', () =>
  visitHost(site, LAB, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Train').waitFor();
    assert.equal(await page.getByRole('link').count(), 0);
  }));

test('where the script does not come, the line in the lab leads to it', () =>
  visitHost(
    site,
    LAB,
    async (page) => {
      await page.getByRole('link', { name: 'Open the lab' }).waitFor();
    },
    {
      before: (page) => page.route('**/moon-lab.js', (route) => route.abort()),
      allowedMessages: REFUSED,
    },
  ));

test('opened from a disk, the lab’s page leads to the file that works there', () =>
  site.visit(
    { at: new URL('index.html', DIST).href, mayAsk: [DIST.href], allowedMessages: REFUSED },
    async (page) => {
      await page.getByText('The lab has not started').waitFor();
      await page.getByRole('link', { name: 'moonlab-offline.html' }).click();
      await waitForState(page, 'ready');
    },
  ));

/**
 * @param {string} sandbox
 * @param {string} address
 */
const framed = (sandbox, address) =>
  '<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">' +
  `<iframe sandbox="${sandbox}" src="${address}" width="900" height="700"></iframe>`;

test('in a sandbox on a host without CORS, a frame says that its script did not come, and leads to a tab', async () => {
  const page = framed('allow-scripts allow-popups', '/dist/frame.html?seed=7');
  const host = await startBadHost(page);
  try {
    await site.visit(
      { at: `${host.origin}/page.html`, allowedMessages: REFUSED },
      async (course) => {
        const frame = course.frameLocator('iframe');
        await frame.getByText('If no lab comes').waitFor();
        const link = frame.getByRole('link', { name: 'Open it in a tab of its own' });
        const href = await link.evaluate((a) => /** @type {HTMLAnchorElement} */ (a).href);
        assert.equal(href, `${host.origin}/dist/frame.html?seed=7`);
      },
    );
  } finally {
    host.close();
  }
});

test('in a sandbox on a host with CORS, a frame has a lab that trains', () =>
  site.visit(
    {
      path: '/course/page.html',
      before: (page) =>
        page.route('**/course/page.html*', (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: framed('allow-scripts', '/dist/frame.html?epochs=20&autoplay'),
          }),
        ),
    },
    async (page) => {
      const frame = page.frames()[1];
      await frame.waitForFunction(() => document.querySelector('moon-lab')?.state === 'finished');
    },
  ));
