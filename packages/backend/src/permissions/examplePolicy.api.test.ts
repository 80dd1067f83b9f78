import { type LocalCluster, testCluster } from '@mooring/local-cluster';
import {
  type PortalBackend,
  startPortalBackend,
} from '../__testUtils__/startPortalBackend';

// A backend starts within seconds, on a busy machine within many.
jest.setTimeout(90_000);

const API = '/api/model-connections/v1/clusters';
const DEMO = `${API}/local/namespaces/demo-project/connections`;
const SECOND = `${API}/local/namespaces/second-project/connections`;
const ALL = `${API}/local/namespaces/-/connections`;

const connection = (name: string) => ({
  name,
  typeName: 'ct-uri-repository',
  values: { URI: 'https://models.example.com/model.tar.gz' },
});

/** The connections of this suite: others may use the same cluster at the same time. */
const ours = (items: { name: string; allowedActions: string[] }[]) =>
  items.filter(({ name }) => ['in-demo', 'in-second'].includes(name));

describe('what the example policy lets people do', () => {
  let cluster: LocalCluster;
  let backend: PortalBackend;
  let asGuest: Awaited<ReturnType<PortalBackend['signIn']>>;

  beforeAll(async () => {
    cluster = await testCluster();
    await cluster.apply(
      ['demo-project', 'second-project'].map(name => ({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      })),
    );
    backend = await startPortalBackend(cluster);
    asGuest = await backend.signIn('guest');
    await asGuest('post', `${API}/local/connection-types/install`).expect(200);
    await asGuest('post', DEMO).send(connection('in-demo')).expect(201);
    await asGuest('post', SECOND).send(connection('in-second')).expect(201);
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
  });

  it.each(['guest', 'dana', 'vera', 'noah'])(
    'never opens the Kubernetes plugin’s proxy to %s',
    async person => {
      const as = await backend.signIn(person);
      const proxy = (path: string) =>
        as('get', `/api/kubernetes/proxy${path}`).set(
          'backstage-kubernetes-cluster',
          'local',
        );
      const secrets = '/api/v1/namespaces/demo-project/secrets';
      expect((await proxy(secrets)).status).toBe(403);
      expect((await proxy('/version')).status).toBe(403);
      // The proxy would hand these on with the portal's own token.
      const { status } = await proxy(secrets)
        .set('impersonate-user', 'kubernetes-admin')
        .set('impersonate-group', 'system:masters');
      expect(status).toBe(403);
    },
  );

  it('shows no Secret by the labels of an entity, and lets nobody name themselves an owner', async () => {
    await cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'labelled',
          namespace: 'second-project',
          labels: { 'backstage.io/kubernetes-id': 'qwen2-5-7b' },
          annotations: { note: 'planted-in-an-annotation' },
        },
      },
    ]);
    for (const person of ['dana', 'vera', 'noah']) {
      const as = await backend.signIn(person);
      const query = await as(
        'post',
        '/api/kubernetes/resources/custom/query',
      ).send({
        auth: {},
        entityRef: 'component:default/qwen2-5-7b',
        customResources: [{ group: '', apiVersion: 'v1', plural: 'secrets' }],
      });
      expect([person, query.status]).toEqual([person, 403]);
      expect(query.text).not.toContain('planted-in-an-annotation');
      const location = await as('post', '/api/catalog/locations').send({
        type: 'url',
        target: 'https://example.com/catalog-info.yaml',
      });
      expect([person, location.status]).toEqual([person, 403]);
    }
  });

  it('lets platform engineers do everything', async () => {
    const { body } = await asGuest('get', ALL).expect(200);
    const items = ours(body.items);
    expect(items.map(({ name }) => name).sort()).toEqual([
      'in-demo',
      'in-second',
    ]);
    for (const { allowedActions } of items) {
      expect(allowedActions).toEqual(
        expect.arrayContaining(['update', 'delete', 'use']),
      );
    }
  });

  it('shows the owner of a project that project alone', async () => {
    const asDana = await backend.signIn('dana');
    for (const path of [DEMO, ALL]) {
      const { body } = await asDana('get', path).expect(200);
      expect(body.items).toEqual([
        expect.objectContaining({
          name: 'in-demo',
          allowedActions: expect.arrayContaining(['update', 'delete', 'use']),
        }),
      ]);
    }
    const { body } = await asDana('get', SECOND).expect(200);
    expect(body.items).toEqual([]);
    await asDana('get', `${SECOND}/in-second`).expect(403);
    await asDana('delete', `${SECOND}/in-second`).expect(403);
    await asDana('post', SECOND).send(connection('hers')).expect(403);
    await asDana('post', DEMO).send(connection('hers')).expect(201);
    await asDana('delete', `${DEMO}/hers`).expect(204);
    await asDana('get', `${API}/local/connection-types`).expect(200);
    await asDana('post', `${API}/local/connection-types/install`).expect(403);
  });

  it('lets auditors look and nothing else', async () => {
    const asVera = await backend.signIn('vera');
    const { body } = await asVera('get', ALL).expect(200);
    expect(ours(body.items)).toHaveLength(2);
    for (const { allowedActions } of body.items) {
      expect(allowedActions).toEqual([]);
    }
    await asVera('get', `${DEMO}/in-demo`).expect(200);
    await asVera('post', DEMO).send(connection('x')).expect(403);
    await asVera('delete', `${DEMO}/in-demo`).expect(403);
  });

  it('has nothing for people of no group', async () => {
    const asNoah = await backend.signIn('noah');
    for (const path of [API, DEMO, ALL, `${API}/local/connection-types`]) {
      await asNoah('get', path).expect(403);
    }
  });

  it('shows what the Kubernetes tab reads', async () => {
    const { body } = await asGuest('get', '/api/kubernetes/clusters').expect(
      200,
    );
    expect(body.items).toEqual([
      expect.objectContaining({ name: 'local', title: cluster.title }),
    ]);
  });
});
