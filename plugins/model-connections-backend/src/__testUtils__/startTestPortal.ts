import { AddressInfo, createServer, Socket } from 'node:net';
import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  LocalCluster,
  startRecordingProxy,
  testCluster,
  toBackstageConfig,
} from '@mooring/local-cluster';
import request from 'supertest';
import { modelConnectionsPlugin } from '../plugin';
import { TestLogger } from './TestLogger';

/** A backend with the real Kubernetes plugin, in front of a Kubernetes API; what passes between them is recorded. */
export interface TestPortal {
  cluster: LocalCluster;
  wire: Awaited<ReturnType<typeof startRecordingProxy>>;
  logger: TestLogger;
  /** The base URL of the backend, without a path. */
  baseUrl: string;
  /** Sends a request to the plugin's REST API, as a person unless another header is given. */
  call(
    method: 'get' | 'post' | 'delete' | 'put',
    path: string,
    authorization?: string,
  ): request.Test;
  stop(): Promise<void>;
}

/** Starts one. Clusters beside `local`: `down` refuses connections, `silent` never answers, `people` wants an oidc token. */
export async function startTestPortal(
  options: {
    /** Names of the permissions that the policy refuses. */
    denied?: string[];
    features?: (BackendFeature | Promise<{ default: BackendFeature }>)[];
    config?: object;
  } = {},
): Promise<TestPortal> {
  const cluster = await testCluster();
  const wire = await startRecordingProxy(cluster);
  const silent = await startSilentServer();
  const logger = new TestLogger();
  const kubernetes = toBackstageConfig(cluster, { url: wire.url }) as {
    clusterLocatorMethods: { clusters: object[] }[];
  };
  const token = { authProvider: 'serviceAccount', serviceAccountToken: 'none' };
  kubernetes.clusterLocatorMethods[0].clusters.push(
    { name: 'down', url: 'http://127.0.0.1:1', ...token },
    { name: 'silent', url: silent.url, ...token },
    {
      name: 'people',
      url: 'http://127.0.0.1:1',
      authProvider: 'oidc',
      oidcTokenProvider: 'okta',
    },
    { name: 'strange', url: 'http://127.0.0.1:1', authProvider: 'anonymous' },
  );
  const permissions = mockServices.permissions.mock();
  permissions.authorize.mockImplementation(async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  );
  permissions.authorizeConditional.mockImplementation(async requests =>
    requests.map(({ permission }) => ({
      result: options.denied?.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    })),
  );
  const { server, stop } = await startTestBackend({
    features: [
      modelConnectionsPlugin,
      import('@backstage/plugin-kubernetes-backend'),
      logger.factory(),
      auditorServiceFactory,
      permissions.factory,
      mockServices.rootConfig.factory({
        data: {
          kubernetes,
          modelConnections: {
            limits: { clusterTimeout: '2s' },
            ...options.config,
          },
        },
      }),
      ...(options.features ?? []),
    ],
  });
  return {
    cluster,
    wire,
    logger,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    call: (method, path, authorization) =>
      request(server)
        [method](`/api/model-connections/v1${path}`)
        .set(
          'authorization',
          authorization ?? mockCredentials.user.header('user:default/guest'),
        ),
    async stop() {
      await stop();
      await silent.stop();
      await wire.stop();
      await cluster.stop();
    },
  };
}

/** A server that takes connections and says nothing. */
async function startSilentServer() {
  const sockets = new Set<Socket>();
  const server = createServer(socket => sockets.add(socket));
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      sockets.forEach(socket => socket.destroy());
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}
