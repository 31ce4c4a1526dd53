import { PROBLEMS, costs, peakTime } from './targets.js';

/**
 * @typedef {import('./targets.js').Results & { growth: import('./targets.js').Growth,
 *   targets: import('./targets.js').Target[] }} Report
 */

const ROWS = [
  ['epoch, ReLU', 'relu epoch'],
  ['epoch, tanh', 'tanh epoch'],
  ...Object.entries(PROBLEMS),
  ['200×200 grid, ReLU', 'relu grid'],
  ['200×200 grid, tanh', 'tanh grid'],
];
const LIBRARIES = ['moonlab', 'native', 'convnetjs', 'tensorflow'];

/** @param {Report} report */
export function printReport(report) {
  const peak = (1 / peakTime(report)).toFixed(1);
  console.log(`\n${report.browser}; peak of f64 SIMD128: ${peak} GFLOP/s`);
  printTimes(report);
  printGrowth(report);
  printTargets(report);
}

/** @param {Report} report */
function printTimes({ times }) {
  console.log('\nµs, the fastest window (and a typical round’s average)');
  console.log(line(['', ...LIBRARIES]));
  for (const [title, work] of ROWS) {
    const cells = LIBRARIES.map((library) => {
      const { min, typical } = times[`${library} ${work}`];
      return `${micro(min)} (${micro(typical)})`;
    });
    console.log(line([title, ...cells]));
  }
  const wide = [times.wide, times['native wide']].map(
    (t) => `${micro(t.min)} (${micro(t.typical)})`,
  );
  console.log(line(['2-64-64-64-1, 10,000', ...wide]));
  const maps = [times['moonlab maps'], times['playground maps']];
  const [ours, playground] = maps.map((t) => `${micro(t.min)} (${micro(t.typical)})`);
  console.log(line(['all maps, 40×40, tanh', ours, `Playground: ${playground}`]));
}

/** @param {Report} report */
function printGrowth(report) {
  const { samples, widths } = costs(report, report.growth);
  console.log('\nps a sample and parameter, ReLU');
  console.log(line(['samples', ...samples.map(([n]) => `${n}`)], 12));
  console.log(line(['2-8-8-1', ...samples.map(([, cost]) => cost.toFixed(0))], 12));
  console.log(line(['width w', ...widths.map(([n]) => `${n}`)], 12));
  console.log(line(['2-w-w-1', ...widths.map(([, cost]) => cost.toFixed(0))], 12));
}

/** @param {Report} report */
function printTargets({ targets }) {
  console.log('');
  for (const { what, found, limit, sense, reached } of targets) {
    const number = found !== 0 && found < 0.01 ? found.toExponential(1) : found.toFixed(2);
    console.log(
      `${reached ? '✔' : '✖'} ${what.padEnd(52)} ${number.padStart(8)} ${sense} ${limit}`,
    );
  }
}

/** @param {number} nanoseconds */
function micro(nanoseconds) {
  const microseconds = nanoseconds / 1e3;
  return microseconds.toFixed(microseconds < 100 ? 1 : 0);
}

/**
 * @param {string[]} cells
 * @param {number} [width]
 */
function line([title, ...cells], width = 20) {
  return title.padEnd(22) + cells.map((cell) => cell.padStart(width)).join('');
}
