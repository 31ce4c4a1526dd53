import assert from 'node:assert/strict';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { button, listen, readLab, startSite, waitForEpoch, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
/** @type {string} */
let folder;
before(async () => {
  site = await startSite();
  folder = await mkdtemp(join(tmpdir(), 'moonlab-'));
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

const HUNDRED_MEGABYTES = 100 * 1024 * 1024;
const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

/** @param {Page} page */
const exportRecord = (page) =>
  page.evaluate(async () => {
    const lab = document.querySelector('moon-lab');
    if (!lab) throw new Error('no lab');
    await lab.step(20);
    return lab.exportRecord();
  });

/**
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
async function refusal(page) {
  await page.locator('.saving-messages[data-error]').waitFor();
  return page.locator('.saving-messages p').allTextContents();
}

/** @param {Page} page */
async function listenForErrors(page) {
  const read = await listen(page, 'error');
  return {
    /** @param {number} count */
    async atLeast(count) {
      await waitUntil(async () => (await read()).length >= count);
      return read();
    },
  };
}

/**
 * What can be seen of the lab, which a record that is refused must not change.
 *
 * @param {Page} page
 */
async function look(page) {
  const lab = await readLab(page);
  const record = await page.evaluate(() => document.querySelector('moon-lab')?.exportRecord());
  return { ...lab, record, title: await page.title(), workers: page.workers().length };
}

/** @type {[name: string, change: (record: any) => unknown, message: RegExp][]} */
const BAD = [
  ['markup for a format', (r) => ({ ...r, format: MARKUP }), /^record\.format: "<img src=x/],
  [
    'markup for a setting',
    (r) => ((r.config.dataset = MARKUP), r),
    /^record\.config\.dataset: "<im/,
  ],
  ['markup for a number', (r) => ((r.metrics.epoch = MARKUP), r), /^record\.metrics\.epoch: "<im/],
  [
    'markup for a name',
    (r) => ({ ...r, [MARKUP]: 1 }),
    /^record\.<img src=x onerror=".* is not known/,
  ],
  [
    'markup for a setting’s name',
    (r) => ((r.config[MARKUP] = 1), r),
    /^record\.config\.<img src=x .* is not a setting; allowed are preset,/,
  ],
  [
    'markup for an activation',
    (r) => ((r.model.activations[0] = MARKUP), r),
    /^record\.model\.activations\[0\]: "<img.* is not known; allowed are relu, tanh, sigmoid, linear/,
  ],
  [
    'another version',
    (r) => ({ ...r, version: 99 }),
    /^record\.version: 99 is not known; allowed are 1/,
  ],
  [
    // What JSON.stringify makes of NaN.
    'NaN',
    (r) => ((r.history.testLoss[3] = NaN), r),
    /^record\.history\.testLoss\[3\]: null is not a finite number; allowed are finite numbers from 0/,
  ],
  [
    'weights of the wrong shape',
    (r) => (r.model.layers[1].weights[2].pop(), r),
    /^record\.model\.layers\[1\]\.weights\[2\]\.length: 7 is the wrong length; allowed are 8/,
  ],
  [
    'layers that are no list',
    (r) => ((r.model.layers = {}), r),
    /^record\.model\.layers: an object is not a list; allowed are lists of layers/,
  ],
  [
    'a weight that no training gave',
    (r) => ((r.model.layers[0].biases[1] = 0.125), r),
    /^record\.model\.layers\[0\]\.biases\[1\]: 0\.125 is not what the training gives/,
  ],
  [
    'a training without end',
    (r) => ((r.metrics.epoch = r.model.metrics.epoch = r.history.epoch[20] = 1e9), r),
    /^record\.history\.epoch\[1\]: 1 is out of order/,
  ],
];

test('a bad record is refused by name, nothing in it becomes markup, and the lab stays as it was', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const record = await exportRecord(page);
    const errors = await listenForErrors(page);
    await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('seed', '8'));
    await waitForState(page, 'ready');
    await exportRecord(page);
    const kept = await look(page);
    await page.getByText('Save and open', { exact: true }).click();
    for (const [index, [name, change, message]] of BAD.entries()) {
      const text = JSON.stringify(change(structuredClone(record)));
      await page.getByLabel('Open record').setInputFiles({
        name: `${MARKUP.replaceAll('/', '')}.json`,
        mimeType: 'text/html',
        buffer: Buffer.from(text),
      });
      const told = await errors.atLeast(index + 1);
      const [first, last] = await refusal(page);
      assert.match(first, message, name);
      assert.equal(last, 'The lab is as it was.');
      assert.equal(told.length, index + 1);
      assert.equal(told[index].type, 'record');
      assert.match(told[index].message, message);
    }
    assert.equal(await page.locator('.panel-export :is(img, script, b)').count(), 0);
    assert.deepEqual(await look(page), kept);
    await button(page, 'Train').click();
    await waitForEpoch(page, 30);
  }));

test('files that are no records at all are refused, one of 100 MB without being read', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const record = await exportRecord(page);
    const kept = await look(page);
    await page.getByText('Save and open', { exact: true }).click();
    const errors = await listenForErrors(page);
    const huge = join(folder, 'huge.json');
    const file = await open(huge, 'w');
    await file.truncate(HUNDRED_MEGABYTES);
    await file.close();
    const deep = join(folder, 'deep.json');
    await writeFile(deep, '['.repeat(5e6));
    const binary = join(folder, 'binary.json');
    await writeFile(binary, Buffer.from([0xff, 0xfe, 0, 1, 2]));
    const table = join(folder, 'points.csv');
    await writeFile(table, `x1,x2,label\n${MARKUP},2,0\n`);
    await page.evaluate(() => {
      const { text } = Blob.prototype;
      Object.assign(window, { read: [] });
      Blob.prototype.text = function () {
        /** @type {any} */ (window).read.push(this.size);
        return text.call(this);
      };
    });
    /** @type {[string, RegExp][]} */
    const files = [
      [huge, /^record: "104\.9 MB" is too large; allowed are up to 20 MB\n/],
      [deep, /^record: "\[{40}…" is not JSON; allowed are files that a lab has saved/],
      [binary, /^record: ".*" is not JSON/],
      [table, /^record: "x1,x2,label\n<img.*" is not JSON/],
    ];
    for (const [index, [path, message]] of files.entries()) {
      await page.getByLabel('Open record').setInputFiles(path);
      await errors.atLeast(index + 1);
      assert.match((await refusal(page)).join('\n'), message);
    }
    const read = await page.evaluate(() => /** @type {any} */ (window).read);
    assert.equal(read.length, files.length - 1);
    assert.ok(Math.max(...read) < HUNDRED_MEGABYTES);
    assert.deepEqual(await look(page), kept);

    // After all that, a good one opens.
    await page.getByLabel('Open record').setInputFiles({
      name: 'good.json',
      mimeType: '',
      buffer: Buffer.from(JSON.stringify(record)),
    });
    await page.getByText('Opened at epoch 20').waitFor();
  }));

