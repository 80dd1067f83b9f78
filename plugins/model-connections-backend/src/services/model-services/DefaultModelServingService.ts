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
  readModelService,
  RESTARTED_AT,
  restartsPods,
  STOP_SERVICE,
} from '@mooring/backstage-plugin-model-connections-common';
import { encodeServiceManifests } from '../../codecs/model-service/encodeServiceManifests';
import { encodeServiceChanges } from '../../codecs/model-service/encodeServiceChanges';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { ConflictingInputError, InvalidInputError } from '../../errors/errors';
import { isMissing } from '../../errors/isMissing';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { podsPath } from '../../kubernetes/kubernetesPath';
import { listAll } from '../../kubernetes/listAll';
import { staleVersion } from '../connections/connectionChecks';
import { ServiceOptions } from '../ServiceOptions';
import { InferenceServices } from './InferenceServices';
import { listModelServices, SERVICE_LABEL } from './listModelServices';
import { ModelServingService, WriteOptions } from './ModelServingService';
import { ModelSourceAccounts } from './ModelSourceAccounts';
import { ModelServicePlan, planModelService } from './planModelService';
import { readDrift } from './readDrift';
import { ServiceConnections } from './ServiceConnections';
import { ServingChoices } from './ServingChoices';
import { withActions } from './withActions';
import { writeOf } from './writeOf';
import {
  changeModelService,
  createModelService,
  deleteModelService,
} from './writeModelService';

/** What {@link DefaultModelServingService} is made of. */
export interface ModelServingServiceOptions {
  gateway: KubernetesGateway;
  config: ModelConnectionsConfig;
}

type Current = ModelServicePlan & { current: InferenceService };

/** {@link ModelServingService} over the gateway. */
export class DefaultModelServingService implements ModelServingService {
  readonly #services: InferenceServices;
  readonly #accounts: ModelSourceAccounts;
  readonly #connections: ServiceConnections;
  readonly #choices: ServingChoices;

  private constructor(private readonly context: ModelServingServiceOptions) {
    const { gateway, config } = context;
    this.#services = new InferenceServices(gateway);
    this.#accounts = new ModelSourceAccounts(gateway);
    this.#connections = new ServiceConnections(gateway, config);
    this.#choices = new ServingChoices(gateway, config.limits.pageSize);
  }

  static create(options: ModelServingServiceOptions) {
    return new DefaultModelServingService(options);
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
    const service = await this.#services.read(ref, options, ref.kind);
    const [connection, pods] = await Promise.all([
      this.#connections.ofService(ref, service, options),
      service.kind === 'InferenceService' ? this.#podsOf(ref, options) : [],
    ]);
    const described = readModelService(service, {
      cluster: ref.cluster,
      connection: connection?.known,
    });
    const drift = readDrift(service, connection?.located, pods);
    return withActions(
      {
        ...described,
        status: { ...described.status, ...(drift && { drift }) },
        ...(service.kind === 'InferenceService' && {
          progress: modelServiceProgressOf(service, pods),
        }),
      },
      service.metadata,
    );
  }

  async manifest(
    ref: ModelServiceRef & { kind?: ModelServiceKind },
    options: ServiceOptions,
  ): Promise<string> {
    return encodeServiceManifests([
      await this.#services.read(ref, options, ref.kind),
    ]);
  }

  async preview(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ) {
    const plan =
      ref.service.resourceVersion === undefined
        ? await this.#planNew(ref, options)
        : await this.#planChange({ ...ref, name: ref.service.name }, options);
    return { manifests: manifestsOf(plan), warnings: plan.warnings };
  }

