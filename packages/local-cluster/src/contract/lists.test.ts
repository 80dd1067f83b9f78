import { useCluster } from './useCluster';

const api = useCluster();
const partial = (as: string) => `application/json;as=${as};g=meta.k8s.io;v=v1`;
const names = (body: any): string[] =>
  body.items.map((item: any) => item.metadata.name);

beforeAll(async () => {
  for (const [name, labels] of Object.entries({
    a: { tier: 'one', colour: 'red' },
    b: { tier: 'two', colour: 'red' },
    c: { tier: 'two' },
    d: { tier: 'three', 'example.com/flag': 'true' },
    e: undefined,
  })) {
    await api.create('secrets', {
      metadata: { name, labels },
      stringData: { value: `secret-value-of-${name}` },
    });
  }
});

const list = (query: Record<string, string | number>, accept?: string) =>
  api.request('GET', api.path('secrets'), { query, accept });

describe('list', () => {
  it('gives all objects of the namespace in order', async () => {
    const { status, body } = await list({});
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'SecretList',
      apiVersion: 'v1',
      metadata: { resourceVersion: expect.stringMatching(/^\d+$/) },
    });
    expect(names(body)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(body.items[0].kind).toBeUndefined();
    expect(body.items[0].data.value).toBeDefined();
  });

  it('gives those of all namespaces', async () => {
    const { body } = await api.request('GET', '/api/v1/secrets', {
      query: { fieldSelector: `metadata.namespace=${api.namespace}` },
    });
    expect(names(body)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(body.items[0].metadata.namespace).toBe(api.namespace);
  });

  it('is empty for a namespace that does not exist', async () => {
    const { status, body } = await api.request(
      'GET',
      `/api/v1/namespaces/${api.namespace}-not/secrets`,
    );
    expect(status).toBe(200);
    expect(body.items).toEqual([]);
  });
});

describe('labelSelector', () => {
  it.each([
    ['tier=two', ['b', 'c']],
    ['tier==two', ['b', 'c']],
    ['tier!=two', ['a', 'd', 'e']],
    ['tier in (one,three)', ['a', 'd']],
    ['tier notin (one, three)', ['b', 'c', 'e']],
    ['colour', ['a', 'b']],
    ['!colour', ['c', 'd', 'e']],
    ['tier=two,colour=red', ['b']],
    ['tier in (one,two),!colour', ['c']],
    ['example.com/flag=true', ['d']],
    ['example.com/flag!=true,tier', ['a', 'b', 'c']],
    ['tier=', []],
    ['none=of,these', []],
  ])('selects by %s', async (labelSelector, expected) => {
    const { status, body } = await list({ labelSelector });
    expect(status).toBe(200);
    expect(names(body)).toEqual(expected);
  });

  it.each([
    ['a===b', `unable to parse requirement: found '=', expected: identifier`],
    ['a in b', `unable to parse requirement: found 'b' expected: '('`],
    ['a in (b', `unable to parse requirement: found '', expected: ',' or ')'`],
    [
      '/x',
      'unable to parse requirement: <nil>: Invalid value: "/x": prefix part must be non-empty',
    ],
  ])('refuses %s', async (labelSelector, message) => {
    const { status, body } = await list({ labelSelector });
    expect(status).toBe(400);
    expect(body).toMatchObject({ reason: 'BadRequest', message });
  });
});

describe('fieldSelector', () => {
  it.each([
    ['metadata.name=b', ['b']],
    ['metadata.name!=b', ['a', 'c', 'd', 'e']],
    ['type=Opaque', ['a', 'b', 'c', 'd', 'e']],
    ['type=other', []],
  ])('selects by %s', async (fieldSelector, expected) => {
    const { body } = await list({ fieldSelector });
    expect(names(body)).toEqual(expected);
  });

  it('refuses fields that cannot be selected by', async () => {
    const { status, body } = await api.request('GET', api.path('configmaps'), {
      query: { fieldSelector: 'data.x=y' },
    });
    expect(status).toBe(400);
    expect(body.message).toBe(
      '"data.x" is not a known field selector: only "metadata.name", "metadata.namespace"',
    );
  });
});

