import { spawn } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { toEnvironment } from './connectLocalCluster';
import { LocalCluster, LocalClusterKind } from './LocalCluster';
import { startLocalCluster } from './startLocalCluster';
import { toBackstageConfig } from './toBackstageConfig';

/** What to run beside a local cluster. */
export interface RunWithLocalClusterOptions {
  kind: 'auto' | LocalClusterKind;
  /** Whether KServe's own controller is to work on it. */
  kserve?: boolean;
  /** Whether nodes, and on the embedded one KServe, are played. */
  standIn?: boolean;
  /** Port of the API; chosen by the system when left out. */
  port?: number;
  /** YAML files, or directories whose YAML files are taken by name. */
  apply: string[];
  /** Whether to hand Backstage its `kubernetes:` configuration. */
  config: boolean;
  /** The command and its arguments. */
  command: string[];
  /** Gets lines for people. */
  log: (line: string) => void;
}

const configVariable = 'APP_CONFIG_kubernetes';
const forwardedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Starts a local cluster, runs a command that gets it in the environment
 * (`MOORING_LOCAL_CLUSTER`, and `APP_CONFIG_kubernetes` unless that is set
 * already), and stops the cluster when the command has ended. Signals go to
 * the command, which decides when to end.
 *
 * @returns the exit code of the command, 128 + the signal's number when a
 *   signal ended it
 * @throws Error when the cluster or the command cannot be started, or when a
 *   manifest is refused; the cluster is stopped then
 */
export async function runWithLocalCluster(
  options: RunWithLocalClusterOptions,
): Promise<number> {
  const signals = collectSignals();
  let cluster: LocalCluster | undefined;
  try {
    const { kind, kserve, standIn, port, log } = options;
    cluster = await startLocalCluster({ kind, kserve, standIn, port, log });
    for (const manifest of await readManifests(options.apply)) {
      await cluster.apply(manifest);
    }
    log(describeCluster(cluster));
    if (standIn && cluster.kind === 'embedded') {
      log(
        "A stand-in plays KServe's part: no model is downloaded or served there",
      );
    }
    return await run(cluster, options, signals);
  } finally {
    await cluster?.stop();
    signals.release();
  }
}

function describeCluster({ kind, title, url }: LocalCluster): string {
  return kind === 'embedded'
    ? `Local cluster: embedded API server (not a real Kubernetes) at ${url}`
    : `${title.replace(/ \((.*)\)$/, ': $1')} at ${url}`;
}

async function readManifests(paths: string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) {
      const names = (await readdir(path)).filter(name => /\.ya?ml$/.test(name));
      files.push(...names.sort().map(name => join(path, name)));
    } else {
      files.push(path);
    }
  }
  return Promise.all(files.map(file => readFile(file, 'utf8')));
}

interface Signals {
  /** Passes on what came so far and what will come. */
  forward(send: (signal: NodeJS.Signals) => void): void;
  release(): void;
}

/** Listens from the start, so that no signal ends us and leaves a cluster. */
function collectSignals(): Signals {
  const early: NodeJS.Signals[] = [];
  let handle = (signal: NodeJS.Signals) => {
    early.push(signal);
  };
  const listener = (signal: NodeJS.Signals) => handle(signal);
  forwardedSignals.forEach(signal => process.on(signal, listener));
  return {
    forward: send => {
      handle = send;
      early.forEach(send);
    },
    release: () =>
      forwardedSignals.forEach(signal => process.off(signal, listener)),
  };
}

function run(
  cluster: LocalCluster,
  { command: [command, ...args], config }: RunWithLocalClusterOptions,
  signals: Signals,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: {
        ...(config && {
          [configVariable]: JSON.stringify(toBackstageConfig(cluster)),
        }),
        ...process.env,
        ...toEnvironment(cluster),
      },
    });
    signals.forward(signal => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}
