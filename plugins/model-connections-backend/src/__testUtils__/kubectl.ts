import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LocalCluster } from '@mooring/local-cluster';

/** The real kubectl, as admin of a cluster, for suites of `describeOnKubernetes`. */
export interface Kubectl {
  /** Runs it and gives what it printed. Throws when it fails. */
  run(
    args: string[],
    options?: { input?: string; env?: Record<string, string> },
  ): string;
  stop(): void;
}

/** Writes its kubeconfig into a directory of its own. */
export function createKubectl(cluster: LocalCluster): Kubectl {
  const directory = mkdtempSync(path.join(tmpdir(), 'mooring-kubectl-'));
  const kubeconfig = path.join(directory, 'kubeconfig');
  const { url: server, caData, tokens } = cluster;
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'local',
      contexts: [{ name: 'local', context: { cluster: 'local', user: 'me' } }],
      clusters: [
        {
          name: 'local',
          cluster: { server, 'certificate-authority-data': caData },
        },
      ],
      users: [{ name: 'me', user: { token: tokens.admin } }],
    }),
  );
  return {
    run: (args, { input, env } = {}) =>
      execFileSync(
        path.join(process.env.KUBEBUILDER_ASSETS!, 'kubectl'),
        ['--kubeconfig', kubeconfig, ...args],
        {
          input,
          encoding: 'utf8',
          env: { HOME: directory, PATH: process.env.PATH, ...env },
        },
      ),
    stop: () => rmSync(directory, { recursive: true }),
  };
}
