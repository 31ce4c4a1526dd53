import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { ENGLISH } from '../../web/languages/en.js';
import { SCHEMA } from '../../web/state/schema.js';
import { settingWords } from '../../web/state/setting-words.js';
import { validValues } from '../web/config-values.js';
import { MARKUP, spell } from './spelling.js';
import { startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** As far as they go, values are also tried in the page's own address, all settings at once. */
const ADDRESSES = 3;
/** What no server takes in an address; it is put behind `#`, which is tested with own points. */
const LONGEST_VALUE = 200;
/** Where the messages stand that did not come from a control. */
const NOTICE = '.notice-messages';
/** Names that every object has. */
const INBORN = ['__proto__', 'constructor', 'toString'];

/**
 * The configurator, which has a control for every setting. Its engine never comes: here nothing is
 * trained, and ten thousand points need not be drawn again and again.
 *
 * @param {(page: Page) => Promise<void>} use
 */
const visitConfigurator = (use) =>
  site.visit(
    {
      path: '/dist/embed.html',
      before: (page) => page.route('**/*.wasm', () => new Promise(() => {})),
    },
    async (page) => {
      await page.locator('moon-lab .group .field').first().waitFor();
      await use(page);
    },
  );

/**
 * Runs in the page, where thousands of values take no longer than a few would from here.
 *
 * @param {Page} page
 * @param {'giveWhatIsAllowed' | 'giveWhatIsNot'} name
 * @returns {Promise<{ count: number, wrong: string[] }>}
 */
const walk = (page, name) =>
  page.evaluate(async (which) => {
    /** Served with the site, as the rest of the project is. */
    const path = '/tests/browser/setting-walk.js';
    const steps = await import(path);
    return steps[which]();
  }, name);

test('each setting, given as attribute, JSON, query or by its control, is the same in all four', () =>
  visitConfigurator(async (page) => {
    const { count, wrong } = await walk(page, 'giveWhatIsAllowed');
    assert.deepEqual(wrong, []);
    assert.ok(count > 4 * SCHEMA.length);
  }));

test('what a setting cannot be is refused by its name in all four, and the value before stays', () =>
  visitConfigurator(async (page) => {
    const { count, wrong } = await walk(page, 'giveWhatIsNot');
    assert.deepEqual(wrong, []);
    assert.ok(count > 4 * SCHEMA.length);
    await assertNothingRan(page);
  }));

test('settings that there are not are refused by their names', () =>
  visitConfigurator(async (page) => {
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      lab?.addEventListener('error', (/** @type {any} */ { detail }) => {
        /** @type {any} */ (window).complaints.push(detail.message);
      });
    });
    for (const name of [MARKUP, ...INBORN, 'Samples', 'test_size', '']) {
      const isNear = ['Samples', 'test_size'].includes(name);
      for (const way of /** @type {const} */ (['config', 'query'])) {
        const messages = await page.evaluate(
          ([how, unknown]) => {
            const lab = /** @type {any} */ (document.querySelector('moon-lab'));
            /** @type {any} */ (window).complaints = [];
            // As from a file: `__proto__` is then a name like any other.
            if (how === 'config')
              lab.config = JSON.parse(`{ ${JSON.stringify(unknown)}: { "samples": 5 } }`);
            else lab.query = `?${new URLSearchParams([[unknown, '5']])}`;
            return /** @type {any} */ (window).complaints;
          },
          [way, name],
        );
        // In an address what is nothing like a setting is somebody else's.
        const isTold = way === 'config' || isNear;
        assert.equal(messages.length, isTold ? 1 : 0, `${way}: ${name}`);
        if (!isTold) continue;
        const [message] = messages;
        const start = name === '' ? '""' : name.slice(0, 39);
        assert.ok(message.startsWith(start), `${way}: ${message}`);
        assert.match(message, / is not a setting; allowed are preset, /);
        if (isNear) assert.match(message, /\. Did you mean (samples|testSize|test-size)\?$/);
      }
    }
    assert.equal(await page.evaluate(() => document.querySelector('moon-lab')?.query), '');
    await assertNothingRan(page);
  }));

