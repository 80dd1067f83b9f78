// Runs the suites that talk to a Kubernetes API, and the contract that every API server of local-cluster keeps, against
// the real API server: one for all suites. Arguments go to Jest. The binaries are those in KUBEBUILDER_ASSETS, else the
// ones that scripts/build-tools.mjs builds; where it cannot, one line says so and the suites count as skipped.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { formatCounts, noCounts } from './shared/counts.mjs';
import { localClusterCommand } from './shared/localClusterCommand.mjs';
import { repositoryRoot } from './shared/repositoryRoot.mjs';
import { testWithJest } from './shared/testWithJest.mjs';

const SUITES = /(\.api|\/contract\/\w+)\.test\.ts$/;
/** The exit code of build-tools.mjs for "Go or room is missing here". */
const CANNOT_BUILD = 3;

function findBinaries() {
  if (process.env.KUBEBUILDER_ASSETS) {
    return { directory: process.env.KUBEBUILDER_ASSETS };
  }
  const { status, stdout } = spawnSync(
    process.execPath,
    ['scripts/build-tools.mjs'],
    {
      cwd: repositoryRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return { status, directory: stdout.trim().split('\n').at(-1) };
}

const countSuites = () =>
  ['packages', 'plugins'].reduce((count, group) => {
    const files = fs.readdirSync(path.join(repositoryRoot, group), {
      recursive: true,
    });
    return (
      count +
      files.filter(file => SUITES.test(file) && !/node_modules/.test(file))
        .length
    );
  }, 0);

async function run() {
  const { status, directory } = findBinaries();
  if (status === CANNOT_BUILD) {
    console.log('API suites on the real API server skipped, as said above.');
    return { ...noCounts(), skipped: countSuites() };
  }
  if (status) return { ...noCounts(), failed: 1 };
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
