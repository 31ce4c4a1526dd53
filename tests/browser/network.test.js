import assert from 'node:assert/strict';
import { after as afterAll, before as beforeAll, test } from 'node:test';
import { card, focused, neuron, title, waitForTitle } from './network-support.js';
import { button, linger, picture, readLab, startSite, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const NETWORK = 'Network diagram';
const BOUNDARY = 'Decision boundary';
const WIDE = { width: 1440, height: 900 };

test('every input, neuron and output is a button with its name', () =>
  site.visit(
    { query: '?features=x1,x2,x1^2&layers=3,2&data-set=moons', viewport: WIDE },
    async (page) => {
      await waitForState(page, 'ready');
      await neuron(page, 'Output').waitFor();
      const names = await page
        .getByRole('group', { name: 'Neurons' })
        .getByRole('button')
        .evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label')));
      assert.deepEqual(names, [
        'Input x1',
        'Input x2',
        'Input x1^2',
        ...[1, 2, 3].map((n) => `Hidden layer 1, neuron ${n}`),
        ...[1, 2].map((n) => `Hidden layer 2, neuron ${n}`),
        'Output',
      ]);
    },
  ));

test('of several classes each output is named by its class', () =>
  site.visit(
    { query: '?dataset=blobs&classes=3&class-names=ash,birch,cedar&layers=4', viewport: WIDE },
    async (page) => {
      await waitForState(page, 'ready');
      for (const name of ['ash', 'birch', 'cedar']) {
        await neuron(page, `Output, ${name}`).waitFor();
      }
    },
  ));

test('the maps change while it trains, and what was pointed at is shown large', () =>
  site.visit({ viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    const [network, boundary] = [await picture(page, NETWORK), await picture(page, BOUNDARY)];
    await button(page, 'Step').click();
    await linger(page);
    assert.notEqual(await picture(page, NETWORK), network);
    assert.equal(await title(page), BOUNDARY);
    const before = await picture(page, BOUNDARY);
    assert.notEqual(before, boundary);
    await neuron(page, 'Hidden layer 2, neuron 3').hover();
    await waitForTitle(page, 'Hidden layer 2, neuron 3');
    await linger(page);
    assert.notEqual(await picture(page, BOUNDARY), before);
    assert.match((await card(page)).formula, /^tanh\(−?\d\.\d+·a₁ [+−] .*\d\.\d+\)$/);
    await page.mouse.move(2, 2);
    await waitForTitle(page, BOUNDARY);
    await linger(page);
    assert.equal(await picture(page, BOUNDARY), before, 'and then as before');
  }));

test('a click pins a neuron, which the address names, and Escape lets it go', () =>
  site.visit({ viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    await neuron(page, 'Hidden layer 1, neuron 3').click();
    await page.mouse.move(2, 2);
    await waitForTitle(page, 'Hidden layer 1, neuron 3');
    assert.equal((await readLab(page)).config.neuron, '1.3');
    await page.waitForURL(/neuron=1\.3/);
    assert.equal(
      await neuron(page, 'Hidden layer 1, neuron 3').getAttribute('aria-pressed'),
      'true',
    );
    await page.keyboard.press('Escape');
    await waitForTitle(page, BOUNDARY);
    assert.equal((await readLab(page)).config.neuron, '');
  }));

test('an address with a neuron opens with its map, and training goes on showing it', () =>
  site.visit({ query: '?neuron=2.1', viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    await waitForTitle(page, 'Hidden layer 2, neuron 1');
    const before = await picture(page, BOUNDARY);
    await button(page, 'Train').click();
    await page.waitForFunction(
      () => (document.querySelector('moon-lab')?.metrics?.epoch ?? 0) > 20,
    );
    await button(page, 'Pause').click();
    await linger(page);
    assert.equal(await title(page), 'Hidden layer 2, neuron 1');
    assert.notEqual(await picture(page, BOUNDARY), before);
  }));

test('a tap pins, and stays', () =>
  site.visit(
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    async (page) => {
      await waitForState(page, 'ready');
      const target = neuron(page, 'Hidden layer 1, neuron 2');
      await target.scrollIntoViewIfNeeded();
      await target.tap();
      await waitForTitle(page, 'Hidden layer 1, neuron 2');
      await linger(page);
      assert.equal(await title(page), 'Hidden layer 1, neuron 2');
      assert.match((await card(page)).text, /Hidden layer 1, neuron 2/);
      const ground = page.getByRole('img', { name: NETWORK, exact: true });
      await ground.tap({ position: { x: 3, y: 3 } });
      await waitForTitle(page, BOUNDARY);
    },
  ));

test('the neurons are one stop of the keyboard, with arrows among them; Enter pins', () =>
  site.visit({ viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    await neuron(page, 'Output').waitFor();
    const stops = await page
      .getByRole('group', { name: 'Neurons' })
      .getByRole('button')
      .evaluateAll(
        (all) => all.filter((one) => /** @type {HTMLElement} */ (one).tabIndex === 0).length,
      );
    assert.equal(stops, 1);
    await neuron(page, 'Input x1').focus();
    await page.keyboard.press('ArrowRight');
    assert.match(await focused(page), /^Hidden layer 1, neuron \d/);
    await page.keyboard.press('ArrowDown');
    const name = await focused(page);
    await waitForTitle(page, name);
    await page.keyboard.press('Enter');
    // A layer may stand in several columns.
    for (let left = 6; left > 0 && (await focused(page)) !== 'Output'; left -= 1) {
      await page.keyboard.press('ArrowRight');
    }
    assert.equal(await focused(page), 'Output');
    await page.keyboard.press('Tab');
    await waitForTitle(page, name);
    assert.match((await readLab(page)).config.neuron, /^1\.\d$/);
    await neuron(page, 'Output').focus();
    await page.keyboard.press('Escape');
    assert.equal((await readLab(page)).config.neuron, '');
  }));

test('the focus stays where a Tab takes it, however late the picture follows', () =>
  site.visit({ query: '?neuron=1.2', viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    await waitForTitle(page, 'Hidden layer 1, neuron 2');
    await page.evaluate(() => {
      const { requestAnimationFrame: request } = window;
      /** @type {FrameRequestCallback[]} */
      const held = [];
      window.requestAnimationFrame = (callback) => held.push(callback);
      Object.assign(window, {
        release() {
          window.requestAnimationFrame = request;
          for (const callback of held) request(callback);
        },
      });
    });
    await neuron(page, 'Hidden layer 2, neuron 1').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'Output');
    // What is pointed at is known by then, but not yet drawn.
    await page.waitForTimeout(100);
    await page.evaluate(() => {
      const { setTimeout: wait } = window;
      Object.assign(window, {
        setTimeout: (/** @type {() => void} */ act, ms = 0) => wait(act, ms + 500),
      });
    });
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Let go');
    await page.evaluate(() => /** @type {any} */ (window).release());
    await linger(page);
    assert.equal(await focused(page), 'Let go');
    assert.equal(await title(page), 'Hidden layer 1, neuron 2');
  }));

