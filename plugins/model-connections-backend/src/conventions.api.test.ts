import { createProject, plant } from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

describe('a cluster of Open Data Hub', () => {
  let portal: TestPortal;
  let project: string;
  let typeNamespace: string;
  const connections = () => `/clusters/local/namespaces/${project}/connections`;

  beforeAll(async () => {
    typeNamespace = `odh-${plant('types').slice(-8)}`;
    portal = await startTestPortal({
      config: {
        clusters: {
          local: { conventions: { write: 'open-data-hub' }, typeNamespace },
        },
      },
    });
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: typeNamespace },
      },
    ]);
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
  });
  afterAll(async () => await portal.stop());
  beforeEach(async () => {
    project = await createProject(portal.cluster);
  });

  it('writes connections as its dashboard does, and marks complete S3 ones', async () => {
    const values = {
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 's',
      AWS_S3_ENDPOINT: 'http://minio:9000',
      AWS_S3_BUCKET: 'models',
    };
    const { body } = await portal
      .call('post', connections())
      .send({
        name: 'store',
        displayName: 'Store',
        typeName: 'ct-s3-storage',
        values,
      })
      .expect(201);
    expect(body).toMatchObject({ convention: 'open-data-hub', protocol: 's3' });
    const read = async () =>
      (
        await portal.cluster.request(
          'GET',
          `/api/v1/namespaces/${project}/secrets/store`,
        )
      ).body.metadata;
    expect(await read()).toMatchObject({
      labels: {
        'opendatahub.io/dashboard': 'true',
        'opendatahub.io/managed': 'true',
      },
      annotations: {
        'openshift.io/display-name': 'Store',
        'opendatahub.io/connection-type-ref': 'ct-s3-storage',
        'opendatahub.io/connection-type-protocol': 's3',
        'opendatahub.io/username': 'user:default/guest',
        'connection-type': 's3',
        'serving.kserve.io/s3-endpoint': 'minio:9000',
      },
    });
    await portal
      .call('patch', `${connections()}/store`)
      .send({
        resourceVersion: body.resourceVersion,
        remove: ['AWS_S3_BUCKET'],
      })
      .expect(200);
    const { labels, annotations } = await read();
    expect(labels).toEqual({ 'opendatahub.io/dashboard': 'true' });
    expect(annotations['connection-type']).toBeUndefined();
  });

  it('lists both conventions, each once, and neither hidden ones nor two kinds of credentials as servable', async () => {
    const both = {
      'opendatahub.io/dashboard': 'true',
      'cpaas.io/dashboard': 'true',
    };
    const secret = (
      name: string,
      labels: object,
      annotations: object,
      stringData: object,
    ) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace: project, labels, annotations },
      stringData,
    });
    const odh = { 'opendatahub.io/dashboard': 'true' };
    const s3 = {
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 's',
      AWS_S3_ENDPOINT: 'http://m',
      AWS_S3_BUCKET: 'm',
    };
    await portal.cluster.apply([
      secret('a-old', odh, { 'opendatahub.io/connection-type': 's3' }, s3),
      secret(
        'b-hidden',
        odh,
        {
          'opendatahub.io/connection-type-ref': 's3',
          'opendatahub.io/connection-hidden': 'true',
        },
        s3,
      ),
      secret(
        'c-both',
        both,
        {
          'opendatahub.io/connection-type-ref': 's3',
          'cpaas.io/connection-type-ref': 'ct-s3-storage',
        },
        s3,
      ),
      secret(
        'd-mixed',
        odh,
        { 'opendatahub.io/connection-type-protocol': 'hf' },
        { ...s3, HF_TOKEN: 'hf_x' },
      ),
      secret('e-none', odh, {}, s3),
    ]);
    const { body } = await portal.call('get', connections()).expect(200);
    expect(
      body.items.map((item: any) => [
        item.name,
        item.convention,
        item.typeName,
        item.protocols,
      ]),
    ).toEqual([
      ['c-both', 'alauda', 'ct-s3-storage', ['s3']],
      ['a-old', 'open-data-hub', 's3', ['s3']],
      ['d-mixed', 'open-data-hub', undefined, ['s3', 'hf']],
    ]);
    expect(body.items[2].servable).toEqual({
      ok: false,
      reason: expect.stringContaining('another kind'),
    });
    expect(body.items[0].lastCheck).toEqual({ status: 'unverified' });
  });

  it('reads 2,000 connections with two calls a page at most, and one row costs no call', async () => {
    const many = (label: string, typeKey: string, prefix: string) =>
      Array.from({ length: 1000 }, (_, index) => ({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: `${prefix}-${index}`,
          namespace: project,
          labels: { [label]: 'true' },
          annotations: { [typeKey]: 'ct-s3-storage' },
        },
      }));
    await portal.cluster.apply([
      ...many('cpaas.io/dashboard', 'cpaas.io/connection-type-ref', 'a'),
      ...many(
        'opendatahub.io/dashboard',
        'opendatahub.io/connection-type-ref',
        'o',
      ),
    ]);
    portal.wire.clear();
    const names = new Set<string>();
    let pages = 0;
    let token: string | undefined;
    do {
      const query = token ? `&pageToken=${token}` : '';
      const before = portal.wire.exchanges.length;
      const { body } = await portal
        .call('get', `${connections()}?limit=400${query}`)
        .expect(200);
      expect(portal.wire.exchanges.length - before).toBeLessThanOrEqual(2);
      body.items.forEach((item: any) => names.add(item.name));
      token = body.nextPageToken;
      pages += 1;
    } while (token);
    expect(names.size).toBe(2000);
    expect(pages).toBe(5);
  });
});
