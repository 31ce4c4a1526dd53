import { QUICK, readingTime, THOROUGH } from '../reading-time.js';

/**
 * @param {import('../../../../web/engine/engine.js').Engine} _
 * @param {import('../../support.js').Site} site
 * @returns {Promise<import('../numbers.test.js').Numbers>}
 */
export default async function readingNumbers(_, site) {
  // One says it in steps of five minutes.
  return {
    'reading.least': 5 * Math.round((await readingTime(site, QUICK)) / 5),
    'reading.most': 5 * Math.ceil((await readingTime(site, THOROUGH)) / 5),
  };
}
