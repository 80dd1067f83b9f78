import { mockCredentials } from '@backstage/backend-test-utils';
import { type LocalCluster, testCluster } from '@mooring/local-cluster';
import request from 'supertest';
import { startPortalBackend } from '../__testUtils__/startPortalBackend';

describe('what the example policy lets a guest do', () => {
  let cluster: LocalCluster;
  let backend: Awaited<ReturnType<typeof startPortalBackend>>;
  const guest = mockCredentials.user.header('user:default/guest');

  beforeAll(async () => {
    cluster = await testCluster();
    backend = await startPortalBackend(cluster);
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
  });

  it('lists connections, which reads the cluster through the proxy as the plugin', async () => {
    const { status, body } = await request(backend.server)
      .get(
        '/api/model-connections/v1/clusters/local/namespaces/demo-project/connections',
      )
      .set('authorization', guest);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { items: [] },
    });
  });

  it.each(['/api/v1/namespaces/demo-project/secrets', '/version'])(
    'does not open the proxy for %s',
    async path => {
      await request(backend.server)
        .get(`/api/kubernetes/proxy${path}`)
        .set('authorization', guest)
        .set('backstage-kubernetes-cluster', 'local')
        .expect(403);
    },
  );

  it('shows what the Kubernetes tab reads', async () => {
    const { body } = await request(backend.server)
      .get('/api/kubernetes/clusters')
      .set('authorization', guest)
      .expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ name: 'local', title: cluster.title }),
    ]);
  });
});
