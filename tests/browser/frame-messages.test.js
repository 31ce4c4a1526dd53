import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, visitCourse } from './course-page.js';
import { startSite } from './support.js';
import { waitUntil } from './wait-until.js';

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
    addEventListener('message', () => { parent.frames[0].postMessage(command, '*'); say(); });
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
      // Settled when the page has heard it: it has told the lab before, and the page's script heard
      // it first.
      const provoke = () =>
        stranger.evaluate((element) => {
          const { contentWindow } = /** @type {HTMLIFrameElement} */ (element);
          return new Promise((resolve) => {
            addEventListener('message', function listen({ source }) {
              if (source !== contentWindow) return;
              removeEventListener('message', listen);
              resolve(null);
            });
            contentWindow?.postMessage('go', '*');
          });
        });
      await provoke();
      await ask(page, { type: 'moonlab:state' });
      assert.equal(await height(), 200);
      assert.equal(await frame.evaluate(() => document.querySelector('moon-lab')?.config.seed), 7);
      await stranger.evaluate((element) => element.setAttribute('data-moonlab', ''));
      await provoke();
      assert.equal(await height(), 900);
    },
  ));

test('a page around can say whatever it likes: the lab in the frame stays as it was', () =>
  visit({ head: SCRIPT }, async (page, frame) => {
    const look = () =>
      frame.evaluate(() => [document.querySelector('moon-lab')?.query, document.title]);
    const former = await look();
    await page.evaluate(() => {
      const inside = /** @type {Window} */ (document.querySelector('iframe')?.contentWindow);
      const markup = '<img src=x onerror="document.title = 1">';
      /** @type {unknown[]} */
      const messages = [null, undefined, 5, NaN, markup, [markup], {}, new ArrayBuffer(1e6)];
      messages.push(
        { type: markup },
        { type: 'moonlab:hello', height: markup, config: { seed: 1 } },
      );
      messages.push(
        { type: 'moonlab:config', config: 'seed=1' },
        { type: 'moonlab:config', seed: 1 },
        { subject: 'moonlab:config', config: { seed: 1 } },
        { subject: 'lti.frameResize' },
      );
      messages.push(JSON.parse('{ "__proto__": { "type": "moonlab:hello" }, "seed": 1 }'));
      for (const message of messages) inside.postMessage(message, '*');
    });
    await ask(page, { type: 'moonlab:state' });
    assert.deepEqual(await look(), former);
    assert.equal(await frame.locator('img').count(), 0);
  }));

test('a lab that leaves its theme to the page takes it from the page around the frame, and follows', () =>
  visit(
    { head: SCRIPT + '<style>:root { color-scheme: dark; background: #111; }</style>' },
    async (page, frame) => {
      await waitUntil(async () => (await themeOf(frame)) === 'dark');
      await page.evaluate(() =>
        document.documentElement.setAttribute('style', 'color-scheme: light; background: #fff'),
      );
      await waitUntil(async () => (await themeOf(frame)) === 'light');
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
