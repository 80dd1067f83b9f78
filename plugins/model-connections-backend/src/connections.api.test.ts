import { rootCa } from '@mooring/test-certificates';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

describe('connections', () => {
  let portal: TestPortal;
  let project: string;
  const connections = () => `/clusters/local/namespaces/${project}/connections`;
  const readSecret = async (name: string) =>
    await portal.cluster.request(
      'GET',
      `/api/v1/namespaces/${project}/secrets/${name}`,
    );

  beforeAll(async () => {
    portal = await startTestPortal();
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
  });
  afterAll(async () => await portal.stop());
  beforeEach(async () => {
    project = await createProject(portal.cluster);
  });

  it('writes an S3 connection as the Secret that KServe understands', async () => {
    const secretKey = plant('secret');
    const { body } = await portal
      .call('post', connections())
      .send({ ...minioModels(secretKey), description: ' Released weights ' })
      .expect(201);
    expect(body).toMatchObject({
      cluster: 'local',
      namespace: project,
      name: 'minio-models',
      displayName: 'MinIO models',
      description: 'Released weights',
      typeName: 'ct-s3-storage',
      protocol: 's3',
      protocols: ['s3'],
      creator: 'user:default/guest',
      servable: { ok: true },
      values: {
        AWS_S3_ENDPOINT: { value: 'http://minio.minio.svc:9000' },
        AWS_SECRET_ACCESS_KEY: { isSet: true },
      },
      valuesInAnnotation: false,
      allowedActions: ['update', 'delete', 'use', 'check', 'browse'],
    });

    const { body: secret } = await readSecret('minio-models');
    expect(secret.type).toBe('Opaque');
    expect(secret.metadata.labels).toEqual({ 'cpaas.io/dashboard': 'true' });
    expect(secret.metadata.annotations).toEqual({
      'cpaas.io/display-name': 'MinIO models',
      'cpaas.io/description': 'Released weights',
      'cpaas.io/connection-type-ref': 'ct-s3-storage',
      'cpaas.io/connection-type-protocol': 's3',
      'cpaas.io/creator': 'user:default/guest',
      'mooring.dev/values-changed-at': expect.stringMatching(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
      ),
      'mooring.dev/model-source': '{"protocols":["s3"],"base":"s3://models"}',
      'mooring.dev/hidden-keys': '["AWS_SECRET_ACCESS_KEY"]',
      'serving.kserve.io/s3-endpoint': 'minio.minio.svc:9000',
      'serving.kserve.io/s3-usehttps': '0',
      'serving.kserve.io/s3-region': 'us-east-1',
    });
    const data = Object.fromEntries(
      Object.entries(secret.data as Record<string, string>).map(
        ([key, value]) => [key, Buffer.from(value, 'base64').toString()],
      ),
    );
    expect(data).toEqual(minioModels(secretKey).values);
    expect(
      secret.metadata.managedFields.map((entry: any) => entry.manager),
    ).toEqual(['mooring']);
  });

  it('writes a registry login as one, and an address without a trace of it in the metadata', async () => {
    const login = JSON.stringify({
      auths: { 'r.example.com': { auth: 'eA' } },
    });
    await portal
      .call('post', connections())
      .send({
        name: 'registry',
        typeName: 'ct-oci-registry',
        values: {
          ACCESS_TYPE: ['Pull'],
          '.dockerconfigjson': login,
          OCI_HOST: 'https://r.example.com/team/',
        },
      })
      .expect(201);
    const registry = (await readSecret('registry')).body;
    expect(registry.type).toBe('kubernetes.io/dockerconfigjson');
    expect(registry.metadata.annotations['mooring.dev/model-source']).toBe(
      '{"protocols":["oci"],"base":"oci://r.example.com/team","pull":true}',
    );

    const token = plant('token');
    await portal
      .call('post', connections())
      .send({
        name: 'address',
        typeName: 'ct-uri-repository',
        values: { URI: `https://models.example.com/a.onnx?token=${token}` },
      })
      .expect(201);
    const address = (await readSecret('address')).body;
    expect(JSON.stringify(address.metadata)).not.toContain(token);
    const { body } = await portal.call('get', connections()).expect(200);
    expect(
      body.items.map((item: any) => [item.name, item.protocol, item.servable]),
    ).toEqual([
      ['address', 'uri', { ok: true }],
      ['registry', 'oci', { ok: true }],
    ]);
  });

  it('lists page by page, connections only, and asks for metadata only', async () => {
    const value = plant('annotated');
    const connection = (name: string, extra = {}) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name,
        namespace: project,
        labels: { 'cpaas.io/dashboard': 'true' },
        annotations: {
          'cpaas.io/connection-type-ref': 'ct-s3-storage',
          'kubectl.kubernetes.io/last-applied-configuration': `{"stringData":{"AWS_SECRET_ACCESS_KEY":"${value}"}}`,
          ...extra,
        },
      },
      stringData: { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: value },
    });
    const unmarked = connection('not-a-connection');
    await portal.cluster.apply([
      connection('a'),
      connection('b', { 'meta.helm.sh/release-name': 'shop' }),
      connection('c'),
      { ...unmarked, metadata: { ...unmarked.metadata, annotations: {} } },
    ]);
    portal.wire.clear();
    const first = await portal.call('get', `${connections()}?limit=2`);
    const second = await portal.call(
      'get',
      `${connections()}?limit=3&pageToken=${first.body.nextPageToken}`,
    );
    expect(first.body.items.map((item: any) => item.name)).toEqual(['a', 'b']);
    expect(second.body.items.map((item: any) => item.name)).toEqual(['c']);
    expect(second.body.nextPageToken).toBeUndefined();
    expect(first.body.items[0]).toMatchObject({ protocols: ['s3'] });
    expect(first.body.items[1]).toMatchObject({
      managedBy: { kind: 'Helm release', name: 'shop' },
      allowedActions: ['use', 'check', 'browse'],
    });

    // The second page reaches over into the list of the other convention.
    expect(portal.wire.exchanges).toHaveLength(3);
    for (const { requestHeaders, responseBody } of portal.wire.exchanges) {
      expect(requestHeaders.accept).toContain('as=PartialObjectMetadataList');
      const items: any[] = JSON.parse(responseBody).items ?? [];
      for (const item of items) {
        expect(Object.keys(item).sort()).toEqual(
          expect.not.arrayContaining(['data', 'stringData', 'type']),
        );
      }
    }
    // The API server did send the annotation; past the gateway it is gone.
    expect(portal.wire.exchanges[0].responseBody).toContain(value);
    expect(first.text + second.text).not.toContain(value);
    expect(portal.output()).not.toContain(value);

    const one = await portal.call('get', `${connections()}/a`).expect(200);
    expect(one.body).toMatchObject({
      valuesInAnnotation: true,
      values: {
        AWS_ACCESS_KEY_ID: { value: 'a' },
        AWS_SECRET_ACCESS_KEY: { isSet: true },
      },
    });
    expect(one.text).not.toContain(value);

    // Other suites may share the cluster, so there may be further pages.
    const everywhere: any[] = [];
    let token: string | undefined;
    do {
      const query = token ? `?pageToken=${token}` : '';
      const { body } = await portal
        .call('get', `/clusters/local/namespaces/-/connections${query}`)
        .expect(200);
      everywhere.push(...body.items);
      token = body.nextPageToken;
    } while (token);
    expect(everywhere.filter(item => item.namespace === project)).toHaveLength(
      3,
    );
  });

  it('sends Kubernetes nothing of the caller', async () => {
    portal.wire.clear();
    await portal
      .call('get', connections())
      .set('impersonate-user', 'admin')
      .set('cookie', 'session=1')
      .set('x-anything', '1')
      .expect(200);
    const [{ requestHeaders }] = portal.wire.exchanges;
    expect(Object.keys(requestHeaders)).toEqual(
      expect.not.arrayContaining(['impersonate-user', 'cookie', 'x-anything']),
    );
    expect(requestHeaders.authorization).toBe(
      `Bearer ${portal.cluster.tokens.backstage}`,
    );
  });

  it('tries a creation without writing, and marks a name that is taken', async () => {
    const connection = minioModels(plant('secret'));
    const dry = await portal
      .call('post', `${connections()}?dryRun=All`)
      .send(connection)
      .expect(200);
    expect(dry.body.name).toBe('minio-models');
    expect((await readSecret('minio-models')).status).toBe(404);

    await portal.call('post', connections()).send(connection).expect(201);
    for (const query of ['', '?dryRun=All']) {
      const { body } = await portal
        .call('post', `${connections()}${query}`)
        .send(connection)
        .expect(409);
      expect(body.error.details).toEqual([
        { field: 'name', message: expect.any(String) },
      ]);
    }
  });

  it('deletes a connection, but neither what something else manages nor what is none', async () => {
    await portal.call('post', connections()).send(minioModels('s')).expect(201);
    const secret = (name: string, metadata: object) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace: project, ...metadata },
    });
    await portal.cluster.apply([
      secret('plain', {}),
      secret('owned', {
        labels: {
          'cpaas.io/dashboard': 'true',
          'kustomize.toolkit.fluxcd.io/name': 'apps',
        },
        annotations: { 'cpaas.io/connection-type-protocol': 's3' },
      }),
    ]);
    await portal.call('delete', `${connections()}/minio-models`).expect(204);
    expect((await readSecret('minio-models')).status).toBe(404);
    await portal.call('delete', `${connections()}/minio-models`).expect(404);
    await portal.call('delete', `${connections()}/plain`).expect(404);
    const { body } = await portal
      .call('delete', `${connections()}/owned`)
      .expect(403);
    expect(body.error.message).toContain('Flux Kustomization "apps"');
    expect((await readSecret('plain')).status).toBe(200);
    expect((await readSecret('owned')).status).toBe(200);
  });

  it.each([
    [
      'deletes what is checked meanwhile',
      { annotations: { 'mooring.dev/check-status': 'ok' } },
      [204, 404],
    ],
    [
      'does not delete what something else manages meanwhile',
      { labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' } },
      [403, 200],
    ],
  ])('%s', async (_, metadata, outcome) => {
    await portal.call('post', connections()).send(minioModels('s')).expect(201);
    let isFirst = true;
    portal.wire.fail(async ({ method, path }) => {
      if (isFirst && method === 'DELETE') {
        isFirst = false;
        await portal.cluster.request('PATCH', path.split('?')[0], {
          body: { metadata },
        });
      }
      return undefined;
    });
    const { status } = await portal.call(
      'delete',
      `${connections()}/minio-models`,
    );
    portal.wire.fail();
    const left = await readSecret('minio-models');
    expect([status, left.status]).toEqual(outcome);
  });

  it('takes values that are what they were, also where they can never change', async () => {
    await portal.call('post', connections()).send(minioModels('s')).expect(201);
    const { body } = await portal.cluster.request(
      'PATCH',
      `/api/v1/namespaces/${project}/secrets/minio-models`,
      { body: { immutable: true } },
    );
    const one = `${connections()}/minio-models`;
    const { resourceVersion } = body.metadata;
    const change = async (bucket: string) =>
      await portal.call('patch', one).send({
        resourceVersion,
        displayName: 'Renamed',
        values: { AWS_S3_BUCKET: bucket },
      });
    const refused = await change('another');
    expect(refused.status).toBe(422);
    expect(refused.body.error.name).toBe('UnchangeableSecretError');
    const { AWS_S3_BUCKET } = minioModels('s').values;
    expect((await change(AWS_S3_BUCKET)).status).toBe(200);
  });

  it('names in the audit event what a change is about, and no value', async () => {
    const s3 = { verifyTls: false, caCertificate: rootCa };
    const { body } = await portal
      .call('post', connections())
      .send({ ...minioModels('s'), s3 })
      .expect(201);
    const creations = await portal.auditEvents('connection-create');
    expect(creations.at(-1)).toMatchObject({
      meta: { s3: ['s3.verifyTls', 's3.caCertificate'] },
    });
    const text = plant('text');
    await portal
      .call('patch', `${connections()}/minio-models`)
      .send({
        resourceVersion: body.resourceVersion,
        caVersion: body.s3.caVersion,
        displayName: text,
        description: text,
        values: { AWS_S3_BUCKET: text },
        s3: { verifyTls: true, caCertificate: '' },
      })
      .expect(200);
    const event = (await portal.auditEvents('connection-update')).at(-1);
    expect(event).toMatchObject({
      status: 'succeeded',
      meta: {
        changed: [
          'AWS_S3_BUCKET',
          's3.verifyTls',
          's3.caCertificate',
          'displayName',
          'description',
        ],
        removed: [],
      },
    });
    expect(JSON.stringify(event)).not.toContain(text);
  });

  it('audits writes with the person, also those that are refused on the way in', async () => {
    const eventsBefore = (await portal.auditEvents('connection-create')).length;
    await portal.call('post', connections()).send(minioModels('s')).expect(201);
    await portal.call('post', connections()).send({}).expect(400);
    await portal
      .call(
        'delete',
        `${connections().replace(/connections$/, 'Connections')}/missing`,
      )
      .expect(404);
    const deletions = await portal.auditEvents('connection-delete');
    expect(deletions.at(-1)).toMatchObject({
      status: 'failed',
      meta: { name: 'missing' },
    });
    const events = (await portal.auditEvents('connection-create')).slice(
      eventsBefore,
    );
    expect(events.map(event => event.status)).toEqual([
      'initiated',
      'succeeded',
      'initiated',
      'failed',
    ]);
    expect(events[1]).toMatchObject({
      actor: { actorId: 'user:default/guest' },
      meta: {
        cluster: 'local',
        namespace: project,
        name: 'minio-models',
        typeName: 'ct-s3-storage',
      },
    });
  });
});
