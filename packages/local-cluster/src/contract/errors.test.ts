import { base64, useCluster } from './useCluster';

const api = useCluster();
const secretPath = (name?: string) => api.path('secrets', name);

beforeAll(async () => {
  await api.create('secrets', {
    metadata: { name: 'present' },
    stringData: { a: 'hidden-value' },
  });
});

/** A failure as it must look on the wire. */
function failure(
  code: number,
  reason: string,
  message: unknown,
  details?: object,
) {
  return {
    status: code,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      ...(details && { details }),
      code,
    },
  };
}

/** A failure of one field. */
function invalidField(
  kind: string,
  name: string,
  field: string,
  message: string,
  reason = 'FieldValueInvalid',
) {
  return failure(
    422,
    'Invalid',
    `${kind} "${name}" is invalid: ${field}: ${message}`,
    { name, kind, causes: [{ reason, message, field }] },
  );
}

async function ask(
  method: string,
  path: string,
  options: Parameters<typeof api.request>[2] = {},
) {
  const { status, body } = await api.request(method, path, options);
  return { status, body };
}

describe('who asks', () => {
  it('is unauthorized with an unknown token', async () => {
    expect(await ask('GET', secretPath(), { token: 'unknown' })).toEqual(
      failure(401, 'Unauthorized', 'Unauthorized'),
    );
  });

  it('is nobody, who may nothing, without a token', async () => {
    expect(await ask('GET', secretPath(), { token: '' })).toEqual(
      failure(
        403,
        'Forbidden',
        `secrets is forbidden: User "system:anonymous" cannot list resource "secrets" in API group "" in the namespace "${api.namespace}"`,
        { kind: 'secrets' },
      ),
    );
    expect(
      await ask('PATCH', secretPath('present'), { token: '', body: {} }),
    ).toEqual(
      failure(
        403,
        'Forbidden',
        `secrets "present" is forbidden: User "system:anonymous" cannot patch resource "secrets" in API group "" in the namespace "${api.namespace}"`,
        { name: 'present', kind: 'secrets' },
      ),
    );
    expect(await ask('GET', '/apis', { token: '' })).toEqual(
      failure(
        403,
        'Forbidden',
        'forbidden: User "system:anonymous" cannot get path "/apis"',
        {},
      ),
    );
  });
});

describe('what is not there', () => {
  it('is 404 for an object', async () => {
    const expected = failure(404, 'NotFound', 'secrets "absent" not found', {
      name: 'absent',
      kind: 'secrets',
    });
    const path = secretPath('absent');
    expect(await ask('GET', path)).toEqual(expected);
    expect(await ask('DELETE', path)).toEqual(expected);
    expect(await ask('PATCH', path, { body: {} })).toEqual(expected);
    expect(
      await ask('PUT', path, { body: { metadata: { name: 'absent' } } }),
    ).toEqual(expected);
  });

  it('names the group of the resource', async () => {
    expect(
      await ask(
        'GET',
        `/apis/apps/v1/namespaces/${api.namespace}/deployments/absent`,
      ),
    ).toEqual(
      failure(404, 'NotFound', 'deployments.apps "absent" not found', {
        name: 'absent',
        group: 'apps',
        kind: 'deployments',
      }),
    );
  });

  it('is 404 for the namespace of a new object', async () => {
    expect(
      await ask('POST', '/api/v1/namespaces/no-such-namespace/secrets', {
        body: { metadata: { name: 'a' } },
      }),
    ).toEqual(
      failure(404, 'NotFound', 'namespaces "no-such-namespace" not found', {
        name: 'no-such-namespace',
        kind: 'namespaces',
      }),
    );
  });

  it('is 404 for a resource of a known group', async () => {
    expect(await ask('GET', '/api/v1/unknownthings')).toEqual(
      failure(
        404,
        'NotFound',
        'the server could not find the requested resource',
        {},
      ),
    );
  });

  it.each(['/unknown', '/apis/unknown.example.com/v1/things'])(
    'is plain text for %s',
    async path => {
      const { status, body, headers } = await api.request('GET', path);
      expect(status).toBe(404);
      expect(headers['content-type']).toMatch(/^text\/plain/);
      expect(body).toBe('404 page not found\n');
    },
  );

  it('is 404 for metrics without a metrics server', async () => {
    const { status } = await api.request(
      'GET',
      `/apis/metrics.k8s.io/v1beta1/namespaces/${api.namespace}/pods`,
    );
    expect(status).toBe(404);
  });
});

