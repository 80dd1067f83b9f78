import { waitUntil, type Fault } from '@mooring/local-cluster';
import isEqual from 'lodash/isEqual';
import { createProject, minioModels, plant } from './connectionFixtures';
import { startTestPortal, TestPortal } from './startTestPortal';

/** How a call fails, once in each of these ways. */
interface CallFault {
  fault: Fault;
  /** Whether the cluster is away from then on, until the write has ended. */
  isAway?: boolean;
}

export const FAULTS: readonly CallFault[] = [
  ...(['cut', 'lose', 403, 409, 429, 500] as const).map(fault => ({ fault })),
  { fault: 'cut', isAway: true },
  { fault: 'lose', isAway: true },
];

/** What lies in the cluster of one service. */
interface State {
  /** `absent`, or the location of the model. */
  service: string;
  /** The Secret of the account made for it, and whether it goes with the service. */
  account: string;
}

/** A write of a model service. */
export interface FaultyWrite {
  what: string;
  /** The location before; absent for a service that is not there. */
  before?: object;
  /** The location that it is to have; absent when it is deleted. */
  wanted?: object;
}

/** What came of a write whose calls failed one by one. */
export interface FaultyWriteResult {
  /** Where neither the old nor the new state was left, nor an error that says what a retry mends; or it did not. */
  wrong: unknown[];
  /** How many calls the write makes. */
  calls: number;
  /** After how many faults the old state was there. */
  unchanged: number;
}

const from = (connection: string) => ({
  kind: 'connection',
  connection,
  path: 'a',
});
const minio = from('minio-models');
const volume = { kind: 'pvc', claim: 'claim' };

/** The writes that are tried. */
export const FAULTY_WRITES: readonly FaultyWrite[] = [
  { what: 'create', wanted: minio },
  {
    what: 'switch from a connection to a volume',
    before: minio,
    wanted: volume,
  },
  {
    what: 'switch from a volume to a connection',
    before: volume,
    wanted: minio,
  },
  {
    what: 'switch from one connection to another',
    before: minio,
    wanted: from('other-models'),
  },
  { what: 'delete', before: minio },
];

/**
 * Writes model services through a portal, while every call of a write goes wrong once in every way. On any cluster: the
 * state is looked at when what was deleted is gone, with all that goes with it.
 */
export class ServiceFaults {
  private constructor(
    private readonly portal: TestPortal,
    private readonly project: string,
  ) {}

  static async start(): Promise<ServiceFaults> {
    const portal = await startTestPortal();
    const project = await createProject(portal.cluster);
    const faults = new ServiceFaults(portal, project);
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
    const { values, ...rest } = minioModels('s');
    for (const [name, bucket] of [
      ['minio-models', 'models'],
      ['other-models', 'others'],
    ]) {
      await portal
        .call('post', faults.url('connections'))
        .send({ ...rest, name, values: { ...values, AWS_S3_BUCKET: bucket } })
        .expect(201);
    }
    return faults;
  }

  async stop(): Promise<void> {
    const { portal, project } = this;
    await portal.cluster.request('DELETE', `/api/v1/namespaces/${project}`);
    await portal.stop();
  }

  async run(write: FaultyWrite): Promise<FaultyWriteResult> {
    const { wire } = this.portal;
    const done = { POST: 201, PUT: 200, DELETE: 204 }[methodOf(write)];
    const clean = await this.prepare(write);
    const old = await this.stateOf(clean);
    const read = await this.versionOf(clean);
    wire.clear();
    const first = await this.send(write, clean, read);
    const methods = wire.exchanges.map(({ method }) => method);
    const fresh = await this.stateOf(clean);
    if (first.status !== done || isEqual(fresh, old)) {
      throw new Error(`The write itself failed: ${JSON.stringify(first.body)}`);
    }

    const wrong: unknown[] = [];
    let unchanged = 0;
    for (const [index, method] of methods.entries()) {
      for (const callFault of FAULTS) {
        const name = await this.prepare(write);
        // As a form does: what is there is read before, and after an error.
        const version = await this.versionOf(name);
        this.failAt(index, callFault);
        const { status, body } = await this.send(write, name, version);
        wire.fail();
        const state = await this.stateOf(name);
        const message = body?.error?.message;
        const isNew = isEqual(state, fresh);
        const isOld = isEqual(state, old);
        const isSaid = /once more|sent again|look at it again/.test(message);
        // What is done is no error: saving it once more would have nothing to save.
        const isDoubtful =
          methodOf(write) !== 'PUT' ||
          state.service === old.service ||
          /look at it again/.test(message);
        const isLeft =
          state.service === fresh.service &&
          body?.warnings?.some((text: string) => text.includes('may be left'));
        const isFine =
          status === done
            ? isNew || isLeft
            : status >= 400 && isDoubtful && (isNew || isOld || isSaid);
        unchanged += isOld ? 1 : 0;
        const what = { method, index, ...callFault, status, message, state };
        if (!isFine) {
          wrong.push(what);
        } else if (!isNew) {
          const again = await this.sendAgain(write, name, callFault);
          const mended = await this.stateOf(name);
          if (again.status !== done || !isEqual(mended, fresh)) {
            wrong.push({ ...what, again: again.status, mended });
          }
        }
        // So that a controller has not more and more to do.
        await this.portal.cluster.request('DELETE', this.servicePath(name));
      }
    }
    return { wrong, calls: methods.length, unchanged };
  }

