import { existsSync, readFileSync } from 'node:fs';

/**
 * Counts of vitest's JSON report. A file that did not load and a run that ended badly count as failures;
 * strictly, so does every skipped test.
 */
export function readReport(file, exitCode, isStrict) {
  const counts = existsSync(file)
    ? count(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  if (isStrict) {
    counts.failed += counts.skipped;
    counts.skipped = 0;
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  // No test at all is no success.
  if (counts.passed + counts.failed === 0) counts.failed = 1;
  return counts;
}

function count({ numPassedTests, numTotalTests, testResults }) {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(({ status }) => status === 'failed').length;
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return {
    passed: numPassedTests,
    failed: failed + unloaded,
    skipped: numTotalTests - numPassedTests - failed,
  };
}
