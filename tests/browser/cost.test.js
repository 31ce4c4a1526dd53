import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { button, startSite, waitForEpoch, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** @param {import('./support.js').Page} page */
async function open(page) {
  await page.getByRole('heading', { name: 'What an epoch costs', exact: true }).click();
  const table = page.getByRole('table', { name: 'Multiply-adds of an epoch' });
  await table.waitFor();
  return table;
}

test('what an epoch costs is counted at once, and goes with the settings', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const table = await open(page);
    const all = table.getByRole('row', { name: 'All' });
    // 240 · (88 + 160) + 60 · 88
    await all.getByText('64,800').waitFor();
    await page.evaluate(() => {
      Object.assign(document.querySelector('moon-lab') ?? {}, { config: { batchSize: 10 } });
    });
    // The training points once more.
    await all.getByText('85,920').waitFor();
    await table.getByRole('row', { name: 'Forward again, for the curves' }).waitFor();
  }));

test('its time is measured apart from the run, which goes on', () =>
  site.visit({ viewport: { width: 390, height: 844 } }, async (page) => {
    await waitForState(page, 'ready');
    await open(page);
    await button(page, 'Train').click();
    await waitForEpoch(page, 5);
    await button(page, 'Measure the time').focus();
    await page.keyboard.press('Enter');
    const said = page.getByText(/^An epoch takes/);
    await said.waitFor();
    const found =
      /takes ([\d.,]+) (µs|ms) .*: ([\d.,]+) epochs a second, with ([\d.,]+) million/.exec(
        await said.innerText(),
      );
    assert.ok(found, await said.innerText());
    const [time, epochs, millions] = [1, 3, 4].map((i) => Number(found[i].replaceAll(',', '')));
    const seconds = time * (found[2] === 'ms' ? 1e-3 : 1e-6);
    // Each is rounded to two digits.
    assert.ok(Math.abs(seconds * epochs - 1) < 0.11, `${seconds} s, ${epochs} a second`);
    assert.ok(Math.abs((epochs * 64_800) / (millions * 1e6) - 1) < 0.11, `${epochs}, ${millions}`);
    assert.equal(page.workers().length > 0, true);
    await button(page, 'Pause').click();
    await waitForState(page, 'paused');
    await assertNoViolationInBothThemes(page);
  }));