describe('limit and continue', () => {
  it('gives page after page and counts the rest', async () => {
    const first = await list({ limit: 2 });
    expect(names(first.body)).toEqual(['a', 'b']);
    expect(first.body.metadata.remainingItemCount).toBe(3);
    const second = await list({
      limit: 2,
      continue: first.body.metadata.continue,
    });
    expect(names(second.body)).toEqual(['c', 'd']);
    expect(second.body.metadata.remainingItemCount).toBe(1);
    const third = await list({
      limit: 2,
      continue: second.body.metadata.continue,
    });
    expect(names(third.body)).toEqual(['e']);
    expect(third.body.metadata.continue).toBeUndefined();
    expect(third.body.metadata.remainingItemCount).toBeUndefined();
  });

  it('does not count the rest of a selection', async () => {
    const { body } = await list({ limit: 1, labelSelector: 'tier=two' });
    expect(names(body)).toEqual(['b']);
    expect(body.metadata.continue).toBeDefined();
    expect(body.metadata.remainingItemCount).toBeUndefined();
    const next = await list({
      limit: 1,
      labelSelector: 'tier=two',
      continue: body.metadata.continue,
    });
    expect(names(next.body)).toEqual(['c']);
  });

  it('shows the state of the first page on all pages', async () => {
    const plural = 'configmaps';
    await api.create(plural, { metadata: { name: 'page-1' } });
    await api.create(plural, { metadata: { name: 'page-2' } });
    const first = await api.request('GET', api.path(plural), {
      query: { limit: 1 },
    });
    await api.create(plural, { metadata: { name: 'page-3' } });
    await api.request('DELETE', api.path(plural, 'page-2'));
    const rest = await api.request('GET', api.path(plural), {
      query: { continue: first.body.metadata.continue },
    });
    expect(names(rest.body)).toContain('page-2');
    expect(names(rest.body)).not.toContain('page-3');
    expect(rest.body.metadata.resourceVersion).toBe(
      first.body.metadata.resourceVersion,
    );
  });

  it.each([
    ['what is not base64', '!!', /^invalid continue token: /],
    ['what is not JSON', 'abc', /^invalid continue token: /],
  ])('answers 400 to %s', async (_what, token, message) => {
    const { status, body } = await list({ continue: token });
    expect(status).toBe(400);
    expect(body.reason).toBe('BadRequest');
    expect(body.message).toMatch(message);
  });

  it('answers 400 to a limit that is no number', async () => {
    const { status, body } = await list({ limit: 'many' });
    expect(status).toBe(400);
    expect(body.message).toBe(
      'strconv.ParseInt: parsing "many": invalid syntax',
    );
  });
});

describe('metadata only', () => {
  it('lists without type, data and values', async () => {
    const { status, body } = await list(
      { limit: 2 },
      partial('PartialObjectMetadataList'),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'PartialObjectMetadataList',
      apiVersion: 'meta.k8s.io/v1',
      metadata: { remainingItemCount: 3 },
    });
    expect(names(body)).toEqual(['a', 'b']);
    for (const item of body.items) {
      expect(Object.keys(item).sort()).toEqual([
        'apiVersion',
        'kind',
        'metadata',
      ]);
      expect(item.kind).toBe('PartialObjectMetadata');
      expect(item.metadata.managedFields[0].fieldsV1['f:data']).toEqual({
        '.': {},
        'f:value': {},
      });
    }
    const sent = JSON.stringify(body);
    expect(sent).not.toContain('secret-value');
    expect(sent).not.toContain(
      Buffer.from('secret-value-of-a').toString('base64'),
    );
  });

  it('gives null for no items', async () => {
    const { body } = await list(
      { labelSelector: 'none' },
      partial('PartialObjectMetadataList'),
    );
    expect(body.items).toBeNull();
  });

  it('gets and patches one object', async () => {
    const accept = partial('PartialObjectMetadata');
    const got = await api.request('GET', api.path('secrets', 'a'), { accept });
    expect(Object.keys(got.body).sort()).toEqual([
      'apiVersion',
      'kind',
      'metadata',
    ]);
    const patched = await api.request('PATCH', api.path('secrets', 'e'), {
      accept,
      body: { stringData: { value: 'other' } },
    });
    expect(patched.status).toBe(200);
    expect(patched.body.data).toBeUndefined();
  });

  it('takes the first form in Accept that it has', async () => {
    const { body } = await list(
      {},
      `text/csv, ${partial('PartialObjectMetadataList')}, application/json`,
    );
    expect(body.kind).toBe('PartialObjectMetadataList');
  });

  it('answers 406 where list and object are mixed up', async () => {
    const object = await api.request('GET', api.path('secrets', 'a'), {
      accept: partial('PartialObjectMetadataList'),
    });
    expect(object.status).toBe(406);
    expect(object.body.reason).toBe('NotAcceptable');
    const objects = await list({}, partial('PartialObjectMetadata'));
    expect(objects.status).toBe(406);
    expect(objects.body.message).toBe(
      'you requested PartialObjectMetadata, but the requested object is a list (*core.SecretList)',
    );
  });
});

// Only who started the cluster can make tokens expire.
const describeOwn = process.env.MOORING_LOCAL_CLUSTER
  ? describe.skip
  : describe;

describeOwn('tokens that have expired', () => {
  it('answer 410, with one to go on by', async () => {
    const first = await list({ limit: 2 });
    await api.create('configmaps', { metadata: { name: 'newer' } });
    await api.cluster.expireContinueTokens!();
    const { status, body } = await list({
      limit: 2,
      continue: first.body.metadata.continue,
    });
    expect(status).toBe(410);
    expect(body).toMatchObject({
      kind: 'Status',
      status: 'Failure',
      reason: 'Expired',
      code: 410,
      message: expect.stringMatching(
        /^The provided continue parameter is too old to display a consistent list result\./,
      ),
    });
    const rest = await list({ continue: body.metadata.continue });
    expect(names(rest.body)).toEqual(['c', 'd', 'e']);
  });
});