test('the keyboard alone leads from the top of the page to a pinned neuron, and to its weights', () =>
  site.visit({ viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    await neuron(page, 'Output').waitFor();
    const tabTo = async (/** @type {RegExp} */ name) => {
      for (let left = 60; left > 0 && !name.test(await focused(page)); left -= 1) {
        await page.keyboard.press('Tab');
      }
      assert.match(await focused(page), name);
    };
    await tabTo(/^Input x1$/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const name = await focused(page);
    await waitForTitle(page, name);
    await tabTo(/^Weight of x₁$/);
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() =>
      /^0:w1\.\d\.1=/.test(document.querySelector('moon-lab')?.config.schedule ?? ''),
    );
  }));

test('neurons that are dead, or twins, are marked in word and sign while nothing moves', () =>
  site.visit({ query: '?preset=notebook', viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    await linger(page);
    const before = await picture(page, NETWORK);
    // All weights of a layer the same: its neurons say the same.
    await page.evaluate(() => document.querySelector('moon-lab')?.step(100));
    await page
      .getByRole('button', { name: /^Hidden layer 1, neuron 2, the same as neuron 1$/ })
      .waitFor();
    await linger(page);
    const marked = await picture(page, NETWORK);
    assert.notEqual(marked, before);
    await neuron(page, 'Hidden layer 2, neuron 1').hover();
    await page.mouse.move(2, 2);
    await waitForTitle(page, BOUNDARY);
    await linger(page);
    assert.equal(await picture(page, NETWORK), marked, 'it was all there before');
  }));

test('what a neuron does is told in words, too', () =>
  site.visit({ query: '?weight-seed=1', viewport: WIDE }, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => document.querySelector('moon-lab')?.step(100));
    const target = neuron(page, 'Hidden layer 1, neuron 1');
    await target.hover();
    await page.waitForFunction(() =>
      document
        .querySelector('moon-lab')
        ?.shadowRoot?.querySelector('[aria-label^="Hidden layer 1, neuron 1"]')
        ?.hasAttribute('aria-description'),
    );
    assert.match(
      (await target.getAttribute('aria-description')) ?? '',
      /^(Active (left of|right of|above|below) a line from \(.+\) to \(.+\)\.|Active on \d+% of the plane\.|Gives .+ everywhere\.)/,
    );
  }));
