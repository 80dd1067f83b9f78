import {
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  connectionDeletePermission,
  connectionReadPermission,
  connectionUpdatePermission,
  connectionUsePermission,
  modelConnectionsPermissions,
} from '@mooring/backstage-plugin-model-connections-common';
import { createProject, minioModels } from './__testUtils__/connectionFixtures';
import {
  createModelConnectionConditionalDecision,
  modelConnectionConditions,
} from './permissions/conditions';
import { spec } from './schema/openapi';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

const CLUSTER = '/v1/clusters/{cluster}';
const TYPE = `${CLUSTER}/connection-types/{name}`;
const CONNECTIONS = `${CLUSTER}/namespaces/{namespace}/connections`;
const CONNECTION = `${CONNECTIONS}/{name}`;

const TYPE_BODY = {
  name: 'ct-s3-storage',
  displayName: 'x',
  categories: ['x'],
  enabled: true,
  fields: [],
  resourceVersion: '1',
};

/** Every route: method, path, what it asks, whether services may call it, and a body that passes the validator. */
const ROUTES: [Method, string, string, 'list' | 'people', object?][] = [
  ['get', '/v1/clusters', 'cluster.read', 'list'],
  ['get', `${CLUSTER}/namespaces`, 'cluster.read', 'list'],
  ['get', `${CLUSTER}/connection-types`, 'type.read', 'list'],
  ['post', `${CLUSTER}/connection-types`, 'type.create', 'people', TYPE_BODY],
  ['post', `${CLUSTER}/connection-types/install`, 'type.create', 'people'],
  ['get', TYPE, 'type.read', 'people'],
  ['put', TYPE, 'type.update', 'people', TYPE_BODY],
  ['patch', TYPE, 'type.update', 'people', { enabled: true }],
  ['delete', TYPE, 'type.delete', 'people'],
  ['get', CONNECTIONS, 'connection.read', 'list'],
  ['post', CONNECTIONS, 'connection.create', 'people', minioModels('s')],
  [
    'post',
    `${CONNECTIONS}/adopt`,
    'connection.create',
    'people',
    { name: 'x', typeName: 'ct-s3-storage' },
  ],
  ['get', CONNECTION, 'connection.read', 'people'],
  [
    'patch',
    CONNECTION,
    'connection.update',
    'people',
    { resourceVersion: '1' },
  ],
  ['delete', CONNECTION, 'connection.delete', 'people'],
  [
    'post',
    `${CONNECTION}/copy`,
    'connection.create',
    'people',
    { targetNamespace: 'a', name: 'x' },
  ],
  ['get', `${CONNECTION}/manifest`, 'connection.read', 'people'],
];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

/** A path of the specification as it is called. */
const called = (path: string, project: string) =>
  path
    .replace('/v1', '')
    .replace('{cluster}', 'local')
    .replace('{namespace}', project)
    .replace(
      '{name}',
      path.startsWith(CONNECTIONS) ? 'minio-models' : 'ct-s3-storage',
    );

