import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AuditEvent, LocalCluster, waitUntil } from '@mooring/local-cluster';
import { parseAllDocuments } from 'yaml';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { describeOnKubernetes } from './__testUtils__/describeOnKubernetes';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

const RBAC = { apiGroup: 'rbac.authorization.k8s.io' };
const HEADER = 'backstage-kubernetes-authorization-oidc-okta';
const ALICE = 'user:default/alice';
const BOB = 'user:default/bob';
const CAROL = 'user:default/carol';
/** An entity that a cluster would take for one of its own. */
const MASTERS = 'system:default/masters';

const deploy = (file: string) =>
  readFileSync(path.resolve(__dirname, '../../../deploy', file), 'utf8');

/** The embedded API server has neither RBAC nor an audit log. */
describeOnKubernetes('what the RBAC of a cluster gives to people', () => {
  // Names of this run: other suites share the cluster.
  const id = randomUUID().slice(0, 8);
  const home = `mooring-${id}`;
  const secret = plant('secret');
  const portalAccount = `system:serviceaccount:${home}:mooring-portal`;
  let portal: TestPortal;
  let portalToken: string;
  /** Of team-a, team-b, and one that both may work with. */
  let projects: { a: string; b: string; both: string };

  const groups = (...names: string[]) =>
    names.map(name => ({ ...RBAC, kind: 'Group', name }));
  const binding = (namespace: string, role: object, subjects: object[]) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: `people-${id}`, namespace },
    roleRef: { ...RBAC, ...role },
    subjects,
  });

  async function accountToken(cluster: LocalCluster): Promise<string> {
    await cluster.apply([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: home } },
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'mooring-portal', namespace: home },
      },
    ]);
    await cluster.apply(
      deploy('rbac-impersonation.yaml')
        .replaceAll('name: mooring-impersonation', `name: impersonation-${id}`)
        .replaceAll('namespace: mooring', `namespace: ${home}`)
        .replace('[alice, bob]', '[alice, bob, carol]'),
    );
    const { body } = await cluster.request(
      'POST',
      `/api/v1/namespaces/${home}/serviceaccounts/mooring-portal/token`,
      {
        body: {
          apiVersion: 'authentication.k8s.io/v1',
          kind: 'TokenRequest',
          spec: {},
        },
      },
    );
    portalToken = body.status.token;
    return portalToken;
  }

  beforeAll(async () => {
    portal = await startTestPortal({
      account: accountToken,
      config: { kubernetes: { impersonate: true } },
      people: {
        [ALICE]: { groups: ['group:default/unknown', 'group:default/team-a'] },
        [BOB]: { groups: ['group:default/team-a', 'group:default/team-b'] },
        [CAROL]: {},
        [MASTERS]: {},
      },
    });
    const { cluster } = portal;
    projects = {
      a: await createProject(cluster),
      b: await createProject(cluster),
      both: await createProject(cluster),
    };
    const roles = parseAllDocuments(deploy('roles.yaml'))
      .map(document => document.toJS())
      .filter(({ kind }) => kind === 'ClusterRole');
    const edit = { kind: 'ClusterRole', name: 'mooring-edit' };
    await cluster.apply([
      ...roles,
      binding(projects.a, edit, groups('team-a')),
      binding(projects.b, edit, groups('team-b')),
      binding(projects.both, edit, groups('team-a', 'team-b')),
      // As roles.yaml lets everybody; here these two, as other suites see to what comes without.
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: `people-${id}`, namespace: 'kube-public' },
        rules: [
          {
            apiGroups: [''],
            resources: ['configmaps'],
            verbs: ['get', 'list'],
          },
        ],
      },
      binding(
        'kube-public',
        { kind: 'Role', name: `people-${id}` },
        groups('team-a', 'team-b'),
      ),
    ]);
    await cluster.apply(deploy('connection-types.yaml'));
    await waitUntil('the bindings are in force', async () => {
      const statuses = await Promise.all(
        (
          [
            ['alice', projects.a],
            ['bob', projects.b],
            ['alice', projects.both],
          ] as const
        ).map(async ([person, project]) => {
          const url = `/api/v1/namespaces/${project}/secrets`;
          const token = cluster.tokens[person];
          return (await cluster.request('GET', url, { token })).status;
        }),
      );
      return statuses.every(status => status === 200);
    });
  });
  afterAll(async () => {
    await portal.cluster.request(
      'DELETE',
      `/apis/${RBAC.apiGroup}/v1/clusterrolebindings/impersonation-${id}`,
    );
    await portal.stop();
  });

  const connections = (cluster: string, project: string) =>
    `/clusters/${cluster}/namespaces/${project}/connections`;

  /** What the API server logged of a project, when it has logged as much. */
  const eventsOf = async (
    project: string,
    isThere: (events: AuditEvent[]) => boolean,
  ) =>
    await waitUntil(`the audit log tells of ${project}`, async () => {
      const events = await portal.cluster.auditLog!(
        `/api/v1/namespaces/${project}/secrets`,
      );
      return isThere(events) && events;
    });

  describe('with their own sign-in', () => {
    const as = (person: 'alice' | 'bob', url: string, body?: object) => {
      const test = portal
        .call(body ? 'post' : 'get', url)
        .set(HEADER, portal.cluster.tokens[person]);
      return body ? test.send(body) : test;
    };

    it('is what each of them sees', async () => {
      const { a, b, both } = projects;
      await as('alice', connections('personal', a), minioModels(secret)).expect(
        201,
      );
      await as('bob', connections('personal', b), minioModels(secret)).expect(
        201,
      );
      await as('bob', connections('personal', both), {
        ...minioModels(secret),
        name: 'of-both',
      }).expect(201);
      for (const [person, own, foreign] of [
        ['alice', a, b],
        ['bob', b, a],
      ] as const) {
        const list = await as(person, connections('personal', own)).expect(200);
        expect(list.body.items.map((item: any) => item.name)).toEqual([
          'minio-models',
        ]);
        await as(person, `${connections('personal', both)}/of-both`).expect(
          200,
        );
        const refused = [
          await as(person, connections('personal', foreign)),
          await as(person, `${connections('personal', foreign)}/minio-models`),
          await as(
            person,
            connections('personal', foreign),
            minioModels(secret),
          ),
          await as(person, connections('personal', '-')),
        ];
        for (const { status, body } of refused) {
          expect([status, body.error.message]).toEqual([
            403,
            expect.stringMatching(
              `"personal" refuses this to you \\(RBAC\\): secrets.*User "${person}" cannot`,
            ),
          ]);
        }
        const names = await as(person, '/clusters/personal/namespaces');
        expect([names.status, names.body]).toEqual([
          200,
          { items: [], partial: expect.stringContaining(`User "${person}"`) },
        ]);
      }
      const events = await eventsOf(a, list =>
        list.some(({ user }) => user.username === 'bob'),
      );
      expect(new Set(events.map(({ user }) => user.username))).toEqual(
        new Set(['alice', 'bob']),
      );
      expect(events.filter(event => event.impersonatedUser)).toEqual([]);
    });
  });

  describe('with impersonation', () => {
    const tokens: Record<string, string> = {};
    beforeAll(async () => {
      for (const ref of [ALICE, BOB, CAROL, MASTERS]) {
        tokens[ref] = await portal.signIn(ref);
      }
    });
    const as = (ref: string, method: 'get' | 'post', url: string) =>
      portal.call(method, url, { token: tokens[ref] });

    it('is what decides, and the audit log names the person', async () => {
      const project = await createProject(portal.cluster);
      const edit = { kind: 'ClusterRole', name: 'mooring-edit' };
      await portal.cluster.apply([binding(project, edit, groups('team-b'))]);
      const url = connections('account', project);
      await waitUntil('the binding is in force', async () => {
        return (await as(BOB, 'get', url)).status === 200;
      });
      await as(BOB, 'post', url).send(minioModels(secret)).expect(201);
      const { body } = await as(BOB, 'get', `${url}/minio-models`).expect(200);
      expect(body.creator).toBe(BOB);

      const refused = await as(ALICE, 'get', url).expect(403);
      expect(refused.body.error.message).toMatch(
        /refuses this to you, whom it knows as "alice" \(RBAC\): .*User "alice" cannot list/,
      );
      const stranger = await as(CAROL, 'get', url).expect(403);
      expect(stranger.body.error.message).toMatch(/User "carol" cannot list/);

      const events = await eventsOf(project, list =>
        list.some(event => event.impersonatedUser?.username === 'carol'),
      );
      expect(events.every(({ user }) => user.username === portalAccount)).toBe(
        true,
      );
      const people = (code: (code: number) => boolean) =>
        events
          .filter(({ responseStatus }) => code(responseStatus?.code ?? 0))
          .map(({ impersonatedUser }) => impersonatedUser);
      const member = (username: string, ...of: string[]) => ({
        username,
        groups: [...of, 'system:authenticated'],
      });
      // What RBAC allowed was done in the name of the group that may.
      expect(people(code => code < 300).length).toBeGreaterThan(2);
      for (const person of people(code => code < 300)) {
        expect(person).toEqual(member('bob', 'team-b'));
      }
      const others = people(code => code === 403);
      expect(others).toContainEqual(member('bob', 'team-a'));
      expect(others).toContainEqual(member('alice', 'team-a'));
      expect(others).toContainEqual(member('carol'));
    });

    it('is asked for each group of a person, and never for several as one', async () => {
      // Bob's team-a may in one project, his team-b in the other.
      for (const project of [projects.a, projects.b]) {
        await as(BOB, 'get', connections('account', project)).expect(200);
      }
      const events = await portal.cluster.auditLog!('"impersonatedUser"');
      const names = events.flatMap(event => event.impersonatedUser!.groups!);
      expect(names.filter(name => name.includes(','))).toEqual([]);
    });

    it('says whose access is missing where the portal may not act as a group', async () => {
      // Alice's first group is none that the portal's account may act as; her second one still counts.
      await as(ALICE, 'get', connections('account', projects.a)).expect(200);
      const { body } = await as(
        ALICE,
        'get',
        connections('account', projects.b),
      ).expect(403);
      expect(body.error.message).toMatch(/User "alice" cannot list/);
    });

    it.each([
      ['itself', {}],
      ['Kubernetes', { 'impersonate-user': 'system:kube-controller-manager' }],
      ['a stranger', { 'impersonate-user': 'dave' }],
      [
        'an admin',
        { 'impersonate-user': 'alice', 'impersonate-group': 'system:masters' },
      ],
    ])(
      'does not let the portal’s account read Secrets as %s',
      async (_, headers) => {
        const url = `/api/v1/namespaces/${projects.a}/secrets`;
        const { status } = await portal.cluster.request('GET', url, {
          token: portalToken,
          headers,
        });
        expect(status).toBe(403);
      },
    );

    it('is not asked for who has a name that Kubernetes keeps for itself', async () => {
      portal.wire.clear();
      const url = connections('account', projects.a);
      const { body } = await as(MASTERS, 'get', url).expect(403);
      expect(body.error.message).toMatch(/begins with "system:"/);
      expect(portal.wire.exchanges).toEqual([]);
    });

    it('is that of the portal itself for services, which list only', async () => {
      const url = connections('account', projects.a);
      const refused = await portal.call('get', url, 'service').expect(403);
      expect(refused.body.error.message).toMatch(
        `refuses this to the portal's account (RBAC): `,
      );
      const view = { kind: 'ClusterRole', name: 'mooring-view' };
      const account = {
        kind: 'ServiceAccount',
        name: 'mooring-portal',
        namespace: home,
      };
      await portal.cluster.apply([
        {
          ...binding(projects.a, view, [account]),
          metadata: { name: `portal-${id}`, namespace: projects.a },
        },
      ]);
      await waitUntil('the binding is in force', async () => {
        return (await portal.call('get', url, 'service')).status === 200;
      });
      await portal.call('get', `${url}/minio-models`, 'service').expect(403);
      const events = await eventsOf(projects.a, list =>
        list.some(
          event =>
            event.user.username === portalAccount && !event.impersonatedUser,
        ),
      );
      expect(
        events.filter(
          event =>
            event.user.username === portalAccount &&
            !event.impersonatedUser &&
            event.verb !== 'list',
        ),
      ).toEqual([]);
    });

    it('leaves clusters with a sign-in of their own alone', async () => {
      portal.wire.clear();
      await as(BOB, 'get', connections('personal', projects.a))
        .set(HEADER, portal.cluster.tokens.alice)
        .expect(200);
      const { exchanges } = portal.wire;
      expect(exchanges.length).toBeGreaterThan(0);
      for (const { requestHeaders } of exchanges) {
        expect(Object.keys(requestHeaders).join()).not.toContain('impersonate');
      }
    });
  });
});
