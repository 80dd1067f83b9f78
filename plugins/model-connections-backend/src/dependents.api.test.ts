import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import {
  inferenceService,
  llmInferenceService,
  MINIO_LITERALS,
  nextSecond,
  serviceAccount,
  TestPods,
} from './__testUtils__/servingFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';
import {
  createModelServiceConditionalDecision,
  modelServiceConditions,
} from './permissions/conditions';
import {
  modelServiceReadPermission,
  modelServiceUpdatePermission,
} from '@mooring/backstage-plugin-model-connections-common';

const READER = 'user:default/reads-services';
const OUTSIDER = 'user:default/sees-other-services';

describe('dependents', () => {
  let portal: TestPortal;
  let project: string;
  let pods: TestPods;
  const projects = (name = project) => `/clusters/local/namespaces/${name}`;
  const connection = (name = 'minio-models') =>
    `${projects()}/connections/${name}`;
  const create = async (secret = 's', name = 'minio-models') =>
    (
      await portal
        .call('post', `${projects()}/connections`)
        .send({ ...minioModels(secret), name })
        .expect(201)
    ).body;
  const edit = async (change: object) => {
    const { body } = await portal.call('get', connection()).expect(200);
    const { resourceVersion } = body;
    await portal
      .call('patch', connection())
      .send({ resourceVersion, ...change })
      .expect(200);
  };
  const dependents = async () =>
    (await portal.call('get', `${connection()}/dependents`).expect(200)).body;
  const uses = async () =>
    (await portal.call('get', `${projects()}/dependents`).expect(200)).body;
  const apply = async (body: object = {}) =>
    (
      await portal
        .call('post', `${connection()}/apply-to-dependents`)
        .send(body)
        .expect(200)
    ).body.items;
  const servicePath = (name: string) =>
    `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices/${name}`;
  const readService = async (name: string) =>
    (await portal.cluster.request('GET', servicePath(name))).body;

  /** A service that is bound as we bind it: with an account of its own. */
  const bound = (name: string, more: object = {}) => [
    serviceAccount(project, `${name}-model-source`, ['minio-models'], {
      annotations: { 'mooring.dev/model-service': name },
    }),
    inferenceService(project, name, {
      connection: 'minio-models',
      storageUri: `s3://models/llm/${name}`,
      predictor: { serviceAccountName: `${name}-model-source` },
      ...more,
    }),
  ];

  beforeAll(async () => {
    const inOther = (permission: typeof modelServiceReadPermission) => ({
      [permission.name]: createModelServiceConditionalDecision(
        permission,
        modelServiceConditions.isInNamespace({ namespaces: ['another'] }),
      ),
    });
    portal = await startTestPortal({
      people: {
        [READER]: { conditional: inOther(modelServiceUpdatePermission) },
        [OUTSIDER]: { conditional: inOther(modelServiceReadPermission) },
      },
    });
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
  });
  afterAll(async () => await portal.stop());
  beforeEach(async () => {
    project = await createProject(portal.cluster);
    pods = new TestPods(portal.cluster, project);
  });

  it('are found however they are bound, with what deletion would break', async () => {
    const secret = plant('secret');
    await create(secret);
    await portal.cluster.apply([
      ...bound('dedicated', {
        annotations: { 'cpaas.io/display-name': 'Dedicated' },
      }),
      serviceAccount(project, 'shared', ['minio-models']),
      serviceAccount(project, 'pulling', [], {
        pullSecrets: ['minio-models'],
      }),
      serviceAccount(project, 'strange', ['another']),
      inferenceService(project, 'marked', { connection: 'minio-models' }),
      inferenceService(project, 'marked-odh', {
        annotations: { 'opendatahub.io/connections': 'minio-models' },
      }),
      inferenceService(project, 'pull', {
        predictor: { imagePullSecrets: [{ name: 'minio-models' }] },
      }),
      inferenceService(project, 'pull-by-account', {
        predictor: { serviceAccountName: 'pulling' },
      }),
      inferenceService(project, 'by-key', {
        predictor: { model: { storage: { key: 'minio-models', path: 'a' } } },
      }),
      inferenceService(project, 'by-name', {
        annotations: {
          'serving.kserve.io/storageSecretName': 'minio-models',
        },
      }),
      inferenceService(project, 'stranger', { connection: 'another' }),
      llmInferenceService(project, 'llm', { serviceAccountName: 'shared' }),
    ]);
    await portal.cluster.request('PATCH', `${servicePath('marked')}/status`, {
      body: { status: { conditions: [{ type: 'Ready', status: 'True' }] } },
    });
    const service = (name: string, via: string, deletionBreaks: string) => ({
      kind: 'InferenceService',
      name,
      via,
      deletionBreaks,
      ready: false,
      allowedActions: ['apply'],
    });
    const account = (name: string, via: string, deletionBreaks: string) => ({
      kind: 'ServiceAccount',
      name,
      via,
      deletionBreaks,
      allowedActions: [],
    });
    const { items, partial } = await dependents();
    expect(partial).toBeUndefined();
    expect(items).toHaveLength(11);
    expect(items).toEqual(
      expect.arrayContaining([
        {
          ...service('dedicated', 'serviceAccount', 'start'),
          displayName: 'Dedicated',
        },
        { ...service('marked', 'annotation', 'nothing'), ready: true },
        service('marked-odh', 'annotation', 'nothing'),
        service('pull', 'imagePullSecret', 'pull'),
        service('pull-by-account', 'imagePullSecret', 'pull'),
        // There is no such entry.
        { ...service('by-key', 'storageKey', 'start'), drift: 'redeploy' },
        service('by-name', 'storageSecretName', 'start'),
        {
          ...service('llm', 'serviceAccount', 'start'),
          kind: 'LLMInferenceService',
          allowedActions: [],
        },
        account('dedicated-model-source', 'serviceAccount', 'start'),
        account('shared', 'serviceAccount', 'start'),
        account('pulling', 'imagePullSecret', 'pull'),
      ]),
    );
    expect(await uses()).toEqual({
      items: [
        {
          namespace: project,
          connection: 'minio-models',
          count: 8,
          stale: 0,
        },
      ],
    });
    expect(portal.output()).not.toContain(secret);
  });

  it('of all connections come from five lists, whatever their number', async () => {
    for (const name of ['one', 'two', 'three']) {
      await create('s', name);
      await portal.cluster.apply([
        inferenceService(project, name, { connection: name }),
        inferenceService(project, `${name}-more`, { connection: name }),
      ]);
    }
    portal.wire.clear();
    const { items } = await uses();
    expect(items.map((item: any) => [item.connection, item.count])).toEqual(
      expect.arrayContaining([
        ['one', 2],
        ['two', 2],
        ['three', 2],
      ]),
    );
    const paths = portal.wire.exchanges.map(({ path }) => path.split('?')[0]);
    expect(paths.sort()).toEqual(
      [
        ...['pods', 'secrets', 'serviceaccounts'].map(
          plural => `/api/v1/namespaces/${project}/${plural}`,
        ),
        '/api/v1/namespaces/kserve/configmaps/inferenceservice-config',
        `/apis/serving.kserve.io/v1alpha1/namespaces/${project}/llminferenceservices`,
        `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices`,
      ].sort(),
    );
    const answers = portal.wire.exchanges
      .filter(({ path }) => /\/(secrets|pods)\?/.test(path))
      .map(({ responseBody }) => responseBody);
    expect(answers.join()).not.toMatch(/"data":|"spec":/);

    const all = await portal
      .call('get', '/clusters/local/namespaces/-/dependents')
      .expect(200);
    expect(all.body.items).toEqual(expect.arrayContaining(items));
  });

  it('of one connection cost the same few calls', async () => {
    await create();
    await portal.cluster.apply([...bound('one'), ...bound('two')]);
    portal.wire.clear();
    await dependents();
    expect(portal.wire.exchanges).toHaveLength(6);
  });

  it('need what has changed, and are current once it is applied', async () => {
    await create();
    await portal.cluster.apply(bound('qwen'));
    const credentials = { secret: 'minio-models', literals: MINIO_LITERALS };
    await pods.roll('qwen', credentials);
    // It gets nothing of the model, and stays when the model is brought anew.
    await pods.roll('qwen', undefined, 'transformer');
    const serving = `/clusters/local/namespaces/${project}/model-services`;
    const drift = async () => {
      const { items } = await dependents();
      const { stale } = (await uses()).items[0];
      const { body: list } = await portal.call('get', serving).expect(200);
      const { body: one } = await portal.call('get', `${serving}/qwen`);
      expect([list.items[0].status.drift, one.status.drift]).toEqual([
        items[0].drift,
        items[0].drift,
      ]);
      return [items[0].drift, stale];
    };
    expect(await drift()).toEqual([undefined, 0]);

    await nextSecond();
    await edit({ displayName: 'Renamed' });
    expect(await drift()).toEqual([undefined, 0]);
    expect(await apply()).toEqual([]);

    await edit({ values: { AWS_SECRET_ACCESS_KEY: 'rotated' } });
    expect(await drift()).toEqual(['restart', 1]);
    const before = await readService('qwen');
    portal.wire.clear();
    expect(await apply()).toEqual([
      { kind: 'InferenceService', name: 'qwen', applied: 'restarted' },
    ]);
    const writes = portal.wire.exchanges.filter(
      ({ method, path }) =>
        method !== 'GET' && path.includes('/inferenceservices/'),
    );
    expect(writes).toHaveLength(1);
    expect(JSON.parse(writes[0].requestBody)).toEqual({
      metadata: { resourceVersion: before.metadata.resourceVersion },
      spec: {
        predictor: {
          annotations: { 'mooring.dev/restarted-at': expect.any(String) },
        },
      },
    });
    await pods.roll('qwen', credentials);
    expect(await drift()).toEqual([undefined, 0]);

    await nextSecond();
    await edit({ values: { AWS_S3_BUCKET: 'other' } });
    expect(await drift()).toEqual(['redeploy', 1]);
    expect(await apply()).toEqual([
      { kind: 'InferenceService', name: 'qwen', applied: 'redeployed' },
    ]);
    const after = await readService('qwen');
    expect(after.spec.predictor).toEqual({
      ...before.spec.predictor,
      annotations: { 'mooring.dev/restarted-at': expect.any(String) },
      model: {
        ...before.spec.predictor.model,
        storageUri: 's3://other/llm/qwen',
      },
    });
    expect(after.metadata.annotations).toEqual(before.metadata.annotations);
    // The pods are still the old ones.
    expect(await drift()).toEqual(['restart', 1]);
    await pods.roll('qwen', credentials);
    expect(await drift()).toEqual([undefined, 0]);
    const [, last] = (await portal.auditEvents('connection-apply')).slice(-2);
    expect(last).toMatchObject({
      status: 'succeeded',
      meta: { name: 'minio-models', redeployed: ['qwen'], restarted: [] },
    });
  });

  it('are not moved with another connection than the one that is applied', async () => {
    await create();
    await create(undefined, 'pulling');
    await portal.cluster.apply([
      inferenceService(project, 'qwen', {
        connection: 'minio-models',
        storageUri: 's3://models/llm/qwen',
        predictor: { imagePullSecrets: [{ name: 'pulling' }] },
      }),
    ]);
    await edit({ values: { AWS_S3_BUCKET: 'other' } });
    const applyOf = async (name: string) => {
      const named = [{ kind: 'InferenceService', name: 'qwen' }];
      const { body } = await portal
        .call('post', `${connection(name)}/apply-to-dependents`)
        .send({ dependents: named })
        .expect(200);
      const { spec } = await readService('qwen');
      return [body.items[0].applied, spec.predictor.model.storageUri];
    };
    expect(await applyOf('pulling')).toEqual([
      'restarted',
      's3://models/llm/qwen',
    ]);
    expect(await applyOf('minio-models')).toEqual([
      'redeployed',
      's3://other/llm/qwen',
    ]);
  });

  it('have fallen behind where their pods hold other settings, whatever the times say', async () => {
    await create();
    await portal.cluster.apply(bound('qwen'));
    await nextSecond();
    await pods.roll('qwen', {
      secret: 'minio-models',
      literals: { ...MINIO_LITERALS, S3_ENDPOINT: 'old:9000' },
    });
    const { items } = await dependents();
    expect(items[0].drift).toBe('restart');
  });

  it('that take an entry of the storage configuration are as current as that entry', async () => {
    const secret = plant('secret');
    await create(secret);
    const entry = (key: string) => ({
      stringData: {
        'minio-models': JSON.stringify({
          type: 's3',
          access_key_id: 'mooring-ro',
          secret_access_key: key,
        }),
      },
    });
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'storage-config', namespace: project },
        ...entry('old'),
      },
      inferenceService(project, 'by-key', {
        predictor: { model: { storage: { key: 'minio-models', path: 'a' } } },
      }),
    ]);
    expect((await dependents()).items[0].drift).toBe('redeploy');
    expect(await apply()).toEqual([
      {
        kind: 'InferenceService',
        name: 'by-key',
        applied: 'skipped',
        reason: expect.stringMatching(/"minio-models".*"storage-config"/),
      },
    ]);
    await portal.cluster.request(
      'PATCH',
      `/api/v1/namespaces/${project}/secrets/storage-config`,
      { body: entry(secret) },
    );
    expect((await dependents()).items[0].drift).toBeUndefined();
    expect(portal.output()).not.toContain(secret);
  });

  it('are left alone, with the reason, where they are not ours to change', async () => {
    await create();
    await portal.cluster.apply([
      ...bound('ours'),
      ...bound('released', {
        annotations: { 'meta.helm.sh/release-name': 'serving' },
      }),
      ...bound('synced', {
        annotations: { 'argocd.argoproj.io/tracking-id': 'models:x/y:z/w' },
      }),
      llmInferenceService(project, 'llm', {
        serviceAccountName: 'ours-model-source',
      }),
    ]);
    const named = (name: string, kind = 'InferenceService') => ({ kind, name });
    const all = [
      named('ours'),
      named('released'),
      named('synced'),
      named('llm', 'LLMInferenceService'),
      named('ours-model-source', 'ServiceAccount'),
      named('unknown'),
    ];
    const reasons = Object.fromEntries(
      (await apply({ dependents: [...all, named('ours')] })).map(
        ({ name, applied, reason }: any) => [name, `${applied} ${reason}`],
      ),
    );
    expect(reasons).toEqual({
      ours: 'restarted undefined',
      released: expect.stringMatching(/^skipped .*Helm release "serving"/),
      synced: expect.stringMatching(/^skipped .*Argo CD application "models"/),
      llm: expect.stringMatching(/^skipped .*only shown here/),
      'ours-model-source': expect.stringMatching(/^skipped .*no model service/),
      unknown: expect.stringMatching(/^skipped .*no model service/),
    });
    const released = (await dependents()).items.find(
      ({ name }: any) => name === 'released',
    );
    expect(released).toMatchObject({
      managedBy: { kind: 'Helm release', name: 'serving' },
      allowedActions: [],
    });
    // Without names: those that have fallen behind, and the kind of which nothing is known.
    expect(await apply()).toMatchObject([{ name: 'llm', applied: 'skipped' }]);
    expect(await apply({ dependents: [] })).toEqual([]);
  });

  it('are skipped for who may not update services, and neither shown nor counted for who may not see them', async () => {
    await create();
    await portal.cluster.apply(bound('qwen'));
    const reader = { token: await portal.signIn(READER) };
    const url = `${connection()}/dependents`;
    const seen = await portal.call('get', url, reader).expect(200);
    expect(seen.body.items[0]).toMatchObject({
      name: 'qwen',
      allowedActions: [],
    });
    portal.wire.clear();
    const { body } = await portal
      .call('post', `${connection()}/apply-to-dependents`, reader)
      .send({ dependents: [{ kind: 'InferenceService', name: 'qwen' }] })
      .expect(200);
    expect(body.items).toEqual([
      {
        kind: 'InferenceService',
        name: 'qwen',
        applied: 'skipped',
        reason: expect.stringContaining('modelConnections.service.update'),
      },
    ]);
    expect(
      portal.wire.exchanges.filter(({ method }) => method !== 'GET'),
    ).toEqual([]);

    const outsider = { token: await portal.signIn(OUTSIDER) };
    const refused = await portal.call('get', url, outsider).expect(403);
    expect(refused.text).not.toContain('qwen');
    const list = await portal.call('get', `${projects()}/dependents`, outsider);
    expect(list.body).toEqual({
      items: [],
      partial: expect.stringContaining('not counted'),
    });
  });

  it('of a Secret that is no connection, or is not there, are not told', async () => {
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'plain', namespace: project },
      },
      inferenceService(project, 'qwen', { connection: 'plain' }),
    ]);
    for (const name of ['plain', 'gone']) {
      await portal.call('get', `${connection(name)}/dependents`).expect(404);
      await portal
        .call('post', `${connection(name)}/apply-to-dependents`)
        .send({})
        .expect(404);
    }
    expect(await uses()).toEqual({ items: [] });
  });

  it('survive what others wrote', async () => {
    await create();
    await portal.cluster.apply([
      inferenceService(project, 'no-model', {
        connection: 'minio-models',
        predictor: { model: undefined, containers: [{ name: 'own' }] },
      }),
      inferenceService(project, 'strange', {
        annotations: { 'serving.kserve.io/storageSecretName': '../x' },
        predictor: { model: { storage: { key: 'minio-models' } } },
      }),
    ]);
    expect((await uses()).items).toMatchObject([{ count: 2, stale: 0 }]);
    expect((await dependents()).items).toMatchObject([
      { name: 'no-model' },
      { name: 'strange', via: 'storageKey', drift: 'redeploy' },
    ]);
    expect(
      await apply({
        dependents: [{ kind: 'InferenceService', name: 'no-model' }],
      }),
    ).toMatchObject([{ applied: 'restarted' }]);
  });

  describe('deletion', () => {
    const accounts = async () => {
      const { body } = await portal.cluster.request(
        'GET',
        `/api/v1/namespaces/${project}/serviceaccounts`,
      );
      return body.items
        .map((item: any) => item.metadata.name)
        .filter((name: string) => name !== 'default')
        .sort();
    };
    const made = (service: string, secrets: string[], more: object = {}) => ({
      ...serviceAccount(project, `${service}-model-source`, secrets),
      metadata: {
        name: `${service}-model-source`,
        namespace: project,
        annotations: { 'mooring.dev/model-service': service, ...more },
      },
    });

    it('removes accounts that were made for the connection alone and serve nothing any more', async () => {
      await create();
      await portal.cluster.apply([
        ...bound('alive'),
        made('left', ['minio-models']),
        made('shared', ['minio-models', 'another']),
        made('other', ['another']),
        made('synced', ['minio-models'], {
          'argocd.argoproj.io/tracking-id': 'models:x/y:z/w',
        }),
        serviceAccount(project, 'by-hand', ['minio-models']),
      ]);
      const { items } = await dependents();
      expect(
        items
          .filter(({ removable }: any) => removable)
          .map(({ name }: any) => name),
      ).toEqual(['left-model-source']);
      await portal
        .call('delete', `${connection()}?cleanUp=serviceAccounts`)
        .expect(204);
      expect(await accounts()).toEqual([
        'alive-model-source',
        'by-hand',
        'other-model-source',
        'shared-model-source',
        'synced-model-source',
      ]);
    });

    it('is done where only an account could not be removed, names that and goes on', async () => {
      await create();
      await portal.cluster.apply([
        made('a', ['minio-models']),
        made('b', ['minio-models']),
      ]);
      portal.wire.fail(({ method, path }) =>
        method === 'DELETE' && path.includes('/a-model-source')
          ? 500
          : undefined,
      );
      const { body } = await portal
        .call('delete', `${connection()}?cleanUp=serviceAccounts`)
        .expect(200);
      portal.wire.fail();
      expect(body.warnings).toEqual([
        expect.stringContaining(
          `kubectl delete serviceaccount a-model-source --namespace ${project}`,
        ),
      ]);
      expect(await accounts()).toEqual(['a-model-source']);
      await portal.call('get', connection()).expect(404);
    });

    it('leaves accounts alone unless it is asked for', async () => {
      await create();
      await portal.cluster.apply([made('left', ['minio-models'])]);
      await portal.call('delete', connection()).expect(204);
      expect(await accounts()).toEqual(['left-model-source']);
    });
  });
});
