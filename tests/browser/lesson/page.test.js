import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { button, settle, startSite } from '../support.js';
import { waitUntil } from '../wait-until.js';

/** @typedef {import('playwright-core').Page} Page */

const SECTIONS = [
  'neuron',
  'activations',
  'layer',
  'network',
  'training',
  'boundaries',
  'architectures',
  'backpropagation',
  'optimisers',
  'summary',
];
const PATH = { path: '/dist/lesson.html' };
const RESTING_FRAMES = 30;

/** @type {import('../support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * Brings every widget near the screen, one after the other.
 *
 * @param {Page} page
 */
async function readToTheEnd(page) {
  for (const widget of await page.locator('[data-widget]').all()) {
    await widget.scrollIntoViewIfNeeded();
    await settle(page);
  }
  await page.waitForFunction(
    () => document.querySelectorAll('[data-widget]:not([data-state="ready"])').length === 0,
  );
}

/**
 * @param {Page} page
 * @param {string} choice
 */
async function answerBias(page, choice) {
  const form = page.locator('form[data-prediction="neuron-bias"]');
  await form.getByLabel(choice).check();
  await form.getByRole('button', { name: 'Commit and run' }).click();
  await form.locator('.answers').waitFor();
}

test('without scripts the whole text is there, with its formulas and explanations', () =>
  site.visit({ ...PATH, javaScriptEnabled: false }, async (page) => {
    for (const id of SECTIONS) {
      assert.ok(await page.locator(`#${id} > h2`).isVisible(), id);
      assert.ok((await page.locator(`#${id} > p`).count()) > 0, `${id} has prose`);
    }
    assert.ok((await page.locator('math').count()) > 20);
    assert.equal(await page.getByText('\\(').count(), 0);
    assert.match(
      (await page.locator('noscript').first().textContent()) ?? '',
      /they need\s+JavaScript/,
    );
    await page.locator('#neuron details').first().getByText('Why').click();
    await page.getByText('The sum doubles to').waitFor();
    const aside = page.locator('#network .aside');
    await aside.getByText('More closely').click();
    await aside.getByText('More layers can do with fewer neurons').waitFor();
  }));

test('every section but the summary has a widget and asks one or two questions', () =>
  site.visit(PATH, async (page) => {
    for (const id of SECTIONS) {
      const questions = await page.locator(`#${id} form[data-prediction]`).count();
      assert.ok(questions >= 1 && questions <= 2, `${id} asks ${questions}`);
      if (id === 'summary') continue;
      assert.ok((await page.locator(`#${id} [data-widget]`).count()) > 0, id);
    }
  }));

test('reading to the end makes every widget and fetches one module; what is out of sight rests', () =>
  site.visit({ ...PATH, before: (page) => page.addInitScript(countWork) }, async (page) => {
    await readToTheEnd(page);
    assert.equal((await workOf(page)).modules, 1);
    // Some widgets draw a surface or race to a first picture when they are seen, and go on when
    // they are seen again: at the end of the summary, none of them is.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await settle(page);
    const runs = () =>
      page
        .locator('[data-running]')
        .evaluateAll((places) => places.map((place) => place.getAttribute('data-widget')));
    const unfinished = await runs();
    assert.ok(unfinished.length > 0, 'there is something that could go on');
    await waitUntil(async () => {
      const former = await workOf(page);
      // More than a worker is busy with at a time.
      await page.evaluate(async (frames) => {
        const { givenFrame } = /** @type {any} */ (window);
        for (let left = frames; left > 0; left -= 1) await new Promise(givenFrame);
      }, RESTING_FRAMES);
      const { asked } = await workOf(page);
      return asked === former.asked;
    }, 'nothing is asked for any more');
    assert.deepEqual(await runs(), unfinished, 'none has come to its end');
  }));

/** Runs in the page: counts the modules that are fetched, and what is asked for of frames and workers. */
function countWork() {
  const work = { modules: 0, asked: 0 };
  const { fetch, requestAnimationFrame: request } = window;
  const { postMessage } = Worker.prototype;
  Object.assign(window, {
    work,
    givenFrame: request.bind(window),
    fetch(/** @type {Parameters<typeof fetch>} */ ...given) {
      if (String(given[0]).includes('.wasm')) work.modules += 1;
      return fetch(...given);
    },
    requestAnimationFrame(/** @type {FrameRequestCallback} */ callback) {
      work.asked += 1;
      return request(callback);
    },
  });
  Worker.prototype.postMessage = function (/** @type {any[]} */ ...message) {
    work.asked += 1;
    return Reflect.apply(postMessage, this, message);
  };
}

