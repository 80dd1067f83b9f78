#!/usr/bin/env node
/*
 * Builds the real Kubernetes programs that a local cluster can run on, from
 * the modules in tools/, and prints the directory that holds them.
 *
 *   node scripts/build-tools.mjs
 *
 * stdout has nothing but that directory; what is going on goes to stderr. The
 * directory's name is made from everything that the result depends on, so a
 * second run has nothing to do. The path is left in `kubernetes-current` too,
 * where @mooring/local-cluster looks for it. Exits with 3 when Go or room on
 * the disk is missing.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tools = join(dirname(fileURLToPath(import.meta.url)), '..', 'tools');
const programs = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kubectl',
];
const neededBytes = 15e9;
const scratchPrefix = 'building-';
const leftoverMs = 24 * 60 * 60 * 1000;

const cache = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'mooring',
);

/** Ends the script, after all that is to be tidied up on the way out. */
class Failure extends Error {
  constructor(exitCode, message) {
    super(message);
    this.exitCode = exitCode;
  }
}

function readTool(file) {
  return readFileSync(join(tools, file), 'utf8');
}

/** The server reports v0.0.0 unless it is told its version by the linker. */
function kubernetesFlags() {
  const version = /^\s*k8s\.io\/kubernetes (v(\d+)\.(\d+)\.\S+)/m.exec(
    readTool('kube/go.mod'),
  );
  if (!version) {
    throw new Failure(
      1,
      'tools/kube/go.mod does not require k8s.io/kubernetes',
    );
  }
  const [, full, major, minor] = version;
  const variable = 'k8s.io/component-base/version';
  return `-s -w -X ${variable}.gitVersion=${full} -X ${variable}.gitMajor=${major} -X ${variable}.gitMinor=${minor}`;
}

function goVersion() {
  const result = spawnSync('go', ['version'], { cwd: tools, encoding: 'utf8' });
  if (result.status !== 0) {
    throw new Failure(
      3,
      'Cannot build the Kubernetes programs: Go is not installed (no `go` that works in PATH)',
    );
  }
  return result.stdout.trim();
}

function checkRoom() {
  const { bavail, bsize } = statfsSync(cache);
  if (bavail * bsize < neededBytes) {
    throw new Failure(
      3,
      `Cannot build the Kubernetes programs: 15 GB of free disk are needed, there are ${(
        (bavail * bsize) /
        1e9
      ).toFixed(1)} GB`,
    );
  }
}

function goBuild(tool, args) {
  process.stderr.write(`Building tools/${tool}, which can take minutes\n`);
  const result = spawnSync('go', ['build', ...args], {
    cwd: join(tools, tool),
    env: { ...process.env, GOFLAGS: '-mod=readonly', GOWORK: 'off' },
    // What Go prints is progress: stdout is for the directory.
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) {
    throw new Failure(1, `Building tools/${tool} failed`);
  }
}

function hasAll(directory) {
  return programs.every(program => existsSync(join(directory, program)));
}

/** What a build left that was killed: it could not tidy up. */
function removeLeftovers() {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (
      name.startsWith(scratchPrefix) &&
      Date.now() - statSync(path).mtimeMs > leftoverMs
    ) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/** Two that build at once build twice; the first to finish is kept. */
function build(directory, flags) {
  removeLeftovers();
  checkRoom();
  const scratch = mkdtempSync(join(cache, scratchPrefix));
  try {
    goBuild('etcd', [
      '-ldflags',
      flags.etcd,
      '-o',
      join(scratch, 'etcd'),
      'go.etcd.io/etcd/server/v3',
    ]);
    goBuild('kube', ['-ldflags', flags.kube, '-o', `${scratch}/`, 'tool']);
    try {
      renameSync(scratch, directory);
    } catch (error) {
      if (!hasAll(directory)) {
        throw error;
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function main() {
  const flags = { etcd: '-s -w', kube: kubernetesFlags() };
  const hash = createHash('sha256');
  for (const part of [
    ...['etcd', 'kube'].flatMap(tool => [
      readTool(`${tool}/go.mod`),
      readTool(`${tool}/go.sum`),
    ]),
    JSON.stringify(flags),
    goVersion(),
    `${process.platform}-${process.arch}`,
  ]) {
    hash.update(`${part}\0`);
  }
  const directory = join(
    cache,
    `kubernetes-${hash.digest('hex').slice(0, 12)}`,
  );

  mkdirSync(cache, { recursive: true });
  if (!hasAll(directory)) {
    build(directory, flags);
  }
  const pointer = join(cache, 'kubernetes-current');
  writeFileSync(`${pointer}.${process.pid}`, `${directory}\n`);
  renameSync(`${pointer}.${process.pid}`, pointer);
  process.stdout.write(`${directory}\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode ?? 1;
}
