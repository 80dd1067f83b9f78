import {
  BackendFeature,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { builtInConnectionTypes } from '@mooring/backstage-plugin-model-connections-common';
import {
  ModelConnectionsService,
  modelConnectionsServiceRef,
} from '@mooring/backstage-plugin-model-connections-node';
import { modelConnectionsServiceMock } from './modelConnectionsServiceMock';

const options = { credentials: mockCredentials.user() };
const PROJECT = { cluster: 'one', namespace: 'team-a' };
const MINIO = { ...PROJECT, name: 'minio' };
const S3 = { cluster: 'one', name: 'ct-s3-storage' };
const minio = {
  name: 'minio',
  displayName: 'MinIO',
  typeName: 'ct-s3-storage',
  values: { AWS_S3_ENDPOINT: 'http://minio', AWS_SECRET_ACCESS_KEY: 'planted' },
};
const refused = (statusCode: number, name: string) => ({
  name: 'ResponseError',
  statusCode,
  cause: { name },
});

const create = () =>
  modelConnectionsServiceMock({
    clusters: [{ name: 'one', title: 'First' }, { name: 'two' }],
    namespaces: [
      { cluster: 'one', name: 'team-a' },
      { cluster: 'two', name: 'team-b' },
    ],
    connectionTypes: builtInConnectionTypes.map(type => ({
      cluster: 'one',
      ...type,
    })),
    connections: ['a', 'b', 'c'].map(name => ({
      cluster: 'two',
      namespace: `team-${name}`,
      name,
      values: { KEY: { isSet: true } },
    })),
  });

describe('modelConnectionsServiceMock', () => {
  it('lists what it was given, by cluster, project and page', async () => {
    const service = create();
    expect(await service.listClusters(options)).toMatchObject({
      items: [
        { name: 'one', title: 'First', authProvider: 'serviceAccount' },
        { name: 'two', title: 'two' },
      ],
    });
    expect(await service.listNamespaces({ cluster: 'two' }, options)).toEqual({
      items: [{ name: 'team-b' }],
    });
    const types = await service.listConnectionTypes(
      { cluster: 'one' },
      options,
    );
    expect(types.items).toHaveLength(builtInConnectionTypes.length);
    expect(types.items[0]).toMatchObject({
      name: 'ct-s3-storage',
      protocols: ['s3'],
    });
    const everywhere = { cluster: 'two', namespace: '-', limit: 2 };
    const first = await service.listConnections(everywhere, options);
    expect(first.items.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(first.items[0]).not.toHaveProperty('values');
    const { nextPageToken: pageToken } = first;
    expect(
      await service.listConnections({ ...everywhere, pageToken }, options),
    ).toEqual({ items: [expect.objectContaining({ name: 'c' })] });
    expect(
      await service.listConnections(
        { cluster: 'two', namespace: 'team-b' },
        options,
      ),
    ).toEqual({ items: [expect.objectContaining({ name: 'b' })] });
  });

  it('creates, gets and deletes connections, and shows no hidden value', async () => {
    const service = create();
    const request = { ...PROJECT, connection: minio };
    const expected = {
      ...MINIO,
      displayName: 'MinIO',
      protocol: 's3',
      values: {
        AWS_S3_ENDPOINT: { value: 'http://minio' },
        AWS_SECRET_ACCESS_KEY: { isSet: true },
      },
    };
    expect(
      await service.createConnection({ ...request, dryRun: true }, options),
    ).toMatchObject(expected);
    await expect(service.getConnection(MINIO, options)).rejects.toMatchObject(
      refused(404, 'NotFoundError'),
    );
    await service.createConnection(request, options);
    const found = await service.getConnection(MINIO, options);
    expect(found).toMatchObject(expected);
    found.displayName = 'Not in the store';
    expect(await service.getConnection(MINIO, options)).toMatchObject(expected);
    await expect(
      service.createConnection(request, options),
    ).rejects.toMatchObject(refused(409, 'ConflictError'));
    await service.deleteConnection(MINIO, options);
    await expect(
      service.deleteConnection(MINIO, options),
    ).rejects.toMatchObject(refused(404, 'NotFoundError'));
  });

  it('creates, pages, gets and deletes model services', async () => {
    const project = { cluster: 'one', namespace: 'team-a' };
    const given = { ...project, name: 'bert', displayName: 'BERT' };
    const service = modelConnectionsServiceMock({ modelServices: [given] });
    const request = { ...project, service: { name: 'qwen', runtime: 'vllm' } };
    await service.createModelService(request, options);
    await expect(
      service.createModelService(request, options),
    ).rejects.toMatchObject(refused(409, 'ConflictError'));
    const page = { ...project, limit: 1 };
    const { items, nextPageToken } = await service.listModelServices(
      page,
      options,
    );
    expect(items).toMatchObject([given]);
    const rest = await service.listModelServices(
      { ...page, pageToken: nextPageToken },
      options,
    );
    expect(rest).toEqual({
      items: [
        await service.getModelService({ ...project, name: 'qwen' }, options),
      ],
    });
    await service.deleteModelService(given, options);
    await expect(service.getModelService(given, options)).rejects.toMatchObject(
      refused(404, 'NotFoundError'),
    );
  });

  it('creates, gets and deletes connection types', async () => {
    const service = create();
    const { items } = await service.listConnectionTypes(
      { cluster: 'one' },
      options,
    );
    const type = { ...items[0], displayName: 'S3' };
    const request = { cluster: 'one', type };
    await expect(
      service.createConnectionType(request, options),
    ).rejects.toMatchObject(refused(409, 'ConflictError'));
    await service.deleteConnectionType(S3, options);
    await expect(service.getConnectionType(S3, options)).rejects.toMatchObject(
      refused(404, 'NotFoundError'),
    );
    await expect(
      service.createConnection({ ...PROJECT, connection: minio }, options),
    ).rejects.toMatchObject(refused(400, 'InputError'));
    await service.createConnectionType(request, options);
    expect(await service.getConnectionType(S3, options)).toEqual(type);
  });

  it('says what it cannot do', async () => {
    await expect(
      create().getConnectionManifest(MINIO, options),
    ).rejects.toThrow(
      /no getConnectionManifest.*modelConnectionsServiceMock\.mock/,
    );
  });

  describe('in a backend', () => {
    async function start(feature: BackendFeature) {
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
      await startTestBackend({ features: [consumer, feature] });
      return service!;
    }

    it('takes the place of the service, by its factory', async () => {
      const service = await start(
        modelConnectionsServiceMock.factory({ connections: [MINIO] }),
      );
      expect(await service.getConnection(MINIO, options)).toMatchObject(MINIO);
    });

    it('takes the place of the service, as Jest mock functions', async () => {
      const mock = modelConnectionsServiceMock.mock({
        listClusters: async () => ({ items: [] }),
      });
      const service = await start(mock.factory);
      expect(await service.listClusters(options)).toEqual({ items: [] });
      expect(mock.listClusters).toHaveBeenCalledWith(options);
      mock.getConnectionManifest.mockResolvedValue('kind: Secret');
      expect(await service.getConnectionManifest(MINIO, options)).toBe(
        'kind: Secret',
      );
    });
  });
});
