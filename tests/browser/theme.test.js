import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { settle, startSite, waitForState } from './support.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {'light' | 'dark'} Theme */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const LAB = '<moon-lab></moon-lab>';

/**
 * What the style sheets of these hosts say about colours, and how their switches turn them. `still` is
 * what a reader sees under a light and a dark system before the switch, `turned` after it.
 *
 * @type {Record<string, { css: string, html?: string, head?: string, still: [Theme, Theme],
 *   turn?: string, turned?: Theme }>}
 */
const HOSTS = {
  'a page without any style': { css: '', still: ['light', 'light'] },
  'Sphinx with alabaster, as Read the Docs and MkDocs': {
    css: 'body { background-color: #fff; color: #3e4349 } div.body { background-color: #ffffff }',
    html: `<div class="body">${LAB}</div>`,
    still: ['light', 'light'],
  },
  'Jekyll with minima': {
    css: 'body { color: #111; background-color: #fdfdfd }',
    still: ['light', 'light'],
  },
  'reveal.js, whose slides are transparent': {
    css: '.reveal-viewport { background: #191919; background-color: #191919; color: #fff } .slides { position: absolute; inset: 0 }',
    html: `<div class="slides"><section>${LAB}</section></div>`,
    turn: 'document.body.className = ""',
    still: ['dark', 'dark'],
    turned: 'light',
  },
  'reveal.js, whose slide has a background of its own beside it': {
    css: 'body { background-color: #fff; color: #222 } .back { position: fixed; inset: 0; background: #102030 } .has-dark-background { color: #fff; position: relative }',
    html: `<div class="back"></div><section class="has-dark-background">${LAB}</section>`,
    still: ['dark', 'dark'],
  },
  'Furo, switched by body[data-theme]': {
    css: 'body { --background: #fff; --ink: #000; background: var(--background); color: var(--ink) } body[data-theme="dark"] { --background: #131416; --ink: #cfd0d0 } @media (prefers-color-scheme: dark) { body:not([data-theme="light"]) { --background: #131416; --ink: #cfd0d0 } }',
    turn: 'document.body.dataset.theme = "light"',
    still: ['light', 'dark'],
    turned: 'light',
  },
  'MkDocs with Material, switched by body[data-md-color-scheme]': {
    css: 'body { --bg: hsla(0, 0%, 100%, 1); --fg: hsla(0, 0%, 0%, 0.87); background-color: var(--bg); color: var(--fg); transition: background-color 20ms, color 20ms } body[data-md-color-scheme="slate"] { --bg: hsla(225, 15%, 14%, 1); --fg: hsla(225, 15%, 90%, 0.82); color-scheme: dark }',
    turn: 'document.body.dataset.mdColorScheme = "slate"',
    still: ['light', 'light'],
    turned: 'dark',
  },
  'Tailwind, switched by html.dark, in colours of oklch': {
    css: 'body { background-color: oklch(1 0 0); color: oklch(0.145 0 0) } .dark body { background-color: oklch(0.145 0 0); color: oklch(0.985 0 0) }',
    turn: 'document.documentElement.classList.add("dark")',
    still: ['light', 'light'],
    turned: 'dark',
  },
  'VitePress, switched by html.dark': {
    css: ':root { --bg: #ffffff; --ink: rgba(60, 60, 67); } .dark { --bg: #1b1b1f; --ink: rgba(255, 255, 245, 0.86); color-scheme: dark } body { background-color: var(--bg); color: var(--ink); transition: background-color 50ms }',
    turn: 'document.documentElement.className = "dark"',
    still: ['light', 'light'],
    turned: 'dark',
  },
  'Docusaurus, switched by html[data-theme]': {
    css: 'html { background-color: #fff; color: #1c1e21 } html[data-theme="dark"] { color-scheme: dark; background-color: #1b1b1d; color: #e3e3e3 }',
    turn: 'document.documentElement.dataset.theme = "dark"',
    still: ['light', 'light'],
    turned: 'dark',
  },
  'half-transparent boxes on one another': {
    css: 'body { background: #fff; color: #fff } .veil { background: rgb(0 0 0 / 60%) }',
    html: `<div class="veil"><div class="veil">${LAB}</div></div>`,
    still: ['dark', 'dark'],
  },
  'a picture, under text that stands out from it': {
    css: 'body { background: #fff } .hero { background: linear-gradient(#012, #234); color: #eee }',
    html: `<div class="hero">${LAB}</div>`,
    turn: 'document.querySelector(".hero").style.color = "#111"',
    still: ['dark', 'dark'],
    turned: 'light',
  },
  'a style sheet that another takes the place of': {
    css: 'body { background: #fff; color: #000 }',
    head: '<style id="night" media="not all">body { background: #111 !important; color: #ddd !important }</style>',
    turn: 'document.getElementById("night").media = "all"',
    still: ['light', 'light'],
    turned: 'dark',
  },
  'a style sheet that a script disables': {
    css: 'body { background: #fff; color: #000 }',
    head: '<style>body { background: #111 !important; color: #ddd !important }</style>',
    turn: 'document.styleSheets[1].disabled = true',
    still: ['dark', 'dark'],
    turned: 'light',
  },
  'a switch that is a check box, without any script': {
    css: 'body { background: #fff; color: #000 } body:has(:checked) { background: #111; color: #ddd }',
    html: `<input type="checkbox" id="switch">${LAB}`,
    turn: 'document.getElementById("switch").click()',
    still: ['light', 'light'],
    turned: 'dark',
  },
  'a page that declares to be made for the dark by a tag': {
    css: '',
    head: '<meta name="color-scheme" content="dark">',
    still: ['dark', 'dark'],
  },
  'a page that declares both': {
    css: '',
    head: '<meta name="color-scheme" content="light dark">',
    still: ['light', 'dark'],
  },
};

