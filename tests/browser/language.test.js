import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import GERMAN from '../../web/languages/de.js';
import { ENGLISH } from '../../web/languages/en.js';
import { ENGLISH_LATER } from '../../web/languages/later/en.js';
import { visitHost } from './host-page.js';
import { button, listen, readLab, startSite, waitForEpoch, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const german = (/** @type {Page} */ page) => button(page, GERMAN.transport.train).waitFor();
const english = (/** @type {Page} */ page) => button(page, ENGLISH.transport.train).waitFor();

/**
 * @param {unknown} value
 * @returns {string[]} the words in it, of which functions have none until they are called
 */
function phrases(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(phrases) : [];
}

/**
 * @param {Page} page
 * @returns {Promise<string[]>} all that the first lab says, to eyes and to screen readers
 */
function saidBy(page) {
  return page.evaluate(() => {
    const root = document.querySelector('moon-lab')?.shadowRoot;
    const words = [];
    for (const element of root?.querySelectorAll('*') ?? []) {
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-description', 'alt']) {
        words.push(element.getAttribute(name) ?? '');
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) words.push(node.textContent ?? '');
      }
    }
    return words.map((text) => text.trim()).filter((text) => text !== '');
  });
}

test('a lab speaks the language of the nearest lang, whichever element has it', () =>
  visitHost(
    site,
    '<div lang="fr"><section lang="de-AT"><moon-lab></moon-lab></section></div>',
    async (page) => {
      await german(page);
      await waitForState(page, 'ready');
      const setLang = (/** @type {string} */ selector, /** @type {string | null} */ lang) =>
        page.evaluate(
          ([where, tag]) => {
            const element = document.querySelector(where ?? '');
            if (tag === null) element?.removeAttribute('lang');
            else element?.setAttribute('lang', tag);
          },
          [selector, lang],
        );
      await setLang('moon-lab', 'en-GB');
      await english(page);
      await setLang('moon-lab', null);
      await german(page);
      await setLang('section', null);
      // French there is none yet.
      await english(page);
      await setLang('html', 'DE');
      await setLang('div', null);
      await german(page);
    },
  ));

test('it does so in a shadow tree, and when it is moved', () =>
  visitHost(site, '<div id="host" lang="de"></div><p lang="en"></p>', async (page) => {
    await page.evaluate(() => {
      const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
      root?.append(document.createElement('moon-lab'));
    });
    await german(page);
    await page.evaluate(() => {
      const lab = document.getElementById('host')?.shadowRoot?.querySelector('moon-lab');
      document.querySelector('p')?.append(/** @type {Node} */ (lab));
    });
    await english(page);
    await page.evaluate(() => document.querySelector('p')?.setAttribute('lang', 'de'));
    await german(page);
  }));

test('in German not a word of English is left, and numbers are written as there', () =>
  visitHost(site, '<moon-lab lang="de" goal="test-accuracy>=0.8"></moon-lab>', async (page) => {
    await german(page);
    await waitForState(page, 'ready');
    await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      for (const panel of lab?.shadowRoot?.querySelectorAll('details') ?? []) panel.open = true;
      if (lab) lab.config = { noise: 7 };
      await lab?.step(60);
    });
    await page.getByText(GERMAN.inside.gradients.reasons.agree).waitFor();
    const { metrics } = await readLab(page);
    const said = await saidBy(page);
    const words = new Set(phrases(GERMAN));
    const foreign = phrases({ ...ENGLISH, ...ENGLISH_LATER }).filter(
      (text) => !words.has(text) && said.includes(text),
    );
    assert.deepEqual(foreign, []);
    // The sentences that are put together, too: none has an English word that German lacks.
    const telling = /\b(the|and|of|is|with|points|epochs?|loss|weights?|class \d)\b/i;
    assert.deepEqual(
      said.filter((text) => telling.test(text)),
      [],
    );
    assert.ok(said.includes(`${(100 * metrics.testAccuracy).toFixed(1).replace('.', ',')}\u00a0%`));
    assert.ok(said.some((text) => text.startsWith('Rauschen: 7') && text.includes('0 bis 1')));
  }));

