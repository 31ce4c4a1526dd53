/**
 * What axe finds.
 *
 * @module
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param {import('playwright-core').Page} page
 * @param {string} [selector] of the part of the page to look at
 */
export async function assertNoViolation(page, selector = 'html') {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (part) => {
    // Its own promise of results, reduced to what a person needs to find the place.
    const { violations } = await /** @type {any} */ (window).axe.run(part);
    return violations.map((/** @type {any} */ violation) => ({
      rule: violation.id,
      nodes: violation.nodes.map((/** @type {any} */ node) => [node.html, node.failureSummary]),
    }));
  }, selector);
  assert.deepEqual(found, []);
}
