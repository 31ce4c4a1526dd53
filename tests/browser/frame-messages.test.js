import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitCourse } from './course-page.js';
import { startSite } from './support.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const FRAME =
  '<iframe src="ORIGIN/dist/frame.html?seed=7&layers=4" title="Lab" width="900" height="700"></iframe>';
const SCRIPT = '<script src="ORIGIN/dist/moon-lab-frame.js"></script>';
/** Another site's page, which says what only a lab may say. */
const STRANGER = `<!doctype html><html lang="en"><title>Stranger</title><link rel="icon" href="data:,">
  <script>
    const say = () => parent.postMessage({ type: 'moonlab:height', height: 900 }, '*');
    const command = { type: 'moonlab:config', config: { seed: 1 } };
    addEventListener('message', () => { say(); parent.frames[0].postMessage(command, '*'); });
    say();
  </script>`;

/**
 * A course page of another origin around a frame, and the lab in it.
 *
 * @param {Partial<import('./course-page.js').Course>} course
 * @param {(page: Page, frame: Frame) => Promise<void>} use
 */
function visit(course, use) {
  return visitCourse(site, { body: FRAME, ...course }, async (page) => {
    const frame = /** @type {Frame} */ (page.frames().find((one) => one.url().includes('/dist/')));
    await frame.waitForFunction(() => document.querySelector('moon-lab')?.state === 'ready');
    await use(page, frame);
  });
}

/**
 * Says something to the frame, and waits for what it answers.
 *
 * @param {Page} page
 * @param {object} message
 * @returns {Promise<any>}
 */
function ask(page, message) {
  return page.evaluate(
    (said) =>
      new Promise((resolve) => {
        const id = `question ${Math.random()}`;
        const frame = document.querySelector('iframe');
        addEventListener('message', function listen({ source, data }) {
          if (source !== frame?.contentWindow || data.id !== id) return;
          removeEventListener('message', listen);
          resolve(data);
        });
        frame?.contentWindow?.postMessage({ ...said, id }, '*');
      }),
    message,
  );
}

/** @param {Frame} frame */
const themeOf = (frame) =>
  frame.evaluate(() => {
    const surface = document.querySelector('moon-lab')?.shadowRoot?.querySelector('.surface');
    return /** @type {HTMLElement} */ (surface).dataset.theme;
  });

test('a page changes settings of the lab in its frame, trains, steps, pauses and resets it', () =>
  visit({}, async (page, frame) => {
    const changed = await ask(page, { type: 'moonlab:config', config: { layers: [3, 2] } });
    assert.equal(changed.type, 'moonlab:answer');
    assert.equal(changed.to, 'moonlab:config');
    const config = () => frame.evaluate(() => document.querySelector('moon-lab')?.config);
    assert.deepEqual((await config())?.layers, [3, 2]);
    assert.equal((await config())?.seed, 7, 'the others stay');

    const stepped = await ask(page, { type: 'moonlab:step', epochs: 3 });
    assert.equal(stepped.metrics.epoch, 3);
    assert.equal((await ask(page, { type: 'moonlab:step' })).metrics.epoch, 4);
    assert.equal((await ask(page, { type: 'moonlab:train' })).state, 'training');
    assert.equal((await ask(page, { type: 'moonlab:pause' })).state, 'paused');
    const { state, metrics } = await ask(page, { type: 'moonlab:state' });
    assert.equal(state, 'paused');
    assert.ok(metrics.epoch >= 4);
    const reset = await ask(page, { type: 'moonlab:reset' });
    assert.deepEqual([reset.state, reset.metrics.epoch], ['ready', 0]);
  }));

test('a record goes out of the frame, and comes back into it', () =>
  visit({}, async (page, frame) => {
    await ask(page, { type: 'moonlab:step', epochs: 5 });
    const { record } = await ask(page, { type: 'moonlab:record' });
    assert.equal(record.metrics.epoch, 5);
    await ask(page, { type: 'moonlab:config', config: { seed: 8 } });
    const opened = await ask(page, { type: 'moonlab:record', record });
    assert.equal(opened.metrics.epoch, 5);
    assert.equal(opened.metrics.testLoss, record.metrics.testLoss);
    assert.equal(await frame.evaluate(() => document.querySelector('moon-lab')?.config.seed), 7);
  }));

