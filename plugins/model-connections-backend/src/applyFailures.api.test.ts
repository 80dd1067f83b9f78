import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { LocalCluster, testCluster } from '@mooring/local-cluster';
import { clusterGateway } from './__testUtils__/clusterGateway';
import { createProject } from './__testUtils__/connectionFixtures';
import { inferenceService } from './__testUtils__/servingFixtures';
import { ModelConnectionsConfig } from './config/ModelConnectionsConfig';
import {
  BadGatewayError,
  ClusterForbiddenError,
  GatewayTimeoutError,
  MissingApiError,
  UnprocessableEntityError,
} from './errors/errors';
import { KubernetesRequest } from './kubernetes/KubernetesGateway';
import { ConnectionSecrets } from './services/connections/ConnectionSecrets';
import { findLeftServiceAccounts } from './services/connections/leftServiceAccounts';
import { DefaultDependentsService } from './services/dependents/DefaultDependentsService';

const options = {
  credentials: mockCredentials.user(),
  requireUse: async () => {},
};
const RESTARTED_AT = 'mooring.dev/restarted-at';

/** What each failing call leaves, and what a cluster without KServe answers: the test comes between the calls. */
describe('applying a connection', () => {
  let cluster: LocalCluster;
  let project: string;
  let before: (request: KubernetesRequest) => Promise<void>;
  const ref = () => ({
    cluster: 'local',
    namespace: project,
    name: 'minio-models',
  });
  const servicePath = (name: string) =>
    `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices/${name}`;
  const read = async (name: string) =>
    (await cluster.request('GET', servicePath(name))).body;
  const change = async (name: string, body: object) =>
    await cluster.request('PATCH', servicePath(name), { body });

  const context = () => ({
    gateway: clusterGateway(cluster, request => before(request)),
    config: ModelConnectionsConfig.fromConfig(new ConfigReader({})),
  });
  const service = () =>
    DefaultDependentsService.create({
      ...context(),
      secrets: ConnectionSecrets.create({
        ...context(),
        types: undefined as never,
        auth: undefined as never,
      }),
    });
  const apply = async () => (await service().apply(ref(), options)).items;
  /** The requests that change a service, as they are sent. */
  const onPatch =
    (
      act: (name: string, attempt: number) => Promise<void>,
      attempts = new Map<string, number>(),
    ) =>
    async ({ method, path }: KubernetesRequest) => {
      if (method === 'PATCH') {
        const name = path.split('/').pop()!;
        attempts.set(name, (attempts.get(name) ?? 0) + 1);
        await act(name, attempts.get(name)!);
      }
    };

  beforeAll(async () => {
    cluster = await testCluster();
  });
  afterAll(async () => await cluster.stop());
  beforeEach(async () => {
    before = async () => {};
    project = await createProject(cluster);
    await cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'minio-models',
          namespace: project,
          labels: { 'cpaas.io/dashboard': 'true' },
          annotations: { 'cpaas.io/connection-type-protocol': 's3' },
        },
        stringData: {
          AWS_ACCESS_KEY_ID: 'a',
          AWS_SECRET_ACCESS_KEY: 'b',
          AWS_S3_BUCKET: 'new',
        },
      },
      ...['a', 'b', 'c'].map(name =>
        inferenceService(project, name, {
          connection: 'minio-models',
          storageUri: `s3://old/llm/${name}`,
        }),
      ),
    ]);
  });

  it('keeps what somebody else writes at the same moment', async () => {
    before = onPatch(async (name, attempt) => {
      if (name === 'b' && attempt === 1) {
        await change(name, { spec: { predictor: { minReplicas: 3 } } });
      }
    });
    expect(await apply()).toEqual(
      ['a', 'b', 'c'].map(name => ({
        kind: 'InferenceService',
        name,
        applied: 'redeployed',
      })),
    );
    expect((await read('b')).spec.predictor).toMatchObject({
      minReplicas: 3,
      model: { storageUri: 's3://new/llm/b' },
      annotations: { [RESTARTED_AT]: expect.any(String) },
    });
  });

  it('reads once what is the same for all of them', async () => {
    const asked: string[] = [];
    before = async ({ method = 'GET', path }) => {
      asked.push(`${method} ${path.replace(/.*\//, '')}`);
    };
    await apply();
    const countOf = (call: string) =>
      asked.filter(found => found === call).length;
    expect(countOf('GET inferenceservice-config')).toBe(1);
    expect(countOf('GET default')).toBe(1);
    // As it is listed, and for each as it is then.
    expect(countOf('GET minio-models')).toBe(1 + 3);
    expect(countOf('PATCH b')).toBe(1);
  });

  it('gives up where somebody else is always faster, and goes on with the next', async () => {
    before = onPatch(async (name, attempt) => {
      if (name === 'b') {
        await change(name, { spec: { predictor: { minReplicas: attempt } } });
      }
    });
    expect(await apply()).toMatchObject([
      { name: 'a', applied: 'redeployed' },
      {
        name: 'b',
        applied: 'failed',
        reason: expect.stringContaining('Somebody else'),
      },
      { name: 'c', applied: 'redeployed' },
    ]);
    const { predictor } = (await read('b')).spec;
    expect(predictor.minReplicas).toBe(2);
    expect(predictor.model.storageUri).toBe('s3://old/llm/b');
    expect(predictor.annotations).toBeUndefined();
  });

  it.each<[string, (name: string) => Promise<unknown>, RegExp]>([
    [
      'deleted',
      name => cluster.request('DELETE', servicePath(name)),
      /deleted meanwhile/,
    ],
    [
      'taken over by Helm',
      name =>
        change(name, {
          metadata: { annotations: { 'meta.helm.sh/release-name': 'r' } },
        }),
      /Helm release "r"/,
    ],
    [
      'moved to another connection',
      name =>
        change(name, {
          metadata: { annotations: { 'aml-model-source-connection': 'other' } },
        }),
      /does not use this connection/,
    ],
  ])('leaves alone what is %s meanwhile', async (_, act, reason) => {
    before = onPatch(async (name, attempt) => {
      if (name === 'b' && attempt === 1) await act(name);
    });
    expect(await apply()).toMatchObject([
      { name: 'a', applied: 'redeployed' },
      {
        name: 'b',
        applied: 'skipped',
        reason: expect.stringMatching(reason),
      },
      { name: 'c', applied: 'redeployed' },
    ]);
    const left = await read('b');
    expect(left.spec?.predictor.annotations).toBeUndefined();
  });

  it.each<[string, Error, string]>([
    ['RBAC', new ClusterForbiddenError('no right'), 'redeployed'],
    ['a webhook', new UnprocessableEntityError('not so'), 'redeployed'],
    ['an outage', new BadGatewayError('unreachable'), 'skipped'],
    ['a deadline', new GatewayTimeoutError('too slow'), 'skipped'],
  ])('says what %s kept it from', async (_, error, next) => {
    before = onPatch(async name => {
      if (name === 'b') throw error;
    });
    expect(await apply()).toMatchObject([
      { name: 'a', applied: 'redeployed' },
      { name: 'b', applied: 'failed', reason: error.message },
      { name: 'c', applied: next },
    ]);
    expect((await read('b')).spec.predictor.model.storageUri).toBe(
      's3://old/llm/b',
    );
    expect((await read('c')).spec.predictor.model.storageUri).toBe(
      next === 'skipped' ? 's3://old/llm/c' : 's3://new/llm/c',
    );
    // Once more, it does the rest and nothing else.
    before = async () => {};
    const rest = next === 'skipped' ? ['b', 'c'] : ['b'];
    expect((await apply()).map(({ name }) => name)).toEqual(rest);
  });

  it('says nothing of an error that is not ours', async () => {
    before = onPatch(async () => {
      throw new TypeError('secret-in-a-stack');
    });
    const items = await apply();
    expect(items).toMatchObject([{ applied: 'failed' }, {}, {}]);
    expect(JSON.stringify(items)).not.toContain('secret-in-a-stack');
  });

  it('refuses a location that no model can be served from', async () => {
    await cluster.request(
      'PATCH',
      `/api/v1/namespaces/${project}/secrets/minio-models`,
      { body: { stringData: { AWS_S3_BUCKET: 'not a bucket' } } },
    );
    expect(await apply()).toMatchObject([
      { applied: 'failed', reason: expect.stringContaining('bucket') },
      {},
      {},
    ]);
    expect((await read('a')).spec.predictor.annotations).toBeUndefined();
  });

  it('finds accounts alone where the cluster has no KServe', async () => {
    await cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: {
          name: 'a-model-source',
          namespace: project,
          annotations: { 'mooring.dev/model-service': 'a' },
        },
        secrets: [{ name: 'minio-models' }],
      },
    ]);
    before = async ({ path }) => {
      if (/serving\.kserve\.io|inferenceservice-config/.test(path)) {
        throw new MissingApiError('The cluster does not have this API.');
      }
    };
    expect(await service().list(ref(), options)).toEqual({
      items: [
        {
          kind: 'ServiceAccount',
          name: 'a-model-source',
          via: 'serviceAccount',
          deletionBreaks: 'start',
          removable: true,
          allowedActions: [],
        },
      ],
    });
    expect(await service().listUses(ref(), options)).toEqual({ items: [] });
    expect(await apply()).toEqual([]);
    const left = await findLeftServiceAccounts(ref(), context(), options);
    expect(left.map(({ metadata }) => metadata.name)).toEqual([
      'a-model-source',
    ]);
  });

  it.each([
    ['inferenceservices', 'Model services may be missing', 0],
    ['serviceaccounts', 'bound by ServiceAccounts', 3],
    ['pods', 'What has fallen behind', 3],
  ])(
    'says what may be missing where %s may not be listed',
    async (resource, words, count) => {
      before = async ({ path }) => {
        if (path.endsWith(`/${resource}`)) {
          throw new ClusterForbiddenError('RBAC says no.');
        }
      };
      const list = await service().list(ref(), options);
      expect(list.items).toHaveLength(count);
      expect(list.partial).toContain(words);
      expect(list.partial).toContain('RBAC says no.');
      expect(list.driftUnknown).toBe(resource === 'pods' ? true : undefined);
      const uses = await service().listUses(ref(), options);
      expect(uses.partial).toContain(words);
    },
  );
});
