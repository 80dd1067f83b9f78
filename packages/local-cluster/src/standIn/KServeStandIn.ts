import { randomBytes } from 'node:crypto';
import { ClusterResponse, LocalCluster } from '../LocalCluster';
import { podTemplate, sourceOf } from './inferencePod';
import { chooseRuntime } from './chooseRuntime';
import { inferenceStatus, withHistory } from './inferenceStatus';
import { podSituation } from './podSituation';
import { Refusal } from './Refusal';
import { Workload } from './Workload';

const API = '/apis/serving.kserve.io';
/** With the value `off`, the stand-in leaves an InferenceService alone. */
const STAND_IN = 'local-cluster/stand-in';
const SCHEMES = /^(s3|gs|hf|oci|pvc|https?|hdfs|webhdfs):\/\//;
/** KServe makes a host name of `<service>-predictor-<namespace>`. */
const LONGEST_HOST = 63;

/**
 * Plays KServe's controller on the embedded API server. It is not KServe: no
 * model is downloaded and nothing is served. What it writes was recorded from
 * the real controller (`../kserve/__fixtures__`), and the suites in
 * `../kserve` hold it to that.
 */
export class KServeStandIn {
  private readonly reported = new Set<string>();

  constructor(private readonly request: LocalCluster['request']) {}

  /** Looks at every InferenceService once, and does what is to be done. */
  async reconcile(): Promise<void> {
    const services = await this.list('v1beta1', 'inferenceservices');
    if (services.length === 0) {
      return;
    }
    const runtimes = [
      ...(await this.list('v1alpha1', 'servingruntimes', 'ServingRuntime')),
      ...(await this.list(
        'v1alpha1',
        'clusterservingruntimes',
        'ClusterServingRuntime',
      )),
    ];
    for (const service of services) {
      const { annotations, deletionTimestamp } = service.metadata;
      if (annotations?.[STAND_IN] !== 'off' && !deletionTimestamp) {
        await this.reconcileService(service, runtimes).catch(() => {
          // Somebody else was quicker: the next look sees what there is then.
        });
      }
    }
  }

  private async list(
    version: string,
    plural: string,
    kind?: string,
  ): Promise<any[]> {
    const { body } = await this.request('GET', `${API}/${version}/${plural}`);
    return (body.items ?? []).map((item: any) => ({
      ...item,
      ...(kind && { kind }),
    }));
  }

  private async reconcileService(service: any, runtimes: any[]) {
    const { annotations = {} } = service.metadata;
    const workload = new Workload(this.request, service);
    const choice = chooseRuntime(service, runtimes);
    if ('situation' in choice) {
      await this.refuse(service, choice);
      return;
    }
    const { runtime } = choice;
    if (annotations['serving.kserve.io/stop'] === 'true') {
      await workload.remove();
      await this.write(
        service,
        inferenceStatus('stopped', { service, runtime }),
      );
      return;
    }
    const refusal = refusalOf(service);
    if (refusal) {
      await this.refuse(service, refusal, runtime);
      return;
    }
    const replicas = service.spec.predictor.minReplicas ?? 1;
    const state = await workload.reconcile(
      podTemplate(service, runtime),
      replicas,
    );
    const { replicaSet, current, ready } = state;
    const facts = { service, runtime, replicaSet, copies: ready };
    if (state.refusal && ready === 0) {
      const { kind, message } = state.refusal;
      await this.write(service, inferenceStatus(kind, { ...facts, message }));
      return;
    }
    const newest = current[current.length - 1];
    const told = newest ? podSituation(newest) : undefined;
    const { situation = 'starting', ...failure } = told ?? {};
    const status = inferenceStatus(situation, { ...facts, ...failure });
    if (ready > 0 && situation !== 'ready') {
      // The old pods answer while new ones are on their way.
      const before = inferenceStatus('ready', facts);
      Object.assign(status, {
        components: before.components,
        conditions: before.conditions,
      });
    }
    await this.write(service, status);
  }

  private async refuse(service: any, refusal: Refusal, runtime?: any) {
    const { situation, event, message } = refusal;
    await this.write(
      service,
      inferenceStatus(situation, { service, runtime, message }),
    );
    if (event) await this.report(service, event);
  }

  /** Writes a status, unless it is there already. */
  private async write(service: any, status: any): Promise<ClusterResponse> {
    const { name, namespace } = service.metadata;
    const next = withHistory(status, service.status);
    const isSame = JSON.stringify(next) === JSON.stringify(service.status);
    return isSame
      ? { status: 200, body: service, headers: {} }
      : await this.request(
          'PUT',
          `${API}/v1beta1/namespaces/${namespace}/inferenceservices/${name}/status`,
          { body: { ...service, status: next } },
        );
  }

  /** Says it in an event, once. */
  private async report(service: any, message: string) {
    const { name, namespace, uid } = service.metadata;
    const key = `${uid} ${message}`;
    if (this.reported.has(key)) {
      return;
    }
    this.reported.add(key);
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    await this.request('POST', `/api/v1/namespaces/${namespace}/events`, {
      body: {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name: `${name}.${randomBytes(8).toString('hex')}` },
        involvedObject: {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          name,
          namespace,
          uid,
        },
        type: 'Warning',
        reason: 'InternalError',
        message,
        count: 1,
        firstTimestamp: now,
        lastTimestamp: now,
      },
    });
  }
}

/** What KServe finds wrong with a service before it makes anything of it. */
function refusalOf(service: any): Refusal | undefined {
  const { name, namespace } = service.metadata;
  const { model = {} } = service.spec?.predictor ?? {};
  const source = sourceOf(service);
  if (source !== undefined && model.storage?.path !== undefined) {
    return {
      situation: 'uriAndStorage',
      event: 'must provide only one of storageUri and storage.path',
    };
  }
  if (source !== undefined && !SCHEMES.test(source)) {
    return {
      situation: 'unknownScheme',
      event: `StorageURI not supported: storageUri, must be one of the known schemes: StorageUri [${source}] is not supported`,
    };
  }
  const host = `${name}-predictor-${namespace}`;
  return host.length > LONGEST_HOST ? { situation: 'nameTooLong' } : undefined;
}
