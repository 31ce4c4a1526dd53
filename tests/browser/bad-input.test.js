import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { button, listen, readLab, startSite, unfoldControls, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * One of each kind; every setting's are in spellings.test.js.
 *
 * @type {[attribute: string, text: string, message: RegExp][]}
 */
const BAD = [
  ['samples', '3', /Samples: .*3.* too small; allowed are 4 to 10000/],
  ['seed', '1e12', /Seed: .*1000000000000.* too large; allowed are 0 to 4294967295/],
  [
    'epochs',
    'abc',
    /Epoch limit: .*abc.* not a whole number; allowed are 0 \(never\) to 1000000000/,
  ],
  ['noise', 'NaN', /Noise: .*NaN.* not a number; allowed are 0 to 1/],
  [
    'layers',
    '8,8,8,8,8,8,8',
    /Hidden layers: .*7 layers; allowed are 0 to 6 layers of 1 to 64 neurons/,
  ],
  ['learning-rate', '0', /Learning rate: .*0.* too small; allowed are numbers above 0, up to 10/],
  ['preset', 'best', /Preset: .*best.* not known; allowed are default, notebook/],
];

/** Where the messages stand that did not come from a control. */
const NOTICE = '.notice-messages';

/** @param {import('./support.js').Page} page where there are some, or will be */
async function messagesOf(page) {
  const messages = page.locator(NOTICE).getByRole('listitem');
  await messages.first().waitFor();
  return messages.allTextContents();
}

/** @param {import('./support.js').Page} page */
async function trainsOn(page) {
  await waitForState(page, 'ready');
  await button(page, 'Step').click();
  await waitForState(page, 'paused');
  assert.equal((await readLab(page)).query, '', 'every setting has kept its value');
}

test('bad values in the address are named, and the page goes on', () =>
  site.visit(
    { query: `?${new URLSearchParams(BAD.map(([name, text]) => [name, text]))}` },
    async (page) => {
      const messages = await messagesOf(page);
      assert.equal(messages.length, BAD.length);
      for (const [, , message] of BAD) {
        assert.ok(
          messages.some((text) => message.test(text)),
          `${message} is not in ${messages}`,
        );
      }
      await trainsOn(page);
    },
  ));

test('an address of rubbish is reported, what is right in it is used', () =>
  site.visit(
    { query: '?%ff&=&&samples&noise=0.3&<b>layers</b>=1&<b>x</b>=1&seed=1&seed=2' },
    async (page) => {
      const starts = (await messagesOf(page)).map((text) => text.split(':')[0]);
      assert.deepEqual(starts.sort(), ['<b>layers</b>', 'Samples', 'Seed']);
      assert.equal(await page.locator(NOTICE).locator('b').count(), 0, 'markup stays text');
      await waitForState(page, 'ready');
      assert.equal((await readLab(page)).query, '?noise=0.3');
      await button(page, 'Dismiss').click();
      await page.locator(NOTICE).waitFor({ state: 'hidden' });
    },
  ));

for (const path of ['/dist/index.html', '/dist/frame.html']) {
  test(`what others put into an address, or escape twice in it, makes no message: ${path}`, () => {
    const foreign = 'utm_source=news&fbclid=a1&forcedownload=1&verifier=x&date=1&id=7&';
    const query = `?${foreign}lang=de&amp;samples=100&amp;noise=0.3`;
    return site.visit({ path, query }, async (page) => {
      await waitForState(page, 'ready');
      assert.equal((await readLab(page)).query, '?samples=100&noise=0.3');
      assert.deepEqual(await page.locator(NOTICE).getByRole('listitem').allTextContents(), []);
    });
  });
}

test('the language of a frame is also read where its address was escaped twice', () =>
  site.visit({ path: '/dist/frame.html', query: '?samples=100&amp;lang=de' }, async (page) => {
    await button(page, 'Zurücksetzen').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  }));

test('config that is no object, or has unknown keys, is named', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const errors = await listen(page, 'error');
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      for (const value of [null, 'samples', 5, [], { colour: 'red' }]) {
        if (lab) lab.config = /** @type {any} */ (value);
      }
    });
    assert.equal((await errors()).length, 5);
    await trainsOn(page);
  }));

test('a bad value in a control is named beside it, and the previous value comes back', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await unfoldControls(page);
    /** @type {[string, string, string][]} */
    const inputs = [
      ['Samples', '3', '300'],
      ['Samples', '1e9', '300'],
      ['Samples', '', '300'],
      ['Noise', '-1', '0.2'],
      ['Learning rate', '0', '0.03'],
      ['Neurons of layer 1', '65', '8'],
    ];
    for (const [label, input, kept] of inputs) {
      const control = page.getByLabel(label, { exact: true });
      await control.fill(input);
      await control.press('Enter');
      const message = page.locator('.field-error').filter({ hasText: 'allowed are' });
      await message.waitFor();
      assert.equal(await message.count(), 1);
      assert.equal(await control.inputValue(), kept);
    }
    await page.getByLabel('Samples', { exact: true }).fill('200');
    await page.getByLabel('Samples', { exact: true }).press('Enter');
    await page
      .locator('.field-error')
      .filter({ hasText: 'allowed' })
      .waitFor({ state: 'detached' });
    assert.equal((await readLab(page)).config.samples, 200);
  }));
