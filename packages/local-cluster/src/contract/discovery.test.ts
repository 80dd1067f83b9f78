import { useCluster } from './useCluster';

const api = useCluster();

it('is ready', async () => {
  const { status, body } = await api.request('GET', '/readyz');
  expect({ status, body }).toEqual({ status: 200, body: 'ok' });
});

it('tells its version', async () => {
  const { body } = await api.request('GET', '/version');
  expect(body.gitVersion).toMatch(/^v1\.\d+\.\d+/);
});

it('tells its groups', async () => {
  const { body: core } = await api.request('GET', '/api');
  expect(core).toMatchObject({ kind: 'APIVersions', versions: ['v1'] });
  const { body } = await api.request('GET', '/apis');
  expect(body.kind).toBe('APIGroupList');
  expect(body.groups).toContainEqual({
    name: 'apps',
    versions: [{ groupVersion: 'apps/v1', version: 'v1' }],
    preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
  });
});

it.each([
  ['/api/v1', 'secrets', 'Secret', true],
  ['/api/v1', 'namespaces', 'Namespace', false],
  ['/api/v1', 'events', 'Event', true],
  ['/apis/apps/v1', 'deployments', 'Deployment', true],
  ['/apis/batch/v1', 'cronjobs', 'CronJob', true],
  ['/apis/networking.k8s.io/v1', 'ingresses', 'Ingress', true],
  [
    '/apis/autoscaling/v2',
    'horizontalpodautoscalers',
    'HorizontalPodAutoscaler',
    true,
  ],
  [
    '/apis/serving.kserve.io/v1beta1',
    'inferenceservices',
    'InferenceService',
    true,
  ],
  [
    '/apis/serving.kserve.io/v1alpha1',
    'clusterservingruntimes',
    'ClusterServingRuntime',
    false,
  ],
])('has in %s the resource %s', async (path, name, kind, namespaced) => {
  const { body } = await api.request('GET', path);
  expect(body).toMatchObject({
    kind: 'APIResourceList',
    groupVersion: path.replace(/^\/apis?\//, ''),
  });
  expect(body.resources).toContainEqual(
    expect.objectContaining({ name, kind, namespaced }),
  );
  const list = await api.request('GET', `${path}/${name}`);
  expect(list.status).toBe(200);
  expect(list.body.kind).toBe(`${kind}List`);
});

it('lets the admin do everything', async () => {
  const { status, body } = await api.request(
    'POST',
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    {
      body: {
        spec: { resourceAttributes: { verb: 'get', resource: 'secrets' } },
      },
    },
  );
  expect(status).toBe(201);
  expect(body.status.allowed).toBe(true);
});

it('tells people who they are', async () => {
  const { body } = await api.request(
    'POST',
    '/apis/authentication.k8s.io/v1/selfsubjectreviews',
    { body: {}, token: api.cluster.tokens.alice },
  );
  expect(body.status.userInfo.username).toBe('alice');
});