  private url(path: string): string {
    return `/clusters/local/namespaces/${this.project}/${path}`;
  }

  private servicePath(name: string): string {
    return `/apis/serving.kserve.io/v1beta1/namespaces/${this.project}/inferenceservices/${name}`;
  }

  private async prepare({ before }: FaultyWrite): Promise<string> {
    const name = `m${plant('s').slice(-12)}`;
    if (before) {
      await this.send({ what: 'prepare', wanted: before }, name);
    }
    return name;
  }

  private async versionOf(name: string): Promise<string | undefined> {
    const read = this.portal.call('get', this.url(`model-services/${name}`));
    return (await read).body.resourceVersion;
  }

  private async send(
    write: FaultyWrite,
    name: string,
    resourceVersion?: string,
  ): Promise<{ status: number; body: any }> {
    const { portal } = this;
    const services = this.url('model-services');
    const body = {
      name,
      modelFormat: { name: 'sklearn' },
      location: write.wanted,
    };
    switch (methodOf(write)) {
      case 'POST':
        return await portal.call('post', services).send(body);
      case 'PUT':
        return await portal
          .call('put', `${services}/${name}`)
          .send({ ...body, resourceVersion });
      default:
        return await portal.call('delete', `${services}/${name}`);
    }
  }

  private async sendAgain(
    write: FaultyWrite,
    name: string,
    { isAway }: CallFault,
  ) {
    const version = await this.versionOf(name);
    const again = await this.send(write, name, version);
    const isMade = methodOf(write) === 'POST' && again.status === 409;
    if (!isAway || !isMade) return again;
    // Who looks at it finds that it is there, and what is to be done about it.
    await this.portal.call('delete', this.url(`model-services/${name}`));
    return await this.send(write, name);
  }

  private failAt(index: number, { fault, isAway }: CallFault): void {
    let seen = 0;
    this.portal.wire.fail(() => {
      seen += 1;
      if (seen === index + 1) return fault;
      return isAway && seen > index ? 'cut' : undefined;
    });
  }

  /** The state when nothing is on its way out any more. */
  private stateOf(name: string): Promise<State> {
    const accountPath = `/api/v1/namespaces/${this.project}/serviceaccounts/${name}-model-source`;
    return waitUntil(`${name} has settled`, async () => {
      const { cluster } = this.portal;
      const [stored, account] = await Promise.all([
        cluster.request('GET', this.servicePath(name)),
        cluster.request('GET', accountPath),
      ]);
      const isThere = stored.status === 200;
      const { uid, deletionTimestamp } = stored.body?.metadata ?? {};
      const owner = account.body?.metadata?.ownerReferences?.[0].uid;
      const isOwned = isThere && owner === uid;
      const isGoing =
        deletionTimestamp !== undefined || (owner !== undefined && !isOwned);
      if (isGoing) return undefined;
      const secret =
        account.status === 200 ? account.body.secrets[0].name : 'absent';
      return {
        service: isThere
          ? stored.body.spec.predictor.model.storageUri
          : 'absent',
        account:
          isOwned || secret === 'absent' ? secret : `${secret} without owner`,
      };
    });
  }
}

function methodOf({ before, wanted }: FaultyWrite): 'POST' | 'PUT' | 'DELETE' {
  if (!wanted) return 'DELETE';
  return before ? 'PUT' : 'POST';
}
