import { useCluster } from './useCluster';

const api = useCluster();

/** Manager → its fields, for entries of the main resource. */
function owners(object: any): Record<string, any> {
  return Object.fromEntries(
    (object.metadata.managedFields ?? []).map((entry: any) => [
      entry.manager,
      entry.fieldsV1,
    ]),
  );
}

async function patch(name: string, fieldManager: string, body: object) {
  const response = await api.request('PATCH', api.path('secrets', name), {
    query: { fieldManager },
    body,
  });
  expect(response.status).toBe(200);
  return response.body;
}

async function create(name: string) {
  return api.create(
    'secrets',
    {
      metadata: { name, labels: { l: '1' }, annotations: { n: '1' } },
      stringData: { x: 'hidden-x', y: 'hidden-y' },
    },
    { fieldManager: 'first' },
  );
}

it('name the fields and never hold values', async () => {
  const secret = await create('names');
  expect(secret.metadata.managedFields).toEqual([
    {
      manager: 'first',
      operation: 'Update',
      apiVersion: 'v1',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      fieldsType: 'FieldsV1',
      fieldsV1: {
        'f:data': { '.': {}, 'f:x': {}, 'f:y': {} },
        'f:metadata': {
          'f:annotations': { '.': {}, 'f:n': {} },
          'f:labels': { '.': {}, 'f:l': {} },
        },
        'f:type': {},
      },
    },
  ]);
  expect(JSON.stringify(secret.metadata)).not.toMatch(/hidden/);
});

it('name the manager after the user agent when none is given', async () => {
  const secret = await api.create('secrets', { metadata: { name: 'agent' } });
  expect(Object.keys(owners(secret))).toEqual(['local-cluster-client']);
});

it('pass a field on to who changes its value', async () => {
  await create('change');
  const secret = await patch('change', 'second', {
    stringData: { x: 'other' },
    metadata: { annotations: { n: '2' } },
  });
  expect(owners(secret)).toEqual({
    first: {
      'f:data': { '.': {}, 'f:y': {} },
      'f:metadata': {
        'f:annotations': {},
        'f:labels': { '.': {}, 'f:l': {} },
      },
      'f:type': {},
    },
    second: {
      'f:data': { 'f:x': {} },
      'f:metadata': { 'f:annotations': { 'f:n': {} } },
    },
  });
});

it('give a new field to who adds it', async () => {
  await create('add');
  const secret = await patch('add', 'second', { stringData: { z: '1' } });
  expect(owners(secret).second).toEqual({ 'f:data': { 'f:z': {} } });
  expect(owners(secret).first['f:data']).toEqual({
    '.': {},
    'f:x': {},
    'f:y': {},
  });
});

it('stay as they are when the same value is written again', async () => {
  const before = await create('again');
  const after = await patch('again', 'second', {
    stringData: { x: 'hidden-x' },
  });
  expect(after.metadata).toEqual(before.metadata);
});

it('lose removed fields without a word about who removed them', async () => {
  const before = await create('remove');
  const after = await patch('remove', 'second', {
    data: { x: null },
    metadata: { labels: { l: null } },
  });
  expect(owners(after)).toEqual({
    first: {
      'f:data': { '.': {}, 'f:y': {} },
      'f:metadata': { 'f:annotations': { '.': {}, 'f:n': {} } },
      'f:type': {},
    },
  });
  expect(after.metadata.managedFields[0].time).toBe(
    before.metadata.managedFields[0].time,
  );
});

it('follow a replacement', async () => {
  await create('replace');
  const { body } = await api.request('PUT', api.path('secrets', 'replace'), {
    query: { fieldManager: 'second' },
    body: { metadata: { name: 'replace' }, stringData: { y: 'new', z: '1' } },
  });
  expect(owners(body)).toEqual({
    first: { 'f:data': {}, 'f:type': {} },
    second: { 'f:data': { 'f:y': {}, 'f:z': {} } },
  });
});

it('can be wiped, after which nothing is recorded any more', async () => {
  await create('wipe');
  const wiped = await patch('wipe', 'second', {
    metadata: { managedFields: [{}] },
  });
  expect(wiped.metadata.managedFields).toBeUndefined();
  const after = await patch('wipe', 'second', { stringData: { z: '1' } });
  expect(after.metadata.managedFields).toBeUndefined();
});

it('tell owners and finalizers by their keys', async () => {
  const owner = await create('owner');
  const { uid } = owner.metadata;
  const secret = await api.create('secrets', {
    metadata: {
      name: 'owned',
      finalizers: ['mooring.dev/test'],
      ownerReferences: [
        { apiVersion: 'v1', kind: 'Secret', name: 'owner', uid },
      ],
    },
  });
  expect(owners(secret)['local-cluster-client']['f:metadata']).toEqual({
    'f:finalizers': { '.': {}, 'v:"mooring.dev/test"': {} },
    'f:ownerReferences': { '.': {}, [`k:{"uid":"${uid}"}`]: {} },
  });
  await patch('owned', 'second', { metadata: { finalizers: null } });
});
