import { base64, useCluster } from './useCluster';

const api = useCluster();

describe('create', () => {
  it('gives the object its identity', async () => {
    const secret = await api.create('secrets', {
      metadata: { name: 'identity', labels: { a: 'b' } },
    });
    expect(secret).toMatchObject({
      kind: 'Secret',
      apiVersion: 'v1',
      type: 'Opaque',
      metadata: {
        name: 'identity',
        namespace: api.namespace,
        labels: { a: 'b' },
        uid: expect.stringMatching(/^[-0-9a-f]{36}$/),
        resourceVersion: expect.stringMatching(/^\d+$/),
        creationTimestamp: expect.stringMatching(
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
        ),
      },
    });
    expect(secret.data).toBeUndefined();
    expect(secret.metadata.generation).toBeUndefined();
  });

  it('makes a name up from generateName', async () => {
    const first = await api.create('secrets', {
      metadata: { generateName: 'made-up-' },
    });
    const second = await api.create('secrets', {
      metadata: { generateName: 'made-up-' },
    });
    expect(first.metadata.name).toMatch(/^made-up-[a-z0-9]{5}$/);
    expect(second.metadata.name).not.toBe(first.metadata.name);
  });

  it('merges stringData into data, where it wins', async () => {
    const secret = await api.create('secrets', {
      metadata: { name: 'string-data' },
      data: { A: base64('a'), B: base64('b') },
      stringData: { B: 'ü', C: '' },
    });
    expect(secret.data).toEqual({ A: base64('a'), B: base64('ü'), C: '' });
    expect(secret.stringData).toBeUndefined();
  });

  it('takes null for an empty value', async () => {
    const secret = await api.create('secrets', {
      metadata: { name: 'null-values' },
      data: { A: null },
      stringData: { B: null },
    });
    expect(secret.data).toEqual({ A: '', B: '' });
    const configMap = await api.create('configmaps', {
      metadata: { name: 'null-values' },
      data: { a: null },
    });
    expect(configMap.data).toEqual({ a: '' });
  });

  it('drops fields that the kind does not have', async () => {
    const created = await api.create('configmaps', {
      metadata: { name: 'unknown-field' },
      unknownField: 1,
    });
    expect(created.unknownField).toBeUndefined();
  });

  it('names the labels of a namespace after it', async () => {
    const { body } = await api.request(
      'GET',
      `/api/v1/namespaces/${api.namespace}`,
    );
    expect(body).toMatchObject({
      metadata: { labels: { 'kubernetes.io/metadata.name': api.namespace } },
      status: { phase: 'Active' },
    });
  });
});

describe('get', () => {
  it('gives what was created, and the time of the server', async () => {
    const created = await api.create('configmaps', {
      metadata: { name: 'got' },
      data: { a: '1' },
    });
    const { status, body, headers } = await api.request(
      'GET',
      api.path('configmaps', 'got'),
    );
    expect(status).toBe(200);
    expect(body).toEqual(created);
    expect(Date.parse(String(headers.date))).not.toBeNaN();
  });
});

describe('update', () => {
  it('replaces all but the identity', async () => {
    const created = await api.create('configmaps', {
      metadata: { name: 'replaced', labels: { a: 'b' } },
      data: { a: '1', b: '2' },
    });
    const { status, body } = await api.request(
      'PUT',
      api.path('configmaps', 'replaced'),
      { body: { metadata: { name: 'replaced' }, data: { b: '3' } } },
    );
    expect(status).toBe(200);
    expect(body.data).toEqual({ b: '3' });
    expect(body.metadata.labels).toBeUndefined();
    expect(body.metadata.uid).toBe(created.metadata.uid);
    expect(body.metadata.creationTimestamp).toBe(
      created.metadata.creationTimestamp,
    );
    expect(body.metadata.resourceVersion).not.toBe(
      created.metadata.resourceVersion,
    );
  });

  it('keeps the resourceVersion when nothing changes', async () => {
    const { metadata } = await api.create('configmaps', {
      metadata: { name: 'same' },
      data: { a: '1' },
    });
    const put = await api.request('PUT', api.path('configmaps', 'same'), {
      body: { metadata: { name: 'same' }, data: { a: '1' } },
    });
    expect(put.body.metadata.resourceVersion).toBe(metadata.resourceVersion);
    const patch = await api.request('PATCH', api.path('configmaps', 'same'), {
      body: {},
    });
    expect(patch.body.metadata.resourceVersion).toBe(metadata.resourceVersion);
  });
});