test('in a sandboxed frame that may not save, nothing breaks, and there is another way', () => {
  const html =
    '<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">' +
    '<body><iframe title="Lab" sandbox="allow-scripts allow-same-origin" width="900" height="1800"' +
    ' src="/dist/frame.html?loading=eager" allow="clipboard-write"></iframe></body></html>';
  return site.visit(
    {
      path: '/course/page.html',
      before: async (page) => {
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
        await page.route('**/course/page.html', (route) =>
          route.fulfill({ body: html, contentType: 'text/html' }),
        );
      },
      // The browser's own words on such a frame, and on each refused download.
      allowedMessages: /Download is disallowed.*sandboxed|allow-scripts and allow-same-origin/,
    },
    async (page) => {
      /** @type {string[]} */
      const downloads = [];
      page.on('download', (download) => downloads.push(download.suggestedFilename()));
      const frame = page.frameLocator('iframe');
      const inside = page.frames()[1];
      await inside.waitForFunction(() => document.querySelector('moon-lab')?.state === 'ready');
      await inside.evaluate(() => document.querySelector('moon-lab')?.step(5));
      await frame.getByText('Save and open', { exact: true }).click();
      for (const [name, ending] of [
        ['Save record', 'record.json'],
        ['Save history', 'history.csv'],
        ['Save boundary', 'boundary.png'],
        ['Save NumPy script', 'epoch_5.py'],
      ]) {
        await frame.getByRole('button', { name, exact: true }).click();
        const note = `${ending}. If no file came, the page around the lab allows no downloads.`;
        await frame.getByText(note).waitFor();
        const copy = frame.getByRole('button', { name: 'Copy it instead' });
        assert.equal(await copy.isVisible(), name !== 'Save boundary');
      }
      // One that may come, and comes after all others.
      const last = page.waitForEvent('download');
      await page.evaluate(() => {
        const link = Object.assign(document.createElement('a'), {
          href: 'data:,',
          download: 'last',
        });
        link.click();
      });
      await last;
      assert.deepEqual(downloads, ['last.txt']);
      await frame.getByRole('button', { name: 'Copy it instead' }).click();
      await frame.getByText('Copied.', { exact: true }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^#!\/usr\/bin\/env python3/);
      await frame.getByRole('button', { name: 'Step', exact: true }).click();
      await inside.waitForFunction(() => document.querySelector('moon-lab')?.metrics?.epoch === 6);
    },
  );
});
