/**
 * Measures the built module against its peers, this machine's peak and the native build, and the
 * built site against the clock:
 *
 *     npm run bench [-- --json FILE] [-- --rounds N]
 *
 * Everything takes its turn once a round, in windows of half a millisecond, so that what else the
 * machine does hits all alike. Beside the peers the averages of a round count, in which a library's
 * own garbage is; beside the peak and the native build the fastest window. Exits with 1 when a
 * target (targets.js) is missed.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { runStages } from '../../cmake/run.js';
import { openBench } from './browser.js';
import { measureLesson } from './lesson.js';
import { runNativeRound } from './native.js';
import { printReport } from './report.js';
import { measurePage } from './site.js';
import { judge, median } from './targets.js';
import { measureTrials } from './trials.js';

const GROWTH = {
  samples: [240, 1000, 3000, 10000, 30000, 100000],
  widths: [8, 16, 32, 64, 128, 256],
};

const { values: options } = parseArgs({
  options: { json: { type: 'string' }, rounds: { type: 'string', default: '30' } },
});

await runStages(['bench']);
const results = {
  ...(await measureAll(Number(options.rounds))),
  page: await measurePage(),
  lesson: await measureLesson(),
  trials: await measureTrials(),
};
const report = { ...results, growth: GROWTH, targets: judge(results, GROWTH) };
printReport(report);
if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
if (report.targets.some(({ reached }) => !reached)) process.exitCode = 1;

/**
 * @param {number} rounds
 * @returns {Promise<Omit<import('./targets.js').Results, 'page' | 'lesson' | 'trials'>>}
 */
async function measureAll(rounds) {
  const bench = await openBench();
  try {
    const names = await bench.prepare(GROWTH);
    const comparison = await bench.compare();
    /** @type {Record<string, number[][]>} */
    const times = {};
    // The first round compiles and warms up.
    for (let round = 0; round <= rounds; ++round) {
      process.stdout.write(`\rRound ${round} of ${rounds}`);
      const found = await runNativeRound();
      for (const name of names) found[name] = await bench.measure(name);
      if (round === 0) continue;
      for (const [name, list] of Object.entries(found)) (times[name] ??= []).push(list);
    }
    process.stdout.write('\n');
    return { browser: bench.version, comparison, times: summarize(times) };
  } finally {
    await bench.close();
  }
}

/**
 * @param {Record<string, number[][]>} times of all windows, by rounds
 * @returns {Record<string, import('./targets.js').Times>}
 */
function summarize(times) {
  return Object.fromEntries(
    Object.entries(times).map(([name, rounds]) => {
      const averages = rounds.map(
        (list) => list.reduce((sum, time) => sum + time, 0) / list.length,
      );
      return [name, { min: Math.min(...rounds.flat()), typical: median(averages), averages }];
    }),
  );
}
