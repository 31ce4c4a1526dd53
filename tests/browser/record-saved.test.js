import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { pythonPath } from '../../cmake/requirements.js';
import { QUERY, exportRecord, openPart, said, save, train } from './record-support.js';
import { readLab, startSite, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('a run is saved as four files that tell what they are', () =>
  site.visit({ query: QUERY }, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 100);
    await openPart(page);
    const record = await save(page, 'Save record');
    assert.equal(record.name, 'moonlab-circles-6-4-epoch-100-record.json');
    assert.deepEqual(JSON.parse(String(record.bytes)), await exportRecord(page));
    await said(page, 'Saved as moonlab-circles-6-4-epoch-100-record.json.');

    const history = await save(page, 'Save history');
    assert.equal(history.name, 'moonlab-circles-6-4-epoch-100-history.csv');
    const [names, ...lines] = String(history.bytes).trimEnd().split('\r\n');
    assert.equal(names, 'epoch,train_loss,test_loss,train_accuracy,test_accuracy');
    const curves = await page.evaluate(() => document.querySelector('moon-lab')?.history);
    assert.deepEqual(
      lines.map((line) => line.split(',').map(Number)),
      curves?.epoch.map((_, row) => Object.values(curves).map((column) => column[row])),
    );

    const boundary = await save(page, 'Save boundary');
    assert.equal(boundary.name, 'moonlab-circles-6-4-epoch-100-boundary.png');
    assert.equal(boundary.bytes.subarray(1, 4).toString(), 'PNG');
    assert.ok(boundary.bytes.readUInt32BE(16) >= 1600, 'enough pixels for a printed page');

    const script = await save(page, 'Save NumPy script');
    assert.equal(script.name, 'moonlab_circles_6_4_epoch_100.py');
    const python = pythonPath();
    assert.ok(python, 'Python with NumPy is missing: node cmake/setup.js browser');
    const { status, stdout, stderr } = spawnSync(python, [script.path], { encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(stdout, /^49 points agree with the lab/);
  }));

test('the saved picture has the colours, the points and the marks that the lab shows', () =>
  site.visit({ colorScheme: 'dark' }, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 50);
    await openPart(page);
    /** @type {Record<string, { corner: number[], colors: number }>} */
    const pictures = {};
    for (const points of ['Both', 'Test']) {
      await page.getByLabel(points, { exact: true }).check({ force: true });
      const { bytes } = await save(page, 'Save boundary');
      pictures[points] = await page.evaluate(async (base64) => {
        const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([data], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
        context.drawImage(image, 0, 0);
        const pixels = context.getImageData(0, 0, image.width, image.height).data;
        // The fill of a training point of class 0 in the dark: #56b4e9.
        let colors = 0;
        for (let i = 0; i < pixels.length; i += 4) {
          if (pixels[i] === 0x56 && pixels[i + 1] === 0xb4 && pixels[i + 2] === 0xe9) colors += 1;
        }
        return { corner: [...pixels.slice(0, 4)], colors };
      }, bytes.toString('base64'));
    }
    assert.deepEqual(pictures.Both.corner, [0x15, 0x1a, 0x21, 255], 'the surface of the dark');
    assert.ok(pictures.Both.colors > 2 * pictures.Test.colors && pictures.Test.colors > 100);
  }));

test('the part is used by keyboard', () =>
  site.visit({}, async (page) => {
    // Listened for from now on, or the browser shows a dialog of its own.
    const choosing = page.waitForEvent('filechooser');
    await waitForState(page, 'ready');
    await page.getByText('Save and open', { exact: true }).evaluate((title) => {
      /** @type {HTMLElement} */ (title.closest('summary')).focus();
    });
    await page.keyboard.press('Enter');
    const files = ['record.json', 'history.csv', 'boundary.png', '0.py'];
    for (const ending of files) {
      await page.keyboard.press('Tab');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.keyboard.press('Enter'),
      ]);
      assert.ok(download.suggestedFilename().endsWith(ending));
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const chooser = await choosing;
    assert.equal(chooser.isMultiple(), false);
  }));

test('the part can be hidden, and the methods work all the same', () =>
  site.visit({ query: '?hide=export' }, async (page) => {
    await waitForState(page, 'ready');
    assert.equal(await page.getByText('Save and open', { exact: true }).isVisible(), false);
    await train(page, 5);
    const record = await exportRecord(page);
    await page.evaluate((json) => document.querySelector('moon-lab')?.importRecord(json), record);
    assert.equal((await readLab(page)).query, '?hide=export');
  }));
