import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitCourse, violationsOf, watchViolations } from './course-page.js';
import { visitHost } from './host-page.js';
import { save } from './record-support.js';
import { button, startSite, waitForEpoch, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** Nothing but what the page's own origin has. */
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'";
/** The same, with the site's origin wherever the page's own is. */
const EXTENDED = STRICT.replaceAll("'self'", "'self' ORIGIN");
const WITH_BLOB = EXTENDED.replace('worker-src', 'worker-src blob:');
const LEAST =
  "default-src 'none'; script-src ORIGIN 'wasm-unsafe-eval'; connect-src ORIGIN; worker-src blob: ORIGIN";
const TRUSTED_TYPES = "; require-trusted-types-for 'script'";
const BODY = '<moon-lab></moon-lab><script type="module" src="ORIGIN/dist/moon-lab.js"></script>';
const WITHOUT_WORKER = BODY.replace('<script', '<script data-moonlab-no-worker');

/** @param {Page} page */
async function trains(page) {
  await waitForState(page, 'ready');
  await button(page, 'Train').click();
  await waitForEpoch(page, 20);
  await button(page, 'Pause').click();
  await waitForState(page, 'paused');
}

/**
 * What fetches, starts or draws something that a policy could refuse.
 *
 * @param {Page} page
 */
async function useEverything(page) {
  await trains(page);
  await page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) /** @type {HTMLDetailsElement} */ (fold).open = true;
  });
  await page.locator('.gradient-summary').filter({ hasText: /\w/ }).waitFor();
  for (const file of ['record', 'history', 'boundary', 'NumPy script']) {
    await save(page, `Save ${file}`);
  }
  await page.evaluate(async () => {
    const lab = document.querySelector('moon-lab');
    await lab?.importRecord(await lab.exportRecord());
    lab?.setAttribute('theme', 'dark');
    lab?.setAttribute('lang', 'de');
  });
  await button(page, 'Trainieren').waitFor();
}

for (const extra of ['', `${TRUSTED_TYPES}; trusted-types moonlab`]) {
  test(`a page with the files on its own origin keeps its policy${extra}`, () =>
    visitHost(
      site,
      '<moon-lab></moon-lab>',
      async (page) => {
        await useEverything(page);
        assert.equal(page.workers().length, 1, 'in a worker');
        assert.deepEqual(await violationsOf(page), []);
      },
      { policy: STRICT + extra, before: watchViolations },
    ));
}

/** Everything is used where most can be refused. */
/** @type {[name: string, course: Partial<import('./course-page.js').Course>, workers: number, use: typeof trains][]} */
const COURSES = [
  ['without a policy', {}, 1, trains],
  ['that allows the worker', { policy: WITH_BLOB }, 1, useEverything],
  [
    'that refuses the worker and says so',
    { policy: EXTENDED, body: WITHOUT_WORKER },
    0,
    useEverything,
  ],
  [
    'that refuses it by a tag in the page',
    { head: '<meta http-equiv="content-security-policy" content="worker-src ORIGIN">' },
    0,
    trains,
  ],
  ['that allows the least', { policy: LEAST }, 1, trains],
  ['that takes no address on trust', { policy: `${WITH_BLOB}${TRUSTED_TYPES}` }, 1, trains],
];

for (const [name, course, workers, use] of COURSES) {
  test(`in a page of another origin ${name}, a lab trains, and nothing is refused`, () =>
    visitCourse(site, { body: BODY, ...course }, async (page) => {
      await use(page);
      assert.equal(page.workers().length, workers);
    }));
}
