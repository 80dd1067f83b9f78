import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LocalCluster, waitUntil } from '@mooring/local-cluster';
import { nextRootCa, rootCa } from '@mooring/test-certificates';
import { createProject, minioModels } from './__testUtils__/connectionFixtures';
import { describeOnKubernetes } from './__testUtils__/describeOnKubernetes';
import { inferenceService } from './__testUtils__/servingFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

const RBAC = { apiGroup: 'rbac.authorization.k8s.io' };
const HEADER = 'backstage-kubernetes-authorization-oidc-okta';
/** The namespace of all accounts here. */
const HOME = 'mooring';

const deploy = (file: string) =>
  readFileSync(path.resolve(__dirname, '../../../deploy', file), 'utf8');

const account = (name: string) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace: HOME },
});

async function tokenOf(cluster: LocalCluster, name: string): Promise<string> {
  const { body } = await cluster.request(
    'POST',
    `/api/v1/namespaces/${HOME}/serviceaccounts/${name}/token`,
    {
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: {},
      },
    },
  );
  return body.status.token;
}

/** Binds a role of roles.yaml to an account of that role's name; without a namespace, in the whole cluster. */
const binding = (role: string, namespace?: string, kind = 'ClusterRole') => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: namespace ? 'RoleBinding' : 'ClusterRoleBinding',
  metadata: { name: role, namespace },
  roleRef: { ...RBAC, kind, name: role },
  subjects: [
    {
      kind: 'ServiceAccount',
      name: role.replace('connection-type-editor', 'admin'),
      namespace: HOME,
    },
  ],
});

/** What the API server itself says that a token may do in a namespace, beyond what everybody may. */
async function rightsOf(
  cluster: LocalCluster,
  token: string,
  namespace: string,
): Promise<string[]> {
  const { body } = await cluster.request(
    'POST',
    '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
    {
      token,
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectRulesReview',
        spec: { namespace },
      },
    },
  );
  const rules: {
    verbs: string[];
    apiGroups: string[];
    resources: string[];
    resourceNames?: string[];
  }[] = body.status.resourceRules;
  const rights = rules
    .filter(
      ({ apiGroups: [group] }) =>
        group !== 'authorization.k8s.io' && group !== 'authentication.k8s.io',
    )
    .flatMap(({ resources, resourceNames, verbs }) =>
      resources.map(
        resource =>
          `${resource}${resourceNames ?? ''}: ${[...verbs].sort().join(' ')}`,
      ),
    );
  return [...new Set(rights)].sort();
}

