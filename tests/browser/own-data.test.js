import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CSV, POINTS, field, fold, message, trains } from './own-data.js';
import { button, dataSet, listen, picture, readLab, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * Drops a file on the field, as from the desktop.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} text
 */
function drop(page, name, text) {
  return field(page).evaluate(
    (area, [fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName, { type: 'text/csv' }));
      for (const type of ['dragover', 'drop']) {
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        if (area.dispatchEvent(event)) throw new Error(`${type} was left to the browser`);
      }
    },
    [name, text],
  );
}

test('own points come by attribute, address, config and control, and are the same', async () => {
  const text = POINTS.map((point) => point.join(',')).join(';');
  /** @type {Record<string, (page: Page) => Promise<unknown>>} */
  const ways = {
    attribute: (page) =>
      page.evaluate((data) => {
        document.querySelector('moon-lab')?.setAttribute('data', data);
        document.querySelector('moon-lab')?.setAttribute('data-set', 'own');
      }, text),
    config: (page) =>
      page.evaluate((data) => {
        const lab = document.querySelector('moon-lab');
        if (lab) Object.assign(lab, { config: { dataset: 'own', data } });
      }, POINTS),
    control: async (page) => {
      await fold(page).click();
      await field(page).fill(CSV);
      await button(page, 'Use these points').click();
    },
    address: async () => {},
  };
  /** @type {unknown[]} */
  const results = [];
  for (const [name, give] of Object.entries(ways)) {
    const query = name === 'address' ? `?dataset=own&data=${text}` : '';
    await site.visit({ query }, async (page) => {
      await waitForState(page, 'ready');
      await give(page);
      await waitForState(page, 'ready');
      const lab = await readLab(page);
      assert.deepEqual(lab.config.data, POINTS, name);
      assert.equal(lab.query, `?dataset=own&data=${text}`);
      await page.waitForURL((url) => url.search === lab.query);
      assert.equal(
        await page.evaluate(() => document.querySelector('moon-lab')?.getAttribute('data')),
        text,
      );
      assert.equal(await field(page).inputValue(), `${text.replaceAll(';', '\n')}\n`);
      assert.equal(await page.getByLabel('Samples', { exact: true }).isVisible(), false);
      await trains(page);
      results.push((await readLab(page)).metrics);
    });
  }
  for (const metrics of results) assert.deepEqual(metrics, results[0], 'the same digits');
});

test('what is wrong with a text is told by line, and the text stays to be mended', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const errors = await listen(page, 'error');
    await fold(page).click();
    const bad = CSV.replace('0.5,', 'half,').replace('3,0,1', '3,0,');
    await field(page).fill(bad);
    await button(page, 'Use these points').click();
    await message(page)
      .filter({ hasText: '"half,0.8,0" (line 3) has an x1 that is not a number' })
      .filter({ hasText: '"3,0," (line 6) has no label' })
      .waitFor();
    assert.deepEqual(
      (await errors()).map(({ type }) => type),
      ['config'],
    );
    assert.equal(await field(page).inputValue(), bad);
    await page.getByLabel('Noise', { exact: true }).fill('0.3');
    await page.getByLabel('Noise', { exact: true }).press('Enter');
    assert.equal(await field(page).inputValue(), bad, 'whatever else is set meanwhile');
    await field(page).fill(CSV);
    await button(page, 'Use these points').click();
    await waitForState(page, 'ready');
    assert.equal(await message(page).textContent(), '');
    assert.deepEqual((await readLab(page)).config.data, POINTS);
  }));

test('who chooses own points without any is shown where they go', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await dataSet(page, 'Own points').click();
    await message(page).filter({ hasText: 'There are no points here yet' }).waitFor();
    assert.ok(await dataSet(page, 'Two moons').isChecked());
    await page.keyboard.insertText(CSV);
    await button(page, 'Use these points').click();
    await waitForState(page, 'ready');
    assert.ok(await dataSet(page, 'Own points').isChecked());
    await dataSet(page, 'Circles').check();
    assert.equal(await page.getByLabel('Samples', { exact: true }).isVisible(), true);
    await dataSet(page, 'Own points').check();
    assert.equal((await readLab(page)).config.dataset, 'own', 'they have been waiting');
  }));

