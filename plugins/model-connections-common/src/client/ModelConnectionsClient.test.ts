import { ModelConnectionsClient } from './ModelConnectionsClient';

const HEADER = 'Backstage-Kubernetes-Authorization-oidc-okta';

describe('ModelConnectionsClient', () => {
  it('sends the tokens for clusters with the one call that has them', async () => {
    const sent: RequestInit[] = [];
    const client = new ModelConnectionsClient({
      discoveryApi: { getBaseUrl: async () => 'http://backend.test' },
      fetchApi: {
        fetch: async (_input, init) => {
          sent.push(init!);
          return new Response('{}', { status: 201 });
        },
      },
    });
    const ref = {
      cluster: 'one',
      namespace: 'team-a',
      connection: { name: 'minio', typeName: 'ct-s3-storage', values: {} },
    };
    await client.createConnection(ref, {
      token: 'portal',
      clusterTokens: { [HEADER]: 'planted' },
    });
    await client.createConnection(ref);
    expect(sent).toEqual([
      expect.objectContaining({
        method: 'POST',
        body: JSON.stringify(ref.connection),
        headers: {
          'Content-Type': 'application/json',
          Authorization: 'Bearer portal',
          [HEADER]: 'planted',
        },
      }),
      expect.objectContaining({
        headers: { 'Content-Type': 'application/json' },
      }),
    ]);
  });
});
