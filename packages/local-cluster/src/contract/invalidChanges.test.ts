import { failure, invalidField } from './failure';
import { base64, useCluster } from './useCluster';

const api = useCluster();
const secretPath = (name?: string) => api.path('secrets', name);

beforeAll(async () => {
  await api.create('secrets', {
    metadata: { name: 'present' },
    stringData: { a: 'hidden-value' },
  });
});

async function ask(
  method: string,
  path: string,
  options: Parameters<typeof api.request>[2] = {},
) {
  const { status, body } = await api.request(method, path, options);
  return { status, body };
}

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