test('a file is chosen or dropped', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const moons = await picture(page, 'Decision boundary');
    await fold(page).click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'points.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(CSV),
      });
    await page.waitForFunction(() => document.querySelector('moon-lab')?.config.dataset === 'own');
    await waitForState(page, 'ready');
    assert.notEqual(await picture(page, 'Decision boundary'), moons);
    await drop(page, 'more.csv', CSV.replaceAll(',', ';').replaceAll('.', ',') + '1;1;0\n');
    await page.waitForFunction(() => document.querySelector('moon-lab')?.config.data.length === 6);
    await trains(page);
  }));

test('a file of a million lines, and a paste of as many, are refused unread', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await fold(page).click();
    await field(page).fill(CSV);
    const line = '0.123456,0.654321,1\n';
    await field(page).evaluate((area, text) => {
      for (const read of /** @type {const} */ (['text', 'arrayBuffer', 'stream', 'slice'])) {
        Blob.prototype[read] = () => {
          throw new Error(`${read}() of a file that is too large`);
        };
      }
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text.repeat(1e6)], 'million.csv'));
      area.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, line);
    await message(page)
      .filter({
        hasText: 'Own points: "million.csv" is 20 MB large, more than 1 MB, and was not read',
      })
      .waitFor();
    assert.equal(await field(page).inputValue(), CSV);

    const isLeftAlone = await field(page).evaluate((area, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text.repeat(1e6));
      const event = new ClipboardEvent('paste', {
        clipboardData,
        bubbles: true,
        cancelable: true,
      });
      return area.dispatchEvent(event);
    }, line);
    assert.equal(isLeftAlone, false);
    await message(page).filter({ hasText: 'is 20000000 characters long' }).waitFor();
    await trains(page);
  }));

test('cells that would like to be more than text are only shown', () =>
  site.visit(
    { query: '?dataset=own&data=<img src=x onerror=alert(1)>,1,0;2,2,1' },
    async (page) => {
      await waitForState(page, 'ready');
      await page.locator('.notice-messages').filter({ hasText: '"<img src=x onerror' }).waitFor();
      await fold(page).click();
      const cells = [
        '<script>window.hacked = 1</script>',
        '"><svg onload=window.hacked=1>',
        '=cmd|" /C calc"!A0',
        '__proto__',
        'constructor',
        '1e999',
        '-Infinity',
        '\u0000',
        '\u202e9',
      ];
      for (const cell of cells) {
        await drop(page, `${cell}.csv`, `${CSV}${cell},1,1\n`);
        await message(page).filter({ hasText: '(line 7) has' }).waitFor();
        await field(page).fill('');
        await button(page, 'Use these points').click();
        await message(page).filter({ hasText: 'no points here yet' }).waitFor();
      }
      const state = await page.evaluate(() => ({
        hacked: 'hacked' in window,
        markup: document.querySelector('moon-lab')?.shadowRoot?.querySelectorAll('img, script')
          .length,
      }));
      assert.deepEqual(state, { hacked: false, markup: 0 });
      assert.equal((await readLab(page)).query, '');
      await trains(page);
    },
  ));

test('an address with very many points is one that every server takes', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      const data = Array.from({ length: 10000 }, (_, i) => [Math.sin(i), Math.cos(i / 3), i % 2]);
      if (lab) lab.config = { dataset: 'own', data: /** @type {any} */ (data) };
    });
    await page.waitForURL((url) => url.hash.startsWith('#?dataset=own&data='));
    assert.equal(new URL(page.url()).search, '');
    await waitForState(page, 'ready');
    const { config } = await readLab(page);
    await page.reload();
    await waitForState(page, 'ready');
    assert.deepEqual((await readLab(page)).config, config);
    await trains(page);
    await button(page, 'Undo all changes').click();
    await page.waitForURL((url) => !url.hash.includes('dataset=own'));
  }));
