import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../cmake/server.js';

/** @typedef {import('./support.js').Page} Page */

/**
 * @typedef {object} Course
 * @property {string} body of its page; `ORIGIN` stands for the site's origin
 * @property {string} [policy] the page's Content-Security-Policy; `ORIGIN` as above
 * @property {string} [head]
 * @property {Record<string, string>} [files] beside the page, by name
 */

/**
 * Somebody's page of another origin, which must not see its policy violated.
 *
 * @param {import('./support.js').Site} site
 * @param {Course} course
 * @param {(page: Page) => Promise<void>} use
 */
export async function visitCourse(site, { body, policy, head = '', files = {} }, use) {
  const atSite = (/** @type {string} */ text) => text.replaceAll('ORIGIN', site.origin);
  const folder = await mkdtemp(join(tmpdir(), 'moonlab-course-'));
  /** @type {Record<string, string>} */
  const headers = policy ? { 'Content-Security-Policy': atSite(policy) } : {};
  const course = await serveFolder(folder, { headers });
  try {
    const html = `<!doctype html><html lang="en"><title>A course</title>${head}<body>${body}`;
    for (const [name, text] of Object.entries({
      ...files,
      'index.html': html,
      'favicon.ico': '',
    })) {
      await writeFile(join(folder, name), atSite(text));
    }
    await site.visit(
      { at: `${course.origin}/index.html`, before: watchViolations },
      async (page) => {
        await use(page);
        assert.deepEqual(await violationsOf(page), [], 'the policy is kept');
      },
    );
  } finally {
    course.close();
    await rm(folder, { recursive: true });
  }
}

/**
 * Says something to the first frame of a page, and waits for what it answers. What was said to the
 * frame before has then been heard.
 *
 * @param {Page} page
 * @param {object} message
 * @returns {Promise<any>}
 */
export function ask(page, message) {
  return page.evaluate(
    (said) =>
      new Promise((resolve) => {
        const id = `question ${Math.random()}`;
        const frame = document.querySelector('iframe');
        addEventListener('message', function listen({ source, data }) {
          if (source !== frame?.contentWindow || data.id !== id) return;
          removeEventListener('message', listen);
          resolve(data);
        });
        frame?.contentWindow?.postMessage({ ...said, id }, '*');
      }),
    message,
  );
}

/**
 * To be called before the page is loaded.
 *
 * @param {Page} page
 */
export function watchViolations(page) {
  return page.addInitScript(() => {
    /** @type {string[]} */
    const violations = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.effectiveDirective}: ${event.blockedURI}`);
    });
  });
}

/**
 * @param {Page} page
 * @returns {Promise<string[]>} so far
 */
export function violationsOf(page) {
  return page.evaluate(() => /** @type {any} */ (window).violations);
}
