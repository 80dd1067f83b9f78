import {
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  connectionDeletePermission,
  connectionReadPermission,
  connectionUpdatePermission,
  connectionUsePermission,
  modelConnectionsPermissions,
  modelServiceDeletePermission,
  modelServiceReadPermission,
  modelServiceUpdatePermission,
} from '@mooring/backstage-plugin-model-connections-common';
import { rootCa } from '@mooring/test-certificates';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';
import {
  createModelConnectionConditionalDecision,
  createModelServiceConditionalDecision,
  modelConnectionConditions,
  modelServiceConditions,
} from './permissions/conditions';
import { spec } from './schema/openapi';

const NOTHING = 'user:default/may-nothing';
const ELSEWHERE = 'user:default/may-elsewhere';
const SOME = 'user:default/may-some';
const WITHOUT_SERVICE = {
  read: 'user:default/without-service-read',
  update: 'user:default/without-service-update',
};
const MINE = 'user:default/may-in-mine';
const BLIND = 'user:default/may-not-read';
const NOT_S3 = 'user:default/may-change-all-but-s3';

const servicesInProject = (project: string): Record<string, PolicyDecision> =>
  Object.fromEntries(
    [
      modelServiceReadPermission,
      modelServiceUpdatePermission,
      modelServiceDeletePermission,
    ].map(permission => [
      permission.name,
      createModelServiceConditionalDecision(
        permission,
        modelServiceConditions.isInNamespace({ namespaces: [project] }),
      ),
    ]),
  );

const inProject = (
  project: string,
  permissions: ResourcePermission<'model-connection'>[],
): Record<string, PolicyDecision> =>
  Object.fromEntries(
    permissions.map(permission => [
      permission.name,
      createModelConnectionConditionalDecision(
        permission,
        modelConnectionConditions.isInNamespace({ namespaces: [project] }),
      ),
    ]),
  );

const CLUSTER = '/v1/clusters/{cluster}';
const TYPES = `${CLUSTER}/connection-types`;
const TYPE = `${TYPES}/{name}`;
const CONNECTIONS = `${CLUSTER}/namespaces/{namespace}/connections`;
const CONNECTION = `${CONNECTIONS}/{name}`;
const NAMESPACE = `${CLUSTER}/namespaces/{namespace}`;
const SERVICES = `${NAMESPACE}/model-services`;
const SERVICE = `${SERVICES}/{name}`;

/** Short, as KServe wants it. */
const uniqueService = () => `m${plant('s').slice(-12)}`;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

/** What a route is called with. */
interface Call {
  /** The `{name}` of its path. */
  name?: string;
  /** By who calls: what succeeds for two must not be in the way of each other. */
  body?: (who: string) => object;
}

interface Row {
  /** What it asks the policy, after `modelConnections.`. */
  permission: string;
  /** The status for who has every permission. */
  full: number;
  /** The status for who has the permissions of connections in another project only, and of the others the harmless. */
  elsewhere: number;
  /** Whether services of the portal may call it. */
  isList?: boolean;
  /** Makes what a successful call needs. */
  prepare?: () => Promise<Call>;
}

const LIST = { isList: true, full: 200, elsewhere: 200 };

