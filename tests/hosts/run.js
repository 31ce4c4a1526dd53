/**
 * Puts the lab into pages as others make them, and looks at it there in Chromium:
 *
 *     npm run hosts [-- NAME…]     (the folders beside this file; all when none is named)
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { runStages } from '../../cmake/run.js';
import { setUp } from '../../cmake/setup.js';

const TEST = fileURLToPath(new URL('hosts.test.js', import.meta.url));

try {
  // One host takes a bundler from there.
  setUp(['hosts', 'bundlers']);
  await runStages(['site', 'package']);
  const args = ['--test-reporter=spec', TEST, ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
