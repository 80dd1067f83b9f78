import { randomBytes } from 'node:crypto';
import { LocalCluster } from '../LocalCluster';
import {
  admittedPod,
  predictorName,
  sourceOf,
  templateHash,
} from './inferencePod';
import { isPodReady } from './podSituation';

/** What has become of the Deployment of a service. */
export interface WorkloadState {
  /** The name of the ReplicaSet of the present template. */
  replicaSet: string;
  /** The pods of the present template. */
  current: any[];
  /** All that answer, also those of an earlier template. */
  ready: number;
  /** Why a pod could not be made. */
  refusal?: {
    kind: 'serviceAccountMissing' | 'secretMissing';
    message: string;
  };
}

const REVISION = 'deployment.kubernetes.io/revision';

const ownedBy = ({ apiVersion, kind, metadata }: any) => [
  {
    apiVersion,
    kind,
    name: metadata.name,
    uid: metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  },
];

/**
 * Plays the controllers of Deployments and ReplicaSets, and KServe's webhook
 * for pods, on the embedded API server, which has none of them: new pods
 * first, the old ones go when the new ones are ready.
 */
export class Workload {
  constructor(
    private readonly request: LocalCluster['request'],
    private readonly service: any,
  ) {}

  /** Brings it nearer to what the service asks for, and tells how it is. */
  async reconcile(template: any, replicas: number): Promise<WorkloadState> {
    const deployment = await this.ensureDeployment(template, replicas);
    const hash = templateHash(template);
    const sets = await this.list('/apis/apps/v1', 'replicasets');
    const name = `${predictorName(this.service)}-${hash}`;
    const set =
      sets.find(({ metadata }) => metadata.name === name) ??
      (await this.createReplicaSet(
        deployment,
        name,
        template,
        replicas,
        sets.length + 1,
      ));
    await this.observe(deployment);
    const pods = (await this.list('/api/v1', 'pods')).filter(
      ({ metadata }) => !metadata.deletionTimestamp,
    );
    const isOurs = (pod: any) =>
      pod.metadata.ownerReferences?.some(
        ({ uid }: any) => uid === set.metadata.uid,
      );
    const current = pods.filter(isOurs);
    const old = pods.filter(
      pod => !isOurs(pod) && pod.metadata.ownerReferences?.length,
    );
    let refusal: WorkloadState['refusal'];
    while (current.length < replicas && !refusal) {
      const made = await this.createPod(set, template, hash);
      if ('kind' in made) current.push(made);
      else refusal = made.refusal;
    }
    const surplus = current.splice(replicas);
    const isCaughtUp = current.every(isPodReady) && !refusal;
    for (const pod of [...surplus, ...(isCaughtUp ? old : [])]) {
      await this.request(
        'DELETE',
        this.path('/api/v1', 'pods', pod.metadata.name),
      );
    }
    const answering = [...current, ...(isCaughtUp ? [] : old)];
    return {
      replicaSet: name,
      current,
      ready: answering.filter(isPodReady).length,
      refusal,
    };
  }

  /** Takes everything away; what it owns goes with it. */
  async remove(): Promise<void> {
    await this.request(
      'DELETE',
      this.path('/apis/apps/v1', 'deployments', predictorName(this.service)),
    );
  }

  private path(api: string, plural: string, name?: string): string {
    const { namespace } = this.service.metadata;
    return `${api}/namespaces/${namespace}/${plural}${name ? `/${name}` : ''}`;
  }

  private async list(api: string, plural: string): Promise<any[]> {
    const { body } = await this.request('GET', this.path(api, plural), {
      query: {
        labelSelector: `serving.kserve.io/inferenceservice=${this.service.metadata.name}`,
      },
    });
    return body.items ?? [];
  }

  private async create(api: string, plural: string, object: any) {
    const { status, body } = await this.request(
      'POST',
      this.path(api, plural),
      { body: object },
    );
    if (status !== 201) {
      throw new Error(`Cannot create ${plural}: ${status} ${body?.message}`);
    }
    return body;
  }

