import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { button, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** Every element may have these. */
const GLOBAL =
  'accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint ' +
  'exportparts headingoffset id inert inputmode is itemid itemprop itemref itemscope itemtype ' +
  'lang nonce part popover role slot spellcheck style tabindex title translate virtualkeyboardpolicy ' +
  'writingsuggestions xmlns align onclick onload ' +
  'aria-label aria-hidden aria-live data-theme data-sett data-samples data-testid data-v-7ba5bd90';
/** What Vue, Angular, Alpine, htmx, Svelte, Astro, Blazor, Stimulus and others leave in a page. */
const FRAMEWORKS =
  'v-cloak v-if v-data x-data x-init x-bind:samples :samples @ready v-on:goal ng-init ng-hide ng-version ' +
  '_ngcontent-ng-c123 _nghost-ng-c123 [samples] (goal) *goal #goal hx-get hx-init astro-cid-abcdefgh ' +
  'client:load on:goal bind:samples b-0a1b2c3d4e wire:init data-controller data-action jsaction jsname ' +
  'ref key key-id slotted fetchpriority suppresshydrationwarning data-reactroot up-data q:id';

/** @param {Page} page */
const notices = (page) => page.locator('.notice-messages li').allTextContents();

/** Collects what is complained of, from the first moment on. @param {Page} page */
const collect = (page) =>
  page.addInitScript(() => {
    /** @type {string[]} */
    const complaints = [];
    Object.assign(window, { complaints });
    addEventListener('error', (event) => {
      if (event instanceof CustomEvent) complaints.push(event.detail.message);
    });
  });

/** @param {Page} page @returns {Promise<string[]>} */
const complaints = (page) => page.evaluate(() => /** @type {any} */ (window).complaints);

test('misspelt attributes are told with the right name, beside a bad value, and once', () =>
  visitHost(
    site,
    '<moon-lab learningRate="1" lerning-rate="1" test_size="0.5" dataset-="xor" samples="3"></moon-lab>',
    async (page) => {
      await waitForState(page, 'ready');
      const expected = [
        /^learningrate: is not a setting; allowed are preset, problem, data-set, .*\. Did you mean learning-rate\?$/,
        /^lerning-rate: is not a setting; .*\. Did you mean learning-rate\?$/,
        /^test_size: is not a setting; .*\. Did you mean test-size\?$/,
        /^dataset-: is not a setting; .*\. Did you mean data-set\?$/,
        // In the lab a setting has the name of its control, for developers that of the attribute.
        /^samples: 3 is too small/i,
      ];
      for (const texts of [await notices(page), await complaints(page)]) {
        assert.equal(texts.length, expected.length, texts.join('\n'));
        expected.forEach((pattern, i) => assert.match(texts[i], pattern));
      }
      assert.match((await notices(page))[4], /^Samples/);
      assert.match((await complaints(page))[4], /^samples/);
      await button(page, 'Dismiss').click();
      // Moved, set up anew and asked, it says nothing again.
      await page.evaluate(async () => {
        const lab = document.querySelector('moon-lab');
        if (!lab) return;
        document.body.append(lab);
        lab.setAttribute('lerning-rate', '2');
        lab.setAttribute('samples', '200');
        await lab.config;
      });
      await waitForState(page, 'ready');
      assert.deepEqual(await notices(page), []);
      assert.equal((await complaints(page)).length, expected.length);
    },
    { before: collect },
  ));

test('a misspelt attribute is told whenever it comes', () =>
  visitHost(
    site,
    '<moon-lab></moon-lab>',
    async (page) => {
      await waitForState(page, 'ready');
      await page.evaluate(() => {
        document.querySelector('moon-lab')?.setAttribute('batch_size', '10');
        const lab = document.createElement('moon-lab');
        lab.setAttribute('optimiser', 'sgd');
        document.body.prepend(lab);
      });
      await page.waitForFunction(() => /** @type {any} */ (window).complaints.length === 2);
      const [batches, optimizer] = (await complaints(page)).sort();
      assert.match(batches, /^batch_size: .* Did you mean batch-size\?$/);
      assert.match(optimizer, /^optimiser: .* Did you mean optimizer\?$/);
    },
    { before: collect },
  ));

test('attributes of HTML and of frameworks are none of the lab’s business', () =>
  visitHost(
    site,
    `<moon-lab ${GLOBAL} ${FRAMEWORKS}></moon-lab>`,
    async (page) => {
      await waitForState(page, 'ready');
      await page.evaluate(() => {
        const lab = document.querySelector('moon-lab');
        lab?.toggleAttribute('hidden');
        lab?.setAttribute('v-goal', '');
      });
      assert.deepEqual(await complaints(page), []);
      assert.deepEqual(await notices(page), []);
    },
    { before: collect },
  ));

for (const [markup, isOn] of /** @type {[string, boolean][]} */ ([
  ['autoplay', true],
  ['autoplay=""', true],
  ['autoplay="autoplay"', true],
  ['AUTOPLAY="Autoplay"', true],
  ['autoplay="true"', true],
  ['autoplay="false"', false],
])) {
  test(`<moon-lab ${markup}> is ${isOn ? 'on' : 'off'}, as HTML and frameworks write it`, () =>
    visitHost(site, `<moon-lab epochs="3" ${markup}></moon-lab>`, async (page) => {
      await waitForState(page, isOn ? 'finished' : 'ready');
      assert.deepEqual(await notices(page), []);
    }));
}

const SWALLOWED =
  /^warning: What stands in <moon-lab>, from <([a-z0-9-]+)> on, is not shown: HTML has no <moon-lab \/>/;

/**
 * @param {string} body
 * @returns {Promise<string[]>} what the console is told
 */
async function warnings(body) {
  /** @type {string[]} */
  const seen = [];
  await visitHost(
    site,
    body,
    async (page) => {
      await waitForState(page, 'ready');
    },
    {
      before: async (page) => {
        page.on('console', (message) => seen.push(`${message.type()}: ${message.text()}`));
      },
      allowedMessages: SWALLOWED,
    },
  );
  return seen;
}

for (const [what, body, told] of /** @type {[string, string, string[]][]} */ ([
  ['the page after it', '<moon-lab /><h2>Then</h2><p>More</p>', ['h2']],
  ['the script', '<moon-lab />', ['script']],
  ['another', '<moon-lab data-set="xor" /><moon-lab /><p>More</p>', ['moon-lab', 'p']],
  ['the rest of its box', '<div><moon-lab /><p>1</p><p>2</p></div><p>3</p>', ['p']],
])) {
  test(`<moon-lab /> swallows ${what}, which is warned of`, async () => {
    const found = (await warnings(body)).map((text) => SWALLOWED.exec(text)?.[1]);
    assert.deepEqual(found, told);
  });
}

test('what stands in for a lab is not warned of', async () => {
  const bodies = [
    '<moon-lab></moon-lab>\n<p>More</p>',
    '<div><moon-lab></moon-lab></div>',
    '<div><moon-lab><a href="#">The lab</a></moon-lab></div>',
    '<div><moon-lab><p>It takes a <a href="#">while</a>.</p></moon-lab></div>',
    '<moon-lab>\n<p>No lab here.</p>\n<p>See <a href="#">there</a>.</p>\n</moon-lab>\n<p>More</p>',
    '<div><moon-lab><!-- a --><p slot="poster">Soon</p><p slot="fallback">Not here</p></moon-lab></div>',
  ];
  assert.deepEqual(await warnings(bodies.join('\n')), []);
});
