import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BUDGET, firstLoad, moduleSize } from '../../cmake/first-load.js';
import { readLab, startSite, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('until it can train, the lab fetches what the size report lists, each once, and nothing else', async () => {
  /** @type {string[]} */
  const asked = [];
  await site.visit(
    {
      before: async (page) =>
        page.on('request', (request) => asked.push(request.url().split('/dist/')[1])),
    },
    (page) => waitForState(page, 'ready'),
  );
  // Not every browser without a window asks for the icon.
  const listed = firstLoad().map(({ name }) => name);
  const icons = listed.filter((name) => name.endsWith('.svg'));
  assert.deepEqual(
    asked.filter((name) => !icons.includes(name)).sort(),
    listed.filter((name) => !icons.includes(name)).sort(),
  );
});

test('an eager lab starts its worker before it builds what is seen, and the address does not say so', () =>
  site.visit({ before: (page) => page.addInitScript(noteFirstWorker) }, async (page) => {
    await waitForState(page, 'ready');
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).builtBefore), false);
    assert.equal(page.workers().length, 1);
    assert.equal((await readLab(page)).query, '');
    assert.equal((await readLab(page)).config.loading, 'lazy');
  }));

/** Runs in the page: notes whether the lab was built when its worker started. */
function noteFirstWorker() {
  window.Worker = class extends Worker {
    /** @param {ConstructorParameters<typeof Worker>} given */
    constructor(...given) {
      super(...given);
      const lab = document.querySelector('moon-lab');
      Object.assign(window, { builtBefore: Boolean(lab?.shadowRoot?.childElementCount) });
    }
  };
}

test('the first load is small: in all, and its module', async (t) => {
  const total = firstLoad().reduce((sum, { bytes }) => sum + bytes, 0);
  const module = await moduleSize();
  t.diagnostic(`${total} bytes compressed, of them ${module} for the module and its glue`);
  assert.ok(total <= BUDGET.total, `${total} bytes in all; allowed are ${BUDGET.total}`);
  assert.ok(module <= BUDGET.module, `${module} bytes; allowed are ${BUDGET.module}`);
});

test('no request of the first load waits for more than one other, after the page', () => {
  for (const { name, depth } of firstLoad()) assert.ok(depth <= BUDGET.depth, `${name}: ${depth}`);
});
