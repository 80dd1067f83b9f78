// Runs the suites that talk to a Kubernetes API, and the contract that every API server of local-cluster keeps, against
// the real API server: one for all suites. Arguments go to Jest. The binaries are those in KUBEBUILDER_ASSETS, else the
// ones that scripts/build-tools.mjs builds; where it cannot, one line says so and the suites count as skipped.
import { builtTools, countSuites } from './shared/builtTools.mjs';
import { formatCounts, noCounts } from './shared/counts.mjs';
import { localClusterCommand } from './shared/localClusterCommand.mjs';
import { testWithJest } from './shared/testWithJest.mjs';

const SUITES = /(\.api|\/contract\/\w+)\.test\.ts$/;

const findBinaries = () =>
  process.env.KUBEBUILDER_ASSETS
    ? { directory: process.env.KUBEBUILDER_ASSETS }
    : builtTools('kubernetes');

async function run() {
  const { directory, missing } = findBinaries();
  if (missing) {
    console.log('API suites on the real API server skipped, as said above.');
    return { ...noCounts(), skipped: countSuites(SUITES) };
  }
  if (!directory) return { ...noCounts(), failed: 1 };
  return testWithJest({
    name: 'api',
    args: ['--testPathPatterns', SUITES.source, ...process.argv.slice(2)],
    env: { KUBEBUILDER_ASSETS: directory },
    around: command => localClusterCommand({ kind: 'kubernetes' }, command),
  });
}

const counts = await run();
process.exitCode = counts.failed > 0 ? 1 : 0;
console.log(formatCounts(counts));