test('the language changes under way: training, curves, drafts and open panels stay', () =>
  visitHost(site, '<moon-lab></moon-lab>', async (page) => {
    await waitForState(page, 'ready');
    const errors = await listen(page, 'error');
    await page.evaluate(async () => {
      const lab = document.querySelector('moon-lab');
      const area = lab?.shadowRoot?.querySelector('textarea');
      const panel = lab?.shadowRoot?.querySelector('details');
      if (area) area.value = '1, 2';
      if (panel) panel.open = true;
      if (lab) lab.config = { samples: 1 };
      await lab?.step(30);
      await lab?.train();
      document.documentElement.lang = 'de';
    });
    await waitForEpoch(page, 31);
    await button(page, GERMAN.transport.pause).click();
    await waitForState(page, 'paused');
    const { epochs, metrics } = await readLab(page);
    assert.ok(metrics.epoch > 30, 'it went on');
    assert.equal(epochs, metrics.epoch + 1);
    assert.equal(await page.locator('moon-lab textarea').inputValue(), '1, 2');
    assert.equal(await page.locator('moon-lab details').first().getAttribute('open'), '');
    await page.getByText('Datenpunkte: 1 ist', { exact: false }).waitFor();
    const last = metrics.epoch.toLocaleString('de');
    await page
      .getByText(`Verlust von Epoche 0 bis ${last}: `, { exact: false })
      .waitFor({ state: 'attached' });
    const [{ message }] = await errors();
    assert.match(message, /^samples: 1 is /, 'scripts are spoken to in English, as before');
  }));

test('a frame is told its language by its address', () =>
  site.visit({ path: '/dist/frame.html', query: '?lang=de&noise=0.1' }, async (page) => {
    await german(page);
    await waitForState(page, 'ready');
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    assert.equal((await readLab(page)).config.noise, 0.1);
  }));

test('a language that cannot be fetched leaves the lab as it is', () =>
  visitHost(
    site,
    '<moon-lab lang="de"></moon-lab>',
    async (page) => {
      await waitForState(page, 'ready');
      await english(page);
    },
    {
      allowedMessages: /Failed to load resource/,
      before: (page) => page.route('**/de-*.js', (route) => route.abort()),
    },
  ));

test('a lab comes up, trains and changes its language without the browser’s formats, the first of which is slow', () =>
  site.visit({ before: (page) => page.addInitScript(noteFormats) }, async (page) => {
    await waitForState(page, 'ready');
    await button(page, ENGLISH.transport.train).click();
    await waitForEpoch(page, 5);
    await page.evaluate(() => (document.documentElement.lang = 'de'));
    await button(page, GERMAN.transport.pause).click();
    await waitForState(page, 'paused');
    const formatted = () => page.evaluate(() => Reflect.get(window, 'formatted'));
    assert.deepEqual(await formatted(), []);
    await page.evaluate(() => [new Intl.NumberFormat('en'), (1).toLocaleString()]);
    assert.deepEqual(await formatted(), ['NumberFormat', 'toLocaleString']);
  }));

/** Runs in the page: notes every use of the browser's formats. */
function noteFormats() {
  /** @type {string[]} */
  const formatted = [];
  Object.assign(window, { formatted });
  const note = (/** @type {object} */ owner, /** @type {string} */ name) => {
    const given = Reflect.get(owner, name);
    Reflect.set(
      owner,
      name,
      new Proxy(given, {
        construct(target, options) {
          formatted.push(name);
          return Reflect.construct(target, options);
        },
        apply(target, self, options) {
          formatted.push(name);
          return Reflect.apply(target, self, options);
        },
      }),
    );
  };
  for (const name of Object.getOwnPropertyNames(Intl)) note(Intl, name);
  for (const { prototype } of [Number, BigInt, Date, Array]) note(prototype, 'toLocaleString');
  note(String.prototype, 'localeCompare');
}
