/**
 * @typedef {import('./wasm/golden-file.js').FileReport} FileReport
 * @typedef {FileReport & { build: string }} BuildReport
 */

/**
 * What the conformance command prints: a line for each file and build, then the disagreements, then
 * the sum.
 *
 * @param {BuildReport[]} reports
 * @returns {{ text: string, failed: number }}
 */
export function printReports(reports) {
  const passed = sum(reports.map((report) => report.passed));
  const failed = sum(reports.map((report) => report.failed));
  const disagreements = reports.flatMap((report) =>
    report.disagreements.map((what) => `DISAGREES ${report.build} ${report.file}: ${what}`),
  );
  const lines = [...reports.map(line), ...disagreements, `${passed} passed, ${failed} failed`];
  return { text: lines.join('\n'), failed };
}

/**
 * @param {BuildReport} report
 */
function line({ build, file, passed, failed, worstError, worstShare }) {
  const cases = `${passed}/${passed + failed} cases`;
  const worst = `worst error ${worstError.toExponential(2)}`;
  const share = `${(100 * worstShare).toPrecision(2)} % of its tolerance`;
  return `${build.padEnd(6)}  ${file.padEnd(20)}  ${cases.padEnd(12)}  ${worst}, ${share}`;
}

/** @param {number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
