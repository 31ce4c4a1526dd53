import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { coversBlobWorkers } from '../../web/worker/page-policy.js';
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
    queueMicrotask(() => this.onmessage?.());
  }

  /** @type {(() => void) | undefined} */
  onmessage;

  terminate() {}
}

const page = {
  Worker: RecordingWorker,
  location: { origin: 'null', protocol: 'file:' },
  document: { querySelector: () => null, querySelectorAll: () => [] },
};
before(() => Object.assign(globalThis, page));
after(() => {
  for (const name of Object.keys(page)) Object.assign(globalThis, { [name]: undefined });
});
beforeEach(() => (created = []));

test('the worker beside the script is started as a module', async () => {
  await startWorker();
  assert.equal(String(created[0].url), scriptUrl.href);
  assert.deepEqual(created[0].options, { type: 'module' });
});

test('a page that says so has no worker', async (t) => {
  t.mock.method(document, 'querySelector', (/** @type {string} */ selector) =>
    selector === '[data-moonlab-no-worker]' ? {} : null,
  );
  await assert.rejects(startWorker(), { message: 'The page wants no workers' });
  assert.deepEqual(created, []);
});

test('a script of another origin starts its worker from a script of the page’s own', async (t) => {
  Object.assign(globalThis, { location: { ...page.location, origin: 'https://course.example' } });
  const { revokeObjectURL } = URL;
  t.after(() => (URL.revokeObjectURL = revokeObjectURL));
  /** @type {string[]} */
  const revoked = [];
  URL.revokeObjectURL = (url) => revoked.push(url);

  await startWorker();
  const { url, options, worker } = created[1];
  assert.deepEqual(options, { type: 'module' });
  const script = await (await fetch(url)).text();
  assert.equal(script, `import "${scriptUrl.href}";`);
  assert.deepEqual(revoked, [created[0].url], 'what was tried is gone');
  worker.dispatchEvent(new Event('message'));
  assert.deepEqual(revoked, [created[0].url, url]);
});

test('a policy covers workers from Blobs by its most particular directive, if it names any', () => {
  /** @type {[policies: string, covers: boolean][]} */
  const cases = [
    ['', true],
    ["img-src 'none'; frame-ancestors 'self'", true],
    ["default-src 'none'; worker-src blob: https://a.example", true],
    ["DEFAULT-SRC 'none';\n Worker-Src  BLOB:", true],
    ["default-src blob:; worker-src 'self'", false],
    ["default-src blob:; script-src 'self'; img-src blob:", false],
    ["script-src 'self'; child-src blob:", true],
    ["default-src 'self'", false],
    ['default-src *', false],
    ["script-src 'nonce-abc' 'strict-dynamic'", true],
    ["default-src * blob:, worker-src 'self'", false],
    ["worker-src blob:; worker-src 'self'", true],
  ];
  for (const [policies, covers] of cases)
    assert.equal(coversBlobWorkers(policies), covers, policies);
});
