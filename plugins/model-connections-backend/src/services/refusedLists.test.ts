import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ModelConnectionsConfig } from '../config/ModelConnectionsConfig';
import { ClusterForbiddenError } from '../errors/errors';
import { KubernetesGateway } from '../kubernetes/KubernetesGateway';
import { DefaultClustersService } from './clusters/DefaultClustersService';
import { DefaultConnectionsService } from './connections/DefaultConnectionsService';
import { DefaultConnectionTypesService } from './connection-types/DefaultConnectionTypesService';

describe('lists that the cluster refuses', () => {
  const gateway: KubernetesGateway = {
    clusters: async () => [],
    request: async () => {
      throw new ClusterForbiddenError('RBAC says no.');
    },
  };
  const config = ModelConnectionsConfig.fromConfig(
    mockServices.rootConfig({
      data: {
        modelConnections: { clusters: { local: { namespaces: ['team-a'] } } },
      },
    }),
  );
  const options = { credentials: mockCredentials.user() };
  const types = DefaultConnectionTypesService.create({
    gateway,
    config,
    auth: mockServices.auth(),
  });

  it('offers the projects of config, and says why there are no more', async () => {
    const clusters = DefaultClustersService.create({ gateway, config });
    expect(
      await clusters.listNamespaces({ cluster: 'local' }, options),
    ).toEqual({
      items: [{ name: 'team-a' }],
      partial: "RBAC says no. Type a project's name instead.",
    });
  });

  it('says what to apply so that types can be read', async () => {
    await expect(types.list({ cluster: 'local' }, options)).rejects.toThrow(
      /"kube-public"; deploy\/roles\.yaml/,
    );
  });

  it('says to pick a project where all of them cannot be listed', async () => {
    const connections = DefaultConnectionsService.create({
      gateway,
      types,
      config,
      auth: mockServices.auth(),
    });
    await expect(
      connections.list({ cluster: 'local', namespace: '-' }, options),
    ).rejects.toThrow(/Pick a project/);
  });
});