/**
 * @param {Page} page
 * @returns {Promise<string>} the colours that the lab comes in
 */
async function firstTheme(page) {
  const surface = page.locator('moon-lab .surface');
  await surface.waitFor({ state: 'attached' });
  return surface.evaluate(({ dataset }) => dataset.theme ?? 'light');
}

/**
 * @param {Page} page
 * @param {string} theme
 */
function waitForTheme(page, theme) {
  const isDark = '[data-theme="dark"]';
  const wanted = theme === 'dark' ? isDark : `:not(${isDark})`;
  return page.locator(`moon-lab .surface${wanted}`).waitFor({ state: 'attached' });
}

for (const [host, { css, html = LAB, head = '', still, turn, turned }] of Object.entries(HOSTS)) {
  test(`on ${host}, a lab has the colours that the page has`, () =>
    visitHost(
      site,
      `<style>${css}</style>${head}${html}`,
      async (page) => {
        assert.equal(await firstTheme(page), still[1], 'under a dark system');
        await page.emulateMedia({ colorScheme: 'light' });
        await waitForTheme(page, still[0]);
        await page.emulateMedia({ colorScheme: 'dark' });
        await waitForTheme(page, still[1]);
        if (!turn || !turned) return;
        await page.evaluate(turn);
        await waitForTheme(page, turned);
      },
      { colorScheme: 'dark', before: (page) => page.addInitScript(markBody) },
    ));
}

/** Runs in the page: what reveal.js does with a page that is all slides. */
function markBody() {
  document.addEventListener('DOMContentLoaded', () => {
    document.body.className = 'reveal-viewport';
  });
}

test('a lab in a slot of a shadow tree stands on the background of the slot', () =>
  visitHost(
    site,
    `<div id="card"><template shadowrootmode="open"><div style="background: #123; color: #fff"><slot></slot></div></template>${LAB}</div>`,
    async (page) => {
      await waitForTheme(page, 'dark');
      await page.evaluate(() => {
        const inner = document.getElementById('card')?.shadowRoot?.firstElementChild;
        inner?.setAttribute('style', 'background: white; color: black');
      });
      await waitForTheme(page, 'light');
    },
  ));

test('a lab that is moved takes the colours of where it has come to', () =>
  visitHost(
    site,
    `${LAB}<div id="dark" style="background: #111; color: #eee"></div>`,
    async (page) => {
      await waitForTheme(page, 'light');
      await page.evaluate(() => {
        document
          .getElementById('dark')
          ?.append(/** @type {Node} */ (document.querySelector('moon-lab')));
      });
      await waitForTheme(page, 'dark');
      await page.evaluate(() => {
        /** @type {HTMLElement} */ (document.getElementById('dark')).style.background = 'white';
      });
      await settle(page);
      // Pale text says that the white is not what is seen.
      await waitForTheme(page, 'dark');
      await page.evaluate(() => {
        /** @type {HTMLElement} */ (document.getElementById('dark')).style.color = 'black';
      });
      await waitForTheme(page, 'light');
    },
  ));

test('a lab is never seen in colours that are not the page’s', () =>
  visitHost(
    site,
    `<style>body { background: #fff }</style>${LAB}`,
    async (page) => {
      await waitForState(page, 'ready');
      await settle(page);
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).themes), ['light']);
    },
    { colorScheme: 'dark', before: (page) => page.addInitScript(watchThemes) },
  ));

/** Runs in the page: collects what theme the lab has whenever a frame is painted. */
function watchThemes() {
  /** @type {Set<string>} */
  const themes = new Set();
  Object.defineProperty(window, 'themes', { get: () => [...themes] });
  const look = () => {
    const surface = document.querySelector('moon-lab')?.shadowRoot?.querySelector('.surface');
    if (surface) themes.add(/** @type {HTMLElement} */ (surface).dataset.theme ?? 'light');
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
