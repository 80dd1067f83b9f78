// Runs the suites named *.serving.test.ts, which need KServe's own controller, beside one real control plane that has it.
// Then the browser tests of model services, against a portal on the same; only Jest runs when there are arguments, which go
// to it. The programs are those in KUBEBUILDER_ASSETS, when kube-controller-manager is among them, and in
// MOORING_KSERVE_ASSETS, else the ones that scripts/build-tools.mjs builds; where it cannot, one line says so and the
// suites count as skipped.
import fs from 'node:fs';
import path from 'node:path';
import { builtTools, countSuites } from './shared/builtTools.mjs';
import { addCounts, formatCounts, noCounts } from './shared/counts.mjs';
import { localClusterCommand } from './shared/localClusterCommand.mjs';
import { testInBrowser } from './shared/testInBrowser.mjs';
import { testWithJest } from './shared/testWithJest.mjs';

const SUITES = /\.serving\.test\.ts$/;

function findKubernetes() {
  const directory = process.env.KUBEBUILDER_ASSETS;
  return directory &&
    fs.existsSync(path.join(directory, 'kube-controller-manager'))
    ? { directory }
    : builtTools('kubernetes');
}

const findKServe = () =>
  process.env.MOORING_KSERVE_ASSETS
    ? { directory: process.env.MOORING_KSERVE_ASSETS }
    : builtTools('kserve');

async function run() {
  const kubernetes = findKubernetes();
  const kserve = kubernetes.directory ? findKServe() : kubernetes;
  if (kserve.missing) {
    console.log("Suites on KServe's controller skipped, as said above.");
    return { ...noCounts(), skipped: countSuites(SUITES) };
  }
  if (!kserve.directory) return { ...noCounts(), failed: 1 };
  const args = process.argv.slice(2);
  const env = {
    KUBEBUILDER_ASSETS: kubernetes.directory,
    MOORING_KSERVE_ASSETS: kserve.directory,
  };
  const suites = await testWithJest({
    name: 'serving',
    args: ['--testPathPatterns', SUITES.source, ...args],
    env,
    around: command =>
      localClusterCommand({ kind: 'kubernetes', kserve: true }, command),
  });
  if (args.length > 0) return suites;
  const browser = await testInBrowser(['modelServices'], {
    ...env,
    MOORING_CLUSTER: 'kserve',
  });
  return addCounts(suites, browser);
}

const counts = await run();
process.exitCode = counts.failed > 0 ? 1 : 0;
console.log(formatCounts(counts));