describe('permissions', () => {
  const portals: TestPortal[] = [];
  const start = async (
    denied: string[],
    conditional?: Record<string, PolicyDecision>,
  ) => {
    const portal = await startTestPortal({ denied, conditional });
    portals.push(portal);
    return portal;
  };
  afterEach(async () => {
    for (const portal of portals.splice(0)) await portal.stop();
  });

  it('is asked on every route of the specification', () => {
    const specified = Object.entries(spec.paths).flatMap(([path, operations]) =>
      METHODS.filter(method => method in operations).map(
        method => `${method} ${path}`,
      ),
    );
    expect(ROUTES.map(([method, path]) => `${method} ${path}`).sort()).toEqual(
      specified.sort(),
    );
  });

  it('refuses every route without its permission, before the cluster is asked', async () => {
    const portal = await start(modelConnectionsPermissions.map(p => p.name));
    const project = await createProject(portal.cluster);
    portal.wire.clear();
    for (const [method, path, permission, , sent] of ROUTES) {
      const { body, status } = await portal
        .call(method, called(path, project))
        .send(sent);
      expect([method, path, status]).toEqual([method, path, 403]);
      expect(body.error.message).toContain(`modelConnections.${permission}`);
    }
    expect(portal.wire.exchanges).toEqual([]);
  });

  it('cuts allowedActions to what the policy gives', async () => {
    const portal = await start([
      'modelConnections.connection.delete',
      'modelConnections.connection.use',
      'modelConnections.type.update',
    ]);
    const project = await createProject(portal.cluster);
    const path = `/clusters/local/namespaces/${project}/connections`;
    await portal.call('post', '/clusters/local/connection-types/install');
    const { body } = await portal
      .call('post', path)
      .send(minioModels('s'))
      .expect(201);
    const actions = ['update', 'check', 'browse'];
    expect(body.allowedActions).toEqual(actions);
    const list = await portal.call('get', path);
    expect(list.body.items[0].allowedActions).toEqual(actions);
    const type = await portal.call(
      'get',
      '/clusters/local/connection-types/ct-s3-storage',
    );
    expect(type.body).toMatchObject({ preinstalled: true, allowedActions: [] });
  });

  it('lets services of the portal list and do nothing else, and strangers nothing', async () => {
    const portal = await start([]);
    const project = await createProject(portal.cluster);
    await portal.call('post', '/clusters/local/connection-types/install');
    for (const [method, path, , who, sent] of ROUTES) {
      const send = (as: 'service' | 'nobody') =>
        portal.call(method, called(path, project), as).send(sent);
      const { status } = await send('service');
      expect([method, path, status]).toEqual([
        method,
        path,
        who === 'list' ? 200 : 403,
      ]);
      const stranger = await send('nobody');
      expect([method, path, stranger.status]).toEqual([method, path, 401]);
    }
  });

  it('holds conditions against each connection, in lists and before writes', async () => {
    const mine = 'test-mine';
    const inMine = (permission: ResourcePermission<'model-connection'>) => ({
      [permission.name]: createModelConnectionConditionalDecision(
        permission,
        modelConnectionConditions.isInNamespace({ namespaces: [mine] }),
      ),
    });
    const portal = await start([], {
      ...inMine(connectionReadPermission),
      ...inMine(connectionUpdatePermission),
      ...inMine(connectionUsePermission),
      [connectionDeletePermission.name]:
        createModelConnectionConditionalDecision(connectionDeletePermission, {
          allOf: [
            modelConnectionConditions.isCreator({
              claims: ['user:default/guest'],
            }),
            modelConnectionConditions.hasProtocol({ protocols: ['s3'] }),
          ],
        }),
    });
    const other = await createProject(portal.cluster);
    await portal.cluster.apply([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: mine } },
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'plain', namespace: other },
      },
    ]);
    await portal.call('post', '/clusters/local/connection-types/install');
    const connections = (project: string) =>
      `/clusters/local/namespaces/${project}/connections`;
    const name = `c-${other}`;
    for (const project of [mine, other]) {
      await portal
        .call('post', connections(project))
        .send({ ...minioModels('s'), name })
        .expect(201);
    }

    const own = await portal.call('get', `${connections(mine)}/${name}`);
    expect(own.body.allowedActions).toEqual([
      'update',
      'delete',
      'use',
      'check',
      'browse',
    ]);
    const list = await portal.call('get', connections(other)).expect(200);
    expect(list.body.items).toEqual([]);
    const patch = {
      resourceVersion: own.body.resourceVersion,
      displayName: 'x',
    };
    const copy = { targetNamespace: mine, name: `${name}-copy` };
    const adopt = { name: 'plain', typeName: 'ct-s3-storage' };
    portal.wire.clear();
    for (const [method, path, body] of [
      ['get', name, undefined],
      ['get', `${name}/manifest`, undefined],
      ['patch', name, patch],
      ['post', `${name}/copy`, copy],
      ['post', 'adopt', adopt],
    ] as const) {
      const { status } = await portal
        .call(method, `${connections(other)}/${path}`)
        .send(body);
      expect([method, path, status]).toEqual([method, path, 403]);
    }
    expect(
      portal.wire.exchanges.filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
    await portal
      .call('patch', `${connections(mine)}/${name}`)
      .send(patch)
      .expect(200);
    await portal
      .call('post', `${connections(mine)}/${name}/copy`)
      .send(copy)
      .expect(201);
    for (const target of [name, `${name}-copy`]) {
      await portal.call('delete', `${connections(mine)}/${target}`).expect(204);
    }
  });
});
