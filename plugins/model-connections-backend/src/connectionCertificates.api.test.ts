import { nextRootCa, rootCa } from '@mooring/test-certificates';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

const SERVING = 'serving.kserve.io/s3-';

describe('the S3 settings of connections', () => {
  let portal: TestPortal;
  let project: string;
  const connections = (namespace = project) =>
    `/clusters/local/namespaces/${namespace}/connections`;
  const path = (kind: string, name: string, namespace = project) =>
    `/api/v1/namespaces/${namespace}/${kind}/${name}`;
  const stored = async (kind: string, name: string, namespace = project) =>
    await portal.cluster.request('GET', path(kind, name, namespace));
  const certificate = async (name: string, namespace = project) =>
    (await stored('configmaps', `${name}-ca`, namespace)).body.data;
  const servingOf = async (name: string, namespace = project) => {
    const { body } = await stored('secrets', name, namespace);
    return Object.fromEntries(
      Object.entries(body.metadata.annotations).flatMap(([key, value]) =>
        key.startsWith(SERVING) ? [[key.slice(SERVING.length), value]] : [],
      ),
    );
  };
  const create = (s3: object, more: object = {}) =>
    portal
      .call('post', connections())
      .send({ ...minioModels('s'), s3, ...more });
  const read = async () =>
    (await portal.call('get', `${connections()}/minio-models`).expect(200))
      .body;
  const versions = async () => {
    const { resourceVersion, s3 } = await read();
    return { resourceVersion, caVersion: s3?.caVersion };
  };
  const patch = async (body: object) =>
    portal
      .call('patch', `${connections()}/minio-models`)
      .send({ ...(await versions()), ...body });
  const applyConfigMap = async (name: string, data: object) =>
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, namespace: project },
        data,
      },
    ]);

  beforeAll(async () => {
    portal = await startTestPortal();
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
  });
  afterAll(async () => await portal.stop());
  afterEach(() => portal.wire.fail());
  beforeEach(async () => {
    project = await createProject(portal.cluster);
  });

  const all = {
    verifyTls: true,
    virtualHostedBuckets: true,
    anonymous: false,
    caCertificate: rootCa,
  };

  it('lie where KServe looks for them, and go with the Secret', async () => {
    await portal
      .call('post', `${connections()}?dryRun=All`)
      .send({ ...minioModels('s'), s3: all })
      .expect(200);
    expect((await stored('secrets', 'minio-models')).status).toBe(404);
    expect((await stored('configmaps', 'minio-models-ca')).status).toBe(404);

    const { body } = await create(all).expect(201);
    expect(body.s3).toEqual({
      ...all,
      caConfigMap: 'minio-models-ca',
      caVersion: expect.any(String),
    });
    expect(await read()).toMatchObject({
      s3: body.s3,
      lastWrite: { manager: 'mooring' },
    });
    expect(await servingOf('minio-models')).toEqual({
      endpoint: 'minio.minio.svc:9000',
      usehttps: '0',
      region: 'us-east-1',
      verifyssl: '1',
      usevirtualbucket: 'true',
      useanoncredential: 'false',
      'cabundle-configmap': 'minio-models-ca',
    });
    const secret = (await stored('secrets', 'minio-models')).body;
    const configMap = (await stored('configmaps', 'minio-models-ca')).body;
    expect(configMap.data).toEqual({ 'cabundle.crt': rootCa });
    expect(configMap.metadata.ownerReferences).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        name: 'minio-models',
        uid: secret.metadata.uid,
      },
    ]);
    const manifest = await portal
      .call('get', `${connections()}/minio-models/manifest`)
      .expect(200);
    expect(manifest.text).toContain('s3-cabundle-configmap: minio-models-ca');
    expect(manifest.text).toMatch(/kind: ConfigMap[^]*BEGIN CERTIFICATE/);

    await portal.call('delete', `${connections()}/minio-models`).expect(204);
    expect((await stored('configmaps', 'minio-models-ca')).status).toBe(404);
    // And at once again.
    await create({ caCertificate: nextRootCa }).expect(201);
    expect(await certificate('minio-models')).toEqual({
      'cabundle.crt': nextRootCa,
    });
  });

  it('are left out where nothing is said of them', async () => {
    const { body } = await create({}).expect(201);
    expect(body.s3).toEqual({});
    expect(Object.keys(await servingOf('minio-models')).sort()).toEqual([
      'endpoint',
      'region',
      'usehttps',
    ]);
  });

  it('are refused by name, together with the values, and nothing is written', async () => {
    const { values } = minioModels('s');
    const wrong = await create(
      { caCertificate: 'no certificate' },
      { values: { ...values, AWS_S3_BUCKET: 'a/b' } },
    ).expect(400);
    expect(
      wrong.body.error.details.map(({ field }: any) => field).sort(),
    ).toEqual(['AWS_S3_BUCKET', 's3.caCertificate']);
    // The ConfigMap's name has three characters more.
    const long = await create(
      { caCertificate: rootCa },
      { name: 'a'.repeat(251) },
    ).expect(400);
    expect(long.body.error.details).toEqual([
      { field: 'name', message: expect.stringContaining('at most 250') },
    ]);
    const large = rootCa.padEnd(1_048_577, '\n');
    await create({ caCertificate: large }).expect(413);
    await create({ unknown: true }).expect(400);
    const uri = await create(
      { verifyTls: false },
      { typeName: 'ct-uri-repository', values: { URI: 'https://a.example' } },
    ).expect(400);
    expect(uri.body.error.details).toEqual([
      { field: 's3', message: expect.stringContaining('S3 alone') },
    ]);

    await applyConfigMap('minio-models-ca', { mine: 'a' });
    const foreign = await create({ caCertificate: rootCa }).expect(422);
    expect(foreign.body.error.details[0].field).toBe('s3.caCertificate');
    expect(foreign.body.error.message).toContain('"minio-models-ca"');
    expect(await certificate('minio-models')).toEqual({ mine: 'a' });
    expect((await stored('secrets', 'minio-models')).status).toBe(404);

    await create({}).expect(201);
    expect((await patch({ s3: { caCertificate: rootCa } })).status).toBe(422);
    expect((await patch({ s3: { caCertificate: 'x' } })).status).toBe(400);
    expect(await servingOf('minio-models')).not.toHaveProperty(
      'cabundle-configmap',
    );
    // Nobody's but theirs, when the connection goes.
    await portal.call('delete', `${connections()}/minio-models`).expect(204);
    expect(await certificate('minio-models')).toEqual({ mine: 'a' });
  });

  it('change one by one, and every change counts as one of the content', async () => {
    await create(all).expect(201);
    const mark = async (annotations: object) =>
      await portal.cluster.request('PATCH', path('secrets', 'minio-models'), {
        query: { fieldManager: 'mooring' },
        body: { metadata: { annotations } },
      });
    const past = {
      'mooring.dev/values-changed-at': '2020-01-01T00:00:00Z',
      'mooring.dev/check-status': 'ok',
      'mooring.dev/check-at': '2999-01-01T00:00:00Z',
      [`${SERVING}useaccelerate`]: 'true',
    };
    const isNoted = async () => {
      const { annotations } = (await stored('secrets', 'minio-models')).body
        .metadata;
      return (
        annotations['mooring.dev/values-changed-at'] > '2021' &&
        annotations['mooring.dev/check-status'] === undefined &&
        annotations[`${SERVING}useaccelerate`] === 'true'
      );
    };
    for (const s3 of [
      { verifyTls: false },
      { caCertificate: nextRootCa },
      { anonymous: true },
      { caCertificate: '' },
    ]) {
      await mark(past);
      expect(await isNoted()).toBe(false);
      expect((await patch({ s3 })).status).toBe(200);
      expect(await isNoted()).toBe(true);
    }
    expect((await read()).s3).toEqual({
      verifyTls: false,
      virtualHostedBuckets: true,
      anonymous: true,
    });
    expect((await stored('configmaps', 'minio-models-ca')).status).toBe(404);

    await mark(past);
    portal.wire.clear();
    const { status } = await patch({ s3: { verifyTls: false } });
    expect(status).toBe(200);
    expect(
      portal.wire.exchanges.filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
  });

  it('leave alone what others keep certificates in', async () => {
    const rootPem = `# Company's Private Root CA\n${rootCa}`;
    await applyConfigMap('company-ca', { 'root.pem': rootPem });
    const secret = plant('secret');
    await applyConfigMap('settings', { 'cabundle.crt': `password=${secret}` });
    await create({}).expect(201);
    const name = async (annotations: object) =>
      await portal.cluster.request('PATCH', path('secrets', 'minio-models'), {
        body: { metadata: { annotations } },
      });
    await name({
      [`${SERVING}cabundle-configmap`]: 'company-ca',
      [`${SERVING}cabundle`]: '/etc/ssl/own/root.pem',
    });
    expect((await read()).s3).toEqual({
      caConfigMap: 'company-ca',
      caCertificate: rootCa,
      caVersion: expect.any(String),
    });
    // A duplicate may name it as well, a copy in another project cannot.
    const other = await createProject(portal.cluster);
    const copyTo = (targetNamespace: string) =>
      portal
        .call('post', `${connections()}/minio-models/copy`)
        .send({ targetNamespace, name: 'copied' });
    await copyTo(project).expect(201);
    expect(await servingOf('copied')).toMatchObject({
      'cabundle-configmap': 'company-ca',
      cabundle: '/etc/ssl/own/root.pem',
    });
    await copyTo(other).expect(201);
    const copied = await servingOf('copied', other);
    expect(copied).toMatchObject({ 'cabundle-configmap': 'copied-ca' });
    expect(copied).not.toHaveProperty('cabundle');
    expect(await certificate('copied', other)).toEqual({
      'cabundle.crt': rootCa,
    });

    expect((await patch({ s3: { caCertificate: nextRootCa } })).status).toBe(
      200,
    );
    expect(await servingOf('minio-models')).toMatchObject({
      'cabundle-configmap': 'minio-models-ca',
    });
    expect((await patch({ s3: { caCertificate: '' } })).status).toBe(200);
    const company = await stored('configmaps', 'company-ca');
    expect(company.body.data).toEqual({ 'root.pem': rootPem });

    for (const [annotation, problem] of [
      ['nowhere', 'There is no ConfigMap "nowhere".'],
      ['Not a name', '"Not a name" is no name of a ConfigMap.'],
      ['company-ca', 'The ConfigMap "company-ca" has no key "cabundle.crt".'],
      [
        'settings',
        'The key "cabundle.crt" of the ConfigMap "settings" holds no certificates that can be used.',
      ],
    ]) {
      await name({ [`${SERVING}cabundle-configmap`]: annotation });
      expect((await read()).s3).toMatchObject({
        caConfigMap: annotation,
        caProblem: problem,
      });
    }
    expect((await copyTo(other).expect(422)).text).not.toContain(secret);
    await name({ [`${SERVING}cabundle-configmap`]: 'company-ca' });
    const refused = await copyTo(other).expect(422);
    expect(refused.body.error.message).toContain('company-ca');
  });

  it('travel with a copy that has certificates of its own', async () => {
    await create(all).expect(201);
    const { body } = await portal
      .call('post', `${connections()}/minio-models/copy`)
      .send({ targetNamespace: project, name: 'twin' })
      .expect(201);
    expect(body.s3).toEqual({
      ...all,
      caConfigMap: 'twin-ca',
      caVersion: (await stored('configmaps', 'twin-ca')).body.metadata
        .resourceVersion,
    });
    expect(await certificate('twin')).toEqual({ 'cabundle.crt': rootCa });
    await portal.call('delete', `${connections()}/minio-models`).expect(204);
    expect(await certificate('twin')).toEqual({ 'cabundle.crt': rootCa });
  });

  it('keep the certificates and nothing of the text around them', async () => {
    const note = plant('note');
    const text = `# ${note}\r\n${rootCa}${note}\n${nextRootCa}`;
    const certificates = `${rootCa}${nextRootCa}`;
    const { body } = await create({ caCertificate: text }).expect(201);
    expect(body.s3.caCertificate).toBe(certificates);
    expect(await certificate('minio-models')).toEqual({
      'cabundle.crt': certificates,
    });
    // Somebody adds to it.
    await portal.cluster.request(
      'PATCH',
      path('configmaps', 'minio-models-ca'),
      { body: { data: { note, 'cabundle.crt': text } } },
    );
    expect((await read()).s3.caCertificate).toBe(certificates);
    const manifest = await portal
      .call('get', `${connections()}/minio-models/manifest`)
      .expect(200);
    expect(manifest.text).toMatch(/kind: ConfigMap[^]*BEGIN CERTIFICATE/);
    expect(manifest.text).not.toContain(note);
    // What is somebody else's stays.
    expect((await patch({ s3: { caCertificate: '' } })).status).toBe(200);
    expect(await certificate('minio-models')).toEqual({ note });
  });

  it.each([
    ['the first certificate', {}],
    ['another certificate', { caCertificate: rootCa }],
  ])(
    'do not lose %s of one editor when another one, who saves the same, comes too late',
    async (_, s3) => {
      await create(s3).expect(201);
      let isFirst = true;
      let other = 0;
      portal.wire.fail(async ({ method, path: called }) => {
        if (isFirst && method === 'PATCH' && called.includes('/secrets/')) {
          isFirst = false;
          const mine = { caCertificate: nextRootCa, anonymous: true };
          other = (await patch({ s3: mine })).status;
        }
        return undefined;
      });
      const mine = { caCertificate: nextRootCa, verifyTls: false };
      expect((await patch({ s3: mine })).status).toBe(409);
      expect(other).toBe(200);
      expect((await read()).s3).toMatchObject({
        anonymous: true,
        caCertificate: nextRootCa,
      });
    },
  );

  it('say what is in the way when somebody makes the ConfigMap at the same time', async () => {
    portal.wire.fail(async ({ method, path: called }) => {
      if (method === 'POST' && called.includes('/configmaps')) {
        await applyConfigMap('minio-models-ca', { mine: 'a' });
      }
      return undefined;
    });
    const { body } = await create({ caCertificate: rootCa }).expect(409);
    expect(body.error.message).toContain('"minio-models-ca"');
    expect(body.error.details[0].field).toBe('s3.caCertificate');
    expect((await stored('secrets', 'minio-models')).status).toBe(404);
    expect(await certificate('minio-models')).toEqual({ mine: 'a' });
  });

  it('lose no certificate of two editors', async () => {
    await create(all).expect(201);
    const before = await versions();
    const texts = [nextRootCa, `${nextRootCa}${rootCa}`];
    const answers = await Promise.all(
      texts.map(caCertificate =>
        portal
          .call('patch', `${connections()}/minio-models`)
          .send({ ...before, s3: { caCertificate } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(await certificate('minio-models')).toEqual({
      'cabundle.crt': texts[winner],
    });
  });

  it.each([
    ['of its own', 'minio-models-ca'],
    ['of somebody else', 'company-ca'],
  ])(
    'are not overwritten where somebody has rotated them in the ConfigMap %s',
    async (_, configMap) => {
      const { body: created } = await create({ caCertificate: rootCa });
      let before = created;
      if (configMap === 'company-ca') {
        await applyConfigMap(configMap, { 'cabundle.crt': rootCa });
        await portal.cluster.request('PATCH', path('secrets', 'minio-models'), {
          body: {
            metadata: {
              annotations: { [`${SERVING}cabundle-configmap`]: configMap },
            },
          },
        });
        before = await read();
      }
      await portal.cluster.request('PATCH', path('configmaps', configMap), {
        body: { data: { 'cabundle.crt': nextRootCa } },
      });
      const { resourceVersion, s3 } = before;
      const both = `${rootCa}${nextRootCa}`;
      for (const caCertificate of [both, '']) {
        for (const caVersion of [s3.caVersion, undefined]) {
          const refused = await patch({
            resourceVersion,
            caVersion,
            s3: { caCertificate },
          });
          expect(refused.status).toBe(409);
          expect(refused.body.error.details[0].field).toBe('caVersion');
        }
      }
      const now = await read();
      expect(now.resourceVersion).toBe(resourceVersion);
      expect(now.s3.caCertificate).toBe(nextRootCa);
      // What has nothing to do with it is saved all the same.
      const other = { resourceVersion, caVersion: undefined };
      const saved = await patch({ ...other, s3: { verifyTls: false } });
      expect(saved.body.s3).toEqual({ ...now.s3, verifyTls: false });
      // And what an answer says can be sent at once.
      let answer = saved.body;
      for (const caCertificate of [both, rootCa, '']) {
        const { status, body } = await patch({
          resourceVersion: answer.resourceVersion,
          caVersion: answer.s3.caVersion,
          s3: { caCertificate },
        });
        expect(status).toBe(200);
        expect(body.s3).toEqual((await read()).s3);
        answer = body;
      }
    },
  );

  describe('and Secrets of the wrong type', () => {
    it('are told that a duplicate is the way out, which it is', async () => {
      const type = `ct-${plant('type')}`;
      const login = {
        type: 'file',
        name: 'Login',
        envVar: '.dockerconfigjson',
        properties: {},
      };
      const note = {
        type: 'text',
        name: 'Note',
        envVar: 'NOTE',
        properties: {},
      };
      const applyType = async (fields: object[]) =>
        await portal.cluster.request(
          'PATCH',
          `/api/v1/namespaces/kube-public/configmaps/${type}`,
          { body: { data: { fields: JSON.stringify(fields) } } },
        );
      await portal.cluster.apply([
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: {
            name: type,
            namespace: 'kube-public',
            labels: {
              'cpaas.io/dashboard': 'true',
              'cpaas.io/connection-type': 'true',
            },
          },
          data: { category: '["Test"]', fields: JSON.stringify([note]) },
        },
      ]);
      await create(
        {},
        { s3: undefined, typeName: type, values: { NOTE: 'n' } },
      ).expect(201);
      await applyType([note, login]);
      const auths = JSON.stringify({ auths: { [plant('host')]: {} } });
      const values = { '.dockerconfigjson': auths };
      const refused = await patch({ values });
      expect(refused.status).toBe(422);
      expect(refused.body.error.name).toBe('UnchangeableSecretError');
      expect(refused.body.error.message).toContain('Use Duplicate');
      expect(refused.body.error.details[0].field).toBe('.dockerconfigjson');
      expect((await patch({ description: 'd' })).status).toBe(200);

      const copy = await portal
        .call('post', `${connections()}/minio-models/copy`)
        .send({ targetNamespace: project, name: 'twin' })
        .expect(201);
      const one = `${connections()}/twin`;
      const { resourceVersion } = copy.body;
      const edited = await portal
        .call('patch', one)
        .send({ resourceVersion, values })
        .expect(200);
      const { body } = await stored('secrets', 'twin');
      expect(body.type).toBe('kubernetes.io/dockerconfigjson');
      expect(Buffer.from(body.data.NOTE, 'base64').toString()).toBe('n');
      expect(
        Buffer.from(body.data['.dockerconfigjson'], 'base64').toString(),
      ).toBe(auths);

      // And the other way round: the login stays, whatever the type says.
      await applyType([note]);
      const kept = await portal
        .call('patch', one)
        .send({
          resourceVersion: edited.body.resourceVersion,
          remove: ['.dockerconfigjson'],
        })
        .expect(400);
      expect(kept.body.error.details[0].message).toContain('never without it');
    });
  });
});
