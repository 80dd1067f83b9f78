import { waitUntil } from '@mooring/local-cluster';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

/** Model services where no controller of KServe is at work; modelServices.serving.test.ts has the rest. */
describe('model services', () => {
  const secret = plant('secret');
  let portal: TestPortal;
  let project: string;
  let core: string;
  let services: string;

  const url = (path: string) => `/clusters/local/namespaces/${project}/${path}`;

  beforeAll(async () => {
    portal = await startTestPortal();
    project = await createProject(portal.cluster);
    core = `/api/v1/namespaces/${project}`;
    services = `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices`;
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
    await portal
      .call('post', url('connections'))
      .send(minioModels(secret))
      .expect(201);
  });
  afterAll(async () => {
    portal.wire.fail();
    await portal.stop();
  });

  const minio = { kind: 'connection', connection: 'minio-models', path: 'a' };
  const bodyOf = (name: string, more: object = {}) => ({
    name,
    modelFormat: { name: 'sklearn' },
    location: minio,
    ...more,
  });
  const create = (body: object, query = '') =>
    portal.call('post', url(`model-services${query}`)).send(body);
  const apply = (object: object) => portal.cluster.apply([object]);
  const stored = async (path: string) =>
    (await portal.cluster.request('GET', path)).body;
  const account = (name: string) => `${core}/serviceaccounts/${name}`;
  const writes = () =>
    portal.wire.exchanges.filter(({ method }) => method !== 'GET');

  it.each<[string, object, string]>([
    ['a name with a dot', bodyOf('a.b'), 'name'],
    ['a name too long', bodyOf('a'.repeat(50)), 'name'],
    ['no location', { name: 'a', modelFormat: { name: 'x' } }, 'location'],
    ['no format', { name: 'a', location: minio }, 'modelFormat'],
    [
      'a path of another place',
      bodyOf('a', { location: { ...minio, path: '../b' } }),
      'location.path',
    ],
    [
      'a connection that is not there',
      bodyOf('a', { location: { ...minio, connection: 'none' } }),
      'location.connection',
    ],
    [
      'an unknown scheme',
      bodyOf('a', { location: { kind: 'uri', uri: 'ftp://a/b' } }),
      'location.uri',
    ],
    [
      'an account that is not there',
      bodyOf('a', { location: { ...minio, serviceAccountName: 'none' } }),
      'location.serviceAccountName',
    ],
    ['an unknown kind', bodyOf('a', { location: { kind: 'x' } }), 'location'],
    ['a field that is none', bodyOf('a', { image: 'x' }), 'image'],
  ])('refuse %s and write nothing', async (_, body, field) => {
    for (const path of ['model-services', 'model-services/preview']) {
      portal.wire.clear();
      const answer = await portal.call('post', url(path)).send(body);
      expect(answer.status).toBe(400);
      expect(
        answer.body.error.details.map((detail: any) => detail.field),
      ).toEqual([field]);
      expect(writes()).toEqual([]);
    }
  });

  it('keep the pull secrets of the project on the account that is made', async () => {
    await waitUntil('the default account is there', async () => {
      const body = { imagePullSecrets: [{ name: 'of-the-project' }] };
      const { status } = await portal.cluster.request(
        'PATCH',
        account('default'),
        { body },
      );
      return status === 200;
    });
    await create(bodyOf('pulling')).expect(201);
    const made = await stored(account('pulling-model-source'));
    expect(made).toMatchObject({
      secrets: [{ name: 'minio-models' }],
      imagePullSecrets: [{ name: 'of-the-project' }],
      metadata: {
        annotations: { 'mooring.dev/model-service': 'pulling' },
        ownerReferences: [{ kind: 'InferenceService', name: 'pulling' }],
      },
    });
    expect(made.metadata.ownerReferences[0].blockOwnerDeletion).toBeUndefined();
  });

  it('keep what the cluster adds to their accounts by itself, as OpenShift does', async () => {
    const other = { ...minio, connection: 'other-models' };
    await portal
      .call('post', url('connections'))
      .send({ ...minioModels(secret), name: 'other-models' })
      .expect(201);
    await create(bodyOf('extended')).expect(201);
    const path = account('extended-model-source');
    const added = { name: 'extended-model-source-dockercfg-x7k2p' };
    const made = await stored(path);
    await portal.cluster.request('PATCH', path, {
      body: {
        secrets: [...made.secrets, added],
        imagePullSecrets: [...(made.imagePullSecrets ?? []), added],
      },
    });
    const one = url('model-services/extended');
    const replace = async (location: object) => {
      const { resourceVersion } = (await portal.call('get', one)).body;
      const body = { ...bodyOf('extended', { location }), resourceVersion };
      return (await portal.call('put', one).send(body).expect(200)).body;
    };
    await replace(other);
    await portal.call('post', `${one}/apply`).expect(200);
    const { secrets, imagePullSecrets } = await stored(path);
    expect(secrets).toEqual([{ name: 'other-models' }, added]);
    expect(imagePullSecrets).toContainEqual(added);
    expect(
      (await replace({ kind: 'pvc', claim: 'claim' })).warnings,
    ).toBeUndefined();
    expect((await stored(path)).code).toBe(404);
  });

  it('try a creation out and write nothing', async () => {
    const { body } = await create(bodyOf('tried'), '?dryRun=All').expect(200);
    expect(body).toMatchObject({
      service: { name: 'tried', location: minio },
      changes: [],
      warnings: [],
      restartsPods: false,
    });
    expect(body.manifests).toContain('name: tried-model-source');
    expect(body.manifests).toContain('storageUri: s3://models/a');
    // What was tried can be applied elsewhere.
    expect(body.manifests).not.toMatch(
      /uid:|creationTimestamp:|generation:|resourceVersion:/,
    );
    expect((await stored(`${services}/tried`)).code).toBe(404);
    expect((await stored(account('tried-model-source'))).code).toBe(404);
  });

  it('take up an account that was left, and no other', async () => {
    const left = (service: string, secrets: string[]) => ({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name: `${service}-model-source`,
        namespace: project,
        annotations: { 'mooring.dev/model-service': service },
      },
      secrets: secrets.map(name => ({ name })),
    });
    await apply(left('taken', ['minio-models']));
    await create(bodyOf('taken')).expect(201);
    const taken = await stored(account('taken-model-source'));
    expect(taken.metadata.ownerReferences).toMatchObject([{ name: 'taken' }]);

    await apply(left('foreign', ['minio-models', 'another']));
    for (const query of ['', '?dryRun=All']) {
      const refused = await create(bodyOf('foreign'), query).expect(409);
      expect(refused.body.error.message).toContain('"foreign-model-source"');
    }
    expect((await stored(`${services}/foreign`)).code).toBe(404);
    expect(
      (await stored(account('foreign-model-source'))).secrets,
    ).toHaveLength(2);
  });

  it('leave a service alone that something else manages', async () => {
    await apply({
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      metadata: {
        name: 'managed',
        namespace: project,
        annotations: { 'meta.helm.sh/release-name': 'chart' },
      },
      spec: { predictor: { model: { modelFormat: { name: 'sklearn' } } } },
    });
    const { body } = await portal
      .call('get', url('model-services/managed'))
      .expect(200);
    expect(body).toMatchObject({
      managedBy: { kind: 'Helm release', name: 'chart' },
      allowedActions: [],
    });
    portal.wire.clear();
    const { resourceVersion } = body;
    for (const [method, path, sent] of [
      ['put', '', { name: 'managed', resourceVersion, minReplicas: 1 }],
      ['post', '/restart', {}],
      ['post', '/stop', {}],
      ['delete', '', {}],
    ] as const) {
      const { status } = await portal
        .call(method, url(`model-services/managed${path}`))
        .send(sent);
      expect([method, path, status]).toEqual([method, path, 403]);
    }
    expect(writes()).toEqual([]);
  });

  it('refuse an old version, and a name that is taken', async () => {
    const { body } = await create(bodyOf('once')).expect(201);
    const taken = await create(bodyOf('once')).expect(409);
    expect(taken.body.error.details).toMatchObject([{ field: 'name' }]);
    const one = url('model-services/once');
    const write = bodyOf('once', { resourceVersion: body.resourceVersion });
    await portal
      .call('put', one)
      .send({ ...write, minReplicas: 2 })
      .expect(200);
    const stale = await portal
      .call('put', one)
      .send({ ...write, minReplicas: 3 });
    expect(stale.status).toBe(409);
    expect(stale.body.error.details).toMatchObject([
      { field: 'resourceVersion' },
    ]);
    const { resourceVersion } = (await portal.call('get', one)).body;
    const other = bodyOf('another', { resourceVersion });
    await portal.call('put', one).send(other).expect(400);
  });

  it('read services of the other kind, and only read them', async () => {
    const LLM = 'LLMInferenceService';
    await apply({
      apiVersion: 'serving.kserve.io/v1alpha1',
      kind: LLM,
      metadata: { name: 'llm', namespace: project },
      spec: { model: { uri: 'hf://owner/model', name: 'm' } },
    });
    const { body } = await portal
      .call('get', url(`model-services/llm?kind=${LLM}`))
      .expect(200);
    expect(body).toMatchObject({
      kind: LLM,
      location: { kind: 'uri', uri: 'hf://owner/model' },
      allowedActions: [],
    });
    await portal.call('get', url('model-services/llm')).expect(404);
    await portal.call('post', url('model-services/llm/stop')).expect(404);

    const seen: string[] = [];
    let pageToken: string | undefined;
    do {
      const query = pageToken ? `&pageToken=${pageToken}` : '';
      const page = await portal
        .call('get', url(`model-services?limit=2${query}`))
        .expect(200);
      expect(page.body.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.body.items.map((item: any) => item.name));
      pageToken = page.body.nextPageToken;
    } while (pageToken);
    expect(seen).toEqual(expect.arrayContaining(['managed', 'once', 'llm']));
    expect(new Set(seen).size).toBe(seen.length);
    const basic = await portal.call('get', url('model-services?view=basic'));
    expect(basic.body.items).toHaveLength(seen.length - 1);
    await portal
      .call('get', url('model-services?pageToken=nonsense'))
      .expect(400);
  });

  it('offer what a service can be deployed with', async () => {
    const meta = (name: string) => ({ name, namespace: project });
    const formats = [{ name: 'vllm', version: '1', autoSelect: true }];
    await portal.cluster.apply([
      {
        apiVersion: 'serving.kserve.io/v1alpha1',
        kind: 'ServingRuntime',
        metadata: meta('mine'),
        spec: { supportedModelFormats: formats, containers: [] },
      },
      {
        apiVersion: 'serving.kserve.io/v1alpha1',
        kind: 'ServingRuntime',
        metadata: meta('off'),
        spec: { disabled: true, containers: [] },
      },
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: meta('claim'),
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '5Gi' } },
        },
      },
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: {
          ...meta('cloud'),
          annotations: { 'eks.amazonaws.com/role-arn': 'r', other: 'x' },
        },
      },
    ]);
    const runtimes = await portal.call('get', url('serving-runtimes'));
    expect(runtimes.body.items).toContainEqual({
      name: 'mine',
      scope: 'project',
      modelFormats: formats,
    });
    const names = runtimes.body.items.map((item: any) => item.name);
    expect(names).not.toContain('off');
    const claims = await portal.call('get', url('persistent-volume-claims'));
    expect(claims.body.items).toEqual([
      { name: 'claim', capacity: '5Gi', accessModes: ['ReadWriteOnce'] },
    ]);
    const accounts = await portal.call('get', url('service-accounts'));
    expect(accounts.body.items).toContainEqual({
      name: 'cloud',
      annotations: { 'eks.amazonaws.com/role-arn': 'r' },
    });
    expect(accounts.body.items.map((item: any) => item.name)).not.toContain(
      'pulling-model-source',
    );
  });

  it('refuse a runtime that does not support the format, unless it is kept', async () => {
    await apply({
      apiVersion: 'serving.kserve.io/v1alpha1',
      kind: 'ServingRuntime',
      // The cluster has one of that name too, for sklearn: KServe takes the one of the project.
      metadata: { name: 'kserve-sklearnserver', namespace: project },
      spec: { supportedModelFormats: [{ name: 'vllm' }], containers: [] },
    });
    const preview = (body: object) =>
      portal.call('post', url('model-services/preview')).send(body);
    const runtime = 'kserve-sklearnserver';
    const refused = await preview(bodyOf('odd', { runtime })).expect(400);
    expect(refused.body.error.details).toEqual([
      {
        field: 'runtime',
        message: expect.stringContaining('does not support sklearn, only vllm'),
      },
    ]);
    await preview(bodyOf('odd', { runtime: 'to-come' })).expect(200);
    const fitting = { runtime, modelFormat: { name: 'vllm' } };
    await preview(bodyOf('odd', fitting)).expect(200);

    await apply({
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      metadata: { name: 'odd', namespace: project },
      spec: {
        predictor: {
          model: {
            modelFormat: { name: 'sklearn' },
            runtime,
            storageUri: 'hf://owner/model',
          },
        },
      },
    });
    const one = url('model-services/odd');
    const { body: odd } = await portal.call('get', one).expect(200);
    const write = {
      name: 'odd',
      resourceVersion: odd.resourceVersion,
      modelFormat: odd.modelFormat,
      location: odd.location,
      runtime,
    };
    await preview({ ...write, minReplicas: 2 }).expect(200);
    const other = { ...write, modelFormat: { name: 'xgboost' } };
    await preview(other).expect(400);
    // Who may not list runtimes is not told by the portal, but by KServe.
    portal.wire.fail(({ path }) =>
      path.includes('servingruntimes') ? 403 : undefined,
    );
    try {
      await preview(other).expect(200);
    } finally {
      portal.wire.fail(() => undefined);
    }
  });

  it('say of the convention of Open Data Hub when its operator is not there', async () => {
    const hub = await startTestPortal({
      config: {
        clusters: { local: { conventions: { write: 'open-data-hub' } } },
      },
    });
    try {
      // Whichever cluster it has: its own, or the one that was handed over.
      const own = await createProject(hub.cluster);
      await hub.cluster.apply([
        {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: 'opendatahub' },
        },
      ]);
      const at = `/clusters/local/namespaces/${own}`;
      await hub
        .call('post', '/clusters/local/connection-types/install')
        .expect(200);
      await hub
        .call('post', `${at}/connections`)
        .send(minioModels(secret))
        .expect(201);
      const { body } = await hub
        .call('post', `${at}/model-services/preview`)
        .send(bodyOf('hub'))
        .expect(200);
      expect(body.manifests).toContain('opendatahub.io/connection-path: a');
      expect(body.manifests).not.toContain('storageUri');
      expect(body.warnings).toEqual([expect.stringContaining('Open Data Hub')]);
    } finally {
      await hub.stop();
    }
  });

  it('are refused in words where there is no KServe, and connections go on', async () => {
    portal.wire.fail(({ path }) =>
      path.startsWith('/apis/serving.kserve.io') ? 'missing' : undefined,
    );
    try {
      for (const [method, path] of [
        ['get', 'model-services'],
        ['get', 'model-services/a'],
        ['post', 'model-services'],
        ['get', 'serving-runtimes'],
      ] as const) {
        const { status, body } = await portal
          .call(method, url(path))
          .send(method === 'post' ? bodyOf('nowhere') : undefined);
        expect([path, status]).toEqual([path, 404]);
        expect(body.error.message).toContain('KServe is not installed');
      }
      await portal.call('get', url('connections')).expect(200);
      await portal.call('get', url('service-accounts')).expect(200);
    } finally {
      portal.wire.fail();
    }
    expect((await stored(account('nowhere-model-source'))).code).toBe(404);
  });

  it('are audited without a value', async () => {
    await create(bodyOf('audited')).expect(201);
    const one = url('model-services/audited');
    const { body } = await portal.call('get', one);
    await portal
      .call('put', one)
      .send(bodyOf('audited', { resourceVersion: body.resourceVersion }))
      .expect(200);
    for (const action of ['apply', 'restart', 'stop', 'start']) {
      await portal.call('post', `${one}/${action}`).expect(200);
    }
    await portal.call('delete', one).expect(204);
    const succeeded = async (id: string) =>
      (await portal.auditEvents(`model-service-${id}`)).filter(
        ({ meta, status }) => meta.name === 'audited' && status === 'succeeded',
      );
    for (const [id, count] of [
      ['create', 1],
      ['update', 2],
      ['restart', 1],
      ['stop', 1],
      ['start', 1],
      ['delete', 1],
    ] as const) {
      expect([id, (await succeeded(id)).length]).toEqual([id, count]);
    }
    const updates = await succeeded('update');
    expect(updates[0].meta.connection).toBe('minio-models');
    expect(portal.output()).not.toContain(secret);
  });

  it('are read by who may not see pods', async () => {
    await create(bodyOf('without-pods')).expect(201);
    const one = url('model-services/without-pods');
    portal.wire.fail(({ path }) => (path.includes('/pods') ? 403 : undefined));
    const { body } = await portal.call('get', one).expect(200);
    portal.wire.fail();
    expect(body.location).toEqual(minio);
    expect(body.progress).toBeUndefined();
    expect(body.partial).toMatch(/^Whether it has fallen behind cannot be/);
    const { body: seen } = await portal.call('get', one);
    expect(seen.progress).toBeDefined();
    expect(seen.partial).toBeUndefined();
  });

  it('say which account may be left where it is not known whether they were made', async () => {
    portal.wire.fail(({ method, path }) => {
      if (method === 'POST' && path.includes('/inferenceservices')) {
        portal.wire.fail(call =>
          call.path.includes('/inferenceservices/') ? 'cut' : undefined,
        );
        return 'cut';
      }
      return undefined;
    });
    const { status, body } = await create(bodyOf('unknown'));
    portal.wire.fail();
    expect(status).toBeGreaterThanOrEqual(500);
    expect(body.error.message).toContain('"unknown-model-source" may be left');
    await portal.call('delete', url('model-services/unknown')).expect(204);
    expect((await stored(account('unknown-model-source'))).code).toBe(404);
  });
});
