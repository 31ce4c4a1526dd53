import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startWorker } from '../../web/worker/start-worker.js';

/** @type {{ url: URL | string, options: WorkerOptions, worker: EventTarget }[]} */
let created = [];
const scriptUrl = new URL('../../web/worker/worker.js', import.meta.url);

class RecordingWorker extends EventTarget {
  /**
   * @param {URL | string} url
   * @param {WorkerOptions} options
   */
  constructor(url, options) {
    super();
    created.push({ url, options, worker: this });
  }
}

before(() => Object.assign(globalThis, { Worker: RecordingWorker, location: { origin: 'null' } }));
after(() => Object.assign(globalThis, { Worker: undefined, location: undefined }));
beforeEach(() => (created = []));

test('the worker beside the script is started as a module', () => {
  startWorker();
  assert.equal(String(created[0].url), scriptUrl.href);
  assert.deepEqual(created[0].options, { type: 'module' });
});

test('a script of another origin starts its worker from a script of the page’s own', async (t) => {
  Object.assign(globalThis, { location: { origin: 'https://course.example' } });
  const { revokeObjectURL } = URL;
  t.after(() => (URL.revokeObjectURL = revokeObjectURL));
  /** @type {string[]} */
  const revoked = [];
  URL.revokeObjectURL = (url) => revoked.push(url);

  startWorker();
  const { url, options, worker } = created[0];
  assert.deepEqual(options, { type: 'module' });
  const script = await (await fetch(url)).text();
  assert.equal(script, `import "${scriptUrl.href}";`);
  assert.deepEqual(revoked, []);
  worker.dispatchEvent(new Event('message'));
  assert.deepEqual(revoked, [url]);
});
