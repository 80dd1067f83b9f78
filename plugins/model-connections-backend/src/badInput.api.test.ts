import { gzipSync } from 'node:zlib';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

describe('bad input', () => {
  let portal: TestPortal;
  let project: string;
  const connections = (cluster = 'local') =>
    `/clusters/${cluster}/namespaces/${project}/connections`;
  const valid = minioModels('s3cr3t-key');

  beforeAll(async () => {
    portal = await startTestPortal({
      config: { limits: { clusterTimeout: '4s' } },
    });
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
    project = await createProject(portal.cluster);
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: 'ct-disabled',
          namespace: 'kube-public',
          labels: {
            'cpaas.io/dashboard': 'true',
            'cpaas.io/connection-type': 'true',
          },
          annotations: { 'cpaas.io/disabled': 'true' },
        },
        data: { category: '["Test"]', fields: '[]' },
      },
    ]);
  });
  afterAll(async () => await portal.stop());
  it.each([
    ['a bad name', { ...valid, name: 'MinIO' }, ['name']],
    ['no name', { ...valid, name: undefined }, ['name']],
    ['an unknown type', { ...valid, typeName: 'ct-none' }, ['typeName']],
    ['a type that is no name', { ...valid, typeName: '../x' }, ['typeName']],
    ['a disabled type', { ...valid, typeName: 'ct-disabled' }, ['typeName']],
    [
      'missing required values',
      { ...valid, values: { AWS_S3_BUCKET: 'models' } },
      ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    ],
    [
      'an unknown value',
      { ...valid, values: { ...valid.values, MORE: 'x' } },
      ['MORE'],
    ],
    [
      'a value of no kind that there is',
      { ...valid, values: { ...valid.values, AWS_S3_BUCKET: { a: 1 } } },
      ['AWS_S3_BUCKET'],
    ],
    ['an unknown property', { ...valid, more: 1 }, ['more']],
    ['everything wrong at once', {}, ['name', 'typeName', 'values']],
  ])('answers 400 for %s and names the field', async (_, body, fields) => {
    const response = await portal.call('post', connections()).send(body);
    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
    expect(
      response.body.error.details.map((detail: any) => detail.field).sort(),
    ).toEqual(fields);
  });

  it.each([
    ['what is not JSON', 'application/json', '{"a"', 400],
    ['a body that is no object', 'application/json', '"text"', 400],
    ['another media type', 'text/plain', 'text', 415],
  ])('answers %s with fixed words', async (_, type, text, status) => {
    const { body } = await portal
      .call('post', connections())
      .set('content-type', type)
      .send(text)
      .expect(status);
    expect(body.error.message).toMatch(/^The request body/);
  });

  it.each([
    ['get', '/clusters/local/namespaces/Bad_/connections', 400],
    ['get', '/clusters/local/namespaces/..%2Fx/connections', 400],
    ['get', '/clusters/local/namespaces/a/connections/..%2F..%2Fx', 400],
    ['delete', '/clusters/local/namespaces/a/connections/Bad_', 400],
    ['get', '/clusters/local/connection-types/..%2Fx', 404],
    ['get', '/clusters/local/namespaces/a/connections?limit=0', 400],
    ['get', '/clusters/local/namespaces/a/connections?limit=ten', 400],
    ['get', '/clusters/local/namespaces/a/connections?pageToken=x', 400],
    ['get', '/clusters/local/namespaces/a/connections?more=1', 400],
    ['get', '/clusters/none/connection-types', 404],
    ['get', '/clusters/down/connection-types', 502],
    ['get', '/clusters/down/namespaces', 502],
    ['get', '/clusters/silent/connection-types', 504],
    ['get', '/clusters/personal/namespaces', 401],
    ['get', '/clusters/capitals/namespaces', 403],
    ['get', '/clusters/strange/namespaces', 403],
  ] as const)('answers %s %s with %s', async (method, path, status) => {
    portal.wire.clear();
    const { body, status: answered } = await portal.call(method, path);
    expect({ status: answered, body }).toMatchObject({ status });
    expect(body.error.message).toEqual(expect.any(String));
    expect(portal.wire.exchanges).toEqual([]);
  });

  describe('of edits', () => {
    const version = { resourceVersion: '1' };
    const type = {
      name: 'ct-new',
      displayName: 'New',
      categories: ['Test'],
      enabled: true,
      fields: [] as object[],
    };
    const withField = (field: object) => ({ ...type, fields: [field] });
    const text = { type: 'text', name: 'T', envVar: 'T' };
    // Stands for a byte more than may be; itself it would be the title of its test.
    const TOO_LARGE = '(1 MiB + 1)';
    const CONNECTION = 'connections/stored';
    const TYPES = 'connection-types';
    const DISABLED = `${TYPES}/ct-disabled`;

    beforeAll(async () => {
      await portal.cluster.apply([
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: {
            name: 'stored',
            namespace: project,
            labels: { 'cpaas.io/dashboard': 'true' },
            annotations: { 'cpaas.io/connection-type-ref': 'ct-s3-storage' },
          },
          stringData: {
            AWS_ACCESS_KEY_ID: 'a',
            AWS_SECRET_ACCESS_KEY: 's',
            AWS_S3_ENDPOINT: 'http://minio:9000',
          },
        },
      ]);
    });
    afterAll(async () => {
      const path = `/api/v1/namespaces/${project}/secrets/stored`;
      await portal.cluster.request('DELETE', path);
    });

    it.each([
      ['patch', CONNECTION, {}, 400, ['resourceVersion']],
      ['patch', CONNECTION, { resourceVersion: '' }, 400, ['resourceVersion']],
      ['patch', CONNECTION, version, 409, ['resourceVersion']],
      [
        'patch',
        CONNECTION,
        { values: { AWS_S3_ENDPOINT: 'ftp://x' } },
        400,
        ['AWS_S3_ENDPOINT'],
      ],
      [
        'patch',
        CONNECTION,
        { values: { AWS_S3_ENDPOINT: 'x' } },
        400,
        ['AWS_S3_ENDPOINT'],
      ],
      [
        'patch',
        CONNECTION,
        { values: { AWS_S3_BUCKET: 's3://x' } },
        400,
        ['AWS_S3_BUCKET'],
      ],
      [
        'patch',
        CONNECTION,
        { values: { AWS_ACCESS_KEY_ID: '' } },
        400,
        ['AWS_ACCESS_KEY_ID'],
      ],
      ['patch', CONNECTION, { values: { MORE: 'x' } }, 400, ['MORE']],
      [
        'patch',
        CONNECTION,
        { values: { AWS_S3_BUCKET: { a: 1 } } },
        400,
        ['AWS_S3_BUCKET'],
      ],
      [
        'patch',
        CONNECTION,
        { values: { AWS_S3_BUCKET: 7 } },
        400,
        ['AWS_S3_BUCKET'],
      ],
      ['patch', CONNECTION, { values: 'x' }, 400, ['values']],
      ['patch', CONNECTION, { remove: ['NONE'] }, 400, ['NONE']],
      [
        'patch',
        CONNECTION,
        { remove: ['AWS_ACCESS_KEY_ID'] },
        400,
        ['AWS_ACCESS_KEY_ID'],
      ],
      ['patch', CONNECTION, { remove: 'AWS_S3_BUCKET' }, 400, ['remove']],
      [
        'patch',
        CONNECTION,
        {
          remove: ['AWS_S3_ENDPOINT'],
          values: { AWS_S3_ENDPOINT: 'http://x' },
        },
        400,
        ['AWS_S3_ENDPOINT'],
      ],
      [
        'patch',
        CONNECTION,
        { displayName: 'x'.repeat(254) },
        400,
        ['displayName'],
      ],
      ['patch', CONNECTION, { name: 'other' }, 400, ['name']],
      [
        'patch',
        CONNECTION,
        { values: { AWS_S3_BUCKET: TOO_LARGE } },
        413,
        ['AWS_S3_BUCKET'],
      ],
      ['patch', 'connections/none', version, 404, undefined],
      ['patch', 'connections/Bad_', version, 400, ['name']],
      ['post', 'connections/adopt', {}, 400, ['name', 'typeName']],
      [
        'post',
        'connections/adopt',
        { name: 'Bad', typeName: 'ct-s3-storage' },
        400,
        ['name'],
      ],
      [
        'post',
        'connections/adopt',
        { name: 'x', typeName: 'ct-none' },
        400,
        ['typeName'],
      ],
      [
        'post',
        'connections/adopt',
        { name: 'x', typeName: 'ct-disabled' },
        400,
        ['typeName'],
      ],
      [
        'post',
        'connections/adopt',
        { name: 'none', typeName: 'ct-s3-storage' },
        404,
        undefined,
      ],
      [
        'post',
        'connections/adopt',
        { name: 'stored', typeName: 'ct-s3-storage' },
        409,
        undefined,
      ],
      [
        'post',
        'connections/adopt',
        { name: 'x', typeName: 'ct-s3-storage', values: {} },
        400,
        ['values'],
      ],
      ['post', 'connections/stored/copy', {}, 400, ['name', 'targetNamespace']],
      [
        'post',
        'connections/stored/copy',
        { name: 'Bad', targetNamespace: 'a' },
        400,
        ['name'],
      ],
      [
        'post',
        'connections/stored/copy',
        { name: 'a', targetNamespace: 'Bad_' },
        400,
        ['targetNamespace'],
      ],
      [
        'post',
        'connections/stored/copy',
        { name: 'a', targetNamespace: '-' },
        400,
        ['targetNamespace'],
      ],
      [
        'post',
        'connections/none/copy',
        { name: 'a', targetNamespace: 'a' },
        404,
        undefined,
      ],
      ['get', 'connections/none/manifest', undefined, 404, undefined],
      [
        'post',
        TYPES,
        {},
        400,
        ['categories', 'displayName', 'enabled', 'fields', 'name'],
      ],
      ['post', TYPES, { ...type, name: 'new' }, 400, ['name']],
      ['post', TYPES, { ...type, name: 'ct-New' }, 400, ['name']],
      ['post', TYPES, { ...type, displayName: ' ' }, 400, ['displayName']],
      ['post', TYPES, { ...type, categories: [] }, 400, ['categories']],
      ['post', TYPES, { ...type, categories: [1] }, 400, ['categories']],
      ['post', TYPES, { ...type, enabled: 'yes' }, 400, ['enabled']],
      ['post', TYPES, { ...type, fields: {} }, 400, ['fields']],
      ['post', TYPES, { ...type, more: 1 }, 400, ['more']],
      [
        'post',
        TYPES,
        withField({ ...text, envVar: '..x' }),
        400,
        ['fields.0.envVar'],
      ],
      ['post', TYPES, withField({ ...text, name: '' }), 400, ['fields.0.name']],
      [
        'post',
        TYPES,
        { ...type, fields: [text, text] },
        400,
        ['fields.1.envVar'],
      ],
      [
        'post',
        TYPES,
        withField({
          ...text,
          type: 'hidden',
          properties: { defaultValue: 'x' },
        }),
        400,
        ['fields.0.properties.defaultValue'],
      ],
      [
        'post',
        TYPES,
        withField({
          ...text,
          properties: { deferInput: true, defaultValue: 'x' },
        }),
        400,
        ['fields.0.properties.defaultValue'],
      ],
      [
        'post',
        TYPES,
        withField({ ...text, properties: { defaultReadOnly: true } }),
        400,
        ['fields.0.properties.defaultReadOnly'],
      ],
      [
        'post',
        TYPES,
        withField({ ...text, type: 'uri', properties: { defaultValue: 'x' } }),
        400,
        ['fields.0.properties.defaultValue'],
      ],
      [
        'post',
        TYPES,
        withField({ ...text, type: 'numeric', properties: { min: 2, max: 1 } }),
        400,
        ['fields.0.properties.min'],
      ],
      [
        'post',
        TYPES,
        withField({
          ...text,
          type: 'dropdown',
          properties: { variant: 'single', items: [] },
        }),
        400,
        ['fields.0.properties.items'],
      ],
      [
        'post',
        TYPES,
        withField({
          ...text,
          type: 'file',
          properties: { extensions: ['json'] },
        }),
        400,
        ['fields.0.properties.extensions.0'],
      ],
      [
        'put',
        DISABLED,
        { ...type, name: 'ct-disabled' },
        400,
        ['resourceVersion'],
      ],
      ['put', DISABLED, { ...type, ...version }, 400, ['name']],
      [
        'put',
        DISABLED,
        { ...type, ...version, name: 'ct-disabled' },
        409,
        ['resourceVersion'],
      ],
      [
        'put',
        `${TYPES}/ct-none`,
        { ...type, ...version, name: 'ct-none' },
        404,
        undefined,
      ],
      ['patch', DISABLED, { enabled: 'no' }, 400, ['enabled']],
      ['patch', DISABLED, {}, 400, ['enabled']],
      ['patch', `${TYPES}/ct-none`, { enabled: true }, 404, undefined],
      ['delete', `${TYPES}/ct-none`, undefined, 404, undefined],
      ['delete', `${TYPES}/ct-s3-storage`, undefined, 403, undefined],
    ] as const)(
      '%s %s %j is answered with %s and %j',
      async (method, path, sent, status, fields) => {
        const base = path.startsWith('connections')
          ? `/clusters/local/namespaces/${project}`
          : '/clusters/local';
        let body: object | undefined = sent;
        if (
          path === CONNECTION &&
          sent &&
          ('values' in sent || 'remove' in sent)
        ) {
          const read = await portal.call('get', `${base}/${path}`);
          body = { resourceVersion: read.body.resourceVersion, ...sent };
        } else if (
          path === CONNECTION &&
          sent &&
          !('resourceVersion' in sent) &&
          Object.keys(sent).length > 0
        ) {
          body = { ...version, ...sent };
        }
        portal.wire.clear();
        const json = JSON.stringify(body)?.replace(
          TOO_LARGE,
          'x'.repeat(1_048_577),
        );
        const response = await portal
          .call(method, `${base}/${path}`)
          .set('content-type', 'application/json')
          .send(json);
        expect({
          status: response.status,
          fields: response.body.error.details
            ?.map((detail: any) => detail.field)
            .sort(),
        }).toEqual({ status, fields });
        expect(response.body.error.message).toEqual(expect.any(String));
        expect(
          portal.wire.exchanges.filter(
            exchange => exchange.method !== 'GET' && exchange.status < 300,
          ),
        ).toEqual([]);
      },
    );
  });

  it('says that a project does not exist', async () => {
    const { body } = await portal
      .call('post', '/clusters/local/namespaces/no-such-project/connections')
      .send(valid)
      .expect(404);
    expect(body.error.message).toContain('no-such-project');
  });

  it.each(['none', 'down', 'silent', 'personal'])(
    'writes nothing where the cluster is "%s"',
    async cluster => {
      const { status } = await portal
        .call('post', connections(cluster))
        .send(valid);
      expect(status).toBe(
        { none: 404, down: 502, silent: 504, personal: 401 }[cluster],
      );
    },
  );

  it('answers 400 for a page token that the cluster did not make', async () => {
    const pageToken = Buffer.from(
      JSON.stringify({ convention: 'alauda', continue: 'nonsense' }),
    ).toString('base64url');
    const { body } = await portal
      .call('get', `${connections()}?pageToken=${pageToken}`)
      .expect(400);
    expect(body.error.details[0].field).toBe('pageToken');
  });

  describe('sizes and planted values', () => {
    const secret = plant('hidden');
    const file = plant('file');

    it('answers 413 for a body of 9 MiB, a value of 5 MiB and too much together, before the cluster is asked', async () => {
      portal.wire.clear();
      const filler = 'x'.repeat(1024 * 1024);
      const send = (values: object) =>
        portal
          .call('post', connections())
          .send({ ...valid, typeName: 'ct-oci-registry', values });
      const large = await send({
        AWS_SECRET_ACCESS_KEY: secret + filler.repeat(9),
      });
      expect(large.status).toBe(413);
      const one = await send({ '.dockerconfigjson': file + filler.repeat(5) });
      expect(one.status).toBe(413);
      expect(one.body.error.details).toEqual([
        { field: '.dockerconfigjson', message: expect.any(String) },
      ]);
      const together = await send({ A: filler, B: secret });
      expect(together.status).toBe(413);
      expect(together.body.error.details[0].field).toBe('values');
      const bomb = await portal
        .call('post', connections())
        .set('content-type', 'application/json')
        .set('content-encoding', 'gzip')
        .serialize(body => body)
        .send(gzipSync(`{"name":"${filler.repeat(64)}"}`));
      expect(bomb.status).toBe(413);
      expect(portal.wire.exchanges).toEqual([]);
      expect([large, one, together, bomb].map(r => r.text).join()).not.toMatch(
        new RegExp(`${secret}|${file}`),
      );
    });

    it('lets no planted value out by any route, log line or audit event', async () => {
      const answers: string[] = [];
      const send = async (body: string | object, path = connections()) => {
        const response = await portal
          .call('post', path)
          .set('content-type', 'application/json')
          .send(body);
        answers.push(JSON.stringify(response.headers), response.text);
        return response.status;
      };
      const login = (name: string, text: string) => ({
        name,
        typeName: 'ct-oci-registry',
        values: { '.dockerconfigjson': text, OCI_HOST: 'r.example.com' },
      });
      const s3 = minioModels(secret);
      const { values } = s3;

      expect(await send(`${secret}`)).toBe(400);
      expect(await send(`"${secret}`)).toBe(400);
      expect(await send(`{"${secret}`)).toBe(400);
      expect(await send({ ...s3, name: 'Bad' })).toBe(400);
      expect(
        await send({ ...s3, values: { ...values, AWS_S3_ENDPOINT: 'x' } }),
      ).toBe(400);
      expect(
        await send({ ...s3, values: { ...values, HF_TOKEN: secret } }),
      ).toBe(400);
      expect(
        await send({
          ...s3,
          values: { AWS_SECRET_ACCESS_KEY: [secret, { secret }] },
        }),
      ).toBe(400);
      expect(await send(login('bad', `{"auths": "${file}`))).toBe(400);
      for (const cluster of ['none', 'down', 'silent', 'personal']) {
        expect(await send(s3, connections(cluster))).toBeGreaterThanOrEqual(
          400,
        );
      }
      expect(await send(s3, `${connections()}?dryRun=All`)).toBe(200);
      expect(await send(s3)).toBe(201);
      expect(await send(s3)).toBe(409);
      const good = login(
        'registry',
        JSON.stringify({ auths: { r: { auth: file } } }),
      );
      expect(await send(good)).toBe(201);

      for (const path of [
        '/clusters',
        '/clusters/local/namespaces',
        '/clusters/local/connection-types',
        '/clusters/local/connection-types/ct-s3-storage',
        '/clusters/local/namespaces/-/connections',
        connections(),
        `${connections()}/minio-models`,
        `${connections()}/registry`,
      ]) {
        const response = await portal.call('get', path).expect(200);
        answers.push(JSON.stringify(response.headers), response.text);
      }
      for (const name of ['minio-models', 'registry']) {
        await portal.call('delete', `${connections()}/${name}`).expect(204);
      }

      const everything = answers.join('\n') + portal.output();
      const creations = await portal.auditEvents('connection-create');
      expect(creations.length).toBeGreaterThan(10);
      for (const value of [secret, file]) {
        expect(everything).not.toContain(value);
        expect(everything).not.toContain(
          Buffer.from(value).toString('base64').replace(/=*$/, ''),
        );
      }
    });
  });

  it('has written nothing of all that', async () => {
    const { body } = await portal.cluster.request(
      'GET',
      `/api/v1/namespaces/${project}/secrets`,
      { query: { labelSelector: 'cpaas.io/dashboard=true' } },
    );
    expect(body.items).toEqual([]);
  });
});