/**
 * @param {Page} page
 * @returns {Promise<{ modules: number, asked: number }>} so far
 */
const workOf = (page) => page.evaluate(() => /** @type {any} */ (window).work);

test('an address with a section leads there, and the contents say where one is', () =>
  site.visit({ ...PATH, query: '#optimisers' }, async (page) => {
    const link = page.getByRole('navigation', { name: 'Contents' }).getByText('Optimisers');
    await page.waitForFunction(
      () =>
        document.querySelector('a[aria-current="true"]')?.getAttribute('href') === '#optimisers',
    );
    assert.equal(await link.getAttribute('aria-current'), 'true');
    const top = await page.locator('#optimisers').evaluate((s) => s.getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 60, `${top}`);
  }));

test('answers are kept on the device, and can be forgotten', () =>
  site.visit({ ...PATH, query: '#neuron' }, async (page) => {
    const status = page.locator('#progress');
    assert.equal(await status.innerText(), '0 of 10 sections answered');
    await answerBias(page, 'Good weather');
    const form = page.locator('form[data-prediction="neuron-double"]');
    await form.getByLabel('Probability').fill('0.9');
    await form.getByLabel('Probability').press('Enter');
    await form.locator('.answers').waitFor();
    assert.equal(await status.innerText(), '1 of 10 sections answered');
    await page.reload();
    assert.equal(await status.innerText(), '1 of 10 sections answered');
    assert.equal(await form.getByLabel('Probability').inputValue(), '0.9');
    assert.ok(await page.getByLabel('Good weather').isChecked());
    assert.equal(
      await form.locator('.answers').count(),
      0,
      'what the engine says comes by running',
    );
    await button(page, 'Forget my answers').click();
    assert.equal(await status.innerText(), '0 of 10 sections answered');
    assert.equal(
      await page.evaluate(() => localStorage.getItem('moonlab-lesson')),
      '{"answers":{}}',
    );
  }));

test('what somebody else has left in the storage does no harm', () =>
  site.visit(
    {
      ...PATH,
      query: '#neuron',
      before: (page) =>
        page.addInitScript(() => {
          localStorage.setItem(
            'moonlab-lesson',
            '{"answers":{"neuron-double":"<img src=x onerror=alert(1)>","neuron-bias":7},"theme":"plaid"}',
          );
        }),
    },
    async (page) => {
      await page.locator('[data-widget="neuron"][data-state="ready"]').waitFor();
      assert.equal(await page.locator('#theme').inputValue(), 'auto');
      assert.equal(await page.locator('img').count(), 0);
      await answerBias(page, 'Bad weather');
    },
  ));

test('the theme is chosen once, for page and widgets, and stays', () =>
  site.visit({ ...PATH, colorScheme: 'light', query: '#neuron' }, async (page) => {
    const widget = page.locator('[data-widget="neuron"][data-state="ready"]');
    await widget.waitFor();
    await page.locator('#theme').selectOption('dark');
    const colors = () =>
      page.evaluate(() =>
        ['body', '[data-widget="neuron"]'].map((selector) => {
          const { color } = getComputedStyle(
            /** @type {Element} */ (document.querySelector(selector)),
          );
          return color;
        }),
      );
    const dark = await colors();
    assert.equal(dark[0], dark[1]);
    await page.reload();
    await widget.waitFor();
    assert.deepEqual(await colors(), dark);
  }));

test('where there is no WebAssembly every widget says so, and the text stays', () =>
  site.visit(
    {
      ...PATH,
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, 'WebAssembly', { value: undefined });
        }),
    },
    async (page) => {
      await page.locator('[data-widget="neuron"]').scrollIntoViewIfNeeded();
      await page.getByRole('alert').first().waitFor();
      assert.match(await page.getByRole('alert').first().innerText(), /has no WebAssembly/);
      assert.ok(await page.locator('#neuron > p').first().isVisible());
    },
  ));
