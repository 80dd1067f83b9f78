import { waitUntil, type Fault } from '@mooring/local-cluster';
import isEqual from 'lodash/isEqual';
import { createProject, minioModels, plant } from './connectionFixtures';
import { startTestPortal, TestPortal } from './startTestPortal';

const FAULTS: Fault[] = ['cut', 'lose', 403, 409, 429, 500];

/** What lies in the cluster of one service. */
interface State {
  /** `absent`, or the location of the model. */
  service: string;
  /** The Secret of the account made for it, and whether it goes with the service. */
  account: string;
}

interface Operation {
  what: string;
  prepare?: (name: string) => PromiseLike<unknown>;
  run: (
    name: string,
    resourceVersion: string,
  ) => PromiseLike<{ status: number; body: any }>;
  /** The status of success. */
  done: number;
}

/**
 * Every call that a write of a model service makes goes wrong once, in every way: afterwards the old or the new state is
 * there, or the error says what a retry mends. For within a `describe`, on any cluster: the state is looked at when what
 * was deleted is gone, and all that goes with it.
 */
export function itSurvivesFaults(): void {
  let portal: TestPortal;
  let project: string;

  const url = (path: string) => `/clusters/local/namespaces/${project}/${path}`;
  const servicePath = (name: string) =>
    `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices/${name}`;
  const accountPath = (name: string) =>
    `/api/v1/namespaces/${project}/serviceaccounts/${name}-model-source`;

  beforeAll(async () => {
    portal = await startTestPortal();
    project = await createProject(portal.cluster);
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
    const { values, ...rest } = minioModels('s');
    for (const [name, bucket] of [
      ['minio-models', 'models'],
      ['other-models', 'others'],
    ]) {
      await portal
        .call('post', url('connections'))
        .send({ ...rest, name, values: { ...values, AWS_S3_BUCKET: bucket } })
        .expect(201);
    }
  });
  afterAll(async () => {
    await portal.cluster.request('DELETE', `/api/v1/namespaces/${project}`);
    await portal.stop();
  });

  const service = (name: string) => url(`model-services/${name}`);
  const from = (connection: string) => ({
    kind: 'connection',
    connection,
    path: 'a',
  });
  const volume = { kind: 'pvc', claim: 'claim' };
  const writeOf = (name: string, location: object) => ({
    name,
    modelFormat: { name: 'sklearn' },
    location,
  });
  const create = (location: object) => (name: string) =>
    portal.call('post', url('model-services')).send(writeOf(name, location));
  const move = (location: object) => (name: string, resourceVersion: string) =>
    portal
      .call('put', service(name))
      .send({ ...writeOf(name, location), resourceVersion });
  const remove = (name: string) => portal.call('delete', service(name));

  /** The state when nothing is on its way out any more. */
  const stateOf = (name: string): Promise<State> =>
    waitUntil(`${name} has settled`, async () => {
      const { cluster } = portal;
      const [stored, account] = await Promise.all([
        cluster.request('GET', servicePath(name)),
        cluster.request('GET', accountPath(name)),
      ]);
      const isThere = stored.status === 200;
      const { uid, deletionTimestamp } = stored.body?.metadata ?? {};
      const owner = account.body?.metadata?.ownerReferences?.[0].uid;
      const isOwned = isThere && owner === uid;
      const isGoing =
        deletionTimestamp !== undefined || (owner !== undefined && !isOwned);
      return isGoing
        ? undefined
        : {
            service: isThere
              ? stored.body.spec.predictor.model.storageUri
              : 'absent',
            account:
              account.status === 200
                ? `${account.body.secrets[0].name}${
                    isOwned ? '' : ' without owner'
                  }`
                : 'absent',
          };
    });

  it.each<Operation>([
    { what: 'create', run: create(from('minio-models')), done: 201 },
    {
      what: 'switch from a connection to a volume',
      prepare: create(from('minio-models')),
      run: move(volume),
      done: 200,
    },
    {
      what: 'switch from a volume to a connection',
      prepare: create(volume),
      run: move(from('minio-models')),
      done: 200,
    },
    {
      what: 'switch from one connection to another',
      prepare: create(from('minio-models')),
      run: move(from('other-models')),
      done: 200,
    },
    {
      what: 'delete',
      prepare: create(from('minio-models')),
      run: remove,
      done: 204,
    },
  ])(
    'leave the old or the new state, or say what a retry mends: $what',
    async ({ prepare = async () => {}, run, done }) => {
      const unique = () => `m${plant('s').slice(-12)}`;
      // As a form does: what is there is read before, and after an error.
      const versionOf = async (name: string): Promise<string> =>
        (await portal.call('get', service(name))).body.resourceVersion;
      const clean = unique();
      await prepare(clean);
      const old = await stateOf(clean);
      const version = await versionOf(clean);
      portal.wire.clear();
      expect((await run(clean, version)).status).toBe(done);
      const calls = portal.wire.exchanges.map(({ method }) => method);
      const fresh = await stateOf(clean);
      expect(fresh).not.toEqual(old);

      const wrong: unknown[] = [];
      let unchanged = 0;
      for (const [index, method] of calls.entries()) {
        for (const fault of FAULTS) {
          const name = unique();
          await prepare(name);
          const read = await versionOf(name);
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
          const isSaid = /once more|sent again|look at it again/.test(message);
          const isFine =
            status === done
              ? isNew
              : status >= 400 && (isNew || isOld || isSaid);
          unchanged += isOld ? 1 : 0;
          const what = { method, index, fault, status, message, state };
          if (!isFine) {
            wrong.push(what);
          } else if (!isNew) {
            const again = await run(name, await versionOf(name));
            const mended = await stateOf(name);
            if (again.status !== done || !isEqual(mended, fresh)) {
              wrong.push({ ...what, again: again.status, mended });
            }
          }
          // So that a controller has not more and more to do.
          await portal.cluster.request('DELETE', servicePath(name));
        }
      }
      expect(wrong).toEqual([]);
      expect(calls.length).toBeGreaterThan(2);
      // So that it is noticed when nothing fails any more.
      expect(unchanged).toBeGreaterThan(FAULTS.length);
    },
    600_000,
  );
}
