import { ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { AddressInfo, createServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  findFreePorts,
  LocalCluster,
  RecordingProxy,
  startRecordingProxy,
  testCluster,
  toBackstageConfig,
  waitUntil,
} from '@mooring/local-cluster';
import request from 'supertest';
import { createTokenKeys, TokenKeys } from './createTokenKeys';
import type {
  PolicyAnswers,
  PortalPerson,
  PortalSettings,
} from './PortalSettings';

// Each portal is a process that loads a whole backend.
jest.setTimeout(60_000);

/** A real backend in front of a Kubernetes API; what passes between them is recorded. */
export interface TestPortal {
  cluster: LocalCluster;
  wire: RecordingProxy;
  /** Everything that the backend printed so far, audit events included. */
  output(): string;
  /** The audit events of an id, oldest first, once all that has begun has ended: the last one may be printed after the answer. */
  auditEvents(eventId: string): Promise<Record<string, any>[]>;
  /** Sends a request to the plugin's REST API, as the guest unless another token (or none) is given. */
  call(
    method: 'get' | 'post' | 'patch' | 'put' | 'delete',
    path: string,
    as?: 'guest' | 'service' | 'nobody' | { token: string },
  ): request.Test;
  /** Signs somebody of `people` in; gives their Backstage token. */
  signIn(entityRef: string): Promise<string>;
  /** A Backstage token of this portal, signed by its own key again, with other claims. */
  signAgain: TokenKeys['signAgain'];
  /** The base URL of the backend. */
  baseUrl: string;
  /** The guest's Backstage token. */
  guestToken: string;
  /** Where the databases of the plugins lie as files. */
  databaseDirectory: string;
  stop(): Promise<void>;
}

/**
 * Starts one. Clusters beside `local`: `down` refuses connections, `silent` never answers, `personal` wants a token of the
 * person, `capitals` has a sign-in that can never work, `strange` would be given the Backstage token.
 */
export async function startTestPortal(
  options: PolicyAnswers & {
    /** People who can sign in beside the guest, by entity ref; what the policy says to them is their own. */
    people?: Record<string, PortalPerson>;
    /** What is under `modelConnections` in config. */
    config?: object;
    /** The token that the portal has for the cluster `account`; without it there is none of that name. */
    account?: (cluster: LocalCluster) => Promise<string>;
    /** Clusters beside the others, as in the Kubernetes plugin's config. */
    clusters?: object[];
    /** Whether the databases are files, to be searched, instead of in memory. */
    databaseFiles?: boolean;
  } = {},
): Promise<TestPortal> {
  const cluster = await testCluster();
  const wire = await startRecordingProxy(cluster);
  const silent = await startSilentServer();
  const [port] = await findFreePorts(1);
  const baseUrl = `http://127.0.0.1:${port}`;
  const serviceToken = randomUUID();
  const accountToken = await options.account?.(cluster);
  const directory = await mkdtemp(path.join(tmpdir(), 'mooring-portal-'));
  const tokenKeys = await createTokenKeys(directory);
  const databaseDirectory = path.join(directory, 'databases');
  const server = startBackend({
    policy: { denied: options.denied, conditional: options.conditional },
    people: options.people ?? {},
    config: {
      app: { baseUrl },
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        database: {
          client: 'better-sqlite3',
          connection: options.databaseFiles
            ? { directory: databaseDirectory }
            : ':memory:',
        },
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: serviceToken, subject: 'test-service' },
            },
          ],
        },
      },
      auth: {
        keyStore: tokenKeys.config,
        providers: {
          guest: {
            userEntityRef: 'user:default/guest',
            dangerouslyAllowOutsideDevelopment: true,
          },
          people: {},
        },
      },
      permission: { enabled: true },
      kubernetes: kubernetesConfig(
        cluster,
        wire.url,
        silent.url,
        accountToken,
        options.clusters ?? [],
      ),
      modelConnections: {
        // Long, for busy machines; a suite that waits for a silent cluster wants less.
        limits: { clusterTimeout: '30s' },
        ...options.config,
      },
    },
  });
  const removeDirectory = () => rm(directory, { recursive: true, force: true });
  await server.started.catch(async error => {
    await removeDirectory();
    throw error;
  });
  const refresh = async (provider: string, person: string = '') => {
    const { body } = await request(baseUrl)
      .get(`/api/auth/${provider}/refresh`)
      .set('test-person', person);
    return body.backstageIdentity.token as string;
  };
  const guestToken = await refresh('guest');
  const authorization = {
    guest: `Bearer ${guestToken}`,
    service: `Bearer ${serviceToken}`,
    nobody: '',
  };
  return {
    cluster,
    wire,
    baseUrl,
    guestToken,
    databaseDirectory,
    signIn: person => refresh('people', person),
    signAgain: tokenKeys.signAgain,
    output: server.output,
    auditEvents: eventId =>
      waitUntil(`the end of ${eventId} is printed`, async () => {
        const events = server
          .output()
          .split('\n')
          .filter(line => line.includes('"isAuditEvent"'))
          .map(line => JSON.parse(line))
          .filter(event => event.eventId === eventId);
        const begun = events.filter(({ status }) => status === 'initiated');
        return begun.length * 2 <= events.length && events;
      }),
    call: (method, url, as = 'guest') =>
      request(baseUrl)
        [method](`/api/model-connections/v1${url}`)
        .set(
          'authorization',
          typeof as === 'string' ? authorization[as] : `Bearer ${as.token}`,
        ),
    async stop() {
      await server.stop();
      await silent.stop();
      await wire.stop();
      await cluster.stop();
      await removeDirectory();
    },
  };
}

