import { waitUntil } from '../client/waitUntil';
import { useCluster } from './useCluster';

const api = useCluster();

const isGone = (path: string) =>
  waitUntil(`${path} is gone`, async () => {
    return (await api.request('GET', path)).status === 404;
  });

it('furnish a namespace', async () => {
  const { body } = await waitUntil('the root CA is there', async () => {
    const answer = await api.request(
      'GET',
      api.path('configmaps', 'kube-root-ca.crt'),
    );
    return answer.status === 200 && answer;
  });
  expect(body.data['ca.crt']).toMatch(/^-----BEGIN CERTIFICATE-----/);
  const account = await api.request(
    'GET',
    api.path('serviceaccounts', 'default'),
  );
  expect(account.status).toBe(200);
});

it('remove what was owned by a deleted object', async () => {
  const owner = await api.create('configmaps', { metadata: { name: 'owner' } });
  const ownerReferences = [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: 'owner',
      uid: owner.metadata.uid,
    },
  ];
  await api.create('serviceaccounts', {
    metadata: { name: 'owned', ownerReferences },
  });
  await api.create('secrets', { metadata: { name: 'not-owned' } });
  await api.request('DELETE', api.path('configmaps', 'owner'));
  await isGone(api.path('serviceaccounts', 'owned'));
  const other = await api.request('GET', api.path('secrets', 'not-owned'));
  expect(other.status).toBe(200);
});

it('keep what has another owner', async () => {
  const one = await api.create('configmaps', { metadata: { name: 'one' } });
  const two = await api.create('configmaps', { metadata: { name: 'two' } });
  const reference = ({ metadata }: any) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: metadata.name,
    uid: metadata.uid,
  });
  await api.create('secrets', {
    metadata: { name: 'shared', ownerReferences: [one, two].map(reference) },
  });
  await api.create('secrets', {
    metadata: { name: 'single', ownerReferences: [reference(one)] },
  });
  await api.request('DELETE', api.path('configmaps', 'one'));
  await isGone(api.path('secrets', 'single'));
  const shared = await api.request('GET', api.path('secrets', 'shared'));
  expect(shared.status).toBe(200);
});

it('empty a deleted namespace', async () => {
  const name = `${api.namespace}-deleted`;
  await api.cluster.apply([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'inside', namespace: name },
    },
  ]);
  const { status, body } = await api.request(
    'DELETE',
    `/api/v1/namespaces/${name}`,
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({
    kind: 'Namespace',
    status: { phase: 'Terminating' },
  });
  await isGone(`/api/v1/namespaces/${name}`);
  await isGone(`/api/v1/namespaces/${name}/secrets/inside`);
}, 30_000);

it('leave the default namespace alone', async () => {
  const { status, body } = await api.request(
    'DELETE',
    '/api/v1/namespaces/default',
  );
  expect(status).toBe(403);
  expect(body.message).toBe(
    'namespaces "default" is forbidden: this namespace may not be deleted',
  );
});
