import { createClusterClient } from './client/createClusterClient';
import { LocalCluster } from './LocalCluster';
import { RecordingProxy, startRecordingProxy } from './startRecordingProxy';
import { startLocalCluster } from './startLocalCluster';

describe('startRecordingProxy', () => {
  let cluster: LocalCluster;
  let proxy: RecordingProxy;

  beforeAll(async () => {
    cluster = await startLocalCluster({ kind: 'embedded' });
    proxy = await startRecordingProxy(cluster);
  });
  afterAll(async () => {
    await proxy.stop();
    await cluster.stop();
  });

  it('keeps what passes on the wire, and forgets it when asked', async () => {
    const client = createClusterClient({
      url: proxy.url,
      caData: cluster.caData,
      token: cluster.tokens.backstage,
    });
    const { status } = await client.request(
      'POST',
      '/api/v1/namespaces/default/secrets',
      {
        body: { metadata: { name: 'recorded' }, stringData: { a: 'value' } },
        query: { fieldManager: 'test' },
      },
    );
    expect(status).toBe(201);
    expect(proxy.exchanges).toHaveLength(1);
    const [exchange] = proxy.exchanges;
    expect(exchange).toMatchObject({
      method: 'POST',
      path: '/api/v1/namespaces/default/secrets?fieldManager=test',
      status: 201,
      requestHeaders: {
        authorization: `Bearer ${cluster.tokens.backstage}`,
        'content-type': 'application/json',
      },
      responseHeaders: {
        'content-type': expect.stringContaining('application/json'),
      },
    });
    expect(JSON.parse(exchange.requestBody).stringData).toEqual({ a: 'value' });
    expect(JSON.parse(exchange.responseBody).metadata.name).toBe('recorded');

    proxy.clear();
    expect(proxy.exchanges).toEqual([]);
    client.close();
  });

  it('fails calls as asked, with or without the cluster having its part', async () => {
    const client = createClusterClient({
      url: proxy.url,
      caData: cluster.caData,
      token: cluster.tokens.backstage,
    });
    const secrets = '/api/v1/namespaces/default/secrets';
    const create = (name: string) =>
      client.request('POST', secrets, { body: { metadata: { name } } });
    const isThere = async (name: string) =>
      (await cluster.request('GET', `${secrets}/${name}`)).status === 200;

    proxy.fail(({ method }) => (method === 'POST' ? 429 : undefined));
    const refused = await create('refused');
    expect(refused).toMatchObject({ status: 429, body: { kind: 'Status' } });
    proxy.fail(() => 'cut');
    await expect(create('cut')).rejects.toThrow();
    proxy.fail(() => 'lose');
    await expect(create('lost')).rejects.toThrow();
    proxy.fail();
    expect((await create('made')).status).toBe(201);
    expect(
      await Promise.all(['refused', 'cut', 'lost', 'made'].map(isThere)),
    ).toEqual([false, false, true, true]);
    client.close();
  });
});