function kubernetesConfig(
  cluster: LocalCluster,
  url: string,
  silentUrl: string,
  accountToken: string | undefined,
  more: object[],
): object {
  const kubernetes = toBackstageConfig(cluster, { url }) as {
    clusterLocatorMethods: { clusters: object[] }[];
  };
  const account = {
    authProvider: 'serviceAccount',
    serviceAccountToken: 'none',
  };
  kubernetes.clusterLocatorMethods[0].clusters.push(
    { name: 'down', url: 'http://127.0.0.1:1', ...account },
    { name: 'silent', url: silentUrl, ...account },
    {
      name: 'personal',
      url,
      caData: cluster.caData,
      authProvider: 'oidc',
      oidcTokenProvider: 'okta',
    },
    {
      name: 'capitals',
      url: 'http://127.0.0.1:1',
      authProvider: 'oidc',
      oidcTokenProvider: 'Okta',
    },
    {
      name: 'strange',
      url: 'http://127.0.0.1:1',
      authProvider: 'localKubectlProxy',
    },
    ...(accountToken
      ? [
          {
            name: 'account',
            url,
            caData: cluster.caData,
            authProvider: 'serviceAccount',
            serviceAccountToken: accountToken,
          },
        ]
      : []),
    ...more,
  );
  return kubernetes;
}

function startBackend(settings: PortalSettings) {
  const transform = require.resolve('@backstage/cli/package.json');
  const configDirectory = path.join(path.dirname(transform), 'config');
  const child: ChildProcess = fork(path.join(__dirname, 'portalProcess.ts'), {
    execArgv: [
      '--require',
      path.join(configDirectory, 'nodeTransform.cjs'),
      '--import',
      path.join(configDirectory, 'nodeTransformHooks.mjs'),
    ],
    env: {
      ...process.env,
      // As it runs for real: JSON lines, no stack traces in answers.
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      PORTAL: JSON.stringify(settings),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  child.stdout!.on('data', chunk => (text += chunk));
  child.stderr!.on('data', chunk => (text += chunk));
  const exited = once(child, 'exit');
  return {
    output: () => text,
    started: Promise.race([
      new Promise<void>(resolve => {
        // Modules that are loaded on the way send messages of their own.
        child.on('message', message => message === 'started' && resolve());
      }),
      exited.then(([code]) => {
        throw new Error(`The backend ended with ${code}:\n${text}`);
      }),
    ]),
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

const listening = async (server: ReturnType<typeof createServer>) => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

/** A server that takes connections and says nothing. */
async function startSilentServer() {
  const sockets = new Set<Socket>();
  const server = createServer(socket => sockets.add(socket));
  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      sockets.forEach(socket => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