describe('methods', () => {
  it.each([
    ['POST', () => secretPath('present')],
    ['PATCH', () => secretPath()],
    ['POST', () => '/api/v1/secrets'],
  ])('%s is 405 where it makes no sense', async (method, path) => {
    expect(await ask(method, path(), { body: {} })).toEqual(
      failure(
        405,
        'MethodNotAllowed',
        'the server does not allow this method on the requested resource',
        {},
      ),
    );
  });
});

describe('conflicts', () => {
  const modified = failure(
    409,
    'Conflict',
    'Operation cannot be fulfilled on secrets "present": the object has been modified; please apply your changes to the latest version and try again',
    { name: 'present', kind: 'secrets' },
  );

  it('are 409 for a name that is taken', async () => {
    expect(
      await ask('POST', secretPath(), {
        body: { metadata: { name: 'present' } },
      }),
    ).toEqual(
      failure(409, 'AlreadyExists', 'secrets "present" already exists', {
        name: 'present',
        kind: 'secrets',
      }),
    );
  });

  it('are 409 for an old resourceVersion', async () => {
    const metadata = { name: 'present', resourceVersion: '1' };
    const path = secretPath('present');
    expect(await ask('PUT', path, { body: { metadata } })).toEqual(modified);
    expect(await ask('PATCH', path, { body: { metadata } })).toEqual(modified);
  });

  it('are none for the present resourceVersion', async () => {
    const path = secretPath('present');
    const { body } = await ask('GET', path);
    const { resourceVersion } = body.metadata;
    const patched = await ask('PATCH', path, {
      body: { metadata: { resourceVersion, labels: { touched: 'yes' } } },
    });
    expect(patched.status).toBe(200);
    expect(
      await ask('PATCH', path, {
        body: { metadata: { resourceVersion, labels: { touched: 'twice' } } },
      }),
    ).toEqual(modified);
  });

  it('are 409 for preconditions of a delete', async () => {
    const path = secretPath('present');
    const { body } = await ask('GET', path);
    const { uid, resourceVersion } = body.metadata;
    const details = { name: 'present', kind: 'Secret' };
    expect(
      await ask('DELETE', path, {
        body: { preconditions: { resourceVersion: '1' } },
      }),
    ).toEqual(
      failure(
        409,
        'Conflict',
        `Operation cannot be fulfilled on Secret "present": the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
        details,
      ),
    );
    expect(
      await ask('DELETE', path, { body: { preconditions: { uid: 'other' } } }),
    ).toEqual(
      failure(
        409,
        'Conflict',
        `Operation cannot be fulfilled on Secret "present": the UID in the precondition (other) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
        details,
      ),
    );
  });
});