/** The embedded API server has no RBAC, so this is seen on a real one only. */
describeOnKubernetes('the access that deploy/ gives', () => {
  let portal: TestPortal;
  let project: string;
  let other: string;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    portal = await startTestPortal({
      account: async cluster => {
        await cluster.apply([
          { apiVersion: 'v1', kind: 'Namespace', metadata: { name: HOME } },
          ...['mooring-portal', 'mooring-view', 'mooring-edit'].map(account),
          ...['mooring-admin', 'nobody'].map(account),
        ]);
        return await tokenOf(cluster, 'mooring-portal');
      },
    });
    const { cluster } = portal;
    project = await createProject(cluster);
    other = await createProject(cluster);
    for (const role of ['view', 'edit', 'admin']) {
      tokens[role] = await tokenOf(cluster, `mooring-${role}`);
    }
    tokens.nobody = await tokenOf(cluster, 'nobody');
  });
  afterAll(async () => await portal.stop());

  it('is named where it is missing, and is all that the portal needs', async () => {
    const types = '/clusters/account/connection-types';
    const connections = `/clusters/account/namespaces/${project}/connections`;
    const refused = await portal.call('get', types).expect(403);
    expect(refused.body.error.message).toContain('deploy/roles.yaml');
    expect((await portal.call('get', connections)).status).toBe(403);
    const projects = await portal.call('get', '/clusters/account/namespaces');
    expect(projects.body.partial).toContain('RBAC');

    await portal.cluster.apply(deploy('roles.yaml'));
    await portal.cluster.apply(deploy('rbac.yaml'));
    await waitUntil('the roles are in force', async () => {
      const { status } = await portal.call('get', connections);
      return status === 200;
    });
    await portal.call('post', `${types}/install`).expect(200);
    const listed = await portal.call('get', '/clusters/account/namespaces');
    expect(listed.body.partial).toBeUndefined();
    const created = await portal
      .call('post', connections)
      .send({ ...minioModels('s'), s3: { caCertificate: rootCa } })
      .expect(201);
    const renamed = await portal
      .call('patch', `${connections}/minio-models`)
      .send({
        resourceVersion: created.body.resourceVersion,
        caVersion: created.body.s3.caVersion,
        displayName: 'Renamed',
        s3: { caCertificate: nextRootCa },
      })
      .expect(200);
    await portal
      .call('patch', `${connections}/minio-models`)
      .send({
        resourceVersion: renamed.body.resourceVersion,
        caVersion: renamed.body.s3.caVersion,
        s3: { caCertificate: '' },
      })
      .expect(200);
    await portal
      .call('get', '/clusters/account/namespaces/-/connections')
      .expect(200);
    const services = `/clusters/account/namespaces/${project}/model-services`;
    await portal
      .call('post', services)
      .send({
        name: 'qwen',
        modelFormat: { name: 'sklearn' },
        location: { kind: 'connection', connection: 'minio-models', path: 'a' },
      })
      .expect(201);
    await portal.call('get', `${services}/qwen`).expect(200);
    await portal.call('post', `${services}/qwen/apply`).expect(200);
    const all = await portal.call('get', services).expect(200);
    expect(all.body.partial).toBeUndefined();
    for (const choices of [
      'serving-runtimes',
      'persistent-volume-claims',
      'service-accounts',
    ]) {
      const { body } = await portal
        .call('get', services.replace('model-services', choices))
        .expect(200);
      expect(body.partial).toBeUndefined();
    }
    await portal.call('delete', `${services}/qwen`).expect(204);
    for (const list of [
      '/clusters/account/namespaces/-/dependents',
      `${connections}/minio-models/dependents`,
    ]) {
      const { body } = await portal.call('get', list).expect(200);
      expect(body.partial).toBeUndefined();
    }
    await portal
      .call('delete', `${connections}/minio-models?cleanUp=serviceAccounts`)
      .expect(204);
  });

  describe('to people, by role', () => {
    const editor = 'mooring-connection-type-editor';

    beforeAll(async () => {
      await portal.cluster.apply([
        binding('mooring-view', project),
        binding('mooring-edit', project),
        binding('mooring-admin'),
        binding(editor, 'kube-public', 'Role'),
      ]);
      await waitUntil('the bindings are in force', async () => {
        const rights = await Promise.all([
          rightsOf(portal.cluster, tokens.view, project),
          rightsOf(portal.cluster, tokens.edit, project),
          rightsOf(portal.cluster, tokens.admin, other),
          rightsOf(portal.cluster, tokens.admin, 'kube-public'),
        ]);
        const [view, edit, admin, types] = rights.map(list => list.length);
        return view > 0 && edit > 0 && admin > 1 && types > 3;
      });
    });

    const reading = 'get list';
    const writing = 'create delete get list patch';
    const seeing = [
      'configmaps: get',
      'inferenceservices: get list',
      'llminferenceservices: get list',
      'persistentvolumeclaims: list',
      'pods: list',
      `secrets: ${reading}`,
      'serviceaccounts: list',
      'servingruntimes: list',
    ];
    const serving = [
      'configmaps: create delete get patch',
      `inferenceservices: ${writing}`,
      'llminferenceservices: get list',
      'persistentvolumeclaims: list',
      'pods: list',
      `secrets: ${writing}`,
      `serviceaccounts: ${writing}`,
      'servingruntimes: list',
    ];
    const everywhere = [
      ...serving,
      'clusterservingruntimes: list',
      'mutatingwebhookconfigurations: list',
      'namespaces: list',
    ];
    const own = () => project;
    const foreign = () => other;
    const shared = () => 'kube-public';
    // Everything that the API server lists: what is not here is refused.
    it.each<[string, string, () => string, string[]]>([
      ['view', 'its project', own, seeing],
      ['view', 'another project', foreign, []],
      ['view', 'kube-public', shared, [`configmaps: ${reading}`]],
      ['edit', 'its project', own, serving],
      ['edit', 'another project', foreign, []],
      ['edit', 'kube-public', shared, [`configmaps: ${reading}`]],
      ['admin', 'any project', foreign, everywhere],
      [
        'admin',
        'kube-public',
        shared,
        [`configmaps: ${writing}`, `configmaps: ${reading}`, ...everywhere],
      ],
      ['nobody', 'a project', own, []],
      ['nobody', 'kube-public', shared, [`configmaps: ${reading}`]],
    ])('mooring-%s may do in %s this alone', async (role, _, where, rights) => {
      expect(await rightsOf(portal.cluster, tokens[role], where())).toEqual(
        [...rights].sort(),
      );
    });

    /** What comes of applying a connection to a service that uses it, or the status of the refusal. */
    async function appliedBy(
      call: (method: 'post', url: string) => ReturnType<TestPortal['call']>,
      connection: string,
      namespace: string,
      name: string,
    ) {
      await portal.cluster.apply([
        inferenceService(namespace, name, { connection: name }),
      ]);
      const { status, body } = await call(
        'post',
        `${connection}/apply-to-dependents`,
      ).send({ dependents: [{ kind: 'InferenceService', name }] });
      return status === 200 ? body.items[0].applied : status;
    }

    /** Status of every kind of call through the portal, with the token of a role. */
    async function callsOf(role: string, namespace: string) {
      const call = (method: 'get' | 'post' | 'patch' | 'delete', url: string) =>
        portal
          .call(method, `/clusters/personal${url}`)
          .set(HEADER, tokens[role]);
      const connections = `/namespaces/${namespace}/connections`;
      const services = `/namespaces/${namespace}/model-services`;
      const types = '/connection-types';
      const name = `${role}-models`;
      const list = await call('get', connections);
      const create = await call('post', connections).send({
        ...minioModels('s'),
        name,
        s3: { caCertificate: rootCa },
      });
      // A connection that is there, whoever made it.
      const made = await portal
        .call('post', `/clusters/local${connections}`)
        .send({ ...minioModels('s'), name, s3: { caCertificate: rootCa } });
      expect([201, 409]).toContain(made.status);
      const one = `${connections}/${name}`;
      const local = await portal.call('get', `/clusters/local${one}`);
      const { resourceVersion, s3 } = local.body;
      return {
        projects: (await call('get', '/namespaces')).body.partial ? 403 : 200,
        types: (await call('get', types)).status,
        enable: (
          await call('patch', `${types}/ct-s3-storage`).send({ enabled: true })
        ).status,
        all: (await call('get', '/namespaces/-/connections')).status,
        list: list.status,
        get: (await call('get', one)).status,
        certificate: (await call('get', one)).body.s3?.caCertificate,
        create: create.status,
        uses: (await call('get', `/namespaces/${namespace}/dependents`)).status,
        dependents: (await call('get', `${one}/dependents`)).status,
        apply: await appliedBy(call, one, namespace, name),
        change: (
          await call('patch', one).send({
            resourceVersion,
            caVersion: s3.caVersion,
            displayName: 'x',
            s3: { caCertificate: nextRootCa },
          })
        ).status,
        services: (await call('get', services)).status,
        deploy: (
          await call('post', services).send({
            name: `${role}-model`,
            modelFormat: { name: 'sklearn' },
            location: { kind: 'connection', connection: name, path: 'a' },
          })
        ).status,
        // The one that was applied to before, whoever made it.
        stop: (await call('post', `${services}/${name}/stop`)).status,
        undeploy: (await call('delete', `${services}/${name}`)).status,
        delete: (await call('delete', `${one}?cleanUp=serviceAccounts`)).status,
      };
    }
    const refused = {
      projects: 403,
      types: 200,
      enable: 403,
      all: 403,
      list: 403,
      get: 403,
      certificate: undefined,
      uses: 403,
      dependents: 403,
      apply: 403,
      create: 403,
      change: 403,
      services: 403,
      deploy: 403,
      stop: 403,
      undeploy: 403,
      delete: 403,
    };
    const views = {
      list: 200,
      get: 200,
      certificate: rootCa,
      uses: 200,
      dependents: 200,
    };
    const edits = {
      ...views,
      apply: 'restarted',
      create: 201,
      change: 200,
      services: 200,
      deploy: 201,
      stop: 200,
      undeploy: 204,
      delete: 204,
    };

    it.each<[string, () => string, object]>([
      ['nobody', own, refused],
      ['view', own, { ...refused, ...views, services: 200, apply: 'failed' }],
      ['view', foreign, refused],
      ['edit', own, { ...refused, ...edits }],
      ['edit', foreign, refused],
      [
        'admin',
        foreign,
        { ...edits, types: 200, projects: 200, enable: 200, all: 200 },
      ],
    ])(
      'is what the portal lets mooring-%s do',
      async (role, where, expected) => {
        expect(await callsOf(role, where())).toEqual(expected);
      },
    );
  });
});
