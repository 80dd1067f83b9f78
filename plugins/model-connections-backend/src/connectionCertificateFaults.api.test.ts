import { connectLocalCluster, type Fault } from '@mooring/local-cluster';
import isEqual from 'lodash/isEqual';
import { nextRootCa, rootCa } from '@mooring/test-certificates';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

jest.setTimeout(300_000);

const FAULTS: Fault[] = ['cut', 'lose', 403, 409, 429, 500];
const SERVING = 'serving.kserve.io/s3-';

/**
 * On a real API server, ConfigMaps are collected in between, so that the state after a call is not to be told from the one a
 * moment later.
 */
const describeOnEmbedded =
  connectLocalCluster()?.kind === 'kubernetes' ? describe.skip : describe;

interface Versions {
  resourceVersion: string;
  caVersion?: string;
}

/** Every call that a write makes goes wrong once, in every way. */
describeOnEmbedded('writes of certificates whose calls fail', () => {
  let portal: TestPortal;
  let project: string;

  const url = () => `/clusters/local/namespaces/${project}/connections`;
  beforeAll(async () => {
    portal = await startTestPortal();
    project = await createProject(portal.cluster);
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
  });
  afterAll(async () => await portal.stop());

  const create = (s3: object) => (name: string) =>
    portal.call('post', url()).send({ ...minioModels('s'), name, s3 });
  const versionsOf = async (name: string): Promise<Versions> => {
    const { body } = await portal.call('get', `${url()}/${name}`);
    const { resourceVersion, s3 } = body;
    return { resourceVersion, caVersion: s3?.caVersion };
  };
  const change = (s3: object) => (name: string, versions: Versions) =>
    portal.call('patch', `${url()}/${name}`).send({ ...versions, s3 });
  const remove = (name: string) => portal.call('delete', `${url()}/${name}`);

  const first = { caCertificate: rootCa, verifyTls: true };
  const next = { caCertificate: nextRootCa, verifyTls: false };

  /** What a pod would get: whether certificates are verified, and which are trusted. */
  async function stateOf(name: string) {
    const core = `/api/v1/namespaces/${project}`;
    const secret = await portal.cluster.request(
      'GET',
      `${core}/secrets/${name}`,
    );
    const { annotations = {}, uid } = secret.body?.metadata ?? {};
    const named = annotations[`${SERVING}cabundle-configmap`];
    const configMap = await portal.cluster.request(
      'GET',
      `${core}/configmaps/${named ?? `${name}-ca`}`,
    );
    const isThere = configMap.status === 200;
    const owner = configMap.body?.metadata?.ownerReferences?.[0].uid;
    return {
      connection: secret.status === 200,
      verifyTls: annotations[`${SERVING}verifyssl`],
      certificate: named && (isThere ? configMap.body.data : 'missing'),
      // What nobody would ever remove.
      isLeft: isThere && owner !== uid,
    };
  }

  /** Whether a ConfigMap is there that the connection does not name. */
  async function isUnused(name: string): Promise<boolean> {
    const path = `/api/v1/namespaces/${project}/configmaps/${name}-ca`;
    const { certificate } = await stateOf(name);
    return (
      certificate === undefined &&
      (await portal.cluster.request('GET', path)).status === 200
    );
  }

  it('leave a new ConfigMap while it is open whether a Secret names it', async () => {
    await create({})('open').expect(201);
    const versions = await versionsOf('open');
    portal.wire.fail(({ method, path }) =>
      method === 'PATCH' && path.includes('/secrets/') ? 'cut' : undefined,
    );
    const save = change({ caCertificate: rootCa });
    const { status } = await save('open', versions);
    portal.wire.fail();
    expect(status).toBeGreaterThanOrEqual(500);
    const path = `/api/v1/namespaces/${project}/configmaps/open-ca`;
    const left = await portal.cluster.request('GET', path);
    expect(left.body.data).toEqual({ 'cabundle.crt': rootCa });
    await save('open', versions).expect(200);
  });

  it('leave a ConfigMap that another Secret of the name owns', async () => {
    await create(first)('renewed').expect(201);
    // Of an object that is there: else it is collected.
    await create({})('living').expect(201);
    const { body: living } = await portal.cluster.request(
      'GET',
      `/api/v1/namespaces/${project}/secrets/living`,
    );
    const { uid } = living.metadata;
    const path = `/api/v1/namespaces/${project}/configmaps/renewed-ca`;
    const owner = { apiVersion: 'v1', kind: 'Secret', name: 'renewed' };
    await portal.cluster.request('PATCH', path, {
      body: { metadata: { ownerReferences: [{ ...owner, uid }] } },
    });
    await remove('renewed').expect(204);
    expect((await portal.cluster.request('GET', path)).status).toBe(200);
  });

  interface Operation {
    what: string;
    prepare?: (name: string) => PromiseLike<unknown>;
    run: (
      name: string,
      versions: Versions,
    ) => PromiseLike<{ status: number; body: any }>;
    /** The status of success, and of a second try that finds it done. */
    done: number;
    found?: number;
    /** The ConfigMap may be left where only its removal fails. */
    leaves?: boolean;
  }

  it.each<Operation>([
    { what: 'create', run: create(first), done: 201, found: 409 },
    { what: 'add', prepare: create({}), run: change(first), done: 200 },
    { what: 'replace', prepare: create(first), run: change(next), done: 200 },
    {
      what: 'remove',
      prepare: create(first),
      run: change({ caCertificate: '' }),
      done: 200,
      leaves: true,
    },
    {
      what: 'delete',
      prepare: create(first),
      run: remove,
      done: 204,
      found: 404,
    },
  ])(
    'leave the old or the new state, or say what mends it: $what',
    async ({
      prepare = async () => {},
      run,
      done,
      found = done,
      leaves = false,
    }) => {
      const unique = () => `m${plant('s').slice(-12)}`;
      const clean = unique();
      await prepare(clean);
      const old = await stateOf(clean);
      const versions = await versionsOf(clean);
      portal.wire.clear();
      expect((await run(clean, versions)).status).toBe(done);
      const calls = portal.wire.exchanges.map(({ method }) => method);
      const fresh = await stateOf(clean);
      expect(fresh).not.toEqual(old);
      expect(fresh.isLeft).toBe(false);

      const wrong: unknown[] = [];
      let unchanged = 0;
      let warned = 0;
      for (const [index, method] of calls.entries()) {
        for (const fault of FAULTS) {
          const name = unique();
          await prepare(name);
          const read = await versionsOf(name);
          let seen = 0;
          portal.wire.fail(() => {
            seen += 1;
            return seen === index + 1 ? fault : undefined;
          });
          const { status, body } = await run(name, read);
          portal.wire.fail();
          const state = await stateOf(name);
          const message = body?.error?.message;
          const isNew = isEqual(state, fresh);
          const isOld = isEqual(state, old);
          const isSaid = /once more|look at it again/.test(message);
          const isOpen = [502, 503, 504].includes(status);
          const warnings: string[] = body?.warnings ?? [];
          const isLeft = await isUnused(name);
          const isNamed = warnings.some(text => text.includes(`"${name}-ca"`));
          warned += status === done && isLeft ? 1 : 0;
          unchanged += isOld ? 1 : 0;
          const seenState = { message, warnings, state };
          const what = { method, index, fault, status, ...seenState };
          // An error means the old state, or that it is open which one: never that all is done.
          const isFine =
            status === done
              ? isNew && (isNamed || !isLeft)
              : status >= 400 && (isOld || (isOpen && (isNew || isSaid)));
          if (!isFine) {
            wrong.push(what);
          } else if (!isNew) {
            // As the message says: what is there is edited.
            const again = await (state.connection && done === 201
              ? change(first)(name, await versionsOf(name))
              : run(name, await versionsOf(name)));
            const mended = await stateOf(name);
            if (
              ![done, found, 200].includes(again.status) ||
              !isEqual(mended, fresh)
            ) {
              wrong.push({ ...what, again: again.status, mended });
            }
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(calls.length).toBeGreaterThan(2);
      // So that it is noticed when nothing fails any more.
      expect(unchanged).toBeGreaterThan(FAULTS.length);
      expect(warned > 0).toBe(leaves);
    },
  );
});
