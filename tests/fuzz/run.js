/**
 * Drives a part of the engine with libFuzzer, as long as one likes:
 *
 *     npm run fuzz -- TARGET SECONDS
 */
import { fuzz, TARGETS } from './targets.js';

const [target, seconds] = process.argv.slice(2);
if (TARGETS.includes(target) && Number(seconds) > 0) {
  const { code } = await fuzz(target, Number(seconds), (text) => process.stderr.write(text));
  process.exitCode = code === 0 ? 0 : 1;
} else {
  process.stderr.write(
    `usage: npm run fuzz -- TARGET SECONDS, with TARGET one of ${TARGETS.join(', ')}\n`,
  );
  process.exitCode = 2;
}