describe('merge patch', () => {
  it('changes what it names, and null removes', async () => {
    await api.create('secrets', {
      metadata: {
        name: 'patched',
        labels: { keep: '1', drop: '1' },
        annotations: { drop: '1' },
      },
      stringData: { keep: 'k', drop: 'd' },
    });
    const { status, body } = await api.request(
      'PATCH',
      api.path('secrets', 'patched'),
      {
        body: {
          metadata: { labels: { drop: null }, annotations: { drop: null } },
          data: { drop: null },
          stringData: { added: 'a' },
        },
      },
    );
    expect(status).toBe(200);
    expect(body.metadata.labels).toEqual({ keep: '1' });
    expect(body.metadata.annotations).toBeUndefined();
    expect(body.data).toEqual({ keep: base64('k'), added: base64('a') });
  });

  it('treats a key like any other, whatever JavaScript thinks of its name', async () => {
    await api.create('secrets', {
      metadata: { name: 'names' },
      stringData: { constructor: 'a', toString: 'b' },
    });
    const patch = await api.request('PATCH', api.path('secrets', 'names'), {
      body: { data: { constructor: null, valueOf: base64('c') } },
    });
    expect(Object.entries(patch.body.data)).toEqual([
      ['toString', base64('b')],
      ['valueOf', base64('c')],
    ]);
  });

  it('removes nothing by null in stringData', async () => {
    await api.create('secrets', {
      metadata: { name: 'string-null' },
      stringData: { a: '1' },
    });
    const { status, body } = await api.request(
      'PATCH',
      api.path('secrets', 'string-null'),
      { body: { stringData: { a: null } } },
    );
    expect(status).toBe(200);
    expect(body.data).toEqual({ a: base64('1') });
  });

  it('removes the last key together with the map', async () => {
    await api.create('secrets', {
      metadata: { name: 'last-key' },
      stringData: { a: '1' },
    });
    const { body } = await api.request(
      'PATCH',
      api.path('secrets', 'last-key'),
      { body: { data: { a: null } } },
    );
    expect(body.data).toBeUndefined();
  });
});

describe('delete', () => {
  it('answers with a Status that names what is gone', async () => {
    const { metadata } = await api.create('secrets', {
      metadata: { name: 'gone' },
    });
    const { status, body } = await api.request(
      'DELETE',
      api.path('secrets', 'gone'),
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: { name: 'gone', kind: 'secrets', uid: metadata.uid },
    });
    const { status: after } = await api.request(
      'GET',
      api.path('secrets', 'gone'),
    );
    expect(after).toBe(404);
  });

  it('answers with the object where it is a ServiceAccount', async () => {
    await api.create('serviceaccounts', {
      metadata: { name: 'gone' },
      secrets: [{ name: 'a' }],
      imagePullSecrets: [{ name: 'b' }],
    });
    const { body } = await api.request(
      'DELETE',
      api.path('serviceaccounts', 'gone'),
    );
    expect(body).toMatchObject({
      kind: 'ServiceAccount',
      secrets: [{ name: 'a' }],
      imagePullSecrets: [{ name: 'b' }],
    });
  });

  it('waits for finalizers', async () => {
    await api.create('configmaps', {
      metadata: { name: 'held', finalizers: ['mooring.dev/test'] },
    });
    const path = api.path('configmaps', 'held');
    await api.request('DELETE', path);
    const held = await api.request('GET', path);
    expect(held.body.metadata.deletionTimestamp).toBeDefined();
    await api.request('PATCH', path, {
      body: { metadata: { finalizers: null } },
    });
    const gone = await api.request('GET', path);
    expect(gone.status).toBe(404);
  });
});

describe('dry run', () => {
  const query = { dryRun: 'All' };

  it('shows what create would give and writes nothing', async () => {
    const body = await api.create(
      'secrets',
      { metadata: { name: 'dry' }, stringData: { a: '1' } },
      query,
    );
    expect(body.data).toEqual({ a: base64('1') });
    expect(body.metadata.uid).toBeDefined();
    expect(body.metadata.resourceVersion).toBeUndefined();
    const { status } = await api.request('GET', api.path('secrets', 'dry'));
    expect(status).toBe(404);
  });

  it('changes and deletes nothing', async () => {
    const created = await api.create('secrets', {
      metadata: { name: 'dry-kept' },
      stringData: { a: '1' },
    });
    const path = api.path('secrets', 'dry-kept');
    const patched = await api.request('PATCH', path, {
      query,
      body: { stringData: { a: '2' } },
    });
    expect(patched.body.data).toEqual({ a: base64('2') });
    const replaced = await api.request('PUT', path, {
      query,
      body: { metadata: { name: 'dry-kept' }, stringData: { b: '2' } },
    });
    expect(replaced.body.data).toEqual({ b: base64('2') });
    const deleted = await api.request('DELETE', path, { query });
    expect(deleted.status).toBe(200);
    const { body } = await api.request('GET', path);
    expect(body).toEqual(created);
  });

  it('finds what is wrong', async () => {
    await api.create('secrets', { metadata: { name: 'dry-taken' } });
    const { status } = await api.request('POST', api.path('secrets'), {
      query,
      body: { metadata: { name: 'dry-taken' } },
    });
    expect(status).toBe(409);
  });
});