  async create(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ): Promise<ModelService> {
    const plan = await this.#planNew(ref, options);
    const named = nameIn(ref, ref.service.name);
    const stored = await createModelService(named, plan, this.#write, options);
    return this.#describe(ref, stored, plan);
  }

  async tryCreate(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ): Promise<ModelServiceDryRun> {
    const plan = await this.#planNew(ref, options);
    const named = nameIn(ref, ref.service.name);
    await this.#services.requireFree(named, options);
    const tried = await this.#services.create(named, plan.inferenceService, {
      ...options,
      dryRun: true,
    });
    return this.#dryRun(ref, tried, plan);
  }

  async replace(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ): Promise<ModelService> {
    return await this.#change(
      ref,
      await this.#planChange(ref, options),
      options,
    );
  }

  async tryReplace(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ): Promise<ModelServiceDryRun> {
    return await this.#try(ref, await this.#planChange(ref, options), options);
  }

  async apply(
    ref: ModelServiceRef,
    options: ServiceOptions,
  ): Promise<ModelService> {
    return await this.#change(
      ref,
      await this.#planApply(ref, options),
      options,
    );
  }

  async tryApply(
    ref: ModelServiceRef,
    options: ServiceOptions,
  ): Promise<ModelServiceDryRun> {
    return await this.#try(ref, await this.#planApply(ref, options), options);
  }

  async restart(
    ref: ModelServiceRef,
    options: ServiceOptions,
  ): Promise<ModelService> {
    return await this.#annotate(ref, options, ({ metadata }) => {
      if (metadata.annotations?.[STOP_SERVICE] === 'true') {
        throw new ConflictingInputError(
          `The model service "${ref.name}" is stopped, so it has no pods. Start it instead.`,
          [],
        );
      }
      const restartedAt = new Date().toISOString();
      return {
        spec: { predictor: { annotations: { [RESTARTED_AT]: restartedAt } } },
      };
    });
  }

  async stop(
    ref: ModelServiceRef,
    options: ServiceOptions,
  ): Promise<ModelService> {
    return await this.#annotate(ref, options, ({ metadata }) =>
      metadata.annotations?.[STOP_SERVICE] === 'true'
        ? undefined
        : { metadata: { annotations: { [STOP_SERVICE]: 'true' } } },
    );
  }

  async start(
    ref: ModelServiceRef,
    options: ServiceOptions,
  ): Promise<ModelService> {
    return await this.#annotate(ref, options, ({ metadata }) =>
      metadata.annotations?.[STOP_SERVICE] === undefined
        ? undefined
        : { metadata: { annotations: { [STOP_SERVICE]: null } } },
    );
  }

  async delete(ref: ModelServiceRef, options: ServiceOptions): Promise<void> {
    let missing: unknown;
    const service = await this.#services
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
      this.#write,
      options,
    );
    if (!wasThere) throw missing;
  }

  async runtimes(ref: ProjectRef, options: ServiceOptions) {
    return await this.#choices.runtimes(ref, options);
  }

  async volumeClaims(ref: ProjectRef, options: ServiceOptions) {
    return await this.#choices.volumeClaims(ref, options);
  }

  async serviceAccounts(ref: ProjectRef, options: ServiceOptions) {
    return await this.#choices.serviceAccounts(ref, options);
  }

  get #write() {
    return { services: this.#services, accounts: this.#accounts };
  }

  get #plan() {
    return {
      ...this.context,
      connections: this.#connections,
      accounts: this.#accounts,
    };
  }

  async #podsOf(ref: ModelServiceRef, options: ServiceOptions) {
    return await listAll<Pod & ProgressPod & KubernetesObject>(
      this.context.gateway,
      ref.cluster,
      {
        path: podsPath(ref.namespace),
        query: { labelSelector: `${SERVICE_LABEL}=${ref.name}` },
        pageSize: this.context.config.limits.pageSize,
      },
      options,
    );
  }

  async #planNew(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ): Promise<ModelServicePlan> {
    const { cluster, namespace, service: write } = ref;
    return await planModelService(
      { cluster, namespace },
      { write },
      this.#plan,
      options,
    );
  }

  async #planChange(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options: WriteOptions,
  ): Promise<Current> {
    const { service: write } = ref;
    if (write.name !== ref.name) {
      throw new InvalidInputError('The name cannot be changed.', [
        { field: 'name', message: `Must be ${ref.name}.` },
      ]);
    }
    if (write.resourceVersion === undefined) {
      throw new InvalidInputError('The version that was read is missing.', [
        { field: 'resourceVersion', message: 'Is required.' },
      ]);
    }
    const current = await this.#services.readToWrite(ref, options);
    if (current.metadata.resourceVersion !== write.resourceVersion) {
      throw staleVersion(ref.name);
    }
    const plan = await planModelService(
      projectOf(ref),
      { write, current },
      this.#plan,
      options,
    );
    return { ...plan, current };
  }

  async #planApply(
    ref: ModelServiceRef,
    options: ServiceOptions,
  ): Promise<Current> {
    const current = await this.#services.readToWrite(ref, options);
    const connection = await this.#connections.ofService(ref, current, options);
    const write = writeOf(
      readModelService(current, {
        cluster: ref.cluster,
        connection: connection?.known,
      }),
    );
    if (write.location?.kind !== 'connection') {
      throw new InvalidInputError(
        `The model of "${ref.name}" does not come from a connection, so there is nothing to apply. Restart it instead.`,
        [],
      );
    }
    const restartedAt = new Date().toISOString();
    const plan = await planModelService(
      projectOf(ref),
      { write, current, restartedAt },
      this.#plan,
      options,
    );
    return { ...plan, current };
  }

  async #change(
    ref: ModelServiceRef,
    plan: Current,
    options: ServiceOptions,
  ): Promise<ModelService> {
    const named = nameIn(ref, ref.name);
    const stored = await changeModelService(named, plan, this.#write, options);
    return this.#describe(ref, stored, plan);
  }

  async #try(
    ref: ModelServiceRef,
    plan: Current,
    options: ServiceOptions,
  ): Promise<ModelServiceDryRun> {
    const { current, patch } = plan;
    const tried = patch
      ? await this.#services.patch(ref, current, patch, {
          ...options,
          dryRun: true,
        })
      : current;
    return this.#dryRun(ref, tried, plan);
  }

  #describe(
    ref: ProjectRef,
    stored: InferenceService,
    { connection }: ModelServicePlan,
  ): ModelService {
    return withActions(
      readModelService(stored, {
        cluster: ref.cluster,
        connection: connection?.known,
      }),
      stored.metadata,
    );
  }

  #dryRun(
    ref: ProjectRef,
    tried: InferenceService,
    plan: ModelServicePlan,
  ): ModelServiceDryRun {
    const { current, patch, warnings } = plan;
    return {
      service: this.#describe(ref, tried, plan),
      manifests: manifestsOf(plan),
      changes: current ? encodeServiceChanges(current, patch) : [],
      restartsPods:
        restartsPods(patch) &&
        current?.metadata.annotations?.[STOP_SERVICE] !== 'true',
      warnings,
    };
  }

  /** One patch of a service as it is now; once more where somebody else was faster. */
  async #annotate(
    ref: ModelServiceRef,
    options: ServiceOptions,
    patchOf: (service: InferenceService) => object | undefined,
  ): Promise<ModelService> {
    const attempt = async () => {
      const service = await this.#services.readToWrite(ref, options);
      const patch = patchOf(service);
      return patch
        ? await this.#services.patch(ref, service, patch, options)
        : service;
    };
    const stored = await attempt().catch(async error => {
      const isStale =
        error instanceof ConflictingInputError &&
        error.details.some(({ field }) => field === 'resourceVersion');
      if (!isStale) throw error;
      return await attempt();
    });
    const connection = await this.#connections.ofService(ref, stored, options);
    return withActions(
      readModelService(stored, {
        cluster: ref.cluster,
        connection: connection?.known,
      }),
      stored.metadata,
    );
  }
}

function projectOf({ cluster, namespace }: ProjectRef): ProjectRef {
  return { cluster, namespace };
}

function nameIn(ref: ProjectRef, name: string): ModelServiceRef {
  return { ...projectOf(ref), name };
}

function manifestsOf(plan: ModelServicePlan): string {
  return encodeServiceManifests([
    plan.serviceAccount,
    withoutStatus(plan.inferenceService),
  ]);
}

function withoutStatus({ status: _, ...service }: InferenceService) {
  return service as InferenceService;
}