/**
 * @param {[import('../../web/state/types.js').Entry, unknown][]} values
 * @returns {typeof values} without those that do not go together with others before them
 */
function goingTogether(values) {
  /** @type {typeof values} */
  const given = [];
  for (const one of values) {
    const patch = [...given, one].map(([{ key }, value]) => /** @type {const} */ ([key, value]));
    const { config, errors } = applyPatch(defaultConfig(), Object.fromEntries(patch));
    const isKept = patch.every(([key, value]) => spell(config[key]) === spell(value));
    if (errors.length === 0 && isKept) given.push(one);
  }
  return given;
}

test('the address of the page says the same, all settings at once', async () => {
  for (let round = 0; round < ADDRESSES; round += 1) {
    const given = goingTogether(
      SCHEMA.map((entry) => {
        const short = validValues(entry).filter((value) => spell(value).length <= LONGEST_VALUE);
        return [entry, short[round % short.length]];
      }),
    );
    assert.ok(given.length > SCHEMA.length - 6, `${given.length} of ${SCHEMA.length}`);
    const query = `?${new URLSearchParams(given.map(([{ attribute }, value]) => [attribute, spell(value)]))}`;
    await site.visit({ query }, async (page) => {
      await page.waitForFunction(() => document.querySelector('moon-lab')?.query !== undefined);
      const { config, messages } = await page.evaluate(() => ({
        config: /** @type {any} */ (document.querySelector('moon-lab')?.config),
        messages: document.querySelector('moon-lab')?.shadowRoot?.querySelector('.notice-messages')
          ?.textContent,
      }));
      assert.equal(messages, '');
      for (const [{ key, attribute }, value] of given)
        assert.deepEqual(config[key], value, attribute);
    });
  }
});

const { href: OFFLINE } = new URL('../../dist/moonlab-offline.html', import.meta.url);
/** The settings of these are taken from their address. @type {Record<string, object>} */
const SET_UP = {
  index: { path: '/dist/index.html' },
  frame: { path: '/dist/frame.html' },
  'the offline file': { at: OFFLINE, offline: true },
};
/** @type {Record<string, object>} */
const PAGES = {
  ...SET_UP,
  embed: { path: '/dist/embed.html' },
  lesson: { path: '/dist/lesson.html' },
};

for (const [name, place] of Object.entries(PAGES)) {
  test(`an address full of markup is only told: ${name}`, () => {
    const names = SCHEMA.map(({ attribute }) => attribute);
    const near = `<b>layers</b>`;
    const others = [MARKUP, ...INBORN, 'lang'];
    const query = `?${new URLSearchParams([...names, near, ...others].map((one) => [one, MARKUP]))}`;
    const whole = 'at' in place ? { ...place, at: `${place.at}#${query}` } : { ...place, query };
    return site.visit(whole, async (page) => {
      if (name !== 'lesson') await waitForState(page, 'ready');
      if (name in SET_UP) {
        const messages = await page.locator(NOTICE).getByRole('listitem').allTextContents();
        const told = messages.map((text) => text.slice(0, text.indexOf(': ')));
        // Classes may be called so.
        const refused = SCHEMA.filter(({ attribute }) => attribute !== 'class-names');
        const labels = refused.map((entry) => settingWords(ENGLISH, entry).label);
        assert.deepEqual(told.sort(), [...labels, near].sort());
      }
      await assertNothingRan(page);
    });
  });
}

/** @param {Page} page */
async function assertNothingRan(page) {
  const found = await page.evaluate(() => ({
    hacked: 'hacked' in window,
    polluted: 'samples' in {} || 'hacked' in {},
    markup:
      document.querySelectorAll('[onerror]').length +
      (document.querySelector('moon-lab')?.shadowRoot?.querySelectorAll('img, script, [onerror]')
        .length ?? 0),
  }));
  assert.deepEqual(found, { hacked: false, polluted: false, markup: 0 });
}
