import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  DefaultKubernetesGateway,
  DefaultKubernetesGatewayOptions,
} from './DefaultKubernetesGateway';
import { Impersonation } from './Impersonation';
import { readKubernetesConfig } from '../config/KubernetesConfig';
import { secretPath, secretsPath } from './kubernetesPath';

/** A stand-in for the Kubernetes plugin's routes, for the answers that no well cluster gives. */
describe('DefaultKubernetesGateway', () => {
  let server: Server;
  let gateway: DefaultKubernetesGateway;
  let common: DefaultKubernetesGatewayOptions;
  let answer: {
    status: number;
    body: string;
    headers?: Record<string, string>;
  };
  const seen: IncomingMessage[] = [];
  const options = { credentials: mockCredentials.user() };

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(request);
      if (request.url === '/clusters') {
        response.end(
          JSON.stringify({
            items: [{ name: 'local', authProvider: 'serviceAccount' }],
          }),
        );
        return;
      }
      response.writeHead(answer.status, answer.headers);
      response.flushHeaders();
      response.write(answer.body);
      if (answer.body !== 'cut') response.end();
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    common = {
      auth: mockServices.auth({ pluginId: 'model-connections' }),
      discovery: {
        getBaseUrl: async () => `http://127.0.0.1:${port}`,
        getExternalBaseUrl: async () => '',
      },
      clusterTimeout: 20_000,
    };
    gateway = DefaultKubernetesGateway.create(common);
  });
  afterAll(
    async () =>
      await new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  beforeEach(() => {
    seen.length = 0;
  });

  const get = () =>
    gateway.request<any>('local', { path: secretPath('a', 'b') }, options);
  const status = (code: number, message: string) => ({
    status: code,
    body: JSON.stringify({ kind: 'Status', status: 'Failure', code, message }),
  });
  const backstage = (code: number, error: object) => ({
    status: code,
    body: JSON.stringify({ error }),
  });

  const authorization = (onBehalfOf: BackstageCredentials) =>
    mockCredentials.service.header({
      onBehalfOf,
      targetPluginId: 'kubernetes',
    });

  it.each([
    [status(401, 'Unauthorized'), 502, /does not accept the portal/],
    [status(403, 'cannot get'), 'NotAllowedError', /RBAC.*cannot get/],
    [
      status(403, 'admission webhook "w" denied the request: no'),
      422,
      /denied the request/,
    ],
    [status(404, 'secrets "b" not found'), 'NotFoundError', /"b" not found/],
    [status(409, 'exists'), 'ConflictError', /exists/],
    [status(410, 'too old'), 410, /List again/],
    [status(413, 'large'), 413, /large/],
    [status(422, 'denied'), 422, /denied/],
    [status(429, 'slow down.'), 503, /busy/],
    [status(503, 'starting.'), 503, /busy/],
    [status(504, 'etcd'), 504, /in time/],
    [status(500, 'etcd'), 502, /answered 500/],
    [backstage(404, { name: 'NotFoundError' }), 'NotFoundError', /no cluster/],
    [backstage(403, { name: 'NotAllowedError' }), 'NotAllowedError', /plugin/],
    [
      backstage(500, { cause: { code: 'ECONNREFUSED' } }),
      502,
      /refuses connections/,
    ],
    [
      backstage(500, { cause: { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' } }),
      502,
      /not trusted/,
    ],
    [{ status: 200, body: '<html>Sign in</html>' }, 502, /no Kubernetes API/],
    [
      { status: 302, body: '', headers: { location: 'http://127.0.0.1:1' } },
      502,
      /no Kubernetes API/,
    ],
  ])('turns %j into %s', async (given, kind, message) => {
    answer = given;
    const error = await get().catch(e => e);
    expect([error.statusCode, error.name]).toContain(kind);
    expect(error.message).toMatch(message);
    expect(error.cause).toBeUndefined();
  });

  it('gives a connection up that is cut in the body', async () => {
    answer = { status: 200, body: 'cut' };
    const impatient = DefaultKubernetesGateway.create({
      ...common,
      clusterTimeout: 300,
    });
    await expect(
      impatient.request('local', { path: secretPath('a', 'b') }, options),
    ).rejects.toMatchObject({
      statusCode: 504,
      message: expect.stringContaining('within 0.3 seconds'),
    });
  });

  it('drops last-applied-configuration and says so, of one object and of each in a list', async () => {
    const metadata = (name: string) => ({
      name,
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': 'planted',
        kept: 'yes',
      },
    });
    answer = {
      status: 200,
      body: JSON.stringify({ metadata: metadata('a') }),
      headers: { date: 'Sat, 21 Nov 2026 09:00:00 GMT' },
    };
    expect(await get()).toEqual({
      body: { metadata: { name: 'a', annotations: { kept: 'yes' } } },
      lastAppliedDropped: true,
      date: new Date('2026-11-21T09:00:00Z'),
    });
    answer.body = JSON.stringify({
      items: [{ metadata: metadata('a') }, { metadata: metadata('b') }],
    });
    expect(JSON.stringify((await get()).body)).not.toContain('planted');
    answer.body = JSON.stringify({ items: null });
    expect((await get()).body.items).toEqual([]);
  });

  it('asks with headers of its own, as the plugin, and for metadata where no more is needed', async () => {
    answer = { status: 200, body: '{"items":[]}' };
    await gateway.request(
      'local',
      {
        path: secretsPath(undefined),
        query: { labelSelector: 'a=b', continue: undefined },
        as: 'metadataList',
      },
      options,
    );
    const { url, headers } = seen.find(({ url: u }) => u !== '/clusters')!;
    expect(url).toBe('/proxy/api/v1/secrets?labelSelector=a%3Db');
    expect(headers).toMatchObject({
      accept:
        'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
      'accept-encoding': 'identity',
      'backstage-kubernetes-cluster': 'local',
      authorization: authorization(
        await common.auth.getOwnServiceCredentials(),
      ),
    });
  });

  it('asks on behalf of the person where config wants it, for the list of clusters and for services as itself', async () => {
    const own = await common.auth.getOwnServiceCredentials();
    const asUser = DefaultKubernetesGateway.create({
      ...common,
      proxyIdentity: 'user',
    });
    answer = { status: 200, body: '{"items":[]}' };
    const ask = (credentials: BackstageCredentials) =>
      asUser.request('local', { path: secretsPath('a') }, { credentials });
    await ask(options.credentials);
    await ask(mockCredentials.service('plugin:catalog'));
    expect(
      seen.map(({ url, headers }) => [url, headers.authorization]),
    ).toEqual([
      ['/clusters', authorization(own)],
      [
        '/proxy/api/v1/namespaces/a/secrets',
        authorization(options.credentials),
      ],
      ['/proxy/api/v1/namespaces/a/secrets', authorization(own)],
    ]);
    answer = backstage(403, { name: 'NotAllowedError' });
    await expect(ask(options.credentials)).rejects.toThrow(
      /portal's policy .* kubernetes\.proxy.*The cluster itself was not asked/,
    );
  });

  it('acts as the person, whom it asks for once per request, and as nobody for services', async () => {
    const getUserInfo = jest.fn(async () => ({
      userEntityRef: 'user:default/alice',
      ownershipEntityRefs: ['user:default/alice', 'group:default/team-a'],
    }));
    const { impersonate: config } = readKubernetesConfig(
      new ConfigReader({ kubernetes: { impersonate: true } }),
      true,
    );
    const acting = DefaultKubernetesGateway.create({
      ...common,
      impersonation: Impersonation.create({
        auth: common.auth,
        userInfo: mockServices.userInfo.mock({ getUserInfo }),
        config: config!,
      }),
    });
    const ask = (credentials: BackstageCredentials) =>
      acting.request('local', { path: secretsPath('a') }, { credentials });
    answer = { status: 200, body: '{"items":[]}' };
    await Promise.all([ask(options.credentials), ask(options.credentials)]);
    await ask(options.credentials);
    expect(getUserInfo).toHaveBeenCalledTimes(1);
    await ask(mockCredentials.user());
    expect(getUserInfo).toHaveBeenCalledTimes(2);
    const calls = seen.filter(({ url }) => url !== '/clusters');
    expect(calls).toHaveLength(4);
    for (const { headers } of calls) {
      expect(headers).toMatchObject({
        'impersonate-user': 'alice',
        'impersonate-group': 'team-a',
      });
    }
    await ask(mockCredentials.service('plugin:catalog'));
    expect(Object.keys(seen.at(-1)!.headers).join()).not.toMatch(/impersonate/);

    answer = status(403, 'User "alice" cannot list resource "secrets"');
    await expect(ask(options.credentials)).rejects.toThrow(
      /refuses this to you, whom it knows as "alice" \(RBAC\)/,
    );
    answer = status(403, 'User "p" cannot impersonate resource "groups"');
    await expect(ask(options.credentials)).rejects.toThrow(
      /rbac-impersonation\.yaml/,
    );
    getUserInfo.mockRejectedValueOnce(new Error('planted'));
    await expect(ask(mockCredentials.user())).rejects.toMatchObject({
      statusCode: 502,
      message: expect.not.stringContaining('planted'),
    });
  });

  it('knows no cluster that the Kubernetes plugin does not list', async () => {
    await expect(
      gateway.request('other', { path: secretPath('a', 'b') }, options),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
