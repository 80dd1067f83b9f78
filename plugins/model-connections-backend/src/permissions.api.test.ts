import { modelConnectionsPermissions } from '@mooring/backstage-plugin-model-connections-common';
import { createProject, minioModels } from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

const ROUTES = [
  ['get', '/clusters', 'cluster.read', 'list'],
  ['get', '/clusters/local/namespaces', 'cluster.read', 'list'],
  ['get', '/clusters/local/connection-types', 'type.read', 'list'],
  ['get', '/clusters/local/connection-types/ct-s3-storage', 'type.read', 'one'],
  ['post', '/clusters/local/connection-types/install', 'type.create', 'write'],
  [
    'get',
    '/clusters/local/namespaces/PROJECT/connections',
    'connection.read',
    'list',
  ],
  [
    'post',
    '/clusters/local/namespaces/PROJECT/connections',
    'connection.create',
    'write',
  ],
  [
    'get',
    '/clusters/local/namespaces/PROJECT/connections/minio-models',
    'connection.read',
    'one',
  ],
  [
    'delete',
    '/clusters/local/namespaces/PROJECT/connections/minio-models',
    'connection.delete',
    'write',
  ],
] as const;

describe('permissions', () => {
  const portals: TestPortal[] = [];
  const start = async (denied: string[]) => {
    const portal = await startTestPortal({ denied });
    portals.push(portal);
    return portal;
  };
  afterEach(async () => {
    for (const portal of portals.splice(0)) await portal.stop();
  });

  it('refuses every route without its permission, before the cluster is asked', async () => {
    const portal = await start(modelConnectionsPermissions.map(p => p.name));
    const project = await createProject(portal.cluster);
    portal.wire.clear();
    for (const [method, path, permission] of ROUTES) {
      const { body, status } = await portal
        .call(method, path.replace('PROJECT', project))
        .send(method === 'post' ? minioModels('s') : undefined);
      expect([path, status]).toEqual([path, 403]);
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
    for (const [method, path, , kind] of ROUTES) {
      const send = (as: 'service' | 'nobody') =>
        portal
          .call(method, path.replace('PROJECT', project), as)
          .send(method === 'post' ? minioModels('s') : undefined);
      const { status } = await send('service');
      expect([method, path, status]).toEqual([
        method,
        path,
        kind === 'list' ? 200 : 403,
      ]);
      const stranger = await send('nobody');
      expect([method, path, stranger.status]).toEqual([method, path, 401]);
    }
  });
});