test('what the frame cannot do it says by name, and the lab stays as it was', () =>
  visit({}, async (page, frame) => {
    /** @type {[message: object, complaint: RegExp][]} */
    const wrong = [
      [{ type: 'moonlab:trian' }, /^type: "moonlab:trian"; allowed are moonlab:hello, /],
      [{ type: 'moonlab:step', epoch: 3 }, /^field: "epoch"; allowed are type, id, epochs/],
      [{ type: 'moonlab:step', epochs: -1 }, /-1/],
      [{ type: 'moonlab:theme', theme: 'black' }, /^theme: "black"; allowed are light, dark, auto/],
      [{ type: 'moonlab:config', config: [1] }, /^config: 1; allowed is an object of settings/],
      [{ type: 'moonlab:config' }, /^config: undefined; allowed is an object of settings/],
      [{ type: 'moonlab:config', config: { samples: 3 } }, /samples: .*3/],
      [{ type: 'moonlab:record', record: { format: 'none' } }, /format/],
    ];
    const former = await frame.evaluate(() => document.querySelector('moon-lab')?.query);
    for (const [message, complaint] of wrong) {
      const answer = await ask(page, message);
      assert.equal(answer.type, 'moonlab:error', JSON.stringify(message));
      assert.match(answer.message, complaint);
    }
    assert.equal(await frame.evaluate(() => document.querySelector('moon-lab')?.query), former);
    assert.equal((await ask(page, { type: 'moonlab:state' })).metrics.epoch, 0);
  }));

test('another frame of the page commands no lab, and gets no height unless the page has marked it', () =>
  visit(
    {
      files: { 'stranger.html': STRANGER },
      body: `${FRAME}<iframe src="stranger.html" title="Stranger" height="200"></iframe>${SCRIPT}`,
    },
    async (page, frame) => {
      const stranger = page.locator('iframe').nth(1);
      const height = () => stranger.evaluate((element) => element.clientHeight);
      const provoke = () =>
        stranger.evaluate((element) =>
          /** @type {HTMLIFrameElement} */ (element).contentWindow?.postMessage('go', '*'),
        );
      await provoke();
      await ask(page, { type: 'moonlab:state' });
      assert.equal(await height(), 200);
      assert.equal(await frame.evaluate(() => document.querySelector('moon-lab')?.config.seed), 7);
      await stranger.evaluate((element) => element.setAttribute('data-moonlab', ''));
      await provoke();
      await page.waitForFunction(
        () => [...document.querySelectorAll('iframe')].at(-1)?.clientHeight === 900,
      );
    },
  ));

test('a lab that leaves its theme to the page takes it from the page around the frame, and follows', () =>
  visit(
    { head: SCRIPT + '<style>:root { color-scheme: dark; background: #111; }</style>' },
    async (page, frame) => {
      await frame.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
      await frame.waitForTimeout(100);
      assert.equal(await themeOf(frame), 'dark');
      await page.evaluate(() =>
        document.documentElement.setAttribute('style', 'color-scheme: light; background: #fff'),
      );
      await frame.waitForFunction(() => document.documentElement.dataset.theme === 'light');
      await frame.waitForTimeout(100);
      assert.equal(await themeOf(frame), 'light');
      await ask(page, { type: 'moonlab:theme', theme: 'auto' });
      assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), undefined);
    },
  ));

test('own points by the hundred stand behind the #, and other settings there are followed', () => {
  const data = Array.from({ length: 300 }, (_, i) =>
    [(i / 7).toFixed(3), (i / 11).toFixed(3), i % 2].join(','),
  ).join(';');
  const long = FRAME.replace('layers=4', `layers=4#?seed=5&dataset=own&data=${data}`);
  return visit({ body: long }, async (page, frame) => {
    const config = () => frame.evaluate(() => document.querySelector('moon-lab')?.config);
    const first = await config();
    assert.equal(first?.data.length, 300);
    assert.deepEqual([first?.seed, first?.layers], [5, [4]]);
    await page.locator('iframe').evaluate((element) => {
      const inner = /** @type {HTMLIFrameElement} */ (element);
      inner.src = inner.src.replace(/#.*/, '#?dataset=circles&lang=de');
    });
    await frame.waitForFunction(
      () => document.querySelector('moon-lab')?.config?.dataset === 'circles',
    );
    await frame.getByRole('button', { name: 'Trainieren' }).waitFor();
    const second = await config();
    assert.deepEqual([second?.seed, second?.layers, second?.data], [7, [4], []]);
  });
});
