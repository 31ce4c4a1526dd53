import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, waitForEpoch, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('whatever is wrong in a record or a model is refused by its place, and changes nothing', () =>
  site.visit({ query: '?layers=3,2&activation=relu' }, async (page) => {
    await waitForState(page, 'ready');
    const { count, wrong, former, now } = await page.evaluate(async () => {
      const path = '/tests/browser/spoil-json.js';
      const { isAllowed, isOf, spoil } = await import(path);
      const lab = document.querySelector('moon-lab');
      if (!lab) throw new Error('no lab');
      // A model's metrics are computed anew.
      const { metrics, ...model } = /** @type {any} */ (await lab.exportModel());
      // Begun from an imported model, it holds that too.
      await lab.importModel({ ...model, metrics });
      await lab.step(5);
      const record = await lab.exportRecord();
      /** @type {string[]} */
      const others = [];
      let tries = 0;
      const give = async (
        /** @type {string} */ name,
        /** @type {unknown} */ json,
        /** @type {(json: unknown) => Promise<void>} */ take,
      ) => {
        for (const { place, spoilt } of spoil(json)) {
          if (isAllowed(place, spoilt)) continue;
          tries += 1;
          const message = await take(spoilt).then(
            () => 'accepted',
            (error) => error.message,
          );
          if (!isOf(message, name + place)) others.push(`${name}${place}: ${message}`);
        }
      };
      await give('record', record, (json) => lab.importRecord(json));
      await give('model', model, (json) => lab.importModel(json));
      const left = await lab.exportRecord();
      return { count: tries, wrong: others, former: record, now: left };
    });
    assert.deepEqual(wrong, []);
    assert.ok(count > 500, `${count} were tried`);
    assert.deepEqual(now, former);
    const state = await page.evaluate(() => ({
      hacked: 'hacked' in window || 'hacked' in {},
      markup: document.querySelector('moon-lab')?.shadowRoot?.querySelectorAll('img, script')
        .length,
    }));
    assert.deepEqual(state, { hacked: false, markup: 0 });
    await page.evaluate(() => document.querySelector('moon-lab')?.train());
    await waitForEpoch(page, 20);
  }));
