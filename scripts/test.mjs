// All checks and tests of the repository, one after the other, every one of them even after a failure. The last line says
// how many passed, failed and were skipped; a check without tests of its own, such as the linter, counts as one.
import { addCounts, formatCounts, noCounts } from './shared/counts.mjs';
import { nodeTool } from './shared/nodeTool.mjs';
import { runCommand } from './shared/runCommand.mjs';
import { testInBrowser } from './shared/testInBrowser.mjs';
import { testWithJest } from './shared/testWithJest.mjs';

const check = command => async () =>
  (await runCommand(command)) === 0
    ? { ...noCounts(), passed: 1 }
    : { ...noCounts(), failed: 1 };

const steps = {
  Types: check(nodeTool('typescript', 'tsc')),
  Lint: check([...nodeTool('@backstage/cli', 'backstage-cli'), 'repo', 'lint']),
  Format: check([...nodeTool('prettier'), '--check', '--loglevel=warn', '.']),
  'deploy/connection-types.yaml': check([
    process.execPath,
    'scripts/write-connection-types.mjs',
    '--check',
  ]),
  'Unit and API tests': () => testWithJest({ name: 'unit' }),
  'Browser tests': () => testInBrowser(),
};

const results = [];
const titles = Object.keys(steps);
for (const [index, title] of titles.entries()) {
  console.log(`\n==> ${title} (step ${index + 1} of ${titles.length})`);
  const start = Date.now();
  const counts = await steps[title]();
  const seconds = Math.round((Date.now() - start) / 1000);
  results.push({ title, counts, seconds });
  console.log(`--- ${title}: ${formatCounts(counts)} (${seconds} s)`);
}

console.log('\nSummary');
for (const { title, counts, seconds } of results) {
  const mark = counts.failed > 0 ? 'FAILED' : 'ok';
  console.log(
    `  ${mark.padEnd(6)} ${title}: ${formatCounts(counts)} (${seconds} s)`,
  );
}
const total = addCounts(...results.map(result => result.counts));
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(formatCounts(total));
