import { managedKeys } from './__testUtils__/managedKeys';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

describe('edits of connections', () => {
  let portal: TestPortal;
  let project: string;
  const connections = () => `/clusters/local/namespaces/${project}/connections`;
  const secretPath = (name: string) =>
    `/api/v1/namespaces/${project}/secrets/${name}`;
  const readSecret = async (name: string) =>
    (await portal.cluster.request('GET', secretPath(name))).body;
  const text = (secret: any, key: string) =>
    secret.data[key] && Buffer.from(secret.data[key], 'base64').toString();
  const create = async (body: object) =>
    (await portal.call('post', connections()).send(body).expect(201)).body;
  const patch = (name: string, body: object) =>
    portal.call('patch', `${connections()}/${name}`).send(body);
  const applyType = async (name: string, fields: object[]) => {
    await portal.cluster.request(
      'DELETE',
      `/api/v1/namespaces/kube-public/configmaps/${name}`,
    );
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name,
          namespace: 'kube-public',
          labels: {
            'cpaas.io/dashboard': 'true',
            'cpaas.io/connection-type': 'true',
          },
        },
        data: { category: '["Test"]', fields: JSON.stringify(fields) },
      },
    ]);
  };

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

  it('patches what changed, drops the check, and keeps what others wrote', async () => {
    const secret = plant('secret');
    await create(minioModels(secret));
    await portal.cluster.request('PATCH', secretPath('minio-models'), {
      query: { fieldManager: 'somebody-else' },
      body: {
        metadata: {
          labels: { team: 'a' },
          annotations: {
            'example.com/note': 'kept',
            'mooring.dev/check-status': 'ok',
            'mooring.dev/check-at': '2999-01-01T00:00:00Z',
            'serving.kserve.io/s3-verifyssl': '0',
          },
        },
        data: { OTHER: 'eA==' },
      },
    });
    const read = await portal.call('get', `${connections()}/minio-models`);
    expect(read.body.lastCheck.status).toBe('ok');
    expect(read.body.values.OTHER).toEqual({ isSet: true });

    const { body } = await patch('minio-models', {
      resourceVersion: read.body.resourceVersion,
      values: {
        AWS_S3_ENDPOINT: 'https://s3.example.com',
        AWS_S3_BUCKET: 'models',
        AWS_DEFAULT_REGION: '',
      },
    }).expect(200);
    expect(body.values.AWS_S3_ENDPOINT).toEqual({
      value: 'https://s3.example.com',
    });
    expect(body.lastCheck.status).toBe('unverified');

    const after = await readSecret('minio-models');
    expect(after.metadata.labels).toEqual({
      'cpaas.io/dashboard': 'true',
      team: 'a',
    });
    expect(after.metadata.annotations).toMatchObject({
      'example.com/note': 'kept',
      'serving.kserve.io/s3-endpoint': 's3.example.com',
      'serving.kserve.io/s3-usehttps': '1',
      'serving.kserve.io/s3-verifyssl': '0',
    });
    expect(Object.keys(after.metadata.annotations)).toEqual(
      expect.not.arrayContaining([
        'serving.kserve.io/s3-region',
        'mooring.dev/check-status',
        'mooring.dev/check-at',
      ]),
    );
    expect(Object.keys(after.data).sort()).toEqual([
      'AWS_ACCESS_KEY_ID',
      'AWS_S3_BUCKET',
      'AWS_S3_ENDPOINT',
      'AWS_SECRET_ACCESS_KEY',
      'OTHER',
    ]);
    expect(text(after, 'AWS_SECRET_ACCESS_KEY')).toBe(secret);
    expect(managedKeys(after, 'somebody-else')).toContain('OTHER');
  });

  it('owns only the keys that it changed of a Secret that somebody else wrote', async () => {
    const values = minioModels('s').values;
    await portal.cluster.request(
      'POST',
      `/api/v1/namespaces/${project}/secrets`,
      {
        query: { fieldManager: 'by-hand' },
        body: {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: {
            name: 'by-hand',
            namespace: project,
            labels: { 'cpaas.io/dashboard': 'true', team: 'a' },
            annotations: {
              'cpaas.io/connection-type-ref': 'ct-s3-storage',
              'serving.kserve.io/s3-endpoint': 'minio.minio.svc:9000',
              'serving.kserve.io/s3-usehttps': '0',
              'serving.kserve.io/s3-region': 'us-east-1',
            },
          },
          stringData: values,
        },
      },
    );
    const { body } = await portal.call('get', `${connections()}/by-hand`);
    await patch('by-hand', {
      resourceVersion: body.resourceVersion,
      values: { ...values, AWS_S3_BUCKET: 'other' },
    }).expect(200);
    const after = await readSecret('by-hand');
    expect(managedKeys(after, 'mooring')).toEqual([
      'AWS_S3_BUCKET',
      'mooring.dev/hidden-keys',
      'mooring.dev/model-source',
      'mooring.dev/values-changed-at',
    ]);
    expect(after.metadata.labels.team).toBe('a');
    expect(managedKeys(after, 'by-hand')).toEqual(
      expect.arrayContaining(['AWS_SECRET_ACCESS_KEY', 'AWS_S3_ENDPOINT']),
    );
  });

  it('renames without touching a value, under a manager of its own', async () => {
    const { resourceVersion } = await create(minioModels('s'));
    const before = await readSecret('minio-models');
    const { body } = await patch('minio-models', {
      resourceVersion,
      displayName: 'Renamed',
      description: 'New',
    }).expect(200);
    expect(body).toMatchObject({ displayName: 'Renamed', description: 'New' });
    const after = await readSecret('minio-models');
    expect(after.data).toEqual(before.data);
    const keys = [
      'mooring.dev/values-changed-at',
      'mooring.dev/model-source',
      'serving.kserve.io/s3-endpoint',
    ];
    for (const key of keys) {
      expect(after.metadata.annotations[key]).toBe(
        before.metadata.annotations[key],
      );
    }
    expect(managedKeys(after, 'mooring-display')).toEqual([
      'cpaas.io/description',
      'cpaas.io/display-name',
    ]);

    portal.wire.clear();
    await patch('minio-models', {
      resourceVersion: body.resourceVersion,
      displayName: 'Renamed',
      values: { AWS_S3_BUCKET: 'models' },
    }).expect(200);
    expect(
      portal.wire.exchanges.filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
  });

  it('lets one of two editors save, and tells the other', async () => {
    const { resourceVersion } = await create(minioModels('s'));
    const answers = await Promise.all([
      patch('minio-models', {
        resourceVersion,
        values: { AWS_S3_BUCKET: 'one' },
      }),
      patch('minio-models', {
        resourceVersion,
        values: { AWS_S3_BUCKET: 'two' },
      }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409)!;
    expect(loser.body.error.details[0].field).toBe('resourceVersion');
    const winner = answers.find(({ status }) => status === 200)!;
    expect(text(await readSecret('minio-models'), 'AWS_S3_BUCKET')).toBe(
      winner.body.values.AWS_S3_BUCKET.value,
    );
  });

  it.each([
    [
      'registry',
      'ct-oci-registry',
      { '.dockerconfigjson': '{"auths":{}}', OCI_HOST: 'r.example.com' },
      { OCI_HOST: 'evil.example.com' },
      {
        '.dockerconfigjson': '{"auths":{"evil.example.com":{"auth":"eDp5"}}}',
      },
    ],
    [
      'hub',
      'ct-huggingface',
      { HF_TOKEN: 'hf_x' },
      { HF_ENDPOINT: 'https://evil.example.com' },
      { HF_TOKEN: 'hf_y' },
    ],
    [
      'address',
      'ct-uri-repository',
      {
        URI: 'https://a.example.com/m.onnx',
        'https-host': 'a.example.com',
        headers: '{"Authorization":"x"}',
      },
      { URI: 'https://evil.example.com/m.onnx' },
      { headers: '{"Authorization":"y"}' },
    ],
  ])(
    'sends no stored secret of %s to a new destination',
    async (name, typeName, values, destination, secret) => {
      const { resourceVersion } = await create({ name, typeName, values });
      const refused = await patch(name, {
        resourceVersion,
        values: destination,
      }).expect(400);
      expect(
        refused.body.error.details.map((detail: any) => detail.field),
      ).toEqual(Object.keys(secret));
      await patch(name, {
        resourceVersion,
        values: { ...destination, ...secret },
      }).expect(200);
    },
  );

  it('shows nothing again that was hidden, whatever the type says later', async () => {
    const field = (type: string) => [
      { type, name: 'Pass phrase', envVar: 'PASS', properties: {} },
      { type: 'text', name: 'Note', envVar: 'NOTE', properties: {} },
    ];
    const name = `ct-${plant('type')}`;
    const pass = plant('pass');
    await applyType(name, field('hidden'));
    await create({
      name: 'a',
      typeName: name,
      values: { PASS: pass, NOTE: 'n' },
    });
    await applyType(name, field('text'));
    const path = `${connections()}/a`;
    const read = await portal.call('get', path).expect(200);
    expect(read.body.values).toEqual({
      PASS: { isSet: true },
      NOTE: { value: 'n' },
    });
    const edited = await patch('a', {
      resourceVersion: read.body.resourceVersion,
      values: { NOTE: 'm' },
    }).expect(200);
    expect(edited.text + read.text).not.toContain(pass);

    // Adopted under a type that shows everything, under names that nobody vouches for.
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'found', namespace: project },
        stringData: { PASS: pass, NOTE: pass },
      },
    ]);
    const adopted = await portal
      .call('post', `${connections()}/adopt`)
      .send({ name: 'found', typeName: name, displayName: 'Found' })
      .expect(200);
    expect(adopted.body).toMatchObject({
      displayName: 'Found',
      values: { PASS: { isSet: true }, NOTE: { isSet: true } },
    });
    expect(adopted.text).not.toContain(pass);
    expect(portal.output()).not.toContain(pass);
  });

  it('adopts a Secret without touching its data, and only where that makes sense', async () => {
    const secret = (name: string, more: object = {}) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace: project },
      ...more,
    });
    const data = {
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: plant('adopted'),
      AWS_S3_ENDPOINT: 'http://minio:9000',
      AWS_S3_BUCKET: 'models',
    };
    await portal.cluster.apply([
      secret('mine', { stringData: data }),
      secret('helm', { type: 'helm.sh/release.v1' }),
      {
        ...secret('owned'),
        metadata: {
          name: 'owned',
          namespace: project,
          labels: { 'reconcile.external-secrets.io/managed': 'true' },
        },
      },
    ]);
    const before = await readSecret('mine');
    const adopt = (name: string, typeName = 'ct-s3-storage') =>
      portal.call('post', `${connections()}/adopt`).send({ name, typeName });
    const { body } = await adopt('mine').expect(200);
    expect(body).toMatchObject({ protocol: 's3', servable: { ok: true } });
    const after = await readSecret('mine');
    expect(after.data).toEqual(before.data);
    expect(after.metadata.annotations).toMatchObject({
      'cpaas.io/connection-type-ref': 'ct-s3-storage',
      'cpaas.io/creator': 'user:default/guest',
      'serving.kserve.io/s3-endpoint': 'minio:9000',
      'serving.kserve.io/s3-usehttps': '0',
      'mooring.dev/hidden-keys': '["AWS_SECRET_ACCESS_KEY"]',
    });
    expect((await adopt('mine')).status).toBe(409);
    expect((await adopt('helm')).status).toBe(403);
    expect((await adopt('owned')).status).toBe(403);
    expect((await adopt('none')).status).toBe(404);
    expect((await adopt('mine', 'ct-none')).status).toBe(400);
  });

  it('copies on the server, without what belongs to others and without a value on the way', async () => {
    const secret = plant('copied');
    await create(minioModels(secret));
    await portal.cluster.request('PATCH', secretPath('minio-models'), {
      body: {
        metadata: {
          labels: { team: 'a' },
          annotations: {
            'example.com/note': 'not ours',
            'mooring.dev/check-status': 'ok',
          },
        },
      },
    });
    const target = await createProject(portal.cluster);
    const copy = (targetNamespace: string, name: string) =>
      portal
        .call('post', `${connections()}/minio-models/copy`)
        .send({ targetNamespace, name });
    const answer = await copy(target, 'copied').expect(201);
    expect(answer.body).toMatchObject({
      namespace: target,
      name: 'copied',
      displayName: 'MinIO models',
      servable: { ok: true },
      values: { AWS_SECRET_ACCESS_KEY: { isSet: true } },
    });
    expect(answer.text).not.toContain(secret);
    const { body } = await portal.cluster.request(
      'GET',
      `/api/v1/namespaces/${target}/secrets/copied`,
    );
    expect(text(body, 'AWS_SECRET_ACCESS_KEY')).toBe(secret);
    expect(body.metadata.labels).toEqual({ 'cpaas.io/dashboard': 'true' });
    expect(Object.keys(body.metadata.annotations).sort()).toEqual([
      'cpaas.io/connection-type-protocol',
      'cpaas.io/connection-type-ref',
      'cpaas.io/creator',
      'cpaas.io/display-name',
      'mooring.dev/hidden-keys',
      'mooring.dev/model-source',
      'mooring.dev/values-changed-at',
      'serving.kserve.io/s3-endpoint',
      'serving.kserve.io/s3-region',
      'serving.kserve.io/s3-usehttps',
    ]);
    expect((await copy(target, 'copied')).status).toBe(409);
    expect((await copy('no-such-project', 'copied')).status).toBe(404);
    expect((await copy(target, 'Bad')).status).toBe(400);
  });

  it('shows the YAML with every value masked', async () => {
    const value = plant('yaml');
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'applied',
          namespace: project,
          labels: { 'cpaas.io/dashboard': 'true' },
          annotations: {
            'cpaas.io/connection-type-ref': 'ct-s3-storage',
            'kubectl.kubernetes.io/last-applied-configuration': `{"data":"${value}"}`,
          },
        },
        stringData: { AWS_ACCESS_KEY_ID: value },
      },
    ]);
    const { text: yaml, headers } = await portal
      .call('get', `${connections()}/applied/manifest`)
      .expect(200);
    expect(headers['content-type']).toContain('application/yaml');
    expect(yaml).toContain('AWS_ACCESS_KEY_ID: (masked)');
    expect(yaml).toContain('last-applied-configuration: (masked)');
    expect(yaml).not.toMatch(
      new RegExp(`${value}|${Buffer.from(value).toString('base64')}`),
    );
  });

  it('keeps every kind of value through a round trip, and refuses one byte too many by name', async () => {
    const name = `ct-${plant('type')}`;
    const items = ['a', 'b'].map(value => ({ label: value, value }));
    await applyType(name, [
      { type: 'text', name: 'T', envVar: 'my.dotted-key', properties: {} },
      { type: 'numeric', name: 'N', envVar: 'N', properties: {} },
      { type: 'boolean', name: 'B', envVar: 'B', properties: {} },
      {
        type: 'dropdown',
        name: 'S',
        envVar: 'S',
        properties: { variant: 'single', items },
      },
      {
        type: 'dropdown',
        name: 'M',
        envVar: 'M',
        properties: { variant: 'multi', items },
      },
      { type: 'file', name: 'F', envVar: 'F', properties: {} },
    ]);
    const values = {
      'my.dotted-key': 'Zeile 1\n  模型 🚢\n',
      N: 0,
      B: false,
      S: 'b',
      M: ['b', 'a'],
    };
    const created = await create({ name: 'kinds', typeName: name, values });
    const shown = Object.entries(values).map(([key, value]) => [
      key,
      { value },
    ]);
    expect(created.values).toEqual(Object.fromEntries(shown));
    const read = await portal.call('get', `${connections()}/kinds`);
    expect(read.body.values).toEqual(created.values);
    expect(text(await readSecret('kinds'), 'M')).toBe('["b","a"]');

    const used = 20 + 1 + 5 + 1 + '["b","a"]'.length;
    const bytes = Buffer.byteLength(values['my.dotted-key']);
    const room = 1_048_576 - (used - 20) - bytes;
    const full = await patch('kinds', {
      resourceVersion: created.resourceVersion,
      values: { F: 'x'.repeat(room) },
    }).expect(200);
    const more = await patch('kinds', {
      resourceVersion: full.body.resourceVersion,
      values: { F: 'x'.repeat(room + 1) },
    });
    expect(more.status).toBe(413);
    expect(more.body.error.details).toEqual([
      { field: 'values', message: expect.any(String) },
    ]);
    const binary = await patch('kinds', {
      resourceVersion: full.body.resourceVersion,
      values: { F: 'PK\u0003\u0000' },
    }).expect(400);
    expect(binary.body.error.details[0].field).toBe('F');
  });

  it('names what changed of a type, keeps other keys, and reads on where the type is gone', async () => {
    const name = `ct-${plant('type')}`;
    await applyType(name, [
      { type: 'text', name: 'Old', envVar: 'OLD', properties: {} },
      { type: 'text', name: 'Same', envVar: 'SAME', properties: {} },
    ]);
    const { resourceVersion } = await create({
      name: 'drifting',
      typeName: name,
      values: { OLD: 'o', SAME: 's' },
    });
    await applyType(name, [
      { type: 'text', name: 'Same', envVar: 'SAME', properties: {} },
      { type: 'text', name: 'New', envVar: 'NEW', required: true },
    ]);
    const missing = await patch('drifting', {
      resourceVersion,
      values: { SAME: 't' },
    }).expect(400);
    expect(missing.body.error.details).toEqual([
      { field: 'NEW', message: 'Is required.' },
    ]);
    const unknown = await patch('drifting', {
      resourceVersion,
      values: { OLD: 'x', NEW: 'n' },
      remove: ['NONE'],
    }).expect(400);
    expect(unknown.body.error.details[0].field).toBe('NONE');
    const { body } = await patch('drifting', {
      resourceVersion,
      values: { NEW: 'n' },
    }).expect(200);
    expect(body.values).toEqual({
      OLD: { isSet: true },
      SAME: { value: 's' },
      NEW: { value: 'n' },
    });
    await portal.cluster.request(
      'DELETE',
      `/api/v1/namespaces/kube-public/configmaps/${name}`,
    );
    const orphan = await patch('drifting', {
      resourceVersion: body.resourceVersion,
      displayName: 'Orphan',
      remove: ['OLD'],
    }).expect(200);
    expect(orphan.body.values).toEqual({
      SAME: { isSet: true },
      NEW: { isSet: true },
    });
  });

  it('mends what KServe reads with any save, and tells what can be served from the values', async () => {
    const { values } = minioModels('s3cr3t-key');
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'by-hand',
          namespace: project,
          labels: { 'cpaas.io/dashboard': 'true' },
          annotations: { 'cpaas.io/connection-type-ref': 'ct-s3-storage' },
        },
        stringData: values,
      },
    ]);
    const list = await portal.call('get', connections()).expect(200);
    expect(list.body.items[0].servable).toBeUndefined();
    const { body } = await portal.call('get', `${connections()}/by-hand`);
    expect(body.servable).toEqual({ ok: true });
    await patch('by-hand', {
      resourceVersion: body.resourceVersion,
      displayName: 'By hand',
    }).expect(200);
    const { metadata } = await readSecret('by-hand');
    expect(metadata.annotations).toMatchObject({
      'serving.kserve.io/s3-endpoint': 'minio.minio.svc:9000',
      'serving.kserve.io/s3-usehttps': '0',
      'mooring.dev/model-source': '{"protocols":["s3"],"base":"s3://models"}',
    });
  });

  it('never shows what a type says no more is hidden, of a Secret that others wrote', async () => {
    const name = `ct-${plant('type')}`;
    const token = plant('token');
    await applyType(name, [
      { type: 'text', name: 'Token', envVar: 'TOKEN', properties: {} },
      { type: 'hidden', name: 'Bucket', envVar: 'AWS_S3_BUCKET' },
    ]);
    const secret = (secretName: string, metadata: object) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: secretName, namespace: project, ...metadata },
      stringData: {
        TOKEN: token,
        AWS_S3_BUCKET: 'hidden-bucket',
        constructor: 'kept',
        URI: `https://me:${token}@example.com`,
      },
    });
    await portal.cluster.apply([
      secret('foreign', {
        labels: { 'cpaas.io/dashboard': 'true' },
        annotations: { 'cpaas.io/connection-type-ref': name },
      }),
      secret('adopted', {}),
    ]);
    const foreign = await portal
      .call('get', `${connections()}/foreign`)
      .expect(200);
    expect(foreign.text).not.toContain(token);
    const removed = await patch('foreign', {
      resourceVersion: foreign.body.resourceVersion,
      remove: ['constructor'],
    }).expect(200);
    expect(Object.keys((await readSecret('foreign')).data)).not.toContain(
      'constructor',
    );
    const adopted = await portal
      .call('post', `${connections()}/adopt`)
      .send({ name: 'adopted', typeName: name })
      .expect(200);
    expect(removed.text + adopted.text).not.toMatch(
      new RegExp(`${token}|hidden-bucket`),
    );
    for (const target of ['foreign', 'adopted']) {
      const { metadata } = await readSecret(target);
      expect(JSON.stringify(metadata.annotations)).not.toContain(
        'hidden-bucket',
      );
      expect(
        JSON.parse(metadata.annotations['mooring.dev/hidden-keys']),
      ).toEqual(expect.arrayContaining(['TOKEN', 'AWS_S3_BUCKET', 'URI']));
    }
  });

  it('changes nothing of what something else manages', async () => {
    await create(minioModels('s'));
    await portal.cluster.request('PATCH', secretPath('minio-models'), {
      body: {
        metadata: {
          annotations: { 'argocd.argoproj.io/tracking-id': 'shop:/Secret:a/b' },
        },
      },
    });
    const { body } = await portal.call('get', `${connections()}/minio-models`);
    expect(body.managedBy).toEqual({
      kind: 'Argo CD application',
      name: 'shop',
    });
    const refused = await patch('minio-models', {
      resourceVersion: body.resourceVersion,
      displayName: 'x',
    }).expect(403);
    expect(refused.body.error.message).toContain('Argo CD application "shop"');
  });
});