describe('invalid objects', () => {
  const create = (body: unknown, plural = 'secrets') =>
    ask('POST', api.path(plural), { body });

  it('need a name', async () => {
    const message = 'Required value: name or generateName is required';
    const field = 'metadata.name';
    expect(await create({ metadata: {} })).toEqual(
      failure(422, 'Invalid', `Secret "" is invalid: ${field}: ${message}`, {
        kind: 'Secret',
        causes: [{ reason: 'FieldValueRequired', message, field }],
      }),
    );
  });

  it('may not have any name', async () => {
    expect(await create({ metadata: { name: 'Bad_Name' } })).toEqual(
      invalidField(
        'Secret',
        'Bad_Name',
        'metadata.name',
        `Invalid value: "Bad_Name": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
      ),
    );
  });

  it('may not be namespaces with dots', async () => {
    const { status, body } = await ask('POST', '/api/v1/namespaces', {
      body: { metadata: { name: 'a.b' } },
    });
    expect(status).toBe(422);
    expect(body.message).toBe(
      'Namespace "a.b" is invalid: metadata.name: Invalid value: "a.b": must not contain dots',
    );
  });

  it('may not have any label or annotation', async () => {
    const { status, body } = await create({
      metadata: {
        name: 'labelled',
        labels: { 'a b': 'c d', '/x': '' },
        annotations: { 'A b': 'anything goes' },
      },
    });
    expect(status).toBe(422);
    const causes = body.details.causes.map(
      ({ field, message }: any) => `${field} ${message.slice(0, 50)}`,
    );
    expect(causes.sort()).toEqual([
      expect.stringMatching(
        /^metadata.annotations Invalid value: "[Aa] b": name part must consist/,
      ),
      expect.stringContaining('metadata.labels Invalid value: "/x": prefix'),
      expect.stringContaining(
        'metadata.labels Invalid value: "a b": name part',
      ),
      expect.stringContaining('metadata.labels Invalid value: "c d": a valid'),
    ]);
  });

  it('have strings as labels and annotations', async () => {
    expect(await create({ metadata: { name: 'a', labels: { a: 5 } } })).toEqual(
      failure(
        400,
        'BadRequest',
        'Secret in version "v1" cannot be handled as a Secret: json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string',
      ),
    );
    expect(
      await create({ metadata: { name: 'a', annotations: { a: true } } }),
    ).toEqual(
      failure(
        400,
        'BadRequest',
        'Secret in version "v1" cannot be handled as a Secret: json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.annotations of type string',
      ),
    );
  });

  it.each(['!!!', 'YQ', 'a value'])(
    'have base64 as data, not %s',
    async value => {
      const position = value === 'a value' ? 1 : 0;
      expect(
        await create({ metadata: { name: 'a' }, data: { A: value } }),
      ).toEqual(
        failure(
          400,
          'BadRequest',
          `Secret in version "v1" cannot be handled as a Secret: illegal base64 data at input byte ${position}`,
        ),
      );
    },
  );

  it('have strings as data', async () => {
    const { status, body } = await create(
      { metadata: { name: 'a' }, data: { a: { b: 'c' } } },
      'configmaps',
    );
    expect(status).toBe(400);
    expect(body.message).toBe(
      'ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal object into Go struct field ConfigMap.data of type string',
    );
  });

  it.each([
    ['A b', /a valid config key must consist of alphanumeric characters/],
    ['..', /must not be '\.\.'/],
    ['..a', /must not start with '\.\.'/],
  ])('may not have the key %s', async (key, message) => {
    const { status, body } = await create({
      metadata: { name: 'a' },
      data: { [key]: '' },
    });
    expect(status).toBe(422);
    expect(body.message).toMatch(message);
    expect(body.details.causes[0]).toMatchObject({
      field: `data[${key}]`,
      reason: 'FieldValueInvalid',
    });
  });

  it('may not hold more than 1 MiB', async () => {
    const value = 'a'.repeat(1024 * 1024);
    const message = 'Too long: may not be more than 1048576 bytes';
    expect(
      await create({
        metadata: { name: 'big' },
        stringData: { a: value, b: 'b' },
      }),
    ).toEqual(
      invalidField('Secret', 'big', 'data', message, 'FieldValueTooLong'),
    );
    const { status } = await create({
      metadata: { name: 'just-right' },
      stringData: { a: value },
    });
    expect(status).toBe(201);
  });

  it('may not be sent in more than 3 MiB', async () => {
    const value = 'a'.repeat(3 * 1024 * 1024);
    expect(
      await create({ metadata: { name: 'big' }, stringData: { a: value } }),
    ).toEqual(
      failure(
        413,
        'RequestEntityTooLarge',
        'Request entity too large: limit is 3145728',
      ),
    );
  });

  it('of type dockerconfigjson hold such a thing', async () => {
    const type = 'kubernetes.io/dockerconfigjson';
    const field = 'data[.dockerconfigjson]';
    expect(await create({ metadata: { name: 'd' }, type })).toEqual(
      invalidField(
        'Secret',
        'd',
        field,
        'Required value',
        'FieldValueRequired',
      ),
    );
    const { status, body } = await create({
      metadata: { name: 'd' },
      type,
      stringData: { '.dockerconfigjson': '{hidden-value' },
    });
    expect(status).toBe(422);
    expect(body.message).toMatch(
      /^Secret "d" is invalid: data\[\.dockerconfigjson\]: Invalid value: "<secret contents redacted>": /,
    );
    expect(body.message).not.toContain('hidden-value');
    const good = await create({
      metadata: { name: 'd' },
      type,
      stringData: { '.dockerconfigjson': '{"auths":{}}' },
    });
    expect(good.status).toBe(201);
  });

  it('name owners by uid', async () => {
    const { status, body } = await create({
      metadata: {
        name: 'a',
        ownerReferences: [{ apiVersion: 'v1', kind: 'Secret', name: 'b' }],
      },
    });
    expect(status).toBe(422);
    expect(body.details.causes).toEqual([
      {
        reason: 'FieldValueInvalid',
        message: 'Invalid value: "": must not be empty',
        field: 'metadata.ownerReferences.uid',
      },
    ]);
  });

  it('are told when fields are to be checked strictly', async () => {
    const { status, body } = await ask('POST', secretPath(), {
      query: { fieldValidation: 'Strict' },
      body: { metadata: { name: 'strict' }, unknownField: 1 },
    });
    expect(status).toBe(400);
    expect(body.message).toBe(
      'Secret in version "v1" cannot be handled as a Secret: strict decoding error: unknown field "unknownField"',
    );
  });
});

describe('what may not change', () => {
  const immutableType = (value: string) =>
    invalidField(
      'Secret',
      'present',
      'type',
      `Invalid value: "${value}": field is immutable`,
    );

  it('is the type of a Secret', async () => {
    const path = secretPath('present');
    expect(await ask('PATCH', path, { body: { type: 'other' } })).toEqual(
      immutableType('other'),
    );
    expect(
      await ask('PUT', path, {
        body: { metadata: { name: 'present' }, type: 'other' },
      }),
    ).toEqual(immutableType('other'));
  });

  it('is the data of an immutable Secret', async () => {
    await api.create('secrets', {
      metadata: { name: 'immutable' },
      immutable: true,
    });
    expect(
      await ask('PATCH', secretPath('immutable'), {
        body: { stringData: { a: 'b' } },
      }),
    ).toEqual(
      invalidField(
        'Secret',
        'immutable',
        'data',
        'Forbidden: field is immutable when `immutable` is set',
        'FieldValueForbidden',
      ),
    );
  });

  it('is the name', async () => {
    const message =
      'the name of the object (other) does not match the name on the URL (present)';
    const body = { metadata: { name: 'other' } };
    const path = secretPath('present');
    expect(await ask('PATCH', path, { body })).toEqual(
      failure(400, 'BadRequest', message),
    );
    expect(await ask('PUT', path, { body })).toEqual(
      failure(400, 'BadRequest', message),
    );
  });

  it('is the namespace', async () => {
    expect(
      await ask('POST', secretPath(), {
        body: { metadata: { name: 'a', namespace: 'other' } },
      }),
    ).toEqual(
      failure(
        400,
        'BadRequest',
        'the namespace of the provided object does not match the namespace sent on the request',
      ),
    );
  });
});

describe('bodies', () => {
  it.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['half an object', '{"metadata":{"name":"half",'],
  ])('of a create may not be %s', async (_what, body) => {
    expect(
      await ask('POST', secretPath(), { body: body || Buffer.alloc(0) }),
    ).toEqual(
      failure(
        400,
        'BadRequest',
        expect.stringMatching(
          /^the object provided is unrecognized \(must be of type Secret\): couldn't get version\/kind; json parse error: /,
        ),
      ),
    );
  });

  it('of another kind are refused', async () => {
    const { status, body } = await ask('POST', secretPath(), {
      body: { kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: 'a' } },
    });
    expect(status).toBe(400);
    expect(body.message).toMatch(
      /^ConfigMap in version "v1" cannot be handled as a Secret: /,
    );
  });

  it('have a media type that is known', async () => {
    const created = await ask('POST', secretPath(), {
      body: 'a',
      contentType: 'text/plain',
    });
    expect(created).toEqual(
      failure(
        415,
        'UnsupportedMediaType',
        expect.stringMatching(
          /^the body of the request was in an unknown format - accepted media types include: application\/json/,
        ),
      ),
    );
    const patched = await ask('PATCH', secretPath('present'), {
      body: '{}',
      contentType: 'application/json',
    });
    expect(patched).toEqual(
      failure(415, 'UnsupportedMediaType', '415: Unsupported Media Type', {}),
    );
  });

  it.each([
    ['{', 'error decoding patch: unexpected end of JSON input'],
    [
      '[]',
      'error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}',
    ],
  ])('of a patch may not be %s', async (body, message) => {
    expect(await ask('PATCH', secretPath('present'), { body })).toEqual(
      failure(400, 'BadRequest', message),
    );
  });

  it('of a patch that fits no object come back with all values', async () => {
    // Whoever passes errors on to people must know this one.
    const { status, body } = await ask('PATCH', secretPath('present'), {
      body: { data: { b: 'no base64' } },
    });
    expect(status).toBe(422);
    expect(body.reason).toBe('Invalid');
    expect(body.message).toMatch(/^ "" is invalid: patch: Invalid value: /);
    expect(body.message).toMatch(/: illegal base64 data at input byte 2$/);
    expect(body.message).toContain(base64('hidden-value'));
    expect(body.details.causes[0].field).toBe('patch');
  });

  it('may ask for no other dry run than All', async () => {
    const { status, body } = await ask('PATCH', secretPath('present'), {
      query: { dryRun: 'Some' },
      body: {},
    });
    expect(status).toBe(422);
    expect(body.message).toBe(
      'PatchOptions.meta.k8s.io "" is invalid: dryRun: Unsupported value: ["Some"]: supported values: "All"',
    );
  });
});
