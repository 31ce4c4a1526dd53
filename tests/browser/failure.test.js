import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ANSWERS, startBadHost } from './bad-host.js';
import { visitHost } from './host-page.js';
import { button, startSite, waitForEpoch, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const WASM = /\.wasm$/;
const TRAIN = { en: 'Train', de: 'Trainieren' };

/** @param {Page} page @param {RegExp} text */
const isTold = (page, text) => page.getByRole('listitem').filter({ hasText: text }).waitFor();

/** @param {Page} page */
const speakGerman = (page) =>
  page.evaluate(() => {
    document.documentElement.lang = 'de';
  });

/**
 * A page with a lab on a host that answers so.
 *
 * @param {{ files: RegExp, answer: import('./bad-host.js').Answer }} how
 * @param {(page: Page, host: import('./bad-host.js').BadHost) => Promise<void>} use
 */
async function visitBad({ files, answer }, use) {
  const host = await startBadHost(
    '<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">' +
      '<body><moon-lab loading="eager"></moon-lab><script type="module" src="dist/moon-lab.js"></script>',
  );
  host.spoil(files, answer);
  try {
    await site.visit(
      {
        at: `${host.origin}/page.html`,
        // What the browser itself says of each.
        allowedMessages: /Failed to load resource|MIME type|net::ERR/,
      },
      (page) => use(page, host),
    );
  } finally {
    host.close();
  }
}

/** @type {[why: string, answer: import('./bad-host.js').Answer, en: RegExp, de: RegExp][]} */
const FAILURES = [
  [
    'the connection drops',
    ANSWERS.dropped,
    /could not be fetched from http:\S+\.wasm\. Check the connection.*\(CORS\), then press Train\.$/,
    /war bei http:\S+\.wasm nicht zu erreichen\. Die Verbindung prüfen.*\(CORS\), dann Trainieren drücken\.$/,
  ],
  ['the connection drops half-way', ANSWERS.cut, /could not be fetched/, /nicht zu erreichen/],
  [
    'the file is not there',
    ANSWERS.missing,
    /\.wasm answered 404\. Once the file is there, press Train\.$/,
    /\.wasm antwortete mit 404\. Sobald die Datei da ist, Trainieren drücken\.$/,
  ],
  [
    'the host answers with a page for everything',
    ANSWERS.otherwise,
    /\.wasm answered text\/html\. Once the file is there, press Train\.$/,
    /\.wasm antwortete mit text\/html\. Sobald die Datei da ist, Trainieren drücken\.$/,
  ],
  [
    'the module is cut off',
    ANSWERS.truncated,
    /came damaged or incomplete from \S+\.wasm\. Press Train to fetch it again\.$/,
    /beschädigt oder unvollständig von \S+\.wasm\. Trainieren drücken, um ihn noch einmal zu holen\.$/,
  ],
  ['the module is corrupt', ANSWERS.corrupt, /came damaged/, /kam beschädigt/],
];

for (const [why, answer, en, de] of FAILURES) {
  test(`where ${why}, a lab says so and what to do, and Train tries again`, () =>
    visitBad({ files: WASM, answer }, async (page, host) => {
      await waitForState(page, 'failed');
      await isTold(page, en);
      await button(page, TRAIN.en).click();
      await waitForState(page, 'failed');
      await isTold(page, en);
      await speakGerman(page);
      await isTold(page, de);
      await button(page, TRAIN.de).click();
      await waitForState(page, 'failed');
      await isTold(page, de);
      host.mend();
      await button(page, TRAIN.de).click();
      await waitForEpoch(page, 20);
      assert.equal(await page.getByRole('listitem').filter({ hasText: de }).count(), 0);
      assert.equal(page.workers().length, 1, 'in a worker');
    }));
}

test('where the connection is lost as soon as the script is there, Train loads all the rest once it is back', () =>
  visitBad(
    { files: /\.wasm$|\/(worker|main-thread)-/, answer: ANSWERS.dropped },
    async (page, host) => {
      await waitForState(page, 'failed');
      await isTold(page, /Check the connection|the connection is gone/);
      host.mend();
      await button(page, 'Train').click();
      await waitForEpoch(page, 20);
      assert.equal(page.workers().length, 1, 'in a worker again');
    },
  ));

test('where the worker’s script does not come, a lab trains without one', () =>
  visitBad({ files: /\/worker-[^/]*\.js$/, answer: ANSWERS.otherwise }, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Train').click();
    await waitForEpoch(page, 20);
    assert.equal(page.workers().length, 0);
  }));

