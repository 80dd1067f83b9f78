import { failure } from './failure';
import { useCluster } from './useCluster';

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
