import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { fuzz, TARGETS } from './targets.js';

const SECONDS = 10;
/** The end of libFuzzer's report, where it says what it found. */
const REPORT_CHARACTERS = 8000;

describe(`libFuzzer, ${SECONDS} seconds each`, { concurrency: 2 }, () => {
  for (const target of TARGETS) {
    it(`finds nothing that ends the program in ${target}`, async () => {
      const { code, output } = await fuzz(target, SECONDS);
      assert.equal(code, 0, output.slice(-REPORT_CHARACTERS));
      const runs = Number(/^Done (\d+) runs/m.exec(output)?.[1]);
      assert.ok(runs > 0, `runs: ${runs}`);
    });
  }
});
