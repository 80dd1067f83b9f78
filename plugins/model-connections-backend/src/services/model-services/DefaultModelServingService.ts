import {
  connectionOfService,
  InferenceService,
  ModelService,
  ModelServiceDryRun,
  ModelServiceKind,
  modelServiceProgressOf,
  ModelServiceRef,
  ModelServiceWrite,
  Pod,
  ProgressPod,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { encodeServiceManifests } from '../../codecs/model-service/encodeServiceManifests';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { InvalidInputError } from '../../errors/errors';
import { isMissing } from '../../errors/isMissing';
import { isRefused } from '../../errors/isRefused';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { podsPath } from '../../kubernetes/kubernetesPath';
import { listAll } from '../../kubernetes/listAll';
import { ServiceOptions } from '../ServiceOptions';
import { applyModelService } from './applyModelService';
import {
  createModelServiceParts,
  ModelServiceParts,
} from './createModelServiceParts';
import {
  describeDryRun,
  describeManifests,
  describeModelService,
} from './describeModelService';
import { listModelServices } from './listModelServices';
import { ModelOrigin, ModelServiceChange } from './ModelServicePlans';
import { ModelServingService, WriteOptions } from './ModelServingService';
import { ModelServicePlan } from './planModelService';
import { predictorPodSelector } from './predictorPods';
import { readDrift } from './readDrift';
import { ServingChoices } from './ServingChoices';
import { ModelServiceSwitch, switchModelService } from './switchModelService';
import {
  changeModelService,
  createModelService,
  deleteModelService,
  requireAccount,
  WrittenModelService,
} from './writeModelService';

/** What {@link DefaultModelServingService} is made of. */
export interface ModelServingServiceOptions {
  gateway: KubernetesGateway;
  config: ModelConnectionsConfig;
}

/** {@link ModelServingService} over the gateway. */
export class DefaultModelServingService implements ModelServingService {
  private constructor(
    private readonly context: ModelServingServiceOptions,
    private readonly parts: ModelServiceParts,
    private readonly choices: ServingChoices,
  ) {}

  static create(options: ModelServingServiceOptions) {
    const { gateway, config } = options;
    return new DefaultModelServingService(
      options,
      createModelServiceParts(options),
      new ServingChoices(gateway, config.limits.pageSize),
    );
  }

  async list(
    ref: ProjectRef & { limit?: number; pageToken?: string; view?: 'basic' },
    options: ServiceOptions,
  ) {
    return await listModelServices(ref, { ...this.context, ...options });
  }

  async get(
    ref: ModelServiceRef & { kind?: ModelServiceKind },
    options: ServiceOptions,
  ): Promise<ModelService> {
    const service = await this.parts.services.read(ref, options, ref.kind);
    const [connection, pods] = await Promise.all([
      this.parts.connections.ofService(ref, service, options),
      service.kind === 'InferenceService'
        ? this.#podsOf(ref, options)
        : undefined,
    ]);
    const described = describeModelService(service, {
      cluster: ref.cluster,
      connection: connection?.known,
      pods: pods?.items,
    });
    const drift = readDrift(service, connection?.located, pods?.items ?? []);
    return {
      ...described,
      status: { ...described.status, ...(drift && { drift }) },
      ...(pods?.partial && { partial: pods.partial }),
      ...(pods?.items && {
        progress: modelServiceProgressOf(service, pods.items),
      }),
    };
  }

  async manifest(
    ref: ModelServiceRef & { kind?: ModelServiceKind },
    options: ServiceOptions,
  ): Promise<string> {
    return encodeServiceManifests([
      await this.parts.services.read(ref, options, ref.kind),
    ]);
  }

  async preview(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ) {
    const { service } = ref;
    const plan =
      service.resourceVersion === undefined
        ? await this.parts.plans.forNew(ref, options)
        : await this.parts.plans.forEdit(
            { ...ref, name: service.name },
            options,
          );
    return { manifests: describeManifests(plan), warnings: plan.warnings };
  }

  async create(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ): Promise<ModelService> {
    const plan = await this.parts.plans.forNew(ref, options);
    const named = nameIn(ref, ref.service.name);
    const stored = await createModelService(named, plan, this.parts, options);
    return describeStored(ref, { service: stored, warnings: [] }, plan);
  }

  async tryCreate(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ): Promise<ModelServiceDryRun> {
    const plan = await this.parts.plans.forNew(ref, options);
    const named = nameIn(ref, ref.service.name);
    await this.parts.services.requireFree(named, options);
    await requireAccount(named, plan, this.parts, options);
    const tried = await this.parts.services.create(
      named,
      plan.inferenceService,
      {
        ...options,
        dryRun: true,
      },
    );
    return describeDryRun(tried, plan, ref.cluster);
  }

  async replace(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ): Promise<ModelService> {
    const plan = await this.parts.plans.forEdit(ref, options);
    const named = nameIn(ref, ref.name);
    const written = await changeModelService(named, plan, this.parts, options);
    return describeStored(ref, written, plan);
  }

  async tryReplace(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ): Promise<ModelServiceDryRun> {
    return await this.#try(
      ref,
      await this.parts.plans.forEdit(ref, options),
      options,
    );
  }

  async apply(
    ref: ModelServiceRef,
    options: WriteOptions,
  ): Promise<ModelService> {
    const { plan, ...written } = await applyModelService(
      nameIn(ref, ref.name),
      this.parts,
      options,
      requireConnection,
    );
    return describeStored(ref, written, plan);
  }

  async tryApply(
    ref: ModelServiceRef,
    options: WriteOptions,
  ): Promise<ModelServiceDryRun> {
    return await this.#try(
      ref,
      await this.parts.plans.toApply(ref, options, requireConnection),
      options,
    );
  }

  async restart(ref: ModelServiceRef, options: ServiceOptions) {
    return await this.#switch(ref, 'restart', options);
  }

  async stop(ref: ModelServiceRef, options: ServiceOptions) {
    return await this.#switch(ref, 'stop', options);
  }

  async start(ref: ModelServiceRef, options: ServiceOptions) {
    return await this.#switch(ref, 'start', options);
  }

  async delete(ref: ModelServiceRef, options: ServiceOptions): Promise<void> {
    let missing: unknown;
    const service = await this.parts.services
      .readToWrite(ref, options)
      .catch(error => {
        if (!isMissing(error)) throw error;
        missing = error;
        return undefined;
      });
    const connection = service && connectionOfService(service);
    const wasThere = await deleteModelService(
      ref,
      service,
      connection === undefined ? [] : [connection],
      this.parts,
      options,
    );
    if (!wasThere) throw missing;
  }

  async runtimes(ref: ProjectRef, options: ServiceOptions) {
    return await this.choices.runtimes(ref, options);
  }

  async volumeClaims(ref: ProjectRef, options: ServiceOptions) {
    return await this.choices.volumeClaims(ref, options);
  }

  async serviceAccounts(ref: ProjectRef, options: ServiceOptions) {
    return await this.choices.serviceAccounts(ref, options);
  }

  /** In words why the person may not see them, where it is so. */
  async #podsOf(
    ref: ModelServiceRef,
    options: ServiceOptions,
  ): Promise<{
    items?: (Pod & ProgressPod & KubernetesObject)[];
    partial?: string;
  }> {
    try {
      const items = await listAll<Pod & ProgressPod & KubernetesObject>(
        this.context.gateway,
        ref.cluster,
        {
          path: podsPath(ref.namespace),
          query: { labelSelector: predictorPodSelector([ref.name]) },
          pageSize: this.context.config.limits.pageSize,
        },
        options,
      );
      return { items };
    } catch (error) {
      if (!isRefused(error)) throw error;
      return {
        partial: `Whether it has fallen behind cannot be seen: ${error.message}`,
      };
    }
  }

  async #try(
    ref: ModelServiceRef,
    plan: ModelServiceChange,
    options: ServiceOptions,
  ): Promise<ModelServiceDryRun> {
    const { current, patch } = plan;
    await requireAccount(nameIn(ref, ref.name), plan, this.parts, options);
    const tried = patch
      ? await this.parts.services.patch(ref, current, patch, {
          ...options,
          dryRun: true,
        })
      : current;
    return describeDryRun(tried, plan, ref.cluster);
  }

  async #switch(
    ref: ModelServiceRef,
    to: ModelServiceSwitch,
    options: ServiceOptions,
  ): Promise<ModelService> {
    const { services, connections } = this.parts;
    const stored = await switchModelService(ref, to, services, options);
    const connection = await connections.ofService(ref, stored, options);
    return describeModelService(stored, {
      cluster: ref.cluster,
      connection: connection?.known,
    });
  }
}

function nameIn(
  { cluster, namespace }: ProjectRef,
  name: string,
): ModelServiceRef {
  return { cluster, namespace, name };
}

function describeStored(
  { cluster }: ProjectRef,
  { service, warnings }: WrittenModelService,
  { connection }: ModelServicePlan,
): ModelService {
  const described = describeModelService(service, {
    cluster,
    connection: connection?.known,
  });
  return { ...described, ...(warnings.length > 0 && { warnings }) };
}

function requireConnection(
  { metadata: { name } }: InferenceService,
  origin: ModelOrigin,
): void {
  if (origin === 'elsewhere') {
    throw new InvalidInputError(
      `The model of "${name}" does not come from a connection, so there is nothing to apply. Restart it instead.`,
      [],
    );
  }
}