test('a module of no type is taken as it is', () =>
  visitBad({ files: WASM, answer: ANSWERS.mistyped }, (page) => waitForState(page, 'ready')));

test('Step tries again, too, and what a script asks for meanwhile is told why not', () =>
  visitBad({ files: WASM, answer: ANSWERS.missing }, async (page, host) => {
    await waitForState(page, 'failed');
    const why = await page.evaluate(() =>
      document
        .querySelector('moon-lab')
        ?.predict([[0, 0]])
        .catch(({ message }) => message),
    );
    assert.match(why, /answered 404/);
    host.mend();
    await button(page, 'Step').click();
    await waitForEpoch(page, 1);
  }));

for (const [why, answer] of /** @type {const} */ ([
  ['the connection drops', ANSWERS.dropped],
  ['a new version has taken it away', ANSWERS.missing],
])) {
  test(`where ${why}, a part that is opened says that it could not be loaded, and tries again`, () =>
    visitBad({ files: /gradient-panel/, answer }, async (page, host) => {
      await waitForState(page, 'ready');
      const part = page
        .locator('details', { hasText: 'gradient' })
        .filter({ has: page.locator('.panel-message') })
        .first();
      await page.locator('details').evaluateAll((folds) => {
        for (const fold of folds) /** @type {HTMLDetailsElement} */ (fold).open = true;
      });
      await page
        .locator('.panel-message')
        .filter({ hasText: 'A part of the lab could not be loaded' })
        .waitFor();
      host.mend();
      await part.evaluate(() => {});
      await button(page, 'Step').click();
      await page.locator('.gradient-summary').filter({ hasText: /\w/ }).waitFor();
    }));
}

test('where the connection is lost as soon as the boundary is there, Train brings the rest of the lab', () =>
  visitBad({ files: /\/rest-/, answer: ANSWERS.dropped }, async (page, host) => {
    await waitForState(page, 'failed');
    await isTold(page, /A part of the lab could not be loaded/);
    assert.equal(await page.getByLabel('Learning rate').count(), 0);
    host.mend();
    await button(page, 'Train').click();
    await waitForEpoch(page, 20);
    await page.getByLabel('Learning rate').first().waitFor();
    assert.equal(
      await page
        .getByRole('listitem')
        .filter({ hasText: /part of the lab/ })
        .count(),
      0,
    );
  }));

/** @type {[why: string, options: object, en: RegExp, de: RegExp][]} */
const UNABLE = [
  [
    'the browser has no WebAssembly',
    {
      before: (/** @type {Page} */ page) =>
        page.addInitScript(() =>
          Object.defineProperty(window, 'WebAssembly', { value: undefined }),
        ),
    },
    /has no WebAssembly/,
    /hat kein WebAssembly/,
  ],
  [
    'its WebAssembly has no SIMD',
    { before: (/** @type {Page} */ page) => page.addInitScript(withoutSimd) },
    /lacks SIMD or exceptions.*newer/,
    /fehlen SIMD oder Ausnahmen.*neueren/,
  ],
  [
    'the page’s policy allows none',
    { policy: "script-src 'self'", allowedMessages: /wasm|WebAssembly/i },
    /policy of this page.*needs 'wasm-unsafe-eval'\.$/,
    /Richtlinie dieser Seite.*braucht 'wasm-unsafe-eval'\.$/,
  ],
];

/** As a processor without SSE4.1 has it. */
function withoutSimd() {
  const refuse = () => {
    throw new WebAssembly.CompileError('Wasm SIMD unsupported @+14');
  };
  Object.assign(WebAssembly, {
    validate: () => false,
    Module: refuse,
    compile: async () => refuse(),
    compileStreaming: async () => refuse(),
  });
}

for (const [why, options, en, de] of UNABLE) {
  test(`where ${why}, a lab without other content says what it needs`, () =>
    visitHost(
      site,
      '<moon-lab></moon-lab>',
      async (page) => {
        await waitForState(page, 'failed');
        await isTold(page, en);
        assert.equal(await button(page, TRAIN.en).getAttribute('aria-disabled'), 'true');
        await speakGerman(page);
        await isTold(page, de);
        assert.equal(await button(page, TRAIN.de).getAttribute('aria-disabled'), 'true');
      },
      options,
    ));
}
