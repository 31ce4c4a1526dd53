/**
 * What axe finds.
 *
 * @module
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** @typedef {import('playwright-core').Page} Page */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that look at colours; what the others look at is the same in either theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * In the light theme, and in the dark one what can be different there.
 *
 * @param {Page} page
 * @param {string} [selector] of the part of the page to look at
 */
export async function assertNoViolationInBothThemes(page, selector) {
  await page.emulateMedia({ colorScheme: 'light' });
  await assertNoViolation(page, selector);
  await page.emulateMedia({ colorScheme: 'dark' });
  await assertNoViolation(page, selector, COLOUR_RULES);
}

/**
 * @param {Page} page
 * @param {string} [selector] of the part of the page to look at
 * @param {string[]} [rules] all that axe has, unless they are named
 */
export async function assertNoViolation(page, selector = 'html', rules) {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(AXE);
  const options = { resultTypes: ['violations'], selectors: false };
  const found = await page.evaluate(
    async ([part, given]) => {
      // Its own promise of results, reduced to what a person needs to find the place.
      const { violations } = await /** @type {any} */ (window).axe.run(part, given);
      return violations.map((/** @type {any} */ violation) => ({
        rule: violation.id,
        nodes: violation.nodes.map((/** @type {any} */ node) => [node.html, node.failureSummary]),
      }));
    },
    /** @type {const} */ ([selector, rules ? { ...options, runOnly: rules } : options]),
  );
  assert.deepEqual(found, []);
}
