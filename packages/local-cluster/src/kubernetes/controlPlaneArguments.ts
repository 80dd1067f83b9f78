import { join } from 'node:path';

/** etcd for a cluster that need not survive its process. */
export function etcdArguments(
  directory: string,
  clientPort: number,
  peerPort: number,
): string[] {
  const clientUrl = `http://127.0.0.1:${clientPort}`;
  return [
    `--data-dir=${join(directory, 'etcd')}`,
    `--listen-client-urls=${clientUrl}`,
    `--advertise-client-urls=${clientUrl}`,
    `--listen-peer-urls=http://127.0.0.1:${peerPort}`,
    '--unsafe-no-fsync',
    '--log-level=warn',
  ];
}

/** What the API server logs of each request: who did what, no bodies; its own requests to itself not at all. */
export const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [
    { level: 'None', users: ['system:apiserver'] },
    { level: 'Metadata' },
  ],
};

/** The audit log of the API server in its directory. */
export const auditLogFileOf = (directory: string): string =>
  join(directory, 'audit.log');

/** The API server: RBAC, people by tokens, nothing beyond loopback. */
export function apiserverArguments(
  directory: string,
  etcdUrl: string,
  port: string,
): string[] {
  return [
    `--etcd-servers=${etcdUrl}`,
    `--secure-port=${port}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    '--endpoint-reconciler-type=none',
    `--tls-cert-file=${join(directory, 'server.crt')}`,
    `--tls-private-key-file=${join(directory, 'server.key')}`,
    `--client-ca-file=${join(directory, 'ca.crt')}`,
    `--token-auth-file=${join(directory, 'tokens.csv')}`,
    '--authorization-mode=RBAC',
    `--service-account-key-file=${join(directory, 'signing.pub')}`,
    `--service-account-signing-key-file=${join(directory, 'signing.key')}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    '--service-cluster-ip-range=10.96.0.0/16',
    // Else lists go on from a cache, and no compaction makes them expire.
    '--feature-gates=ListFromCacheSnapshot=false',
    '--profiling=false',
    `--audit-policy-file=${join(directory, 'audit-policy.json')}`,
    `--audit-log-path=${auditLogFileOf(directory)}`,
    // One file for as long as the cluster lives, whatever its size.
    '--audit-log-maxsize=0',
  ];
}

/** The controllers that need no node. */
export function controllerManagerArguments(directory: string): string[] {
  return [
    `--kubeconfig=${join(directory, 'kubeconfig')}`,
    `--root-ca-file=${join(directory, 'ca.crt')}`,
    `--service-account-private-key-file=${join(directory, 'signing.key')}`,
    '--use-service-account-credentials=false',
    '--leader-elect=false',
    '--secure-port=0',
    `--controllers=${[
      'namespace-controller',
      'garbage-collector-controller',
      'serviceaccount-controller',
      'root-ca-certificate-publisher-controller',
      'deployment-controller',
      'replicaset-controller',
      'endpointslice-controller',
    ].join(',')}`,
  ];
}
