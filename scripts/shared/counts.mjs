import fs from 'node:fs';

/**
 * How many tests ended how.
 *
 * @typedef {{ passed: number; failed: number; skipped: number }} Counts
 */

/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @returns {Counts} the sum */
export const addCounts = (/** @type {Counts[]} */ ...all) =>
  all.reduce(
    (sum, counts) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    noCounts(),
  );

/** The one form in which counts are printed, so that other scripts can read them back. */
export const formatCounts = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the tool ended before it could write its report
  }
}

/**
 * Reads what Jest wrote with `--json --outputFile`. A suite that could not even be loaded counts as one failure, and so
 * does a missing report.
 *
 * @returns {Counts}
 */
export function readJestCounts(file) {
  const report = readReport(file);
  if (!report) return { ...noCounts(), failed: 1 };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Reads what Playwright's JSON reporter wrote. An error outside of a test, such as a portal that does not start, counts
 * as one failure, and so does a missing report.
 *
 * @returns {Counts}
 */
export function readPlaywrightCounts(file) {
  const report = readReport(file);
  if (!report) return { ...noCounts(), failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected + flaky,
    failed: unexpected + report.errors.length,
    skipped,
  };
}