describe('permissions', () => {
  let portal: TestPortal;
  let project: string;
  let callers: Record<string, 'nobody' | 'service' | { token: string }>;
  const mine = 'test-mine';

  beforeAll(async () => {
    portal = await startTestPortal({
      people: {
        [NOTHING]: {
          denied: modelConnectionsPermissions.map(({ name }) => name),
        },
        [ELSEWHERE]: {
          denied: [
            'modelConnections.type.create',
            'modelConnections.type.update',
            'modelConnections.type.delete',
          ],
          conditional: {
            ...servicesInProject('another-project'),
            ...inProject(
              'another-project',
              modelConnectionsPermissions.filter(
                (
                  permission,
                ): permission is ResourcePermission<'model-connection'> =>
                  'resourceType' in permission &&
                  permission.resourceType === 'model-connection',
              ),
            ),
          },
        },
        [SOME]: {
          denied: [
            'modelConnections.connection.delete',
            'modelConnections.connection.use',
            'modelConnections.type.update',
          ],
        },
        [BLIND]: { denied: ['modelConnections.connection.read'] },
        [NOT_S3]: {
          conditional: {
            [connectionUpdatePermission.name]:
              createModelConnectionConditionalDecision(
                connectionUpdatePermission,
                {
                  not: modelConnectionConditions.hasProtocol({
                    protocols: ['s3'],
                  }),
                },
              ),
          },
        },
        [WITHOUT_SERVICE.read]: { denied: ['modelConnections.service.read'] },
        [WITHOUT_SERVICE.update]: {
          denied: ['modelConnections.service.update'],
        },
        [MINE]: {
          conditional: {
            ...inProject(mine, [
              connectionReadPermission,
              connectionUpdatePermission,
              connectionUsePermission,
            ]),
            [connectionDeletePermission.name]:
              createModelConnectionConditionalDecision(
                connectionDeletePermission,
                {
                  allOf: [
                    modelConnectionConditions.isCreator({ claims: [MINE] }),
                    modelConnectionConditions.hasProtocol({
                      protocols: ['s3'],
                    }),
                  ],
                },
              ),
          },
        },
      },
    });
    project = await createProject(portal.cluster);
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
    const now = Math.floor(Date.now() / 1000);
    callers = {
      anonymous: 'nobody',
      expired: {
        token: portal.signAgain(portal.guestToken, {
          iat: now - 7200,
          exp: now - 3600,
        }),
      },
      refused: { token: await portal.signIn(NOTHING) },
      elsewhere: { token: await portal.signIn(ELSEWHERE) },
      service: 'service',
      full: { token: portal.guestToken },
    };
  });
  afterAll(async () => await portal.stop());

  const connections = (namespace: string) =>
    `/clusters/local/namespaces/${namespace}/connections`;

  const typeBody = (name: string) => ({
    name,
    displayName: 'Of the test',
    categories: ['Test'],
    enabled: true,
    fields: [],
  });

  /** A connection of its own, for one route. */
  const withConnection =
    (body?: (read: any, who: string) => object) => async (): Promise<Call> => {
      const name = plant('connection');
      const { body: read } = await portal
        .call('post', connections(project))
        .send({ ...minioModels('s'), name })
        .expect(201);
      return { name, body: body && (who => body(read, who)) };
    };

  /** A type of its own, for one route. */
  const withType =
    (body?: (read: any) => object) => async (): Promise<Call> => {
      const name = `ct-${plant('type')}`;
      const { body: read } = await portal
        .call('post', '/clusters/local/connection-types')
        .send(typeBody(name))
        .expect(201);
      return { name, body: body && (() => body(read)) };
    };

  const serviceBody = (name: string) => ({
    name,
    location: { kind: 'uri', uri: 'hf://owner/model' },
    modelFormat: { name: 'sklearn' },
  });

  /** A model service of its own, for one route. */
  const withService =
    (
      body?: (read: any) => object,
      location: object = serviceBody('').location,
    ) =>
    async (): Promise<Call> => {
      const name = uniqueService();
      const { body: read } = await portal
        .call('post', `/clusters/local/namespaces/${project}/model-services`)
        .send({ ...serviceBody(name), location })
        .expect(201);
      return { name, body: body && (() => body(read)) };
    };
  const withBoundService = async (): Promise<Call> => {
    const { name } = await withConnection()();
    const location = { kind: 'connection', connection: name, path: 'a' };
    return await withService(undefined, location)();
  };
  const onService = (permission: string, full = 200) => ({
    permission: `service.${permission}`,
    full,
    elsewhere: 403,
    prepare: withService(),
  });

  /** Every route. */
  const ROWS: Record<string, Row> = {
    'get /v1/clusters': { ...LIST, permission: 'cluster.read' },
    [`get ${CLUSTER}/namespaces`]: { ...LIST, permission: 'cluster.read' },
    [`get ${TYPES}`]: { ...LIST, permission: 'type.read' },
    [`post ${TYPES}`]: {
      permission: 'type.create',
      full: 201,
      elsewhere: 403,
      prepare: async () => ({ body: () => typeBody(`ct-${plant('type')}`) }),
    },
    [`post ${TYPES}/install`]: {
      permission: 'type.create',
      full: 200,
      elsewhere: 403,
    },
    [`get ${TYPE}`]: {
      permission: 'type.read',
      full: 200,
      elsewhere: 200,
      prepare: withType(),
    },
    [`put ${TYPE}`]: {
      permission: 'type.update',
      full: 200,
      elsewhere: 403,
      prepare: withType(({ name, resourceVersion }) => ({
        ...typeBody(name),
        displayName: 'Renamed',
        resourceVersion,
      })),
    },
    [`patch ${TYPE}`]: {
      permission: 'type.update',
      full: 200,
      elsewhere: 403,
      prepare: withType(() => ({ enabled: false })),
    },
    [`delete ${TYPE}`]: {
      permission: 'type.delete',
      full: 204,
      elsewhere: 403,
      prepare: withType(),
    },
    [`get ${CONNECTIONS}`]: { ...LIST, permission: 'connection.read' },
    [`post ${CONNECTIONS}`]: {
      permission: 'connection.create',
      full: 201,
      // The permission is basic; what is read must hold of what would be made.
      elsewhere: 403,
      prepare: async () => ({
        body: who => ({ ...minioModels('s'), name: plant(who) }),
      }),
    },
    [`post ${CONNECTIONS}/adopt`]: {
      permission: 'connection.create',
      full: 200,
      elsewhere: 403,
      prepare: async () => {
        const name = plant('secret');
        const metadata = { name, namespace: project };
        await portal.cluster.apply([
          { apiVersion: 'v1', kind: 'Secret', metadata },
        ]);
        return { body: () => ({ name, typeName: 'ct-s3-storage' }) };
      },
    },
    [`get ${CONNECTION}`]: {
      permission: 'connection.read',
      full: 200,
      elsewhere: 403,
      prepare: withConnection(),
    },
    [`patch ${CONNECTION}`]: {
      permission: 'connection.update',
      full: 200,
      elsewhere: 403,
      prepare: withConnection(({ resourceVersion }) => ({
        resourceVersion,
        displayName: 'Renamed',
      })),
    },
    [`delete ${CONNECTION}`]: {
      permission: 'connection.delete',
      full: 204,
      elsewhere: 403,
      prepare: withConnection(),
    },
    [`post ${CONNECTION}/copy`]: {
      permission: 'connection.create',
      full: 201,
      elsewhere: 403,
      prepare: withConnection((_, who) => ({
        targetNamespace: project,
        name: plant(who),
      })),
    },
    [`get ${CONNECTION}/manifest`]: {
      permission: 'connection.read',
      full: 200,
      elsewhere: 403,
      prepare: withConnection(),
    },
    [`get ${CLUSTER}/namespaces/{namespace}/dependents`]: {
      ...LIST,
      permission: 'connection.read',
    },
    [`get ${CONNECTION}/dependents`]: {
      permission: 'connection.read',
      full: 200,
      elsewhere: 403,
      prepare: withConnection(),
    },
    [`post ${CONNECTION}/apply-to-dependents`]: {
      permission: 'connection.read',
      full: 200,
      elsewhere: 403,
      prepare: withConnection(() => ({})),
    },
  };

  Object.assign(ROWS, {
    [`get ${SERVICES}`]: { ...LIST, permission: 'service.read' },
    [`post ${SERVICES}`]: {
      permission: 'service.create',
      full: 201,
      elsewhere: 403,
      prepare: async () => ({ body: () => serviceBody(uniqueService()) }),
    },
    [`post ${SERVICES}/preview`]: {
      permission: 'service.read',
      full: 200,
      elsewhere: 403,
      prepare: async () => ({ body: () => serviceBody(uniqueService()) }),
    },
    [`get ${SERVICE}`]: onService('read'),
    [`get ${SERVICE}/manifest`]: onService('read'),
    [`put ${SERVICE}`]: {
      ...onService('update'),
      prepare: withService(({ name, resourceVersion }) => ({
        ...serviceBody(name),
        displayName: 'Renamed',
        resourceVersion,
      })),
    },
    [`delete ${SERVICE}`]: onService('delete', 204),
    [`post ${SERVICE}/apply`]: {
      ...onService('update'),
      prepare: withBoundService,
    },
    [`post ${SERVICE}/restart`]: onService('update'),
    [`post ${SERVICE}/stop`]: onService('update'),
    [`post ${SERVICE}/start`]: onService('update'),
    [`get ${NAMESPACE}/serving-runtimes`]: onService('read'),
    [`get ${NAMESPACE}/persistent-volume-claims`]: onService('read'),
    [`get ${NAMESPACE}/service-accounts`]: onService('read'),
  });

  const routes = Object.entries(spec.paths).flatMap(([path, operations]) =>
    METHODS.filter(method => method in operations).map(
      method => [method, path] as const,
    ),
  );

  it('has a row for every route of the specification', () => {
    expect(Object.keys(ROWS).sort()).toEqual(
      routes.map(route => route.join(' ')).sort(),
    );
  });

  it.each(routes)('answers each caller of %s %s', async (method, path) => {
    const row = ROWS[`${method} ${path}`];
    const { name = '', body } = (await row.prepare?.()) ?? {};
    const url = path
      .replace('/v1', '')
      .replace('{cluster}', 'local')
      .replace('{namespace}', project)
      .replace('{name}', name);
    const answers: Record<string, Awaited<ReturnType<TestPortal['call']>>> = {};
    const asked: Record<string, string[]> = {};
    // Who may do it comes last: what the others must not do can then be done still.
    for (const [who, as] of Object.entries(callers)) {
      portal.wire.clear();
      answers[who] = await portal
        .call(method as Method, url, as)
        .send(body?.(who));
      asked[who] = portal.wire.exchanges.map(exchange => exchange.method);
    }
    expect(
      Object.fromEntries(
        Object.entries(answers).map(([who, { status }]) => [who, status]),
      ),
    ).toEqual({
      anonymous: 401,
      expired: 401,
      refused: 403,
      elsewhere: row.elsewhere,
      service: row.isList ? 200 : 403,
      full: row.full,
    });
    expect(answers.refused.body.error.message).toContain(
      `modelConnections.${row.permission}`,
    );
    for (const who of ['anonymous', 'expired', 'refused']) {
      expect([who, asked[who]]).toEqual([who, []]);
    }
    for (const [who, { status }] of Object.entries(answers)) {
      const wrote = asked[who].some(verb => verb !== 'GET');
      expect([who, wrote && status === 403]).toEqual([who, false]);
    }
  });

  it('lets nobody bring the values of a connection to pods who may not use it', async () => {
    const some = { token: await portal.signIn(SOME) };
    const { name: connection = '' } = await withConnection()();
    const services = `/clusters/local/namespaces/${project}/model-services`;
    const { name: bound = '' } = await withService(undefined, {
      kind: 'connection',
      connection,
      path: 'a',
    })();
    const account = `with-${connection}`.slice(0, 50);
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: account, namespace: project },
        secrets: [{ name: connection }],
      },
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: `pulling-${account}`, namespace: project },
        imagePullSecrets: [{ name: connection }],
      },
    ]);
    const byAccount = (serviceAccountName: string) => ({
      location: { kind: 'uri', uri: 's3://models/a', serviceAccountName },
    });
    const refused: [object, number, string][] = [
      [{ location: { kind: 'connection', connection, path: 'a' } }, 403, 'use'],
      [
        {
          env: [
            {
              name: 'KEY',
              valueFrom: {
                secretKeyRef: {
                  name: connection,
                  key: 'AWS_SECRET_ACCESS_KEY',
                },
              },
            },
          ],
        },
        403,
        'use',
      ],
      [byAccount(account), 403, 'use'],
      [byAccount(`pulling-${account}`), 403, 'use'],
      [byAccount(`${bound}-model-source`), 400, 'cannot be used'],
    ];
    for (const [change, expected, word] of refused) {
      for (const path of [services, `${services}/preview`]) {
        portal.wire.clear();
        const { status, body } = await portal
          .call('post', path, some)
          .send({ ...serviceBody(uniqueService()), ...change });
        expect([change, status]).toEqual([change, expected]);
        expect(body.error.message).toContain(word);
        expect(
          portal.wire.exchanges.filter(({ method }) => method !== 'GET'),
        ).toEqual([]);
      }
    }
    // What the service has already stays, whoever edits it.
    const { body: read } = await portal.call('get', `${services}/${bound}`);
    const { location, modelFormat, resourceVersion } = read;
    const write = { name: bound, location, modelFormat, resourceVersion };
    await portal
      .call('put', `${services}/${bound}`, some)
      .send({ ...write, location: { ...location, path: 'b' } })
      .expect(403);
    await portal
      .call('put', `${services}/${bound}`, some)
      .send({ ...write, minReplicas: 2 })
      .expect(200);
  });

  it('lets nobody send the credentials that a service has elsewhere who may not use them', async () => {
    const some = { token: await portal.signIn(SOME) };
    const { name: connection = '' } = await withConnection()();
    const services = `/clusters/local/namespaces/${project}/model-services`;
    const objects = `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices`;
    const account = `with-${connection}`.slice(0, 50);
    const key = (name: string) => ({
      name: 'KEY',
      valueFrom: { secretKeyRef: { name: connection, key: name } },
    });
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: account, namespace: project },
        secrets: [{ name: connection }],
      },
    ]);
    const put = async (
      location: object,
      to: object,
      object: object = {},
    ): Promise<number> => {
      const { name } = serviceBody(uniqueService());
      const { body } = await portal
        .call('post', services)
        .send({ ...serviceBody(name), env: [key('AWS_S3_BUCKET')], location })
        .expect(201);
      await portal.cluster.request('PATCH', `${objects}/${name}`, {
        body: object,
      });
      const read = await portal.call('get', `${services}/${name}`);
      const { modelFormat, env, resourceVersion } = read.body;
      const write = { name, modelFormat, env, resourceVersion };
      const { status } = await portal
        .call('put', `${services}/${body.name}`, some)
        .send({ ...write, location, ...to });
      return status;
    };
    const at = (uri: string, more: object = {}) => ({
      location: { kind: 'uri', uri, ...more },
    });
    const present = at('s3://models/a').location;
    const team = { serviceAccountName: account };
    // The same account, another address.
    expect(
      await put(at('s3://models/a', team).location, at('s3://b/a', team)),
    ).toBe(403);
    // A Secret that an annotation names, kept.
    expect(
      await put(present, at('s3://b/a'), {
        metadata: {
          annotations: { 'serving.kserve.io/storageSecretName': connection },
        },
      }),
    ).toBe(403);
    // Another key of the same Secret.
    const other = { env: [key('AWS_SECRET_ACCESS_KEY')] };
    expect(await put(present, other)).toBe(403);
    expect(await put(present, at('s3://b/a'))).toBe(200);

    // What the account has that pods get where nobody names one.
    const standard = `/api/v1/namespaces/${project}/serviceaccounts/default`;
    const bring = (secrets: object[]) =>
      portal.cluster.request('PATCH', standard, { body: { secrets } });
    await bring([{ name: connection }]);
    expect(await put(present, at('s3://b/a'))).toBe(403);
    const { status } = await portal
      .call('post', services, some)
      .send({ ...serviceBody(uniqueService()), ...at('s3://b/a') });
    expect(status).toBe(403);
    await bring([]);
  });

  it('lets nobody bind a service for the first time by applying its connection who may not use that', async () => {
    const some = { token: await portal.signIn(SOME) };
    const { name: connection = '' } = await withConnection()();
    const services = `/clusters/local/namespaces/${project}/model-services`;
    const location = { kind: 'connection', connection, path: 'a' };
    const { name: bound = '' } = await withService(undefined, location)();
    const { name: named = '' } = await withService(undefined, location)();
    // As it is where somebody wrote the annotation alone.
    await portal.cluster.request(
      'PATCH',
      `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices/${named}`,
      { body: { spec: { predictor: { serviceAccountName: null } } } },
    );
    const apply = async (path: string) =>
      (await portal.call('post', `${services}/${path}`, some)).status;
    expect(await apply(`${bound}/apply`)).toBe(200);
    expect(await apply(`${named}/apply?dryRun=All`)).toBe(403);
    expect(await apply(`${named}/apply`)).toBe(403);
    const { body } = await portal
      .call(
        'post',
        `${connections(project)}/${connection}/apply-to-dependents`,
        some,
      )
      .send({ dependents: [{ kind: 'InferenceService', name: named }] });
    expect(body.items).toMatchObject([{ applied: 'skipped' }]);
    expect(body.items[0].reason).toContain('use');
  });

  it('takes a token of its own signing that has not expired', async () => {
    const exp = Math.floor(Date.now() / 1000) + 600;
    const token = portal.signAgain(portal.guestToken, { exp });
    const { status } = await portal.call('get', '/clusters', { token });
    expect(status).toBe(200);
  });

  it('does not let services of the portal try a creation out', async () => {
    const { body } = await portal
      .call('post', `${connections(project)}?dryRun=All`, 'service')
      .send(minioModels('s'))
      .expect(403);
    expect(body.error.message).toMatch(/Only a person/);
  });

  it('lets nobody make what they could not read or change', async () => {
    const blind = { token: await portal.signIn(BLIND) };
    const notS3 = { token: await portal.signIn(NOT_S3) };
    const { name } = await withConnection()();
    const secret = plant('secret');
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: secret, namespace: project },
      },
    ]);
    const path = connections(project);
    const copy = { targetNamespace: project, name: plant('copy') };
    const adopt = { name: secret, typeName: 'ct-s3-storage' };
    portal.wire.clear();
    for (const [as, url, body] of [
      [blind, path, { ...minioModels('s'), name: plant('blind') }],
      [blind, `${path}/${name}/copy`, copy],
      [blind, `${path}/adopt`, adopt],
      [notS3, `${path}/adopt`, adopt],
    ] as const) {
      const { status } = await portal.call('post', url, as).send(body);
      expect([url, status]).toEqual([url, 403]);
    }
    expect(
      portal.wire.exchanges.filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
    await portal
      .call('post', `${path}/adopt`, notS3)
      .send({ name: secret, typeName: 'ct-huggingface' })
      .expect(200);
  });

  it('does not tell whether a name exists in another project', async () => {
    const { name } = await withConnection()();
    const ask = (method: Method, asked?: string) =>
      portal.call(
        method,
        `${connections(project)}/${asked}`,
        callers.elsewhere,
      );
    for (const [method, what] of [
      ['get', ''],
      ['delete', ''],
      ['get', '/dependents'],
    ] as const) {
      const there = await ask(method, `${name}${what}`);
      const missing = await ask(method, `no-such-connection${what}`);
      expect(there.status).toBe(403);
      expect([missing.status, missing.body.error]).toEqual([
        403,
        there.body.error,
      ]);
    }
    await portal
      .call('get', `${connections(project)}/no-such-connection`)
      .expect(404);
  });

  it.each([
    ['read', 'get', 'dependents'],
    ['update', 'post', 'apply-to-dependents'],
  ] as const)(
    'wants service.%s as well to %s %s',
    async (action, method, path) => {
      const as = { token: await portal.signIn(WITHOUT_SERVICE[action]) };
      const { name } = await withConnection()();
      portal.wire.clear();
      const { body } = await portal
        .call(method, `${connections(project)}/${name}/${path}`, as)
        .send(method === 'post' ? {} : undefined)
        .expect(403);
      expect(body.error.message).toContain(
        `modelConnections.service.${action}`,
      );
      expect(portal.wire.exchanges).toEqual([]);
    },
  );

  it('shows nothing of another project in a list', async () => {
    await withConnection()();
    const path = connections(project);
    const seen = await portal.call('get', path, callers.full);
    expect(seen.body.items.length).toBeGreaterThan(0);
    const { body } = await portal.call('get', path, callers.elsewhere);
    expect(body.items).toEqual([]);
  });

  it('cuts allowedActions to what the policy gives', async () => {
    const as = { token: await portal.signIn(SOME) };
    const path = connections(await createProject(portal.cluster));
    const { body } = await portal
      .call('post', path, as)
      .send(minioModels('s'))
      .expect(201);
    const actions = ['update', 'check', 'browse'];
    expect(body.allowedActions).toEqual(actions);
    const list = await portal.call('get', path, as);
    expect(list.body.items[0].allowedActions).toEqual(actions);
    const type = await portal.call(
      'get',
      '/clusters/local/connection-types/ct-s3-storage',
      as,
    );
    expect(type.body).toMatchObject({ preinstalled: true, allowedActions: [] });
  });

  it('holds conditions against each connection, in lists and before writes', async () => {
    const as = { token: await portal.signIn(MINE) };
    const other = await createProject(portal.cluster);
    await portal.cluster.apply([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: mine } },
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'plain', namespace: other },
      },
    ]);
    const name = `c-${other}`;
    for (const [namespace, who] of [
      [mine, as],
      [other, 'guest'],
    ] as const) {
      await portal
        .call('post', connections(namespace), who)
        .send({ ...minioModels('s'), name, s3: { caCertificate: rootCa } })
        .expect(201);
    }

    const own = await portal.call('get', `${connections(mine)}/${name}`, as);
    expect(own.body.allowedActions).toEqual([
      'update',
      'delete',
      'use',
      'check',
      'browse',
    ]);
    const list = await portal.call('get', connections(other), as).expect(200);
    expect(list.body.items).toEqual([]);
    const patch = {
      resourceVersion: own.body.resourceVersion,
      displayName: 'x',
    };
    const copy = { targetNamespace: mine, name: `${name}-copy` };
    const adopt = { name: 'plain', typeName: 'ct-s3-storage' };
    portal.wire.clear();
    const away = { targetNamespace: other, name: `${name}-away` };
    const { status: copiedAway } = await portal
      .call('post', `${connections(mine)}/${name}/copy`, as)
      .send(away);
    expect(copiedAway).toBe(403);
    for (const [method, path, body] of [
      ['post', '', minioModels('s')],
      ['get', name, undefined],
      ['get', `${name}/manifest`, undefined],
      ['patch', name, patch],
      ['post', `${name}/copy`, copy],
      ['post', 'adopt', adopt],
    ] as const) {
      const { status } = await portal
        .call(method, `${connections(other)}${path && `/${path}`}`, as)
        .send(body);
      expect([method, path, status]).toEqual([method, path, 403]);
    }
    expect(
      portal.wire.exchanges.filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
    await portal
      .call('patch', `${connections(mine)}/${name}`, as)
      .send(patch)
      .expect(200);
    await portal
      .call('post', `${connections(mine)}/${name}/copy`, as)
      .send(copy)
      .expect(201);
    // What no condition asks for does not stand in the way.
    portal.wire.fail(({ path }) =>
      path.includes(`/configmaps/${name}`) ? 500 : undefined,
    );
    for (const target of [name, `${name}-copy`]) {
      await portal
        .call('delete', `${connections(mine)}/${target}`, as)
        .expect(204);
    }
    portal.wire.fail();
  });
});
