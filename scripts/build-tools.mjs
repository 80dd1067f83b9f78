#!/usr/bin/env node
/*
 * Builds real programs that a local cluster can run on, from the modules in
 * tools/, and prints the directory that holds them.
 *
 *   node scripts/build-tools.mjs [kubernetes|kserve]
 *
 * `kubernetes`, the default: etcd, the API server, the controller manager and
 * kubectl. `kserve`: KServe's controller, and the manifests it is installed
 * with, so that nothing else of its module is needed later.
 *
 * stdout has nothing but that directory; what is going on goes to stderr. The
 * directory is kept in the user's cache, so a second run has nothing to do.
 * Its path is left in `<name>-current` too, where @mooring/local-cluster looks
 * for it. Exits with 3 when Go or room on the disk is missing.
 */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BuildFailure,
  cachedBuild,
  go,
  readTool,
} from './shared/toolCache.mjs';

function build(tool, args) {
  process.stderr.write(`Building tools/${tool}, which can take minutes\n`);
  go(tool, ['build', ...args]);
}

/** The version that a module of tools/ requires of another one. */
function requiredVersion(tool, module) {
  const line = readTool(`${tool}/go.mod`)
    .split('\n')
    .map(text => text.trim().split(' '))
    .find(([name]) => name === module);
  if (!line) {
    throw new BuildFailure(
      1,
      `tools/${tool}/go.mod does not require ${module}`,
    );
  }
  return line[1];
}

/** The server reports v0.0.0 unless it is told its version by the linker. */
function kubernetesFlags() {
  const version = requiredVersion('kube', 'k8s.io/kubernetes');
  const [, major, minor] = /^v(\d+)\.(\d+)\./.exec(version);
  const variable = 'k8s.io/component-base/version';
  return `-s -w -X ${variable}.gitVersion=${version} -X ${variable}.gitMajor=${major} -X ${variable}.gitMinor=${minor}`;
}

function kubernetes() {
  const flags = { etcd: '-s -w', kube: kubernetesFlags() };
  return cachedBuild({
    name: 'kubernetes',
    title: 'the Kubernetes programs',
    neededBytes: 15e9,
    tools: ['etcd', 'kube'],
    flags,
    files: ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kubectl'],
    build: directory => {
      const etcd = join(directory, 'etcd');
      const etcdModule = 'go.etcd.io/etcd/server/v3';
      build('etcd', ['-ldflags', flags.etcd, '-o', etcd, etcdModule]);
      build('kube', ['-ldflags', flags.kube, '-o', `${directory}/`, 'tool']);
    },
  });
}

const webhookPort = 'Port: options.webhookPort,';

/**
 * KServe's controller has a flag for the port of its webhooks and none for the host, so that they would listen on all
 * interfaces. It is built from its own main.go with that one line changed.
 *
 * @param {string} source the directory of KServe's module
 * @returns {string} the changed text
 */
function mainOnLoopback(source) {
  const main = join(source, 'cmd', 'manager', 'main.go');
  const parts = readFileSync(main, 'utf8').split(webhookPort);
  if (parts.length !== 2) {
    throw new BuildFailure(1, `${main} has not one line "${webhookPort}"`);
  }
  return parts.join(`${webhookPort} Host: "127.0.0.1",`);
}

function kserve() {
  const module = 'github.com/kserve/kserve';
  const version = requiredVersion('kserve', module);
  const manifests = ['kserve.yaml', 'kserve-cluster-resources.yaml'];
  const flags = { ldflags: '-s -w', manifests, webhooks: 'on loopback' };
  return cachedBuild({
    name: 'kserve',
    title: "KServe's controller",
    neededBytes: 5e9,
    tools: ['kserve'],
    flags,
    files: ['kserve-manager', ...manifests],
    build: directory => {
      // Go names the directory of a module only once it is there.
      go('kserve', ['mod', 'download', module]);
      const source = go('kserve', ['list', '-m', '-f', '{{.Dir}}', module], {
        isQuestion: true,
      });
      const main = join(directory, 'main.go');
      writeFileSync(main, mainOnLoopback(source));
      const manager = join(directory, 'kserve-manager');
      build('kserve', ['-ldflags', flags.ldflags, '-o', manager, main]);
      rmSync(main);
      for (const file of manifests) {
        copyFileSync(
          join(source, 'install', version, file),
          join(directory, file),
        );
      }
    },
  });
}

const builds = { kubernetes, kserve };

try {
  const [name = 'kubernetes'] = process.argv.slice(2);
  if (!Object.hasOwn(builds, name)) {
    throw new BuildFailure(
      2,
      `There is no ${name} to build, only ${Object.keys(builds).join(', ')}`,
    );
  }
  process.stdout.write(`${builds[name]()}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode ?? 1;
}
