import {
  BackstageCredentials,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import express from 'express';
import {
  ModelConnectionsService,
  ModelConnectionsServiceOptions,
} from './ModelConnectionsService';
import { modelConnectionsServiceRef } from './modelConnectionsServiceRef';

const jane = mockCredentials.user('user:default/jane');
const PROJECT = { cluster: 'one', namespace: 'team-a' };
const CONNECTION = { ...PROJECT, name: 'minio' };
const TYPE = { cluster: 'one', name: 'ct-s3' };
const TYPES = '/v1/clusters/one/connection-types';
const dependents = [{ kind: 'InferenceService' as const, name: 'qwen' }];
const CONNECTIONS = '/v1/clusters/one/namespaces/team-a/connections';
const NAMESPACE = '/v1/clusters/one/namespaces/team-a';
const SERVICES = `${NAMESPACE}/model-services`;
const SERVICE = { ...PROJECT, name: 'qwen' };

/** One that arrived at the stand-in. */
interface Arrival {
  request: string;
  body: unknown;
  authorization?: string;
  clusterToken?: string;
  principal: BackstageCredentials['principal'];
}

/** A backend with a consumer of the service, and a stand-in for the REST API that records who comes and with what. */
async function startBackendWithConsumer(
  answer: (response: express.Response) => void = response => {
    response.json({ items: [] });
  },
) {
  const arrivals: Arrival[] = [];
  const standIn = createBackendPlugin({
    pluginId: 'model-connections',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          httpRouter.use(express.json());
          httpRouter.use((request, response, next) => {
            httpAuth
              .credentials(request)
              .then(({ principal }) => {
                arrivals.push({
                  request: `${request.method} ${request.url}`,
                  body: request.body,
                  authorization: request.headers.authorization,
                  clusterToken: request.get(
                    'Backstage-Kubernetes-Authorization-oidc-okta',
                  ),
                  principal: principal as Arrival['principal'],
                });
                answer(response);
              })
              .catch(next);
          });
        },
      });
    },
  });
  let service: ModelConnectionsService;
  const consumer = createBackendPlugin({
    pluginId: 'consumer',
    register(env) {
      env.registerInit({
        deps: { modelConnections: modelConnectionsServiceRef },
        async init({ modelConnections }) {
          service = modelConnections;
        },
      });
    },
  });
  await startTestBackend({ features: [standIn, consumer] });
  return { service: service!, arrivals };
}

