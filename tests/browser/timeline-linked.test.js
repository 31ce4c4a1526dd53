/** Labs that go together, through the hands of who goes along one of them. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { settle, startSite } from './support.js';
import { chart, slider } from './timeline-support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** @param {string} [first] @param {string} [second] attributes */
const pairOf = (first = '', second = '') =>
  `<moon-lab link="a" loading="eager" ${first}></moon-lab>
   <moon-lab link="a" loading="eager" ${second}></moon-lab>`;

/** @param {Page} page */
const read = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('moon-lab')].map(({ state, metrics, history }) => ({
      state,
      epoch: metrics?.epoch,
      known: history.epoch.length - 1,
    })),
  );

/** @param {Page} page @param {number} epochs that both are trained for */
async function bothTrained(page, epochs) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('moon-lab')].every(({ state }) => state === 'ready'),
  );
  await page.waitForFunction(() =>
    [...document.querySelectorAll('moon-lab')].every(({ shadowRoot }) =>
      shadowRoot?.querySelector('.lab[data-complete]'),
    ),
  );
  await page.evaluate((count) => document.querySelector('moon-lab')?.step(count), epochs);
  await settle(page);
}

/**
 * Waits until the second lab, too, has come between two epochs.
 *
 * @param {Page} page
 * @param {number} low
 * @param {number} high
 */
const waitForAllWithin = (page, low, high) =>
  page.waitForFunction(
    ([from, to]) =>
      [...document.querySelectorAll('moon-lab')].every(({ metrics }) => {
        const epoch = metrics?.epoch ?? NaN;
        return epoch > from && epoch < to;
      }),
    [low, high],
  );

/**
 * Drags along a part of the first lab, there and back.
 *
 * @param {Page} page
 * @param {import('playwright-core').Locator} part
 * @param {() => Promise<unknown>} beforeEnd before it is let go
 */
async function drag(page, part, beforeEnd) {
  await part.scrollIntoViewIfNeeded();
  const box = await part.boundingBox();
  assert.ok(box);
  const y = box.y + box.height / 2;
  const x = (/** @type {number} */ share) => box.x + share * box.width;
  await page.mouse.move(x(0.9), y);
  await page.mouse.down();
  for (const share of [0.2, 0.7, 0.4]) await page.mouse.move(x(share), y, { steps: 8 });
  await beforeEnd();
  await page.mouse.up();
}

/** @param {Page} page */
async function assertSameEpoch(page) {
  await settle(page);
  // Which waits for the end of the way: on it, both may be at one epoch by chance.
  await page.evaluate(() =>
    Promise.all([...document.querySelectorAll('moon-lab')].map((lab) => lab.exportModel())),
  );
  const [one, other] = await read(page);
  assert.equal(one.epoch, other.epoch);
}

/** @type {[name: string, part: (lab: import('playwright-core').Locator) => import('playwright-core').Locator][]} */
const PARTS = [
  ['slider', slider],
  ['curve', (lab) => chart(lab, 'Loss')],
];

for (const [name, partOf] of PARTS) {
  test(`dragged along the ${name} of one, two of the same configuration have the same parameters`, () =>
    visitHost(site, pairOf(), async (page) => {
      await bothTrained(page, 100);
      const part = partOf(page.locator('moon-lab').first());
      await drag(page, part, () => waitForAllWithin(page, 20, 60));
      await assertSameEpoch(page);
      const [[one, other], fresh] = await page.evaluate(async () => {
        const labs = [...document.querySelectorAll('moon-lab')];
        const models = await Promise.all(labs.map((lab) => lab.exportModel()));
        const { epoch } = /** @type {NonNullable<typeof labs[0]['metrics']>} */ (labs[0].metrics);
        await labs[0].reset();
        await labs[0].step(epoch);
        return [models, await labs[0].exportModel()];
      });
      assert.deepEqual(one, other);
      assert.deepEqual(one, fresh, 'and those of a run that has only come so far');
    }));
}

test('two that learn differently come to the same epoch, and each has its own numbers there', () =>
  visitHost(site, pairOf('', 'optimizer="sgd"'), async (page) => {
    await bothTrained(page, 80);
    const second = page.locator('moon-lab').last();
    await drag(page, slider(second), () => waitForAllWithin(page, 10, 70));
    await assertSameEpoch(page);
    const losses = await page.evaluate(() =>
      [...document.querySelectorAll('moon-lab')].map(({ metrics, history }) => [
        metrics?.trainLoss,
        history.trainLoss[metrics?.epoch ?? NaN],
      ]),
    );
    for (const [now, then] of losses) assert.equal(now, then);
    assert.notEqual(losses[0][0], losses[1][0]);
  }));

test('one that has a limit stays at it while the other goes on, and comes back with it', () =>
  visitHost(site, pairOf('epochs="40"'), async (page) => {
    await bothTrained(page, 100);
    assert.deepEqual(await read(page), [
      { state: 'finished', epoch: 40, known: 40 },
      { state: 'paused', epoch: 100, known: 100 },
    ]);
    const second = page.locator('moon-lab').last();
    await slider(second).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(
      () => document.querySelectorAll('moon-lab')[1].metrics?.epoch === 99,
    );
    await settle(page);
    assert.deepEqual(
      (await read(page)).map(({ state, epoch }) => [state, epoch]),
      [
        ['paused', 40],
        ['paused', 99],
      ],
    );
    await page.keyboard.press('Home');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('moon-lab')].every(({ state }) => state === 'ready'),
    );
    const first = page.locator('moon-lab').first();
    await slider(first).focus();
    await page.keyboard.press('End');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('moon-lab')].every(({ metrics }) => metrics?.epoch === 40),
    );
    assert.deepEqual(
      (await read(page)).map(({ state }) => state),
      ['paused', 'paused'],
    );
  }));
