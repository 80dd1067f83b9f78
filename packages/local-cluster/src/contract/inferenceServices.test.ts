import { useCluster } from './useCluster';

const api = useCluster();
const collection = () =>
  `/apis/serving.kserve.io/v1beta1/namespaces/${api.namespace}/inferenceservices`;

const inferenceService = (name: string) => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name, annotations: { a: '1' } },
  spec: {
    predictor: {
      model: {
        modelFormat: { name: 'sklearn' },
        storageUri: 's3://models/a',
      },
    },
  },
});

async function create(name: string) {
  const { status, body } = await api.request('POST', collection(), {
    body: inferenceService(name),
    query: { fieldManager: 'first' },
  });
  expect(status).toBe(201);
  return body;
}

it('are stored with a generation that counts changes of the spec', async () => {
  const created = await create('counted');
  expect(created).toMatchObject(inferenceService('counted'));
  expect(created.metadata.generation).toBe(1);
  const path = `${collection()}/counted`;
  const labelled = await api.request('PATCH', path, {
    body: { metadata: { labels: { a: 'b' } } },
  });
  expect(labelled.body.metadata.generation).toBe(1);
  const changed = await api.request('PATCH', path, {
    body: { spec: { predictor: { model: { storageUri: 's3://models/b' } } } },
  });
  expect(changed.body.metadata.generation).toBe(2);
  expect(changed.body.spec.predictor.model).toEqual({
    modelFormat: { name: 'sklearn' },
    storageUri: 's3://models/b',
  });
});

it('take their status apart from the rest', async () => {
  await create('status');
  const path = `${collection()}/status`;
  const status = { conditions: [{ type: 'Ready', status: 'True' }] };
  const ignored = await api.request('PATCH', path, { body: { status } });
  expect(ignored.body.status).toBeUndefined();
  const written = await api.request('PATCH', `${path}/status`, {
    body: { status, spec: { predictor: { ignored: true } } },
    query: { fieldManager: 'controller' },
  });
  expect(written.status).toBe(200);
  const { body } = await api.request('GET', path);
  expect(body.status).toEqual(status);
  expect(body.spec).toEqual(inferenceService('status').spec);
  expect(body.metadata.generation).toBe(1);
  expect(body.metadata.managedFields).toContainEqual(
    expect.objectContaining({
      manager: 'controller',
      subresource: 'status',
      fieldsV1: { 'f:status': { '.': {}, 'f:conditions': {} } },
    }),
  );
});

it('keep their status when the spec is replaced', async () => {
  await create('kept');
  const path = `${collection()}/kept`;
  const status = { url: 'http://example.com' };
  await api.request('PATCH', `${path}/status`, { body: { status } });
  const { metadata } = (await api.request('GET', path)).body;
  const { body } = await api.request('PUT', path, {
    body: {
      ...inferenceService('kept'),
      metadata: { name: 'kept', resourceVersion: metadata.resourceVersion },
      spec: { predictor: {} },
    },
  });
  expect(body.status).toEqual(status);
  expect(body.spec).toEqual({ predictor: {} });
});

it('track nested fields', async () => {
  const { metadata } = await create('tracked');
  expect(metadata.managedFields[0].fieldsV1).toEqual({
    'f:metadata': { 'f:annotations': { '.': {}, 'f:a': {} } },
    'f:spec': {
      '.': {},
      'f:predictor': {
        '.': {},
        'f:model': {
          '.': {},
          'f:modelFormat': { '.': {}, 'f:name': {} },
          'f:storageUri': {},
        },
      },
    },
  });
});

it('are listed with their kind', async () => {
  await create('listed');
  const { body } = await api.request('GET', collection(), {
    query: { fieldSelector: 'metadata.name=listed' },
  });
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
  });
});

it('name their group in errors', async () => {
  const { status, body } = await api.request('GET', `${collection()}/absent`);
  expect(status).toBe(404);
  expect(body.message).toBe(
    'inferenceservices.serving.kserve.io "absent" not found',
  );
  expect(body.details).toEqual({
    name: 'absent',
    group: 'serving.kserve.io',
    kind: 'inferenceservices',
  });
});

it('are gone when deleted', async () => {
  const { metadata } = await create('deleted');
  const { body } = await api.request('DELETE', `${collection()}/deleted`);
  expect(body).toMatchObject({
    status: 'Success',
    details: {
      name: 'deleted',
      group: 'serving.kserve.io',
      kind: 'inferenceservices',
      uid: metadata.uid,
    },
  });
});