describe('modelConnectionsServiceRef', () => {
  it('calls on behalf of the person, by a token for the plugin', async () => {
    const { service, arrivals } = await startBackendWithConsumer();
    await expect(
      service.listConnections(
        { ...PROJECT, limit: 2, pageToken: 'next' },
        { credentials: jane },
      ),
    ).resolves.toEqual({ items: [] });
    expect(arrivals).toEqual([
      {
        request: `GET ${CONNECTIONS}?limit=2&pageToken=next`,
        body: {},
        authorization: mockCredentials.service.header({
          onBehalfOf: jane,
          targetPluginId: 'model-connections',
        }),
        principal: jane.principal,
      },
    ]);
  });

  it('keeps callers apart', async () => {
    const { service, arrivals } = await startBackendWithConsumer();
    const own = mockCredentials.service('plugin:consumer');
    await Promise.all(
      [jane, mockCredentials.user('user:default/joe'), own].map(credentials =>
        service.listNamespaces({ cluster: 'one' }, { credentials }),
      ),
    );
    expect(arrivals.map(({ principal }) => principal)).toEqual(
      expect.arrayContaining([
        jane.principal,
        mockCredentials.user('user:default/joe').principal,
        own.principal,
      ]),
    );
  });

  it('calls nobody on behalf of nobody', async () => {
    const { service, arrivals } = await startBackendWithConsumer();
    await expect(
      service.listClusters({ credentials: mockCredentials.none() }),
    ).rejects.toThrow('none');
    // @ts-expect-error A call without credentials does not compile.
    await expect(service.listClusters()).rejects.toThrow(TypeError);
    expect(arrivals).toEqual([]);
  });

  const type = {
    name: 'ct-s3',
    displayName: 'S3',
    categories: [],
    enabled: true,
    fields: [],
  };
  const connection = { name: 'minio', typeName: 'ct-s3', values: { A: 'b' } };
  const adopt = { name: 'minio', typeName: 'ct-s3' };
  const copy = { targetNamespace: 'team-b', name: 'minio' };
  const patch = { resourceVersion: '1', remove: ['A'] };
  const qwen = { name: 'qwen', resourceVersion: '1' };
  type Call = (
    service: ModelConnectionsService,
    options: ModelConnectionsServiceOptions,
  ) => Promise<unknown>;
  const calls: [string, Call, unknown?][] = [
    ['GET /v1/clusters', (s, o) => s.listClusters(o)],
    [
      'GET /v1/clusters/one/namespaces',
      (s, o) => s.listNamespaces({ cluster: 'one' }, o),
    ],
    [`GET ${TYPES}`, (s, o) => s.listConnectionTypes({ cluster: 'one' }, o)],
    [`GET ${TYPES}/ct-s3`, (s, o) => s.getConnectionType(TYPE, o)],
    [
      `POST ${TYPES}`,
      (s, o) => s.createConnectionType({ cluster: 'one', type }, o),
      type,
    ],
    [
      `PUT ${TYPES}/ct-s3`,
      (s, o) => s.replaceConnectionType({ ...TYPE, type }, o),
      type,
    ],
    [
      `PATCH ${TYPES}/ct-s3`,
      (s, o) => s.enableConnectionType({ ...TYPE, enabled: false }, o),
      { enabled: false },
    ],
    [`DELETE ${TYPES}/ct-s3`, (s, o) => s.deleteConnectionType(TYPE, o)],
    [
      `POST ${TYPES}/install`,
      (s, o) => s.installConnectionTypes({ cluster: 'one' }, o),
    ],
    [`GET ${CONNECTIONS}`, (s, o) => s.listConnections(PROJECT, o)],
    [`GET ${CONNECTIONS}/minio`, (s, o) => s.getConnection(CONNECTION, o)],
    [
      `POST ${CONNECTIONS}?dryRun=All`,
      (s, o) => s.createConnection({ ...PROJECT, connection, dryRun: true }, o),
      connection,
    ],
    [
      `GET ${CONNECTIONS}/minio/manifest`,
      (s, o) => s.getConnectionManifest(CONNECTION, o),
    ],
    [
      `PATCH ${CONNECTIONS}/minio`,
      (s, o) => s.patchConnection({ ...CONNECTION, patch }, o),
      patch,
    ],
    [
      `POST ${CONNECTIONS}/adopt`,
      (s, o) => s.adoptConnection({ ...PROJECT, adopt }, o),
      adopt,
    ],
    [
      `POST ${CONNECTIONS}/minio/copy`,
      (s, o) => s.copyConnection({ ...CONNECTION, copy }, o),
      copy,
    ],
    [
      `DELETE ${CONNECTIONS}/minio?cleanUp=serviceAccounts`,
      (s, o) =>
        s.deleteConnection({ ...CONNECTION, cleanUp: 'serviceAccounts' }, o),
    ],
    [
      'GET /v1/clusters/one/namespaces/team-a/dependents',
      (s, o) => s.listConnectionUses(PROJECT, o),
    ],
    [
      `GET ${CONNECTIONS}/minio/dependents`,
      (s, o) => s.listConnectionDependents(CONNECTION, o),
    ],
    [
      `POST ${CONNECTIONS}/minio/apply-to-dependents`,
      (s, o) => s.applyConnectionToDependents({ ...CONNECTION, dependents }, o),
      { dependents },
    ],
    [
      `GET ${SERVICES}?limit=5&view=basic`,
      (s, o) => s.listModelServices({ ...PROJECT, limit: 5, view: 'basic' }, o),
    ],
    [
      `GET ${SERVICES}/qwen?kind=LLMInferenceService`,
      (s, o) =>
        s.getModelService({ ...SERVICE, kind: 'LLMInferenceService' }, o),
    ],
    [
      `GET ${SERVICES}/qwen/manifest`,
      (s, o) => s.getModelServiceManifest(SERVICE, o),
    ],
    [
      `POST ${SERVICES}`,
      (s, o) => s.createModelService({ ...PROJECT, service: qwen }, o),
      qwen,
    ],
    [
      `POST ${SERVICES}?dryRun=All`,
      (s, o) => s.dryRunCreateModelService({ ...PROJECT, service: qwen }, o),
      qwen,
    ],
    [
      `PUT ${SERVICES}/qwen`,
      (s, o) => s.replaceModelService({ ...SERVICE, service: qwen }, o),
      qwen,
    ],
    [
      `PUT ${SERVICES}/qwen?dryRun=All`,
      (s, o) => s.dryRunReplaceModelService({ ...SERVICE, service: qwen }, o),
      qwen,
    ],
    [`POST ${SERVICES}/qwen/apply`, (s, o) => s.applyModelService(SERVICE, o)],
    [
      `POST ${SERVICES}/qwen/apply?dryRun=All`,
      (s, o) => s.dryRunApplyModelService(SERVICE, o),
    ],
    [
      `POST ${SERVICES}/preview`,
      (s, o) => s.previewModelService({ ...PROJECT, service: qwen }, o),
      qwen,
    ],
    [
      `POST ${SERVICES}/qwen/restart`,
      (s, o) => s.restartModelService(SERVICE, o),
    ],
    [`POST ${SERVICES}/qwen/stop`, (s, o) => s.stopModelService(SERVICE, o)],
    [`POST ${SERVICES}/qwen/start`, (s, o) => s.startModelService(SERVICE, o)],
    [`DELETE ${SERVICES}/qwen`, (s, o) => s.deleteModelService(SERVICE, o)],
    [
      `GET ${NAMESPACE}/serving-runtimes`,
      (s, o) => s.listServingRuntimes(PROJECT, o),
    ],
    [
      `GET ${NAMESPACE}/persistent-volume-claims`,
      (s, o) => s.listPersistentVolumeClaims(PROJECT, o),
    ],
    [
      `GET ${NAMESPACE}/service-accounts`,
      (s, o) => s.listServiceAccounts(PROJECT, o),
    ],
  ];

  it('has a call for each route', async () => {
    const { service, arrivals } = await startBackendWithConsumer();
    for (const [request, call, body = {}] of calls) {
      await call(service, { credentials: jane });
      expect(arrivals.pop()).toMatchObject({
        request,
        body,
        principal: jane.principal,
      });
    }
    expect(calls).toHaveLength(Object.keys(service).length);
  });

  it("passes on the person's tokens for clusters, with the one call", async () => {
    const { service, arrivals } = await startBackendWithConsumer();
    const ref = { cluster: 'one' };
    await service.createConnectionType(
      { ...ref, type },
      {
        credentials: jane,
        clusterTokens: {
          'Backstage-Kubernetes-Authorization-oidc-okta': 'planted',
        },
      },
    );
    await service.listNamespaces(ref, { credentials: jane });
    expect(arrivals).toMatchObject([
      {
        request: `POST ${TYPES}`,
        body: type,
        principal: jane.principal,
        clusterToken: 'planted',
      },
      { principal: jane.principal, clusterToken: undefined },
    ]);
  });

  it('throws a refusal in the words of the server', async () => {
    const { service } = await startBackendWithConsumer(() => {
      throw new NotFoundError('There is no cluster named "one".');
    });
    await expect(
      service.listNamespaces({ cluster: 'one' }, { credentials: jane }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: {
        name: 'NotFoundError',
        message: 'There is no cluster named "one".',
      },
    });
  });

  it('throws a refusal of a call that answers nothing', async () => {
    const { service } = await startBackendWithConsumer(() => {
      throw new ConflictError('It is managed by Argo CD. Delete it there.');
    });
    await expect(
      service.deleteConnection(CONNECTION, { credentials: jane }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 409,
      cause: { message: 'It is managed by Argo CD. Delete it there.' },
    });
  });
});