  private async ensureDeployment(template: any, replicas: number) {
    const path = this.path(
      '/apis/apps/v1',
      'deployments',
      predictorName(this.service),
    );
    const spec = {
      replicas,
      selector: { matchLabels: { app: template.metadata.labels.app } },
      template,
    };
    const { status, body } = await this.request('GET', path);
    if (status === 404) {
      return await this.create('/apis/apps/v1', 'deployments', {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
          name: predictorName(this.service),
          labels: template.metadata.labels,
          annotations: { [REVISION]: '1' },
          ownerReferences: ownedBy({
            apiVersion: 'serving.kserve.io/v1beta1',
            kind: 'InferenceService',
            metadata: this.service.metadata,
          }),
        },
        spec,
      });
    }
    const isSame =
      body.spec.replicas === replicas &&
      templateHash(body.spec.template) === templateHash(template);
    if (isSame) {
      return body;
    }
    // A merge patch would keep what was taken out.
    const { body: next } = await this.request('PUT', path, {
      body: { ...body, spec },
    });
    return next;
  }

  /** Says that the Deployment has been seen as it is now. */
  private async observe({ metadata, status }: any): Promise<void> {
    const { name, generation } = metadata;
    if (status?.observedGeneration !== generation) {
      await this.request(
        'PATCH',
        `${this.path('/apis/apps/v1', 'deployments', name)}/status`,
        { body: { status: { observedGeneration: generation } } },
      );
    }
  }

  private async createReplicaSet(
    deployment: any,
    name: string,
    template: any,
    replicas: number,
    revision: number,
  ) {
    const made = await this.create('/apis/apps/v1', 'replicasets', {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name,
        labels: template.metadata.labels,
        annotations: { [REVISION]: String(revision) },
        ownerReferences: ownedBy({
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: deployment.metadata,
        }),
      },
      spec: {
        replicas,
        selector: { matchLabels: { app: template.metadata.labels.app } },
        template,
      },
    });
    await this.request(
      'PATCH',
      this.path('/apis/apps/v1', 'deployments', predictorName(this.service)),
      { body: { metadata: { annotations: { [REVISION]: String(revision) } } } },
    );
    return made;
  }

  /** A pod, or why there is none. */
  private async createPod(
    set: any,
    template: any,
    hash: string,
  ): Promise<any | { refusal: WorkloadState['refusal'] }> {
    const { namespace } = this.service.metadata;
    const source = sourceOf(this.service);
    const account = template.spec.serviceAccountName ?? 'default';
    const found = await this.request(
      'GET',
      this.path('/api/v1', 'serviceaccounts', account),
    );
    if (found.status === 404) {
      return {
        refusal: {
          kind: 'serviceAccountMissing',
          message: `pods "${set.metadata.name}-" is forbidden: error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`,
        },
      };
    }
    const secrets: any[] = [];
    const isDownloaded = !/^(oci|pvc):/.test(source ?? 'pvc:');
    for (const { name } of isDownloaded ? found.body.secrets ?? [] : []) {
      const secret = await this.request(
        'GET',
        this.path('/api/v1', 'secrets', name),
      );
      if (secret.status === 404) {
        return {
          refusal: {
            kind: 'secretMissing',
            message: `admission webhook "inferenceservice.kserve-webhook-server.pod-mutator" denied the request: secrets "${name}" not found`,
          },
        };
      }
      secrets.push(secret.body);
    }
    const { metadata, spec } = admittedPod(template, source, secrets);
    return await this.create('/api/v1', 'pods', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...metadata,
        name: `${set.metadata.name}-${randomBytes(3).toString('hex')}`,
        labels: { ...metadata.labels, 'pod-template-hash': hash },
        ownerReferences: ownedBy({
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          metadata: set.metadata,
        }),
      },
      spec,
    });
  }
}
