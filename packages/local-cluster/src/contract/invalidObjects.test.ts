import { failure, invalidField } from './failure';
import { useCluster } from './useCluster';

const api = useCluster();
const secretPath = (name?: string) => api.path('secrets', name);

async function ask(
  method: string,
  path: string,
  options: Parameters<typeof api.request>[2] = {},
) {
  const { status, body } = await api.request(method, path, options);
  return { status, body };
}

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
