import { type LocalCluster, testCluster } from '@mooring/local-cluster';
import {
  type PortalBackend,
  startPortalBackend,
} from '../__testUtils__/startPortalBackend';

// A backend starts within seconds, on a busy machine within many.
jest.setTimeout(90_000);

describe('what the example policy lets a guest do', () => {
  let cluster: LocalCluster;
  let backend: PortalBackend;

  beforeAll(async () => {
    cluster = await testCluster();
    backend = await startPortalBackend(cluster);
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
  });

  it('lists connections, which reads the cluster through the proxy as the plugin', async () => {
    const { status, body } = await backend.asGuest(
      'get',
      '/api/model-connections/v1/clusters/local/namespaces/demo-project/connections',
    );
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { items: [] },
    });
  });

  it.each(['/api/v1/namespaces/demo-project/secrets', '/version'])(
    'does not open the proxy for %s',
    async path => {
      const { status } = await backend
        .asGuest('get', `/api/kubernetes/proxy${path}`)
        .set('backstage-kubernetes-cluster', 'local');
      expect(status).toBe(403);
    },
  );

  it('shows what the Kubernetes tab reads', async () => {
    const { body } = await backend
      .asGuest('get', '/api/kubernetes/clusters')
      .expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ name: 'local', title: cluster.title }),
    ]);
  });
});
