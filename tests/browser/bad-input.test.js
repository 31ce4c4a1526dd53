import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { button, listen, readLab, startSite, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** @type {[attribute: string, text: string, message: RegExp][]} */
const BAD = [
  ['samples', '0', /samples: .*0.* too small; allowed are 4 to 10000/],
  ['samples', '3', /samples: .*3.* too small; allowed are 4 to 10000/],
  ['samples', '-1', /samples: .*-1.* too small; allowed are 4 to 10000/],
  ['samples', '1e9', /samples: .*1000000000.* too large; allowed are 4 to 10000/],
  ['samples', 'abc', /samples: .*abc.* not a whole number; allowed are 4 to 10000/],
  ['noise', '-1', /noise: .*-1.* too small; allowed are 0 to 1/],
  ['noise', 'NaN', /noise: .*NaN.* not a number; allowed are 0 to 1/],
  ['layers', '0', /layers: .*0.* too small; allowed are 0 to 6 layers of 1 to 64 neurons/],
  ['layers', '8,,8', /layers: .* not a whole number; allowed are 0 to 6 layers/],
  ['layers', '8,8,8,8,8,8,8', /layers: .*7 layers; allowed are 0 to 6 layers/],
  ['learning-rate', '0', /learning-rate: .*0.* too small; allowed are numbers above 0, up to 10/],
  ['learning-rate', '-1', /learning-rate: .*-1.* too small; allowed are numbers above 0/],
  ['learning-rate', '1e300', /learning-rate: .*1e\+300.* too large; allowed are numbers above 0/],
  ['preset', 'best', /preset: .*best.* not known; allowed are default, notebook/],
];

/** Where the messages stand that did not come from a control. */
const NOTICE = '.notice-messages';

/** @param {import('./support.js').Page} page */
async function trainsOn(page) {
  await waitForState(page, 'ready');
  await button(page, 'Step').click();
  await waitForState(page, 'paused');
  assert.equal((await readLab(page)).query, '', 'every setting has kept its value');
}

/**
 * Several in one address, each setting once.
 *
 * @returns {(typeof BAD)[]}
 */
function addresses() {
  /** @type {(typeof BAD)[]} */
  const groups = [];
  for (const bad of BAD) {
    const group = groups.find((others) => others.every(([name]) => name !== bad[0]));
    if (group) group.push(bad);
    else groups.push([bad]);
  }
  return groups;
}

test('bad values in the address are named, and the page goes on', async () => {
  for (const group of addresses()) {
    const query = new URLSearchParams(group.map(([name, text]) => [name, text]));
    await site.visit({ query: `?${query}` }, async (page) => {
      const messages = await page.locator(NOTICE).getByRole('listitem').allTextContents();
      assert.equal(messages.length, group.length);
      for (const [, , message] of group) {
        assert.ok(
          messages.some((text) => message.test(text)),
          `${message} is not in ${messages}`,
        );
      }
      await trainsOn(page);
    });
  }
});

test('an address of rubbish is reported, what is right in it is used', () =>
  site.visit({ query: '?%ff&=&&samples&noise=0.3&<b>x</b>=1&seed=1&seed=2' }, async (page) => {
    const messages = page.locator(NOTICE).getByRole('listitem');
    assert.ok((await messages.count()) >= 4);
    assert.equal(await page.locator(NOTICE).locator('b').count(), 0, 'markup stays text');
    await waitForState(page, 'ready');
    assert.equal((await readLab(page)).query, '?noise=0.3');
    await button(page, 'Dismiss').click();
    await page.locator(NOTICE).waitFor({ state: 'hidden' });
  }));

test('bad attributes and bad config are named, and the previous value stays', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const errors = await listen(page, 'error');
    for (const way of ['attribute', 'config']) {
      for (const [index, [name, text, message]] of BAD.entries()) {
        const kept = await page.evaluate(
          async ([how, attribute, value]) => {
            const lab = document.querySelector('moon-lab');
            if (!lab) throw new Error('no lab');
            const key = attribute.replace(/-./g, (hyphen) => hyphen[1].toUpperCase());
            if (how === 'attribute') lab.setAttribute(attribute, value);
            else lab.config = /** @type {any} */ ({ [key]: value });
            await Promise.resolve();
            return lab.getAttribute(attribute);
          },
          [way, name, text],
        );
        const all = await errors();
        const { type, message: last } = all[all.length - 1];
        assert.equal(all.length, index + 1 + (way === 'config' ? BAD.length : 0));
        assert.equal(type, 'config');
        assert.match(last, message);
        assert.equal(await page.locator(NOTICE).textContent(), last);
        assert.equal(kept, null, 'the attribute says what the lab does');
      }
    }
    await trainsOn(page);
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
