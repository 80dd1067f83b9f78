import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createCertificateAuthority,
  createSigningKeys,
} from '../certificates/createCertificateAuthority';
import { applyDefinitions } from '../client/applyDefinitions';
import { applyManifests } from '../client/applyManifests';
import {
  ClusterClient,
  createClusterClient,
} from '../client/createClusterClient';
import { readAuditLog } from '../client/readAuditLog';
import { createTokens } from '../createTokens';
import { KServeFiles } from '../kserve/findKServe';
import { readKServeManifests } from '../kserve/readKServeManifests';
import { startKServe } from '../kserve/startKServe';
import { LocalCluster, LocalClusterTokens } from '../LocalCluster';
import { backstageAccess } from './backstageAccess';
import {
  apiserverArguments,
  auditLogFileOf,
  auditPolicy,
  controllerManagerArguments,
  etcdArguments,
} from './controlPlaneArguments';
import { KubernetesBinaries } from './findKubernetesBinaries';
import { findFreePorts } from './findFreePorts';
import { kserveDefinitions } from './kserveDefinitions';
import { ServerProcess } from './ServerProcess';

/** What to run and where. */
export interface ControlPlaneOptions {
  binaries: KubernetesBinaries;
  /** Runs KServe on it; else its kinds can be stored, and nobody acts on them. */
  kserve?: KServeFiles;
  port?: number;
  log?: (line: string) => void;
}

/**
 * Starts etcd, kube-apiserver and, where its binary is there, the controller
 * manager: a real control plane without nodes, with RBAC, all on loopback. On
 * request KServe's controller comes on top.
 *
 * @throws Error when KServe is asked for and kube-controller-manager is not
 *   there, or when one of them is not ready within 60 seconds; nothing is
 *   left running then
 */
export async function startKubernetesControlPlane(
  options: ControlPlaneOptions,
): Promise<LocalCluster> {
  const directory = await mkdtemp(join(tmpdir(), 'mooring-cluster-'));
  const processes: ServerProcess[] = [];
  let client: ClusterClient | undefined;
  let stopping: Promise<void> | undefined;

  const stop = () => {
    stopping ??= (async () => {
      client?.close();
      // etcd goes last: an API server that has lost it hangs for a minute.
      for (const serverProcess of [...processes].reverse()) {
        await serverProcess.stop();
      }
      await rm(directory, { recursive: true, force: true });
    })();
    return stopping;
  };
  const run = async (
    name: string,
    command: string,
    args: string[],
    env?: Record<string, string>,
  ) => {
    options.log?.(`Starting ${name}`);
    const serverProcess = await ServerProcess.start({
      name,
      command,
      args,
      env,
      logFile: join(directory, `${name}.log`),
      removeDirectory: processes.length === 0 ? directory : undefined,
    });
    processes.push(serverProcess);
    return serverProcess;
  };

  try {
    const { binaries, kserve } = options;
    if (kserve && !binaries.controllerManager) {
      throw new Error(
        `KServe needs kube-controller-manager, which is not in ${binaries.directory}`,
      );
    }
    const tokens = createTokens();
    const { certificate: ca, servingCertificate } = await writeFiles(
      directory,
      tokens,
    );
    const [etcdPort, peerPort, freePort] = await findFreePorts(3);
    const etcdUrl = `http://127.0.0.1:${etcdPort}`;
    const url = `https://127.0.0.1:${options.port || freePort}`;
    const caData = Buffer.from(ca).toString('base64');
    client = createClusterClient({ url, caData, token: tokens.admin });
    const { request } = client;

    const etcd = await run(
      'etcd',
      binaries.etcd,
      etcdArguments(directory, etcdPort, peerPort),
    );
    await etcd.waitUntilReady(async () => {
      return (await fetch(`${etcdUrl}/health`)).ok;
    });
    const apiserver = await run(
      'kube-apiserver',
      binaries.apiserver,
      apiserverArguments(directory, etcdUrl, new URL(url).port),
    );
    await apiserver.waitUntilReady(
      async () => (await request('GET', '/readyz')).status === 200,
    );
    await applyManifests(request, backstageAccess);
    const kserveManifests =
      kserve && (await readKServeManifests(kserve.manifests));
    // Before the controllers: the garbage collector looks for new kinds only
    // every half minute.
    await applyDefinitions(
      request,
      kserveManifests ? kserveManifests.definitions : kserveDefinitions,
    );
    const kubeconfig = await writeKubeconfig(directory, url, tokens.admin);
    if (binaries.controllerManager) {
      const manager = await run(
        'kube-controller-manager',
        binaries.controllerManager,
        controllerManagerArguments(directory),
      );
      await manager.waitUntilReady(async () => {
        const account = '/api/v1/namespaces/default/serviceaccounts/default';
        return (await request('GET', account)).status === 200;
      });
    }
    if (kserve && kserveManifests) {
      await startKServe({
        manager: kserve.manager,
        manifests: kserveManifests,
        request,
        directory,
        kubeconfig,
        caData,
        servingCertificate,
        run,
      });
    }
    const { body } = await request('GET', '/version');
    const what = `Kubernetes ${body.gitVersion}${kserve ? ' with KServe' : ''}`;
    options.log?.(`${what} is ready`);
    const auditLogFile = auditLogFileOf(directory);

    return {
      kind: 'kubernetes',
      kserve: Boolean(kserve),
      title: `Local cluster (${what})`,
      url,
      caData,
      tokens,
      servingCertificate,
      request,
      apply: manifests => applyManifests(request, manifests),
      auditLogFile,
      auditLog: containing => readAuditLog(auditLogFile, containing),
      expireContinueTokens: () => compact(request, etcdUrl),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function writeFiles(directory: string, tokens: LocalClusterTokens) {
  const authority = await createCertificateAuthority();
  const servingCertificate = await authority.issueServerCertificate();
  const signing = await createSigningKeys();
  const files: Record<string, string> = {
    'ca.crt': authority.certificate,
    'server.crt': servingCertificate.certificate,
    'server.key': servingCertificate.privateKey,
    'signing.key': signing.privateKey,
    'signing.pub': signing.publicKey,
    'audit-policy.json': JSON.stringify(auditPolicy),
    // token, user, uid, groups
    'tokens.csv': [
      `${tokens.admin},admin,admin,"system:masters"`,
      `${tokens.backstage},backstage,backstage,`,
      `${tokens.alice},alice,alice,"team-a"`,
      `${tokens.bob},bob,bob,"team-b"`,
      '',
    ].join('\n'),
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(directory, name), content, { mode: 0o600 });
  }
  return { certificate: authority.certificate, servingCertificate };
}

/** JSON is YAML too. Gives the path. */
async function writeKubeconfig(
  directory: string,
  server: string,
  token: string,
): Promise<string> {
  const name = 'local';
  const kubeconfig = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name,
        cluster: { server, 'certificate-authority': join(directory, 'ca.crt') },
      },
    ],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
  const path = join(directory, 'kubeconfig');
  await writeFile(path, JSON.stringify(kubeconfig), { mode: 0o600 });
  return path;
}

/** Makes etcd forget all revisions but the latest. */
async function compact(
  request: LocalCluster['request'],
  etcdUrl: string,
): Promise<void> {
  const { body } = await request('GET', '/api/v1/namespaces', {
    query: { limit: 1 },
  });
  const response = await fetch(`${etcdUrl}/v3/kv/compaction`, {
    method: 'POST',
    body: JSON.stringify({
      revision: body.metadata.resourceVersion,
      physical: true,
    }),
  });
  if (!response.ok) {
    throw new Error(`etcd refused to compact: ${await response.text()}`);
  }
}
